import { shownAddress } from "../core/address.ts";
import type { Change } from "../core/change.ts";
import type { SourceSpec } from "../core/source.ts";
import type { SourceState } from "../core/source-state.ts";

/**
 * The operator's notice that a source is in trouble, or works again. Its key holds the instant at which the trouble was
 * first told, so that each trouble is told once and its end once.
 */
export function healthChange(spec: SourceSpec, news: "trouble" | "recovered", state: SourceState, at: string): Change {
  const words = news === "trouble" ? (state.problem ?? "no good look") : "works again";
  return {
    kind: "source-health",
    at,
    provider: spec.provider,
    surface: spec.surface,
    model_id: spec.id,
    version: null,
    fact_kind: "product",
    announced: null,
    shutdown: null,
    precision: null,
    stages: [],
    previous: null,
    replacements: [],
    source: spec.id,
    evidence: { source: spec.id, url: shownAddress(spec.url), quote: words, seen_at: at, trust: spec.trust },
    generation: 0,
    dedup_key: `source-health|${spec.id}|${news}|${state.told_at ?? at}`,
  };
}
