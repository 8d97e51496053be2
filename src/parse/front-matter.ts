import { parseYaml } from "./data.ts";

/**
 * Splits YAML front matter (`---` on the first line) from the text. Values are flattened to strings, lists joined by
 * ", ", inner keys joined by "."; front matter that is no YAML is read line by line as `key: value`.
 */
export function splitFrontMatter(text: string): { meta: Record<string, string>; body: string } {
  const opening = /^---[ \t]*\n/.exec(text);
  if (opening === null) return { meta: {}, body: text };
  const closing = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/g;
  closing.lastIndex = opening[0].length - 1;
  const end = closing.exec(text);
  if (end === null || end.index > 50_000) return { meta: {}, body: text };
  const source = text.slice(opening[0].length, Math.max(opening[0].length, end.index));
  // A thematic break with prose below it is no front matter.
  if (source.trim() !== "" && !/^[ \t]*["']?[\w-]+["']?\s*:/m.test(source)) return { meta: {}, body: text };
  return { meta: metaOf(source), body: text.slice(end.index + end[0].length) };
}

function metaOf(source: string): Record<string, string> {
  const meta: Record<string, string> = {};
  try {
    flatten(parseYaml(source), "", meta, 0);
    if (Object.keys(meta).length > 0) return meta;
  } catch {
    // Pages write titles with a colon and no quotes; the plain reading below is enough for them.
  }
  for (const line of source.split("\n")) {
    const colon = line.indexOf(":");
    const key = line.slice(0, Math.max(0, colon)).trim();
    if (colon > 0 && /^[\w.-]+$/.test(key))
      meta[key] = line
        .slice(colon + 1)
        .trim()
        .replace(/^["']|["']$/g, "");
  }
  return meta;
}

function flatten(value: unknown, key: string, into: Record<string, string>, depth: number): void {
  if (depth > 5 || value === null || value === undefined) return;
  if (value instanceof Date) into[key] = value.toISOString();
  else if (Array.isArray(value)) {
    const plain = value.filter((entry) => typeof entry === "string" || typeof entry === "number");
    if (plain.length > 0) into[key] = plain.join(", ");
  } else if (typeof value === "object") {
    for (const [name, inner] of Object.entries(value))
      flatten(inner, key === "" ? name : `${key}.${name}`, into, depth + 1);
  } else if (key !== "" && (typeof value === "string" || typeof value === "number" || typeof value === "boolean")) {
    into[key] = String(value);
  }
}
