import { Worker } from "node:worker_threads";
import type { SourceDocument } from "../core/source.ts";
import type { Examined } from "./examine.ts";
import { SOURCES_FOLDER } from "./families.ts";

/** Budgets of one document: real pages take below a second and 100 MB. */
const TIMEOUT_MS = 15_000;
const MEMORY_MB = 256;
/** Loading the readers into a new thread; not the document's fault, so it has a budget of its own. */
const START_MS = 30_000;

export type ReaderPool = {
  /**
   * Judges and reads one document in a thread of its own, so that a hostile page costs neither the main loop nor the
   * process: one that takes too long or too much memory is unsound, and its thread is replaced. Never rejects.
   */
  examine(document: SourceDocument): Promise<Examined>;
  close(): Promise<void>;
};

export type PoolOptions = { size?: number; timeoutMs?: number; memoryMb?: number; folder?: string };

type Job = { document: SourceDocument; done: (examined: Examined) => void };
type Seat = { worker: Worker | null; ready: boolean; job: Job | null; timer: NodeJS.Timeout | null };

/** A pool of reading threads, started when first needed. An idle thread does not keep the process alive. */
export function createReaderPool(options: PoolOptions = {}): ReaderPool {
  const seats: Seat[] = Array.from({ length: options.size ?? 1 }, () => ({
    worker: null,
    ready: false,
    job: null,
    timer: null,
  }));
  const waiting: Job[] = [];
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  let closed = false;

  const finish = (seat: Seat, examined: Examined): void => {
    const job = seat.job;
    if (seat.timer !== null) clearTimeout(seat.timer);
    seat.timer = null;
    seat.job = null;
    seat.worker?.unref();
    job?.done(examined);
    next();
  };

  const replace = (seat: Seat, reason: string): void => {
    const worker = seat.worker;
    seat.worker = null;
    worker?.removeAllListeners();
    // A thread that dies of its limits says so once more; nobody listens any longer.
    worker?.on("error", () => undefined);
    void worker?.terminate();
    finish(seat, { sound: false, reason });
  };

  const start = (seat: Seat): Worker => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: { folder: options.folder ?? SOURCES_FOLDER },
      resourceLimits: {
        maxOldGenerationSizeMb: options.memoryMb ?? MEMORY_MB,
        maxYoungGenerationSizeMb: 32,
        stackSizeMb: 4,
      },
      env: {},
    });
    worker.on("message", (message: Examined | "ready") => {
      if (message !== "ready") return finish(seat, message);
      seat.ready = true;
      hand(seat);
    });
    worker.on("error", (cause: Error) => {
      const memory = "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
      replace(
        seat,
        memory ? "it takes more memory than a page may" : `its reader failed: ${cause.message.slice(0, 200)}`,
      );
    });
    worker.on("exit", () => replace(seat, "its reader stopped"));
    return worker;
  };

  /** Gives the seat's document to its thread; from now on its time counts. */
  const hand = (seat: Seat): void => {
    if (seat.job === null || !seat.ready) return;
    if (seat.timer !== null) clearTimeout(seat.timer);
    seat.timer = setTimeout(() => replace(seat, `it takes longer than ${timeoutMs / 1_000} s to read`), timeoutMs);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    seat.worker?.postMessage(seat.job.document);
  };

  const next = (): void => {
    if (closed) return;
    const seat = seats.find((candidate) => candidate.job === null);
    const job = seat === undefined ? undefined : waiting.shift();
    if (seat === undefined || job === undefined) return;
    seat.job = job;
    if (seat.worker === null) {
      seat.ready = false;
      seat.worker = start(seat);
      seat.timer = setTimeout(() => replace(seat, "its reader does not start"), START_MS);
    } else hand(seat);
    seat.worker.ref();
    next();
  };

  return {
    examine: (document) => {
      if (closed) return Promise.resolve({ sound: false, reason: "the reader is closed" });
      return new Promise((done) => {
        waiting.push({ document, done });
        next();
      });
    },
    close: async () => {
      closed = true;
      const workers = seats.map((seat) => {
        const worker = seat.worker;
        if (seat.timer !== null) clearTimeout(seat.timer);
        seat.worker = null;
        worker?.removeAllListeners();
        seat.job?.done({ sound: false, reason: "the reader was closed" });
        seat.job = null;
        return worker === null ? Promise.resolve(0) : worker.terminate();
      });
      for (const job of waiting.splice(0)) job.done({ sound: false, reason: "the reader was closed" });
      await Promise.all(workers);
    },
  };
}
