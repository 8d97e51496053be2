import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readPage } from "#src/read/page.ts";
import { lines, page } from "./support.ts";

const fixture = (name: string) => readFileSync(new URL(`../fixtures/read/${name}`, import.meta.url), "utf8");
const read = (name: string) => lines(readPage(page(fixture(name))).facts);
const inline = (text: string, at?: string) => lines(readPage(page(text, at === undefined ? {} : { at })).facts);

test("one table with notice days; features, endpoints and headers apart", () => {
  assert.deepEqual(read("openai-one-table.md"), [
    "!beta-header Acme-Beta: threads=v1 | 2026-07-30 - 2027-01-30 | Acme-Beta: threads=v2",
    "!endpoint /v1/answers | 2026-07-30 - 2027-01-30 | /v1/replies",
    "!feature Prompt library | 2026-07-30 - 2027-01-30 |",
    "!feature nova-7-mini | 2026-07-30 - 2027-01-30 | nova-8-mini",
    "!nova-4-latest | 2026-01-20 - 2026-02-03 |",
    "!nova-4-preview | 2026-01-20 - 2026-02-03 |",
    "!nova-7 | 2026-09-18 - 2027-03-18 | nova-8.1-sol",
    "!nova-7-2026-01-07 | 2026-09-18 - 2027-03-18 | nova-8.1-sol",
    "!nova-image-mini | 2026-06-02 - 2026-12-01 | nova-image-2 nova-image-2-mini",
    "nova-8 | - - - |",
  ]);
});

test("nested bullets are records that inherit what stands above them", () => {
  const { facts } = readPage(page(fixture("nested-bullets.md")));
  assert.deepEqual(lines(facts), [
    "!alpha.heron-1-5-large-v1:0 | - 2026-05-26 2026-11-26 |",
    "!alpha.heron-1-5-mini-v1:0 | - 2026-05-26 2026-11-27 |",
    "!beta.ibis-3-20240307-v1:0 | - 2026-03-10 2026-09-10 |",
  ]);
  assert.deepEqual(facts[0]?.stages, [{ name: "extended access", date: "2026-08-26" }]);
  assert.deepEqual(facts[0]?.aliases, ["Heron 1.5 Large"]);
  assert.equal(facts[0]?.provider, "acme", "the maker of a model is not who runs the surface");
});

test("several models, versions and dates in one cell; impossible days are reported", () => {
  const { facts, problems } = readPage(page(fixture("azure-includes.md")));
  assert.deepEqual(lines(facts), [
    "!osprey-35-turbo 0301 | - - 2025-02-13 | osprey-4o-mini",
    "!osprey-35-turbo 0613 | - - 2025-02-13 | osprey-4o-mini",
    "!osprey-4 0613 | - - 2025-06-06 | osprey-4o",
    "!osprey-4-32k 0613 | - - 2025-06-06 | osprey-4o",
    "!osprey-4o 2024-05-13 | - - 2026-03-31 | osprey-5.1",
    "!osprey-4o 2024-11-20 | - - 2027-04-01 | osprey-5.1",
    "osprey-5 001 | - - 2027-02-05 earliest |",
  ]);
  const staged = facts.find((fact) => fact.version === "2024-05-13");
  assert.deepEqual(staged?.stages, [{ name: "Provisioned and Global Standard", date: "2026-10-01" }]);
  assert.equal(problems.length, 1);
  assert.match(problems[0]?.what ?? "", /2026-09-31/);
});

test("a history of removals", () => {
  assert.deepEqual(read("together.md"), [
    "!heron/heron-vl:free | - - 2026-06-30 |",
    "!plover/Plover-R1-Distill-14B | - - 2026-11-21 |",
    "!swift-ai/Swift-72B | - - 2026-12-04 |",
    "!swift-ai/Swift-Coder-32B | - - 2026-12-04 |",
  ]);
});

test("redirect targets are replacements, aliases stay with their model", () => {
  const { facts } = readPage(page(fixture("xai.md")));
  assert.deepEqual(lines(facts), [
    "!merlin-3 | - - 2026-05-15 | merlin-5",
    "!merlin-3-mini | - - 2026-05-15 | merlin-5-fast",
    "!merlin-code-fast-1 | - - 2026-12-01 | merlin-5-fast",
    "merlin-5 | - - - |",
    "merlin-5-fast | - - - |",
  ]);
  assert.deepEqual(facts.find((fact) => fact.model_id === "merlin-3")?.aliases, ["merlin-3-latest", "merlin-3-beta"]);
  assert.equal(facts.find((fact) => fact.model_id === "merlin-code-fast-1")?.state, "deprecated", "its day is to come");
});

test("bold cells as headings, merged cells, several ids in one", () => {
  assert.deepEqual(read("alibaba.html"), [
    "!crane-14b-chat | - - 2025-08-20 |",
    "!crane-max-0428 | - - 2027-01-15 | crane3-max",
    "!crane-plus-0624 | - - 2027-01-15 | crane3-plus",
    "!crane-plus-0723 | - - 2027-01-15 | crane3-plus",
    "!crane-vl-v1 | - - 2027-02-28 | crane3-vl-plus crane3-vl-flash",
  ]);
});

test("Chinese headings, with a notice day and a model that stays", () => {
  assert.deepEqual(read("xiaomi.md"), [
    "!wren-v2-flash | 2026-10-08 - 2026-12-08 | wren-v2.5-flash",
    "!wren-v2-pro | 2026-10-08 - 2027-01-10 | wren-v2.5-pro wren-v2.5-flash",
    "wren-v2.5-pro | - - - |",
  ]);
});

test("definition lists, bullets, a table on its side, arrows, a list of what stays", () => {
  assert.deepEqual(read("mixed-forms.md"), [
    "!tern-code-1 | - - 2027-02-01 | tern-code-2",
    "!tern-large-2402 | - - 2027-03-31 | tern-large-2503",
    "!tern-math-1 | - - 2027-02-15 |",
    "!tern-math-1-mini | - - 2027-02-15 |",
    "!tern-nano-1 | - - 2027-05-01 | tern-nano-2",
    "!tern-small-2402 | - 2026-09-01 2027-01-31 | tern-small-2503",
    "tern-micro-1 | - - 2027-06-01 earliest |",
  ]);
});

test("headings in six languages", () => {
  assert.deepEqual(read("languages.md"), [
    "!falke-2 | 2026-10-01 - 2026-12-31 | falke-3",
    "!faucon-2 | - - 2027-01-15 | faucon-3",
    "!halcon-2 | - - 2027-03-04 | halcon-3",
    "!mae-2 | - - 2027-02-03 | mae-3",
    "!taka-2 | - - 2027-01-20 | taka-3",
  ]);
});

test("a dated heading is the notice, or the last day, as the page's tables show", () => {
  const table = (id: string, end: string) => `\n| Model | Shutdown date |\n| --- | --- |\n| ${id} | ${end} |\n`;
  const notices = `# D\n\n## 2026-10-01: One\n${table("lark-1", "2027-01-01")}\n## 2026-09-01: Two\n${table("lark-2", "2027-02-01")}`;
  assert.deepEqual(inline(notices), ["!lark-1 | 2026-10-01 - 2027-01-01 |", "!lark-2 | 2026-09-01 - 2027-02-01 |"]);
  const lastDays =
    `# D\n\n## January 1, 2027: One\n\nOn October 2, 2026, we emailed users that it will be deprecated.\n${table("lark-1", "2027-01-01")}` +
    `\n## February 1, 2027: Two\n${table("lark-2", "2027-02-01")}`;
  assert.deepEqual(inline(lastDays), ["!lark-1 | 2026-10-02 - 2027-01-01 |", "!lark-2 | - - 2027-02-01 |"]);
});

test("a status table and a history are one fact; the present state decides", () => {
  const text = `# D

| API name | Current state | Deprecated | Tentative retirement date |
| --- | --- | --- | --- |
| \`owl-1\` | Deprecated | May 1, 2026 | January 8, 2027 |
| \`owl-2\` | Active | N/A | Not sooner than May 1, 2027 |
| \`owl-3\` | Active | N/A | Not sooner than May 1, 2026 |

## Deprecation history

### 2026-05-01: Owl 1 and 3

| Retirement date | Deprecated model | Recommended replacement |
| --- | --- | --- |
| January 5, 2027 | \`owl-1\` | \`owl-2\` |
| January 5, 2027 | \`owl-3\` | \`owl-2\` |
`;
  assert.deepEqual(inline(text), [
    "!owl-1 | 2026-05-01 2026-05-01 2027-01-08 | owl-2",
    "owl-2 | - - 2027-05-01 earliest |",
    "owl-3 | - - 2026-05-01 earliest |",
  ]);
});

test("the newest notice of a model wins, and no fact is told twice", () => {
  const text = `# D

## 2026-10-01: Again

| Shutdown date | Model | Replacement |
| --- | --- | --- |
| 2027-01-01 | \`jay-1\` | \`jay-3\` |

## 2025-10-01: First

| Shutdown date | Model | Replacement |
| --- | --- | --- |
| 2026-03-01 | \`jay-1\` | \`jay-2\` |
| 2026-03-01 | \`jay-0\` | \`jay-2\` |
| 2026-03-01 | \`jay-0\` | \`jay-2\` |
`;
  assert.deepEqual(inline(text), [
    "!jay-0 | 2025-10-01 - 2026-03-01 | jay-2",
    "!jay-1 | 2026-10-01 - 2027-01-01 | jay-3",
  ]);
});

test("two regions with two days are two facts, two regions with one day are one", () => {
  const text = `# EOL

| Model version | EOL date | Recommended model ID |
| --- | --- | --- |
| Kite 1 | October 4, 2026 (only in us-west-2) | maker.kite-2-v1:0 in US West (Oregon) |
| Kite 1 | March 12, 2027 (only in us-east-1) | maker.kite-2-v1:0 |
| Rook 1 | May 1, 2027 (us-east-1) | maker.rook-2-v1:0 |
| Rook 1 | May 1, 2027 (us-west-2) | maker.rook-2-v1:0 |
`;
  assert.deepEqual(inline(text), [
    "!Kite 1 | - - 2026-10-04 | maker.kite-2-v1:0",
    "!Kite 1 | - - 2027-03-12 | maker.kite-2-v1:0",
    "!Rook 1 | - - 2027-05-01 | maker.rook-2-v1:0",
  ]);
});

test("a heading is missing, so the others stand over the wrong columns", () => {
  const text = `<h2>Active versions</h2><table><tr><th>Model ID</th><th>Launch date</th><th>Input</th></tr>
<tr><td>maker.finch-1</td><td>9/23/2025</td><td>No sooner than 9/23/2026</td><td>Text</td></tr>
<tr><td>maker.finch-2</td><td>9/24/2025</td><td>No sooner than 9/24/2026</td><td>Text</td></tr></table>`;
  assert.deepEqual(inline(text), [
    "maker.finch-1 | - - 2026-09-23 earliest |",
    "maker.finch-2 | - - 2026-09-24 earliest |",
  ]);
});

test("at earliest in a dated notice announces; the same words on a model in service are a floor", () => {
  const text = `# D

## 2026-06-13: Old chat models

| Shutdown date | Legacy model |
| --- | --- |
| at earliest 2027-06-13 | \`stork-1\` |

## Current models

| Model | Retirement date |
| --- | --- |
| \`stork-2\` | No earlier than 2027-07-01 |
`;
  assert.deepEqual(inline(text), [
    "!stork-1 | 2026-06-13 - 2027-06-13 earliest |",
    "stork-2 | - - 2027-07-01 earliest |",
  ]);
});

test("a page that calls all its dates the earliest possible ones", () => {
  const text = `# D

Note: the shutdown dates listed in the table indicate the earliest possible dates on which a model might be retired.

| Model | Release date | Shutdown date |
| --- | --- | --- |
| wader-1 | May 1, 2025 | May 1, 2026 |
| wader-2-preview | May 1, 2026 | November 1, 2027 |
| wader-2 | May 1, 2026 | November 1, 2027 |
`;
  assert.deepEqual(inline(text), [
    "!wader-1 | - - 2026-05-01 |",
    "!wader-2-preview | - - 2027-11-01 earliest |",
    "wader-2 | - - 2027-11-01 earliest |",
  ]);
});

test("where the page knows no other end, a deprecation date is the end; where it does, it is not", () => {
  const table = "\n\n| Model | Deprecation date |\n| --- | --- |\n| `ibex-1` | 2027-01-05 |\n";
  assert.deepEqual(inline(`# Models${table}`), ["!ibex-1 | - 2027-01-05 2027-01-05 |"]);
  assert.deepEqual(inline(`# Models\n\nDeprecated models stay in service until they are retired.${table}`), [
    "ibex-1 | - 2027-01-05 - |",
  ]);
  assert.deepEqual(
    inline(`# Models\n\nAfter the deprecation date, the model will no longer be accessible. It is retired.${table}`),
    ["!ibex-1 | - 2027-01-05 2027-01-05 |"],
  );
});

test("dated steps of a product are one fact with stages, and no model", () => {
  const text = `# D

### 2026-06-03: Judging platform

| Date | Update |
| --- | --- |
| June 3, 2026 | Deprecation announced. |
| Oct 31, 2026 | Everything becomes read-only. |
| Nov 30, 2026 | The dashboard and API are scheduled to shut down. |
`;
  const { facts } = readPage(page(text));
  assert.deepEqual(lines(facts), ["!product Judging platform | 2026-06-03 - 2026-11-30 |"]);
  assert.deepEqual(facts[0]?.stages, [
    { name: "Everything becomes read-only.", date: "2026-10-31" },
    { name: "The dashboard and API are scheduled to shut down.", date: "2026-11-30" },
  ]);
});

test("a table without headings is known by its cells", () => {
  const text = `<h2>Upcoming shutdowns</h2><table><tr><td>teal-1-2024</td><td>2027-01-05</td><td>teal-2</td></tr>
<tr><td>teal-1-mini</td><td>2027-01-06</td><td>teal-2</td></tr></table>`;
  assert.deepEqual(inline(text), ["!teal-1-2024 | - - 2027-01-05 | teal-2", "!teal-1-mini | - - 2027-01-06 | teal-2"]);
});

test("struck-out words are no longer said", () => {
  const text = "# D\n\n| Model | Shutdown date |\n| --- | --- |\n| `crow-1` | ~~2026-12-01~~ 2027-02-01 |\n";
  assert.deepEqual(inline(text), ["!crow-1 | - - 2027-02-01 |"]);
});

test("tables of prices, limits and parameters are no retirements of models", () => {
  const text = `# D

| Parameter | Status | Recommended replacement |
| --- | --- | --- |
| \`top_q\`, \`warmth\` | Deprecated | Omit and use prompting |

| Model | Input price | Requests per minute |
| --- | --- | --- |
| \`gull-1\` | $1.00 | 60 |
`;
  const { facts } = readPage(page(text));
  assert.ok(facts.every((fact) => !fact.scheduled));
  assert.deepEqual(lines(facts), ["gull-1 | - - - |", "parameter top_q | - - - |", "parameter warmth | - - - |"]);
});

test("rows are counted, read or not", () => {
  const full = readPage(page(fixture("together.md"))).rows;
  const cut = readPage(page(fixture("together.md").split("\n").slice(0, -3).join("\n"))).rows;
  assert.ok(full > cut, `${full} rows, ${cut} when cut`);
});
