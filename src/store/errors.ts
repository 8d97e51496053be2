export type StoreErrorCode = "busy" | "full" | "corrupt" | "newer-schema" | "io" | "other";

/** What went wrong with the store, in words that say what to do. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "StoreError";
    this.code = code;
  }
}

/** SQLite's primary result codes: https://www.sqlite.org/rescode.html */
const CODES: Record<number, StoreErrorCode> = {
  5: "busy",
  6: "busy",
  8: "io",
  10: "io",
  11: "corrupt",
  13: "full",
  14: "io",
  26: "corrupt",
};

/** The sentence that follows what SQLite said. */
function advice(code: StoreErrorCode, where: string): string {
  switch (code) {
    case "busy":
      return `the store ${where} is locked by another process; stop it or wait`;
    case "full":
      return `the disk of ${where} is full; free some space, nothing is sent until then`;
    case "corrupt":
      return corruptAdvice(where);
    case "io":
      return `the store ${where} cannot be read or written; check the disk and the rights of DATA_DIR`;
    default:
      return `the store ${where} failed`;
  }
}

/** How to get a bot with a damaged store going again. */
export function corruptAdvice(where: string): string {
  return (
    `the store ${where} is damaged, so nothing is sent from it; stop the bot and run ` +
    "`npm run -s sundown -- restore FILE` with a backup (the damaged file is kept beside it), or move the file away " +
    "to start with an empty store, which begins with a silent baseline"
  );
}

/** Turns what node:sqlite threw into a StoreError; a StoreError and other errors (bugs) pass unchanged. */
export function asStoreError(error: unknown, where: string): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const errcode = "errcode" in error && typeof error.errcode === "number" ? error.errcode & 0xff : null;
  if (errcode === null) return error;
  const code = CODES[errcode] ?? "other";
  return new StoreError(code, `${advice(code, where)} (SQLite: ${error.message})`, error);
}
