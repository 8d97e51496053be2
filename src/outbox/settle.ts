import { isoOf } from "../core/clock.ts";
import type { Delivery, SendResult } from "../core/delivery.ts";
import { nextProbe, waitFor } from "./backoff.ts";
import { noteInvalid } from "./breaker.ts";
import { NO_THREAD, recordKeysOf } from "./cards.ts";
import type { Context, Place } from "./context.ts";
import { openUpdate } from "./place.ts";
import { unclearWait } from "./unclear.ts";

/** Writes what a request's outcome means for its row, its channel and its platform. */
export async function settle(
  context: Context,
  row: Delivery,
  place: Place,
  result: SendResult,
  possibleRepeat: boolean,
  cardOf: string[],
): Promise<void> {
  const { platform, channel } = place;
  const state = context.state(platform.name);
  if (result.outcome !== "ambiguous" && !(result.outcome === "refused" && result.scope === "token"))
    state.proven = true;
  switch (result.outcome) {
    case "sent":
      return settleSent(context, row, place, result.message_id, possibleRepeat, cardOf);
    case "ambiguous": {
      // An edit is simply done again.
      if (row.action === "edit") {
        const again = context.now() + waitFor(null, row.attempts, context.limits, context.random);
        return keepOrGiveUp(context, { ...row, state: "pending" }, place, result.reason, again);
      }
      const next_send_at = unclearWait(context, row, channel.class, context.now());
      await context.store.outbox.finish(row.key, context.owner, {
        state: "unclear",
        reason: result.reason,
        next_send_at,
      });
      return;
    }
    case "retry":
      return settleRetry(context, row, place, result);
    case "refused":
      if (result.scope === "card" || result.scope === "thread")
        return settleNoCard(context, row, place, result.scope, result.reason);
      await noteInvalid(context, platform.name);
      return settleRefused(context, row, place, result);
  }
}

export async function settleSent(
  context: Context,
  row: Delivery,
  place: Place,
  message_id: string,
  possible_repeat: boolean,
  card_of: string[],
): Promise<void> {
  const at = context.now();
  const { outbox } = context.store;
  await outbox.finish(row.key, context.owner, { state: "sent", message_id, at, possible_repeat, card_of });
  if (place.channel.parked === null) return;
  await context.store.channels.park(place.channel.id, null);
  context.observe({ type: "returned", platform: place.platform.name, channel: place.channel.id });
}

/**
 * Surely not told there. A card that is gone is forgotten; what was to stand in its thread, or cannot stand in any, is
 * told as a message of the channel.
 */
async function settleNoCard(
  context: Context,
  row: Delivery,
  place: Place,
  scope: "card" | "thread",
  reason: string,
): Promise<void> {
  if (row.card !== null) {
    if (scope === "card") await context.store.cards.forget(row.channel_id, row.card);
    return die(context, row, place, reason);
  }
  if (scope === "card") await forgetCard(context, row);
  await context.store.outbox.unthread(row.key, context.owner, `${NO_THREAD}${reason}`, context.now(), {
    // An earlier try that nobody could check may stand in the thread.
    possibleRepeat: row.state === "unclear",
  });
}

async function forgetCard(context: Context, row: Delivery): Promise<void> {
  const { cards } = context.store;
  const announcement = await context.announcement(row.announcement_id);
  const standing = announcement === null ? [] : await cards.of(row.channel_id, recordKeysOf(row, announcement));
  for (const [, card] of standing)
    if (card.message_id === row.thread?.message_id) await cards.forget(row.channel_id, card.key);
}

async function settleRetry(
  context: Context,
  row: Delivery,
  place: Place,
  result: Extract<SendResult, { outcome: "retry" }>,
): Promise<void> {
  const { platform, channel } = place;
  const wait = waitFor(result.retry_after_ms, row.attempts, context.limits, context.random);
  const until = context.now() + wait;
  if (result.scope === "platform") {
    // Slack's limit is the workspace's: only its bucket waits. Elsewhere the bucket is the platform.
    if (platform.name !== "slack") context.state(platform.name).heldUntil = until;
    await context.store.outbox.hold({ bucketOf: channel.id }, until);
  } else {
    await context.store.outbox.hold({ channelId: channel.id }, until);
  }
  // Only 429 says how long to wait, and platforms count 429 as invalid.
  if (result.retry_after_ms !== null) await noteInvalid(context, platform.name);
  // What was unclear before stays so: this answer speaks of the second request only.
  await keepOrGiveUp(context, row, place, result.reason, until);
}

async function settleRefused(
  context: Context,
  row: Delivery,
  place: Place,
  result: Extract<SendResult, { outcome: "refused" }>,
): Promise<void> {
  const { platform } = place;
  if (result.scope === "message") return die(context, row, place, result.reason);
  const now = context.now();
  if (result.scope === "token") {
    const state = context.state(platform.name);
    if (state.stopped === null)
      context.observe({ type: "platform-stopped", platform: platform.name, reason: result.reason });
    state.stopped = result.reason;
    state.proven = false;
    await postpone(context, row, result.reason, now);
    return;
  }
  await parkChannel(context, place, result.reason);
  await keepOrGiveUp(context, row, place, result.reason, now);
}

/** Parks the channel, or keeps it parked until the next probe. Its rows stay. */
export async function parkChannel(context: Context, { platform, channel }: Place, reason: string): Promise<void> {
  const now = context.now();
  const since = channel.parked === null ? now : Date.parse(channel.parked.since);
  const { probeAt, probes } = nextProbe(since, now, context.limits, context.limits.invalidGapMs[platform.name] ?? 0);
  // What could be checked there before may be different when it is back.
  await context.store.channels.setClass(channel.id, "unknown");
  await context.store.channels.park(channel.id, { reason, since: isoOf(since), probe_at: isoOf(probeAt), probes });
  context.observe({ type: "parked", platform: platform.name, channel: channel.id, reason, probe_at: probeAt });
}

export async function die(context: Context, row: Delivery, place: Place, reason: string): Promise<void> {
  await context.store.outbox.finish(row.key, context.owner, { state: "dead", reason, at: context.now() });
  context.observe({ type: "dead", platform: place.platform.name, channel: place.channel.id, key: row.key, reason });
}

/** Keeps the row for another try, unless it has failed too often for too long. */
async function keepOrGiveUp(
  context: Context,
  row: Delivery,
  place: Place,
  reason: string,
  until: number,
): Promise<void> {
  const { giveUpMs, giveUpTries } = context.limits;
  const old = context.now() - Date.parse(row.created_at) >= giveUpMs;
  if (old && row.attempts >= giveUpTries)
    return die(context, row, place, `given up after ${row.attempts} tries: ${reason}`);
  await postpone(context, row, reason, until);
}

/** Gives the row back for later, as pending or unclear as it was. */
export async function postpone(context: Context, row: Delivery, reason: string, until: number): Promise<void> {
  await context.store.outbox.finish(row.key, context.owner, openUpdate(row, reason, until));
}
