import type { Frame } from "./frame.ts";

const CODE = /`([a-z][a-z0-9]*(?:-[a-z0-9]+){1,4})`/g;
/** "the `x-y` and `z` skills", "our x-y agent": parts of a program, named before the word that says what they are. */
const TOOL =
  /(?<![\w/@.-])`?([a-z][a-z0-9]*(?:-[a-z0-9]+){1,4})`?(?:,? (?:and |or )?`[\w-]+`){0,6} (?:agents?|skills?|plugins?|extensions?|providers?|packages?|modules?|scripts?|files?|folders?|director(?:y|ies)|branch(?:es)?|repositor(?:y|ies)|repos?|workflows?|jobs?|tests?|labels?|fields?|options?|settings?|commands?|components?|services?|mappings?|adapters?|connectors?|wrappers?|clients?|bots?|apps?|teams?|channels?)(?![\w-])/g;

/** "the header context-1m-2025-08-07", "anthropic-beta: x": what is sent in a header is the name of a beta. */
const HEADER =
  /(?:(?:header|kopfzeile|en-tête|cabecera|encabezado|cabeçalho|intestazione)[sne]?|请求头|标头|ヘッダー?|헤더)[\s:=`"'“「]{0,4}(?:[a-z]+-beta: ?)?[`"'“「]?([a-z][a-z0-9]*(?:-[a-z0-9]+){1,6})/giu;
const BETA = /[a-z]-beta[:=] ?[`"'“]?([a-z][a-z0-9]*(?:-[a-z0-9]+){1,6})/gi;

/** The names that a text shows to be sent in headers. */
export function headersIn(text: string): string[] {
  return [...text.matchAll(HEADER), ...text.matchAll(BETA)].flatMap((match) => match[1] ?? []);
}

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
  if (frames.length === 0) return [];
  const text = texts.join("\n");
  const plain = frames.some((frame) => frame.names.some((name) => !/\d/.test(name.name)));
  const tools = new Set([...(plain ? toolsIn(text) : []), ...headersIn(text)]);
  if (tools.size === 0) return [...frames];
  return frames.flatMap((frame) => {
    const names = frame.names.filter((name) => !tools.has(name.name));
    return names.length === 0 ? [] : [{ ...frame, names }];
  });
}
