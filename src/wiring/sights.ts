import { shownAddress } from "../core/address.ts";
import type { KeyedCache } from "../core/store.ts";
import { emptySourceState, type SourceState } from "../core/source-state.ts";
import type { SourceHealth, SourceSpec } from "../core/source.ts";
import type { Sight } from "../catalog/claims.ts";

/** The cursors of all sources, read once and kept; Keyv holds the durable copy. */
export type Cursors = {
  of(id: string): SourceState;
  save(id: string, state: SourceState): Promise<void>;
  /** Kept up to date: read it at once, and do not keep it. */
  sights(): ReadonlyMap<string, Sight>;
  health(): SourceHealth[];
};

/** Loads the cursor of every source. `off` sources are shown in health and never polled. */
export async function loadCursors(
  keyv: KeyedCache<SourceState>,
  specs: readonly SourceSpec[],
  off: readonly SourceSpec[] = [],
): Promise<Cursors> {
  const known = new Map<string, SourceSpec>([...specs, ...off].map((spec) => [spec.id, spec]));
  const isOff = new Set(off.map((spec) => spec.id));
  const states = new Map<string, SourceState>();
  for (const id of known.keys()) states.set(id, { ...emptySourceState(), ...(await keyv.get(id)) });
  const sights = new Map<string, Sight>();
  for (const [id, spec] of known) sights.set(id, sightOf(spec, states.get(id) ?? emptySourceState()));
  return {
    of: (id) => states.get(id) ?? emptySourceState(),
    save: async (id, state) => {
      await keyv.set(id, state);
      states.set(id, state);
      const spec = known.get(id);
      if (spec !== undefined) sights.set(id, sightOf(spec, state));
    },
    sights: () => sights,
    health: () =>
      [...known.values()].map((spec) => healthOf(spec, states.get(spec.id) ?? emptySourceState(), isOff.has(spec.id))),
  };
}

function sightOf({ trust, nature, surface }: SourceSpec, { last_good }: SourceState): Sight {
  return { trust, nature, surface, last_good };
}

function healthOf(spec: SourceSpec, state: SourceState, off: boolean): SourceHealth {
  return {
    id: spec.id,
    url: shownAddress(spec.url),
    provider: spec.provider,
    surface: spec.surface,
    trust: spec.trust,
    health: off ? "off" : state.health,
    last_good: state.last_good,
    last_attempt: state.last_attempt,
    rows: state.rows.at(-1) ?? null,
    failures: state.failures,
    problem: state.problem,
    next_poll: off ? null : state.next_due,
  };
}
