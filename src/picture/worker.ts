import { parentPort } from "node:worker_threads";
import type { Node } from "./draw.ts";
import { paint } from "./paint.ts";

/** What the painter asks of its thread, and what it gets back. */
export type PaintJob = { id: number; tree: Node };
export type PaintResult = { id: number } & ({ png: Uint8Array } | { error: string });

parentPort?.on("message", ({ id, tree }: PaintJob) => {
  // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
  const answer = (result: PaintResult) => parentPort?.postMessage(result);
  paint(tree).then(
    (png) => answer({ id, png }),
    (error: unknown) => answer({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});
