import { type Block, type Cell, type Line, type ListItem, textOf } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";
import { surelyId } from "../cells/tokens.ts";
import { tailOf } from "../line-parts.ts";
import { columnsOf } from "../table/columns.ts";
import type { Draft } from "../table/draft.ts";
import { type ColumnRole, DAY_ROLES, meaningOfHeader, MODEL_ROLES, speaksOfLeaving } from "../table/header-words.ts";
import { runOnFields } from "./run-on.ts";
import { type Around, draftsOfRows, type RowProblem } from "../table/rows.ts";

/** One line "Key: value". */
type Field = { key: string; role: ColumnRole; value: Line[] };
type Entry = { key: string; value: Line[] };

const LIFE: ReadonlySet<ColumnRole> = new Set(["state", "legacy", "deprecated", "shutdown", "floor"]);
const NAMING: ReadonlySet<ColumnRole> = new Set(["model", "name"]);
const SUBJECT = "Model";
/** "**Model inference**: API calls will fail." explains a word; it names no model. */
const SENTENCE = /\S+\s\S+\s\S+\s\S+\s.*[.。!！](\s|$)/;
const DEEPEST = 8;

export type RecordReading = { drafts: Draft[]; problems: RowProblem[]; rows: number };

/**
 * Reads records that are written as "Key: value" lines: nested bullets, definition lists, paragraphs. A nested record
 * inherits what the levels above it say. The keys are headings, so the records become a table and are read as one.
 *
 * @returns null when the blocks hold no such records
 */
export function readRecords(blocks: Block[], around: Around, sense: DateSense): RecordReading | null {
  const keyed = around.subject === null ? blocks : blocks.map((block) => keysOf(block));
  const records = keyed.flatMap((block) => recordsOfBlock(block, []));
  const sound = records.filter((record) => record.some((entry) => LIFE.has(meaningOfHeader(entry.key).role)));
  if (sound.length === 0) return null;
  const keys = [...new Set(sound.flatMap((record) => record.map((entry) => entry.key)))];
  const headings = keys.map((key) => cellOf([[{ text: key }]]));
  const body = sound.map((record) => keys.map((key) => cellOf(record.find((entry) => entry.key === key)?.value ?? [])));
  const columns = columnsOf(headings, body, sense, around.explained);
  const named = columns.some((column) => column.role === "model" || column.role === "name");
  if (!named && around.subject === null) return null;
  const read = draftsOfRows(columns, body, { ...around, from: "list" }, sense);
  return { ...read, drafts: read.drafts.filter((draft) => !SENTENCE.test(draft.id)) };
}

/** "Shuts down D" and "Use y" in a list below the heading that names the model. */
const keysOf = (block: Block): Block => (block.type === "list" ? { ...block, items: withKeys(block.items) } : block);

function cellOf(lines: Line[]): Cell {
  return { lines, header: false, spanned: false };
}

function recordsOfBlock(block: Block, above: Entry[]): Entry[][] {
  if (block.type === "list") return recordsOfItems(block.items, above, 0);
  if (block.type === "definitions" && block.entries.filter((entry) => isKey(textOf(entry.term))).length > 1) {
    const own = block.entries.map((entry) => ({
      key: textOf(entry.term).replace(/\s*[:：]\s*$/, ""),
      value: entry.details.flatMap((detail) => itemsOf(detail).flatMap((item) => item.lines)),
    }));
    // Terms over sentences are explained, not filled in.
    if (own.filter((entry) => SENTENCE.test(textOf(entry.value))).length * 2 >= own.length) return [];
    return runsOf(own).map((run) => [...above, ...run]);
  }
  if (block.type === "definitions") {
    return block.entries.flatMap((entry) => {
      const subject: Entry[] = [...above, { key: SUBJECT, value: entry.term }];
      return recordsOfItems(
        entry.details.flatMap((detail) => itemsOf(detail)),
        subject,
        1,
      );
    });
  }
  if (block.type === "paragraph") return recordsOfItems(itemsOf(block), above, 0);
  return [];
}

function itemsOf(block: Block): ListItem[] {
  if (block.type === "list") return block.items;
  if (block.type === "paragraph") {
    const lines = block.lines.flatMap(
      (line) => dottedFields(line) ?? namedFields(line) ?? advisedField(line) ?? runOnFields(line, isKey),
    );
    return lines.map((line) => ({ lines: [line], children: [] }));
  }
  return [];
}

function isKey(text: string): boolean {
  return MODEL_ROLES.has(meaningOfHeader(text).role);
}

/** Siblings that are fields make one record; siblings that are subjects make one each. */
function recordsOfItems(items: ListItem[], above: Entry[], depth: number): Entry[][] {
  if (depth > DEEPEST) return [];
  const records: Entry[][] = [];
  const own: Entry[] = [];
  const nested: { entry: Entry; items: ListItem[] }[] = [];
  /** Lines that are a record each, of what the others say. */
  const rows: ListItem[][] = [];
  for (const item of items) {
    const row = slashedFields(item);
    if (row !== null) {
      rows.push(row);
      continue;
    }
    const field = fieldOf(item.lines);
    const fields = field === null ? fieldsBelow(item.lines) : [];
    const children = [...fields, ...item.children.flatMap((child) => withKeys(itemsOf(child)))];
    const inner = children.some((child) => fieldOf(child.lines) !== null || child.children.length > 0);
    if (field !== null) {
      const value = field.value.length > 0 || inner ? field.value : children.flatMap((child) => child.lines);
      const entry = { key: field.key, value };
      if (inner) nested.push({ entry, items: children });
      else own.push(entry);
    } else if (inner && !isStage(textOf(item.lines.slice(0, 1))))
      nested.push({ entry: { key: SUBJECT, value: item.lines.slice(0, 1) }, items: children });
  }
  const runs = runsOf(own);
  if (nested.length === 0 && runs.length > 1) return runs.map((run) => [...above, ...run]);
  const shared = [...above, ...own];
  for (const row of rows) records.push(...recordsOfItems(row, shared, depth + 1));
  for (const { entry, items: inside } of nested)
    records.push(...recordsOfItems(inside, withEntry(shared, entry), depth + 1));
  const leaf =
    nested.length + rows.length === 0 || !records.some((record) => own.every((entry) => record.includes(entry)));
  if (own.length > 0 && leaf) records.push(shared);
  return records;
}

/** "Shutdown D" and "Replacement y" in bullets below a name, where at least the day has its words: fields without a colon. */
function withKeys(items: ListItem[]): ListItem[] {
  const single = items.every(({ lines, children }) => lines.length === 1 && children.length === 0);
  if (!single || items.some(({ lines }) => fieldOf(lines) !== null)) return items;
  const dayed = items.map(({ lines }) => dayedField(textOf(lines).trim()));
  if (dayed.every((field) => field === null)) return items;
  return items.map((item, index) => {
    const field = dayed[index] ?? item.lines.map((line) => advisedField(line) ?? calledField(line))[0];
    return field === null || field === undefined ? item : { lines: [field.flat()], children: [] };
  });
}

/** "Replacement y": a word for it, and one name. */
function calledField(line: Line): Line[] | null {
  const [, key = "", name = ""] = /^(\p{L}[\p{L} ]{2,30}?)\s+(\S+)$/u.exec(textOf([line]).trim()) ?? [];
  return surelyId(name) && meaningOfHeader(key).role === "replacement" ? [[{ text: `${key}: ${name}` }]] : null;
}

/** A name, and on the lines below it "Shutdown: D" and "Move to: x". */
function fieldsBelow([, ...lines]: readonly Line[]): ListItem[] {
  return lines.length > 0 && lines.every((line) => isField(line))
    ? lines.map((line) => ({ lines: [line], children: [] }))
    : [];
}

/** "Model, Shutdown, Replacement, Model, ...": where the key that names the model comes again, another record begins. */
function runsOf(fields: readonly Entry[]): Entry[][] {
  const [first] = fields;
  const naming = first !== undefined && NAMING.has(meaningOfHeader(first.key).role);
  const runs: Entry[][] = [];
  for (const field of fields) {
    if (runs.length === 0 || (naming && field.key === first.key)) runs.push([field]);
    else runs.at(-1)?.push(field);
  }
  return runs;
}

/** "End of life:" over what happens then is a step of every model's life, not a model. */
function isStage(text: string): boolean {
  return !/\d/.test(text) && speaksOfLeaving(text);
}

/** A subject below another one ("Anthropic", then "Claude 3 Haiku") takes its place. */
function withEntry(entries: Entry[], entry: Entry): Entry[] {
  return [...entries.filter((other) => other.key !== entry.key), entry];
}

const MARK = /\s*[:：]\s*|\s+[—–-]\s+/;
const DAY_IN_KEY = /20\d\d ?[-./年년] ?\d{1,2} ?[-./月월]/;
const LONGEST_KEY = 48;
/** A mark behind the longest key does not count: no more of a line is looked at (its blanks are single ones). */
const FAR = 4 * LONGEST_KEY;

/** "**EOL date**: March 10, 2026", "EOL date — March 10, 2026". Null when the words before the mark are no known key. */
function fieldOf(lines: Line[]): Field | null {
  const [first] = lines;
  if (first === undefined) return null;
  const text = textOf([first]);
  const mark = MARK.exec(text.length > FAR ? text.slice(0, FAR) : text);
  // A whole bold sentence with a code mark in it is no key and its value.
  const boldEnd = first[0]?.bold === true && first[1]?.bold !== true ? first[0].text.length : -1;
  const cut =
    mark !== null && mark.index <= LONGEST_KEY
      ? { at: mark.index, to: mark.index + mark[0].length }
      : boldEnd > 0
        ? { at: boldEnd, to: boldEnd }
        : null;
  if (cut === null) return null;
  const key = text
    .slice(0, cut.at)
    .replace(/[*_:]+/g, "")
    .trim();
  // "Removed Dec 4, 2026. Suggested: x" has a sentence before its key.
  // "2027.06.30 停止服务: x, y" is an item with its day.
  if (key === "" || DAY_IN_KEY.test(key) || key.split(/\s+/).length > 6 || /\d[.。]\s|[。!?]\s/u.test(key)) return null;
  const { role } = meaningOfHeader(key);
  if (!MODEL_ROLES.has(role)) return null;
  return { key, role, value: [tailOf(first, cut.to), ...lines.slice(1)].filter((line) => line.length > 0) };
}

/** True for a line that is a field of a record ("Shutdown: March 10, 2026"), or several with points between them. */
export function isField(line: Line): boolean {
  return fieldOf([line]) !== null || dottedFields(line) !== null || namedFields(line) !== null;
}

const DOT = /\s+[·•|]\s+/;
/** A day behind its words, without a colon: "Retires March 31, 2027", "2027年3月31日提供終了". */
const DAYED = /^(?:on |am |zum |le |el |em |il )?((?=[^\n]{0,24}\d)[\p{L}\d][\p{L}\d. ,/-]{5,24})$/u;
const WORDS = /^\p{L}[\p{L} '’-]{2,30}$/u;
const DAY_FIRST = /^(\d[\d\s年月日./년월일-]{7,16})\s*(\p{L}{2,12})$/u;

/** "Announced January 28, 2027 · Retires March 31, 2027": fields in one line; null where a part of it is none. */
function dottedFields(line: Line): Line[] | null {
  const text = textOf([line]);
  if (text.length > FAR || !DOT.test(text)) return null;
  const fields = text.split(DOT).map((part) => dayedField(part.trim()));
  return fields.every((field) => field !== null) ? fields : null;
}

/** "**x** | Shutdown: D | Replacement: y": a name before the fields of its line; null for any other line. */
function namedFields(line: Line): Line[] | null {
  const text = textOf([line]);
  if (text.length > FAR || !DOT.test(text)) return null;
  const [name = "", ...parts] = text.split(DOT).map((part) => part.trim());
  const fields = parts.map((part) => (/[:：]/.test(part) ? fieldOf([[{ text: part }]]) : null));
  if (!surelyId(name) || fields.length === 0 || fields.some((field) => field === null)) return null;
  return [[{ text: `${SUBJECT}: ${name}` }], ...parts.map((part): Line => [{ text: part }])];
}

/** "Switch to x", "Use x instead" on a line of a record: its replacement without a key. */
const ADVISED =
  /^(?:please )?(?:(?:switch|move|migrate|change|upgrade|go)(?: over)? to|use|try|replaced by|succeeded by|wechseln sie zu|passez à|migrez vers|cambie a|migre a|mude para|passa a)\s+(\S+)(?: instead)?\.?$/iu;

function advisedField(line: Line): Line[] | null {
  const name = ADVISED.exec(textOf([line]).trim())?.[1];
  return name === undefined || !surelyId(name) ? null : [[{ text: `Replacement: ${name}` }]];
}

const SLASH = /\s\/\s(?=[\p{L} ]{2,40}[:：])/u;
const LONGEST_ROW = 1_000;

/** "Regions: us-east-1 / Legacy date: D / EOL date: E": a record in one line; null for any other. */
function slashedFields({ lines, children }: ListItem): ListItem[] | null {
  const [line] = lines;
  if (line === undefined || lines.length > 1 || children.length > 0) return null;
  const text = textOf([line]);
  const parts = text.length > LONGEST_ROW || !SLASH.test(text) ? [] : text.split(SLASH);
  const fields = parts.map((part) => fieldOf([[{ text: part }]]));
  if (fields.filter((field) => field !== null && LIFE.has(field.role)).length === 0) return null;
  return parts.map((part) => ({ lines: [[{ text: part }]], children: [] }));
}

function dayedField(part: string): Line | null {
  if (fieldOf([[{ text: part }]]) !== null) return [{ text: part }];
  const [, first, behind] = DAY_FIRST.exec(part) ?? [];
  const { key, value } = dayBehindWords(part) ?? { key: behind, value: first };
  if (key === undefined || value === undefined || !DAY_ROLES.has(meaningOfHeader(key).role)) return null;
  return [{ text: `${key}: ${value}` }];
}

/** The shortest words before a day that say what it is: "Shuts down May 4, 2027" is no "Shuts". */
function dayBehindWords(part: string): { key: string; value: string } | null {
  const words = part.split(/\s+/);
  for (let count = 1; count < Math.min(words.length, 6); count += 1) {
    const key = words.slice(0, count).join(" ");
    const value = DAYED.exec(words.slice(count).join(" "))?.[1];
    if (value !== undefined && WORDS.test(key) && DAY_ROLES.has(meaningOfHeader(key).role)) return { key, value };
  }
  return null;
}

/** True for "Shutdown: March 10, 2026" and "Replacement: x": a field that says something of a model and names none. */
export function saysOfModel(line: Line): boolean {
  const { key = "", role } = fieldOf([line]) ?? {};
  return role !== undefined && !/[\d(（]/.test(key) && !NAMING.has(role) && role !== "version" && role !== "maker";
}
