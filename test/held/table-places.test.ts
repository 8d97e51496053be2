import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** Tables that tell where a model ends: a column for each surface, or a cell that names them. */

const ROWS = [
  ["`acme-4-large`", "2027-03-31", "2027-05-31"],
  ["`acme-4-mini`", "2027-04-30", "—"],
  ["`acme-4-nano`", "stays", "2027-06-30"],
];
const table = (headings: readonly string[], rows: readonly string[][], title = "Model retirements"): string =>
  `# ${title}\n\n| ${headings.join(" | ")} |\n|${headings.map(() => "---").join("|")}|\n${rows
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n")}\n`;
const ends = async (text: string): Promise<string[]> =>
  (await factsOfText(text))
    .filter((fact) => fact.scheduled)
    .map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.surface}`)
    .toSorted();

const PLACES = [
  ["Amazon Bedrock", "Google Cloud", "bedrock", "vertex-ai"],
  ["Azure", "Bedrock", "azure", "bedrock"],
  ["OpenAI API", "ChatGPT", "openai-api", "chatgpt"],
  ["Claude API", "Vertex AI", "anthropic-api", "vertex-ai"],
  ["GitHub Copilot", "GitHub Models", "github-copilot", "github-models"],
  ["On Bedrock", "On Vertex AI", "bedrock", "vertex-ai"],
  ["Bedrock (AWS)", "Vertex AI (Google Cloud)", "bedrock", "vertex-ai"],
  ["Retirement on Azure", "Retirement on Bedrock", "azure", "bedrock"],
  ["Azure shutdown", "Bedrock shutdown", "azure", "bedrock"],
  ["Bedrock EOL", "Vertex EOL", "bedrock", "vertex-ai"],
  ["Removed from ChatGPT", "Removed from the OpenAI API", "chatgpt", "openai-api"],
] as const;

for (const [first, second, one, other] of PLACES)
  test(`"${first} | ${second}": a fact for each surface that has a day`, async () => {
    const wanted = [
      `acme-4-large 2027-03-31 ${one}`,
      `acme-4-large 2027-05-31 ${other}`,
      `acme-4-mini 2027-04-30 ${one}`,
      `acme-4-nano 2027-06-30 ${other}`,
    ].toSorted();
    assert.deepEqual(await ends(table(["Model", first, second], ROWS)), wanted);
    const released = ROWS.map(([model = "", ...days]) => [model, "2025-01-01", ...days]);
    assert.deepEqual(await ends(table(["Model", "Released", first, second], released)), wanted);
  });

const WAYS = [
  ["Serverless", "Dedicated"],
  ["On-demand", "Provisioned"],
  ["S", "D"],
  ["Batch", "Real-time"],
  ["Free tier", "Paid tier"],
] as const;

for (const [first, second] of WAYS)
  test(`"${first} | ${second}": the first way that ends breaks somebody's calls`, async () => {
    assert.deepEqual(await ends(table(["Model", first, second], ROWS)), [
      "acme-4-large 2027-03-31 acme",
      "acme-4-mini 2027-04-30 acme",
      "acme-4-nano 2027-06-30 acme",
    ]);
  });

for (const heading of ["Where", "Product", "Surface", "Platform", "Applies to", "Channel", "Service", "Affects"])
  test(`cells below "${heading}" tell where`, async () => {
    const rows = [
      ["`acme-4-large`", "ChatGPT", "2027-03-31"],
      ["`acme-4-mini`", "API", "2027-04-30"],
      ["`acme-4-nano`", "API, ChatGPT", "2027-06-30"],
    ];
    assert.deepEqual(await ends(table(["Model", heading, "Shutdown"], rows)), [
      "acme-4-large 2027-03-31 chatgpt",
      "acme-4-mini 2027-04-30 acme",
      "acme-4-nano 2027-06-30 acme",
      "acme-4-nano 2027-06-30 chatgpt",
    ]);
  });

test("days of releases by surface end nothing", async () => {
  const rows = ROWS.map((row) => row.map((cell) => (cell === "stays" ? "-" : cell)));
  for (const title of ["Models", "Availability", "Release dates"])
    for (const [first, second] of [["Amazon Bedrock", "Google Cloud"] as const, ["Serverless", "Dedicated"] as const])
      assert.deepEqual(await ends(table(["Model", first, second], rows, title)), [], `${title} ${first}`);
});

test("tables below the same headings are known together", async () => {
  const week = (title: string, row: string): string => `### ${title}\n\n| Model | S | D |\n|---|---|---|\n${row}\n\n`;
  const text = `# Model lifecycle\n\n## Upcoming\n\n${week("Week of March 20, 2027", "| `acme-4` | 2027-03-22 | stays |")}${week("Week of March 27, 2027", "| `acme-5` | 2027-03-29 | - |")}`;
  assert.deepEqual(await ends(text), ["acme-4 2027-03-22 acme", "acme-5 2027-03-29 acme"]);
});

test("a bracket of an item tells where", async () => {
  const text =
    "# Retirement calendar\n\n## Past entries\n\n### 2026\n\n- **Feb 13** GPT-4o, GPT-4.1 (ChatGPT, notice of Jan 29, 2026) → GPT-5.2\n- **Jun 15** `gpt-5.1` (API, notice of Dec 15, 2025) → `gpt-5.6`\n";
  const facts = await factsOfText(text);
  assert.deepEqual(
    facts.map((fact) => [fact.model_id, fact.surface, fact.shutdown, fact.announced]),
    [
      ["GPT-4o", "chatgpt", "2026-02-13", "2026-01-29"],
      ["GPT-4.1", "chatgpt", "2026-02-13", "2026-01-29"],
      ["gpt-5.1", "acme", "2026-06-15", "2025-12-15"],
    ],
  );
});
