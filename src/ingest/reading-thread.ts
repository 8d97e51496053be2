import { parentPort, workerData } from "node:worker_threads";
import { examine } from "./examine.ts";
import { loadFamilies } from "./families.ts";
import type { Answer, Task } from "./pool.ts";

// What runs in the thread in which fetched text is read; see worker.ts and pool.ts. A task comes in, its answer goes out, one at a time.
const { folder } = workerData as { folder: string };
const families = loadFamilies(folder);

// The document's time starts to count when the readers are here.
families.then(
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  () => parentPort?.postMessage("ready"),
  (cause: unknown) => {
    throw cause;
  },
);

async function answerTo(task: Task): Promise<Answer> {
  if (task.type === "page") {
    const loaded = await families;
    return { type: "page", examined: await examine(task.document, loaded.familyFor(task.document.spec.id)) };
  }
  const { factsOfSent, readSentBytes, sentText } = await import("./sent.ts");
  if (task.type === "file") return { type: "file", sent: await readSentBytes(task.bytes) };
  const sent = { ...sentText(task.text), published: task.published };
  const { facts, withdraws } = factsOfSent(sent, { now: task.now, trust: "press", source: "ingest" });
  return { type: "sent", read: { facts, withdraws } };
}

parentPort?.on("message", (task: Task) => {
  answerTo(task)
    .catch((cause: unknown) => ({ type: "failed", reason: cause instanceof Error ? cause.message : "unknown reason" }))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
    .then((answer) => parentPort?.postMessage(answer))
    .catch(() => process.exit(1));
});
