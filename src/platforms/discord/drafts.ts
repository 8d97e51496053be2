import { randomBytes } from "node:crypto";
import type { Form } from "../../core/form.ts";
import type { Draft } from "./forms.ts";

/** Forms that are being filled in. One that was pushed out, or that a restart lost, is opened anew. */
const DRAFTS_MAX = 500;

export type Drafts = {
  open(form: Form): Draft;
  get(id: string): Draft | null;
  keep(draft: Draft): void;
  close(id: string): void;
};

export function createDrafts(): Drafts {
  const drafts = new Map<string, Draft>();
  const keep = (draft: Draft): void => {
    // The newest stand last.
    drafts.delete(draft.id);
    drafts.set(draft.id, draft);
    for (const oldest of drafts.keys()) {
      if (drafts.size <= DRAFTS_MAX) break;
      drafts.delete(oldest);
    }
  };
  return {
    open: (form) => {
      const draft = { id: randomBytes(8).toString("hex"), form, page: 0 };
      keep(draft);
      return draft;
    },
    get: (id) => drafts.get(id) ?? null,
    keep,
    close: (id) => void drafts.delete(id),
  };
}
