import type { CueKind } from "../lexicon.ts";
import type { Features } from "./forest.ts";
import { type Day, daysAhead, type Item, type Model } from "./item.ts";
import { clauseAt, countBetween, farness, gapTo, inClause, nearest } from "./near.ts";
import type { Hints } from "./of-model.ts";

const KINDS = [
  "off",
  "until",
  "deprecate",
  "oldDate",
  "announced",
  "past",
  "recall",
  "price",
  "things",
  "launch",
  "withdrawn",
  "stay",
  "consumer",
  "limited",
  "not",
  "replaceBefore",
] as const satisfies readonly CueKind[];
const FAR = 99;

/**
 * What speaks for a day of an item as the one on which a model of it ends.
 *
 * @param ending how likely the model ends at all
 */
export function featuresOfDay(item: Item, model: Model, day: Day, ending: number, hints: Hints): Features {
  const pair = nearest(model.mentions, day.written);
  const [mention, written] = [pair?.first ?? model.mentions[0], pair?.second ?? day.written[0]];
  if (mention === undefined || written === undefined) throw new RangeError("a model or a day that stands nowhere");
  const likely = (other: Day) => Math.max(...other.written.map(hints.dates));
  const own = likely(day);
  const best = Math.max(...item.days.map(likely));
  const sentence = item.sentences[written.sentence];
  const sharing = item.written.filter((other) => other.sentence === written.sentence);
  const features: Features = {
    sentencesAway: pair?.sentences ?? FAR,
    unitsAway: pair?.units ?? FAR,
    behind: Number(written.at > mention.at),
    sameStatement: Number(pair?.sentences === 0 && clauseAt(item, mention) === clauseAt(item, written)),
    sameParagraph: Number(sentence?.paragraph === item.sentences[mention.sentence]?.paragraph),
    together: day.written.filter((one) => model.mentions.some((other) => other.sentence === one.sentence)).length,
    times: day.written.length,
    other: Number(day.other),
    modelsBetween: countBetween(
      item.mentions.filter((one) => one.model !== model),
      mention,
      written,
    ),
    daysBetween: countBetween(item.written, mention, written),
    ahead: daysAhead(item, day.date),
    toCome: Number(daysAhead(item, day.date) >= 0),
    month: Number(day.precision === "month"),
    floor: Number(day.precision === "earliest"),
    relative: Number(written.date.relative),
    certain: Number(written.date.certain),
    likely: own,
    likelyHere: hints.dates(written),
    behindBest: best - own,
    likelier: item.days.filter((other) => likely(other) > own).length,
    days: item.days.length,
    daysToCome: item.days.filter((other) => daysAhead(item, other.date) >= 0).length,
    later: item.days.filter((other) => other.date > day.date).length,
    order: item.days.indexOf(day),
    ending,
    endsHere: hints.ends(mention),
    saysHere: hints.says(mention),
    saidBeside: Math.max(
      -1,
      ...model.mentions.filter((one) => day.written.some((other) => other.sentence === one.sentence)).map(hints.says),
    ),
    nearerDays: item.days.filter(
      (other) => other !== day && farness(nearest(model.mentions, other.written)) < farness(pair),
    ).length,
    nearerModels: item.models.filter(
      (other) => other !== model && farness(nearest(other.mentions, day.written)) < farness(pair),
    ).length,
    models: item.models.length,
    sentences: item.sentences.length,
    inTitle: Number(written.sentence === 0),
    daysBeside: sharing.length,
    laterBeside: sharing.filter(({ date }) => date.date > day.date).length,
    modelsBeside: sentence?.names.length ?? 0,
    leads: Number(/[:：]\s*$/.test(sentence?.text ?? "")),
    endBefore: Number(written.sentence > 0 && item.cues("off", written.sentence - 1).length > 0),
    firstHand: Number(item.firstHand),
  };
  for (const kind of KINDS) {
    features[`${kind} in statement`] = inClause(item, kind, written);
    features[`${kind} near`] = gapTo(item.cues(kind, written.sentence), written, FAR);
  }
  return features;
}
