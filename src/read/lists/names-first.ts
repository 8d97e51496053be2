import { type Block, type Line, type ListItem, textOf } from "../../parse/document.ts";
import { idShaped, isLowerJoined, partsOf } from "../cells/tokens.ts";
import { headOf, tailOf } from "../line-parts.ts";
import { speaksOfReplacement } from "../table/header-words.ts";
import { arrowIn } from "./arrow.ts";

/**
 * Paragraphs under a heading that tells what ends, or when, which begin with the ids that it speaks of: "`a` and `b` (told on
 * D). Replacement: `c`." They are lists in all but their form.
 */

/** What may stand between two names of such a paragraph. */
const BETWEEN = /^[\s,;，、；]*(?:and|und|et|y|e|o|和|及|与|と|および|및|와|과|&)?\s*$/u;
const BRACKET = /^\s*[(（][^()（）]{1,80}[)）]/u;
/** Behind the names the paragraph is over, or goes on with another sentence, or with what takes their place. */
const OVER = /^\s*(?:[.。](?:\s|$)|$)/u;
/** An id may open a sentence, so the next letter need not be a capital. */
const SENTENCES = /(?<=(?:\p{L}{2}|[\d)）])[.!?])\s+|(?<=[。！？])/u;
const WORD = /^[a-z][\w.-]{2,40}$/;

type Named = { start: number; end: number };

/** Where the names stand that a line begins with, each with the bracket behind it. */
function namesFirst(line: Line): { names: Named[]; end: number } {
  const text = textOf([line]);
  const names: Named[] = [];
  let [at, end] = [0, 0];
  for (const run of line) {
    const start = at;
    at += run.text.length;
    if (run.code !== true) continue;
    if (!BETWEEN.test(text.slice(end, start))) break;
    const name = run.text.trim();
    if (!idShaped(name) && !(names.length > 0 && WORD.test(name))) break;
    const bracket = BRACKET.exec(text.slice(at))?.[0].length ?? 0;
    end = at + bracket;
    names.push({ start, end });
  }
  return { names, end };
}

/** The advice of the sentences behind the names, and the others. */
function adviceIn(line: Line, from: number): { advice: Line | null; others: Line | null } {
  const rest = tailOf(line, from);
  const text = textOf([rest]);
  let at = 0;
  for (const sentence of text.split(SENTENCES)) {
    const start = text.indexOf(sentence, at);
    at = start + sentence.length;
    if (!speaksOfReplacement(sentence)) continue;
    // "c, or d where latency matters. e stays.": what is advised is over with its sentence.
    const said = headOf(tailOf(rest, start), sentence.replace(/[.。!]\s*$/u, "").length);
    const others = [...headOf(rest, start), ...tailOf(rest, at)];
    return { advice: said, others: textOf([others]).replace(/[\s.。]/g, "") === "" ? null : others };
  }
  return { advice: null, others: text.replace(/[\s.。]/g, "") === "" ? null : rest };
}

/** "Earlier: `a` and `b`, both on D." */
const LABEL = /^\s*\p{L}[\p{L} ]{2,24}[:：]\s*/u;
const ON_DAY = /^,?\s*(?:\p{L}+ ){0,3}?(?:on|am|le|el|em|il|dal) (?=[^.;]{0,24}\d)[^.;]{6,30}\.?\s*$/u;

function partsOfParagraph(whole: Line): { items: ListItem[]; others: Line | null } | null {
  const label = LABEL.exec(textOf([whole]))?.[0].length ?? 0;
  const line = label === 0 ? whole : tailOf(whole, label);
  const text = textOf([line]);
  const { names, end } = namesFirst(line);
  if (names.length === 0) {
    const arrow = arrowIn(text);
    const parts = arrow === null ? [] : partsOf(text.slice(0, arrow.index));
    return parts.length > 0 && parts.every(isLowerJoined)
      ? { items: [{ lines: [line], children: [] }], others: null }
      : null;
  }
  if (ON_DAY.test(text.slice(end))) return { items: [{ lines: [line], children: [] }], others: null };
  if (label > 0 || !OVER.test(text.slice(end))) return null;
  const { advice, others } = adviceIn(line, end);
  const led: Line = advice === null ? [] : [{ text: " → " }, ...advice];
  const dated = names.every((name) => /\d[^()（）]*[)）]$/.test(text.slice(name.start, name.end)));
  const spans = dated && names.length > 1 ? names : [{ start: names[0]?.start ?? 0, end }];
  const items = spans.map((span) => ({
    lines: [[...headOf(tailOf(line, span.start), span.end - span.start), ...led]],
    children: [],
  }));
  return { items, others };
}

/** Such paragraphs as lists, what else they say behind them. */
export function namedFirstAsLists(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    const [line, ...more] = block.type === "paragraph" ? block.lines : [];
    const parts = line === undefined || more.length > 0 ? null : partsOfParagraph(line);
    if (parts === null) return [block];
    const list: Block = { type: "list", ordered: false, items: parts.items };
    return parts.others === null ? [list] : [list, { type: "paragraph", lines: [parts.others] }];
  });
}
