import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { atMost, type Measured } from "./measure.ts";

/** Only the two SDKs, against everything that the bot loads before it may start, both platforms with it. */
const BARE = 'await Promise.all([import("@slack/bolt"), import("discord.js")]);';
const OURS =
  'await import("#src/app.ts"); await Promise.all([import("#src/platforms/slack/index.ts"), import("#src/platforms/discord/index.ts")]);' +
  'const { loadFamilies } = await import("#src/ingest/index.ts"); await loadFamilies();';
const TELL = "const used = process.cpuUsage(); console.log((used.user + used.system) / 1000); process.exit(0);";

async function childCpu(work: string): Promise<number> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", `${work} ${TELL}`], {
    cwd: new URL("..", import.meta.url),
    stdio: ["ignore", "pipe", "inherit"],
  });
  let told = "";
  child.stdout.on("data", (chunk: Buffer) => (told += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`a child of the bench ended with ${code} on ${cpus().length} processors`);
  return Number(told);
}

/** CPU time of fresh processes, turn by turn. */
export async function run(): Promise<Measured[]> {
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < 5; round += 1) {
    ours.push(await childCpu(OURS));
    bare.push(await childCpu(BARE));
  }
  return [
    atMost(
      "Cold start with both platforms against the two SDKs' own import",
      Math.min(...ours) / Math.min(...bare),
      1.2,
    ),
  ];
}
