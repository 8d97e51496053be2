/**
 * Fetched text on its way into a message. Renderers escape; this takes out what no renderer can show honestly: control
 * characters, bidirectional overrides and zero-width marks, which can make a text read as something that it is not
 * (https://www.unicode.org/reports/tr36/).
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]+/gu;

/** One line of visible text, at most `limit` code points; what is cut is shown as "…", never inside a character. */
export function cleanText(text: string, limit: number): string {
  // Longer text is cut first, so that the work is bounded by the limit and not by the page.
  const visible = text
    .slice(0, limit * 8)
    .replace(/[\t\r\n]+/g, " ")
    .replace(HIDDEN, "")
    .replace(/ {2,}/g, " ")
    .trim();
  const points = Array.from(visible);
  if (points.length <= limit) return visible;
  const kept = points.slice(0, limit - 1).join("");
  // A word (a date, a link) is not cut in two when a blank is near.
  const blank = kept.lastIndexOf(" ");
  return `${blank > kept.length * 0.7 ? kept.slice(0, blank) : kept}…`;
}

/**
 * The address when it may be linked, else null: http(s), no user name in it, nothing hidden, and a length that both
 * platforms take (Discord's button url: 512).
 */
export function safeLink(url: string): string | null {
  if (url.length > 512 || /[\s<>|"`\\^{}]/.test(url) || url.search(HIDDEN) >= 0) return null;
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") return null;
  return parsed.username === "" && parsed.password === "" ? parsed.href : null;
}

/** True when `url` is on one of the hosts, or on a subdomain of one. */
export function onHost(url: string, hosts: readonly string[]): boolean {
  const host = new URL(url).hostname;
  return hosts.some((allowed) => host === allowed || host.endsWith(`.${allowed}`));
}
