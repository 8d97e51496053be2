import { readdir } from "node:fs/promises";
import { known, readOptions } from "../scripts/options.ts";

/** Files of this folder that hold no rows. */
const NOT_ROWS = new Set(["main.ts", "measure.ts", "events.ts", "pipeline.ts", "memory-child.ts", "child.ts"]);

/** One ratio measured in one run, against its bound. */
type Ratio = { name: string; ratio: number; bound: number; ok: boolean };

/** `npm run bench [-- NAME ...]`: the files of this folder, each with its `run`. Exit 1 when a bound is passed. */
async function main(wanted: string[]): Promise<number> {
  const files = (await readdir(new URL(".", import.meta.url))).filter(
    (file) => file.endsWith(".ts") && !NOT_ROWS.has(file),
  );
  const names = files.map((file) => file.slice(0, -3)).sort();
  known("bench", wanted, names);
  let failed = 0;
  for (const name of wanted.length > 0 ? wanted : names) {
    const { run }: { run: () => Promise<Ratio[]> } = await import(new URL(`${name}.ts`, import.meta.url).href);
    for (const one of await run()) {
      if (!one.ok) failed += 1;
      console.log(
        `${one.ok ? "ok  " : "FAIL"}  ${name.padEnd(8)} ${one.name}: ${one.ratio.toFixed(2)} (bound ${one.bound})`,
      );
    }
  }
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main(readOptions("bench -- [NAME ...]", { allowPositionals: true }).positionals);
