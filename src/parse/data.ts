import { parseDocument as parseYamlDocument } from "yaml";
import { MAX_DEPTH, ParseLimitError } from "./limits.ts";

/** Far above any recorded source. */
const MAX_YAML_CHARS = 1024 * 1024;

/**
 * Parses one YAML document with the core schema; at most 100 aliases are followed, merge keys (`<<`) are, custom tags are not.
 *
 * @throws ParseLimitError beyond 1 Mi characters or MAX_DEPTH levels; Error when it is no YAML
 */
export function parseYaml(text: string): unknown {
  if (text.length > MAX_YAML_CHARS) throw new ParseLimitError("the YAML is too large");
  if (yamlDepth(text) > MAX_DEPTH) throw new ParseLimitError(`the YAML is nested deeper than ${MAX_DEPTH}`);
  const document = parseYamlDocument(text, { schema: "core", merge: true, prettyErrors: false, logLevel: "silent" });
  const problem = document.errors[0];
  if (problem !== undefined) throw problem;
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  return value;
}

/** An upper bound that costs one pass: brackets that are open at once, plus the deepest indentation and dash chain. */
function yamlDepth(text: string): number {
  let flow = 0;
  let deepest = 0;
  for (const line of text.split("\n")) {
    const lead = /^[ \-?:]*/.exec(line)?.[0].length ?? 0;
    for (let at = lead; at < line.length; at += 1) {
      const code = line.charCodeAt(at);
      if (code === 0x5b || code === 0x7b) flow += 1;
      else if ((code === 0x5d || code === 0x7d) && flow > 0) flow -= 1;
      deepest = Math.max(deepest, flow + lead);
    }
  }
  return deepest;
}
