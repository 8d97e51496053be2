import { keyOfName } from "../names/find.ts";
import type { Draft } from "../table/draft.ts";

/** "Previous date | New date": rows of the day that another row of the same model was moved from lose that day. */
export function withoutMovedOn(drafts: readonly Draft[]): Draft[] {
  const gone = new Set(
    drafts.flatMap(({ id, movedFrom, shutdown }) =>
      movedFrom === null || shutdown === null || movedFrom === shutdown ? [] : [`${keyOfName(id)} ${movedFrom}`],
    ),
  );
  if (gone.size === 0) return [...drafts];
  return drafts.map((draft) =>
    draft.shutdown !== null && gone.has(`${keyOfName(draft.id)} ${draft.shutdown}`)
      ? { ...draft, shutdown: null, precision: null, floor: false }
      : draft,
  );
}
