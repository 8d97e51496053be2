import { endOfString, parseJson } from "./json.ts";

/** Far above any catalogue of models; what is beyond is not looked at. */
const MOST_CHARS = 2 * 1024 * 1024;
const MOST_SCRIPTS = 400;
const MOST_LINES = 5_000;
const ASSIGNED = /\b(?:window|self|globalThis)(?:\.|\[["'])(\w+)(?:["']\])?\s*=\s*(?=[{[])/g;
const FLIGHT = "__next_f.push(";

/**
 * The JSON that a page brings along for its own scripts: `<script type="application/json">`, `__NEXT_DATA__`,
 * `window.__STATE__ = {...}`, and the chunks of a React flight (https://react.dev/reference/rsc/server-components), put
 * together and parsed line by line. What is no JSON is left out; nothing is run. Linear in the text.
 */
export function embeddedJson(html: string): unknown[] {
  const found: unknown[] = [];
  let flight = "";
  for (const { open, body } of scriptsOf(html.slice(0, MOST_CHARS))) {
    if (/\btype\s*=\s*["']?application\/json/i.test(open)) push(found, body);
    else if (body.includes(FLIGHT)) flight += chunksOf(body);
    else pushAssigned(found, body);
  }
  for (const line of flight.split("\n").slice(0, MOST_LINES)) {
    const start = /^[0-9a-f]{1,8}:(?=[[{])/.exec(line);
    if (start !== null) push(found, line.slice(start[0].length));
  }
  return found;
}

function push(found: unknown[], text: string): void {
  try {
    found.push(parseJson(text));
  } catch {
    // Scripts hold much that is no JSON.
  }
}

/** The scripts of a page, in comments or not: one search forward for each tag. */
function scriptsOf(html: string): { open: string; body: string }[] {
  const scripts: { open: string; body: string }[] = [];
  const tag = /<script\b|<\/script/gi;
  let start = -1;
  for (let match = tag.exec(html); match !== null && scripts.length < MOST_SCRIPTS; match = tag.exec(html)) {
    if (match[0][1] !== "/") start = start < 0 ? match.index : start;
    else if (start >= 0) {
      const whole = html.slice(start, match.index);
      const body = whole.indexOf(">") + 1;
      if (body > 0) scripts.push({ open: whole.slice(0, Math.min(body, 400)), body: whole.slice(body) });
      start = -1;
    }
  }
  return scripts;
}

/** The texts of `self.__next_f.push([1,"..."])`. */
function chunksOf(body: string): string {
  let text = "";
  let at = body.indexOf(FLIGHT);
  while (at >= 0) {
    const argument = bracketed(body, at + FLIGHT.length);
    // What never ends hides the rest.
    if (argument === "") break;
    const chunk: unknown[] = [];
    push(chunk, argument);
    const [pushed] = chunk;
    if (Array.isArray(pushed) && typeof pushed[1] === "string") text += pushed[1];
    at = body.indexOf(FLIGHT, at + FLIGHT.length + argument.length);
  }
  return text;
}

/** The values of `window.__STATE__ = {...}`, outermost ones. */
function pushAssigned(found: unknown[], body: string): void {
  let end = 0;
  for (const match of body.matchAll(ASSIGNED)) {
    if (match.index < end) continue;
    const value = bracketed(body, match.index + match[0].length);
    if (value === "") return;
    push(found, value);
    end = match.index + match[0].length + value.length;
  }
}

/** The object or array that begins at `from`, brackets in strings not counted; empty where none ends. */
function bracketed(text: string, from: number): string {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfString(text, at);
    else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
      if (depth === 0) return text.slice(from, at + 1);
    }
  }
  return "";
}
