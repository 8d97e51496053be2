import type { Line, Run } from "./document.ts";

export type Marks = { code?: true; bold?: true; strike?: true; href?: string };

export const NO_MARKS: Marks = Object.freeze({});

/** Layout hints and direction overrides that nobody sees: they would split ids or show text in another order. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const INVISIBLE = /[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const INVISIBLE_ALL = new RegExp(INVISIBLE.source, "g");
const BLANKS = "\\t\\f\\r\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000";
/** What is to become one space, but for a single space: by far the most are that already. */
const runsOf = (blanks: string) => new RegExp(`[${blanks}][ ${blanks}]*| [ ${blanks}]+`, "g");
const SPACES = runsOf(`${BLANKS}\\n\\u2028\\u2029`);
const SPACES_IN_LINE = runsOf(BLANKS);

/** The text without soft hyphens, zero-width spaces, bidi controls, byte order marks and NUL. */
export function visible(text: string): string {
  return INVISIBLE.test(text) ? text.replace(INVISIBLE_ALL, "") : text;
}

/** Collects runs of text into lines: white space collapsed, equal neighbours merged, empty lines dropped. */
export class LineBuilder {
  #lines: Line[] = [];
  #line: Line = [];
  /** True at the start of a line and after a space, where a further space says nothing. */
  #gap = true;

  /** Adds text. With `keepNewlines` a newline in it ends the line instead of being a space. */
  push(text: string, marks: Marks, keepNewlines = false): void {
    if (keepNewlines && text.includes("\n")) {
      const parts = text.split("\n");
      parts.forEach((part, index) => {
        if (index > 0) this.break();
        this.#add(visible(part).replace(SPACES_IN_LINE, " "), marks);
      });
      return;
    }
    this.#add(visible(text).replace(SPACES, " "), marks);
  }

  #add(collapsed: string, marks: Marks): void {
    const text = this.#gap && collapsed.startsWith(" ") ? collapsed.slice(1) : collapsed;
    if (text === "") return;
    this.#gap = text.endsWith(" ");
    const last = this.#line.at(-1);
    if (last !== undefined && sameMarks(last, marks)) last.text += text;
    else this.#line.push(runOf(text, marks));
  }

  /** Ends the line. */
  break(): void {
    trimEnd(this.#line);
    if (this.#line.length > 0) this.#lines.push(this.#line);
    this.#line = [];
    this.#gap = true;
  }

  /** Ends the last line, returns all of them and starts anew. */
  take(): Line[] {
    this.break();
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }

  /** True when nothing has been collected. */
  get empty(): boolean {
    return this.#lines.length === 0 && this.#line.length === 0;
  }
}

function runOf(text: string, marks: Marks): Run {
  const run: Run = { text };
  if (marks.code) run.code = true;
  if (marks.bold) run.bold = true;
  if (marks.strike) run.strike = true;
  if (marks.href !== undefined) run.href = marks.href;
  return run;
}

function sameMarks(run: Run, marks: Marks): boolean {
  return run.code === marks.code && run.bold === marks.bold && run.strike === marks.strike && run.href === marks.href;
}

function trimEnd(line: Line): void {
  for (let last = line.at(-1); last !== undefined; last = line.at(-1)) {
    if (last.text.endsWith(" ")) last.text = last.text.slice(0, -1);
    if (last.text !== "") return;
    line.pop();
  }
}
