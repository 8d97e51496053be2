/** What a literal of JavaScript may hold here: the data that MDX pages hand to their components. */
export type Literal = string | number | boolean | null | Literal[] | { [key: string]: Literal };

const SPACE = /(?:\s|\/\/[^\n]*\n|\/\*[^*]*\*\/)*/y;
const KEY = /[A-Za-z_$][\w$]*/y;
const NUMBER = /-?\d[\d_]*(?:\.\d+)?/y;
const WORD = /true|false|null|undefined/y;
const ELEMENT = /<([A-Za-z][\w.]*)[^<>]*>([^<>]*)<\/\1>/y;
const DEEPEST = 12;

/**
 * Reads the literal that starts at `from`: objects, arrays, strings, numbers, and elements that hold only text
 * (`<code>x</code>`). Nothing is evaluated. Null for anything else; linear in what it reads.
 */
export function readLiteral(text: string, from: number): { value: Literal; end: number } | null {
  const reader = { text, at: from };
  const value = readValue(reader, 0);
  return value === undefined ? null : { value, end: reader.at };
}

type Reader = { text: string; at: number };

function take(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (found !== null) reader.at += found[0].length;
  return found;
}

function next(reader: Reader): string {
  take(reader, SPACE);
  return reader.text[reader.at] ?? "";
}

function readValue(reader: Reader, depth: number): Literal | undefined {
  const char = next(reader);
  if (depth > DEEPEST) return undefined;
  if (char === "[") return readArray(reader, depth);
  if (char === "{") return readObject(reader, depth);
  if (char === '"' || char === "'" || char === "`") return readText(reader, char);
  if (char === "<") return take(reader, ELEMENT)?.[2];
  const number = take(reader, NUMBER);
  if (number !== null) return Number(number[0].replaceAll("_", ""));
  const word = take(reader, WORD)?.[0];
  if (word === undefined) return undefined;
  return word === "true" ? true : word === "false" ? false : null;
}

function readArray(reader: Reader, depth: number): Literal | undefined {
  const values: Literal[] = [];
  reader.at += 1;
  while (next(reader) !== "]") {
    const value = readValue(reader, depth + 1);
    if (value === undefined) return undefined;
    values.push(value);
    if (next(reader) === ",") reader.at += 1;
    else if (next(reader) !== "]") return undefined;
  }
  reader.at += 1;
  return values;
}

function readObject(reader: Reader, depth: number): Literal | undefined {
  const entries: [string, Literal][] = [];
  reader.at += 1;
  while (next(reader) !== "}") {
    const char = next(reader);
    const key = char === '"' || char === "'" ? readText(reader, char) : take(reader, KEY)?.[0];
    if (key === undefined || next(reader) !== ":") return undefined;
    reader.at += 1;
    const value = readValue(reader, depth + 1);
    if (value === undefined) return undefined;
    entries.push([key, value]);
    if (next(reader) === ",") reader.at += 1;
    else if (next(reader) !== "}") return undefined;
  }
  reader.at += 1;
  return Object.fromEntries(entries);
}

function readText(reader: Reader, quote: string): string | undefined {
  let value = "";
  for (let at = reader.at + 1; at < reader.text.length; at += 1) {
    const char = reader.text[at] ?? "";
    if (char === quote) {
      reader.at = at + 1;
      return value;
    }
    if (char === "\n" && quote !== "`") return undefined;
    if (char === "\\") {
      at += 1;
      value += reader.text[at] === "n" ? " " : (reader.text[at] ?? "");
    } else value += char;
  }
  return undefined;
}
