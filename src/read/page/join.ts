import type { Draft } from "../table/draft.ts";

/**
 * Joins what a page says of one thing in several places, so that no fact is told twice: a status table with a history, an
 * overview with sections, a page that holds itself twice. Rows of one id with different regions and dates stay apart.
 */
export function joinDrafts(drafts: Draft[]): Draft[] {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = `${draft.kind}|${draft.id.toLowerCase()}|${draft.surface ?? ""}|${draft.version ?? ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [draft]);
    else group.push(draft);
  }
  return [...withoutBareTwins(groups)].flatMap((group) => joinGroup(group));
}

/** A draft without a version belongs to the one with it when there is only one such. */
function withoutBareTwins(groups: Map<string, Draft[]>): Draft[][] {
  const byId = new Map<string, Draft[][]>();
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const key = `${first.kind}|${first.id.toLowerCase()}|${first.surface ?? ""}`;
    byId.set(key, [...(byId.get(key) ?? []), group]);
  }
  return [...byId.values()].flatMap((same) => {
    const bare = same.find((group) => group[0]?.version === null);
    if (bare === undefined || same.length !== 2) return same;
    const other = same.find((group) => group !== bare) ?? [];
    const version = other[0]?.version ?? null;
    return [[...bare, ...other].map((draft) => ({ ...draft, version }))];
  });
}

function joinGroup(group: Draft[]): Draft[] {
  const [first] = group;
  if (first === undefined || group.length === 1) return group;
  const apart = splitByDay(group);
  if (apart !== null) return apart.map((part) => joinAll(part));
  return [joinAll(group)];
}

/**
 * Two firm dates in two regions are two facts; the same dates in two regions are one. Rows of one table that contradict
 * each other without a word why stay apart too: neither may be lost, and who reads them shows both.
 */
function splitByDay(group: Draft[]): Draft[][] | null {
  const [first] = group;
  // Sections of a region each stand beside one another as rows do.
  const apart = group.every((draft) => draft.regions !== "" && draft.from === first?.from);
  const dated = group.filter((draft) => draft.shutdown !== null && (apart || draft.section === first?.section));
  const dates = new Set(dated.map((draft) => draft.shutdown));
  const regions = new Set(dated.map((draft) => draft.regions));
  if (dated.length !== group.length || dates.size < 2) return null;
  if (regions.size < dates.size && !group.every((draft) => isRowLike(draft, first))) return null;
  return [...dates].map((date) => group.filter((draft) => draft.shutdown === date));
}

/** A row of a table that tells as much as another: no newer notice, no other state, no floor beside a firm day. */
function isRowLike(draft: Draft, other: Draft | undefined): boolean {
  return (
    draft.from === "table" &&
    other?.from === "table" &&
    draft.announced === other.announced &&
    draft.state === other.state &&
    !draft.floor &&
    !other.floor
  );
}

/** The draft that decides the date, completed from the others. */
function joinAll(group: Draft[]): Draft {
  const [lead, ...rest] = group.toSorted((a, b) => rank(b) - rank(a) || newer(b, a));
  if (lead === undefined) throw new Error("nothing to join");
  const joined = { ...lead, names: [...lead.names], replacements: [...lead.replacements], stages: [...lead.stages] };
  for (const other of rest) complete(joined, other, lead);
  return joined;
}

/** A present state in a table outranks a history, a date outranks none, tables and lists outrank prose. */
function rank(draft: Draft): number {
  const said = draft.stateOfRow ? 8 : 0;
  const dated = draft.shutdown !== null ? 4 : 0;
  const firm = draft.shutdown !== null && !draft.floor ? 2 : 0;
  return (draft.from === "prose" ? 0 : 1) + said + dated + firm;
}

function newer(a: Draft, b: Draft): number {
  return (a.announced ?? "").localeCompare(b.announced ?? "");
}

function complete(joined: Draft, other: Draft, lead: Draft): void {
  const sameEnd = other.shutdown === null || joined.shutdown === null || other.shutdown === joined.shutdown;
  // A history may tell of a retirement that the present state takes back; then nothing of it belongs here.
  const ends = lead.shutdown !== null && !lead.floor;
  const takenBack = lead.stateOfRow && lead.state === "active" && !ends && other.shutdown !== null && !other.floor;
  if (takenBack && !other.ofSection) return;
  // "Launch stage: Preview" in small print takes nothing back of "will be shut down on D" under the model's own heading.
  if (takenBack) joined.state = null;
  const status = lead.stateOfRow && !other.stateOfRow;
  if (joined.shutdown === null && other.shutdown !== null) {
    joined.shutdown = other.shutdown;
    joined.precision = other.precision;
    joined.floor = other.floor;
  }
  if (sameEnd || status) {
    joined.announced ??= other.announced;
    if (joined.deprecated === null && other.deprecated !== null) {
      joined.deprecated = other.deprecated;
      joined.legacy = other.legacy;
    }
    joined.state ??= other.state;
    joined.notice ||= other.notice;
    if (joined.stages.length === 0) joined.stages = other.stages;
  }
  if (joined.replacements.length === 0 && (sameEnd || status)) joined.replacements = [...other.replacements];
  else if (sameEnd && other.shutdown !== null && other.announced === lead.announced && other.from === lead.from) {
    joined.replacements = [...new Set([...joined.replacements, ...other.replacements])];
  }
  joined.names = [...new Set([...joined.names, ...other.names])];
}
