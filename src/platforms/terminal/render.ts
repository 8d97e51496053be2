import type { Message, Severity } from "../../core/message.ts";
import { plainBlock } from "../shared/plain.ts";
import { SEVERITY_SIGN } from "../shared/severity.ts";
import { cleanLine } from "../shared/text.ts";
import type { PlatformWords } from "../shared/words.ts";

/** ANSI SGR codes (ECMA-48, 8.3.117). */
const BOLD = "1";
const DIM = "2";
const COLOUR: Record<Severity, string> = { info: "36", notice: "32", warning: "33", critical: "31" };

const WIDTH = 72;

/** An alert between two rules, so that it stands out of the log lines around it. */
export function renderAlert(message: Message, words: PlatformWords, color: boolean): string {
  const rule = paint("─".repeat(WIDTH), COLOUR[message.severity], color);
  return [rule, ...linesOf(message, words, color), rule].join("\n");
}

/** An answer to a command. */
export function renderReply(message: Message, words: PlatformWords, color: boolean): string {
  return linesOf(message, words, color).join("\n");
}

function linesOf(message: Message, words: PlatformWords, color: boolean): string[] {
  const head = `${SEVERITY_SIGN[message.severity]} ${cleanLine(message.headline)}`;
  const body = message.blocks.flatMap((block) => {
    const lines = plainBlock(block, words).map((line) => `  ${line}`);
    const quiet = block.type === "note" || block.type === "actions" || block.type === "quote";
    return quiet ? lines.map((line) => paint(line, DIM, color)) : lines;
  });
  return [paint(head, `${BOLD};${COLOUR[message.severity]}`, color), ...body];
}

function paint(text: string, code: string, color: boolean): string {
  return color ? `\u001b[${code}m${text}\u001b[0m` : text;
}
