import type { Inline } from "../../core/message.ts";
import { instantSeconds, noonUtcSeconds, plainInstant, wantsHint } from "../shared/dates.ts";
import { cleanLine, cleanText, safeUrl, takeUnits, truncate } from "../shared/text.ts";
import type { PlatformWords } from "../shared/words.ts";
import { LINK_TEXT_MAX, LINK_URL_MAX } from "./limits.ts";
import type { Atom } from "./mrkdwn.ts";
import { escapeText, textAtom, tokenAtom } from "./mrkdwn.ts";

type Words = Pick<PlatformWords, "date" | "brackets">;

/**
 * Inlines as Slack text. A civil date is printed as itself, with a relative hint that Slack keeps up to date where the
 * text has none; an instant is shown in the reader's own zone.
 * Date tokens: https://docs.slack.dev/messaging/formatting-message-text
 */
export function inlineAtoms(content: Inline[], words: Words, hints = true): Atom[] {
  return content.flatMap((inline, index) => {
    const atoms = oneInline(inline, words);
    return hints && wantsHint(content, index) ? [...atoms, ...hintAtoms(inline, words)] : atoms;
  });
}

function oneInline(inline: Inline, words: Words): Atom[] {
  if (typeof inline === "string") return [textAtom(plainProse(inline))];
  switch (inline.type) {
    case "code":
      return [textAtom(cleanLine(inline.text).replaceAll("`", "'"), "`", "`")];
    case "bold":
      return [textAtom(cleanLine(inline.text).replaceAll("*", "∗"), "*", "*")];
    case "link":
      return [linkAtom(inline.text, inline.url)];
    case "date":
      return [tokenAtom(escapeText(cleanLine(words.date(inline.date, inline.precision))))];
    case "instant":
      return [instantAtom(inline.at)];
    default:
      return inline satisfies never;
  }
}

/** More than any text of a message may have, so that a huge one costs no time. */
const PROSE_MAX = 20_000;

/** A fence in fetched text would swallow all that follows it. */
export function plainProse(text: string): string {
  return cleanText(takeUnits(text, PROSE_MAX)).replaceAll("```", "'''");
}

/** A link, or only its text when the address is not one that may be shown. */
export function linkAtom(text: string, url: string): Atom {
  const shown = truncate(cleanLine(text), LINK_TEXT_MAX).replaceAll("|", "¦");
  const safe = safeUrl(url, LINK_URL_MAX);
  if (safe === null) return textAtom(shown);
  const address = safe.replaceAll("&", "&amp;");
  if (address.length > LINK_URL_MAX) return textAtom(shown);
  return tokenAtom(shown === "" ? `<${address}>` : `<${address}|${escapeText(shown)}>`);
}

function hintAtoms(inline: Inline, { brackets }: Words): Atom[] {
  if (typeof inline !== "object" || inline.type !== "date") return [];
  const seconds = noonUtcSeconds(inline.date);
  return seconds === null
    ? []
    : [tokenAtom(`${brackets?.open ?? " ("}<!date^${seconds}^{ago}|${inline.date}>${brackets?.close ?? ")"}`)];
}

function instantAtom(at: string): Atom {
  const seconds = instantSeconds(at);
  const plain = plainInstant(at);
  if (seconds === null) return textAtom(cleanLine(plain));
  return tokenAtom(`<!date^${seconds}^{date_short} {time}|${plain}>`);
}
