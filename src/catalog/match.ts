import type { Fact } from "../core/fact.ts";
import { type ModelRecord, recordKey } from "../core/model.ts";
import { baseKey, firstWord, isDisplayName, nameParts, STAGES } from "./names.ts";

/** Records by every name that they can be found under. Kept up to date while one poll is merged. */
export type RecordIndex = {
  records: Map<string, ModelRecord>;
  byId: Map<string, Set<string>>;
  byAlias: Map<string, Set<string>>;
  byName: Map<string, Set<string>>;
  byNumbers: Map<string, Set<string>>;
};

/** An index over the records of these surfaces; a poll that brings nothing new costs nothing. */
export function indexRecords(records: ReadonlyMap<string, ModelRecord>, surfaces: ReadonlySet<string>): RecordIndex {
  const index: RecordIndex = {
    records: new Map(),
    byId: new Map(),
    byAlias: new Map(),
    byName: new Map(),
    byNumbers: new Map(),
  };
  if (surfaces.size === 0) return index;
  for (const record of records.values()) if (surfaces.has(record.surface)) putRecord(index, record);
  return index;
}

/** Puts a record in, or in the place of its older state. Its names only ever grow, so nothing is taken out. */
export function putRecord(index: RecordIndex, record: ModelRecord): void {
  const key = recordKey(record);
  index.records.set(key, record);
  if (record.claims.length === 0) return;
  add(index.byId, nameAt(record.surface, record.model_id), key);
  for (const alias of record.aliases) add(index.byAlias, nameAt(record.surface, alias), key);
  for (const name of [record.model_id, ...record.aliases]) {
    add(index.byName, `${record.surface}|${baseKey(name)}`, key);
    add(index.byNumbers, `${record.surface}|${nameParts(name).numbers.join(" ")}`, key);
  }
}

/** Where a fact belongs: on a known record, or on a new one, which may take over one that had only a display name. */
export type Place = {
  record: ModelRecord | null;
  /** Records of other names that surely or probably mean the same model; for "told under another name". */
  kin: ModelRecord[];
  /** A record known by display name only, which this fact's id now names. */
  takesOver: ModelRecord | null;
};

/**
 * Finds the place of a fact. The same id on another surface is never the same model.
 *
 * @param alone true when the reading has only one version of this id: then a version that one side leaves out is no
 *   other model
 * @param ownRow true for a record that has a row of its own in the same reading: where a source lists an id and its
 *   alias both, it speaks of two ids that end
 */
export function placeOf(
  index: RecordIndex,
  fact: Fact,
  alone: boolean,
  ownRow: (record: ModelRecord) => boolean,
): Place {
  const exact = index.records.get(recordKey(fact));
  if (exact !== undefined && exact.claims.length > 0) return { record: exact, kin: [], takesOver: null };
  const sameId = found(index, index.byId, nameAt(fact.surface, fact.model_id));
  if (alone && sameId.length === 1 && (fact.version === null || sameId[0]?.version === null)) {
    return { record: sameId[0] ?? null, kin: [], takesOver: null };
  }
  if (sameId.length > 0) return { record: null, kin: fact.version === null ? sameId : [], takesOver: null };
  return byOtherNames(index, fact, ownRow);
}

function byOtherNames(index: RecordIndex, fact: Fact, ownRow: (record: ModelRecord) => boolean): Place {
  const names = [...found(index, index.byAlias, nameAt(fact.surface, fact.model_id)), ...aliasRecords(index, fact)];
  const aliased = names.filter((one) => fits(one, fact));
  if (aliased.length === 1 && aliased[0] !== undefined && !ownRow(aliased[0]))
    return { record: aliased[0] ?? null, kin: [], takesOver: null };
  const base = baseKey(fact.model_id);
  if (base === "") return { record: null, kin: aliased, takesOver: null };
  const named = found(index, index.byName, `${fact.surface}|${base}`).filter((one) => fits(one, fact));
  const shortened = named.length === 0 ? byShortName(index, fact) : null;
  if (shortened !== null) return { record: shortened, kin: [], takesOver: null };
  if (isDisplayName(fact.model_id)) {
    const ids = named.filter((one) => !isDisplayName(one.model_id));
    const only = ids.length === 1 ? ids[0] : named.length === 1 ? named[0] : undefined;
    return only === undefined
      ? { record: null, kin: [...aliased, ...named], takesOver: null }
      : { record: only, kin: [], takesOver: null };
  }
  const display = named.filter((one) => isDisplayName(one.model_id));
  const others = named.filter((one) => !isDisplayName(one.model_id));
  const takesOver = display.length === 1 && others.length === 0 ? (display[0] ?? null) : null;
  return { record: null, kin: [...aliased, ...display], takesOver };
}

/**
 * Articles, mails and notes say "GPT-4.5" of gpt-4.5-preview and "Haiku 3" of claude-3-haiku: the numbers are all there,
 * a word is left out. It is the same model when only one record can be meant; and where the word left out is a stage,
 * only when both end on the same day, since a preview and the model itself are two. A provider's page prints its own
 * ids and is taken by its word.
 */
function byShortName(index: RecordIndex, fact: Fact): ModelRecord | null {
  const isName = isDisplayName(fact.model_id);
  if (fact.evidence.trust === "provider" && !isName) return null;
  const { numbers, words } = nameParts(fact.model_id);
  if (words.length === 0 || numbers.length === 0) return null;
  const longer = found(index, index.byNumbers, `${fact.surface}|${numbers.join(" ")}`)
    .filter((one) => fits(one, fact))
    .map((record) => ({ record, left: wordsLeft(record, words) }))
    .filter(({ record, left }) => isShortened(record, left));
  const [only] = longer;
  if (only === undefined || longer.length > 1) return null;
  const left = only.left ?? [];
  if (isName && left.length === 1 && left[0] === firstWord(only.record.model_id)) return only.record;
  if (!left.every((word) => STAGES.has(word)) || !only.record.scheduled || !fact.scheduled) return null;
  return fact.shutdown === null || fact.shutdown === only.record.shutdown ? only.record : null;
}

/** True when the words left out are stages, or the maker's word in front; "turbo" or "mini" make another model. */
function isShortened(record: ModelRecord, left: readonly string[] | null): boolean {
  if (left === null || left.length === 0) return false;
  return left.every((word) => STAGES.has(word)) || (left.length === 1 && left[0] === firstWord(record.model_id));
}

/** The words of a record's id that a shorter name leaves out; null when the name has words of its own. */
function wordsLeft(record: ModelRecord, words: readonly string[]): string[] | null {
  const all = nameParts(record.model_id).words;
  return words.every((word) => all.includes(word)) ? all.filter((word) => !words.includes(word)) : null;
}

/** Records whose id the fact itself calls an alias: the same model by the source's own words. */
function aliasRecords(index: RecordIndex, fact: Fact): ModelRecord[] {
  return (fact.aliases ?? []).flatMap((alias) => found(index, index.byId, nameAt(fact.surface, alias)));
}

/** A name without a version never decides between versions, and an agent is no model of the same name. */
function fits(record: ModelRecord, fact: Fact): boolean {
  return (
    (record.version === fact.version || record.version === null || fact.version === null) && sameKind(record, fact)
  );
}

function sameKind(record: ModelRecord, fact: Fact): boolean {
  return record.kind === fact.kind;
}

function found(index: RecordIndex, map: Map<string, Set<string>>, name: string): ModelRecord[] {
  return [...(map.get(name) ?? [])]
    .map((key) => index.records.get(key))
    .filter((record) => record !== undefined)
    .filter((record) => record.claims.length > 0);
}

function nameAt(surface: string, name: string): string {
  return `${surface}|${name.toLowerCase()}`;
}

function add(map: Map<string, Set<string>>, name: string, key: string): void {
  const keys = map.get(name);
  if (keys === undefined) map.set(name, new Set([key]));
  else keys.add(key);
}
