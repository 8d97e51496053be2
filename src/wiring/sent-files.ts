import type { CommandServices } from "../core/command.ts";
import type { Fetcher } from "../ingest/fetch.ts";
import type { ReaderPool } from "../ingest/pool.ts";

/** A saved mail, a text, or a page; nothing that has to be unpacked. */
const READABLE = /\.(?:eml|txt|text|md|html?|mht)$/i;
const MOST_BYTES = 1024 * 1024;
/** Enough for a long mail; the rest of it is a log or an attack. */
const MOST_CHARACTERS = 40_000;

/** Where Discord keeps what people attach: https://docs.discord.com/developers/reference#cdn-endpoints */
export const ATTACHMENT_HOSTS: readonly string[] = ["cdn.discordapp.com", "media.discordapp.net"];

/** Those hosts, and the one of another address of the API (a proxy, a rehearsal), which serves its own files. */
export function attachmentHosts(apiUrl: string | null | undefined): string[] {
  const own = apiUrl && URL.canParse(apiUrl) ? new URL(apiUrl).host : null;
  return own === null || own === "discord.com" ? [...ATTACHMENT_HOSTS] : [...ATTACHMENT_HOSTS, own];
}

/**
 * Opens a file that stands beside a message: from the given hosts alone, by the safe fetch, at most a megabyte. Null for
 * anything else; the person is told that it was not read.
 */
export function createOpenFile(
  fetcher: Fetcher,
  hosts: readonly string[],
  openSent: ReaderPool["openSent"],
): CommandServices["openFile"] {
  return async ({ name, url, size }) => {
    if (!READABLE.test(name) || size > MOST_BYTES) return null;
    const answer = await fetcher.fetchSource({ url, hosts, maxBytes: MOST_BYTES, keepBytes: true });
    if (answer.kind !== "body" || answer.raw === undefined) return null;
    const sent = await openSent(answer.raw);
    if (sent === null) return null;
    const text = sent.title === "" ? sent.text : `${sent.title}\n\n${sent.text}`;
    return { text: text.slice(0, MOST_CHARACTERS), published: sent.published };
  };
}
