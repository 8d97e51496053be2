import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** Cells that hold more than one day of a model's life: spans of time, and steps with a day each. */

type Days = (from: string, to: string) => string;
const us = (iso: string): string =>
  new Date(`${iso}T00:00:00Z`).toLocaleDateString("en-US", {
    timeZone: "UTC",
    month: "long",
    day: "numeric",
    year: "numeric",
  });

const MODELS = [
  ["acme-4-large", "2026-02-10", "2027-03-31"],
  ["acme-4-mini", "2026-02-11", "2027-05-31"],
  ["acme-4-nano", "2026-02-12", "2027-06-30"],
] as const;

const page = (heading: string, write: Days, title = "Acme model lifecycle"): string =>
  `# ${title}\n\n| Model | ${heading} | Notes |\n|---|---|---|\n${MODELS.map(
    ([id, from, to]) => `| \`${id}\` | ${write(from, to)} | audio |`,
  ).join("\n")}\n`;

const ends = async (text: string): Promise<string[]> =>
  (await factsOfText(text)).filter((fact) => fact.scheduled).map((fact) => `${fact.model_id} ${fact.shutdown}`);
const WANTED = MODELS.map(([id, , to]) => `${id} ${to}`);

const SPANS: Record<string, Days> = {
  dash: (d, e) => `${d} – ${e}`,
  to: (d, e) => `${us(d)} to ${us(e)}`,
  "from … to": (d, e) => `from ${us(d)} to ${us(e)}`,
  until: (d, e) => `${us(d)} until ${us(e)}`,
  tilde: (d, e) => `${d} ~ ${e}`,
  hyphen: (d, e) => `${us(d)} - ${us(e)}`,
  chinese: (d, e) => `${d} 至 ${e}`,
  german: (d, e) => `${d} bis ${e}`,
  japanese: (d, e) => `${d}〜${e}`,
  slash: (d, e) => `${d} / ${e}`,
  lines: (d, e) => `from ${d}<br>to ${e}`,
  month: (_, e) => `Feb 2026 – ${us(e)}`,
};
const SERVED =
  "Served|Available|Availability|Service period|Lifetime|Support window|Dates|Period|Lifespan|Supported|In service|Active|提供期间|Zeitraum|Disponibilité|Lifecycle".split(
    "|",
  );

for (const heading of SERVED)
  test(`a span below "${heading}" ends on its second day`, async () => {
    for (const [name, write] of Object.entries(SPANS))
      assert.deepEqual(await ends(page(heading, write)), WANTED, `${heading}, ${name}`);
  });

const STEPS: Record<string, Days> = {
  arrow: (d, e) => `GA ${d} → Retired ${e}`,
  three: (d, e) => `GA ${d} → Deprecated 2026-10-01 → Retired ${e}`,
  clauses: (d, e) => `released ${us(d)}; deprecated October 1, 2026; retires ${us(e)}`,
  lines: (d, e) => `Released: ${d}<br>Deprecated: 2026-10-01<br>Shutdown: ${e}`,
  "lines without a colon": (d, e) => `Launched ${us(d)}<br>Retires ${us(e)}`,
  behind: (d, e) => `${d} GA, 2026-10-01 deprecated, ${e} retired`,
  brackets: (d, e) => `${d} (launch) → ${e} (shutdown)`,
  "two acts": (_, e) => `Deprecated on ${us("2026-10-01")}, removed on ${us(e)}`,
  points: (d, e) => `Launch ${d} · EOL ${e}`,
  chinese: (d, e) => `${d} 上线 → ${e} 下线`,
  "chinese, words first": (d, e) => `上线 ${d}；下线 ${e}`,
  japanese: (d, e) => `提供開始 ${d} → 提供終了 ${e}`,
  german: (d, e) => `Start ${d}, Abschaltung ${e}`,
  french: (d, e) => `lancé le ${d}, arrêté le ${e}`,
  since: (d, e) => `Live since ${d}, off on ${e}`,
};
const STAGES =
  "Lifecycle|Timeline|Key dates|Milestones|Stages|Status|Dates|Schedule|History|生命周期|Cycle de vie".split("|");

for (const heading of STAGES)
  test(`steps below "${heading}" say what each day is`, async () => {
    for (const [name, write] of Object.entries(STEPS))
      assert.deepEqual(await ends(page(heading, write)), WANTED, `${heading}, ${name}`);
  });

const NO_ENDS: Record<string, Days> = {
  "Training data": () => "2023-01-01 – 2025-06-30",
  "Price valid": (d, e) => `${d} – ${e}`,
  "Promotion period": (d, e) => `${d} – ${e}`,
  "Launch price period": (d, e) => `${d} to ${e}`,
  "Free trial period": (d, e) => `${d} – ${e}`,
  "Beta period": (d, e) => `${d} – ${e}`,
  "Maintenance window": (d) => `${d} – ${d}`,
  "Evaluation period": (d, e) => `${d} – ${e}`,
  Released: (d) => `${d} (GA 2026-05-01)`,
  Available: (d) => `${d} onwards`,
  Served: (d) => `since ${d}`,
  "Release history": (d) => `Preview ${d}, GA 2026-05-01`,
  Status: (d) => `Preview ${d} → GA 2026-05-01`,
  "Available since": (d) => `${d} – now`,
  Example: (d, e) => `Announced on ${d}, stops on ${e}`,
};

test("spans and steps of something else, and open ones, end no model", async () => {
  for (const [heading, write] of Object.entries(NO_ENDS))
    for (const title of ["Models", "Models and deprecations"])
      assert.deepEqual(await ends(page(heading, write, title)), [], `${title}: ${heading}`);
});

test("an open span promises what stands in its bracket", async () => {
  const [fact] = await factsOfText(page("Served", (d) => `${us(d)} onwards (${us("2027-11-16")})`));
  assert.deepEqual([fact?.shutdown, fact?.precision, fact?.scheduled], ["2027-11-16", "earliest", false]);
});

test("each of two versions has its own day", async () => {
  for (const cell of ["15 April 2028 (1), 15 July 2028 (2)", "1: 15 April 2028, 2: 15 July 2028"]) {
    const facts = await factsOfText(
      `# Retirements\n\n| Model | Version | Retires |\n|---|---|---|\n| \`acme-embed-002\` | 1, 2 | ${cell} |\n`,
    );
    assert.deepEqual(
      facts.map((fact) => [fact.version, fact.shutdown]),
      [
        ["1", "2028-04-15"],
        ["2", "2028-07-15"],
      ],
      cell,
    );
  }
});

test("a day below 'Deployable until' is no end beside 'Answers until'", async () => {
  const facts = await factsOfText(
    "# Models\n\n| Model | Deployable until | Answers until |\n|---|---|---|\n| `acme-4` | 12 March 2027 | 12 September 2027 |\n",
  );
  assert.deepEqual(
    facts.map((fact) => fact.shutdown),
    ["2027-09-12"],
  );
});

test("the first day of a span of days, with the year of the last", async () => {
  const spans: Record<string, string> = {
    "Dec 7 – 11, 2026": "2026-12-07",
    "December 7-11, 2026": "2026-12-07",
    "7–11 December 2026": "2026-12-07",
    "Dec 29 – Jan 2, 2027": "2026-12-29",
    "Dec 7 to 11, 2026": "2026-12-07",
  };
  for (const [cell, day] of Object.entries(spans)) {
    const [fact] = await factsOfText(`# Models\n\n| Model | Shutdown |\n|---|---|\n| \`acme-4\` | ${cell} |\n`);
    assert.equal(fact?.shutdown, day, cell);
  }
});
