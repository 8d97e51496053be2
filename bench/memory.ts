import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { atMost, type Measured } from "./measure.ts";

const CHANNELS = 10_000;

/** The most memory that a fresh process ever had, after it has told news to all its channels and looked at the clock. */
async function peakOf(channels: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "sundown-bench-"));
  try {
    const child = new URL("memory-child.ts", import.meta.url).pathname;
    const { stdout } = await promisify(execFile)(process.execPath, [child, join(folder, "store.db"), String(channels)]);
    return Number(stdout.trim());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Main thread only; the readers' threads have limits of their own, whatever the number of channels. */
export async function run(): Promise<Measured[]> {
  const [empty, full]: [number[], number[]] = [[], []];
  for (let round = 0; round < 3; round += 1) {
    empty.push(await peakOf(0));
    full.push(await peakOf(CHANNELS));
  }
  return [atMost("Peak memory with 10,000 channels against none", Math.min(...full) / Math.min(...empty), 1.5)];
}
