import { type ModelRecord, recordKey } from "../core/model.ts";
import type { CatalogStore } from "../core/store.ts";

/** The catalogue in memory: read from the store once, kept in step with what this process commits. */
export type Records = {
  load(): Promise<ReadonlyMap<string, ModelRecord>>;
  /** Call it after the commit, with what was committed. */
  keep(changed: readonly ModelRecord[]): void;
  /** Grows with every change, so that what is derived from the catalogue knows when it is old. */
  version(): number;
};

/** One process writes the catalogue (it holds the lease), so its copy is never behind the store. */
export function createRecords(store: CatalogStore): Records {
  let loading: Promise<Map<string, ModelRecord>> | null = null;
  let loaded: Map<string, ModelRecord> | null = null;
  let version = 0;
  return {
    load: async () => {
      if (loaded !== null) return loaded;
      loading ??= store.load();
      try {
        loaded ??= await loading;
      } finally {
        // A store that was busy once must not be taken for broken until the next start.
        loading = null;
      }
      return loaded;
    },
    keep: (changed) => {
      if (changed.length > 0) version += 1;
      for (const record of changed) loaded?.set(recordKey(record), record);
    },
    version: () => version,
  };
}
