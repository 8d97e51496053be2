import type { Announcement } from "../../core/announcement.ts";
import type { ModelRecord } from "../../core/model.ts";
import type { CatalogStore, EventStore } from "../../core/store.ts";
import { commitBatch, knownKeys } from "./commit.ts";
import type { Database } from "./database.ts";
import { json, text } from "./rows.ts";
import { whyEntries } from "./why.ts";

/** The catalogue's records. */
export function sqliteCatalog(database: Database): CatalogStore {
  return {
    load: async () =>
      new Map(
        database.all("SELECT key, body FROM records").map((row) => [text(row["key"]), json<ModelRecord>(row["body"])]),
      ),
  };
}

/** What happened, what was told of it, and why. */
export function sqliteEvents(database: Database): EventStore {
  return {
    commit: async (batch) => commitBatch(database, batch),
    known: async (dedupKeys) => knownKeys(database, dedupKeys),
    announcement: async (id) => {
      const row = database.get("SELECT body FROM announcements WHERE id = ?", id);
      return row === undefined ? null : json<Announcement>(row["body"]);
    },
    why: async (filter) => whyEntries(database, filter),
  };
}
