import PostalMime, { type Attachment } from "postal-mime";
import { civilDateAt } from "../core/civil-date.ts";
import type { Fact, IsoInstant, Trust } from "../core/fact.ts";
import { forwardedIn } from "./forwarded.ts";
import { decodeBody, decodeEastern, detectForm, parseHtml, withTextTables, writtenLines } from "../parse/index.ts";
import { readWithTables } from "../read/news/with-tables.ts";
import { readHanded } from "../read/prose/weighed.ts";

/** Something that a person was sent, made readable. */
export type Sent = {
  title: string;
  /** Plain text or HTML. */
  text: string;
  /** When it was written, where it says so itself. */
  published: IsoInstant | null;
};

const MAIL_HEADER = /^(?:from|to|subject|date|received|return-path|mime-version|message-id|delivered-to):/i;

/** True for a mail as it is saved: its first line is a header, and a sender and an empty line follow. */
function looksLikeMail(text: string): boolean {
  const head = text.replace(ENVELOPE, "").slice(0, 20_000).replaceAll("\r\n", "\n").split("\n\n", 1)[0] ?? "";
  const lines = head.split("\n");
  return MAIL_HEADER.test(lines[0] ?? "") && lines.some((line) => /^(?:from|subject):/i.test(line)) && lines.length > 2;
}

/**
 * Reads bytes that a person was sent: a mail (.eml), a page (HTML), or text whose first line is its title. Forwarding
 * marks ("> ") are taken away.
 *
 * @throws Error when it is empty or no text; the words say what to give instead
 */
export async function readSentBytes(bytes: Uint8Array): Promise<Sent> {
  const text = textOfSent(bytes);
  if (!looksLikeMail(text)) return sentText(text);
  const mail = await PostalMime.parse(withoutEnvelope(bytes));
  const body = withAttachments(fullerBody(mail.text ?? "", mail.html ?? ""), mail.attachments);
  const date = mail.date === undefined ? Number.NaN : Date.parse(mail.date);
  const forwarded = forwardedIn(body);
  return {
    title: mail.subject ?? "",
    text: forwarded.text,
    published: forwarded.day ?? (Number.isNaN(date) ? null : new Date(date).toISOString()),
  };
}

/** Texts beside a mail's body are read behind it; more of them than this is no notice. */
const MOST_ATTACHED = 200_000;

function withAttachments(body: string, attachments: readonly Attachment[]): string {
  const texts = attachments.flatMap(({ mimeType, content }) => {
    if (!/^text\/(?:plain|html|markdown)\b/.test(mimeType) || typeof content === "string") return [];
    const bytes = new Uint8Array(content);
    return bytes.byteLength > MOST_ATTACHED ? [] : [decodeBody(bytes, null, decodeEastern)];
  });
  if (texts.length === 0) return body;
  return [body, ...texts]
    .map((text) => (isHtml(text) ? writtenLines(parseHtml(text).blocks).join("\n") : text))
    .join("\n\n");
}

const isHtml = (text: string): boolean => detectForm(text, null) === "html";

/** A file of a mailbox begins each mail with such a line: https://www.rfc-editor.org/rfc/rfc4155#appendix-A */
const ENVELOPE = /^From \S+ .*\r?\n/;

function withoutEnvelope(bytes: Uint8Array): Uint8Array {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1_000));
  return bytes.subarray(ENVELOPE.exec(head)?.[0].length ?? 0);
}

/** How many of the HTML's words the plain text must have to stand for it. */
const LEAST_SHARED = 0.5;
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}.-]{3,}/gu;

/** The plain text of a mail; its HTML where the text is only a stub ("view this mail in your browser"). */
function fullerBody(text: string, html: string): string {
  if (text.trim() === "") return html;
  const said = new Set(html === "" ? [] : writtenLines(parseHtml(html).blocks).join("\n").match(WORDS));
  const shared = [...said].filter((word) => text.includes(word)).length;
  return shared < LEAST_SHARED * said.size ? html : unquoted(text);
}

/** What files of other kinds begin with: https://www.iana.org/assignments/media-types, each with its own "magic number". */
const OTHER_KINDS: readonly (readonly [readonly number[], string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], "a picture"],
  [[0xff, 0xd8, 0xff], "a picture"],
  [[0x47, 0x49, 0x46, 0x38], "a picture"],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], "a PDF; save its text"],
  [[0x50, 0x4b, 0x03, 0x04], "a zip file or an office document; save its text"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old office document or an Outlook .msg; save it as text or .eml"],
];
/** More control characters than this among its first letters, and it is no text. */
const MOST_CONTROLS = 0.02;

/**
 * What a person was sent, as text.
 *
 * @throws Error that says what it is instead, and what to do
 */
function textOfSent(bytes: Uint8Array): string {
  const other = OTHER_KINDS.find(([magic]) => magic.every((byte, at) => bytes[at] === byte));
  if (other !== undefined) throw new Error(`it is ${other[1]}: give a mail (.eml), a page (HTML) or text`);
  const text = decodeBody(bytes, null, decodeEastern);
  if (text.trim() === "") throw new Error("it is empty: give a mail (.eml), a page (HTML) or text");
  // oxlint-disable-next-line no-control-regex -- control characters are what it counts
  const controls = text.slice(0, 4_096).match(/[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]/g)?.length ?? 0;
  if (controls > MOST_CONTROLS * Math.min(text.length, 4_096))
    throw new Error("it is no text, or of an encoding that cannot be told: save it as UTF-8");
  return text;
}

/** Text as it is pasted into a channel or a file. */
export function sentText(text: string): Sent {
  if (isHtml(text)) return { title: parseHtml(text).title ?? "", text, published: null };
  const forwarded = forwardedIn(unquoted(text));
  return { title: "", text: forwarded.text, published: forwarded.day };
}

/** Without the marks of forwarding; a table that lost its lines when it was pasted is drawn anew. */
function unquoted(text: string): string {
  return withTextTables(text.replaceAll("\r\n", "\n").replaceAll(/^(?:> ?)+/gm, ""));
}

/**
 * The retirements that it tells of, as facts of the press (or of the provider, when a person vouches for the sender).
 * @param now epoch ms: the day from which relative dates count when the text has no date of its own
 */
export function factsOfSent(
  sent: Sent,
  options: { now: number; trust: Trust; source: string; url?: string },
): { facts: Fact[]; withdraws: Fact[]; notes: string[]; published: string } {
  const published = sent.published ?? `${civilDateAt(options.now)}T00:00:00Z`;
  const evidence = { source: options.source, url: options.url ?? "", seen_at: published, trust: options.trust };
  const reading = readWithTables(
    { title: sent.title, text: sent.text, published, undated: sent.published === null, evidence },
    readHanded,
  );
  return { facts: reading.facts, withdraws: reading.withdraws, notes: reading.notes, published };
}
