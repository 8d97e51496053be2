import type { FoundDate } from "../dates/index.ts";
import type { NameMention } from "../names/index.ts";
import type { Clause } from "./clauses.ts";
import { isConsumer, type SurfaceMention } from "./surfaces.ts";

/** One place of a statement and the day on which it ends there. */
export type PlacedDay = { surface: string; date: FoundDate };

/** What may stand between the places of one list: "on Bedrock, Azure and Vertex AI". */
const LISTED =
  /^\s?(?:[,，、&+/]|(?:,? ?(?:and|und|sowie|et|ainsi que|y|e|ed|as well as|和|与|與|及|以及|と|および|및|와|과|랑)))\s?(?:(?:also |auch |aussi |también |também |anche )?(?:on|in|from|via|at|auf|aus|bei|von|über|sur|dans|de|d['’]|en|no|na|do|da|em|su|dal?|dall['’]|nel) ?)?(?:the |der |dem |la |le |l['’]|el |o |a )?(?:(?:google|amazon|aws|microsoft)(?: cloud)?(?:['’]s)? )?$/u;

/** The places of a statement where developers call models, each once. */
export function developerPlaces({ surfaces }: Pick<Clause, "surfaces">): SurfaceMention[] {
  const places = surfaces.filter((place) => !place.company && !isConsumer(place.surface));
  return places.filter((place, index) => places.findIndex((other) => other.surface === place.surface) === index);
}

/**
 * "…ends on Bedrock on 1 June and on Vertex AI on 1 July", "…on Bedrock and Vertex AI on 1 July": a statement that speaks
 * of several places tells the end on each, with its day where each has one. Empty for any other statement.
 *
 * @param names the models of the statement
 * @param dates its days that can be those of an end, in reading order
 * @param plain the sentence in lower case
 */
export function byPlace(
  clause: Clause,
  names: readonly NameMention[],
  dates: readonly FoundDate[],
  plain: string,
): PlacedDay[] {
  const places = developerPlaces(clause);
  if (places.length < 2 || dates.length === 0) return [];
  const [day] = dates;
  if (dates.length === 1 && day !== undefined)
    return areListed(places, plain) ? places.map(({ surface }) => ({ surface, date: day })) : [];
  if (!takeTurns(places, dates) || isDivided(names, places)) return [];
  return places.flatMap(({ surface }, index) => {
    const date = dates[index];
    return date === undefined ? [] : [{ surface, date }];
  });
}

const areListed = (places: readonly SurfaceMention[], plain: string): boolean =>
  places.every(({ end }, index) => {
    const next = places[index + 1];
    return next === undefined || LISTED.test(plain.slice(end, next.start));
  });

/** Place, day, place, day; or day, place, day, place. */
function takeTurns(places: readonly SurfaceMention[], dates: readonly FoundDate[]): boolean {
  if (places.length !== dates.length) return false;
  const [place, day] = [places[0]?.start ?? 0, dates[0]?.start ?? 0];
  const [first, second] = place < day ? [places, dates] : [dates, places];
  return first.every(({ end }, index) => {
    const pair = second[index]?.start ?? -1;
    const next = first[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    return end <= pair && pair < next;
  });
}

/** "a leaves Bedrock on 1 June and b Vertex AI on 1 July": each place has models of its own. */
function isDivided(names: readonly NameMention[], places: readonly SurfaceMention[]): boolean {
  const before = (name: NameMention) => places.filter((place) => place.end <= name.start).length;
  return new Set(names.map(before)).size > 1;
}
