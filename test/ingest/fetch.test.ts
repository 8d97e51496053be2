import assert from "node:assert/strict";
import { createServer, type RequestListener, type Server } from "node:http";
import { after, test } from "node:test";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { manualClock } from "#src/core/clock.ts";
import { createFetcher } from "#src/ingest/index.ts";

const clock = manualClock("2027-01-01T00:00:00Z");
const fetcher = createFetcher({ clock, allowPrivate: true, timeoutMs: 900 });
const servers: Server[] = [];
after(async () => {
  await fetcher.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

const reasonOf = (result: Awaited<ReturnType<typeof fetcher.fetchSource>>) =>
  result.kind === "failed" ? result.reason : `not a failure: ${result.kind}`;

test("every content encoding is decoded, with validators and content type", async () => {
  const text = "é".repeat(1_000);
  const bodies: Record<string, Buffer> = {
    identity: Buffer.from(text),
    gzip: gzipSync(text),
    deflate: deflateSync(text),
    raw: deflateRawSync(text),
    br: brotliCompressSync(text),
    zstd: zstdCompressSync(text),
    "gzip, br": brotliCompressSync(gzipSync(text)),
  };
  const base = await serve((request, response) => {
    const name = decodeURIComponent(request.url?.slice(1) ?? "");
    const encoding = name === "raw" ? "deflate" : name;
    response.writeHead(200, {
      "content-encoding": encoding,
      "content-type": "text/plain",
      etag: '"1"',
      "last-modified": "x",
    });
    response.end(bodies[name]);
  });
  for (const name of Object.keys(bodies)) {
    const result = await fetcher.fetchSource({ url: `${base}/${encodeURIComponent(name)}` });
    assert.ok(result.kind === "body", `${name}: ${reasonOf(result)}`);
    assert.equal(result.text, text, name);
    assert.deepEqual([result.etag, result.lastModified, result.contentType], ['"1"', "x", "text/plain"]);
  }
});

test("an unchanged page is a 304 for its validators; one that nobody asked for is a failure", async () => {
  const base = await serve((request, response) => {
    response.writeHead(request.headers["if-none-match"] === '"1"' || request.url === "/odd" ? 304 : 200).end();
  });
  assert.deepEqual(await fetcher.fetchSource({ url: `${base}/`, etag: '"1"' }), {
    kind: "not-modified",
    url: `${base}/`,
  });
  assert.equal(reasonOf(await fetcher.fetchSource({ url: `${base}/odd` })), "the server answered 304");
});

test("a decompression bomb stops at 5 MiB and costs at most 32 MB", async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
  const nested = gzipSync(bomb);
  const base = await serve((request, response) => {
    const twice = request.url === "/twice";
    response.writeHead(200, { "content-encoding": twice ? "gzip, gzip" : "gzip" }).end(twice ? nested : bomb);
  });
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  for (const path of ["/once", "/twice"]) {
    assert.match(reasonOf(await fetcher.fetchSource({ url: base + path })), /larger than 5242880 bytes/);
  }
  const extra = (process.memoryUsage().rss - before) / 1024 / 1024;
  console.log(`two decompression bombs of 200 MB: ${extra.toFixed(1)} MB extra memory`);
  assert.ok(extra < 32, `${extra} MB`);
});

test("an endless, a slow and a cut body end in a failure in time", async () => {
  const base = await serve((request, response) => {
    if (request.url === "/endless") {
      const chunk = Buffer.alloc(65_536, 97);
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on("drain", more);
      more();
    } else if (request.url === "/slow") {
      response.write("a");
      const timer = setInterval(() => response.write("a"), 100);
      response.on("close", () => clearInterval(timer));
    } else if (request.url === "/silent") {
      setTimeout(() => response.destroy(), 5_000).unref();
    } else if (request.url === "/cut") {
      response.writeHead(200, { "content-length": "1000" });
      response.write("half");
      setTimeout(() => response.destroy(), 20);
    } else {
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("x".repeat(10_000)).subarray(0, 30));
    }
  });
  assert.match(reasonOf(await fetcher.fetchSource({ url: `${base}/endless` })), /larger than/);
  for (const path of ["/slow", "/silent"]) {
    const started = performance.now();
    assert.match(reasonOf(await fetcher.fetchSource({ url: base + path })), /within 0.9 s/);
    assert.ok(performance.now() - started < 3_000);
  }
  for (const path of ["/cut", "/cut-gzip"]) {
    const result = await fetcher.fetchSource({ url: base + path });
    assert.equal(result.kind, "failed", path);
  }
});

test("redirects: followed by hand, at most 5, checked each, no token to another host", async () => {
  const seen: (string | undefined)[] = [];
  const other = await serve((request, response) => {
    seen.push(request.headers.authorization);
    response.end("other");
  });
  const base = await serve((request, response) => {
    const path = request.url ?? "";
    if (path === "/away") response.writeHead(302, { location: `${other}/x` }).end();
    else if (path === "/metadata") response.writeHead(302, { location: "http://169.254.169.254/latest" }).end();
    else if (path === "/file") response.writeHead(302, { location: "file:///etc/passwd" }).end();
    else if (path === "/loop") response.writeHead(301, { location: "/loop" }).end();
    else if (path.startsWith("/hop")) {
      const left = Number(path.slice(4));
      if (left === 0) response.end(`auth: ${request.headers.authorization}`);
      else response.writeHead(307, { location: `/hop${left - 1}` }).end("moved");
    }
  });
  const away = await fetcher.fetchSource({ url: `${base}/away`, bearer: "secret-token" });
  assert.ok(away.kind === "body" && away.url === `${other}/x`);
  assert.deepEqual(seen, [undefined]);
  const five = await fetcher.fetchSource({ url: `${base}/hop5`, bearer: "secret-token" });
  assert.ok(five.kind === "body" && five.text === "auth: Bearer secret-token");
  assert.match(reasonOf(await fetcher.fetchSource({ url: `${base}/hop6` })), /more than 5 redirects/);
  assert.match(reasonOf(await fetcher.fetchSource({ url: `${base}/loop` })), /more than 5 redirects/);
  assert.match(reasonOf(await fetcher.fetchSource({ url: `${base}/metadata` })), /^refused: .*linkLocal/);
  assert.match(reasonOf(await fetcher.fetchSource({ url: `${base}/file` })), /^refused: file:/);
});

test("a name that resolves to a public address first and a private one at dial time is refused", async () => {
  let asked = 0;
  const rebinding = createFetcher({
    clock,
    timeoutMs: 1_000,
    resolve: () => {
      asked += 1;
      return Promise.resolve([asked === 1 ? "192.0.2.7" : "127.0.0.1"]);
    },
  });
  const base = await serve((_, response) => void response.end("inside"));
  const url = `http://rebind.example:${new URL(base).port}/`;
  for (let turn = 0; turn < 3; turn += 1) assert.match(reasonOf(await rebinding.fetchSource({ url })), /^refused: /);
  await rebinding.close();
});

test("the checked address is the one that is dialled, with the name kept for the server", async () => {
  const named = createFetcher({ clock, allowPrivate: true, resolve: () => Promise.resolve(["127.0.0.1"]) });
  const base = await serve((request, response) => void response.end(request.headers.host));
  const { port } = new URL(base);
  const result = await named.fetchSource({ url: `http://docs.acme.example:${port}/` });
  assert.ok(result.kind === "body");
  assert.equal(result.text, `docs.acme.example:${port}`);
  await named.close();
});

test("errors carry their status and the pause that the server asks for, at most a day", async () => {
  const pauses: Record<string, string> = {
    "/s": "120",
    "/d": "Fri, 01 Jan 2027 00:01:00 GMT",
    "/y": "99999999",
    "/x": "soon",
  };
  const base = await serve((request, response) => {
    response.writeHead(429, { "retry-after": pauses[request.url ?? ""] }).end("slow down");
  });
  const pause = async (path: string) => {
    const result = await fetcher.fetchSource({ url: base + path });
    assert.ok(result.kind === "failed" && result.status === 429);
    return result.retryAfterMs;
  };
  assert.equal(await pause("/s"), 120_000);
  assert.equal(await pause("/d"), 60_000);
  assert.equal(await pause("/y"), 86_400_000);
  assert.equal(await pause("/x"), null);
  assert.match(reasonOf(await fetcher.fetchSource({ url: "http://127.0.0.1:1/" })), /ECONNREFUSED/);
});
