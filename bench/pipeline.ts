import { createSeen } from "#src/announce/seen.ts";
import type { Clock } from "#src/core/clock.ts";
import type { Fact } from "#src/core/fact.ts";
import type { PollOutcome, SourceSpec } from "#src/core/source.ts";
import type { Store } from "#src/core/store.ts";
import { silentLog } from "#src/lib/log.ts";
import { createPipeline, type PipelineDeps } from "#src/pipeline.ts";
import { openKeyv } from "#src/store/keyv.ts";
import { openStore } from "#src/store/open.ts";
import { createRecords } from "#src/wiring/records.ts";
import { loadCursors } from "#src/wiring/sights.ts";
import { START } from "./events.ts";

const PERIOD_MS = 3_600_000;

/** Made-up sources, each with models of its own. */
export function specsOf(count: number): SourceSpec[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `acme-${n}`,
    url: `https://acme.example/${n}`,
    provider: "acme",
    surface: "acme-api",
    form: "feed",
    trust: "provider",
    nature: "page",
  }));
}

function factsOf(spec: SourceSpec): Fact[] {
  return Array.from({ length: 50 }, (_, n) => ({
    provider: spec.provider,
    surface: spec.surface,
    model_id: `${spec.id}-model-${n}`,
    version: null,
    kind: "model",
    announced: null,
    deprecated: null,
    shutdown: "2026-09-01",
    precision: "day",
    replacements: [],
    scheduled: true,
    state: null,
    evidence: { source: spec.id, url: spec.url, quote: "", seen_at: START, trust: "provider" },
  }));
}

/** The real flow on a store in memory. It may read one body of each source; whoever reads another fails the bench. */
export async function pipelineFor(
  specs: SourceSpec[],
  clock: Clock,
  fetch: PipelineDeps["fetch"],
): Promise<{ store: Store; poll: (spec: SourceSpec | undefined) => Promise<PollOutcome | null> }> {
  const store = await openStore(":memory:");
  const read = new Set<string>();
  const pipeline = createPipeline({
    store,
    records: createRecords(store.catalog),
    cursors: await loadCursors(openKeyv(store, "sources"), specs),
    seen: createSeen(openKeyv(store, "seen"), (keys) => store.events.known(keys)),
    examine: async ({ spec }) => {
      if (read.has(spec.id)) throw new Error("an unchanged body was read");
      read.add(spec.id);
      return { sound: true, reading: { facts: factsOf(spec), problems: [] } };
    },
    fetch,
    bearerFor: () => null,
    overrides: [],
    operatorChannel: null,
    restoredAt: null,
    clock,
    random: () => 0.5,
    log: silentLog,
    wake: () => undefined,
  });
  return { store, poll: async (spec) => (spec === undefined ? null : pipeline.poll(spec, PERIOD_MS)) };
}
