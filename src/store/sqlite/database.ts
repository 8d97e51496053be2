import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { asStoreError, StoreError } from "../errors.ts";
import { migrate } from "./migrate.ts";

export type Row = Record<string, null | number | bigint | string | Uint8Array>;

/** One connection: prepared statements by their text, transactions, and errors in words. */
export type Database = {
  readonly path: string;
  readonly raw: DatabaseSync;
  run(sql: string, ...values: SQLInputValue[]): number;
  get(sql: string, ...values: SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: SQLInputValue[]): Row[];
  /** All or nothing. Synchronous, so no other work of this process can come in between. */
  transaction<T>(work: () => T): T;
  /** The same, but a power cut may take back the last of them; a killed process never does. The next full one keeps it. */
  lightTransaction<T>(work: () => T): T;
  close(): void;
};

export type DatabaseOptions = {
  /** `full` survives a power cut; `normal` survives a killed process only, and is for tests and rehearsals. */
  durability?: "full" | "normal";
  /** Milliseconds that a write waits for another process. */
  busyTimeout?: number;
};

/**
 * Opens (or creates) the file and brings its schema up to date.
 *
 * @param path a file, or ":memory:"
 * @throws StoreError: corrupt, newer-schema, busy, full or io, each saying what to do
 */
export function openDatabase(path: string, options: DatabaseOptions = {}): Database {
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw asStoreError(error, path);
    }
  };
  const raw = guard(() => new DatabaseSync(path, { enableForeignKeyConstraints: true }));
  const statements = new Map<string, StatementSync>();
  let damaged: StoreError | null = null;

  const prepared = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = raw.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  // Once damage was met, every later call fails too: a half-readable store would forget what it has sent.
  const guarded = <T>(work: () => T): T => {
    if (damaged !== null) throw damaged;
    try {
      return guard(work);
    } catch (error) {
      if (error instanceof StoreError && error.code === "corrupt") damaged = error;
      throw error;
    }
  };

  const transaction = <T>(work: () => T): T =>
    guarded(() => {
      prepared("BEGIN IMMEDIATE").run();
      try {
        const result = work();
        prepared("COMMIT").run();
        return result;
      } catch (error) {
        // SQLite has already rolled back by itself after some errors (disk full).
        if (raw.isTransaction) raw.exec("ROLLBACK");
        throw error;
      }
    });
  const light = path !== ":memory:" && options.durability !== "normal";

  const database: Database = {
    path,
    raw,
    run: (sql, ...values) => guarded(() => Number(prepared(sql).run(...values).changes)),
    get: (sql, ...values) => guarded(() => prepared(sql).get(...values)),
    all: (sql, ...values) => guarded(() => prepared(sql).all(...values)),
    transaction,
    lightTransaction: (work) => {
      if (!light) return transaction(work);
      // In a write-ahead log NORMAL leaves out the wait for the disk: https://www.sqlite.org/pragma.html#pragma_synchronous
      guarded(() => raw.exec("PRAGMA synchronous = NORMAL"));
      try {
        return transaction(work);
      } finally {
        guarded(() => raw.exec("PRAGMA synchronous = FULL"));
      }
    },
    close: () => {
      statements.clear();
      if (raw.isOpen) raw.close();
    },
  };

  try {
    guard(() => prepare(raw, options));
    quickCheck(database);
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepare(raw: DatabaseSync, options: DatabaseOptions): void {
  raw.exec(`PRAGMA busy_timeout = ${options.busyTimeout ?? 5000}`);
  raw.exec("PRAGMA journal_mode = WAL");
  raw.exec(`PRAGMA synchronous = ${options.durability === "normal" ? "NORMAL" : "FULL"}`);
  raw.exec("PRAGMA foreign_keys = ON");
  // 32 MiB instead of 2, so that looking for a key stays as cheap when there are a million of them.
  raw.exec("PRAGMA cache_size = -32768");
}

/** Looks over every page. @throws StoreError "corrupt" when one is damaged */
function quickCheck(database: Database): void {
  integrity(database, "quick_check(1)");
}

/** The full check, indexes too. @throws StoreError "corrupt" with what was found and how to recover */
export function integrity(database: Database, pragma = "integrity_check(5)"): void {
  const found = database.all(`PRAGMA ${pragma}`).map((row) => String(Object.values(row)[0]));
  if (found.length === 1 && found[0] === "ok") return;
  throw asStoreError(Object.assign(new Error(found.join("; ")), { errcode: 11 }), database.path);
}
