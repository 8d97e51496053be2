import type { Store } from "../../core/store.ts";
import { backupDatabase } from "./backup.ts";
import { sqliteCards } from "./cards.ts";
import { sqliteChannels } from "./channels.ts";
import { type DatabaseOptions, integrity, openDatabase } from "./database.ts";
import { sqliteCatalog, sqliteEvents } from "./events.ts";
import { sqliteKeyValue, sqliteMeta } from "./key-value.ts";
import { sqliteLeases } from "./leases.ts";
import { sqliteOutbox } from "./outbox.ts";

/** The whole store on one SQLite file. @throws StoreError as openDatabase does */
export function sqliteStore(path: string, options: DatabaseOptions = {}): Store {
  const database = openDatabase(path, options);
  return {
    catalog: sqliteCatalog(database),
    events: sqliteEvents(database),
    channels: sqliteChannels(database),
    outbox: sqliteOutbox(database),
    cards: sqliteCards(database),
    leases: sqliteLeases(database),
    keyValue: sqliteKeyValue(database),
    meta: sqliteMeta(database),
    backup: async (target) => backupDatabase(database, target),
    check: async () => integrity(database),
    close: async () => database.close(),
  };
}
