import { parentPort, workerData } from "node:worker_threads";
import type { SourceDocument } from "../core/source.ts";
import { examine } from "./examine.ts";
import { loadFamilies } from "./families.ts";

// The thread in which fetched text is read; see pool.ts. A SourceDocument comes in, an Examined goes out, one at a time.
const { folder } = workerData as { folder: string };
const families = loadFamilies(folder);

parentPort?.on("message", (document: SourceDocument) => {
  const answer = async () => {
    const { familyFor } = await families;
    return examine(document, familyFor(document.spec.id));
  };
  answer()
    .catch((cause: unknown) => ({ sound: false, reason: cause instanceof Error ? cause.message : "unknown reason" }))
    .then((examined) => parentPort?.postMessage(examined))
    .catch(() => process.exit(1));
});
