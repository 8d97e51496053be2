/**
 * Tables as they arrive when someone copies them out of a browser, or a crawler writes them down: a line to a cell, rows
 * whose cells are parted by a blank only, cells that break their row because the page sets them as blocks.
 */

export type CopiedTable = { rows: string[][]; lines: number };

const LONGEST_CELL = 80;
const MOST_COLUMNS = 6;
const MOST_ROWS = 400;

const MONTH = "\\p{L}{3,10}\\.?";
/** A day as it is written in any of the languages; never a year alone. */
const DAY = [
  "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}",
  "\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2})",
  `${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`,
  `\\d{1,2}(?:er|º|\\.)?(?: de)? ${MONTH}(?: de)? \\d{4}`,
  "\\d{4} ?[年년] ?\\d{1,2} ?[月월] ?\\d{1,2} ?[日일]",
].join("|");
const IS_DAY = new RegExp(`^(?:${DAY})$`, "u");
/** "3 September 2026", "2026.09.03", "April 14, 2025: several models": a day, and maybe what happened on it. */
export const DAY_LINE = new RegExp(`^(?:${DAY})(?:\\s*[:：–—-]\\s+\\S.{0,119})?$`, "u");
const HAS_DAY = new RegExp(`(?<![\\p{L}\\d])(?:${DAY})(?![\\p{L}\\d])`, "u");
/** An id, or a name with a number: what a row is about. */
const ID = /^(?=\S*[a-z])(?=\S*\d)[a-z@][\w./:@-]{2,80}$/i;
const NAME = /^(?=.*\d)\p{Lu}[\p{L}\d .+&()-]{2,60}$/u;
/** Stands for a break between two names of one cell. */
const BROKEN = "/";
const JOINT = /^(?:\/|or|and|oder|und|ou|et|o|y|e|或|または|또는)$/i;

/** An id that stands alone: letters, a number, no blank. */
export const isId = (text: string): boolean => ID.test(text) && !HAS_DAY.test(text);
const isNamed = (text: string): boolean => isId(text) || (NAME.test(text) && !HAS_DAY.test(text));
const isHeading = (text: string): boolean => text !== "" && text.length <= 48 && !/[\d.。:：!?]/.test(text);

/**
 * Headings a line each ("Model", "Date", "Replaced by"), then as many lines for each row. Two rows at least must agree on
 * which line is the name and which the day.
 *
 * @param lines trimmed; the headings begin at `at`
 */
export function stackedAt(lines: readonly string[], at: number): CopiedTable | null {
  let most = 0;
  while (most < MOST_COLUMNS && isHeading(lines[at + most] ?? "")) most += 1;
  for (let width = 2; width <= most; width += 1) {
    const place = [...Array(width).keys()].find((column) => HAS_DAY.test(lines[at + width + column] ?? ""));
    if (place === undefined) continue;
    const rows = [lines.slice(at, at + width)];
    for (let from = at + width; rows.length < MOST_ROWS; from += width) {
      const row = lines.slice(from, from + width);
      const named = row.some((cell, column) => column !== place && isNamed(cell));
      const fits = row.length === width && HAS_DAY.test(row[place] ?? "") && (row[place] ?? "").length <= 60;
      if (!fits || !named || row.some((cell) => cell === "" || cell.length > LONGEST_CELL)) break;
      rows.push(row);
    }
    if (rows.length > 2) return { rows, lines: rows.length * width };
  }
  return null;
}

/** A line of blanks alone is what is left of a `<br>` within a cell; between cells a line is empty. */
const BREAK = /^[ \u00A0]+$/;

/**
 * "Model<tab>Shutdown date<tab>Replacement" over cells that stand on lines of their own: name, day, successor.
 *
 * @param lines as they are: a blank may be all that is left of a break
 */
export function brokenAt(lines: readonly string[], at: number): CopiedTable | null {
  const head = (lines[at] ?? "")
    .trim()
    .split("\t")
    .map((cell) => cell.trim());
  if (head.length < 2 || head.length > MOST_COLUMNS || !head.every((cell) => isHeading(cell))) return null;
  const pieces: { text: string; line: number }[] = [];
  for (let line = at + 1; line < lines.length && pieces.length < MOST_ROWS; line += 1) {
    const given = lines[line] ?? "";
    const filled = given
      .split("\t")
      .map((part) => part.trim())
      .filter((part) => part !== "");
    if (BREAK.test(given) && isNamed(pieces.at(-1)?.text ?? "")) pieces.push({ text: BROKEN, line });
    if (!filled.every((part) => isNamed(part) || IS_DAY.test(part) || JOINT.test(part))) break;
    // A break before a day parts a name from its day, not two names.
    if (IS_DAY.test(filled[0] ?? "") && pieces.at(-1)?.text === BROKEN) pieces.pop();
    pieces.push(...filled.map((text) => ({ text, line })));
  }
  const starts = pieces.flatMap(({ text }, index) =>
    isNamed(text) && IS_DAY.test(pieces[index + 1]?.text ?? "") ? [index] : [],
  );
  if (starts.length === 0 || starts[0] !== 0) return null;
  const rows: string[][] = [head];
  for (const [index, start] of starts.entries()) {
    const row = pieces.slice(start, starts[index + 1] ?? pieces.length).map(({ text }) => text);
    // A break behind the last name parts nothing.
    while (row.at(-1) === BROKEN) row.pop();
    const days = row.slice(1).findIndex((text) => !IS_DAY.test(text));
    const count = days < 0 ? row.length - 1 : days;
    const behind = row.slice(1 + count);
    // Two names without a joint: the second may be the first of the next row.
    const joined = behind.every((text, place) => place % 2 === (JOINT.test(text) ? 1 : 0));
    if (!joined || 1 + count + (behind.length > 0 ? 1 : 0) > head.length) return null;
    const cells = [
      row[0] ?? "",
      ...row.slice(1, 1 + count),
      behind.map((text) => (text === BROKEN ? "," : text)).join(" "),
    ];
    rows.push(head.map((_, column) => cells[column] ?? ""));
  }
  const last = pieces.at(-1)?.line ?? at;
  return { rows, lines: last + 1 - at };
}

const ROW = new RegExp(
  `^(?<name>${ID.source.slice(1, -1)})\\s+(?<first>${DAY})(?:\\s+(?<second>${DAY}))?(?:\\s+(?<rest>\\S.{0,79}))?$`,
  "u",
);

/** "Model Release date Shutdown date Replacement" over rows of an id, its days and what follows, a blank between them. */
export function blankedAt(lines: readonly string[], at: number): CopiedTable | null {
  const head = lines[at] ?? "";
  if (head.length > 2 * LONGEST_CELL || /[\d.。:：|]/.test(head) || head.split(/\s+/).length < 2) return null;
  if (!ROW.test(lines[at + 1] ?? "") && !ROW.test(lines[at + 2] ?? "")) return null;
  const titles = headingsOf(head, ROW.exec(lines[at + 1] ?? "")?.groups?.second === undefined);
  if (titles.length < 2 || titles.length > MOST_COLUMNS) return null;
  const rows: string[][] = [titles];
  let read = 0;
  let end = at + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? "";
    const row = cellsOf(line, titles.length);
    if (row !== null) read += 1;
    // "Preview models" between the rows.
    else if (!isHeading(line) || !ROW.test(lines[end + 1] ?? "")) break;
    rows.push(row ?? titles.map((_, column) => (column === 0 ? line : "")));
  }
  return read > 0 ? { rows, lines: end - at } : null;
}

/** Headings begin with a capital; where there are none, each word is one. Behind one day the last heading may have several. */
function headingsOf(head: string, oneDay: boolean): string[] {
  const cut = (/\p{Lu}/u.test(head) ? head.split(/\s+(?=\p{Lu})/u) : head.split(/\s+/)).map((each) => each.trim());
  return oneDay && !/\p{Lu}/u.test(head) && cut.length > 3 ? [...cut.slice(0, 2), cut.slice(2).join(" ")] : cut;
}

/** "No shutdown date announced" fills the place of a day. */
const NO_DAY = /^(?<words>\p{Lu}?[\p{L}’' ]{6,60}?)(?:\s+(?<rest>(?=\S*\d)[a-z][\w./:@-]+))?$/u;

function cellsOf(line: string, width: number): string[] | null {
  const { name, first, second, rest = "" } = ROW.exec(line)?.groups ?? {};
  if (name === undefined || first === undefined) return null;
  if (second !== undefined) return width < 3 ? null : fill([name, first, second, rest], width);
  if (width < 4) return fill([name, first, rest], width);
  const { words, rest: behind = "" } = NO_DAY.exec(rest)?.groups ?? {};
  return words === undefined ? null : fill([name, first, words, behind], width);
}

const fill = (cells: readonly string[], width: number): string[] | null =>
  cells.slice(width).every((cell) => cell === "")
    ? [...Array(width).keys()].map((column) => cells[column] ?? "")
    : null;
