import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Between which two steps the process dies. `looked` is inside a look into a channel's past, after an earlier crash. */
export const KILL_POINTS = [
  "fetched",
  "read",
  "uncommitted",
  "committed",
  "marked",
  "cursor",
  "claimed",
  "sending",
  "stored",
  "recorded",
] as const;
export type KillPoint = (typeof KILL_POINTS)[number] | "looked";

/** One life of the child. */
export type Life = {
  path: string;
  oracle: string;
  platform: "slack" | "discord";
  channels: number;
  page: string;
  clock: string;
  began: string;
  seed: number;
  kill: { point: KillPoint; passage: number } | null;
};

export type CrashCase = { point: KillPoint; platform: Life["platform"]; laterMs: number; seed: number };
export type CrashResult = { killed: boolean; lost: number; twice: number; stored: number };

const BEGAN = "2026-03-01T10:00:00Z";
const CHANNELS = 3;
/** How long the oracle remembers a nonce. */
const NONCE_MS = 120_000;
/** What stands for "at once": a child that is started again takes part of a second. */
const DAYS = (from: string, days: number) => Temporal.PlainDate.from(from.slice(0, 10)).add({ days }).toString();

function pageOf(models: readonly (readonly [string, string])[]): string {
  const rows = models.map(([model, day]) => `| ${day} | \`${model}\` | \`gpt-9\` |`);
  return [
    "# Deprecations",
    "Each deprecated model, the day of its shutdown, and what to use instead.",
    "",
    "## 2026-01-12: Older models",
    "",
    "| Shutdown date | Deprecated model | Recommended replacement |",
    "| --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

/** A model that is known from the start and whose 30-day reminder comes due two days later. */
const KNOWN = ["gpt-6-early", DAYS(BEGAN, 32)] as const;
const FIRST = pageOf([KNOWN]);
const NEWS = pageOf([KNOWN, ["gpt-7-preview", "2026-12-01"], ["gpt-7-audio", "2026-12-08"]]);

/**
 * A silent baseline, then a life that is killed on its way from the news to its record, then (with an odd seed) one more
 * that is killed while it mends, then one that ends well. What the platform stored is compared with what it should have.
 */
export async function crash({ point, platform, laterMs, seed }: CrashCase): Promise<CrashResult> {
  const oracle = await startOracle();
  const folder = await mkdtemp(join(tmpdir(), "sundown-torture-"));
  const life = (clockMs: number, more: Partial<Life>): Life => ({
    path: join(folder, "store.db"),
    oracle: oracle.url,
    platform,
    channels: CHANNELS,
    page: NEWS,
    clock: new Date(Date.parse(BEGAN) + clockMs).toISOString(),
    began: BEGAN,
    seed,
    kill: null,
    ...more,
  });
  try {
    const minute = 60_000;
    await live(life(0, { page: FIRST }));
    const passage = ["claimed", "sending", "stored", "recorded"].includes(point) ? 1 + (seed % CHANNELS) : 1;
    const killed = (await live(life(minute, { kill: { point, passage } }))) === "SIGKILL";
    const again = [...KILL_POINTS, "looked" as const][(seed * 7) % (KILL_POINTS.length + 1)] ?? "looked";
    const mended = minute + 2000 + laterMs;
    if (seed % 2 === 1) await live(life(mended, { kill: { point: again, passage: 1 } }));
    const last = await live(life(mended + 2000, {}));
    if (last !== 0) throw new Error(`the last life ended with ${last}`);
    const days = (minute + laterMs) / 86_400_000;
    const meanings = 2 + (days >= 1.96 ? 1 : 0);
    const told = oracle.stored.flatMap((one) => one.told.map((meaning) => `${one.channel} ${meaning}`));
    const distinct = new Set(told).size;
    return {
      killed,
      lost: meanings * CHANNELS - distinct,
      twice: told.length - distinct,
      stored: oracle.stored.length,
    };
  } finally {
    await oracle.close();
    await rm(folder, { recursive: true, force: true });
  }
}

type Asked = { channel: string; key: string; kind?: string; at: number; told: string[] };

/** A platform that outlives its clients: what it stored is the truth. */
async function startOracle() {
  const stored: Asked[] = [];
  const server = createServer((request, response) => {
    void read(request).then((asked) => {
      const twin = stored.findLast((one) => one.key === asked.key && one.channel === asked.channel);
      if (request.url === "/find") {
        response.end(JSON.stringify(twin ? { outcome: "found", message_id: twin.key } : { outcome: "absent" }));
        return;
      }
      const remembered = asked.kind === "nonce" && twin !== undefined && asked.at - twin.at < NONCE_MS;
      if (!remembered) stored.push(asked);
      response.end(JSON.stringify({ outcome: "sent", message_id: asked.key }));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    stored,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString()) as Asked;
}

async function live(life: Life): Promise<number | NodeJS.Signals | null> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "child.ts"), JSON.stringify(life)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const limit = setTimeout(() => child.kill("SIGTERM"), 30_000);
  const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  clearTimeout(limit);
  return signal ?? code;
}
