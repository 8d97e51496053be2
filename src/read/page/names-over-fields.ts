import { oneLine } from "../../lib/one-line.ts";
import { type Block, type Line, textOf } from "../../parse/document.ts";
import { idShaped, surelyId } from "../cells/tokens.ts";
import { isField } from "../lists/records.ts";
import { DAY_ROLES, meaningOfHeader } from "../table/header-words.ts";

const JOINT = /^[\s,;、，/|·]*(?:and|und|et|y|e|和|と|및|&)?[\s,;、，/|·]*$/u;

/** A list of ids, or a line of several, over the fields that hold for all of them: each id stands over its own copy. */
export function withNamesApart(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block, index): Block[] => {
    const before = blocks[index - 1];
    if (before !== undefined && idsOver(before, block).length > 0) return [];
    const next = blocks[index + 1];
    const ids = idsOver(block, next);
    if (next === undefined || ids.length === 0) return [block];
    return ids.flatMap((id): Block[] => [{ type: "paragraph", lines: [[{ text: id, code: true }]] }, next]);
  });
}

function idsOver(block: Block, next: Block | undefined): string[] {
  if (next === undefined || !tellsDay(next)) return [];
  if (block.type === "list") {
    const items = block.items.map(({ lines, children }) => (children.length === 0 ? idOf(lines) : null));
    return items.every((id) => id !== null) ? items : [];
  }
  const [line, ...others] = block.type === "paragraph" ? block.lines : [];
  if (line === undefined || others.length > 0) return [];
  const codes = line.filter((run) => run.code === true);
  const alone = line.every((run) => run.code === true || JOINT.test(run.text));
  const ids = codes.map((run) => run.text.trim());
  return codes.length > 1 && alone && ids.every((id) => surelyId(id) || (idShaped(id) && id.includes("-"))) ? ids : [];
}

function idOf(lines: readonly Line[]): string | null {
  const text = oneLine(textOf([...lines]));
  return surelyId(text) ? text : null;
}

/** Terms, or lines of keys and values, one of which tells a day of a model's life. */
function tellsDay(block: Block): boolean {
  const isDay = (key: string) => DAY_ROLES.has(meaningOfHeader(key).role);
  if (block.type === "definitions") return block.entries.some(({ term }) => isDay(oneLine(textOf(term))));
  const lines =
    block.type === "list" ? block.items.flatMap((item) => item.lines) : block.type === "paragraph" ? block.lines : [];
  const fields = lines.filter((line) => isField(line));
  return lines.length > 1 && fields.length * 2 > lines.length && fields.some((line) => isDay(keyOf(line)));
}

const keyOf = (line: Line): string => oneLine(textOf([line])).split(/[:：]/)[0] ?? "";
