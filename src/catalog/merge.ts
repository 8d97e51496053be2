import type { Change } from "../core/change.ts";
import { DECISION } from "../core/decision.ts";
import type { Fact, IsoInstant } from "../core/fact.ts";
import { type ModelRecord, recordKey } from "../core/model.ts";
import type { Override, SourceSpec } from "../core/source.ts";
import type { Untold } from "../core/store.ts";
import { providerOf } from "../core/surface.ts";
import { applyFact, type Look } from "./apply.ts";
import { blankRecord, type Sights } from "./claims.ts";
import { changeOf, type Difference } from "./diff.ts";
import { indexRecords, type Place, placeOf, putRecord, type RecordIndex } from "./match.ts";
import { rowMissing } from "./missing.ts";
import { type Doubt, soundFacts } from "./reading.ts";
import { whyUntold } from "./telling.ts";

export type MergeInput = {
  /** Every known record, by recordKey. Not changed. */
  records: ReadonlyMap<string, ModelRecord>;
  spec: Pick<SourceSpec, "id" | "trust" | "nature">;
  /** What was read; null when the source said "not modified". */
  facts: readonly Fact[] | null;
  /** When the poll was made. */
  at: IsoInstant;
  /** True on the source's first good poll: it is learnt in silence. */
  baseline: boolean;
  /** What `judgePoll` said of the page: whether its gaps count, and a smaller page that became normal. */
  removals: boolean;
  newNormal: { since: IsoInstant; polls: number } | null;
  /** The last good look at each source, this one included as before the poll. */
  sights: Sights;
  overrides: readonly Override[];
};

export type Merged = {
  /** Records that are new or different. */
  records: ModelRecord[];
  /** News, still to be compared with what was seen before. */
  changes: Change[];
  untold: Untold[];
  /** Facts that were not believed. */
  doubts: Doubt[];
};

type Merging = {
  input: MergeInput;
  look: Look;
  index: RecordIndex;
  /** Keys of the records whose rows stood on the page. */
  present: Set<string>;
  /** Keys of the records that this source has already spoken of in this reading. */
  spoken: Set<string>;
  changed: Map<string, ModelRecord>;
  told: Change[];
  untold: Untold[];
};

/**
 * One good poll of one source: facts onto records, and what became different by that.
 *
 * Safe to run again with the old cursor and the new records: what the records hold already is no difference.
 */
export function mergePoll(input: MergeInput): Merged {
  const { spec, at, sights } = input;
  const { facts, doubts } = soundFacts(input.facts ?? [], at);
  const merging: Merging = {
    input,
    look: { source: spec.id, nature: spec.nature, at, sights, removals: input.removals },
    index: indexRecords(input.records, new Set(facts.map((fact) => fact.surface))),
    present: new Set(),
    spoken: new Set(),
    changed: new Map(),
    told: [],
    untold: [],
  };
  const rows = Map.groupBy(facts, (fact) => `${fact.surface}|${fact.model_id.toLowerCase()}`);
  for (const fact of facts) mergeFact(merging, fact, rows);
  if (spec.nature === "page") countMissing(merging);
  return { records: [...merging.changed.values()], changes: merging.told, untold: merging.untold, doubts };
}

function mergeFact(merging: Merging, fact: Fact, rows: Map<string, Fact[]>): void {
  const ownRow = (record: ModelRecord) => rows.has(`${record.surface}|${record.model_id.toLowerCase()}`);
  const alone = rows.get(`${fact.surface}|${fact.model_id.toLowerCase()}`)?.length === 1;
  const place = placeOf(merging.index, fact, alone, ownRow);
  const record = place.record ?? startRecord(merging, fact, place);
  const key = recordKey(record);
  const applied = applyFact(record, fact, merging.look, merging.spoken.has(key));
  merging.spoken.add(key);
  if (!applied.unsaid) merging.present.add(key);
  if (applied.record !== record || place.record === null) keep(merging, applied.record);
  if (applied.difference !== null) sortOut(merging, record, applied.record, applied.fact, applied.difference, place);
}

/** A new record; one that was known by display name only hands its claims and its story over to the id. */
function startRecord(merging: Merging, fact: Fact, place: Place): ModelRecord {
  const fresh = blankRecord({
    provider: fact.provider === "" ? providerOf(fact.surface) : fact.provider,
    surface: fact.surface,
    model_id: fact.model_id,
    version: fact.version,
    kind: fact.kind,
  });
  const old = place.takesOver;
  if (old === null) return fresh;
  const { at, source } = merging.look;
  const merged = { at, kind: "merged", from: old.model_id, to: fact.model_id, source };
  keep(merging, { ...old, claims: [], scheduled: false, history: [...old.history, merged] });
  return {
    ...old,
    provider: fresh.provider,
    model_id: fact.model_id,
    version: fact.version,
    aliases: [...old.aliases, old.model_id],
    history: [...old.history, merged],
  };
}

function keep(merging: Merging, record: ModelRecord): void {
  putRecord(merging.index, record);
  merging.changed.set(recordKey(record), record);
}

function sortOut(
  merging: Merging,
  before: ModelRecord,
  record: ModelRecord,
  fact: Fact,
  difference: Difference,
  place: Pick<Place, "kin">,
): void {
  const { spec, at, baseline, sights, overrides } = merging.input;
  const change = changeOf(record, fact, difference, { source: spec.id, at });
  const kin = place.kin.filter((one) => !merging.spoken.has(recordKey(one)));
  const decision = whyUntold(before, fact, difference, kin, { spec, at, baseline, sights, overrides });
  if (decision === null) merging.told.push(change);
  else merging.untold.push({ change, decision });
  const moved = difference.kind === "date-moved" && decision === null;
  if (moved) noteReplacement(merging, before, record, fact);
}

/** A new replacement that came with the new date is part of that alert; /model-why shows that it was seen. */
function noteReplacement(merging: Merging, before: ModelRecord, record: ModelRecord, fact: Fact): void {
  if (before.replacements.join() === fact.replacements.join() || fact.replacements.length === 0) return;
  const difference: Difference = { kind: "replacement-changed", previous: before.replacements, before: null };
  const change = changeOf(record, fact, difference, { source: merging.input.spec.id, at: merging.input.at });
  merging.untold.push({ change, decision: DECISION.withMovedDate });
}

function countMissing(merging: Merging): void {
  const { input, look, present } = merging;
  if (!input.removals) return;
  const counted = input.facts === null ? "not-modified" : (input.newNormal ?? "read");
  for (const [key, known] of input.records) {
    const record = merging.changed.get(key) ?? known;
    const claim = present.has(key) ? undefined : record.claims.find((one) => one.source === look.source);
    if (claim === undefined) continue;
    const gone = rowMissing(record, claim, look, counted);
    if (gone === null) continue;
    keep(merging, gone.record);
    if (gone.difference !== null) sortOut(merging, record, gone.record, gone.fact, gone.difference, { kin: [] });
  }
}
