import type { CueKind } from "../lexicon.ts";
import type { Features } from "./forest.ts";
import { daysAhead, type Item, type Mention, type Model, type WrittenDay } from "./item.ts";
import { gapTo, inClause, mean, share, spread, STATING } from "./near.ts";

/** How likely words like those around a name or a day speak of an end, and of a replacement. */
export type Hints = {
  ends: (mention: Mention) => number;
  replaces: (mention: Mention) => number;
  dates: (day: WrittenDay) => number;
  /** How likely the statement around a name tells of its end. */
  says: (mention: Mention) => number;
};

/** Words that count for the item and the sentence, and those of which it also counts how near they stand. */
const KINDS = [
  "until",
  "rumour",
  "withdrawn",
  "oldDate",
  "announced",
  "consumer",
  "developer",
  "limited",
  "recall",
  "unserious",
  "outage",
  "past",
  "price",
  "sameDay",
  "speech",
  "possessive",
  "likewise",
  "anaphor",
] as const satisfies readonly CueKind[];
const NEAR_KINDS = ["off", ...STATING] as const satisfies readonly CueKind[];
const FAR = 200;

/** What speaks for and against the end of one model of an item. */
export function featuresOfModel(item: Item, model: Model, hints: Hints): Features {
  const { mentions } = model;
  const ends = mentions.map(hints.ends);
  const others = item.models.filter((other) => other !== model).flatMap((other) => other.mentions.map(hints.ends));
  const [first] = mentions;
  const inTitle = first?.sentence === 0;
  const features: Features = {
    endsMost: Math.max(...ends),
    endsMean: mean(ends),
    endsFirst: ends[0] ?? 0,
    endsLeast: Math.min(...ends),
    endsTitle: inTitle ? (ends[0] ?? 0) : -1,
    ...spread("says", mentions.map(hints.says)),
    saysFirst: first === undefined ? 0 : hints.says(first),
    othersSay: Math.max(-1, ...item.mentions.filter((other) => other.model !== model).map(hints.says)),
    othersMost: Math.max(-1, ...others),
    mentions: mentions.length,
    depth: (first?.sentence ?? 0) / item.sentences.length,
    inTitle: Number(inTitle),
    models: item.models.length,
    order: item.models.indexOf(model) / item.models.length,
    sentences: item.sentences.length,
    isId: Number(mentions.some(({ name }) => name.form === "id")),
    isGroup: Number(mentions.some(({ name }) => name.several)),
    isStrange: Number(first?.name.family === null),
    firstHand: Number(item.firstHand),
    english: Number(item.lang === "en"),
  };
  for (const kind of [...KINDS, ...NEAR_KINDS]) {
    features[`${kind} in sentence`] = share(mentions, ({ sentence }) => item.cues(kind, sentence).length > 0);
    features[`${kind} in item`] = item.sentences.reduce(
      (sum, _, sentence) => sum + item.cues(kind, sentence).length,
      0,
    );
  }
  for (const kind of NEAR_KINDS) {
    const gaps = mentions.map((mention) => gapTo(item.cues(kind, mention.sentence), mention, FAR));
    features[`${kind} in statement`] = share(mentions, (mention) => inClause(item, kind, mention) > 0);
    features[`${kind} near`] = gaps.reduce((best, gap) => (Math.abs(gap) < Math.abs(best) ? gap : best), FAR);
  }
  return { ...features, ...daysAround(item, mentions, hints), ...shapeOf(item, mentions) };
}

/** The days around its mentions. */
function daysAround(item: Item, mentions: readonly Mention[], hints: Hints): Features {
  const ahead = item.written.filter(({ date }) => daysAhead(item, date.date) >= 0);
  const beside = mentions.flatMap((mention) => item.written.filter(({ sentence }) => sentence === mention.sentence));
  const gaps = mentions.flatMap((mention) =>
    ahead.filter(({ sentence }) => sentence === mention.sentence).map(({ at }) => Math.abs(at - mention.at)),
  );
  return {
    dayAheadNear: Math.min(2 * FAR, ...gaps),
    daysBeside: beside.length,
    dayMost: Math.max(0, ...item.written.map(hints.dates)),
    dayBesideMost: Math.max(0, ...beside.map(hints.dates)),
    days: item.written.length,
    daysAhead: ahead.length,
  };
}

/** How its sentences are built, and what stands in those beside them. */
function shapeOf(item: Item, mentions: readonly Mention[]): Features {
  const of = ({ sentence }: Mention) => item.sentences[sentence];
  const endsIn = (sentence: number) => sentence in item.sentences && item.cues("off", sentence).length > 0;
  return {
    places: item.places.length,
    chats: item.chats.length,
    rumours: item.sentences.filter(({ rumour }) => rumour).length,
    questions: item.sentences.filter(({ question }) => question).length,
    asked: share(mentions, (mention) => of(mention)?.question === true),
    rumoured: share(mentions, (mention) => of(mention)?.rumour === true),
    amongOthers: share(mentions, (mention) => (of(mention)?.names.length ?? 0) > 1),
    begins: share(mentions, ({ start }) => start <= 4),
    listed: mentions.filter((mention) => /^\s*[-*•·]/.test(of(mention)?.text ?? "")).length,
    endBefore: share(mentions, ({ sentence }) => endsIn(sentence - 1)),
    endBehind: share(mentions, ({ sentence }) => endsIn(sentence + 1)),
  };
}
