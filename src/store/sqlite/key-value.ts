import type { KeyValueBackend, MetaStore } from "../../core/store.ts";
import type { Database } from "./database.ts";
import { text } from "./rows.ts";

/** What Keyv stores. Expiry is Keyv's own affair: it reads `expires` inside the value; the column lets rows be swept. */
export function sqliteKeyValue(database: Database): KeyValueBackend {
  return {
    get: async (namespace, key) => {
      const row = database.get("SELECT value FROM key_values WHERE namespace = ? AND key = ?", namespace, key);
      return row === undefined ? undefined : text(row["value"]);
    },
    set: async (namespace, key, value, expires) => {
      database.run(
        "INSERT OR REPLACE INTO key_values (namespace, key, value, expires) VALUES (?, ?, ?, ?)",
        namespace,
        key,
        value,
        expires,
      );
    },
    delete: async (namespace, key) =>
      database.run("DELETE FROM key_values WHERE namespace = ? AND key = ?", namespace, key) === 1,
    clear: async (namespace) => {
      database.run("DELETE FROM key_values WHERE namespace = ?", namespace);
    },
    entries: async (namespace) =>
      database
        .all("SELECT key, value FROM key_values WHERE namespace = ? ORDER BY key", namespace)
        .map((row) => [text(row["key"]), text(row["value"])]),
  };
}

/** Small facts about the store itself. */
export function sqliteMeta(database: Database): MetaStore {
  return {
    get: async (key) => {
      const row = database.get("SELECT value FROM meta WHERE key = ?", key);
      return row === undefined ? null : text(row["value"]);
    },
    set: async (key, value) => {
      database.run("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", key, value);
    },
  };
}
