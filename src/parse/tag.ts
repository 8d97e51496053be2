/** One HTML or JSX tag as it stands in Markdown text. */
export type Tag = {
  name: string;
  closing: boolean;
  selfClosing: boolean;
  attributes: Record<string, string>;
  /** Index just after `>`. */
  end: number;
};

const NAME = /[A-Za-z][\w.:-]*/y;
const ATTRIBUTE = /[A-Za-z_:@][\w.:-]*/y;

/**
 * Reads the tag that starts at `from` (where `<` stands), attributes in quotes or in braces included, so that a `>`
 * inside a value does not end it. Null when no whole tag stands there. Linear; looks at most 4,000 characters ahead.
 */
export function readTag(text: string, from: number): Tag | null {
  if (text[from] !== "<") return null;
  let at = from + 1;
  const closing = text[at] === "/";
  if (closing) at += 1;
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return null;
  at += name.length;
  const attributes: Record<string, string> = {};
  const limit = Math.min(text.length, from + 4_000);
  let selfClosing = false;
  while (at < limit) {
    const char = text[at] ?? "";
    if (char === ">") return { name, closing, selfClosing, attributes, end: at + 1 };
    selfClosing = char === "/";
    ATTRIBUTE.lastIndex = at;
    const attribute = ATTRIBUTE.exec(text)?.[0];
    if (attribute === undefined) {
      if (char === "<") return null;
      at += char === "{" ? balanced(text, at, limit) - at : 1;
      continue;
    }
    at += attribute.length;
    if (text[at] !== "=") {
      attributes[attribute] = "";
      continue;
    }
    at += 1;
    const quote = text[at];
    if (quote === '"' || quote === "'") {
      const close = text.indexOf(quote, at + 1);
      if (close < 0 || close >= limit) return null;
      attributes[attribute] = text.slice(at + 1, close);
      at = close + 1;
    } else if (quote === "{") {
      const close = balanced(text, at, limit);
      attributes[attribute] = unquote(text.slice(at + 1, close - 1).trim());
      at = close;
    } else {
      let end = at;
      while (end < limit && !/[\s>]/.test(text[end] ?? ">")) end += 1;
      attributes[attribute] = text.slice(at, end);
      at = end;
    }
  }
  return null;
}

/** Index after the brace that closes the one at `from`, or `limit`. */
function balanced(text: string, from: number, limit: number): number {
  let depth = 0;
  for (let at = from; at < limit; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return limit;
}

function unquote(value: string): string {
  const first = value[0];
  return (first === '"' || first === "'" || first === "`") && value.endsWith(first) ? value.slice(1, -1) : value;
}
