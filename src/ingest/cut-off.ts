/** Elements whose end tag may not be left out: https://html.spec.whatwg.org/multipage/syntax.html#optional-tags */
const PAIRED_HTML = ["table", "ul", "ol", "dl", "div", "section", "article", "main", "script", "style"];
/** A component that opens a line, as in MDX: `<Update label="…">`; group 2 is "/" when it closes itself. */
const COMPONENT = /^[ \t]*<([A-Z][A-Za-z]{0,40})\b[^<>]{0,2000}?(\/?)>/gm;

/**
 * Signs of a transfer that stopped half way, in the body alone.
 *
 * @param form what `detectForm` says of the text
 * @returns why it counts as cut off; null without such a sign (a cut between two paragraphs leaves none)
 */
export function cutOff(text: string, form: string): string | null {
  if (form === "html") return cutHtml(text);
  if (form === "markdown") return cutMarkdown(text);
  return null;
}

function cutHtml(text: string): string | null {
  // Some real pages leave the closing tag out; then the last tag at least is whole.
  if (/<\/(?:html|body)\s*>/i.test(text.slice(-5_000))) return null;
  const tail = text.trimEnd();
  if (tail.lastIndexOf("<") > tail.lastIndexOf(">")) return "the HTML is cut off inside a tag";
  const lower = text.toLowerCase();
  const open = PAIRED_HTML.find((name) => lastOpening(lower, name) > lower.lastIndexOf(`</${name}`));
  return open === undefined ? null : `the HTML is cut off: its last <${open}> never ends`;
}

/** Where the last opening tag of that name begins; -1 without one. `<ol` is none of `<ol-x`. */
function lastOpening(lower: string, name: string): number {
  for (let at = lower.lastIndexOf(`<${name}`); at >= 0; at = at === 0 ? -1 : lower.lastIndexOf(`<${name}`, at - 1)) {
    const next = lower[at + name.length + 1];
    if (next === undefined || /[\s/>]/.test(next)) return at;
  }
  return -1;
}

function cutMarkdown(text: string): string | null {
  const lines = text.trimEnd().split("\n");
  const [before = "", last = ""] = lines.slice(-2);
  // A short row that is whole, its line break included, is only badly written.
  const whole = /\|\s*$/.test(last) && text.endsWith("\n");
  if (isRow(last) && isRow(before) && cellsOf(last) < cellsOf(before) && !whole)
    return "the page is cut off inside a table row";
  const lastOpened = new Map<string, { at: number; alone: boolean }>();
  for (const match of text.matchAll(COMPONENT))
    lastOpened.set(match[1] ?? "", { at: match.index, alone: match[2] === "/" });
  for (const [name, { at, alone }] of lastOpened) {
    const closed = text.lastIndexOf(`</${name}>`);
    // Only of names that the page closes elsewhere: code samples have lone `<Type>`s.
    if (!alone && closed >= 0 && closed < at) return `the page is cut off: its last <${name}> never ends`;
  }
  return null;
}

function isRow(line: string): boolean {
  return /^\s*\|/.test(line);
}

/** The bars of a row, escaped ones left out; a row that was cut has fewer than the one before. */
function cellsOf(line: string): number {
  return line.replaceAll("\\|", "").split("|").length;
}
