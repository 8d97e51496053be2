import type { Delivery, FindResult } from "../core/delivery.ts";
import type { ChannelClass } from "../core/subscription.ts";
import { waitFor } from "./backoff.ts";
import { courseOf } from "./cards.ts";
import type { Context, Place } from "./context.ts";
import { noteInvalid } from "./breaker.ts";
import { postpone, settleSent } from "./settle.ts";
import { within } from "./within.ts";

/** How far back the past is read when the clock was set back since the first try, so that its time says nothing. */
const CLOCK_SET_BACK_MS = 7 * 86_400_000;

/** `settled`: nothing is to be sent now. `send-marked`: it may be stored already, and the message says so. */
export type Verdict = "settled" | "send" | "send-marked";

/**
 * What to do with a row that may be stored. While Discord surely remembers the nonce, posting again is safe. Otherwise the
 * channel's past decides, some seconds after the last try. Where it cannot be read the message is sent again and marked.
 * https://docs.discord.com/developers/resources/message (enforce_nonce)
 */
export async function reconcile(context: Context, row: Delivery, place: Place): Promise<Verdict> {
  const now = context.now();
  const first = row.first_sent_at ?? now;
  const kind = await classOf(context, place);
  if (kind === "nonce" && now - first < context.limits.nonceMs && now >= first) return "send";
  if (kind === "none") return "send-marked";
  // A last try in the future was written before the clock was set back: nothing is waited for then.
  const last = row.last_sent_at ?? first;
  const readable = last + context.limits.historyLagMs;
  if (now >= last && now < readable) {
    await postpone(context, row, row.reason ?? "unclear", readable);
    return "settled";
  }
  const found = await look(context, row, place, first <= now ? first : now - CLOCK_SET_BACK_MS);
  context.observe({
    type: "reconciled",
    platform: place.platform.name,
    channel: place.channel.id,
    key: row.key,
    outcome: found.outcome,
    reason: "reason" in found ? found.reason : null,
  });
  if (found.outcome === "absent") return "send";
  if (found.outcome === "unreadable") return "send-marked";
  if (found.outcome === "found") {
    await settleSent(context, row, place, found.message_id, false, await cardOfFound(context, row, place));
    return "settled";
  }
  if (now - last >= context.limits.unreadableMs) return "send-marked";
  if (found.retry_after_ms !== null) await noteInvalid(context, place.platform.name);
  await postpone(
    context,
    row,
    found.reason,
    context.now() + waitFor(found.retry_after_ms, row.attempts, context.limits, context.random),
  );
  return "settled";
}

/** Records without a card get the message that was found, as they would have from its answer. */
async function cardOfFound(context: Context, row: Delivery, place: Place): Promise<string[]> {
  const announcement = await context.announcement(row.announcement_id);
  return announcement === null ? [] : ((await courseOf(context, row, place, announcement, null))?.cardOf ?? []);
}

async function classOf(context: Context, { platform, channel }: Place): Promise<ChannelClass> {
  if (channel.class !== "unknown") return channel.class;
  const told = await platform.classify(channel);
  if (told !== "unknown") await context.store.channels.setClass(channel.id, told);
  return told;
}

async function look(context: Context, row: Delivery, { platform, channel }: Place, first: number): Promise<FindResult> {
  const late = (reason: string): FindResult => ({
    outcome: "retry",
    reason,
    retry_after_ms: null,
  });
  const since = context.platformTime(first) - context.limits.clockSkewMs;
  try {
    return await within(context.limits.requestMs, platform.find(channel, row.key, since, row.thread), () =>
      late("the look-up took too long"),
    );
  } catch (error) {
    return late(`the look-up failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
