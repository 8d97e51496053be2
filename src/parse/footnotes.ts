/**
 * Footnotes of Markdown (https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#footnotes):
 * `[^1]` in a row of a table and `[^1]: text` further down. What a note says of its row is read where the mark stands.
 */

const NOTE = /^ {0,3}\[\^([\w-]{1,30})\]:[ \t]+(\S.*)$/gm;
const MARK = /\[\^([\w-]{1,30})\](?!:)/g;
const MOST = 500;
const LONGEST = 160;
/** Only what tells a day is worth a place in a cell. */
const DAY = /\d/;
const SENTENCE_END = /(?<=[^\d\s][.!?])\s+(?=\p{Lu})|(?<=\d{4}[.!?])\s+(?=\p{Lu})|(?<=[。！？])/u;

/** A cell that has a day of its own needs none: what its note says is how it came about. */
const YEAR = /\b20\d\d\b/;

/** The text with the first sentence of each footnote in the rows that bear its mark; the notes themselves become lines of their own. */
export function withFootnotes(text: string): string {
  if (!text.includes("[^")) return text;
  const notes = new Map<string, string>();
  for (const [, id = "", words = ""] of text.matchAll(NOTE)) {
    if (notes.size >= MOST) break;
    notes.set(id, words.trim());
  }
  if (notes.size === 0) return text;
  return text
    .replace(NOTE, "\n$2\n")
    .split("\n")
    .map((line) => (line.includes("|") && line.includes("[^") ? withNotes(line, notes) : line))
    .join("\n");
}

function withNotes(row: string, notes: ReadonlyMap<string, string>): string {
  return row
    .split("|")
    .map((cell) => (YEAR.test(cell) ? cell : withNote(cell, notes)))
    .join("|");
}

function withNote(cell: string, notes: ReadonlyMap<string, string>): string {
  return cell.replace(MARK, (mark, id: string) => {
    const first =
      notes
        .get(id)
        ?.split(SENTENCE_END)[0]
        ?.replace(/[.。]$/, "") ?? "";
    const fits = DAY.test(first) && first.length <= LONGEST && !first.includes("|");
    return fits ? ` (${first})` : mark;
  });
}
