import { DEFAULT_SUBSCRIPTION, type Channel, type Subscription } from "#src/core/subscription.ts";
import type { ModelRecord } from "#src/core/model.ts";

/** A record with a scheduled shutdown, as a catalogue would hold it; the parts that a test is about are handed in. */
export function recordOf(parts: Partial<ModelRecord> & { model_id: string }): ModelRecord {
  return {
    provider: "acme",
    surface: "acme-api",
    version: null,
    kind: "model",
    aliases: [],
    announced: "2026-01-05",
    deprecated: null,
    shutdown: null,
    precision: "day",
    stages: [],
    replacements: [],
    scheduled: true,
    state: null,
    generation: 0,
    decided_by: "acme-page",
    claims: [],
    history: [{ at: "2026-01-05T08:00:00Z", kind: "announced", from: null, to: null, source: "acme-page" }],
    ...parts,
  };
}

export function channelOf(id: string, parts: Partial<Subscription> = {}, createdAt = "2026-01-01T00:00:00Z"): Channel {
  return {
    id: `terminal:local:${id}`,
    platform: "terminal",
    workspace: "local",
    channel: id,
    subscription: { ...DEFAULT_SUBSCRIPTION, ...parts },
    class: "unknown",
    parked: null,
    created_at: createdAt,
  };
}

export function ms(iso: string): number {
  return Temporal.Instant.from(iso).epochMilliseconds;
}
