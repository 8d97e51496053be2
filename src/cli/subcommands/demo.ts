import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { isoOf, manualClock } from "../../core/clock.ts";
import { factsOfSent, readSentBytes } from "../../ingest/sent.ts";
import { loadFamilies } from "../../ingest/families.ts";
import { loadMessages } from "../../messages/index.ts";
import { plainText } from "../../platforms/shared/plain.ts";
import { wordsFrom } from "../../platforms/shared/words.ts";
import { createRehearsal, type Rehearsal } from "../../wiring/rehearsal.ts";
import { sentSpec } from "../../wiring/sent.ts";
import { print, type Subcommand } from "../subcommand.ts";

const PAGES = new URL("../../../demo/pages/", import.meta.url);
const SOURCE = "openai-deprecations";
const DAY_MS = 86_400_000;
const PAUSE_MS = 900;

/** What happens on which day. The pages are our own, in the shape of the provider's. */
const STORY = [
  {
    at: "2025-04-01T09:00:00Z",
    page: "openai-2025-04-01.md",
    words: "The first look at the page is a silent baseline.",
  },
  { at: "2025-04-14T18:00:00Z", page: "openai-2025-04-14.md", words: "The provider announces the end of a preview." },
  { at: "2025-04-15T18:00:00Z", page: "openai-2025-04-14.md", words: "The same page a day later: nothing is new." },
  {
    at: "2025-06-16T15:00:00Z",
    mail: "mail-2025-06-16.eml",
    words: "A reminder mail arrives; someone hands it to the bot.",
  },
  { at: "2025-07-15T09:00:00Z", page: "openai-2025-04-14.md", words: "The day after." },
] as const;

export default {
  usage: "demo [--fast]",
  what: "the GPT-4.5 story of 2025 on a virtual clock, through the real pipeline",
  run: async (args) => {
    const { values } = parseArgs({ args, options: { fast: { type: "boolean" } } });
    const pause = values.fast || !process.stdout.isTTY ? 0 : PAUSE_MS;
    const families = await loadFamilies();
    const { messagesFor } = await loadMessages();
    const clock = manualClock(STORY[0].at);
    const spec = families.specFor(SOURCE);
    const rehearsal = await createRehearsal({ families, specs: [spec], clock, messagesFor });
    const show = async (quiet: string | null) => {
      await rehearsal.outbox.drainOnce();
      const told = rehearsal.takeTold();
      for (const { at, message } of told) {
        await print(
          `\n${at.slice(0, 16).replace("T", " ")}  #models\n${indented(plainText(message, wordsFrom(messagesFor, "en")))}\n`,
        );
        await sleep(pause);
      }
      if (told.length === 0 && quiet !== null) await print(`    ${quiet}\n`);
    };
    try {
      for (const step of STORY) {
        await days(rehearsal, clock, Date.parse(step.at), () => show(null));
        clock.set(Date.parse(step.at));
        await print(`\n=== ${step.at.slice(0, 10)}  ${step.words}\n`);
        await sleep(pause);
        if ("page" in step) {
          const text = await readFile(new URL(step.page, PAGES), "utf8");
          await rehearsal.pipeline.take(spec, pageAnswer(text, spec.url), DAY_MS);
        } else {
          const sent = await readSentBytes(await readFile(new URL(step.mail, PAGES)));
          const { facts } = factsOfSent(sent, { now: clock.now(), trust: "press", source: "ingest" });
          for (const fact of facts) await print(`    the mail says: ${fact.model_id} ends on ${fact.shutdown}\n`);
          await rehearsal.pipeline.takeFacts(sentSpec({ facts, trust: "press" }), facts);
        }
        await rehearsal.pipeline.tick();
        await show("no alert: nothing that this channel does not know");
        for (const change of rehearsal.takeRetired())
          await print(`    ${change.model_id} is retired since ${change.shutdown}\n`);
      }
    } finally {
      await rehearsal.close();
    }
    await print(`\nThat was ${isoOf(clock.now()).slice(0, 10)}. Now try: npm start\n`);
    return 0;
  },
} satisfies Subcommand;

/** Steps through the days at 09:00 UTC, so that the countdown runs. */
async function days(
  rehearsal: Rehearsal,
  clock: ReturnType<typeof manualClock>,
  to: number,
  each: () => Promise<void>,
): Promise<void> {
  const first = Math.floor(clock.now() / DAY_MS) * DAY_MS + 9 * 3_600_000;
  for (let at = first; at < to; at += DAY_MS) {
    if (at <= clock.now()) continue;
    clock.set(at);
    await rehearsal.pipeline.tick();
    await each();
  }
}

function pageAnswer(text: string, url: string) {
  return {
    kind: "body" as const,
    text,
    bytes: Buffer.byteLength(text),
    contentType: "text/markdown",
    etag: null,
    lastModified: null,
    url,
    status: 200,
  };
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
}
