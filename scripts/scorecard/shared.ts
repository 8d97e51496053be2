import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The recorded pages and their truths; they live beside the project and are never part of it. */
export const SHARED: string = fileURLToPath(new URL("../../../shared", import.meta.url));
export const CORPUS: string = join(SHARED, "corpus");

export function hasShared(): boolean {
  return existsSync(join(CORPUS, "score.mjs"));
}

/** One line of the scorecard: what was measured, against which bar. */
export type Row = { group: string; name: string; measured: string; bar: string; ok: boolean };

const folder = mkdtempSync(join(tmpdir(), "sundown-scorecard-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** Runs a scorer of the corpus on what was extracted and gives its JSON. */
export async function score<T>(scorer: string, rows: unknown, args: (file: string) => string[]): Promise<T> {
  files += 1;
  const file = join(folder, `${files}.json`);
  writeFileSync(file, JSON.stringify(rows));
  const { stdout } = await run(process.execPath, [scorer, ...args(file), "--json"], { maxBuffer: 64 * 1024 * 1024 });
  // The news scorer prints its line of figures behind the JSON.
  return JSON.parse(stdout.slice(0, stdout.lastIndexOf("}") + 1)) as T;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function percent(right: number, of: number): string {
  return of === 0 ? "none" : `${((100 * right) / of).toFixed(1)} % (${right} of ${of})`;
}
