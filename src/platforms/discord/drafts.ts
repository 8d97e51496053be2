import { randomBytes } from "node:crypto";
import type { Form } from "../../core/form.ts";
import type { KeyedCache } from "../../core/store.ts";
import type { Log } from "../../lib/log.ts";
import type { Draft } from "./forms.ts";

/** Forms that are being filled in. One that was pushed out, or that nobody keeps, is opened anew. */
const DRAFTS_MAX = 500;

export type Drafts = {
  open(form: Form): Draft;
  get(id: string): Promise<Draft | null>;
  keep(draft: Draft): void;
  close(id: string): void;
};

/** A form that was saved; its buttons may still stand in somebody's window. */
export type Kept = Draft | { closed: true };

/**
 * @param kept outlives this process, so that a form goes on after a restart; when it fails the form lives as long as the
 *   process does
 */
export function createDrafts(kept: KeyedCache<Kept> | null, log: Log): Drafts {
  const drafts = new Map<string, Draft>();
  const write = (id: string, value: Kept): void => {
    kept?.set(id, value).catch((error: unknown) => log.warn({ error }, "a form that is being filled in was not kept"));
  };
  const hold = (draft: Draft): void => {
    // The newest stand last.
    drafts.delete(draft.id);
    drafts.set(draft.id, draft);
    for (const oldest of drafts.keys()) {
      if (drafts.size <= DRAFTS_MAX) break;
      drafts.delete(oldest);
    }
  };
  const keep = (draft: Draft): void => {
    hold(draft);
    write(draft.id, draft);
  };
  return {
    open: (form) => {
      const draft = { id: randomBytes(8).toString("hex"), form, page: 0 };
      keep(draft);
      return draft;
    },
    get: async (id) => {
      const known = drafts.get(id);
      if (known !== undefined || kept === null) return known ?? null;
      const before = await kept.get(id).catch(() => undefined);
      if (before === undefined || "closed" in before) return null;
      hold(before);
      return before;
    },
    keep,
    close: (id) => {
      drafts.delete(id);
      write(id, { closed: true });
    },
  };
}

export type KeptDrafts = KeyedCache<Kept>;
