import type { CivilDate } from "../../core/fact.ts";
import { keyOfName } from "../names/find.ts";
import type { Draft } from "../table/draft.ts";
import { dayOfEntry } from "./prose.ts";
import type { Section } from "./sections.ts";

/**
 * A later entry that says another day in its sentences moves the day which the rows of an earlier one give: the day of the
 * rows is dropped, their notice and replacements stay true.
 */
export function withoutPutOff(drafts: readonly Draft[], sections: readonly Section[], at: string): Draft[] {
  const entry = (draft: Draft) => dayOfEntry(sections[draft.section], at);
  const newest = new Map<string, { draft: Draft; day: CivilDate }>();
  for (const draft of drafts) {
    const day = draft.from === "prose" && draft.shutdown !== null ? entry(draft) : null;
    const key = keyOfName(draft.id);
    if (day !== null && day > (newest.get(key)?.day ?? "")) newest.set(key, { draft, day });
  }
  if (newest.size === 0) return [...drafts];
  const firstNotice = new Map<string, CivilDate>();
  const left = drafts.map((draft) => {
    const later = newest.get(keyOfName(draft.id));
    const day = later === undefined || draft === later.draft ? null : entry(draft);
    if (later === undefined || day === null || day >= later.day || draft.stateOfRow) return draft;
    if (draft.shutdown === null || draft.shutdown === later.draft.shutdown) return draft;
    const notice = draft.announced ?? day;
    const known = firstNotice.get(later.draft.id);
    if (known === undefined || notice < known) firstNotice.set(later.draft.id, notice);
    return { ...draft, shutdown: null, precision: null, floor: false };
  });
  return left.map((draft) => {
    const later = newest.get(keyOfName(draft.id));
    const notice = later?.draft === draft ? firstNotice.get(draft.id) : undefined;
    return notice === undefined ? draft : { ...draft, announced: notice };
  });
}
