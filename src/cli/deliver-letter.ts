import type { Fact } from "../core/fact.ts";
import type { SourceSpec } from "../core/source.ts";
import { createApp } from "../app.ts";
import { secretsOf } from "../config/env.ts";
import { neededSettings } from "../wiring/settings.ts";
import { createLog } from "../lib/log.ts";

export type Applied = {
  by: "this process" | "the running bot";
  told: string[];
  untold: { change: string; why: string }[];
  words: string;
};

/**
 * Brings facts to the bot: a running one takes them at its next tick; without one this process runs them through the
 * same dedup and leaves the alerts in the outbox, from where the bot sends them when it starts.
 */
export async function deliverLetter(
  variables: Record<string, string | undefined>,
  id: string,
  letter: { facts: Fact[]; trust: SourceSpec["trust"] },
): Promise<Applied> {
  const settings = await neededSettings(variables);
  const { env, config, sources, clock } = settings;
  const log = createLog({ level: "error", secrets: secretsOf(env, [...sources.specs, ...sources.off]) });
  const app = await createApp({ env, config, sources, clock, log, say: () => {}, onEnd: () => {} });
  try {
    const taken = await app.takeLetter(id, letter);
    if (taken === null)
      return {
        by: "the running bot",
        told: [],
        untold: [],
        words: "Handed to the running bot; it tells what is new within a minute.",
      };
    const told = taken.told.map((change) => change.dedup_key);
    const untold = taken.untold.map(({ change, decision }) => ({ change: change.dedup_key, why: decision }));
    const reasons = [...new Set(untold.map(({ why }) => why))].join("; ");
    const words =
      told.length > 0
        ? `Applied: ${told.length} new, waiting in the outbox for the bot.`
        : `Applied: nothing new to tell${reasons === "" ? "" : ` (${reasons})`}.`;
    return { by: "this process", told, untold, words };
  } finally {
    await app.stop();
  }
}
