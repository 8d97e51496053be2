import { Worker } from "node:worker_threads";
import type { Node } from "./draw.ts";
import type { PaintJob, PaintResult } from "./worker.ts";

/** A picture that takes longer is given up; the thread with it. */
const LIMIT_MS = 20_000;
/** An idle thread is let go, with the fonts that it holds. */
const IDLE_MS = 60_000;

type Waiting = { resolve: (png: Buffer) => void; reject: (error: Error) => void; timer: NodeJS.Timeout };
type Thread = { worker: Worker; waiting: Map<number, Waiting>; idle: NodeJS.Timeout | null };

let thread: Thread | null = null;
let lastId = 0;

/**
 * Paints on a thread of its own, so that commands are answered meanwhile. The thread starts with the first picture and
 * never keeps the process alive on its own.
 * @throws Error when the picture cannot be painted; the next one gets a new thread if this one broke
 */
export function paintElsewhere(tree: Node): Promise<Buffer> {
  const running = thread ?? start();
  if (running.idle !== null) clearTimeout(running.idle);
  running.worker.ref();
  lastId += 1;
  const job: PaintJob = { id: lastId, tree };
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(running, new Error(`the picture took longer than ${LIMIT_MS} ms`)), LIMIT_MS);
    running.waiting.set(job.id, { resolve, reject, timer });
    // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
    running.worker.postMessage(job);
  });
}

function start(): Thread {
  const started: Thread = { worker: new Worker(new URL("worker.ts", import.meta.url)), waiting: new Map(), idle: null };
  started.worker.on("message", (result: PaintResult) => settle(started, result));
  started.worker.on("error", (error) => end(started, error instanceof Error ? error : new Error(String(error))));
  started.worker.on("exit", () => end(started, new Error("the painter's thread ended")));
  thread = started;
  return started;
}

function settle(running: Thread, result: PaintResult): void {
  const waiting = running.waiting.get(result.id);
  if (waiting === undefined) return;
  running.waiting.delete(result.id);
  clearTimeout(waiting.timer);
  if ("png" in result) waiting.resolve(Buffer.from(result.png));
  else waiting.reject(new Error(`the picture could not be painted: ${result.error}`));
  if (running.waiting.size > 0) return;
  running.worker.unref();
  running.idle = setTimeout(() => end(running, new Error("idle")), IDLE_MS).unref();
}

function end(running: Thread, reason: Error): void {
  if (thread === running) thread = null;
  if (running.idle !== null) clearTimeout(running.idle);
  for (const waiting of running.waiting.values()) {
    clearTimeout(waiting.timer);
    waiting.reject(reason);
  }
  running.waiting.clear();
  void running.worker.terminate();
}
