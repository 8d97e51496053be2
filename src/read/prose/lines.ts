/** Marks of Markdown that stand around words: bold text, and links of which only the words are read. */
const BOLD = /\*\*([^*\n]{1,300})\*\*/g;
const LINK = /!?\[([^\][\n]{1,200})\]\((?:https?:|mailto:|\/|#)[^()\s]{0,1000}\)/g;

/** What a mail program or a ticket puts before each line of what someone else wrote. */
const QUOTED = /^(?:>\s?)+/;

/** The words of a line without marks of bold text and without the addresses of its links. */
function unmarked(line: string): string {
  const said = line.startsWith(">") ? line.replace(QUOTED, "") : line;
  const plain = said.includes("**") ? said.replace(BOLD, "$1") : said;
  return plain.includes("](") ? plain.replace(LINK, "$1") : plain;
}

/** The line under the heads of a table, and a row whose bars stand between its cells alone. */
const RULE = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?$/;
const BARE_ROW = /^[^|]+(?:\s\|\s[^|]*){2,}$/;

const ARROW = /^(?:[→⇒➜➔↓]|->|=>|-->)$/u;
/** A line that begins something of its own: a bullet, a heading, a row, a quote, a label. */
const BEGINS = /^(?:[-*•·‣–>|#+]|\d{1,2}[.)]\s|[\p{L} ]{1,30}:\s)/u;
/** A line that was cut off in the middle of a sentence goes on in lower case with more than one word. */
const GOES_ON = /^\p{Ll}[\p{L}'’]*,? [^|]*\p{L}/u;
const OPEN = /[\p{L}\p{N},)`"”’]$/u;
/** What no line ends with that is whole. */
const HANGS =
  /(?<!\p{L})(?:and|or|the|an?|of|to|by|on|for|with|from|und|oder|der|die|das|den|auf|zu|von|mit|et|ou|le|la|les|de|du|des|à|y|o|el|los|las|en|con|por|para|e|il|gli|di|da|per|com|em|do|no)$/iu;
/** Shorter lines are rarely cut off by a mail program. */
const WRAPPED = 40;

/** Rows without a rule under their heads: at least three that follow one another with as many bars. */
function isBareTable(lines: readonly string[]): boolean {
  const bars = lines.map((line) => (BARE_ROW.test(line) ? line.split("|").length : 0));
  return bars.some((count, index) => count > 0 && count === bars[index + 1] && count === bars[index + 2]);
}

/**
 * The visual lines of plain text as its author meant them: lines that a mail program broke in the middle of a sentence are
 * one line again, and an arrow on a line of its own joins what stands above and below it.
 *
 * @param given trimmed, none empty
 */
export function joinedLines(given: readonly string[]): string[] {
  const barred = (line: string) => (BARE_ROW.test(line) ? `| ${line} |` : line);
  const lines = given.some((line) => RULE.test(line)) || isBareTable(given) ? given.map(barred) : given;
  const joined: string[] = [];
  let width = 0;
  let afterArrow = false;
  for (const line of lines.map(unmarked).filter((one) => one !== "")) {
    const last = joined.at(-1);
    const arrow = ARROW.test(line);
    const open = width >= WRAPPED && !BEGINS.test(line) && last !== undefined && OPEN.test(last);
    const wrapped = open && (GOES_ON.test(line) || HANGS.test(last));
    if (last !== undefined && (arrow || afterArrow || wrapped) && !last.startsWith("|") && !last.startsWith("#"))
      joined[joined.length - 1] = `${last} ${line}`;
    else joined.push(line);
    width = line.length;
    afterArrow = arrow;
  }
  return joined;
}
