import type { SourceForm } from "../core/source.ts";

export type DetectedForm = Exclude<SourceForm, "auto">;

const FEED_ROOT = /^<(?:[\w-]+:)?(rss|feed|rdf|channel)[\s>/]/i;
const HTML_ROOT = /^<(?:!doctype\s+html|html|head|body)[\s>]/i;
const HTML_TAG = /<(?:p|div|li|ul|ol|table|tr|td|h[1-6]|strong|b|em|span|a|code|br|body|article|section)[\s>/]/i;
const HTML_CLOSING = /<\/(?:p|div|li|ul|ol|table|tr|td|h[1-6]|strong|b|em|span|a|code|body|article|section)>/i;
const MARKDOWN_MARK =
  /^(?:#{1,6} \S|\s{0,3}(?:```|~~~)|[ \t]{0,20}\|?[ \t]{0,20}:?-{3,}:?[ \t]{0,20}\||:::\w|---\s*$)/m;
const MARKDOWN_INLINE = /`[^`\n]+`|\*\*[^*\n]+\*\*|\]\((?:https?:|\/|#|\.)|^\s{0,8}[-*+] \S|^>\s/m;

/**
 * What a body is, from its content and then its content type: servers label Markdown as HTML or plain text, feeds as
 * anything, and challenge pages come under the name of what was asked for.
 */
export function detectForm(text: string, contentType: string | null): DetectedForm {
  const type = (contentType ?? "").toLowerCase();
  const start = skipProlog(text);
  if (FEED_ROOT.test(start)) return "feed";
  if (HTML_ROOT.test(start)) return "html";
  if (looksLikeJson(start, type)) return start.slice(0, 2_000).includes("jsonfeed.org/version") ? "feed" : "json";
  if (type.includes("yaml")) return "yaml";
  if (type.includes("markdown")) return "markdown";
  const marked = MARKDOWN_MARK.test(text);
  // A capital letter after `<` is a component of MDX.
  if (/^<[a-z][\w-]*[\s>/]/.test(start) && !marked) return "html";
  if (
    !marked &&
    HTML_TAG.test(text) &&
    (type.includes("html") || HTML_CLOSING.test(text) || /<br\s*\/?>/i.test(text))
  ) {
    return "html";
  }
  if (marked || MARKDOWN_INLINE.test(text)) return "markdown";
  return "text";
}

function looksLikeJson(start: string, type: string): boolean {
  if (!/^[[{]/.test(start)) return false;
  if (type.includes("json")) return true;
  // An object whose end is missing is still no page: it is a body that was cut off.
  if (/^\{\s*"[^"\n]{1,100}"\s*:/.test(start)) return true;
  return /^(?:\{\s*["}]|\[\s*(?:[[{"\]\d-]|true|false|null))/.test(start) && /[\]}]\s*$/.test(start);
}

/** The text from its root element on: without marks, prolog, comments, processing instructions and a foreign doctype. */
function skipProlog(text: string): string {
  let at = 0;
  for (let turn = 0; turn < 50; turn += 1) {
    while (at < text.length && /[\s\ufeff\0]/.test(text[at] ?? "")) at += 1;
    const end = text.startsWith("<?", at)
      ? text.indexOf("?>", at)
      : text.startsWith("<!--", at)
        ? text.indexOf("-->", at)
        : /^<!doctype\s+(?!html)/i.test(text.slice(at, at + 20))
          ? doctypeEnd(text, at)
          : -1;
    if (end < 0) break;
    at = text.indexOf(">", end) + 1;
    if (at === 0) break;
  }
  return text.slice(at);
}

function doctypeEnd(text: string, at: number): number {
  const close = text.indexOf(">", at);
  const bracket = text.indexOf("[", at);
  if (bracket < 0 || bracket > close) return close;
  return text.indexOf("]", bracket);
}
