import type { SentFile } from "../../core/command.ts";
import type { IsoInstant } from "../../core/fact.ts";
import { isoOf } from "../../core/clock.ts";

/** Enough for a long mail; more is a log or an attack. */
const MOST_CHARACTERS = 40_000;
const DEEPEST = 12;

/**
 * All readable text of a message: its own, its blocks' when that is empty, what was forwarded or unfurled into it, and
 * the preview of a mail or text file. Slack's escapes and link marks are undone.
 * https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload
 */
export function textOfMessage(message: Record<string, unknown>): string {
  const parts: string[] = [];
  const own = typeof message["text"] === "string" ? message["text"] : "";
  parts.push(own.trim() === "" ? blockText(message["blocks"]) : own);
  for (const attachment of listOf(message["attachments"])) {
    for (const key of ["pretext", "title", "text"]) {
      const value = attachment[key];
      if (typeof value === "string") parts.push(value);
    }
    if (typeof attachment["text"] !== "string") {
      parts.push(blockText(attachment["message_blocks"] ?? attachment["blocks"]));
      if (typeof attachment["fallback"] === "string" && parts.at(-1) === "") parts.push(attachment["fallback"]);
    }
  }
  for (const file of listOf(message["files"])) {
    for (const key of ["subject", "plain_text", "preview_plain_text", "preview"]) {
      const value = file[key];
      if (typeof value === "string") parts.push(value);
    }
  }
  const text = [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ""))].join("\n\n");
  return unescape(text.slice(0, MOST_CHARACTERS));
}

/**
 * What is to be said of the files beside a message. The bot asks for no right to open files: a mail's text comes with the
 * message, and of other files their beginning (https://docs.slack.dev/reference/objects/file-object).
 */
export function filesOf(message: Record<string, unknown>): { partial?: boolean; files?: SentFile[] } {
  const files = listOf(message["files"]);
  const shown = (file: Record<string, unknown>) =>
    ["plain_text", "preview_plain_text", "preview"].some((key) => typeof file[key] === "string" && file[key] !== "");
  const partial = files.some(
    (file) => typeof file["plain_text"] !== "string" && shown(file) && file["preview_is_truncated"] === true,
  );
  const unread = files.filter((file) => !shown(file) && typeof file["name"] === "string");
  // An address that is none: it is named as not read, and never opened.
  const named = unread.map((file) => ({ name: String(file["name"]), url: "", size: 0 }));
  return { ...(partial ? { partial } : {}), ...(named.length === 0 ? {} : { files: named }) };
}

/** When it was written, from its `ts`; a forwarded message's own time wins. Null when neither can be read. */
export function writtenAt(message: Record<string, unknown>): IsoInstant | null {
  const [forwarded] = listOf(message["attachments"]).map((attachment) => attachment["ts"]);
  const seconds = Number(forwarded ?? message["ts"]);
  return Number.isFinite(seconds) && seconds > 0 && seconds < 1e11 ? isoOf(Math.floor(seconds) * 1000) : null;
}

/** The texts of blocks in reading order; the leaves of rich text are joined, its parts stand on lines of their own. */
function blockText(value: unknown, depth = 0): string {
  if (depth > DEEPEST) return "";
  if (Array.isArray(value)) return value.map((one: unknown) => blockText(one, depth + 1)).join(depth <= 1 ? "\n" : "");
  if (typeof value !== "object" || value === null) return "";
  const { text, url, elements, fields, message, blocks } = value as Record<string, unknown>;
  if (typeof text === "string") return text;
  if (typeof text === "object") return blockText(text, depth + 1);
  if (typeof url === "string") return url;
  const inner = [elements, fields, message, blocks].filter((one) => one !== undefined);
  return inner.map((one) => blockText(one, depth + 1)).join("\n");
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value)
    ? value.filter((one): one is Record<string, unknown> => typeof one === "object" && one !== null)
    : [];
}

/** https://docs.slack.dev/messaging/formatting-message-text */
function unescape(text: string): string {
  return text
    .replaceAll(/<(https?:[^<>|]{1,3000})\|([^<>]{1,3000})>/g, "$2 ($1)")
    .replaceAll(/<((?:https?|mailto):[^<>|]{1,3000})>/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
