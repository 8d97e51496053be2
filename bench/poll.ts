import Parser from "rss-parser";
import { Agent, request } from "undici";
import { manualClock, systemClock } from "#src/core/clock.ts";
import { createFetcher } from "#src/ingest/index.ts";
import { parseFeed } from "#src/parse/index.ts";
import { startChild } from "./child.ts";
import { START } from "./events.ts";
import { atMost, type Measured, ratioOf } from "./measure.ts";
import { pipelineFor, specsOf } from "./pipeline.ts";

/** A made-up feed of about 257 KB. */
function feed(): string {
  const item = (n: number) =>
    `<item><title>acme-model-${n} retires</title><guid>g-${n}</guid><pubDate>Tue, 02 Jun 2026 10:00:00 GMT</pubDate>` +
    `<link>https://acme.example/${n}</link><description>&lt;p&gt;${"Some words of a note. ".repeat(20)}&lt;/p&gt;</description></item>\n`;
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Acme</title>${Array.from({ length: 388 }, (_, n) => item(n)).join("")}</channel></rss>`;
}

/** Answers with the feed from its standard input, or 304 to whoever has it. */
const SERVER = `import { createServer } from "node:http";
  let body = "";
  for await (const chunk of process.stdin) body += chunk;
  const server = createServer((asked, response) => {
    if (asked.headers["if-none-match"] === '"1"') response.writeHead(304).end();
    else response.writeHead(200, { "content-type": "application/rss+xml", etag: '"1"' }).end(body);
  });
  server.listen(0, "127.0.0.1", () => {
    console.log(JSON.stringify({ url: "http://127.0.0.1:" + server.address().port + "/feed.xml" }));
  });`;

/**
 * What a poll costs, over loopback, from a server in a process of its own: a whole unchanged one against a bare conditional
 * request of the same client, and a changed feed, fetched safely and parsed, against rss-parser alone on a string.
 */
export async function run(): Promise<Measured[]> {
  const body = feed();
  const { told, child } = await startChild(SERVER, body);
  const url = told["url"] ?? "";
  const fetcher = createFetcher({ clock: systemClock, allowPrivate: true });
  const dispatcher = new Agent();
  const parser = new Parser();
  const specs = specsOf(1).map((one) => ({ ...one, url }));
  const clock = manualClock(START);
  const { store, poll } = await pipelineFor(specs, clock, (request) => fetcher.fetchSource(request));
  /** The whole of it: is it due, what was the validator, fetch, judge, and the cursor in the store. */
  const unchanged = async () => {
    clock.advance(2 * 3_600_000);
    const outcome = await poll(specs[0]);
    if (outcome?.outcome !== "good" || outcome.changed) throw new Error("the bench's poll should have been unchanged");
  };
  await poll(specs[0]);
  const bare = async () => {
    const answer = await request(url, { dispatcher, headers: { "if-none-match": '"1"' } });
    await answer.body.dump();
  };
  const changed = async () => {
    const answer = await fetcher.fetchSource({ url });
    if (answer.kind !== "body") throw new Error("the bench's server should have sent the feed");
    await parseFeed(answer.text);
  };
  try {
    return [
      atMost("Unchanged poll against a bare 304, nothing parsed", await ratioOf(unchanged, bare), 2),
      atMost(
        `Changed ${Math.round(body.length / 1000)} KB feed, safe fetch and parse, against rss-parser alone`,
        await ratioOf(changed, () => parser.parseString(body)),
        1.3,
      ),
    ];
  } finally {
    await store.close();
    await fetcher.close();
    await dispatcher.destroy();
    child.kill();
  }
}
