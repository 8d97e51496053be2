import { type Literal, readLiteral } from "./literal.ts";

/** Data that an MDX page hands to a component or keeps in a constant, as the lines of pipe tables. */
export type MdxData = { tables: string[][]; title: string; last: number };

const CONSTANT = /^export\s+const\s+\w+(?:\s*:[^=\n]{1,80})?\s*=\s*(?=[[{])/;
const OPENING = /^\s*<[A-Z][\w.]*(?=[\s/>]|$)/;
const TAG = /\s*<[A-Z][\w.]*(?=[\s/>]|$)/y;
const ATTRIBUTE = /\s*([A-Za-z][\w-]*)(?:=(?:"([^"]*)"|'([^']*)'|(\{)))?/y;
const END = /\s*(\/?)>/y;
const SPACE = /\s*/y;
const MOST_LINES = 1_500;

/**
 * Reads `export const models = [{...}]`, `<Table rows={[{...}]} />`, and components one under the other that tell one
 * thing each in their attributes (`<Model id="x" shutdown="2027-01-31" />`), that start on line `at`. Null where there is no
 * such data: the line is then what it always was. Nothing is evaluated.
 *
 * @param starts where the lines of the page start
 */
export function mdxDataAt(page: string, starts: readonly number[], at: number): MdxData | null {
  // A slice shares the page's letters; the lines put together anew for each component were most of the work.
  const line = page.slice(starts[at] ?? page.length, starts[at + 1]);
  if (!CONSTANT.test(line) && !OPENING.test(line)) return null;
  const text = page.slice(starts[at] ?? page.length, (starts[at + MOST_LINES] ?? page.length + 1) - 1);
  const found = CONSTANT.test(line) ? inConstant(text) : inComponent(text);
  if (found === null || found.tables.length === 0) return null;
  return { ...found, last: at + text.slice(0, found.end).split("\n").length - 1 };
}

type Found = { tables: string[][]; title: string; end: number };
type Component = { data: Map<string, Literal>; texts: Map<string, string>; empty: boolean; end: number };

/** Attributes of looks and links, which tell nothing of a model. */
const LOOKS = /^(class(Name)?|style|icon|href|color|key|src|alt|width|height|cols)$/;

function inConstant(text: string): Found | null {
  const read = readLiteral(text, CONSTANT.exec(text)?.[0].length ?? 0);
  if (read === null) return null;
  return { tables: tablesOf(new Map([["data", read.value]])), title: "", end: read.end };
}

function inComponent(text: string): Found | null {
  const first = componentAt(text, 0);
  if (first === null) return null;
  if ([...first.data.values()].some((value) => !isNames(value))) {
    const { texts } = first;
    const title = texts.get("title") ?? texts.get("caption") ?? texts.get("heading") ?? "";
    return { tables: tablesOf(first.data), title, end: first.end };
  }
  const name = OPENING.exec(text)?.[0].trim() ?? "";
  const alike: Map<string, string>[] = [];
  let end = 0;
  for (let next = entryAt(text, 0, name); next !== null; ) {
    alike.push(next.entry);
    end = next.end;
    const start = behindSpace(text, end);
    next = text.startsWith(name, start) && text.charCodeAt(start) === 60 ? entryAt(text, start, name) : null;
  }
  const told = alike.filter((entry) => entry.size > 1);
  return told.length === 0 ? null : { tables: [ofEntries(told)], title: "", end };
}

function behindSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  return at + (SPACE.exec(text)?.[0].length ?? 0);
}

/** `api={["x", "y"]}`: names, and no rows. */
const isNames = (value: Literal): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string");

/**
 * What a component tells in its attributes, and in those of the components inside of it: `<Card id="x"><Lifecycle
 * retires="2027-01-31" /></Card>`. Null where it holds anything else.
 */
function entryAt(text: string, from: number, name: string): { entry: Map<string, string>; end: number } | null {
  const component = componentAt(text, from);
  if (component === null || [...component.data.values()].some((value) => !isNames(value))) return null;
  const entry = new Map(component.texts);
  for (const [key, value] of component.data) entry.set(key, Array.isArray(value) ? value.map(textOf).join(", ") : "");
  let at = component.end;
  for (let inner = 0; !component.empty; inner += 1) {
    at = behindSpace(text, at);
    const closing = `</${name.slice(1)}>`;
    if (text.startsWith(closing, at)) return { entry, end: at + closing.length };
    const child = inner < MOST_INSIDE ? componentAt(text, at) : null;
    if (child === null || !child.empty || child.data.size > 0) return null;
    for (const [key, value] of child.texts) if (!entry.has(key)) entry.set(key, value);
    at = child.end;
  }
  return { entry, end: at };
}

const MOST_INSIDE = 8;

function componentAt(text: string, from: number): Component | null {
  TAG.lastIndex = from;
  const opening = TAG.exec(text);
  if (opening === null) return null;
  let at = from + opening[0].length;
  const data = new Map<string, Literal>();
  const texts = new Map<string, string>();
  for (;;) {
    END.lastIndex = at;
    const end = END.exec(text);
    if (end !== null) return { data, texts, empty: end[1] === "/", end: at + end[0].length };
    ATTRIBUTE.lastIndex = at;
    const attribute = ATTRIBUTE.exec(text);
    if (attribute === null) return null;
    at += attribute[0].length;
    const [, name = "", double, single, brace] = attribute;
    const value = double ?? single;
    if (value !== undefined && !LOOKS.test(name)) texts.set(name, value);
    if (brace === undefined) continue;
    const read = readLiteral(text, at);
    if (read === null) return null;
    if (typeof read.value === "object" && read.value !== null) data.set(name, read.value);
    else if (!LOOKS.test(name)) texts.set(name, textOf(read.value));
    SPACE.lastIndex = read.end;
    at = read.end + (SPACE.exec(text)?.[0].length ?? 0);
    if (text[at] !== "}") return null;
    at += 1;
  }
}

const isObject = (value: Literal): value is { [key: string]: Literal } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Lists of objects, objects of objects by name, and lists of lists under the titles that stand beside them. */
function tablesOf(data: ReadonlyMap<string, Literal>): string[][] {
  const titles = [...data].flatMap(([name, value]) =>
    /^(columns|headers?|head|titles)$/i.test(name) && Array.isArray(value) ? [value.map(titleOf)] : [],
  )[0];
  return [...data].flatMap(([, value]): string[][] => {
    if (Array.isArray(value) && value.length > 0 && value.every(isObject)) {
      const entries = value.map(flatten);
      return entries.some((entry) => entry.size > 1) ? [ofEntries(entries)] : [];
    }
    if (Array.isArray(value) && titles !== undefined && value.length > 0 && value.every((row) => Array.isArray(row)))
      return [[rowOf(titles), ...value.map((row) => rowOf(row.map(textOf)))]];
    if (!isObject(value)) return [];
    const named = Object.entries(value);
    const objects = named.flatMap(([key, inner]) =>
      isObject(inner) ? [new Map([["model", key], ...flatten(inner)])] : [],
    );
    return objects.length > 0 && objects.length === named.length ? [ofEntries(objects)] : [];
  });
}

function titleOf(value: Literal): string {
  if (!isObject(value)) return textOf(value);
  return textOf(value.title ?? value.header ?? value.label ?? value.name ?? value.key ?? "");
}

function flatten(value: { [key: string]: Literal }): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [key, inner] of Object.entries(value)) {
    if (isObject(inner)) for (const [below, text] of flatten(inner)) fields.set(`${key} ${below}`, text);
    else fields.set(key, textOf(inner));
  }
  return fields;
}

function ofEntries(entries: ReadonlyMap<string, string>[]): string[] {
  const keys = [...new Set(entries.flatMap((entry) => [...entry.keys()]))];
  return [rowOf(keys), ...entries.map((entry) => rowOf(keys.map((key) => entry.get(key) ?? "")))];
}

const rowOf = (cells: string[]): string => `| ${cells.map((cell) => cell.replace(/\|/g, "\\|")).join(" | ")} |`;

function textOf(value: Literal): string {
  if (value === null || value === false) return "";
  if (Array.isArray(value)) return value.map(textOf).join(", ");
  if (isObject(value)) return "";
  return String(value).replace(/\s+/g, " ");
}
