import { BARE_WORDS } from "../names/families.ts";
import { findModelNames, type NameMention } from "../names/index.ts";

/** Display names that a text itself explains by an id in brackets: the name's key to the ids. */
export type NameLinks = { get(key: string): readonly NameMention[] | undefined };

const OPENS =
  /^[`"'”」]?\s?(?:models?|snapshots?|versions?|模型|モデル|모델|modelle?|modèles?|modelos?|modell[oi])?\s?[(\uFF08]\s?(?:[a-z ]{0,12}:? )?[`"'“]?$/iu;
/** "FLUX.1 [dev] FP8 (`flux-1-dev-fp8`)": the rest of a name stands between its beginning and its id. */
const REST_OF_NAME = /^(?: \[[\w.-]{1,12}\]| [A-Z][\w.-]{0,12}){1,3} ?[(\uFF08] ?[`"'“]?$/;
/** "MiniMax M2.7 `accounts/…/minimax-m2p7`": the id in code marks right behind its name. */
const MARKED = /^ `$/;
/** "Imagen 1 model imagegeneration@002" names the model right behind the word. */
const NAMED = /^ (?:models?|endpoints?|snapshots?|version) [`"'“]?$/i;
/** What `OPENS` or `NAMED` needs, and the beginning of an id behind it: without it no name of a text stands before its ids. */
const AN_ID = `[\`"'“]?(?:@|[a-z][\\w.:/@+]{0,120}[-\\d\u2010-\u2012\u2212]|[\\w.:/@+]{0,120}(?:${BARE_WORDS}))`;
const IN_BRACKETS = new RegExp(`\\(\\s?(?:[a-z ]{0,12}:? )?${AN_ID}`, "i");
const IN_CODE = new RegExp(` (?=\`)${AN_ID}`, "i");
const BEHIND_WORD = new RegExp(` (?:models?|endpoints?|snapshots?|version) ${AN_ID}`, "i");
const MAY_BE_KNOWN =
  /,? (?:known|listed|served|exposed|connue?|proposée?|appelée?|bekannt|geführt|gelistet|conocid|llamad|conhecid|chamad|not[oa] |chiamat)/;
const mayLink = (text: string): boolean =>
  (text.includes("(") && IN_BRACKETS.test(text)) ||
  (text.includes(" `") && IN_CODE.test(text)) ||
  BEHIND_WORD.test(text) ||
  MAY_BE_KNOWN.test(text);
/** "Medium 3.1, known to the API as mistral-medium-2508". */
const KNOWN_AS =
  /^,? (?:(?:also )?(?:known|listed|served|exposed)(?: [\p{L}’']+){0,4} as|(?:connue?|proposée?|appelée?)(?: [\p{L}’']+){0,4} sous le nom(?: de)?|(?:in der api )?(?:bekannt|geführt|gelistet)(?: [\p{L}]+){0,4} (?:als|unter)|(?:conocid[oa]|llamad[oa])(?: [\p{L}]+){0,4} como|(?:conhecid[oa]|chamad[oa])(?: [\p{L}]+){0,4} (?:como|de)|(?:not[oa]|chiamat[oa])(?: [\p{L}’']+){0,4} (?:come|con il nome)) [`"'“]?$/iu;
const JOINS = /^[`"'”]?(?:,|,|、|;|\/| and | or | und | et | y | e |和|と|와)+\s?(?:and )?[`"'“]?$/i;

/** The ids in the brackets right behind a display name; none when there are no such brackets. */
function idsBehind(text: string, name: NameMention, names: readonly NameMention[]): NameMention[] {
  if (name.form === "id") return [];
  const found: NameMention[] = [];
  let end = name.end;
  for (const next of names.filter((other) => other.start >= name.end)) {
    const between = text.slice(end, next.start);
    const opens =
      ((OPENS.test(between) || MARKED.test(between) || REST_OF_NAME.test(between)) && next.family === name.family) ||
      NAMED.test(between) ||
      (KNOWN_AS.test(between) && next.family === name.family);
    if (!(found.length === 0 ? opens : JOINS.test(between)) || next.form !== "id") break;
    found.push(next);
    end = next.end;
  }
  return found;
}

/** Reads all sentences of a text for names that stand before their ids. */
export function linksIn(texts: readonly string[]): NameLinks {
  const links = new Map<string, NameMention[]>();
  for (const text of texts) {
    if (!mayLink(text)) continue;
    const names = findModelNames(text);
    for (const name of names) {
      const ids = idsBehind(text, name, names);
      if (ids.length > 0 && !links.has(name.key)) links.set(name.key, ids);
    }
  }
  return links;
}

/**
 * The names of a sentence with what other entries of the same page say of a group ("the Claude Sonnet 3.5 models") in `groups`,
 * and with explained display names turned into their ids; one right before its ids is left out. */
export function linked(
  text: string,
  names: readonly NameMention[],
  links: NameLinks,
  groups: NameLinks = new Map(),
): NameMention[] {
  return names.flatMap((name) => {
    if (name.form === "id") return [name];
    if (idsBehind(text, name, names).length > 0) return [];
    const ids = links.get(name.key) ?? (name.several ? groups.get(name.key) : undefined) ?? [];
    if (ids.length === 0) return [name];
    return ids.map((id) => ({ ...id, start: name.start, end: name.end, text: name.text }));
  });
}
