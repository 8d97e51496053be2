import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Sight } from "#src/catalog/claims.ts";
import { afterBadPoll, afterGoodPoll } from "#src/catalog/health.ts";
import { mergePoll } from "#src/catalog/merge.ts";
import { judgePoll } from "#src/catalog/plausibility.ts";
import type { Change } from "#src/core/change.ts";
import type { Fact } from "#src/core/fact.ts";
import { type ModelRecord, recordKey } from "#src/core/model.ts";
import type { SourceSpec } from "#src/core/source.ts";
import { emptySourceState, type SourceState } from "#src/core/source-state.ts";
import type { Untold } from "#src/core/store.ts";

/** Where the recorded pages and their truths lie, beside the project. */
export const CORPUS = resolve(import.meta.dirname, "../../../shared/corpus");

export type Spec = Pick<SourceSpec, "id" | "trust" | "nature" | "surface">;
export type Poll = { at: string; spec: Spec; facts: Fact[] | null | "bad" };

/** The catalogue's part of the pipeline on a virtual clock: judge, merge, dedup by key, keep. */
export function runPolls(polls: readonly Poll[]): {
  changes: Change[];
  untold: Untold[];
  records: Map<string, ModelRecord>;
  states: Map<string, SourceState>;
} {
  const records = new Map<string, ModelRecord>();
  const states = new Map<string, SourceState>();
  const sights = new Map<string, Sight>();
  const seen = new Set<string>();
  const changes: Change[] = [];
  const untold: Untold[] = [];
  for (const { at, spec, facts } of polls) {
    const state = states.get(spec.id) ?? emptySourceState();
    if (facts === "bad") {
      states.set(spec.id, afterBadPoll(state, "suspect", "bad page", at));
      continue;
    }
    const judged = judgePoll({ state, spec, facts, records, at });
    states.set(spec.id, afterGoodPoll(judged, at));
    if (judged.verdict === "quarantined") continue;
    const merged = mergePoll({
      records,
      spec,
      facts: judged.facts,
      at,
      baseline: state.last_good === null,
      removals: judged.removals,
      newNormal: judged.newNormal,
      sights,
      overrides: [],
    });
    sights.set(spec.id, { trust: spec.trust, nature: spec.nature, surface: spec.surface, last_good: at });
    for (const record of merged.records) records.set(recordKey(record), record);
    for (const change of merged.changes) if (!seen.has(change.dedup_key)) changes.push(change);
    for (const change of [...merged.changes, ...merged.untold.map((one) => one.change)]) seen.add(change.dedup_key);
    untold.push(...merged.untold);
  }
  return { changes, untold, records, states };
}

const SECOND_HAND = /^(feeds\/|deprecations-info|litellm|model-eol|modeldeprecations)/;
const FEED = /(release-notes|changelog|news|feeds\/|-rss)/;

type Line = { at: string; source: string; status: number; file: string | null };

/** A recorded timeline with the truths of its pages as facts: pages that have no truth (faults) are bad polls. */
export function pollsOf(timeline: string): Poll[] {
  const lines = readFileSync(`${CORPUS}/timelines/${timeline}.jsonl`, "utf8").trim().split("\n");
  return lines.map((text) => {
    const line = JSON.parse(text) as Line;
    const trust = SECOND_HAND.test(line.source) ? "second-hand" : "provider";
    const nature = FEED.test(line.source) ? "feed" : "page";
    return { at: line.at, spec: { id: line.source, trust, nature, surface: "" }, facts: factsOf(line, trust) };
  });
}

function factsOf(line: Line, trust: "provider" | "second-hand"): Poll["facts"] {
  if (line.status === 304) return null;
  if (line.status !== 200 || line.file === null) return "bad";
  const path = `${CORPUS}/${line.file.replace(/^pages\//, "truth/").replace(/\.\w+$/, ".json")}`;
  try {
    const rows = JSON.parse(readFileSync(path, "utf8")) as (Fact & { note?: string })[];
    return rows.map((row) => ({
      ...row,
      ...(/state Active/.test(row.note ?? "") ? { state: "active" as const } : {}),
      evidence: { source: line.source, url: "https://example.test/", quote: "", seen_at: line.at, trust },
    }));
  } catch {
    return "bad";
  }
}
