import type { Features } from "./forest.ts";
import type { Item, Model } from "./item.ts";
import { countBetween, gapTo, mean, nearest } from "./near.ts";
import type { Ending } from "./of-company.ts";
import type { Hints } from "./of-model.ts";

/** What kind of model it is: a small one takes the place of a small one. */
const TIER =
  /mini|nano|flash-lite|lite|flash|pro|opus|sonnet|haiku|large|small|medium|embed|audio|realtime|transcribe|tts|image|vision|code|micro|premier/;
const tierOf = ({ id }: Model): string => TIER.exec(id.toLowerCase().replaceAll(" ", "-"))?.[0] ?? "";
const partsOf = ({ id }: Model): string[] =>
  id
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((part) => part.length > 2);
const FAR = 99;

/**
 * What speaks for one model of an item as the one that takes the place of another.
 *
 * @param leaving all that end there, in reading order
 */
export function featuresOfReplacement(
  item: Item,
  model: Model,
  other: Model,
  leaving: readonly Model[],
  ending: Ending,
  hints: Hints,
): Features {
  const pair = nearest(model.mentions, other.mentions);
  if (pair === null) throw new RangeError("a model that stands nowhere");
  const { first, second } = pair;
  const staying = item.models.filter((one) => !leaving.includes(one));
  const replaces = other.mentions.map(hints.replaces);
  const rivals = staying.filter((one) => one !== other).flatMap((one) => one.mentions.map(hints.replaces));
  const strange = item.mentions.filter((one) => one.model !== model && one.model !== other);
  const nearer = (some: readonly Model[], to: Model) =>
    some.some((one) => (nearest(one.mentions, to.mentions)?.units ?? Number.POSITIVE_INFINITY) < pair.units);
  const [own, others] = [partsOf(model), partsOf(other)];
  const [place, rank] = [leaving.indexOf(model), staying.indexOf(other)];
  return {
    sentencesAway: pair.sentences,
    unitsAway: pair.units,
    behind: Number(second.at > first.at),
    together: other.mentions.filter((one) => model.mentions.some((each) => each.sentence === one.sentence)).length,
    modelsBetween: countBetween(strange, first, second),
    leavingBetween: countBetween(
      strange.filter((one) => leaving.includes(one.model)),
      first,
      second,
    ),
    ending: ending(model),
    otherEnding: ending(other),
    replacesMost: Math.max(...replaces),
    replacesMean: mean(replaces),
    replacesHere: hints.replaces(second),
    saysMost: Math.max(...other.mentions.map(hints.says)),
    saysHere: hints.says(second),
    rivalMost: Math.max(0, ...rivals),
    place,
    rank,
    sameRank: Number(place === rank),
    leaving: leaving.length,
    staying: staying.length,
    asMany: Number(leaving.length === staying.length),
    shared: own.length === 0 ? 0 : own.filter((part) => others.includes(part)).length / own.length,
    sameFamily: Number(first.name.family === second.name.family),
    sameTier: Number(tierOf(model) === tierOf(other)),
    otherTier: Number(tierOf(model) !== "" && tierOf(other) !== "" && tierOf(model) !== tierOf(other)),
    sameTierLeaving: leaving.filter((one) => one !== model && tierOf(one) === tierOf(other)).length,
    sameTierStaying: staying.filter((one) => one !== other && tierOf(one) === tierOf(model)).length,
    before: gapTo(item.cues("replaceBefore", second.sentence), second, FAR),
    after: gapTo(item.cues("replaceAfter", second.sentence), second, FAR),
    stays: item.cues("stay", second.sentence).length,
    denials: item.cues("not", second.sentence).length,
    launches: item.cues("launch", second.sentence).length,
    mentions: other.mentions.length,
    comes: (other.mentions[0]?.sentence ?? 0) - (model.mentions[0]?.sentence ?? 0),
    isId: Number(second.name.form === "id"),
    nearerToOther: Number(
      nearer(
        leaving.filter((one) => one !== model),
        other,
      ),
    ),
    nearerOther: Number(
      nearer(
        staying.filter((one) => one !== other),
        model,
      ),
    ),
  };
}
