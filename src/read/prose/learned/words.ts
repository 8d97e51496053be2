import type { Day, Item, Mention, PlaceSpot, Spot, WrittenDay } from "./item.ts";
import { daysAhead } from "./item.ts";
import { isConsumer } from "../surfaces.ts";

/** A word of an item, or a name, a day or a place that stands for one. */
export type Word = {
  text: string;
  sentence: number;
  mention?: Mention;
  day?: WrittenDay;
};

/** A word in scripts with blanks, a single character of the others, a number, or a mark. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{M}']+|\p{N}+|[^\s]/gu;

/** What stands where a sentence begins: the title, a paragraph, or a sentence within one. */
const TITLE = "<title>";
const PARAGRAPH = "<paragraph>";
const SENTENCE = "<sentence>";

type Thing = Spot & { mention?: Mention; day?: WrittenDay; place?: PlaceSpot };

/** The words of an item in reading order; what overlaps a longer thing before it is left out. */
export function wordsOf(item: Item): Word[] {
  const things: Thing[] = [
    ...item.mentions.map((mention) => ({ ...mention, mention })),
    ...item.written.map((day) => ({ ...day, day })),
    ...[...item.places, ...item.chats].map((place) => ({ ...place, place })),
  ];
  return item.sentences.flatMap((sentence, index) => {
    const { text, paragraph } = sentence;
    const begins = index === 0 ? TITLE : paragraph === item.sentences[index - 1]?.paragraph ? SENTENCE : PARAGRAPH;
    const words: Word[] = [{ text: begins, sentence: index }];
    const plain = (from: number, to: number) => {
      for (const match of text.slice(from, to).matchAll(WORD))
        words.push({ text: match[0].toLowerCase(), sentence: index });
    };
    let at = 0;
    const own = things.filter((thing) => thing.sentence === index);
    for (const thing of own.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      if (thing.start < at) continue;
      plain(at, thing.start);
      words.push(standIn(item, thing));
      at = thing.end;
    }
    plain(at, text.length);
    return words;
  });
}

/** Names, days and places are seen by what they are: the same words around another model say the same. */
function standIn(item: Item, { sentence, mention, day, place }: Thing): Word {
  if (mention !== undefined) return { text: "<model>", sentence, mention };
  if (day !== undefined) return { text: dayWord(item, day.date), sentence, day };
  const kind = isConsumer(place?.place.surface ?? "") ? "chat" : place?.place.company === true ? "company" : "place";
  return { text: `<${kind}>`, sentence };
}

const SOON = 40;
const RECENT = -20;

function dayWord(item: Item, { date, precision }: Pick<Day, "date" | "precision">): string {
  const ahead = daysAhead(item, date);
  const when = ahead < RECENT ? "past" : ahead < 0 ? "recent" : ahead === 0 ? "today" : ahead < SOON ? "soon" : "later";
  return `<${precision} ${when}>`;
}
