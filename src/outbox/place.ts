import type { Delivery } from "../core/delivery.ts";
import type { Channel } from "../core/subscription.ts";
import type { Context, Place } from "./context.ts";

/** The row's channel and platform; null when the row was ended because its channel is configured no more. */
export async function placeOf(context: Context, row: Delivery): Promise<Place | null> {
  const channel = (await context.store.channels.get(row.channel_id)) ?? (await strangerOf(context, row));
  const platform = channel === null ? undefined : context.platforms.get(channel.platform);
  if (channel !== null && platform !== undefined) return { platform, channel };
  const at = context.now();
  if (channel !== null) {
    const next_send_at = at + context.limits.backoffMaxMs;
    await context.store.outbox.finish(
      row.key,
      context.owner,
      openUpdate(row, "its platform is not connected", next_send_at),
    );
    return null;
  }
  const reason = "the channel is no longer configured";
  await context.store.outbox.finish(row.key, context.owner, { state: "dead", reason, at });
  const name = [...context.platforms.keys()].find((known) => row.channel_id.startsWith(`${known}:`));
  if (name !== undefined)
    context.observe({ type: "dead", platform: name, channel: row.channel_id, key: row.key, reason });
  return null;
}

async function strangerOf(context: Context, row: Delivery): Promise<Channel | null> {
  const announcement = await context.announcement(row.announcement_id);
  return announcement === null ? null : context.stranger(row.channel_id, announcement);
}

/** Puts a row back as it was: what is unclear stays unclear. */
export function openUpdate(row: Delivery, reason: string, next_send_at: number) {
  return row.state === "unclear"
    ? ({ state: "unclear", reason, next_send_at } as const)
    : ({ state: "pending", reason, next_send_at } as const);
}
