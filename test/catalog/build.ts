import type { Sights } from "#src/catalog/claims.ts";
import { type Merged, type MergeInput, mergePoll } from "#src/catalog/merge.ts";
import type { Fact } from "#src/core/fact.ts";
import { type ModelRecord, recordKey } from "#src/core/model.ts";
import type { Poll, Spec } from "./timeline.ts";

export const PAGE: Spec = { id: "acme-page", trust: "provider", nature: "page", surface: "acme-api" };
export const NOTES: Spec = { id: "acme-notes", trust: "provider", nature: "feed", surface: "acme-api" };
export const TRACKER: Spec = { id: "tracker", trust: "second-hand", nature: "feed", surface: "many" };
export const OTHER_TRACKER: Spec = { id: "tracker-two", trust: "second-hand", nature: "feed", surface: "many" };
export const MAIL: Spec = { id: "mail", trust: "press", nature: "feed", surface: "acme-api" };

/** A retirement of a model on acme-api; anything may be said otherwise. */
export function ends(model_id: string, shutdown: string | null, more: Partial<Fact> = {}): Fact {
  return {
    provider: "acme",
    surface: "acme-api",
    model_id,
    version: null,
    kind: "model",
    announced: null,
    deprecated: null,
    shutdown,
    precision: shutdown === null ? null : "day",
    replacements: [],
    scheduled: shutdown !== null,
    evidence: { source: "", url: "https://acme.example/models", quote: "It ends.", seen_at: "", trust: "provider" },
    ...more,
  };
}

/** A living model, with a floor or without. */
export function lives(model_id: string, floor: string | null = null): Fact {
  return ends(model_id, floor, { precision: floor === null ? null : "earliest", scheduled: false, state: "active" });
}

/** A poll whose facts carry the source's own evidence. */
export function poll(spec: Spec, at: string, facts: Fact[] | null | "bad"): Poll {
  if (!Array.isArray(facts)) return { at, spec, facts };
  const evidence = { source: spec.id, seen_at: at, trust: spec.trust };
  return { at, spec, facts: facts.map((fact) => ({ ...fact, evidence: { ...fact.evidence, ...evidence } })) };
}

/** What was told, as short lines. */
export function lines(list: readonly { kind: string; model_id: string; shutdown: string | null }[]): string[] {
  return list.map((one) => `${one.kind} ${one.model_id} ${one.shutdown ?? "-"}`);
}

export function merge(records: Map<string, ModelRecord>, given: Poll, more: Partial<MergeInput> = {}): Merged {
  const sights: Sights = new Map();
  const merged = mergePoll({
    records,
    spec: given.spec,
    facts: given.facts === "bad" ? null : given.facts,
    at: given.at,
    baseline: false,
    removals: true,
    newNormal: null,
    sights,
    overrides: [],
    ...more,
  });
  for (const record of merged.records) records.set(recordKey(record), record);
  return merged;
}
