import { linesOf, parseHtml } from "../parse/index.ts";

/** A wall shows little; a long page that only mentions one of these words is a page. */
const WALL_CHARS = 2_500;
const SHELL_CHARS = 120;

const CHALLENGE = [
  "just a moment",
  "checking if the site connection is secure",
  "checking your browser",
  "cf-chl",
  "cf_chl",
  "challenge-form",
  "enable javascript and cookies",
  "attention required! | cloudflare",
  "verify you are human",
  "verify you are a human",
  "verifying you are human",
  "are you a robot",
  "not a robot",
  "unusual traffic",
  "captcha-delivery",
  "px-captcha",
  "g-recaptcha",
  "h-captcha",
  "cf-turnstile",
  "_incapsula_resource",
  "ddos-guard",
  "awswaf",
  "access to this page has been denied",
  "you don't have permission to access",
  "request blocked",
  "sucuri website firewall",
];
const LOGIN_TITLE =
  /\b(?:sign[ -]?in|log[ -]?in|login|single sign-on|anmelden|connexion|iniciar sesi[oó]n|ログイン|登录|登錄|로그인)(?![a-z])/i;
const LOGIN_FORM = /type\s*=\s*["']?password|action\s*=\s*["'][^"'<>]{0,200}(?:login|signin|sign-in|oauth|sso)/i;
const ERROR_TITLE =
  /^(?:error\b|\d{3}\b|(?:404|page) not found|not found|forbidden|access denied|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|internal server error|under maintenance|maintenance)|\bnot found\b|\bmaintenance\b/i;

/**
 * What stands in the place of the page, in words: a bot challenge, a login wall, an error page or an app shell without
 * content. Null for a page with content of its own.
 */
export function wallIn(html: string): string | null {
  const doc = parseHtml(html);
  const lines = linesOf(doc.blocks);
  const text = lines.map((line) => line.map((run) => run.text).join("")).join("\n");
  if (text.length > WALL_CHARS) return null;
  const lower = html.slice(0, 200_000).toLowerCase();
  const heading = lines[0]?.map((run) => run.text).join("") ?? "";
  const titles = [doc.title ?? "", heading];
  const hasTable = doc.blocks.some((block) => block.type === "table");
  if (!hasTable && CHALLENGE.some((mark) => lower.includes(mark))) return "this is a bot challenge, not the page";
  if (!hasTable && (LOGIN_FORM.test(html) || titles.some((title) => LOGIN_TITLE.test(title)))) {
    return "this is a login page, not the page";
  }
  if (!hasTable && titles.some((title) => ERROR_TITLE.test(title.trim()))) return "this is an error page, not the page";
  // A provider that has ended one model has a table of one row.
  if (!hasTable && text.length < SHELL_CHARS && /<(?:html|body|head)[\s>]/i.test(html))
    return "this is an app shell without content";
  return null;
}
