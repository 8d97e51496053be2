import type { Frame } from "./frame.ts";

const CODE = /`([a-z][a-z0-9]*(?:-[a-z0-9]+){1,4})`/g;
/** "the `x-y` and `z` skills", "our x-y agent": parts of a program, named before the word that says what they are. */
const TOOL =
  /(?<![\w/@.-])`?([a-z][a-z0-9]*(?:-[a-z0-9]+){1,4})`?(?:,? (?:and |or )?`[\w-]+`){0,6} (?:agents?|skills?|plugins?|extensions?|providers?|packages?|modules?|scripts?|files?|folders?|director(?:y|ies)|branch(?:es)?|repositor(?:y|ies)|repos?|workflows?|jobs?|tests?|labels?|fields?|options?|settings?|commands?|components?|services?|mappings?|adapters?|connectors?|wrappers?|clients?|bots?|apps?|teams?|channels?)(?![\w-])/g;

/** The names without a number that a text shows to be parts of a program. */
function toolsIn(text: string): ReadonlySet<string> {
  const found = [...text.matchAll(TOOL)].flatMap(([all, first = ""]) => [
    first,
    ...[...all.matchAll(CODE)].map((match) => match[1] ?? ""),
  ]);
  return new Set(found.filter((name) => !/\d/.test(name)));
}

/**
 * The statements without what only looks like a model in them: a skill, an agent, a package with a hyphen in its name.
 *
 * @param texts the sentences of the text
 */
export function withoutTools(frames: readonly Frame[], texts: readonly string[]): Frame[] {
  if (frames.every((frame) => frame.names.every((name) => /\d/.test(name.name)))) return [...frames];
  const tools = toolsIn(texts.join("\n"));
  if (tools.size === 0) return [...frames];
  return frames.flatMap((frame) => {
    const names = frame.names.filter((name) => !tools.has(name.name));
    return names.length === 0 ? [] : [{ ...frame, names }];
  });
}
