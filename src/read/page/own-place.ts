import type { Draft } from "../table/draft.ts";
import { placeNamed, type Place } from "./place.ts";

/**
 * What rows tell of the page's own surface is what it tells without naming one; what it recommends beside its rows holds
 * for every surface that they name.
 */
export function withOwnPlace(drafts: readonly Draft[], page: Place): Draft[] {
  const own = drafts.map((draft) =>
    draft.surface !== null && placeNamed(draft.surface)?.surface === page.surface ? { ...draft, surface: null } : draft,
  );
  const advised = new Map<string, string[]>();
  for (const { id, surface, replacements } of own)
    if (surface === null && replacements.length > 0 && !advised.has(id.toLowerCase()))
      advised.set(id.toLowerCase(), replacements);
  return own.map((draft) => {
    const names = advised.get(draft.id.toLowerCase());
    const lacks = draft.surface !== null && draft.shutdown !== null && draft.replacements.length === 0;
    return lacks && names !== undefined ? { ...draft, replacements: names } : draft;
  });
}
