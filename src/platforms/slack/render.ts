import type { Block, Message } from "../../core/message.ts";
import { createDrawn } from "../shared/drawn.ts";
import { SEVERITY_SIGN } from "../shared/severity.ts";
import { cleanLine } from "../shared/text.ts";
import type { PlatformWords } from "../shared/words.ts";
import type { SlackBlock } from "./blocks.ts";
import { actionBlocks, contextBlock, fieldOf, headerBlock, sectionBlocks } from "./blocks.ts";
import { inlineAtoms, linkAtom, plainProse } from "./inline.ts";
import { BLOCKS_MAX, BLOCKS_TEXT_TOTAL_MAX, FALLBACK_TEXT_MAX, SECTION_FIELDS_MAX } from "./limits.ts";
import type { Atom } from "./mrkdwn.ts";
import { textAtom, tokenAtom, writeAtoms } from "./mrkdwn.ts";
import { tableBlocks } from "./table.ts";

type Words = Pick<PlatformWords, "date" | "brackets">;

/** What chat.postMessage and a response_url take: blocks, and the same as text for notifications and screen readers. */
export type SlackPayload = { text: string; blocks: SlackBlock[] };

/** A message within all of Slack's limits: nothing is refused, and nothing is cut inside a link or a date. */
export function renderMessage(message: Message, words: Words): SlackPayload {
  const { head, text, parts } = drawn.find(message, words) ?? drawn.keep(message, words, drawParts(message, words));
  const blocks = [...head];
  let buttons = 0;
  message.blocks.forEach((block, at) => {
    if (block.type === "actions") {
      blocks.push(...actionBlocks(block.actions, buttons));
      buttons += block.actions.length;
    } else if (blocks.length <= 2 * BLOCKS_MAX) {
      // What is far beyond the limits is left out below in any case; buttons are kept.
      parts[at] ??= renderBlock(block, words);
      blocks.push(...parts[at]);
    }
  });
  return { text, blocks: withinTotals(blocks) };
}

/** All of a message but its buttons; a part is drawn when it is first needed. */
type Parts = { head: SlackBlock[]; text: string; parts: SlackBlock[][] };

const drawn = createDrawn<Parts>();

function drawParts(message: Message, words: Words): Parts {
  const headline = cleanLine(message.headline);
  const head = `${SEVERITY_SIGN[message.severity]} ${headline}`.trim();
  return {
    head: headline === "" ? [] : headerBlock(head),
    text: fallbackText(head, message.blocks, words),
    parts: [],
  };
}

function renderBlock(block: Exclude<Block, { type: "actions" }>, words: Words): SlackBlock[] {
  switch (block.type) {
    case "fields":
      return fieldBlocks(block, words);
    case "table":
      return tableBlocks(block, words);
    case "note":
      return contextBlock(inlineAtoms(block.content, words));
    default:
      return sectionBlocks(linesOf(block, words, true));
  }
}

function fieldBlocks(block: Extract<Block, { type: "fields" }>, words: Words): SlackBlock[] {
  const fields = block.fields.map((field) => fieldOf(field.label, inlineAtoms(field.value, words)));
  const blocks: SlackBlock[] = [];
  for (let at = 0; at < fields.length; at += SECTION_FIELDS_MAX) {
    blocks.push({ type: "section", fields: fields.slice(at, at + SECTION_FIELDS_MAX) });
  }
  return blocks;
}

/** A block as lines of atoms: what sections show, and what the fallback text is made of. */
function linesOf(block: Block, words: Words, hints: boolean): Atom[][] {
  switch (block.type) {
    case "text":
    case "note":
      return [inlineAtoms(block.content, words, hints)];
    case "fields":
      return block.fields.map((field) => [
        textAtom(`${cleanLine(field.label)}: `),
        ...inlineAtoms(field.value, words, hints),
      ]);
    case "list":
      return block.items.map((item) => [textAtom("• "), ...inlineAtoms(item, words, hints)]);
    case "table":
      return block.rows.map((row) =>
        row.flatMap((cell, at) => [...(at === 0 ? [] : [textAtom(" · ")]), ...inlineAtoms(cell, words, hints)]),
      );
    case "quote":
      return quoteLines(block);
    case "actions":
      return [];
    default:
      return block satisfies never;
  }
}

function quoteLines(block: Extract<Block, { type: "quote" }>): Atom[][] {
  const lines: Atom[][] = plainProse(block.text)
    .split("\n")
    .map((line) => [tokenAtom(">"), textAtom(line)]);
  return block.link === null ? lines : [...lines, [linkAtom(block.link.text, block.link.url)]];
}

function fallbackText(head: string, blocks: Block[], words: Words): string {
  const lines = [[textAtom(head)], ...blocks.flatMap((block) => linesOf(block, words, false))];
  return writeAtoms(
    lines.flatMap((line, at) => (at === 0 ? line : [textAtom("\n"), ...line])),
    FALLBACK_TEXT_MAX,
  );
}

/** Leaves out the last blocks that are not buttons until number and sum of text fit, and shows that with "…". */
function withinTotals(blocks: SlackBlock[]): SlackBlock[] {
  const kept = blocks.map((block) => ({ block, size: textSize(block) }));
  let total = kept.reduce((sum, { size }) => sum + size, 0);
  let cut = false;
  while (kept.length > BLOCKS_MAX - (cut ? 1 : 0) || total > BLOCKS_TEXT_TOTAL_MAX) {
    let at = kept.findLastIndex(({ block }) => block.type !== "actions" && block.type !== "header");
    if (at < 0) at = kept.length - 1;
    total -= kept[at]?.size ?? 0;
    kept.splice(at, 1);
    cut = true;
  }
  if (!cut) return blocks;
  const shown = kept.map(({ block }) => block);
  const firstActions = shown.findIndex((block) => block.type === "actions");
  shown.splice(firstActions < 0 ? shown.length : firstActions, 0, ...contextBlock([textAtom("…")]));
  return shown;
}

function textSize(block: SlackBlock): number {
  if (block.type === "header") return block.text.text.length;
  if (block.type === "actions") {
    return block.elements.reduce(
      (sum, one) =>
        sum + (one.type === "button" ? one.text.text.length + one.value.length : one.placeholder.text.length),
      0,
    );
  }
  if (block.type === "image") return block.alt_text.length;
  if (block.type === "context") return block.elements.reduce((sum, element) => sum + element.text.length, 0);
  return "fields" in block ? block.fields.reduce((sum, field) => sum + field.text.length, 0) : block.text.text.length;
}
