import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChildOptions } from "./child.ts";

type Asked = { channel: string; key: string; kind?: string; at: number };

/** A platform behind HTTP that outlives the processes of a test: what it stored is the truth. */
export async function startOracle() {
  const stored: Asked[] = [];
  const server = createServer((request, response) => {
    void read(request).then((asked) => {
      const twin = stored.find((each) => each.key === asked.key && each.channel === asked.channel);
      if (request.url === "/find") {
        response.end(
          JSON.stringify(twin === undefined ? { outcome: "absent" } : { outcome: "found", message_id: twin.key }),
        );
        return;
      }
      // Two minutes is how long this platform remembers a nonce.
      const remembered = asked.kind === "nonce" && twin !== undefined && asked.at - twin.at < 120_000;
      if (!remembered) stored.push(asked);
      response.end(JSON.stringify({ outcome: "sent", message_id: asked.key }));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address() as AddressInfo;
  const folder = await mkdtemp(join(tmpdir(), "sundown-outbox-"));
  return {
    stored,
    url: `http://127.0.0.1:${address.port}`,
    path: join(folder, "store.db"),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  const asked: Asked = JSON.parse(body);
  return asked;
}

/** Starts the child and waits for its end: its exit code, or the signal that killed it. */
export async function runChild(options: ChildOptions): Promise<number | NodeJS.Signals | null> {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, "child.ts"), JSON.stringify(options)],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  const limit = setTimeout(() => child.kill("SIGKILL"), 60_000);
  const [code, signal]: [number | null, NodeJS.Signals | null] = await new Promise((resolve) =>
    child.once("exit", (...ended) => resolve(ended)),
  );
  clearTimeout(limit);
  return signal ?? code;
}
