import { type Line, textOf } from "../../parse/document.ts";
import { idShaped, partsOf, splitBrackets, surelyId } from "../cells/tokens.ts";

/** Whether the words that an item begins with are the name of a model. */

/** A name of one word in bold or code, where what follows tells its end with a day. */
export function vouched(line: Line): boolean {
  const filled = line.filter((run) => run.text.trim() !== "");
  const [only] = filled;
  return (
    filled.length === 1 && (only?.bold === true || only?.code === true) && /^[a-z][\w.-]{2,60}$/.test(only.text.trim())
  );
}

/** A sentence of Chinese, Japanese or Korean has no blanks that would tell it from a name. */
const SAYS = /[。]|(?:ます|です|ません|합니다|입니다)(?!\p{L})/u;

/** True for words that begin with an id, or are a display name. */
export function startsWithId(line: Line): boolean {
  const first = line.find((run) => run.text.trim() !== "");
  if (first === undefined) return false;
  if (first.code === true) {
    const word = first.text.trim();
    return idShaped(word) || /^[\w/.-]+$/.test(word) || CODED_NAME.test(word);
  }
  const text = textOf([line]).trim();
  if (DOES.test(text) || SAYS.test(text)) return false;
  if (idsInBrackets(line, text) || idBehindName(line)) return true;
  const word = text.split(/[\s,(]+/)[0] ?? "";
  if (surelyId(word) || /^\/?v\d+\//.test(word) || word.startsWith("/")) return true;
  // A display name: capital, a digit somewhere, few words.
  return /^[A-Z\p{Lo}]/u.test(text) && /\d/.test(text) && text.split(/\s+/).length <= 6 && !FUNCTION_WORDS.test(text);
}

/** "Acme Latest `acme-latest`": a display name of a few words, and its id. */
function idBehindName(line: Line): boolean {
  const [name, code, ...others] = line.filter((run) => run.text.trim() !== "");
  if (name === undefined || code?.code !== true || others.length > 0 || !idShaped(code.text.trim())) return false;
  return /^\s*\p{Lu}[\p{L}\d.+-]*(?: [\p{Lu}\d][\p{L}\d.+-]*){0,4}\s*$/u.test(name.text);
}

/** "Acme Core 1 (`acme.core-v1`), Acme Ultra 1 (`acme.ultra-v1`)": display names, each over its id in brackets. */
function idsInBrackets(line: Line, text: string): boolean {
  if (!line.some((run) => run.code === true && idShaped(run.text.trim()))) return false;
  const { outside, inside } = splitBrackets(text);
  const names = partsOf(outside);
  return (
    inside.length > 0 &&
    inside.length === names.length &&
    names.every((name) => /^[A-Z\p{Lo}]/u.test(name) && name.split(/\s+/).length <= 6 && !FUNCTION_WORDS.test(name))
  );
}

/** A display name in code marks: "`Acme Large 2`". */
const CODED_NAME = /^(?=.*\d)\p{Lu}[\p{L}\d .+-]{2,50}$/u;

/** "Keep using x", "Switch to y" are what one does, and no names. */
const DOES =
  /^(?:keep|stay|continue|switch|move|migrate|use|try|upgrade|change|set|pass|call|replace|stop|pin|weiter|wechseln|nutzen|verwenden|utiliser|utilisez|passer|passez|usar|usa|cambiar|mudar|usare|passare)\s/i;
/** "The rate limits of x", "Context of x" are no names. */
const FUNCTION_WORDS =
  /(?<!\p{L})(?:the|of|for|with|our|your|its|and its|der|die|das|des|von|für|le|les|du|de la|pour|el|los|del|para|dos|das|il|gli|della|per)(?!\p{L})/iu;
