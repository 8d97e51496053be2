import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { atMost, type Measured } from "./measure.ts";

/** Only the two SDKs, against everything that `npm start` loads before the bot may work, both platforms with it. */
const BARE = 'await Promise.all([import("@slack/bolt"), import("discord.js")]);';
const OURS =
  'await Promise.all(["process", "app", "platforms/slack/index", "platforms/discord/index"].map((name) => import(`#src/${name}.ts`)));' +
  'await (await import("#src/ingest/families.ts")).loadFamilies(); await (await import("#src/messages/index.ts")).loadMessages();';
const KEEP = '(await import("#src/lib/compile-cache.ts")).keepCompiled();';
const TELL = "const used = process.cpuUsage(); console.log((used.user + used.system) / 1000); process.exit(0);";
const ROOT = new URL("..", import.meta.url);
const NOTHING_KEPT = { NODE_DISABLE_COMPILE_CACHE: "1" };

async function childCpu(work: string, environment: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", `${work} ${TELL}`], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let told = "";
  child.stdout.on("data", (chunk: Buffer) => (told += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`a child of the bench ended with ${code} on ${cpus().length} processors`);
  return Number(told);
}

/** CPU time of fresh processes, turn by turn; the least of each, since noise only adds. */
export async function run(): Promise<Measured[]> {
  // What `npm ci` does at its end.
  spawnSync(process.execPath, ["scripts/warm.ts"], { cwd: ROOT, stdio: "inherit" });
  const turns: (() => Promise<number>)[] = [
    () => childCpu(BARE, NOTHING_KEPT),
    () => childCpu(KEEP + BARE),
    () => childCpu(KEEP + OURS),
    () => childCpu(OURS, NOTHING_KEPT),
  ];
  const least = turns.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < 7; round += 1)
    for (const [at, turn] of turns.entries()) least[at] = Math.min(least[at] ?? 0, await turn());
  const [bare = 0, bareKept = 0, ours = 0, oursBare = 0] = least;
  return [
    atMost("Cold start after npm ci, both platforms, against the two SDKs' own import", ours / bare, 1.2),
    atMost("The same, against the SDKs with what Node keeps of them as well", ours / bareKept, 1.2),
    atMost("The same where nothing can be kept, on either side", oursBare / bare, 1.2),
  ];
}
