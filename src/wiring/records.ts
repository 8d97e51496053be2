import { type ModelRecord, recordKey } from "../core/model.ts";
import type { CatalogStore } from "../core/store.ts";

/** The catalogue in memory: read from the store once, kept in step with what this process commits. */
export type Records = {
  load(): Promise<ReadonlyMap<string, ModelRecord>>;
  /** Those of which that source has a claim: an unchanged page says something of no others. */
  ofSource(source: string): Promise<ReadonlyMap<string, ModelRecord>>;
  /** Call it after the commit, with what was committed. */
  keep(changed: readonly ModelRecord[]): void;
  /** Grows with every change, so that what is derived from the catalogue knows when it is old. */
  version(): number;
};

/** One process writes the catalogue (it holds the lease), so its copy is never behind the store. */
export function createRecords(store: CatalogStore): Records {
  let loading: Promise<Map<string, ModelRecord>> | null = null;
  let loaded: Map<string, ModelRecord> | null = null;
  let bySource: Map<string, Map<string, ModelRecord>> | null = null;
  let version = 0;
  const load = async (): Promise<Map<string, ModelRecord>> => {
    if (loaded !== null) return loaded;
    loading ??= store.load();
    try {
      loaded ??= await loading;
    } finally {
      // A store that was busy once must not be taken for broken until the next start.
      loading = null;
    }
    return loaded;
  };
  return {
    load,
    ofSource: async (source) => {
      const all = await load();
      if (bySource === null) {
        bySource = new Map();
        for (const [key, record] of all) place(bySource, key, null, record);
      }
      return bySource.get(source) ?? new Map<string, ModelRecord>();
    },
    keep: (changed) => {
      if (changed.length > 0) version += 1;
      for (const record of changed) {
        const key = recordKey(record);
        if (bySource !== null) place(bySource, key, loaded?.get(key) ?? null, record);
        loaded?.set(key, record);
      }
    },
    version: () => version,
  };
}

function place(
  bySource: Map<string, Map<string, ModelRecord>>,
  key: string,
  before: ModelRecord | null,
  now: ModelRecord,
): void {
  for (const { source } of before?.claims ?? []) bySource.get(source)?.delete(key);
  for (const { source } of now.claims) {
    const records = bySource.get(source) ?? new Map<string, ModelRecord>();
    bySource.set(source, records.set(key, now));
  }
}
