import { isoOf } from "../../core/clock.ts";
import type { Delivery, DeliveryState } from "../../core/delivery.ts";
import type { Channel, ChannelClass, PlatformName } from "../../core/subscription.ts";
import type { Row } from "./database.ts";

type Cell = Row[string] | undefined;

export const text = (cell: Cell): string => (typeof cell === "string" ? cell : String(cell ?? ""));
export const textOrNull = (cell: Cell): string | null => (typeof cell === "string" ? cell : null);
export const number = (cell: Cell): number => Number(cell ?? 0);
export const numberOrNull = (cell: Cell): number | null => (cell === null || cell === undefined ? null : Number(cell));

/** Our own JSON, written by this store: its shape is the type that was put in. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the one place that names what our JSON holds
export function json<T>(cell: Cell): T {
  const value: T = JSON.parse(text(cell));
  return value;
}

/** Most channels have the same few settings: they share one object, which nobody may change. */
const SETTINGS_KEPT = 1_000;
const settings = new Map<string, Channel["subscription"]>();

function subscriptionOf(body: string): Channel["subscription"] {
  const known = settings.get(body);
  if (known !== undefined) return known;
  const made = json<Channel["subscription"]>(body);
  for (const value of Object.values(made)) Object.freeze(value);
  if (settings.size >= SETTINGS_KEPT) settings.clear();
  settings.set(body, Object.freeze(made));
  return made;
}

const STATES: readonly DeliveryState[] = ["pending", "sending", "unclear", "sent", "dead"];

export function deliveryState(cell: Cell): DeliveryState {
  const state = STATES.find((known) => known === cell);
  if (state === undefined) throw new Error(`unknown delivery state ${String(cell)}`);
  return state;
}

export function deliveryOf(row: Row): Delivery {
  return {
    key: text(row["key"]),
    action: row["action"] === "edit" ? "edit" : "post",
    card: textOrNull(row["card"]),
    thread: row["thread"] == null ? null : json<Delivery["thread"]>(row["thread"]),
    announcement_id: text(row["announcement_id"]),
    channel_id: text(row["channel_id"]),
    items: json<number[]>(row["items"]),
    state: deliveryState(row["state"]),
    next_send_at: number(row["next_send_at"]),
    lease_owner: textOrNull(row["lease_owner"]),
    lease_until: numberOrNull(row["lease_until"]),
    attempts: number(row["attempts"]),
    first_sent_at: numberOrNull(row["first_sent_at"]),
    last_sent_at: numberOrNull(row["last_sent_at"]),
    message_id: textOrNull(row["message_id"]),
    reason: textOrNull(row["reason"]),
    possible_repeat: row["possible_repeat"] === 1,
    created_at: isoOf(number(row["created_at"])),
  };
}

const PLATFORMS: readonly PlatformName[] = ["slack", "discord", "terminal", "replay"];
const CLASSES: readonly ChannelClass[] = ["nonce", "history", "none", "unknown"];

export function channelOf(row: Row): Channel {
  const platform = PLATFORMS.find((known) => known === row["platform"]);
  if (platform === undefined) throw new Error(`unknown platform ${String(row["platform"])}`);
  const reason = textOrNull(row["parked_reason"]);
  return {
    id: text(row["id"]),
    platform,
    workspace: text(row["workspace"]),
    channel: text(row["channel"]),
    subscription: subscriptionOf(text(row["subscription"])),
    class: CLASSES.find((known) => known === row["class"]) ?? "unknown",
    parked:
      reason === null
        ? null
        : {
            reason,
            since: text(row["parked_since"]),
            probe_at: isoOf(number(row["probe_at"])),
            probes: number(row["probes"]),
          },
    created_at: text(row["created_at"]),
  };
}
