import { crash, type CrashCase, KILL_POINTS } from "./torture/crash.ts";
import { type Row, runTested, TESTED } from "./torture/rows.ts";
import { canSoak, soak } from "./torture/soak.ts";
import { known, readOptions, wrong } from "./options.ts";
import { atMost } from "../src/lib/at-most.ts";

/**
 * `npm run torture [-- --seeds N] [--quick] [--only D1,soak]`: every promise of docs/reliability.md with its number, as
 * a table; exit code 1 when one is not kept.
 */
const LATER = [0, 30_000, 600_000, 3 * 86_400_000];
const AT_ONCE = 3;

async function crashes(seeds: number): Promise<Row> {
  const cases: CrashCase[] = [];
  for (let seed = 0; seed < seeds; seed += 1)
    for (const point of KILL_POINTS)
      for (const platform of ["slack", "discord"] as const)
        for (const laterMs of LATER) cases.push({ point, platform, laterMs, seed });
  let done = 0;
  const sum = { killed: 0, lost: 0, twice: 0, stored: 0 };
  await atMost(AT_ONCE, cases, async (one) => {
    // A life that could not begin or end is a promise that was not shown to be kept, and no reason to stop.
    const result = await crash(one).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      return { killed: false, lost: 0, twice: 0, stored: 0 };
    });
    if (result.lost + result.twice > 0 || !result.killed) console.error(JSON.stringify({ ...one, ...result }));
    done += 1;
    if (done % 20 === 0) console.error(`D1: ${done} of ${cases.length}`);
    sum.killed += result.killed ? 1 : 0;
    sum.lost += result.lost;
    sum.twice += result.twice;
    sum.stored += result.stored;
  });
  return {
    id: "D1",
    promise: `SIGKILL at ${KILL_POINTS.length} points x 2 platforms x restart after 0, 30 s, 10 min, 3 d x ${seeds} seeds; every odd seed is killed again while it mends`,
    measured: `${sum.killed} of ${cases.length} killed; ${sum.stored} stored, ${sum.lost} lost, ${sum.twice} twice`,
    bound: "0 lost, 0 twice",
    ok: sum.killed === cases.length && sum.lost + sum.twice === 0,
  };
}

async function yearOfFaults(quick: boolean): Promise<Row> {
  const bound = "0 lost, 0 twice, 0 missed reminders, 0 false events, memory at most 1.2x";
  const promise =
    "one virtual year, all recorded timelines, 40 faults a day: bad answers, 429, 5xx, lost answers, refusals, a restart and a kill at a write every day";
  if (!canSoak())
    return { id: "soak", promise, measured: "left out: no recordings beside the project", bound, ok: true };
  const result = await soak({
    days: quick ? 120 : 365,
    channels: quick ? 10 : 200,
    faultsPerDay: 40,
    seed: 1,
    log: (line) => console.error(`soak: ${line}`),
  });
  for (const example of result.examples) console.error(example);
  const { lost, twice, missedReminders, falseEvents, memory } = result;
  return {
    id: "soak",
    promise,
    measured:
      `${result.days} days, ${result.channels} channels, ${result.faults} faults, ${result.told} told: ${lost} lost, ${twice} twice, ` +
      `${missedReminders} missed reminders, ${falseEvents} false events, memory ${memory.toFixed(2)}x, ${result.seconds.toFixed(0)} s`,
    bound,
    ok: result.told > 0 && lost + twice + missedReminders + falseEvents === 0 && memory <= 1.2,
  };
}

function print(row: Row): void {
  console.log(`| ${row.id} | ${row.promise} | ${row.measured} | ${row.bound} | ${row.ok ? "yes" : "**NO**"} |`);
}

const { values } = readOptions("torture -- [--seeds N] [--quick] [--only D1,soak]", {
  options: {
    seeds: { type: "string", default: "2" },
    quick: { type: "boolean", default: false },
    only: { type: "string" },
  },
});
const wanted = values.only?.split(",");
const jobs: { id: string; run: () => Promise<Row> }[] = [
  { id: "D1", run: () => crashes(values.quick ? 1 : Number(values.seeds)) },
  ...TESTED.map((row) => ({ id: row.id, run: () => runTested(row) })),
  { id: "soak", run: () => yearOfFaults(values.quick) },
];
known(
  "promise",
  wanted ?? [],
  jobs.map((job) => job.id),
);
if (!/^[1-9]\d*$/.test(values.seeds)) wrong(`--seeds "${values.seeds}" is no number; write a whole one from 1, like 2`);
console.log("| # | Promise | Measured | Bound | Kept |\n|---|---|---|---|---|");
let kept = true;
for (const job of jobs) {
  if (wanted !== undefined && !wanted.includes(job.id)) continue;
  const row = await job.run();
  print(row);
  kept &&= row.ok;
}
process.exitCode = kept ? 0 : 1;
