import type { Inline } from "../../core/message.ts";
import { instantSeconds, noonUtcSeconds, wantsHint } from "../shared/dates.ts";
import { cleanLine, cleanText, safeUrl, takeUnits } from "../shared/text.ts";
import type { PlatformWords } from "../shared/words.ts";
import { EMBED_TOTAL_MAX, URL_MAX } from "./limits.ts";

/** No text longer than this can be shown, so no more of it is looked at. One more than fits, so that the cut shows. */
const LOOKED_AT = EMBED_TOTAL_MAX + 1;

/**
 * Markdown in pieces that know how they may be cut: `anywhere` (escaped text), `inside` (between its two marks) or
 * `never` (links, timestamps, dates).
 */
export type Piece =
  | { cut: "anywhere"; markdown: string }
  | { cut: "never"; markdown: string }
  | { cut: "inside"; open: string; markdown: string; close: string };

/**
 * Text that shows as itself: no style, no mention, no heading or list, no address turned into a link, no invitation.
 * A backslash works before any punctuation: https://docs.discord.com/developers/reference#message-formatting
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\*_~`|<>[\]@]/g, "\\$&")
    .replaceAll(/:(?=\/|$)/g, "\\:")
    .replaceAll(/(discord(?:app)?\.(?:gg|com))\//gi, "$1\\/")
    .replaceAll(/^([ \t]{0,8})([#+-])/gm, "$1\\$2")
    .replaceAll(/^([ \t]{0,8}\d{1,9})([.)])/gm, "$1\\$2");
}

/** Escaped text as a piece. */
export function textPiece(text: string): Piece {
  return { cut: "anywhere", markdown: escapeMarkdown(cleanText(takeUnits(text, LOOKED_AT))) };
}

/** Composed inlines as pieces. With `oneLine` line breaks become spaces, as lists and fields of a table need. */
export function piecesOf(content: Inline[], words: Pick<PlatformWords, "date" | "brackets">, oneLine = false): Piece[] {
  // A date that the text itself counts to ("(in 30 days)") is not counted to a second time.
  return content.flatMap((inline, at) => pieceOf(inline, words, oneLine, wantsHint(content, at)));
}

function pieceOf(
  inline: Inline,
  words: Pick<PlatformWords, "date" | "brackets">,
  oneLine: boolean,
  hint: boolean,
): Piece[] {
  if (typeof inline === "string") return [textPiece(oneLine ? onOneLine(inline) : inline)];
  switch (inline.type) {
    case "code":
      return wrapped("`", codeText(inline.text));
    case "bold":
      return wrapped("**", escapeMarkdown(cleanLine(takeUnits(inline.text, LOOKED_AT))));
    case "link":
      return [linkPiece(inline.text, inline.url)];
    case "date": {
      const said = escapeMarkdown(cleanLine(words.date(inline.date, inline.precision)));
      const noon = hint ? noonUtcSeconds(inline.date) : null;
      return [
        {
          cut: "never",
          markdown:
            noon === null ? said : `${said}${words.brackets?.open ?? " ("}<t:${noon}:R>${words.brackets?.close ?? ")"}`,
        },
      ];
    }
    case "instant": {
      const seconds = instantSeconds(inline.at);
      return [seconds === null ? textPiece(inline.at) : { cut: "never", markdown: `<t:${seconds}:f>` }];
    }
    default:
      return inline satisfies never;
  }
}

/** A link, or only its text when the address is not fit to be one. Its text is shortened before its address is. */
export function linkPiece(text: string, url: string): Piece {
  const address = safeUrl(url, URL_MAX)?.replaceAll("(", "%28").replaceAll(")", "%29");
  const label = cleanLine(takeUnits(text, LOOKED_AT));
  if (!address || address.length > URL_MAX) return textPiece(label);
  const shown = label === "" ? hostOf(address) : label.length > 100 ? `${takeUnits(label, 99)}…` : label;
  return { cut: "never", markdown: `[${escapeMarkdown(shown)}](${address})` };
}

/** Line breaks as spaces; the ends are kept, for they separate this text from what stands beside it. */
export function onOneLine(text: string): string {
  return takeUnits(text, LOOKED_AT).replaceAll(/\s{1,1000}/g, " ");
}

function hostOf(address: string): string {
  return new URL(address).host;
}

/** Code shows no escapes, so a backtick in it is replaced by one that ends nothing. */
export function codeText(text: string): string {
  return cleanLine(takeUnits(text, LOOKED_AT)).replaceAll("`", "ˋ");
}

function wrapped(mark: string, markdown: string): Piece[] {
  return markdown === "" ? [] : [{ cut: "inside", open: mark, markdown, close: mark }];
}

function show(piece: Piece): string {
  return piece.cut === "inside" ? piece.open + piece.markdown + piece.close : piece.markdown;
}

/**
 * The pieces as markdown of at most `max` units. What does not fit is left out behind an ellipsis; no link, timestamp,
 * date, escape or code point is ever cut.
 */
export function fitPieces(pieces: Piece[], max: number): { markdown: string; cut: boolean } {
  const full = pieces.map(show).join("");
  if (full.length <= max) return { markdown: full, cut: false };
  if (max < 1) return { markdown: "", cut: true };
  let fitted = "";
  for (const piece of pieces) {
    const left = max - 1 - fitted.length;
    const whole = show(piece);
    if (whole.length > left) {
      fitted += cutPiece(piece, left);
      break;
    }
    fitted += whole;
  }
  return { markdown: `${fitted.trimEnd()}…`, cut: true };
}

function cutPiece(piece: Piece, left: number): string {
  if (piece.cut === "never") return "";
  if (piece.cut === "anywhere") return cutEscaped(piece.markdown, left);
  const inner = cutEscaped(piece.markdown, left - piece.open.length - piece.close.length).trimEnd();
  return inner === "" ? "" : piece.open + inner + piece.close;
}

/** Cuts escaped text without leaving a lone backslash that would swallow what follows. */
function cutEscaped(markdown: string, max: number): string {
  const taken = takeUnits(markdown, max);
  const slashes = taken.length - taken.replace(/\\{1,4096}$/, "").length;
  return slashes % 2 === 1 ? taken.slice(0, -1) : taken;
}
