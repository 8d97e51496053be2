import { detectForm } from "../parse/form.ts";
import type { FetchRequest, FetchResult } from "./fetch.ts";

/** Limits of one page with its included files together. */
export const INCLUDE_LIMITS = { files: 10, characters: 5 * 1024 * 1024 } as const;

const MARK = /^\s*\[!INCLUDE\s*\[[^\]]*\]\s*\(([^)\s]+)\)\s*\]\s*$/i;
const FENCE = /^\s*(`{3,}|~{3,})/;

type Fetch = (request: FetchRequest) => Promise<FetchResult>;
type Body = Extract<FetchResult, { kind: "body" }>;
type Failed = Extract<FetchResult, { kind: "failed" }>;

/**
 * Fetches a page as `fetch` does, with the files that it includes in their places: documentation in Microsoft's Markdown
 * may be a shell around `[!INCLUDE [title](path)]` lines
 * (https://learn.microsoft.com/contribute/content/markdown-reference#included-markdown-files). Paths count from the page.
 * Files come from the page's own host only, at most ten, with at most 5 MiB of text together; what they include
 * themselves stays a mark. Nothing is parsed here, so a hostile page costs the main loop one look at its lines.
 *
 * A page with files has no validators in the result: its own would say "unchanged" when only a file has changed.
 *
 * @returns the page; `failed`, with the file and the reason, when one of its files cannot be had
 */
export async function fetchWithIncludes(request: FetchRequest, fetch: Fetch): Promise<FetchResult> {
  const page = await fetch(request);
  if (page.kind !== "body" || !/\[!INCLUDE/i.test(page.text)) return page;
  if (detectForm(page.text, page.contentType) !== "markdown") return page;
  const paths = includesOf(page.text);
  if (paths.length === 0) return page;
  if (paths.length > INCLUDE_LIMITS.files)
    return failed(`the page includes ${paths.length} files, at most ${INCLUDE_LIMITS.files} are read`);
  const files = new Map<string, string>();
  let left = INCLUDE_LIMITS.characters - page.text.length;
  for (const path of paths) {
    const file = await fetchFile(path, page, request, fetch);
    if (file.kind === "failed") return file;
    left -= file.text.length;
    if (left < 0) return failed(`the page and its files are larger than ${INCLUDE_LIMITS.characters} characters`);
    files.set(path, withoutFrontMatter(file.text));
  }
  const text = mapIncludes(page.text, (path) => `\n${files.get(path) ?? ""}\n`);
  return { ...page, text, bytes: Buffer.byteLength(text), etag: null, lastModified: null };
}

/** The paths that a page's Markdown includes, each once, in reading order; marks inside of code blocks are none. */
export function includesOf(text: string): string[] {
  const paths = new Set<string>();
  mapIncludes(text, (path) => {
    paths.add(path);
    return "";
  });
  return [...paths];
}

function mapIncludes(text: string, replace: (path: string) => string): string {
  let fence: string | null = null;
  const lines = text.split("\n").map((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) === true && line.trim() === mark) fence = null;
      return line;
    }
    if (mark !== undefined) fence = mark;
    const path = line.includes("[!") ? MARK.exec(line)?.[1] : undefined;
    return path === undefined ? line : replace(path);
  });
  return lines.join("\n");
}

/** The description of the file itself, which is no part of a page. */
function withoutFrontMatter(text: string): string {
  const lines = text.replace(/^\ufeff/, "").split("\n");
  if (lines[0]?.trim() !== "---") return text;
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === "---");
  return end < 0 ? text : lines.slice(end + 1).join("\n");
}

async function fetchFile(path: string, page: Body, request: FetchRequest, fetch: Fetch): Promise<Body | Failed> {
  const name = `the included file ${path.slice(0, 120)}`;
  if (!URL.canParse(path, page.url)) return failed(`${name} has no address`);
  const url = new URL(path, page.url);
  if (url.origin !== new URL(page.url).origin) return failed(`${name} is on another host`);
  // The token belongs to the address that was asked for, not to where a redirect led.
  const bearer = url.origin === new URL(request.url).origin ? (request.bearer ?? null) : null;
  const file = await fetch({ url: url.href, bearer });
  if (file.kind === "failed") return { ...file, reason: `${name} cannot be had: ${file.reason}` };
  if (file.kind === "body" && new URL(file.url).origin === url.origin) return file;
  return failed(`${name} led to another host`);
}

function failed(reason: string): Failed {
  return { kind: "failed", reason, status: null, retryAfterMs: null };
}
