import { type APIMessage, type REST, Routes } from "discord.js";
import { shortId } from "../../core/change.ts";
import type { SendResult, ThreadTarget } from "../../core/delivery.ts";
import type { OutgoingMessage } from "../../core/platform.ts";
import type { PlatformWords } from "../shared/words.ts";
import { truncate } from "../shared/text.ts";
import { type Access, canThread } from "./access.ts";
import { apiCode, failureOf, UNKNOWN_MESSAGE } from "./failure.ts";
import { NONCE_MAX, THREAD_NAME_MAX } from "./limits.ts";
import { type DiscordMessage, renderMessage } from "./render.ts";

/** The whole of one request, the answer's body included. */
export const SEND_TIMEOUT_MS = 20_000;

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const UNKNOWN_CHANNEL = 10003;
const NOT_OURS = 50005;
const THREAD_ARCHIVED = 50083;
const THREAD_EXISTS = 160004;
/** A week without a word: https://docs.discord.com/developers/resources/channel#start-thread-from-message */
const ARCHIVE_AFTER_MINUTES = 10_080;
const THREADS_MAX = 10_000;
/** Roles only; a person can never be mentioned. */
const ROLE_ID = /^\d{15,20}$/;

/**
 * One POST with a deterministic nonce: https://docs.discord.com/developers/resources/message#create-message
 * @param place the channel, or a thread; with `outgoing.thread` in the channel itself it is a reply to the card
 */
export async function sendMessage(
  rest: REST,
  place: string,
  outgoing: OutgoingMessage,
  words: PlatformWords,
): Promise<SendResult> {
  try {
    const stored = await post(rest, place, outgoing, words);
    if (typeof stored?.id === "string") return { outcome: "sent", message_id: stored.id };
    return { outcome: "ambiguous", reason: "the answer names no message" };
  } catch (error) {
    if (apiCode(error) === UNKNOWN_MESSAGE) return { outcome: "sent", message_id: "deleted" };
    return failureOf(error);
  }
}

/** What is known of cards' threads since the start: ready to be written in, or in the archive. */
export type Threads = Map<string, "open" | "archived">;

/**
 * The same in the card's thread, whose id is the card's. One request per call, because the outbox paces calls: a thread
 * that is not known yet is opened (or taken out of the archive) and the message is told at the next call. Without the
 * rights for it nothing is asked of Discord. Only what is surely not stored says "thread" or "card".
 */
export async function sendInThread(
  rest: REST,
  outgoing: OutgoingMessage,
  words: PlatformWords,
  place: { thread: ThreadTarget; access: Access; threads: Threads },
): Promise<SendResult> {
  const { thread, access, threads } = place;
  if (access.known && !canThread(access))
    return { outcome: "refused", reason: "no right to open threads", scope: "thread" };
  const known = threads.get(thread.message_id);
  if (known !== "open") {
    const refused = known === undefined ? await openThread(rest, outgoing, thread) : await unarchive(rest, thread);
    if (refused !== null) return refused;
    remember(threads, thread.message_id, "open");
    return next("its thread is open now");
  }
  const { result, code } = await sendMessageOr(rest, thread.message_id, outgoing, words);
  if (code === UNKNOWN_CHANNEL) threads.delete(thread.message_id);
  if (code !== THREAD_ARCHIVED) return result;
  remember(threads, thread.message_id, "archived");
  return next("its thread is in the archive");
}

function next(reason: string): SendResult {
  return { outcome: "retry", reason, retry_after_ms: null, scope: "channel" };
}

function remember(threads: Threads, id: string, state: "open" | "archived"): void {
  threads.delete(id);
  threads.set(id, state);
  const [oldest] = threads.keys();
  if (threads.size > THREADS_MAX && oldest !== undefined) threads.delete(oldest);
}

/**
 * One PATCH; the mentions are sent again, since an edit without them parses all of them.
 * https://docs.discord.com/developers/resources/message#edit-message
 */
export async function updateCard(
  rest: REST,
  outgoing: OutgoingMessage & { message_id: string },
  words: PlatformWords,
): Promise<SendResult> {
  const { channel, key, message, message_id } = outgoing;
  try {
    const signal = AbortSignal.timeout(SEND_TIMEOUT_MS);
    const body = renderMessage(message, words, key);
    await rest.patch(Routes.channelMessage(channel.channel, message_id), { body, signal });
    return { outcome: "sent", message_id };
  } catch (error) {
    const code = apiCode(error);
    const failure = failureOf(error);
    if (code === UNKNOWN_MESSAGE || code === NOT_OURS)
      return { outcome: "refused", reason: reasonOf(failure), scope: "card" };
    return notTheChannel(failure, code, "message");
  }
}

async function post(
  rest: REST,
  place: string,
  outgoing: OutgoingMessage,
  words: PlatformWords,
): Promise<Partial<APIMessage>> {
  const body = postBody(place, outgoing, words);
  const signal = AbortSignal.timeout(SEND_TIMEOUT_MS);
  return (await rest.post(Routes.channelMessages(place), { body, signal })) as Partial<APIMessage>;
}

/** All that the request for a delivery carries. */
export function postBody(place: string, { channel, key, message, thread }: OutgoingMessage, words: PlatformWords) {
  const reply = thread != null && place === channel.channel;
  return {
    ...withMention(renderMessage(message, words, key), message.mention),
    nonce: key.length <= NONCE_MAX ? key : shortId(key),
    enforce_nonce: true,
    ...(reply ? { message_reference: { message_id: thread.message_id, fail_if_not_exists: false } } : {}),
  };
}

/** A post in a thread: what is wrong with the thread is not the channel's fault. */
async function sendMessageOr(
  rest: REST,
  thread: string,
  outgoing: OutgoingMessage,
  words: PlatformWords,
): Promise<{ result: SendResult; code: number | null }> {
  try {
    const stored = await post(rest, thread, outgoing, words);
    const result: SendResult =
      typeof stored?.id === "string"
        ? { outcome: "sent", message_id: stored.id }
        : { outcome: "ambiguous", reason: "the answer names no message" };
    return { result, code: null };
  } catch (error) {
    const code = apiCode(error);
    if (code === UNKNOWN_MESSAGE) return { result: { outcome: "sent", message_id: "deleted" }, code: null };
    return { result: notTheChannel(failureOf(error), null, "thread"), code };
  }
}

/** Null when the thread is there now. */
async function openThread(rest: REST, outgoing: OutgoingMessage, thread: ThreadTarget): Promise<SendResult | null> {
  const name = truncate(outgoing.message.headline.replaceAll(/\s{1,1000}/g, " ").trim(), THREAD_NAME_MAX) || "Sundown";
  try {
    const signal = AbortSignal.timeout(SEND_TIMEOUT_MS);
    const body = { name, auto_archive_duration: ARCHIVE_AFTER_MINUTES };
    await rest.post(Routes.threads(outgoing.channel.channel, thread.message_id), { body, signal });
    return null;
  } catch (error) {
    const code = apiCode(error);
    if (code === THREAD_EXISTS) return null;
    return code === UNKNOWN_MESSAGE
      ? { outcome: "refused", reason: reasonOf(failureOf(error)), scope: "card" }
      : nothingSent(notTheChannel(failureOf(error), null, "thread"));
  }
}

async function unarchive(rest: REST, thread: ThreadTarget): Promise<SendResult | null> {
  try {
    const signal = AbortSignal.timeout(SEND_TIMEOUT_MS);
    await rest.patch(Routes.channel(thread.message_id), { body: { archived: false }, signal });
    return null;
  } catch (error) {
    return nothingSent(notTheChannel(failureOf(error), null, "thread"));
  }
}

/** Whatever became of the thread itself, the message was not sent yet. */
function nothingSent(result: SendResult): SendResult {
  if (result.outcome !== "ambiguous") return result;
  return { outcome: "retry", reason: result.reason, retry_after_ms: null, scope: "channel" };
}

/** A refusal that names no channel of Discord's (`code` not among them) is about the card or its thread alone. */
function notTheChannel(failure: SendResult, code: number | null, scope: "message" | "thread"): SendResult {
  if (failure.outcome !== "refused" || failure.scope === "token") return failure;
  if (failure.scope === "message" && scope === "thread") return failure;
  return failure.scope === "channel" && code !== null && CHANNEL_GONE.has(code) ? failure : { ...failure, scope };
}

const CHANNEL_GONE = new Set([10003, 10004, 50001, 50013]);

function reasonOf(failure: SendResult): string {
  return failure.outcome === "sent" ? "" : failure.reason;
}

/** The one mention there is: the configured role, named in the list of what may be mentioned and nothing else. */
function withMention(message: DiscordMessage, role: string | undefined): DiscordMessage {
  if (role === undefined || !ROLE_ID.test(role)) return message;
  return {
    ...message,
    content: `<@&${role}> ${message.content}`,
    allowed_mentions: { parse: [], roles: [role] },
  };
}
