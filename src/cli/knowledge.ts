import { existsSync } from "node:fs";
import type { CommandServices } from "../core/command.ts";
import type { Store } from "../core/store.ts";
import { loadShipped } from "../catalog/shipped.ts";
import { loadMessages } from "../messages/index.ts";
import { openKeyv } from "../store/keyv.ts";
import { openStore } from "../store/open.ts";
import { storeFile } from "../store/sqlite/file.ts";
import { createKnowledge } from "../wiring/knowledge.ts";
import { createRecords } from "../wiring/records.ts";
import { createServices } from "../wiring/services.ts";
import { neededSettings } from "../wiring/settings.ts";
import { loadCursors } from "../wiring/sights.ts";

/**
 * What the bot knows, for one question on the command line: the store under DATA_DIR where there is one (a running bot
 * is not disturbed), and behind it the shipped catalogue. Nothing is created on disk.
 * @throws Error with every problem of the settings
 */
export async function withKnowledge<T>(
  variables: Record<string, string | undefined>,
  work: (services: CommandServices, now: number) => Promise<T>,
): Promise<T> {
  const { env, config, sources, clock } = await neededSettings(variables);
  const store: Store = await openStore(existsSync(storeFile(env.dataDir)) ? { dataDir: env.dataDir } : ":memory:");
  try {
    const records = createRecords(store.catalog);
    const cursors = await loadCursors(openKeyv(store, "sources"), sources.specs, sources.off);
    const { messagesFor, tags } = await loadMessages();
    const services = createServices({
      store,
      knowledge: createKnowledge({ shipped: loadShipped(), records, cursors, clock }),
      stored: () => records.load(),
      cursors,
      overrides: config.overrides,
      messagesFor,
      languages: tags,
      platforms: () => new Map(),
      clock,
    });
    return await work(services, clock.now());
  } finally {
    await store.close();
  }
}
