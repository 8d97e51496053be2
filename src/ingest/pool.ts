import { Worker } from "node:worker_threads";
import type { Fact } from "../core/fact.ts";
import type { SourceDocument } from "../core/source.ts";
import type { Examined } from "./examine.ts";
import { SOURCES_FOLDER } from "./families.ts";
import type { Sent } from "./sent.ts";

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
  /** The same for what a person was sent: its facts; null for what could not be read within the budgets. */
  readSent: (text: string, published: string | null, now: number) => Promise<SentReading | null>;
  /** The same for a file that a person was sent; null for what is no text. */
  openSent: (bytes: Uint8Array) => Promise<Sent | null>;
  close(): Promise<void>;
};

export type SentReading = { facts: Fact[]; withdraws: Fact[] };

/** What a reading thread is given, and what it answers with. */
export type Task =
  | { type: "page"; document: SourceDocument }
  | { type: "sent"; text: string; published: string | null; now: number }
  | { type: "file"; bytes: Uint8Array };
export type Answer =
  | { type: "page"; examined: Examined }
  | { type: "sent"; read: SentReading }
  | { type: "file"; sent: Sent };
type Failed = { type: "failed"; reason: string };

export type PoolOptions = { size?: number; timeoutMs?: number; memoryMb?: number; folder?: string };

type Job = { task: Task; done: (answer: Answer | Failed) => void };
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

  const finish = (seat: Seat, answer: Answer | Failed): void => {
    const job = seat.job;
    if (seat.timer !== null) clearTimeout(seat.timer);
    seat.timer = null;
    seat.job = null;
    seat.worker?.unref();
    job?.done(answer);
    next();
  };

  const replace = (seat: Seat, reason: string): void => {
    const worker = seat.worker;
    seat.worker = null;
    worker?.removeAllListeners();
    // A thread that dies of its limits says so once more; nobody listens any longer.
    worker?.on("error", () => undefined);
    void worker?.terminate();
    finish(seat, { type: "failed", reason });
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
    worker.on("message", (message: Answer | Failed | "ready") => {
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

  /** Gives the seat's task to its thread; from now on its time counts. */
  const hand = (seat: Seat): void => {
    if (seat.job === null || !seat.ready) return;
    if (seat.timer !== null) clearTimeout(seat.timer);
    seat.timer = setTimeout(() => replace(seat, `it takes longer than ${timeoutMs / 1_000} s to read`), timeoutMs);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    seat.worker?.postMessage(seat.job.task);
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

  const give = (task: Task): Promise<Answer | Failed> => {
    if (closed) return Promise.resolve({ type: "failed", reason: "the reader is closed" });
    return new Promise((done) => {
      waiting.push({ task, done });
      next();
    });
  };

  return {
    examine: async (document) => {
      const answer = await give({ type: "page", document });
      if (answer.type === "page") return answer.examined;
      return { sound: false, reason: answer.type === "failed" ? answer.reason : "its reader answered something else" };
    },
    readSent: async (text, published, now) => {
      const answer = await give({ type: "sent", text, published, now });
      return answer.type === "sent" ? answer.read : null;
    },
    openSent: async (bytes) => {
      const answer = await give({ type: "file", bytes });
      return answer.type === "file" ? answer.sent : null;
    },
    close: async () => {
      closed = true;
      const workers = seats.map((seat) => {
        const worker = seat.worker;
        if (seat.timer !== null) clearTimeout(seat.timer);
        seat.worker = null;
        worker?.removeAllListeners();
        seat.job?.done({ type: "failed", reason: "the reader was closed" });
        seat.job = null;
        return worker === null ? Promise.resolve(0) : worker.terminate();
      });
      for (const job of waiting.splice(0)) job.done({ type: "failed", reason: "the reader was closed" });
      await Promise.all(workers);
    },
  };
}
