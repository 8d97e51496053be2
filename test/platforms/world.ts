import { fileURLToPath } from "node:url";
import { createCompose } from "#src/announce/compose.ts";
import { systemClock } from "#src/core/clock.ts";
import { type Command, type CommandServices, isCommand, type SentReport } from "#src/core/command.ts";
import type { ModelRecord } from "#src/core/model.ts";
import { recordKey } from "#src/core/model.ts";
import type { Platform, PlatformHandlers } from "#src/core/platform.ts";
import type { Store } from "#src/core/store.ts";
import type { PlatformName } from "#src/core/subscription.ts";
import { loadFolder } from "#src/lib/load-folder.ts";
import { silentLog } from "#src/lib/log.ts";
import { loadMessages } from "#src/messages/index.ts";
import { createOutbox } from "#src/outbox/outbox.ts";
import { openKeyv } from "#src/store/keyv.ts";
import { openStore } from "#src/store/open.ts";
import { createDispatch } from "#src/wiring/dispatch.ts";
import { parkWorkspace } from "#src/wiring/leave.ts";
import { createNotices, weekly } from "#src/wiring/notices.ts";
import { createServices } from "#src/wiring/services.ts";
import { recordOf } from "../countdown/build.ts";

const folder = fileURLToPath(new URL("../../commands", import.meta.url));
export const commands = await loadFolder<Command>(folder, (value) => (isCommand(value) ? value : null));
export const { messagesFor, tags } = await loadMessages();
export const specs = [...commands.values()].map((command) => command.spec);

export type World = {
  store: Store;
  services: CommandServices;
  handlers: PlatformHandlers;
  platforms: Map<PlatformName, Platform>;
  /** Sends all that is queued. */
  drain(): Promise<void>;
  close(): Promise<void>;
};

const DAY_MS = 86_400_000;
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Records with shutdowns ahead, as many as asked for; the first is gpt-4.5-preview in 40 days. */
export function recordsAhead(count: number): ModelRecord[] {
  return Array.from({ length: count }, (_, index) =>
    recordOf({
      model_id: index === 0 ? "gpt-4.5-preview" : `gpt-test-${index}`,
      provider: "openai",
      surface: "openai-api",
      announced: dayFromNow(-30),
      shutdown: dayFromNow(40 + index),
      replacements: ["gpt-4.1"],
      decided_by: "openai-deprecations",
      claims: [
        {
          source: "openai-deprecations",
          fact: {
            provider: "openai",
            surface: "openai-api",
            model_id: index === 0 ? "gpt-4.5-preview" : `gpt-test-${index}`,
            version: null,
            kind: "model",
            announced: dayFromNow(-30),
            deprecated: null,
            shutdown: dayFromNow(40 + index),
            precision: "day",
            replacements: ["gpt-4.1"],
            scheduled: true,
            evidence: {
              source: "openai-deprecations",
              url: "https://example.com/deprecations",
              quote: "",
              seen_at: new Date().toISOString(),
              trust: "provider",
            },
          },
          first_seen: new Date(Date.now() - 30 * DAY_MS).toISOString(),
          last_seen: new Date().toISOString(),
          missing_since: null,
          missing_polls: 0,
        },
      ],
    }),
  );
}

/** The real commands on the real services, store and outbox; only the catalogue is made by hand. */
export async function startWorld(
  options: { records?: ModelRecord[]; operatorChannel?: string | null; png?: Uint8Array | null } = {},
): Promise<World> {
  const store = await openStore(":memory:");
  const platforms = new Map<PlatformName, Platform>();
  const records = new Map((options.records ?? recordsAhead(3)).map((record) => [recordKey(record), record]));
  const outbox = createOutbox({
    store,
    platforms,
    compose: createCompose(messagesFor),
    markRepeat: (message) => message,
    clock: systemClock,
    owner: { id: "test", host: "test", pid: process.pid },
    random: () => 0.5,
  });
  const services = createServices({
    store,
    knowledge: () => Promise.resolve(records),
    stored: () => Promise.resolve(records),
    cursors: { health: () => [] },
    overrides: [],
    messagesFor,
    languages: tags,
    platforms: () => platforms,
    clock: systemClock,
    timeline: (matches) =>
      Promise.resolve(
        options.png ? { png: options.png, alt: matches.map((match) => match.model_id).join(", ") } : null,
      ),
    notices: createNotices({
      store,
      reports: weekly<SentReport>(openKeyv(store, "reports")),
      operatorChannel: options.operatorChannel ?? null,
      clock: systemClock,
      wake: () => {},
    }),
  });
  const handlers = createDispatch({
    commands,
    services,
    clock: systemClock,
    log: silentLog,
    onJoin: () => Promise.resolve(),
    onLeave: (place) => parkWorkspace(store.channels, place, Date.now()),
  });
  return {
    store,
    services,
    handlers,
    platforms,
    drain: async () => void (await outbox.drainOnce()),
    close: () => store.close(),
  };
}

/** A picture of one pixel. */
export const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
