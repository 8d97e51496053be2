import { type APIEmbed, type APIMessage, type REST, Routes } from "discord.js";
import type { FindResult } from "../../core/delivery.ts";
import { type Access, canReadHistory } from "./access.ts";
import { apiCode, type Failure, failureOf } from "./failure.ts";
import { HISTORY_PAGE_MAX } from "./limits.ts";

/** Clocks differ: messages of up to this long before `since` are looked at too. */
const CLOCK_MARGIN_MS = 60_000;
/** 5,000 messages; a channel that says more than that within the time in question cannot be checked. */
const PAGES_MAX = 50;

/**
 * Looks through the channel's past, newest first, for the bot's own message that carries the key. Never throws.
 * Nonces do not come back with the history, so the key is read from the embed (or a custom id).
 * https://docs.discord.com/developers/resources/message#get-channel-messages
 * @param since epoch ms; older messages cannot be the one
 */
export async function findInHistory(options: {
  rest: REST;
  channel: string;
  key: string;
  since: number;
  botId: string;
  access: Access;
  /** `channel` is a card's thread. */
  thread?: boolean;
}): Promise<FindResult> {
  const { access } = options;
  if (!access.known) return fromFailure(access.failure);
  if (!canReadHistory(access)) return { outcome: "unreadable", reason: "Read Message History is missing" };
  let before: string | null = null;
  try {
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const messages = await readPage(options.rest, options.channel, before);
      const found = messages.find((message) => message.author.id === options.botId && carries(message, options.key));
      if (found) return { outcome: "found", message_id: found.id };
      const oldest = messages.at(-1);
      if (!oldest || messages.length < HISTORY_PAGE_MAX) return { outcome: "absent" };
      if (Date.parse(oldest.timestamp) < options.since - CLOCK_MARGIN_MS) return { outcome: "absent" };
      before = oldest.id;
    }
    return { outcome: "unreadable", reason: `more than ${PAGES_MAX * HISTORY_PAGE_MAX} messages since then` };
  } catch (error) {
    // A thread that was never opened holds nothing. (The channel itself was just looked at.)
    if (options.thread === true && apiCode(error) === 10003) return { outcome: "absent" };
    return fromFailure(failureOf(error));
  }
}

async function readPage(rest: REST, channel: string, before: string | null): Promise<APIMessage[]> {
  const query = new URLSearchParams({ limit: String(HISTORY_PAGE_MAX) });
  if (before) query.set("before", before);
  const signal = AbortSignal.timeout(20_000);
  return (await rest.get(Routes.channelMessages(channel), { query, signal })) as APIMessage[];
}

function carries(message: APIMessage, key: string): boolean {
  const inEmbed = (embed: APIEmbed) => embed.footer?.text.split(" · ").includes(key) === true;
  if (message.embeds.some(inEmbed)) return true;
  return (message.components ?? []).some(
    (row) => "components" in row && row.components.some((part) => "custom_id" in part && part.custom_id.includes(key)),
  );
}

function fromFailure(failure: Failure): FindResult {
  if (failure.outcome === "retry")
    return { outcome: "retry", reason: failure.reason, retry_after_ms: failure.retry_after_ms };
  if (failure.outcome === "ambiguous") return { outcome: "retry", reason: failure.reason, retry_after_ms: null };
  return { outcome: "unreadable", reason: failure.reason };
}
