import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type BotProcess, startBot } from "#test/fakes/bot.ts";
import { type FakePages, startFakePages } from "#test/fakes/pages.ts";

/** The day on which the tests begin, for every bot that is not told otherwise. */
export const TODAY = "2026-06-01T08:00:00Z";

/** One row of a provider's page: `[model, shutdown, replacement]`. */
export type Row = readonly [model: string, shutdown: string, replacement: string];

export const OLD_ROWS: readonly Row[] = [
  ["gpt-6-early", "2026-03-02", "gpt-7"],
  ["gpt-6-mini-early", "2026-04-06", "gpt-7-mini"],
];

/** A page of retirements in the shape that providers use. `footer` changes its bytes and not what it says. */
export function pageOf(rows: readonly Row[], footer = ""): string {
  const lines = rows.map(([model, shutdown, replacement]) => `| ${shutdown} | \`${model}\` | \`${replacement}\` |`);
  return [
    "# Deprecations",
    "",
    "Models leave the API from time to time. This page names each deprecated model, the day of its shutdown, and what to use instead.",
    "",
    "## Deprecation history",
    "",
    "### 2026-01-12: Older models",
    "",
    "| Shutdown date | Deprecated model | Recommended replacement |",
    "| --- | --- | --- |",
    ...lines,
    "",
    footer,
    "",
  ].join("\n");
}

export const PAGE = "/deprecations.md";
/** Somebody who repeats the provider, where a test asks for one. */
export const MIRROR = "/mirror.md";
const SECOND_HAND = { provider: "openai", surface: "openai-api", trust: "second-hand" };

/** A provider's site, a data folder and a configuration; bots are started on them as often as a test likes. */
export type Rig = {
  pages: FakePages;
  folder: string;
  /** A bot on this rig's folder; `more` goes on top of the rig's environment. */
  start(more?: Record<string, string>): BotProcess;
  environment(more?: Record<string, string>): Record<string, string>;
  /** Resolves when what `path` says now has been taken to its end: only then does the bot send the page's ETag. */
  polled(path?: string): Promise<void>;
  /** What the page says from now on. */
  publish(rows: readonly Row[], options?: { footer?: string; path?: string; delayMs?: number }): void;
};

/** Everything ends with the test, bots included. */
export async function createRig(
  t: TestContext,
  options: { subscriptions?: object[]; environment?: Record<string, string>; mirror?: boolean } = {},
): Promise<Rig> {
  const folder = await mkdtemp(join(tmpdir(), "sundown-e2e-"));
  const pages = await startFakePages({ [PAGE]: { body: pageOf(OLD_ROWS) }, [MIRROR]: { body: pageOf(OLD_ROWS) } });
  const config = join(folder, "config.json");
  const cron = "*/1 * * * * *";
  const sources = {
    "*": { enabled: false },
    "openai-deprecations": { enabled: true, url: `${pages.url}${PAGE}`, cron },
    mirror: { enabled: options.mirror === true, url: `${pages.url}${MIRROR}`, ...SECOND_HAND, cron },
  };
  await writeFile(config, JSON.stringify({ sources, subscriptions: options.subscriptions ?? [] }));
  const environment = (more: Record<string, string> = {}) => ({
    DATA_DIR: join(folder, "data"),
    PORT: "0",
    ALLOW_PRIVATE_ADDRESSES: "true",
    SUNDOWN_CONFIG: config,
    SUNDOWN_CLOCK: TODAY,
    ...options.environment,
    ...more,
  });
  const bots: BotProcess[] = [];
  t.after(async () => {
    for (const bot of bots) await bot.kill();
    if (!t.passed) for (const bot of bots) t.diagnostic(`${bot.stdout().slice(-2000)}${bot.stderr().slice(-2000)}`);
    await pages.close();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    pages,
    folder,
    environment,
    start: (more) => {
      const bot = startBot(environment(more));
      bots.push(bot);
      return bot;
    },
    polled: async (path = PAGE) => {
      const unchanged = () => pages.requests.filter((one) => one.path === path && one.status === 304).length;
      const before = unchanged();
      await until(() => unchanged() >= before + 2);
    },
    publish: (rows, { footer, path = PAGE, delayMs } = {}) =>
      pages.set(path, { body: pageOf(rows, footer), ...(delayMs === undefined ? {} : { delayMs }) }),
  };
}

/** Waits until `look` gives something; a failed wait says what was looked for. */
export async function until<T>(look: () => T | null | undefined | false, ms = 20_000): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const seen = look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (performance.now() > end) throw new Error(`not within ${ms} ms: ${look.toString().slice(0, 160)}`);
    await sleep(15);
  }
}

/** `iso` and some milliseconds later. */
export function later(iso: string, ms: number): string {
  return new Date(Date.parse(iso) + ms).toISOString();
}
