import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Change } from "../../src/core/change.ts";
import type { Clock } from "../../src/core/clock.ts";
import type { ModelRecord } from "../../src/core/model.ts";
import type { Platform } from "../../src/core/platform.ts";
import type { SourceSpec } from "../../src/core/source.ts";
import type { Store } from "../../src/core/store.ts";
import type { Channel, PlatformName } from "../../src/core/subscription.ts";
import { createSeen } from "../../src/announce/seen.ts";
import { countedRecords } from "../../src/catalog/counted.ts";
import type { Families } from "../../src/ingest/families.ts";
import { examine } from "../../src/ingest/examine.ts";
import type { FetchResult } from "../../src/ingest/fetch.ts";
import { silentLog } from "../../src/lib/log.ts";
import type { Limits } from "../../src/outbox/limits.ts";
import { createOutbox } from "../../src/outbox/outbox.ts";
import type { Outbox } from "../../src/outbox/types.ts";
import { createPipeline, type Pipeline } from "../../src/pipeline.ts";
import { openKeyv } from "../../src/store/keyv.ts";
import { createRecords } from "../../src/wiring/records.ts";
import { loadCursors } from "../../src/wiring/sights.ts";

/**
 * The bot without its surface: the real pipeline, outbox and store on a given clock and platform. Its messages list the
 * dedup keys of what they tell, so that an oracle can count meanings and not only messages. `records` gives the catalogue, `counted` what of it counts now.
 */
export async function assembleBot(options: {
  store: Store;
  platforms: Platform[];
  channels: readonly Channel[];
  specs: readonly SourceSpec[];
  families: Families;
  clock: Clock;
  random: () => number;
  fetch?: (request: { url: string; etag: string | null; lastModified: string | null }) => Promise<FetchResult>;
  restoredAt?: string;
  /** Called around the reading of a page. */
  atRead?: (when: "before" | "after") => void;
  limits?: Partial<Limits>;
  observe?: (change: Change) => void;
}): Promise<{
  pipeline: Pipeline;
  outbox: Outbox;
  records: () => Promise<ReadonlyMap<string, ModelRecord>>;
  counted: () => Promise<ReadonlyMap<string, ModelRecord>>;
}> {
  const { store, clock, families } = options;
  for (const channel of options.channels)
    if ((await store.channels.get(channel.id)) === null) await store.channels.save(channel);
  const outbox = createOutbox({
    store,
    platforms: new Map<PlatformName, Platform>(options.platforms.map((platform) => [platform.name, platform])),
    compose: (announcement, items) => ({
      headline: announcement.kind,
      severity: "notice",
      blocks: [{ type: "list", items: items.map((item) => [announcement.changes[item]?.dedup_key ?? "?"]) }],
    }),
    markRepeat: (message) => ({ ...message, headline: `${message.headline} (possible repeat)` }),
    clock,
    owner: { id: randomUUID(), host: hostname(), pid: process.pid },
    random: options.random,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  const nothing: FetchResult = { kind: "failed", reason: "not fetched here", status: null, retryAfterMs: null };
  const records = createRecords(store.catalog);
  const cursors = await loadCursors(openKeyv(store, "sources"), options.specs);
  const pipeline = createPipeline({
    store,
    records,
    cursors,
    seen: createSeen(openKeyv(store, "seen"), (keys) => store.events.known(keys)),
    examine: async (document) => {
      options.atRead?.("before");
      const examined = await examine(document, families.familyFor(document.spec.id));
      options.atRead?.("after");
      return examined;
    },
    fetch: async (request) => options.fetch?.(request) ?? nothing,
    bearerFor: () => null,
    overrides: [],
    operatorChannel: null,
    restoredAt: options.restoredAt ?? null,
    clock,
    random: options.random,
    log: silentLog,
    wake: () => outbox.wake(),
    observe: (event) => {
      if (event.type === "event") options.observe?.(event.change);
    },
  });
  const counted = async () =>
    countedRecords(await records.load(), { now: clock.now(), sights: cursors.sights(), overrides: [] });
  return { pipeline, outbox, records: () => records.load(), counted };
}

/** The meanings that a message of `assembleBot` tells. */
export function toldIn(message: { blocks: readonly unknown[] }): string[] {
  return message.blocks.flatMap((block) => {
    const { items = [] } = block as { items?: string[][] };
    return items.flat();
  });
}
