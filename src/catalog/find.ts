import type { ModelRecord } from "../core/model.ts";
import { rankOf } from "./claims.ts";
import { firstWord, nameParts } from "./names.ts";
import { type Fit, fitKeys, fitOf, looseFit, type Question, questionsOf, shortFit } from "./query.ts";

type Names = {
  byFit: Map<string, Set<string>>;
  byLower: Map<string, Set<string>>;
  surfaces: Set<string>;
};

/** One table of names per catalogue, made at its first question: an answer costs no more when there are more models. */
const tables = new WeakMap<ReadonlyMap<string, ModelRecord>, Names>();

/**
 * Records that a person's words mean, best surfaces' order kept: by surface, then name. Empty when nothing fits.
 * A map that was asked must not be changed afterwards: a catalogue that has moved on is another map.
 */
export function findRecords(query: string, records: ReadonlyMap<string, ModelRecord>): ModelRecord[] {
  const names = namesOf(records);
  const questions = questionsOf(query, [...names.surfaces]);
  for (const question of questions) {
    const found = bestOf(question.name, candidates(question.name, names, records), question.surfaces);
    const behind = found.map((record) => snapshotBehind(record, names, records) ?? record);
    if (behind.length > 0) return [...new Set(behind)].sort(byPlace);
  }
  for (const question of questions) {
    const found = freely(question, records);
    if (found.length > 0) return [...new Set(found)].sort(byPlace);
  }
  return [];
}

/** What a free spelling means, where nothing bears the name itself; nothing where two makers' models could be meant. */
function freely(question: Question, records: ReadonlyMap<string, ModelRecord>): ModelRecord[] {
  for (const fitBy of [looseFit, shortFit]) {
    const fits: Fitting[] = [];
    for (const record of records.values()) {
      if (record.claims.length === 0 || (question.surfaces !== null && !question.surfaces.has(record.surface)))
        continue;
      const fit = fitBy(question.name, record.model_id);
      if (fit !== null) fits.push({ record, fit });
    }
    const makers = new Set(fits.map(({ record }) => firstWord(record.model_id)));
    if (fits.length === 0 || (fitBy === shortFit && makers.size > 1)) continue;
    return [...Map.groupBy(fits, ({ record }) => record.surface).values()].flatMap((list) => bestOfSurface(list));
  }
  return [];
}

function candidates(name: string, names: Names, records: ReadonlyMap<string, ModelRecord>): ModelRecord[] {
  const exact = names.byLower.get(name.toLowerCase()) ?? [];
  const keys = new Set([...exact, ...(names.byFit.get(fitKeys(name)[0]) ?? [])]);
  return [...keys]
    .map((key) => records.get(key))
    .filter((record) => record !== undefined)
    .filter((record) => record.claims.length > 0);
}

/**
 * The best answers of each surface. A name without its stage word ("gpt 4.5" for a preview) counts only where no
 * surface has the name itself: else it is another model.
 */
function bestOf(name: string, records: ModelRecord[], surfaces: ReadonlySet<string> | null): ModelRecord[] {
  const fits: Fitting[] = [];
  for (const record of records) {
    if (surfaces !== null && !surfaces.has(record.surface)) continue;
    const fit = recordFit(name, record);
    if (fit !== null) fits.push({ record, fit });
  }
  const exact = fits.filter(({ fit }) => fit <= 3);
  const bySurface = Map.groupBy(exact.length > 0 ? exact : fits, ({ record }) => record.surface);
  return [...bySurface.values()].flatMap((list) => bestOfSurface(list));
}

type Fitting = { record: ModelRecord; fit: Fit };

function bestOfSurface(list: Fitting[]): ModelRecord[] {
  const best = Math.min(...list.map(({ fit }) => fit));
  // The id itself and another spelling of it are one answer.
  const fitting = list.filter(({ fit }) => fit === best || (fit <= 1 && best <= 1)).map(({ record }) => record);
  // Price lists repeat an id with a region in front of it.
  const plain = fitting.filter((record) => !record.model_id.includes("/"));
  const answers = plain.length > 0 ? plain : fitting;
  return [...new Set(answers.map((record) => providersOwn(record, list) ?? record))];
}

/** "x-latest" of which only second hand speaks is what the provider says of the one snapshot behind it. */
function snapshotBehind(
  record: ModelRecord,
  names: Names,
  records: ReadonlyMap<string, ModelRecord>,
): ModelRecord | null {
  if (!/-latest$/i.test(record.model_id) || record.claims.some((claim) => rankOf(claim) < 2)) return null;
  const snapshots = candidates(record.model_id, names, records).filter(
    (one) =>
      one.surface === record.surface &&
      nameParts(one.model_id).days.length > 0 &&
      one.claims.some((claim) => rankOf(claim) === 0),
  );
  return snapshots.length === 1 ? (snapshots[0] ?? null) : null;
}

/** A snapshot that only second hand knows, and the provider's own record of the same name and day: the same model. */
function providersOwn(record: ModelRecord, list: Fitting[]): ModelRecord | null {
  if (record.shutdown === null || record.claims.some((claim) => rankOf(claim) < 2)) return null;
  const own = list.filter((one) => one.fit <= 3 && one.record.shutdown === record.shutdown);
  return own.find((one) => one.record.claims.some((claim) => rankOf(claim) === 0))?.record ?? null;
}

function recordFit(name: string, record: ModelRecord): Fit | null {
  // A snapshot of another day is another model, whatever else it is called.
  const days = nameParts(record.model_id).days;
  if (days.length > 0 && nameParts(name).days.some((day) => !days.includes(day))) return null;
  const fits = [record.model_id, ...record.aliases]
    .map((one) => fitOf(name, one, record.version))
    .filter((fit) => fit !== null);
  return fits.length === 0 ? null : (Math.min(...fits) as Fit);
}

function byPlace(a: ModelRecord, b: ModelRecord): number {
  const left = `${a.surface} ${a.model_id} ${a.version ?? ""}`;
  const right = `${b.surface} ${b.model_id} ${b.version ?? ""}`;
  return left < right ? -1 : Number(left > right);
}

function namesOf(records: ReadonlyMap<string, ModelRecord>): Names {
  const known = tables.get(records);
  if (known !== undefined) return known;
  const names: Names = { byFit: new Map(), byLower: new Map(), surfaces: new Set() };
  for (const [key, record] of records) {
    names.surfaces.add(record.surface);
    for (const name of [record.model_id, ...record.aliases]) {
      for (const fit of fitKeys(name)) add(names.byFit, fit, key);
      add(names.byLower, name.toLowerCase(), key);
    }
  }
  tables.set(records, names);
  return names;
}

function add(map: Map<string, Set<string>>, name: string, key: string): void {
  const keys = map.get(name);
  if (keys === undefined) map.set(name, new Set([key]));
  else keys.add(key);
}
