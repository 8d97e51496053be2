import { type Change, dedupKey } from "#src/core/change.ts";

/** A change as the catalogue would report it; the parts that a test is about are handed in. */
export function changeOf(parts: Partial<Change> & { model_id: string }): Change {
  const change: Omit<Change, "dedup_key"> = {
    kind: "announced",
    at: "2026-04-14T17:00:00Z",
    provider: "acme",
    surface: "acme-api",
    version: null,
    fact_kind: "model",
    announced: "2026-04-14",
    shutdown: "2026-07-14",
    precision: "day",
    stages: [],
    previous: null,
    replacements: ["acme-2"],
    source: "acme-page",
    evidence: {
      source: "acme-page",
      url: "https://docs.acme.example/retirements#acme-1",
      quote: "acme-1 goes away on July 14",
      seen_at: "2026-04-14T17:00:00Z",
      trust: "provider",
    },
    generation: 0,
    ...parts,
  };
  return { ...change, dedup_key: dedupKey(change) };
}
