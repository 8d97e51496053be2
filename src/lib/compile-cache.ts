import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../node_modules/.cache/sundown", import.meta.url));

/**
 * Keeps what Node compiled, stripped types included, for the next start (https://nodejs.org/api/module.html#module-compile-cache).
 * Node looks up a file by its content, so nothing is ever out of date; where the folder cannot be written, each start is a
 * first one. Call it before what is large is imported.
 */
export function keepCompiled(): void {
  enableCompileCache(FOLDER);
}
