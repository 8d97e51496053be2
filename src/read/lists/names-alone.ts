import { type Block, textOf } from "../../parse/document.ts";
import { idShaped, partsOf } from "../cells/tokens.ts";
import { speaksOfReplacement } from "../table/header-words.ts";

const FIRST_END = /[.。](?=\s|$)/;
const MOST_BEHIND = 160;

/**
 * "`a` and `b`. Move to `c`.": a paragraph of ids in code marks, perhaps with advice behind them, is a list of these ids in
 * all but its form.
 */
export function namesAsLists(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => (isNamesAlone(block) ? { type: "list", ordered: false, items: itemsOf(block) } : block));
}

type Paragraph = Block & { type: "paragraph" };

const itemsOf = ({ lines }: Paragraph) => [{ lines, children: [] }];

function isNamesAlone(block: Block): block is Paragraph {
  const [line, ...others] = block.type === "paragraph" ? block.lines : [];
  if (line === undefined || others.length > 0) return false;
  const text = textOf([line]).trim();
  const end = FIRST_END.exec(text)?.index ?? text.length;
  const behind = text.slice(end + 1).trim();
  if (behind.length > MOST_BEHIND || (behind !== "" && !speaksOfReplacement(behind))) return false;
  const codes = new Set(line.flatMap((run) => (run.code === true ? [run.text.trim()] : [])));
  const parts = partsOf(text.slice(0, end));
  return parts.length > 1 && parts.every((part) => codes.has(part) && idShaped(part));
}
