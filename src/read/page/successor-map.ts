import { oneLine } from "../../lib/one-line.ts";
import { type Block, type Line, textOf } from "../../parse/document.ts";
import { readMentions } from "../cells/models.ts";
import { readReplacements } from "../cells/replacements.ts";
import { surelyId } from "../cells/tokens.ts";
import { SENTENCE_END } from "../sentence-end.ts";
import type { Draft } from "../table/draft.ts";
import { speaksOfReplacement } from "../table/header-words.ts";
import { labelAbove, type Section } from "./sections.ts";

type Pair = { old: string[]; successors: string[] };

const LEADS_TO = /\s*(?:→|⇒|⟶|->|=>)\s*|\s*[:：](?:\s+|(?=[`"“]))|\s+[—–-]\s+/u;
const LONGEST = 400;
const LONGEST_LABEL = 60;
const DEEPEST = 4;

/**
 * "Recommended replacements", and below it "`a`, `b`: `c`": a list apart from the rows that tell the ends. Rows without a
 * replacement get theirs from it.
 */
export function withSuccessorMap(drafts: Draft[], sections: readonly Section[]): Draft[] {
  if (!drafts.some((draft) => lacks(draft))) return drafts;
  const pairs = sections.flatMap((section) => pairsOf(section));
  if (pairs.length === 0) return drafts;
  return drafts.map((draft) => {
    if (!lacks(draft)) return draft;
    const exact = pairs.find(({ old }) => old.some((name) => isSame(name, draft)));
    const pair = exact ?? only(pairs.filter(({ old }) => old.some((name) => isShort(name, draft.id))));
    const names = pair?.successors.filter((name) => name !== draft.id) ?? [];
    return names.length === 0 ? draft : { ...draft, replacements: names };
  });
}

const lacks = (draft: Draft): boolean =>
  draft.kind === "model" && draft.replacements.length === 0 && (draft.shutdown !== null || draft.deprecated !== null);

const only = (pairs: Pair[]): Pair | undefined => (pairs.length === 1 ? pairs[0] : undefined);

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

const isSame = (name: string, { id, names }: Draft): boolean =>
  [id, ...names].some((own) => plain(own) === plain(name) || plain(own.split("/").at(-1) ?? "") === plain(name));

/** "Qwen3 Next" is short for "Qwen/Qwen3-Next-80B-A3B-Instruct". */
function isShort(name: string, id: string): boolean {
  const [short, long] = [plain(name), plain(id.split("/").at(-1) ?? id)];
  return short.length >= 5 && long.startsWith(short);
}

function pairsOf(section: Section): Pair[] {
  const headed = section.path.some((heading) => !heading.title && speaksOfReplacement(heading.thing));
  return section.blocks.flatMap((block, index) => {
    if (block.type === "list") {
      const label = labelAbove(section.blocks, index);
      const told = headed || (label.length <= LONGEST_LABEL && speaksOfReplacement(label));
      return told ? linesIn(block, 0).flatMap((line) => pairOf(oneLine(textOf([line])))) : [];
    }
    return block.type === "paragraph" ? block.lines.flatMap((line) => pairsIn(oneLine(textOf([line])), headed)) : [];
  });
}

function linesIn(block: Block, depth: number): Line[] {
  if (block.type !== "list" || depth > DEEPEST) return [];
  return block.items.flatMap(({ lines, children }) => [
    ...lines.slice(0, 1),
    ...children.flatMap((child) => linesIn(child, depth + 1)),
  ]);
}

/** "Suggested successors: A → `a-2`; B → `b-2`." */
function pairsIn(text: string, headed: boolean): Pair[] {
  const mark = /[:：]\s+/.exec(text);
  const label = mark === null ? "" : text.slice(0, mark.index);
  const labelled = mark !== null && label.length <= LONGEST_LABEL && speaksOfReplacement(label) && !/\d/.test(label);
  if (!labelled && !headed) return [];
  const told = labelled ? text.slice(mark.index + mark[0].length) : text;
  return told.split(/[;；]\s*/).flatMap((part) => pairOf(part));
}

/** "`a`, `b`: move to `c`. …": the names on both sides of what leads from one to the other. */
function pairOf(text: string): Pair[] {
  const [first = ""] = text.slice(0, LONGEST).split(SENTENCE_END);
  const mark = LEADS_TO.exec(first);
  if (mark === null || mark.index === 0) return [];
  const old = readMentions(cellOf(first.slice(0, mark.index))).map(({ id }) => id);
  const successors = readReplacements(cellOf(first.slice(mark.index + mark[0].length)));
  const sound = old.length > 0 && successors.some((name) => surelyId(name) || /\d/.test(name));
  return sound ? [{ old, successors }] : [];
}

const cellOf = (text: string) => ({ lines: [[{ text }]], header: false, spanned: false });
