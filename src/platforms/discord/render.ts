import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import type { Action, Block, Inline, Message } from "../../core/message.ts";
import { remember } from "../../lib/remember.ts";
import { encodeAction, typedCommand } from "../shared/actions.ts";
import { plainInlines } from "../shared/plain.ts";
import { createDrawn } from "../shared/drawn.ts";
import { SEVERITY_COLOUR, SEVERITY_SIGN } from "../shared/severity.ts";
import { cleanLine, cleanText, truncate } from "../shared/text.ts";
import type { PlatformWords } from "../shared/words.ts";
import {
  BUTTON_LABEL_MAX,
  BUTTON_ROWS_MAX,
  BUTTONS_PER_ROW_MAX,
  CUSTOM_ID_MAX,
  EMBED_FOOTER_MAX,
  EMBED_TOTAL_MAX,
} from "./limits.ts";
import {
  codeText,
  escapeMarkdown,
  fitPieces,
  linkPiece,
  onOneLine,
  type Piece,
  piecesOf,
  textPiece,
} from "./markdown.ts";
import { createPage, type Page } from "./page.ts";

const BUTTON_STYLE: Record<Action["style"], APIButtonComponentWithCustomId["style"]> = {
  normal: ButtonStyle.Secondary,
  primary: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
};

/** A headline much longer than this is no headline; the limit of the field is CONTENT_MAX. */
const HEADLINE_MAX = 400;
const QUOTE_MAX = 700;
/** About the width of an embed on a phone; a wider code block wraps and cannot be read. */
const CODE_TABLE_WIDTH = 44;
/** Characters that take two columns of a code block, and less or more in some fonts. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/;

type Words = Pick<PlatformWords, "date" | "brackets" | "severity" | "showingFirst">;
type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

export type DiscordMessage = {
  content: string;
  embeds: APIEmbed[];
  components: ButtonRow[];
  allowed_mentions: { parse: []; roles?: string[] };
};

/**
 * A message as Discord takes it, within all its limits (limits.ts): the headline as content, so that notifications and
 * readers without embeds have it, the rest as embeds in reading order, buttons in rows.
 * @param key the delivery key, shown in the last embed's footer, where a later look into the channel finds it
 */
export function renderMessage(message: Message, words: Words, key: string | null): DiscordMessage {
  // Colour alone tells nothing to some readers, so the severity also stands in the footer as a word.
  const footer = [words.severity[message.severity], key]
    .filter((part) => part !== null)
    .join(" · ")
    .slice(0, EMBED_FOOTER_MAX);
  const buttons = collectButtons(message.blocks);
  // Buttons without room become text, which only this message has.
  const known = buttons.left.size > 0 ? null : drawn.find(message, words);
  const body = known?.footer === footer.length ? known : drawBody(message, words, buttons.left, footer.length);
  if (buttons.left.size === 0 && body !== known) drawn.keep(message, words, body);
  const { content, embeds } = body;
  return {
    content,
    embeds: embeds.map((embed, at) => (at === embeds.length - 1 ? { ...embed, footer: { text: footer } } : embed)),
    components: buttons.rows,
    allowed_mentions: { parse: [] },
  };
}

/** All of a message but its footer, of that many units, and its buttons. */
type Body = { content: string; embeds: APIEmbed[]; footer: number };

const drawn = createDrawn<Body>();

function drawBody(message: Message, words: Words, leftOut: Set<Action>, footer: number): Body {
  const page = createPage(EMBED_TOTAL_MAX - footer);
  for (const block of message.blocks) addBlock(page, block, words, leftOut);
  const headline = fitPieces([textPiece(cleanLine(message.headline))], HEADLINE_MAX).markdown;
  return {
    content: `${SEVERITY_SIGN[message.severity]} ${headline === "" ? "" : `**${headline}**`}`.trim(),
    embeds: page.embeds().map((part) => ({ ...part, color: SEVERITY_COLOUR[message.severity] })),
    footer,
  };
}

function addBlock(page: Page, block: Block, words: Words, leftOut: Set<Action>): void {
  if (page.full()) return;
  switch (block.type) {
    case "text":
      return page.text(piecesOf(block.content, words));
    case "note":
      return page.text([{ cut: "never", markdown: "-# " }, ...piecesOf(block.content, words, true)]);
    case "list":
      return addEach(page, block.items, (item) => page.text([bullet(), ...piecesOf(item, words, true)]));
    case "fields":
      return addEach(page, block.fields, (field) =>
        page.field([labelPiece(field.label)], piecesOf(field.value, words)),
      );
    case "quote":
      page.text([quotePiece(block.text)]);
      if (block.link) page.text([linkPiece(block.link.text, block.link.url)]);
      return;
    case "table":
      return addTable(page, block.columns, block.rows, words);
    case "actions":
      return addEach(
        page,
        block.actions.filter((action) => leftOut.has(action)),
        (action) => page.text([bullet(), labelPiece(`${action.label}: `), ...typed(action)]),
      );
  }
}

function addEach<T>(page: Page, list: readonly T[], add: (one: T) => void): void {
  for (const one of list) {
    if (page.full()) return;
    add(one);
  }
}

function bullet(): Piece {
  return { cut: "never", markdown: "• " };
}

function labelPiece(label: string): Piece {
  return textPiece(onOneLine(label));
}

function typed(action: Action): Piece[] {
  return [{ cut: "inside", open: "`", markdown: codeText(typedCommand(action.command, action.options)), close: "`" }];
}

function quotePiece(text: string): Piece {
  const quoted = escapeMarkdown(cleanText(truncate(text, QUOTE_MAX)));
  return { cut: "anywhere", markdown: quoted.replaceAll(/^/gm, "> ") };
}

/** A narrow table without links is a code block; any other is one line per row, where links and dates stay alive. */
function addTable(page: Page, columns: string[], rows: Inline[][][], words: Words): void {
  const linked = rows.flat(2).some((inline) => typeof inline === "object" && inline.type === "link");
  const lines = linked ? null : codeLines(columns, rows, words);
  if (lines) return addCodeTable(page, lines, words);
  page.text([{ cut: "never", markdown: "-# " }, labelPiece(columns.join(" · "))]);
  addEach(page, rows, (row) =>
    page.text([
      bullet(),
      ...columns.flatMap((_, at): Piece[] => [
        ...(at === 0 ? [] : [labelPiece(" · ")]),
        ...piecesOf(row[at] ?? [], words, true),
      ]),
    ]),
  );
}

/** The table as padded lines, headings first; null when it is too wide. */
function codeLines(columns: string[], rows: Inline[][][], words: Words): string[] | null {
  const cells = [columns.map(codeText)];
  for (const row of rows) {
    const line = columns.map((_, index) => codeText(plainInlines(row[index] ?? [], words, false)));
    if (line.join("  ").length > CODE_TABLE_WIDTH || WIDE.test(line.join(""))) return null;
    cells.push(line);
  }
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => (row[index] ?? "").length)));
  const lines = cells.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return lines.every((line) => line.length <= CODE_TABLE_WIDTH) ? lines : null;
}

function addCodeTable(page: Page, lines: string[], words: Words): void {
  const wrap = (shown: string[]) => `\`\`\`\n${shown.join("\n")}\n\`\`\``;
  const noted = (shown: number) => words.showingFirst(shown, lines.length - 1);
  let shown = lines.length;
  const fits = () =>
    wrap(lines.slice(0, shown)).length + (shown < lines.length ? noted(shown - 1).length * 2 + 1 : 0) <= page.room();
  while (shown > 1 && !fits()) shown -= 1;
  if (lines.some((line) => line !== ""))
    page.text([{ cut: "never", markdown: wrap(lines.slice(0, Math.max(shown, 1))) }]);
  if (shown < lines.length) page.text([textPiece(noted(shown - 1))]);
}

/** The same few words stand on the buttons of every message. */
const buttonLabel = remember((label) => truncate(cleanLine(label), BUTTON_LABEL_MAX), 500);

/** Buttons in rows of five; what has no room, or whose command does not fit into a custom id, is left for the text. */
function collectButtons(blocks: Block[]): { rows: ButtonRow[]; left: Set<Action> } {
  const left = new Set<Action>();
  const used = new Set<string>();
  const buttons: APIButtonComponentWithCustomId[] = [];
  for (const action of blocks.flatMap((block) => (block.type === "actions" ? block.actions : []))) {
    const id = encodeAction(action.command, action.options, CUSTOM_ID_MAX, action.in_place === true);
    if (id !== null && used.has(id)) continue;
    const label = buttonLabel(action.label);
    if (id === null || id === "" || label === "" || buttons.length === BUTTON_ROWS_MAX * BUTTONS_PER_ROW_MAX) {
      left.add(action);
      continue;
    }
    used.add(id);
    buttons.push({ type: ComponentType.Button, style: BUTTON_STYLE[action.style], label, custom_id: id });
  }
  const rows: ButtonRow[] = [];
  for (let index = 0; index < buttons.length; index += BUTTONS_PER_ROW_MAX)
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(index, index + BUTTONS_PER_ROW_MAX) });
  return { rows, left };
}
