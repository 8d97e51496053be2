import { parseArgs } from "node:util";
import { shownAddress } from "../../core/address.ts";
import { createFetcher } from "../../ingest/fetch.ts";
import { atMost } from "../../lib/at-most.ts";
import { type Check, checkChannels, checkClock, checkDiscord, checkSlack, checkStore } from "../doctor/checks.ts";
import { readSettings } from "../../wiring/settings.ts";
import { print, type Subcommand } from "../subcommand.ts";

export default {
  usage: "doctor",
  what: "checks settings, tokens, scopes, addresses, store and clock; one line each",
  run: async (args, variables) => {
    parseArgs({ args, options: {} });
    const settings = await readSettings(variables);
    if (!settings.ok) {
      await report(settings.problems.map(({ where, what }) => ({ name: where, ok: false, words: what })));
      return 1;
    }
    const { env, sources, clock } = settings;
    const { BOT_SCOPES } = await import("../../platforms/slack/manifest.ts");
    const checks: Check[] = [
      { name: "settings", ok: true, words: "read" },
      await checkStore(env),
      await checkClock(env, clock),
      ...(await checkSlack(env, BOT_SCOPES)),
      ...(await checkDiscord(env)),
      ...(await checkChannels(env)),
    ];
    const fetcher = createFetcher({ clock, allowPrivate: env.allowPrivateAddresses, timeoutMs: 8_000 });
    await atMost(8, sources.specs, async (spec) => {
      const bearer = spec.key === undefined ? null : env.keys[spec.key];
      const result = await fetcher.fetchSource({ url: spec.url, bearer });
      const ok = result.kind !== "failed";
      checks.push({
        name: `source ${spec.id}`,
        ok,
        words: ok ? "reachable" : `${result.reason} (${shownAddress(spec.url)})`,
      });
    });
    await fetcher.close();
    await report(checks);
    return checks.some((check) => check.ok === false) ? 1 : 0;
  },
} satisfies Subcommand;

async function report(checks: readonly Check[]): Promise<void> {
  for (const { name, ok, words } of checks)
    await print(`${ok === null ? "–" : ok ? "ok" : "FAIL"}  ${name}: ${words}\n`);
}
