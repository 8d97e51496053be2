import type { CueKind } from "../lexicon.ts";
import type { Features } from "./forest.ts";
import { daysAhead, type Item, type Mention } from "./item.ts";
import { clauseAt, countBetween, gapTo, inClause, STATING } from "./near.ts";
import type { Hints } from "./of-model.ts";

const BESIDE = [
  "rumour",
  "withdrawn",
  "oldDate",
  "announced",
  "consumer",
  "limited",
  "recall",
  "past",
  "price",
  "likewise",
  "anaphor",
] as const satisfies readonly CueKind[];
const NEAR = ["off", "until", ...STATING] as const satisfies readonly CueKind[];
const FAR = 200;

/** What speaks for one place of an item, where a model is named, as one that tells of its end. */
export function featuresOfMention(item: Item, mention: Mention, hints: Omit<Hints, "says">): Features {
  const { sentence, start } = mention;
  const own = item.sentences[sentence];
  const clause = clauseAt(item, mention);
  const within = ({ sentence: other, start: at }: { sentence: number; start: number }) =>
    other === sentence && clause !== undefined && at >= clause.start && at < clause.end;
  const days = item.written.filter(within);
  const ahead = days.filter(({ date }) => daysAhead(item, date.date) >= 0);
  const names = item.mentions.filter((other) => within(other) && other.model !== mention.model);
  const nearestDay = days.toSorted((a, b) => Math.abs(a.at - mention.at) - Math.abs(b.at - mention.at))[0];
  const off = item.cues("off", sentence).filter((cue) => within({ sentence, start: cue.start }));
  const nearestOff = off.toSorted((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))[0];
  const offAt = nearestOff === undefined ? null : { ...mention, at: mention.at + nearestOff.start - start };
  const features: Features = {
    ends: hints.ends(mention),
    replaces: hints.replaces(mention),
    title: Number(sentence === 0),
    begins: start - (clause?.start ?? 0),
    left: (clause?.end ?? start) - start,
    first: Number(names.every(({ at }) => at > mention.at)),
    names: names.length,
    namesBefore: names.filter(({ at }) => at < mention.at).length,
    days: days.length,
    daysAhead: ahead.length,
    dayLikely: Math.max(0, ...days.map(hints.dates)),
    dayAway: nearestDay === undefined ? FAR : nearestDay.at - mention.at,
    namesToDay: nearestDay === undefined ? -1 : countBetween(names, mention, nearestDay),
    namesToEnd: offAt === null ? -1 : countBetween(names, mention, offAt),
    daysInSentence: item.written.filter((day) => day.sentence === sentence).length,
    places: item.places.filter(within).length,
    chats: item.chats.filter(within).length,
    question: Number(own?.question === true),
    hearsay: Number(own?.rumour === true),
    denied: Number(own?.denied === true),
    id: Number(mention.name.form === "id"),
    group: Number(mention.name.several),
    endBefore: Number(sentence > 0 && item.cues("off", sentence - 1).length > 0),
    endBehind: Number(sentence + 1 < item.sentences.length && item.cues("off", sentence + 1).length > 0),
    dayBefore: Number(item.written.some((day) => day.sentence === sentence - 1)),
  };
  for (const kind of BESIDE) features[`${kind} beside`] = item.cues(kind, sentence).length;
  for (const kind of NEAR) {
    const cues = item.cues(kind, sentence);
    features[`${kind} beside`] = cues.length;
    features[`${kind} near`] = gapTo(cues, mention, FAR);
    features[`${kind} in statement`] = inClause(item, kind, mention);
  }
  return features;
}
