import type { Reading, SourceDocument, SourceFamily } from "../core/source.ts";
import { extractFacts } from "./extract.ts";
import { judgeBody, judgeReading } from "./guard.ts";

/** What became of one fetched body. Only a sound one may change what is known. */
export type Examined = { sound: true; reading: Reading } | { sound: false; reason: string };

/** Guard, read, guard again. Never throws: a reader that cannot read the body makes it unsound. */
export async function examine(document: SourceDocument, family: SourceFamily): Promise<Examined> {
  try {
    const before = judgeBody(document, family.guards);
    if (!before.sound) return before;
    const reading = await extractFacts(document, family);
    const after = judgeReading(reading, family.guards);
    return after.sound ? { sound: true, reading } : after;
  } catch (cause) {
    return { sound: false, reason: `it cannot be read: ${reasonOf(cause)}` };
  }
}

/** One line of a cause; schema errors are long and quote the page. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "unknown reason";
  if (cause.name === "ZodError") return "it has not the shape that this source always had";
  return cause.message.split("\n")[0]?.slice(0, 200) ?? cause.name;
}
