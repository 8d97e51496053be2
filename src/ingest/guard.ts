import type { Reading, SourceDocument, SourceGuards } from "../core/source.ts";
import { detectForm, parseJson } from "../parse/index.ts";
import { cutOff } from "./cut-off.ts";
import { lostRows } from "./emptied.ts";
import { wallIn } from "./walls.ts";

export type Verdict = { sound: true } | { sound: false; reason: string };

const SOUND: Verdict = { sound: true };
const NOT_TEXT = /^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|gzip|octet-stream|x-tar|wasm|msword|vnd\.)/i;

/**
 * Judges a body before it is read (reliability.md S1): empty, another host, not text, a challenge page, a login wall, an
 * app shell, an error as JSON, not the source's form, cut off, with tables that have lost their rows, too small, or
 * without the marks that the source always has. An unsound body changes nothing of what is known.
 */
export function judgeBody(document: SourceDocument, guards: SourceGuards): Verdict {
  const { text, contentType, spec } = document;
  if (text.trim() === "") return unsound("the body is empty");
  if (hostOf(document.url) !== hostOf(spec.url)) {
    return unsound(`a redirect led to another host, ${hostOf(document.url)}`);
  }
  if (contentType !== null && NOT_TEXT.test(contentType))
    return unsound(`the content type is ${contentType.slice(0, 60)}`);
  const form = detectForm(text, contentType);
  if (form === "html") {
    const wall = wallIn(text);
    if (wall !== null) return unsound(wall);
  }
  if (form === "json" || spec.form === "json") {
    const problem = jsonProblem(text);
    if (problem !== null) return unsound(problem);
  }
  if (spec.form === "feed" && form !== "feed") return unsound(`this is ${form}, not a feed`);
  if ((spec.form === "html" || spec.form === "markdown") && (form === "json" || form === "feed")) {
    return unsound(`this is ${form}, not a page`);
  }
  const cut = cutOff(text, form);
  if (cut !== null) return unsound(cut);
  if (spec.nature === "page" && lostRows(text, form, guards.minFacts > 0 ? 1 : 2))
    return unsound("its tables have no rows");
  const bytes = Buffer.byteLength(text);
  if (bytes < guards.minBytes) return unsound(`only ${bytes} bytes, at least ${guards.minBytes} are usual`);
  const lower = text.toLowerCase();
  for (const marks of guards.mustMention) {
    if (!marks.some((mark) => lower.includes(mark.toLowerCase())))
      return unsound(`none of these is there: ${marks.join(", ")}`);
  }
  return SOUND;
}

/** Judges what was read: fewer facts than the source always has means that the page or its layout is broken. */
export function judgeReading(reading: Reading, guards: SourceGuards): Verdict {
  if (reading.facts.length >= guards.minFacts) return SOUND;
  return unsound(`only ${reading.facts.length} facts, at least ${guards.minFacts} are usual`);
}

function unsound(reason: string): Verdict {
  return { sound: false, reason };
}

/** The host without `www.`; "" for a document that has no web address (a file, a mail). */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, "") : "";
}

function jsonProblem(text: string): string | null {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (cause) {
    return cause instanceof SyntaxError ? "the JSON is broken or cut off" : "the JSON is beyond the limits";
  }
  if (typeof value !== "object" || value === null) return "the JSON holds no object";
  const of = value as Record<string, unknown>;
  const lists = Object.values(of).some((entry) => Array.isArray(entry) && entry.length > 0);
  const error = of.error ?? of.errors ?? (of.type === "error" ? of : null);
  const status = of.statusCode ?? of.status ?? of.code;
  if (!Array.isArray(value) && !lists && (error || (of.message !== undefined && status !== undefined))) {
    return "the server sent an error as JSON";
  }
  return null;
}
