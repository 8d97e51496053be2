import type { Action, Block, Inline, Message } from "../../core/message.ts";
import { typedCommand } from "./actions.ts";
import { plainInstant } from "./dates.ts";
import { SEVERITY_SIGN } from "./severity.ts";
import { cleanLine, cleanText, safeUrl } from "./text.ts";
import type { PlatformWords } from "./words.ts";

/** Inlines as plain text, cleaned. With `links` an address follows its text in brackets. */
export function plainInlines(content: Inline[], words: Pick<PlatformWords, "date">, links = true): string {
  return content.map((inline) => plainInline(inline, words, links)).join("");
}

function plainInline(inline: Inline, words: Pick<PlatformWords, "date">, links: boolean): string {
  if (typeof inline === "string") return cleanText(inline);
  if (inline.type === "date") return words.date(inline.date, inline.precision);
  if (inline.type === "instant") return plainInstant(inline.at);
  if (inline.type !== "link") return cleanText(inline.text);
  const url = links ? safeUrl(inline.url) : null;
  const text = cleanLine(inline.text);
  return url === null || url === text ? text : `${text} (${url})`;
}

/** One block as lines of plain text. Buttons become the commands that they would run. */
export function plainBlock(block: Block, words: Pick<PlatformWords, "date">): string[] {
  switch (block.type) {
    case "text":
    case "note":
      return plainInlines(block.content, words).split("\n");
    case "fields":
      return block.fields.map((field) => `${cleanLine(field.label)}: ${plainInlines(field.value, words)}`);
    case "list":
      return block.items.map((item) => `• ${plainInlines(item, words)}`);
    case "table":
      return plainTable(block.columns, block.rows, words);
    case "quote": {
      const quoted = cleanText(block.text)
        .split("\n")
        .map((line) => `> ${line}`);
      return block.link === null ? quoted : [...quoted, plainInlines([{ type: "link", ...block.link }], words)];
    }
    case "actions":
      return block.actions.map(typedAction);
    default:
      return block satisfies never;
  }
}

function typedAction(action: Action): string {
  return `${cleanLine(action.label)}: ${cleanLine(typedCommand(action.command, action.options))}`;
}

/** A whole message as plain text, for fallbacks, logs and the terminal. Not escaped for any platform. */
export function plainText(message: Message, words: Pick<PlatformWords, "date">): string {
  const head = `${SEVERITY_SIGN[message.severity]} ${cleanLine(message.headline)}`;
  return [head, ...message.blocks.flatMap((block) => plainBlock(block, words))].join("\n");
}

/** Columns padded to the widest cell (at most 60 units), two spaces between; the last column is not padded. */
function plainTable(columns: string[], rows: Inline[][][], words: Pick<PlatformWords, "date">): string[] {
  const oneLine = (cell: Inline[]) => cleanLine(plainInlines(cell, words, false));
  const cells = [columns.map(cleanLine), ...rows.map((row) => columns.map((_, index) => oneLine(row[index] ?? [])))];
  const widths = columns.map((_, index) => Math.min(60, Math.max(...cells.map((row) => (row[index] ?? "").length))));
  return cells.map((row) =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}
