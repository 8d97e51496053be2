import { join } from "node:path";

/** The one file under DATA_DIR that holds the whole state. */
export function storeFile(dataDir: string): string {
  return join(dataDir, "sundown.db");
}
