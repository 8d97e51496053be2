import { providerOf, SURFACES, WATCHED } from "../../core/surface.ts";

export type Place = { provider: string; surface: string };

const UNKNOWN: ReadonlySet<string> = new Set(["", "unknown", "many", "generic", "any", "*", "second-hand"]);

/** True when the default is no real provider, so that only the content can tell who it speaks of. */
export function isUnknownPlace(place: Place): boolean {
  return UNKNOWN.has(place.surface.toLowerCase()) || UNKNOWN.has(place.provider.toLowerCase());
}

/** The surface that a cell or key names ("Amazon Bedrock", "azure", "openai-api"), or null. */
export function placeNamed(text: string): Place | null {
  const plain = text
    .toLowerCase()
    .replace(/[_\s]+/g, " ")
    .replace(/[`*]/g, "")
    .trim();
  if (plain === "") return null;
  const id = plain.replace(/ /g, "-");
  const exact = WATCHED.find((surface) => surface.id === id) ?? WATCHED.find(({ names }) => names.includes(plain));
  const found = exact ?? WATCHED.find((surface) => surface.provider === plain && surface.developer);
  return found === undefined ? null : { provider: providerOf(found.id), surface: found.id };
}

/** The surface that a title names among other words, the longest name first; null for none. */
export function placeIn(title: string): Place | null {
  const plain = ` ${title.toLowerCase().replace(/[^a-z0-9.]+/g, " ")} `;
  const named = SURFACES.flatMap((surface) => surface.names.map((name) => ({ name, id: surface.id })))
    .toSorted((a, b) => b.name.length - a.name.length)
    .find(({ name }) => plain.includes(` ${name} `));
  return named === undefined ? null : { provider: providerOf(named.id), surface: named.id };
}

/**
 * Where a row's model is called. A platform column that names a known surface wins over the page's default; a maker
 * column ("Provider: Anthropic" on a cloud's page) counts only when the page has no default.
 */
export function placeOf(row: { provider: string | null; surface: string | null }, page: Place): Place {
  const named = row.surface === null ? null : placeNamed(row.surface);
  if (named !== null) return named;
  if (!isUnknownPlace(page)) return page;
  const maker = row.provider === null ? null : placeNamed(row.provider);
  if (maker !== null) return maker;
  if (row.provider === null) return page;
  const slug = row.provider
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return slug === "" ? page : { provider: slug, surface: `${slug}-api` };
}
