import { StoreError } from "../errors.ts";
import type { Database } from "./database.ts";
import { MIGRATIONS } from "./schema.ts";

/**
 * Runs the steps that the file lacks, each in its own transaction.
 *
 * @throws StoreError "newer-schema" when the file was written by a newer version: an older one would misread it
 */
export function migrate(database: Database, steps: readonly string[] = MIGRATIONS): void {
  const version = schemaVersion(database);
  if (version > steps.length) {
    throw new StoreError(
      "newer-schema",
      `the store ${database.path} has schema ${version}, this version of Sundown knows ${steps.length}; ` +
        "run the newer version, or restore a backup made by this one",
    );
  }
  steps.slice(version).forEach((step, index) => {
    database.transaction(() => {
      // Another process may have been first while we waited for the lock.
      if (schemaVersion(database) > version + index) return;
      database.raw.exec(step);
      database.raw.exec(`PRAGMA user_version = ${version + index + 1}`);
    });
  });
}

function schemaVersion(database: Database): number {
  return Number(database.get("PRAGMA user_version")?.["user_version"] ?? 0);
}
