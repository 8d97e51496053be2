import { servesOthers } from "../../../core/surface.ts";
import type { Features } from "./forest.ts";
import type { Day, Item, Model } from "./item.ts";
import { clauseAt, nearest } from "./near.ts";

const FAR = 50;

/** The place of its maker, where the name tells it. */
const makerOf = (model: Model): string | null =>
  model.mentions.find(({ name }) => name.makerSurface !== null)?.name.makerSurface ?? null;

/** Ids that are written so on one place only. */
const WRITTEN_ON: readonly (readonly [RegExp, string])[] = [
  [/^@cf\//, "cloudflare"],
  [/^(?:[a-z]{2}\.)?(?:anthropic|amazon|meta|cohere|mistral|ai21|stability)\.[a-z]/, "bedrock"],
];
const placeOfId = (id: string): string | null => WRITTEN_ON.find(([shape]) => shape.test(id))?.[1] ?? null;

/**
 * The places on which a model of an item may end.
 *
 * @param usual what the source speaks of where it names no place
 */
export function placesFor(item: Item, model: Model, usual: string | null): string[] {
  const named = item.places.map(({ place }) => place.surface);
  const all = [...named, makerOf(model), placeOfId(model.id), usual];
  return [...new Set(all.filter((surface) => surface !== null && surface !== ""))] as string[];
}

/** What speaks for a place as the one on which a model ends on a day. */
export function featuresOfPlace(
  item: Item,
  model: Model,
  surface: string,
  day: Day | null,
  ending: number,
  usual: string | null,
): Features {
  const own = item.places.filter(({ place }) => place.surface === surface);
  const named = [...new Set(item.places.map(({ place }) => place.surface))];
  const times = (other: string) => item.places.filter(({ place }) => place.surface === other).length;
  const maker = makerOf(model);
  const beside = own.filter(({ sentence }) => model.mentions.some((mention) => mention.sentence === sentence));
  const inStatement = own.filter((spot) =>
    model.mentions.some(
      (mention) => mention.sentence === spot.sentence && clauseAt(item, mention) === clauseAt(item, spot),
    ),
  );
  const otherHosts = item.places.filter(({ place }) => servesOthers.has(place.surface) && place.surface !== surface);
  return {
    isMaker: Number(maker === surface),
    makerUnknown: Number(maker === null),
    makerNamed: Number(named.some((other) => other !== surface && other === maker)),
    ofId: Number(placeOfId(model.id) === surface),
    ofOtherId: Number(placeOfId(model.id) !== null && placeOfId(model.id) !== surface),
    usual: Number(usual === surface),
    times: own.length,
    solid: own.filter(({ place }) => !place.company).length,
    inStatement: inStatement.length,
    beside: beside.length,
    away: nearest(model.mentions, own)?.sentences ?? FAR,
    besideDay:
      day === null ? 0 : own.filter(({ sentence }) => day.written.some((one) => one.sentence === sentence)).length,
    inTitle: Number(own.some(({ sentence }) => sentence === 0)),
    otherInTitle: Number(
      [...item.places, ...item.chats].some((one) => one.sentence === 0 && one.place.surface !== surface),
    ),
    places: named.length,
    solidPlaces: new Set(item.places.flatMap(({ place }) => (place.company ? [] : [place.surface]))).size,
    oftener: Math.max(0, ...named.map(times)) - own.length,
    first: Number(item.places[0]?.place.surface === surface),
    depth: own[0] === undefined ? 1 : own[0].sentence / item.sentences.length,
    last: Number(item.places.at(-1)?.place.surface === surface),
    ending,
    chats: item.chats.length,
    endsBeside: Number(own.some(({ sentence }) => item.cues("off", sentence).length > 0)),
    isHost: Number(servesOthers.has(surface)),
    otherHosts: otherHosts.length,
  };
}
