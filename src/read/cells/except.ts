import { type Line, textOf } from "../../parse/document.ts";
import { surelyId } from "./tokens.ts";

const WORDS =
  "but not|except(?:ing|ed)?(?: for)?|with (?:the |one |two |three |some )?exceptions?(?: of)?|excluding|other than|apart from|not including|ohne|außer|ausser|ausgenommen|nicht aber|mit ausnahme (?:von|der|des)|sauf|hormis|excepté|à l[’']exception (?:de|du|des)|mais pas|excepto|salvo|con (?:la |una )?excepci[oó]n de|pero no|exceto|com exceção d[eoa]s?|mas não|tranne|eccetto|ad eccezione d\\p{L}+|ma non";
const STAYS =
  "stays?|remains?|goes on|continues?|bleib\\p{L}+|rest(?:e|ent)|sigue|permanece|continúa|continua|resta|rimane";
const EAST = "不含|不包括|除外|を除く|除く|は除|제외|保留|继续|不受影响|継続|유지|계속";

/** A bracket that says which of the models before it are not meant, or that one in it goes on. */
const BRACKET = new RegExp(
  `\\s?[(（](?:[^()（）]*?(?<!\\p{L})(?:${WORDS}|${STAYS})(?!\\p{L})[^()（）]*|[^()（）]*(?:${EAST})[^()（）]*)[)）]`,
  "giu",
);
/** ", but not x" to the end of what is said. */
const BEHIND = new RegExp(`[,;]?\\s(?<!\\p{L})(?:${WORDS})(?!\\p{L}).*$`, "isu");
/** "除 x 外，", "x を除き、", "x를 제외하고": the words follow, or frame, what they except. */
const FRAMED =
  /除(?:了|去)?([^，。；]{1,160}?)(?:之外|以外|外)|^([^、。]{1,160}?)を除[くき]|([^.,。]{1,160}?)[을를]? ?제외하고/u;
const LONGEST = 4_000;
const CUE = new RegExp(`(?:${WORDS})|(?:${STAYS})|${EAST}|除`, "iu");

/** The line without the models that it says are not meant: "x, y (but not z, which stays)". */
export function withoutExceptions(line: Line): Line {
  const text = textOf([line]);
  if (text.length > LONGEST || !CUE.test(text)) return line;
  const cuts: [number, number][] = [...text.matchAll(BRACKET)].map((found) => [
    found.index,
    found.index + found[0].length,
  ]);
  const behind = BEHIND.exec(text);
  // At its beginning there is nothing to except from.
  if (behind !== null && behind.index > 0 && namesOne(behind[0])) cuts.push([behind.index, text.length]);
  return cuts.length === 0 ? line : outsideOf(line, cuts);
}

/** "Ohne Ankündigung" and "except in the EU" except no model. */
const namesOne = (text: string): boolean => text.split(/[\s`"'“”,;、，()]+/).some((word) => surelyId(word));

/** A sentence in two parts: what holds, and whom it does not hold for; null where it excepts nobody. */
export function exceptionIn(sentence: string): { main: string; aside: string } | null {
  if (sentence.length > LONGEST || !CUE.test(sentence)) return null;
  const framed = FRAMED.exec(sentence);
  if (framed !== null) {
    const [whole, ...inner] = framed;
    return { main: sentence.replace(whole, " "), aside: inner.find((part) => part !== undefined) ?? "" };
  }
  const behind = BEHIND.exec(sentence);
  if (behind === null || behind.index === 0) return null;
  return { main: sentence.slice(0, behind.index), aside: behind[0] };
}

/** The runs of a line without some stretches of its text. */
function outsideOf(line: Line, cuts: readonly [number, number][]): Line {
  const kept: Line = [];
  let at = 0;
  for (const run of line) {
    let text = "";
    for (let index = 0; index < run.text.length; index += 1) {
      const place = at + index;
      if (!cuts.some(([from, to]) => place >= from && place < to)) text += run.text[index] ?? "";
    }
    at += run.text.length;
    if (text !== "") kept.push({ ...run, text });
  }
  return kept;
}
