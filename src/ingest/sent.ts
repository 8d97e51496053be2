import PostalMime from "postal-mime";
import { civilDateAt } from "../core/civil-date.ts";
import type { Fact, IsoInstant, Trust } from "../core/fact.ts";
import { decodeBody, detectForm, withTextTables } from "../parse/index.ts";
import { readProse } from "../read/prose/index.ts";

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
  const head = text.slice(0, 20_000).replaceAll("\r\n", "\n").split("\n\n", 1)[0] ?? "";
  const lines = head.split("\n");
  return MAIL_HEADER.test(lines[0] ?? "") && lines.some((line) => /^(?:from|subject):/i.test(line)) && lines.length > 2;
}

/**
 * Reads bytes that a person was sent: a mail (.eml), a page (HTML), or text whose first line is its title. Forwarding
 * marks ("> ") are taken away.
 */
export async function readSentBytes(bytes: Uint8Array): Promise<Sent> {
  const text = decodeBody(bytes, null);
  if (!looksLikeMail(text)) return sentText(text);
  const mail = await PostalMime.parse(bytes);
  const body = mail.text?.trim() ? unquoted(mail.text) : (mail.html ?? "");
  const date = mail.date === undefined ? Number.NaN : Date.parse(mail.date);
  return {
    title: mail.subject ?? "",
    text: body,
    published: Number.isNaN(date) ? null : new Date(date).toISOString(),
  };
}

/** Text as it is pasted into a channel or a file. */
export function sentText(text: string): Sent {
  if (detectForm(text, null) === "html") return { title: "", text, published: null };
  return { title: "", text: unquoted(text), published: null };
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
  const reading = readProse({
    title: sent.title,
    text: sent.text,
    published,
    undated: sent.published === null,
    evidence: { source: options.source, url: options.url ?? "", seen_at: published, trust: options.trust },
  });
  return { facts: reading.facts, withdraws: reading.withdraws, notes: reading.notes, published };
}
