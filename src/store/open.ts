import type { Store } from "../core/store.ts";
import { makeWritableFolder } from "./folder.ts";
import type { DatabaseOptions } from "./sqlite/database.ts";
import { storeFile } from "./sqlite/file.ts";
import { sqliteStore } from "./sqlite/store.ts";

export { restoreStore } from "./sqlite/restore.ts";

/** Where the state lives: DATA_DIR (its `sundown.db`), one file, or nowhere (`:memory:`, for replay and tests). */
export type StorePlace = { dataDir: string } | { path: string } | ":memory:";

/**
 * Opens the embedded store, creating it when there is none.
 *
 * @throws StoreError whose message says what to do: corrupt (restore a backup), newer-schema, busy, full, io
 */
export async function openStore(place: StorePlace, options: DatabaseOptions = {}): Promise<Store> {
  if (place === ":memory:") return sqliteStore(":memory:", options);
  if ("path" in place) return sqliteStore(place.path, options);
  await makeWritableFolder(place.dataDir);
  return sqliteStore(storeFile(place.dataDir), options);
}
