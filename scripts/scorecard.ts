import { loadFamilies } from "../src/ingest/index.ts";
import { malformedRows, newsRows, timelineRows } from "./scorecard/others.ts";
import { known, readOptions } from "./options.ts";
import { genericRows, pageRows } from "./scorecard/pages.ts";
import { hasShared, type Row, SHARED } from "./scorecard/shared.ts";

const GROUPS = ["pages", "generic", "news", "malformed", "timelines"] as const;

/**
 * `npm run scorecard [-- --verbose] [--only GROUP]`: how well Sundown reads, on recorded pages. Exit 1 when a bar is not
 * reached.
 */
async function main(): Promise<number> {
  const { values } = readOptions("scorecard -- [--verbose] [--only GROUP]", {
    options: { verbose: { type: "boolean", default: false }, only: { type: "string" } },
  });
  const { verbose, only = null } = values;
  known("group", only === null ? [] : [only], GROUPS);
  if (!hasShared()) {
    console.error(`the recorded pages are not here (${SHARED}); nothing was measured`);
    return 0;
  }
  const families = await loadFamilies();
  const groups: Record<(typeof GROUPS)[number], () => Promise<Row[]>> = {
    pages: () => pageRows(families, verbose),
    generic: () => genericRows(families, verbose),
    news: () => newsRows(verbose),
    malformed: () => malformedRows(),
    timelines: () => timelineRows(verbose),
  };
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(groups))
    if (only === null || only === name) rows.push(...(await measure()));
  const width = (pick: (row: Row) => string) => Math.max(...rows.map((row) => pick(row).length));
  const columns = [width((row) => row.group), width((row) => row.name), width((row) => row.measured)] as const;
  for (const row of rows)
    console.log(
      `${row.ok ? "ok  " : "FAIL"}  ${row.group.padEnd(columns[0])}  ${row.name.padEnd(columns[1])}  ${row.measured.padEnd(columns[2])}  ${row.bar}`,
    );
  const failed = rows.filter((row) => !row.ok).length;
  console.log(`${rows.length - failed} of ${rows.length} bars reached`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main();
