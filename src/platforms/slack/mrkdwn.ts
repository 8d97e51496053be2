/**
 * Slack's text format as atoms, so that a text can be cut to a limit without ever cutting a code point, a link or a
 * date: https://docs.slack.dev/messaging/formatting-message-text
 */

/** Untrusted text may be cut; a token (link, date) is kept whole or left out. */
export type Atom = { kind: "text"; text: string; open: string; close: string } | { kind: "token"; raw: string };

const MARK = "…";

/** How far back a cut looks for white space, so that words, ids and dates in running text stay whole. */
const WORD_REACH = 60;

/** The three characters that Slack gives a meaning; nothing else is escaped. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const ESCAPED_LENGTH: Record<string, number> = { "&": 5, "<": 4, ">": 4 };

export function textAtom(text: string, open = "", close = ""): Atom {
  return { kind: "text", text, open, close };
}

export function tokenAtom(raw: string): Atom {
  return { kind: "token", raw };
}

/** Atoms as Slack text of at most `max` units; ends in "…" when something was left out. */
export function writeAtoms(atoms: Atom[], max: number): string {
  const whole = atoms.map(writeAtom).join("");
  if (whole.length <= max) return whole;
  let out = "";
  const room = max - MARK.length;
  for (const atom of atoms) {
    const raw = writeAtom(atom);
    if (out.length + raw.length <= room) {
      out += raw;
      continue;
    }
    if (atom.kind === "text") {
      const cut = cutEscaped(atom.text, room - out.length - atom.open.length - atom.close.length);
      if (cut !== "") out += atom.open + cut + atom.close;
    }
    break;
  }
  return out.trimEnd() + MARK;
}

function writeAtom(atom: Atom): string {
  if (atom.kind === "token") return atom.raw;
  return atom.text === "" ? "" : atom.open + escapeText(atom.text) + atom.close;
}

/** The longest start of `text` that is at most `room` units when escaped, ending at white space when one is near. */
export function cutEscaped(text: string, room: number): string {
  let length = 0;
  let units = 0;
  for (const point of text) {
    length += ESCAPED_LENGTH[point] ?? point.length;
    if (length > room) break;
    units += point.length;
  }
  return escapeText(backToWord(text, units));
}

/** `text` cut to at most `max` units at a word's end when one is near, never inside a code point, with "…" when cut. */
export function cutPlain(text: string, max: number): string {
  if (text.length <= max) return text;
  let units = 0;
  for (const point of text) {
    if (units + point.length > max - MARK.length) break;
    units += point.length;
  }
  return backToWord(text, units) + MARK;
}

function backToWord(text: string, units: number): string {
  const kept = text.slice(0, units);
  if (units >= text.length || /\s/.test(text[units] ?? "")) return kept.trimEnd();
  const space = kept.search(/\s\S*$/);
  return space > 0 && units - space <= WORD_REACH ? kept.slice(0, space).trimEnd() : kept;
}
