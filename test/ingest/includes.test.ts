import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { after, test } from "node:test";
import { manualClock } from "#src/core/clock.ts";
import { createFetcher, examine, fetchWithIncludes, loadFamilies } from "#src/ingest/index.ts";

const fetcher = createFetcher({ clock: manualClock("2027-01-01T00:00:00Z"), allowPrivate: true, timeoutMs: 2_000 });
const servers: Server[] = [];
const asked: string[] = [];
after(async () => {
  await fetcher.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(files: Record<string, string>): Promise<string> {
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const text = files[request.url ?? ""];
    response.writeHead(text === undefined ? 404 : 200, { "content-type": "text/plain", etag: '"1"' });
    response.end(text);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

const fetchPage = (url: string) => fetchWithIncludes({ url }, (request) => fetcher.fetchSource(request));
const shell = (...paths: string[]) =>
  `---\ntitle: Schedule\n---\n\n# Model retirement schedule\n\n${paths.map((path) => `[!INCLUDE [part](${path})]`).join("\n\n")}\n`;
const TABLE =
  "---\ntitle: include file\n---\n\n## Models\n\n| Model | Version | Lifecycle | Retirement date | Replacement |\n|--|--|--|--|--|\n| acme-gpt-9 | 0613 | Deprecated | 2027-03-09 | acme-gpt-10 |\n| acme-gpt-8 | 2 | Retired | 2026-11-02 | acme-gpt-10 |\n";

test("a shell is read with the table that it includes, and without validators of its own", async () => {
  const base = await serve({
    "/docs/concepts/page.md": shell("../includes/table.md"),
    "/docs/includes/table.md": TABLE,
  });
  const page = await fetchPage(`${base}/docs/concepts/page.md`);
  assert.ok(page.kind === "body");
  assert.deepEqual([page.etag, page.lastModified], [null, null]);
  assert.doesNotMatch(page.text, /INCLUDE|include file/);
  const families = await loadFamilies();
  const spec = families.specFor("azure-retirements", { url: `${base}/docs/concepts/page.md` });
  const document = { spec, url: page.url, text: page.text, contentType: page.contentType, at: "2027-01-01T00:00:00Z" };
  const examined = await examine(document, families.familyFor(spec.id));
  assert.ok(examined.sound);
  assert.deepEqual(
    examined.reading.facts.map((fact) => [fact.model_id, fact.version, fact.shutdown, fact.replacements]),
    [
      ["acme-gpt-9", "0613", "2027-03-09", ["acme-gpt-10"]],
      ["acme-gpt-8", "2", "2026-11-02", ["acme-gpt-10"]],
    ],
  );
});

test("a page without includes passes through, and marks inside of code are none", async () => {
  const text = "# Docs\n\n```\n[!INCLUDE [x](secret.md)]\n```\n\nHow to include: use the mark above.\n";
  const base = await serve({ "/page.md": text });
  asked.length = 0;
  const page = await fetchPage(`${base}/page.md`);
  assert.ok(page.kind === "body");
  assert.deepEqual([page.text, page.etag, asked], [text, '"1"', ["/page.md"]]);
});

test("a file that cannot be had, on another host, or too many of them: the poll fails and says why", async () => {
  const many = Array.from({ length: 11 }, (_, index) => `f${index}.md`);
  const base = await serve({
    "/gone.md": shell("missing.md"),
    "/away.md": shell("http://169.254.169.254/latest/meta-data"),
    "/many.md": shell(...many),
  });
  const reason = async (path: string) => {
    const page = await fetchPage(`${base}${path}`);
    return page.kind === "failed" ? page.reason : page.kind;
  };
  assert.match(await reason("/gone.md"), /included file missing\.md cannot be had: the server answered 404/);
  assert.match(await reason("/away.md"), /is on another host/);
  assert.match(await reason("/many.md"), /includes 11 files, at most 10/);
  assert.ok(!asked.includes("/f0.md"), "nothing of a page with too many files is fetched");
});

test("the same file is fetched once, whole files that grow beyond the limit are refused", async () => {
  const base = await serve({
    "/twice.md": shell("a.md", "a.md"),
    "/a.md": "Some words.\n",
    "/large.md": shell("b.md", "c.md"),
    "/b.md": "x\n".repeat(1_400_000),
    "/c.md": "y\n".repeat(1_400_000),
  });
  asked.length = 0;
  const twice = await fetchPage(`${base}/twice.md`);
  assert.ok(twice.kind === "body");
  assert.equal(twice.text.match(/Some words/g)?.length, 2);
  assert.deepEqual(asked, ["/twice.md", "/a.md"]);
  const large = await fetchPage(`${base}/large.md`);
  assert.ok(large.kind === "failed" && /larger than/.test(large.reason));
});
