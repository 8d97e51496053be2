import { existsSync, readFileSync } from "node:fs";
import type { Fact, FactKind, IsoInstant, Precision, StatedState, Trust } from "../core/fact.ts";
import { type Claim, type ModelRecord, recordKey } from "../core/model.ts";
import { blankRecord, resolve, type Sights } from "./claims.ts";

/** Where `npm run catalog` writes what the recorded pages say. */
export const SHIPPED_FILE = new URL("shipped.json", import.meta.url);

/** What one source says of a record. What is left out is null, [] or false; `read` is the day of the look. */
export type ShippedClaim = {
  /** Index into the file's sources. */
  s: number;
  read: string;
  /** The name that the source uses, where it is another than the record's. */
  as?: string;
  announced?: string;
  deprecated?: string;
  shutdown?: string;
  /** Left out for "day". */
  precision?: Exclude<Precision, null>;
  replacements?: string[];
  ends?: 1;
  state?: Exclude<StatedState, null>;
  aliases?: string[];
  /** The newest recorded page no longer had the row. */
  gone?: 1;
};

export type ShippedRecord = {
  provider: string;
  surface: string;
  id: string;
  version?: string;
  /** Left out for "model". */
  kind?: FactKind;
  claims: ShippedClaim[];
};

export type ShippedFile = {
  sources: { id: string; url: string; trust: Trust; nature: "page" | "feed" }[];
  records: ShippedRecord[];
};

/**
 * The catalogue that ships with the project, so that questions have an answer before the first poll. It holds no quotes
 * and is never a "seen" mark nor an alert: nothing but answers may be made of it.
 *
 * @returns records by recordKey; none when the file is missing
 * @throws Error when the file is not what `npm run catalog` writes
 */
export function loadShipped(location: URL = SHIPPED_FILE): Map<string, ModelRecord> {
  if (!existsSync(location)) return new Map();
  const shipped = JSON.parse(readFileSync(location, "utf8")) as Partial<ShippedFile>;
  if (!Array.isArray(shipped.sources) || !Array.isArray(shipped.records)) {
    throw new Error(`${location.pathname} is no catalogue; build it with: npm run catalog`);
  }
  const { sources, records } = shipped;
  return new Map(records.map((row) => recordOf(row, sources)).map((record) => [recordKey(record), record]));
}

function recordOf(row: ShippedRecord, sources: ShippedFile["sources"]): ModelRecord {
  const claims = row.claims.flatMap((claim) => claimOf(row, claim, sources));
  const blank = blankRecord({
    provider: row.provider,
    surface: row.surface,
    model_id: row.id,
    version: row.version ?? null,
    kind: row.kind ?? "model",
  });
  const newest = claims.map((claim) => claim.last_seen).sort();
  return resolve({ ...blank, claims }, new Map(), newest.at(-1) ?? "1970-01-01T00:00:00Z");
}

function claimOf(row: ShippedRecord, claim: ShippedClaim, sources: ShippedFile["sources"]): Claim[] {
  const source = sources[claim.s];
  if (source === undefined) return [];
  const at = `${claim.read}T00:00:00Z`;
  const fact: Fact = {
    provider: row.provider,
    surface: row.surface,
    model_id: claim.as ?? row.id,
    version: row.version ?? null,
    kind: row.kind ?? "model",
    announced: claim.announced ?? null,
    deprecated: claim.deprecated ?? null,
    shutdown: claim.shutdown ?? null,
    precision: claim.precision ?? (claim.shutdown === undefined ? null : "day"),
    replacements: claim.replacements ?? [],
    scheduled: claim.ends === 1,
    state: claim.state ?? null,
    ...(claim.aliases === undefined ? {} : { aliases: claim.aliases }),
    evidence: { source: source.id, url: source.url, quote: "", seen_at: at, trust: source.trust },
  };
  const seen = { first_seen: at, last_seen: at, missing_since: claim.gone === 1 ? at : null, missing_polls: 0 };
  return [{ source: source.id, nature: source.nature, fact, ...seen, shipped: true }];
}

/**
 * What is known for answers: the polled records, and behind them what ships. A poll supersedes the shipped claim of its
 * source; what a page that has been polled since does not list any more counts as a row that is gone.
 *
 * @returns a new map; neither of the two is changed
 */
export function withShipped(
  records: ReadonlyMap<string, ModelRecord>,
  shipped: ReadonlyMap<string, ModelRecord>,
  sights: Sights,
  at: IsoInstant,
): Map<string, ModelRecord> {
  const all = new Map(records);
  for (const [key, old] of shipped) {
    const live = records.get(key);
    // What was merged into another record keeps no claims and must not come back to life here.
    if (live?.claims.length === 0) continue;
    const behind = claimsBehind(live, old, sights);
    if (live === undefined && behind.every((claim, at) => claim === old.claims[at])) all.set(key, old);
    else if (behind.length > 0) {
      const base = live ?? old;
      const aliases = [...new Set([...base.aliases, ...old.aliases])];
      all.set(key, resolve({ ...base, aliases, claims: [...(live?.claims ?? []), ...behind] }, sights, at));
    }
  }
  return all;
}

function claimsBehind(live: ModelRecord | undefined, old: ModelRecord, sights: Sights): Claim[] {
  const known = new Set(live?.claims.map((claim) => claim.source));
  return old.claims
    .filter((claim) => !known.has(claim.source))
    .map((claim) => {
      const polled = claim.nature === "feed" ? null : (sights.get(claim.source)?.last_good ?? null);
      return claim.missing_since !== null || polled === null ? claim : { ...claim, missing_since: polled };
    });
}
