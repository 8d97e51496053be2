import { daysBetween } from "../../../core/civil-date.ts";
import type { CivilDate } from "../../../core/fact.ts";
import { remember } from "../../../lib/remember.ts";
import type { FoundDate } from "../../dates/index.ts";
import type { NameMention } from "../../names/index.ts";
import type { ReadSentence } from "../clauses.ts";
import type { Heard } from "../heard.ts";
import { bestMention, idOf, inOneOrder } from "../identity.ts";
import type { Cue, CueKind } from "../lexicon.ts";
import { isConsumer, type SurfaceMention } from "../surfaces.ts";
import type { ProseInput } from "../types.ts";

/** A place in an item; `at` counts UTF-16 units from the item's beginning, the others from the sentence's. */
export type Spot = { sentence: number; at: number; start: number; end: number };
export type Mention = Spot & { name: NameMention; model: Model };
/** One model of an item, however it is called. */
export type Model = { key: string; id: string; mentions: Mention[] };
export type WrittenDay = Spot & { date: FoundDate };
/** A day or month that the item may mean, with the places that say it. */
export type Day = {
  date: CivilDate;
  precision: FoundDate["precision"];
  written: WrittenDay[];
  /** The words leave open which of two days is meant, and this is the other one. */
  other: boolean;
};
export type PlaceSpot = Spot & { place: SurfaceMention };

/** An item as the learned reader looks at it: everything that a statement could be about. */
export type Item = {
  sentences: readonly ReadSentence[];
  lang: string;
  published: CivilDate;
  /** The provider itself speaks. */
  firstHand: boolean;
  /** Title and text as they are written, and where they stand. */
  text: string;
  evidence: ProseInput["evidence"];
  models: Model[];
  mentions: Mention[];
  days: Day[];
  written: WrittenDay[];
  /** Places where developers call models, and those where people chat. */
  places: PlaceSpot[];
  chats: PlaceSpot[];
  cues: (kind: CueKind, sentence: number) => readonly Cue[];
};

/** Looks at a text as one item. Its title is the first sentence, where it has one. */
export function itemOf({ input, lang, cues, sentences }: Heard): Item {
  const all = sentences.flatMap((sentence) => sentence.names);
  const models = new Map<string, Model>();
  const mentions: Mention[] = [];
  const written: WrittenDay[] = [];
  const places: PlaceSpot[] = [];
  let begin = 0;
  for (const [sentence, { names, clauses, text }] of sentences.entries()) {
    const spot = ({ start, end }: Cue): Spot => ({ sentence, at: begin + start, start, end });
    for (const name of names) {
      const best = bestMention(name, all);
      const key = keyOf(best);
      const model = models.get(key) ?? { key, id: idOf(best), mentions: [] };
      models.set(key, model);
      if (best.form === "id" && model.mentions.every((one) => one.name.form !== "id")) model.id = idOf(best);
      const mention = { ...spot(name), name, model };
      model.mentions.push(mention);
      mentions.push(mention);
    }
    for (const { dates, surfaces } of clauses) {
      written.push(...dates.map((date) => ({ ...spot(date), date })));
      places.push(...surfaces.map((place) => ({ ...spot(place), place })));
    }
    begin += text.length + 1;
  }
  const plain = sentences.map((sentence) => cues.fold(sentence.text.toLowerCase()));
  // What denials hold is blanked out of the words of an end, as the reader of statements does.
  const seen = (kind: CueKind, sentence: number): string =>
    (ENDS.has(kind) ? sentences[sentence]?.plain : plain[sentence]) ?? "";
  return {
    sentences,
    lang,
    published: input.published.slice(0, 10),
    firstHand: input.evidence.trust === "provider",
    text: `${input.title}\n${input.text}`,
    evidence: input.evidence,
    models: [...models.values()],
    mentions,
    days: daysOf(written),
    written,
    places: places.filter(({ place }) => !isConsumer(place.surface)),
    chats: places.filter(({ place }) => isConsumer(place.surface)),
    cues: (kind, sentence) => cues.find(kind, seen(kind, sentence)),
  };
}

const ENDS: ReadonlySet<CueKind> = new Set(["off", "deprecate", "until"]);

/** The same model by its path, its maker's prefix and either order of "Haiku 3.5". */
const keyOf = (name: NameMention): string => plainKey(name.key);

const plainKey = remember((key) => {
  const last = key.slice(key.lastIndexOf(" / ") < 0 ? 0 : key.lastIndexOf(" / ") + 3);
  return inOneOrder(last.replace(VENDOR, ""));
});

/** Of ids and of display names: "anthropic.claude-haiku-4-5" and "Amazon Nova Pro". */
const VENDOR =
  /^(?:(?:us|eu|apac) )?(?:anthropic|amazon|meta|cohere|mistral) (?=claude|nova|titan|llama|command|embed)/;

/** Each day once, and behind them the days that some of them could also be. */
function daysOf(written: readonly WrittenDay[]): Day[] {
  const days = new Map<string, Day>();
  for (const spot of written) {
    const { date, precision } = spot.date;
    const day = days.get(date + precision) ?? { date, precision, written: [], other: false };
    days.set(date + precision, day);
    day.written.push(spot);
  }
  const known = new Set([...days.values()].map((day) => day.date));
  const others = written.flatMap((spot) => {
    const { past, future, precision } = spot.date;
    const dates = [past, future].filter((date) => date !== undefined && !known.has(date));
    for (const date of dates) if (date !== undefined) known.add(date);
    return dates.map((date): Day => ({ date: date ?? "", precision, written: [spot], other: true }));
  });
  return [...days.values(), ...others];
}

/** How many days a day lies behind the item's own; below zero before it. */
export const daysAhead = (item: Item, date: CivilDate): number => daysBetween(item.published, date);
