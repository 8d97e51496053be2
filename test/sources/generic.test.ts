import assert from "node:assert/strict";
import { test } from "node:test";
import alibaba from "#src/sources/alibaba-deprecations.ts";
import generic from "#src/sources/generic.ts";
import { lines, page } from "../read/support.ts";

test("JSON is read by the meaning of its keys", async () => {
  const data = {
    data: [
      {
        id: "lynx-1",
        display_name: "Lynx 1",
        lifecycle: { deprecation_date: "2026-10-01", shutdown_date: "2027-01-05T00:00:00Z" },
        replaced_by: "lynx-2",
      },
      { id: "lynx-2", display_name: "Lynx 2", lifecycle: { shutdown_date: null } },
      { id: "lynx-3", lifecycle: { shutdown_date: "2098-12-31" } },
    ],
  };
  const { facts } = await generic.read(page(JSON.stringify(data)));
  assert.deepEqual(lines(facts), [
    "!lynx-1 | - 2026-10-01 2027-01-05 | lynx-2",
    "lynx-2 | - - - |",
    "lynx-3 | - - - |",
  ]);
});

test("an object keyed by model, with the provider in each entry", async () => {
  const data = {
    "lynx-1": { provider: "groq", deprecation_date: "2027-02-01" },
    "lynx-2": { provider: "Amazon Bedrock", deprecation_date: "2027-03-01" },
  };
  const { facts } = await generic.read(page(JSON.stringify(data), { provider: "unknown", surface: "unknown" }));
  assert.deepEqual(
    facts.map((fact) => [fact.provider, fact.surface, fact.model_id, fact.shutdown]),
    [
      ["groq", "groq", "lynx-1", "2027-02-01"],
      ["aws", "bedrock", "lynx-2", "2027-03-01"],
    ],
  );
});

test("YAML", async () => {
  const text = "models:\n  - model: lynx-1\n    retirement_date: 2027-01-05\n    replacement: lynx-2\n";
  const { facts } = await generic.read(page(text, { form: "yaml" }));
  assert.deepEqual(lines(facts), ["!lynx-1 | - - 2027-01-05 | lynx-2"]);
});

test("a page that does not say whose models it lists gives a problem and no facts", async () => {
  const text = "# D\n\n| Model | Shutdown date |\n| --- | --- |\n| `lynx-1` | 2027-01-05 |\n";
  const { facts, problems } = await generic.read(page(text, { provider: "unknown", surface: "unknown" }));
  assert.deepEqual(facts, []);
  assert.equal(problems.length, 1);
});

test("a tracker's feed of changed fields: only what a field changed to counts, the newest item first", async () => {
  const item = (day: string, text: string) =>
    `<item><title>Update ${day}</title><pubDate>${day} 08:00:00 GMT</pubDate><description>&lt;ul&gt;&lt;li&gt;${text}&lt;/li&gt;&lt;/ul&gt;</description></item>`;
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Groq model updates</title>${item("02 Nov 2026", "**Lynx 4**: Release status changed from 'Closing down: 2026-12-01' to 'Closing down: 2026-12-15'")}${item("01 Nov 2026", "**Lynx 4**: Release status changed from 'GA' to 'Closing down: 2026-12-01'")}${item("01 Nov 2026", "**Lynx 5**: Multiplier changed from '1' to '2'")}</channel></rss>`;
  const { facts } = await generic.read(page(feed, { provider: "unknown", surface: "unknown", trust: "second-hand" }));
  assert.deepEqual(lines(facts), ["!Lynx 4 | - - 2026-12-15 |"]);
  assert.equal(facts[0]?.surface, "groq");
  assert.equal(facts[0]?.evidence.trust, "second-hand");
});

test("an instant that is midnight in Beijing is that civil day", async () => {
  const text =
    "# Offline\n\n| Model | Offline time |\n| --- | --- |\n| crane-1-max | 2027-01-14T16:00:00Z |\n| crane-1-plus | 2027-01-15 00:00 (UTC+8) |\n";
  const { facts } = await alibaba.read(page(text));
  assert.deepEqual(lines(facts), ["!crane-1-max | - - 2027-01-15 |", "!crane-1-plus | - - 2027-01-15 |"]);
});

test("notes and dated entries in sentences", async () => {
  const text = `# Models

> \`lynx-latest\` was officially discontinued on January 28, 2026. Please use \`lynx-3\`.

The \`lynx-2\` series will be shut down on March 3, 2027.

| Model | Description |
| --- | --- |
| \`lynx-2-8k\` | Short texts |
| \`lynx-2-32k\` | Long texts |
| \`lynx-3\` | The newest |
`;
  const { facts } = await generic.read(page(text));
  assert.deepEqual(lines(facts), [
    "!lynx-2-32k | - - 2027-03-03 |",
    "!lynx-2-8k | - - 2027-03-03 |",
    "!lynx-latest | - - 2026-01-28 | lynx-3",
    "lynx-3 | - - - |",
  ]);
});

test("a page that shows nothing without its scripts is read from the data that it brings along", async () => {
  const rows = [
    { model: "lynx-1", shutdown_date: "2027-03-03", replacement: "lynx-2" },
    { model: "lynx-2", shutdown_date: null, replacement: null },
  ];
  const flight = `4:["$","main",null,{"children":[["$","$L2",null,{"rows":${JSON.stringify(rows)}}]]}]\n`;
  const shell = (script: string) =>
    `<!doctype html><html><body><nav><a href="/">Home</a></nav><h1>Model ends</h1>${script}</body></html>`;
  const scripts = [
    `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { rows } } })}</script>`,
    `<script>window.__INITIAL_STATE__ = ${JSON.stringify({ catalog: { rows } })};</script>`,
    `<script>self.__next_f.push(${JSON.stringify([1, flight.slice(0, 60)])})</script><script>self.__next_f.push(${JSON.stringify([1, flight.slice(60)])})</script>`,
  ];
  for (const script of scripts) {
    const { facts } = await generic.read(page(shell(script)));
    assert.deepEqual(lines(facts), ["!lynx-1 | - - 2027-03-03 | lynx-2"], script);
  }
});

test("what the page itself tells wins over the data that it brings along", async () => {
  const table = "<table><tr><th>Model</th><th>Shutdown</th></tr><tr><td>lynx-1</td><td>2027-05-05</td></tr></table>";
  const state = '<script>window.__STATE__ = {"rows":[{"model":"lynx-1","shutdown_date":"2027-03-03"}]}</script>';
  const { facts } = await generic.read(page(`<!doctype html><html><body>${table}${state}</body></html>`));
  assert.deepEqual(
    facts.map((fact) => fact.shutdown),
    ["2027-05-05"],
  );
});

test("objects that nest deeply in one another tell nothing, and end", { timeout: 60_000 }, async () => {
  let data: object = { "lynx-1": {}, "lynx-2": {} };
  for (let depth = 0; depth < 60; depth += 1) data = { "lynx-1": data, "lynx-2": {} };
  const { facts } = await generic.read(page(JSON.stringify({ models: data })));
  assert.deepEqual(facts, []);
});

test("a house that serves a model until a day, and an endpoint, are no end of a model", async () => {
  const text = [
    "# Regions",
    "",
    "| Data centre | Model | Served until |",
    "|---|---|---|",
    "| Oslo | `lynx-chat-1` | 2027-03-03 |",
    "| Dublin | `lynx-chat-1` | 2027-06-03 |",
    "",
    "The `lynx-chat-9` endpoint in Osaka will be shut down on June 30, 2027.",
  ].join("\n");
  const { facts } = await generic.read(page(text));
  assert.deepEqual(
    facts.filter((fact) => fact.kind === "model" && fact.scheduled),
    [],
  );
});

test("advice in a note names the replacement, in German and for embeddings too", async () => {
  const text = [
    "| Modell | Abschaltung | Hinweis |",
    "|---|---|---|",
    "| `lynx-chat-1` | 2027-03-03 | Bitte verwenden Sie `lynx-chat-2`. |",
    "| `lynx-embed-1` | 2027-03-03 | Re-embed with lynx-embed-2 |",
    "",
    "- `lynx-rank-1` retires on March 3, 2027. Re-embed with `lynx-rank-2`.",
  ].join("\n");
  const { facts } = await generic.read(page(text));
  assert.deepEqual(
    facts.map((fact) => fact.replacements),
    [["lynx-chat-2"], ["lynx-embed-2"], ["lynx-rank-2"]],
  );
});

test("a card says of its model what it leaves out, on a page that knows no end but the deprecation", async () => {
  const text =
    '# Model deprecations\n\n<Card title="lynx-chat-1">\nDeprecated on March 3, 2027. Use `lynx-chat-2`.\n</Card>\n';
  const { facts } = await generic.read(page(text));
  assert.deepEqual(
    facts.map((fact) => [fact.model_id, fact.shutdown, fact.replacements.join()]),
    [["lynx-chat-1", "2027-03-03", "lynx-chat-2"]],
  );
});
