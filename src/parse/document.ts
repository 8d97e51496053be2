/** What every page becomes, whatever its form was: blocks in reading order. Pure data, no meaning yet. */

/** A stretch of text with one set of marks. */
export type Run = { text: string; code?: true; bold?: true; strike?: true; href?: string };

/** One visual line: what stands between two `<br>`. */
export type Line = Run[];

export type Cell = {
  lines: Line[];
  /** `<th>`, or a Markdown header row. Pages also mark headers as bold `<td>`: the reader decides by meaning. */
  header: boolean;
  /** True when a rowspan or colspan of another cell fills this place with that cell's content. */
  spanned: boolean;
};

export type ListItem = { lines: Line[]; children: Block[] };

export type Block =
  | { type: "heading"; level: number; line: Line; id: string | null }
  | { type: "paragraph"; lines: Line[] }
  | { type: "list"; ordered: boolean; items: ListItem[] }
  | { type: "definitions"; entries: { term: Line[]; details: Block[] }[] }
  /** A grid: every row has the same number of cells, spans filled in, missing cells empty. */
  | { type: "table"; rows: Cell[][]; caption: string | null }
  /** Admonition, callout, blockquote: `kind` is the mark in lower case ("warning", "note", "quote"). */
  | { type: "note"; kind: string; blocks: Block[] }
  /** Mintlify `<Update label="..." description="...">` and the like: a dated entry. */
  | { type: "update"; label: string; description: string; blocks: Block[] }
  | { type: "code"; text: string; language: string | null }
  | { type: "include"; path: string };

export type Doc = {
  title: string | null;
  /** Front matter, flattened to strings. */
  meta: Record<string, string>;
  blocks: Block[];
};

export type FeedItem = {
  /** guid or id as text; may change from poll to poll, so never an identity. */
  id: string | null;
  title: string;
  link: string | null;
  /** ISO instant; null when the feed gives none that can be read. */
  published: string | null;
  updated: string | null;
  categories: string[];
  /** The body as HTML, or as text where the feed has only that. */
  body: string;
};

export type Feed = { title: string; link: string | null; items: FeedItem[] };

/** The text of lines without marks, lines joined by `\n`. */
export function textOf(lines: Line[]): string {
  const [first] = lines;
  // Asked for all the time, and mostly of one line of one run.
  if (lines.length === 1 && first?.length === 1) return first[0]?.text ?? "";
  let text = "";
  let begun = false;
  for (const line of lines) {
    if (begun) text += "\n";
    begun = true;
    for (const run of line) text += run.text;
  }
  return text;
}
