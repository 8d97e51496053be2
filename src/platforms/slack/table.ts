import type { Inline } from "../../core/message.ts";
import { plainInlines } from "../shared/plain.ts";
import { cleanLine } from "../shared/text.ts";
import type { PlatformWords } from "../shared/words.ts";
import type { SlackBlock } from "./blocks.ts";
import { sectionBlocks } from "./blocks.ts";
import { inlineAtoms } from "./inline.ts";
import { SECTION_TEXT_MAX, TABLE_WIDTH_MAX } from "./limits.ts";
import type { Atom } from "./mrkdwn.ts";
import { escapeText, textAtom, tokenAtom } from "./mrkdwn.ts";

const FENCE = "```";
const GAP = "  ";

type Table = { columns: string[]; rows: Inline[][][] };

/** A narrow table as preformatted text with aligned columns; a wide one as a list, with its columns named first. */
export function tableBlocks(table: Table, words: Pick<PlatformWords, "date" | "brackets">): SlackBlock[] {
  if (table.columns.length === 0) return [];
  return preformatted(table, words) ?? sectionBlocks(listLines(table, words));
}

function preformatted(table: Table, words: Pick<PlatformWords, "date" | "brackets">): SlackBlock[] | null {
  const cell = (content: Inline[]) => cleanLine(plainInlines(content, words, false)).replaceAll("`", "'");
  const hasLinks = table.rows.some((row) =>
    row.flat().some((part) => typeof part === "object" && part.type === "link"),
  );
  const cells = [
    table.columns.map((name) => cell([name])),
    ...table.rows.map((row) => table.columns.map((_, at) => cell(row[at] ?? []))),
  ];
  const widths = table.columns.map((_, at) => Math.max(...cells.map((row) => displayWidth(row[at] ?? ""))));
  const width = widths.reduce((sum, one) => sum + one, 0) + GAP.length * (widths.length - 1);
  if (hasLinks || width > TABLE_WIDTH_MAX) return null;
  const lines = cells.map((row) =>
    escapeText(
      row
        .map((text, at) => text + " ".repeat((widths[at] ?? 0) - displayWidth(text)))
        .join(GAP)
        .trimEnd(),
    ),
  );
  return chunk(lines, SECTION_TEXT_MAX - 2 * (FENCE.length + 1)).flatMap((part) =>
    sectionBlocks([[tokenAtom(`${FENCE}\n${part.join("\n")}\n${FENCE}`)]]),
  );
}

function listLines(table: Table, words: Pick<PlatformWords, "date" | "brackets">): Atom[][] {
  const dot = textAtom(" · ");
  const head = table.columns.map((name) => cleanLine(name).replaceAll("_", " ")).join(" · ");
  const rows = table.rows.map((row) => [
    textAtom("• "),
    ...table.columns.flatMap((_, at) => {
      const atoms = inlineAtoms(row[at] ?? [], words, false);
      return at === 0 ? atoms : [dot, ...atoms];
    }),
  ]);
  return [[textAtom(head, "_", "_")], ...rows];
}

/** Lines in groups of at most `max` units with the line breaks between them. No line is longer than that. */
function chunk(lines: string[], max: number): string[][] {
  const groups: string[][] = [];
  let length = 0;
  for (const line of lines) {
    const group = groups.at(-1);
    if (group === undefined || length + 1 + line.length > max) {
      groups.push([line]);
      length = line.length;
    } else {
      group.push(line);
      length += 1 + line.length;
    }
  }
  return groups;
}

/** Columns in a fixed-width font: CJK characters and emoji take two. */
function displayWidth(text: string): number {
  let width = 0;
  for (const point of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}]/u.test(point)
        ? 2
        : 1;
  return width;
}
