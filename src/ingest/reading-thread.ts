import { parentPort, workerData } from "node:worker_threads";
import type { SourceDocument } from "../core/source.ts";
import { examine } from "./examine.ts";
import { loadFamilies } from "./families.ts";

// What runs in the thread in which fetched text is read; see worker.ts and pool.ts. A SourceDocument comes in, an Examined goes out, one at a time.
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

parentPort?.on("message", (document: SourceDocument) => {
  const answer = async () => {
    const loaded = await families;
    return examine(document, loaded.familyFor(document.spec.id));
  };
  answer()
    .catch((cause: unknown) => ({ sound: false, reason: cause instanceof Error ? cause.message : "unknown reason" }))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
    .then((examined) => parentPort?.postMessage(examined))
    .catch(() => process.exit(1));
});
