import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** One line of the table. */
export type Row = { id: string; promise: string; measured: string; bound: string; ok: boolean };

/** A promise that is measured where it is tested; those tests run here again, and their figures are shown. */
export type TestedRow = { id: string; promise: string; bound: string; files: string[]; only?: string };

export const TESTED: readonly TestedRow[] = [
  {
    id: "D1",
    promise: "SIGKILL of the real bot on both platforms, before and after the platform stored it",
    bound: "0 lost, 0 twice",
    files: ["test/e2e/kill.test.ts"],
  },
  {
    id: "D1-steps",
    promise: "the process ends before and after each write between a poll and the end of its messages",
    bound: "0 lost, 0 twice",
    files: ["test/pipeline/steps.test.ts"],
  },
  {
    id: "D2",
    promise: "1,000 sends, 30 % ambiguous",
    bound: "exactly 1,000 stored",
    files: ["test/outbox/ambiguous.test.ts"],
  },
  {
    id: "D3",
    promise: "429: never early, nothing lost, the others not slower",
    bound: "0 early of 10,000; at most 1.10x",
    files: ["test/outbox/throttle.test.ts"],
  },
  {
    id: "D4/D5",
    promise: "dead channels, refused tokens, breaker, parking, one digest on return",
    bound: "1 invalid request per dead channel in 6 h",
    files: ["test/outbox/refused.test.ts"],
  },
  {
    id: "D6",
    promise: "the same news from other sources, in other words, with other guids",
    bound: "one alert",
    files: ["test/announce/seen.test.ts", "test/announce/order.test.ts", "test/catalog/changes.test.ts"],
  },
  {
    id: "D7",
    promise: "10,000 random messages within each platform's limits",
    bound: "0 rejected, 0 broken",
    files: ["test/platforms/slack/render.test.ts", "test/platforms/discord/render.test.ts"],
  },
  {
    id: "D8",
    promise: "disk full, locked, corrupt",
    bound: "no send without its durable row",
    files: ["test/store/faults.test.ts", "test/store/damage.test.ts"],
  },
  {
    id: "D9",
    promise: "two processes on one store, 1,000 events",
    bound: "0 lost, 0 twice",
    files: ["test/outbox/kill.test.ts"],
    only: "two processes",
  },
  {
    id: "T1/T5",
    promise: "catch-up after downtime, most urgent only, moved dates, withdrawals",
    bound: "all accounted for, each once",
    files: ["test/countdown/ladder.test.ts"],
  },
  {
    id: "T3/T4",
    promise: "daylight saving, zones from UTC-12 to UTC+14, leap days, floors",
    bound: "exactly one per local date",
    files: ["test/countdown/zones.test.ts"],
  },
  {
    id: "T6",
    promise: "clock jumps of 1 and 400 days, both ways",
    bound: "0 twice, 0 lost",
    files: ["test/outbox/ambiguous.test.ts", "test/outbox/clock.test.ts"],
    only: "jumps|set back",
  },
  {
    id: "T7/S3",
    promise: "withdrawals in words, missing rows, half pages, a smaller page that stays",
    bound: "0 false removals, every true one",
    files: ["test/catalog/withdrawal.test.ts", "test/catalog/timelines.test.ts"],
  },
  {
    id: "S1",
    promise: "bad pages refused, good ones accepted",
    bound: "every one",
    files: ["test/ingest/guard.test.ts", "test/ingest/families.test.ts"],
  },
  {
    id: "S4/S5",
    promise: "dead sources told, floods held for a second look",
    bound: "every one",
    files: ["test/catalog/plausibility.test.ts"],
  },
  {
    id: "S6",
    promise: "first run silent, a restored store announces nothing again, one process works",
    bound: "0 alerts",
    files: ["test/e2e/terminal.test.ts", "test/wiring/state.test.ts", "test/pipeline/state.test.ts"],
  },
  {
    id: "S7",
    promise: "an item slides back into a feed's window, its guid rewritten or not",
    bound: "0 posts",
    files: ["test/pipeline/state.test.ts", "test/pipeline/feed-windows.test.ts"],
    only: "slides back",
  },
  {
    id: "X1-X3",
    promise: "private addresses refused at the dial, size and time capped",
    bound: "0 connections",
    files: ["test/ingest/addresses.test.ts", "test/ingest/fetch.test.ts"],
  },
  {
    id: "X4/X5",
    promise: "hostile text is read in a worker, in linear time, or refused",
    bound: "main loop p99 at most 50 ms",
    files: ["test/ingest/pool.test.ts", "test/parse/hostile.test.ts"],
  },
  {
    id: "X6/X8",
    promise: "nobody is pinged; forged and replayed requests have no effect",
    bound: "0 pings; all 401",
    files: ["test/platforms/slack/http-mode.test.ts", "test/platforms/discord/delivery.test.ts"],
  },
  {
    id: "X7",
    promise: "200 look-alike ids from the provider's own page and from a copy",
    bound: "0 merged",
    files: ["test/security/look-alikes.test.ts"],
  },
  {
    id: "X10",
    promise: "a canary in every secret, through every kind of error, its escapes and the platforms' replies",
    bound: "0 hits",
    files: ["test/lib/log.test.ts", "test/security/canary.test.ts"],
  },
  {
    id: "X11",
    promise: "limits per person and workspace; what was typed comes back escaped",
    bound: "20 a minute for one, 120 for all; 0 live",
    files: ["test/security/abuse.test.ts"],
  },
];

/** What the reporter itself writes as a comment. */
const NO_FIGURE = /^(?:Subtest: |(?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$)/;

/** Runs the tests of a row in a process of their own, and takes its figures from the lines that they print. */
export async function runTested(row: TestedRow): Promise<Row> {
  const args = [
    "--test",
    "--test-reporter=tap",
    ...(row.only === undefined ? [] : [`--test-name-pattern=${row.only}`]),
  ];
  const child = spawn(process.execPath, [...args, ...row.files], { cwd: ROOT, stdio: ["ignore", "pipe", "ignore"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const limit = setTimeout(() => child.kill("SIGKILL"), 300_000);
  const [code] = (await once(child, "close")) as [number | null];
  clearTimeout(limit);
  const count = (name: string) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(output)?.[1] ?? "0");
  const figures = [...output.matchAll(/^ *# (?:\\?# )?(.+)$/gm)]
    .map((match) => (match[1] ?? "").trim())
    .filter((line) => !NO_FIGURE.test(line));
  const passed = `${count("pass")} of ${count("tests") - count("skipped")} tests`;
  const measured = [passed, ...figures].join("; ").replaceAll("|", "/");
  return { id: row.id, promise: row.promise, measured, bound: row.bound, ok: code === 0 && count("pass") > 0 };
}
