import type { Fact } from "../../core/fact.ts";
import type { Block, Line, ListItem, Run } from "../../parse/document.ts";
import { isKnown } from "../names/index.ts";
import type { Draft } from "../table/draft.ts";
import { plainNames } from "./plain-names.ts";
import { vouchedNames } from "./vouched.ts";

const MOST_NAMES = 2_000;

/**
 * Names that the page itself vouches for (in code marks, in its tables) and that nobody could know by family: the
 * reader of prose gets each under a plain id of its own, and the facts get the names back.
 */
export type Masks = {
  hide(blocks: readonly Block[]): Block[];
  /** Only the plain words in code marks, which no text shows any more. */
  hideWords(blocks: readonly Block[]): Block[];
  hideText(text: string): string;
  show(fact: Fact): Fact;
};

/** Masks for the blocks of a section; the identity where every name is known anyway. */
export function masksFor(
  blocks: readonly Block[],
  told: readonly Draft[],
  subject: string | null = null,
  headings = "",
): Masks {
  const names = vouchedNames(blocks, told, headings);
  for (const draft of told.slice(0, MOST_NAMES)) {
    if (draft.kind !== "model") continue;
    for (const name of [draft.id, ...draft.names]) if (name.length >= 3) names.add(name);
  }
  if (subject !== null) names.add(subject);
  // A plain word is a name in code marks alone.
  const plain = [...plainNames(blocks)].filter((name) => !names.has(name) && !isKnown(name));
  const unknown = [...names].filter((name) => !isKnown(name)).toSorted((a, b) => b.length - a.length);
  const tokenOf = new Map(unknown.map((name, index) => [name.toLowerCase(), `qx-${index + 1}00-lm`]));
  const nameOf = new Map(unknown.map((name, index) => [`qx-${index + 1}00-lm`, name]));
  const codeOf = new Map(plain.map((name, index) => [name, `qx-${unknown.length + index + 1}00-lm`]));
  for (const [name, token] of codeOf) nameOf.set(token, name);
  if (unknown.length + plain.length === 0)
    return {
      hide: (each) => [...each],
      hideWords: (each) => [...each],
      hideText: (text) => text,
      show: (fact) => fact,
    };
  const pattern = new RegExp(
    `(?<![\\w./:@-])(?:${unknown.map((name) => escaped(name)).join("|")})(?![\\w/:@-]|\\.\\w)`,
    "gi",
  );
  const hideText = (text: string) =>
    unknown.length === 0 ? text : text.replace(pattern, (name) => tokenOf.get(name.toLowerCase()) ?? name);
  const hideCode = (run: Run) => (run.code === true ? (codeOf.get(run.text.trim()) ?? run.text) : run.text);
  const back = (text: string) => text.replace(/\bqx-\d+00-lm\b/gi, (token) => nameOf.get(token.toLowerCase()) ?? token);
  return {
    hide: (each) => each.map((block) => mapBlock(block, (run) => ({ ...run, text: hideText(hideCode(run)) }))),
    hideWords: (each) =>
      codeOf.size === 0 ? [...each] : each.map((block) => mapBlock(block, (run) => ({ ...run, text: hideCode(run) }))),
    hideText,
    show: (fact) => ({
      ...fact,
      model_id: back(fact.model_id),
      replacements: fact.replacements.map((name) => back(name)),
      ...(fact.aliases === undefined ? {} : { aliases: fact.aliases.map((name) => back(name)) }),
      evidence: { ...fact.evidence, quote: back(fact.evidence.quote) },
    }),
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** A block with all of its runs replaced. */
export function mapBlock(block: Block, map: (run: Run) => Run): Block {
  const lines = (each: Line[]): Line[] => each.map((line) => line.map(map));
  const inner = (each: Block[]): Block[] => each.map((one) => mapBlock(one, map));
  const item = (each: ListItem): ListItem => ({ lines: lines(each.lines), children: inner(each.children) });
  switch (block.type) {
    case "heading":
      return { ...block, line: block.line.map(map) };
    case "paragraph":
      return { ...block, lines: lines(block.lines) };
    case "list":
      return { ...block, items: block.items.map(item) };
    case "definitions":
      return {
        ...block,
        entries: block.entries.map((entry) => ({ term: lines(entry.term), details: inner(entry.details) })),
      };
    case "note":
    case "update":
      return { ...block, blocks: inner(block.blocks) };
    case "table":
      return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, lines: lines(cell.lines) }))) };
    default:
      return block;
  }
}
