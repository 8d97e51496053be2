import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** Lists below lists, groups under a key that says what becomes of them, days as keys: and what must stay silent. */
const told = async (text: string, form: "json" | "yaml"): Promise<string[]> =>
  (await factsOfText(text, form))
    .filter((fact) => fact.kind === "model" && fact.scheduled)
    .map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`.trim())
    .toSorted();

const A = "acme-a-1";
const B = "acme-b-1";
const BOTH = [`${A} 2026-12-01`, `${B} 2026-12-02`];

const SHAPES: Record<string, [unknown, string[]]> = {
  "groups of records under their day": [
    {
      removed: [
        { date: "2026-12-01", models: [{ slug: A, use_instead: "acme-a-2" }] },
        { date: "2026-12-02", models: [{ slug: B }] },
      ],
    },
    [`${A} 2026-12-01 acme-a-2`, `${B} 2026-12-02`],
  ],
  "groups of names under their day": [
    {
      retirements: [
        { on: "2026-12-01", models: [A] },
        { on: "2026-12-02", models: [B] },
      ],
    },
    BOTH,
  ],
  "a wave with a title, its end and its models": [
    { waves: [{ title: "Wave 3", shutdown_date: "2026-12-01", models: [{ id: A }, { id: B }] }] },
    [`${A} 2026-12-01`, `${B} 2026-12-01`],
  ],
  "days as keys over names": [{ sunset: { "2026-12-01": [A], "2026-12-02": [B] } }, BOTH],
  "days as keys over records": [{ shutdowns: { "2026-12-01": [{ id: A }], "2026-12-02": [{ id: B }] } }, BOTH],
  "names as keys over days": [{ meta: { page: 1 }, discontinued: { [A]: "2026-12-01", [B]: "2026-12-02" } }, BOTH],
  "notes on the fields beside the list": [
    {
      notes: { shutdown_date: "2099-12-31 means that none is planned", id: "send it as model" },
      data: [
        { id: A, shutdown_date: "2026-12-01" },
        { id: B, shutdown_date: "2026-12-02" },
        { id: "acme-c-1", shutdown_date: "2099-12-31" },
      ],
    },
    BOTH,
  ],
  "a policy beside the list": [
    {
      policy: { notice: "60 days", removal: "at least six months", model: "see the list" },
      models: [
        { id: A, eol: "2026-12-01" },
        { id: B, eol: "2026-12-02" },
      ],
    },
    BOTH,
  ],
  "versions below their model": [
    {
      models: [
        {
          id: "acme-a",
          retirement_date: null,
          versions: [
            { version: "0301", retirement_date: "2026-12-01" },
            { version: "0613", retirement_date: "2026-12-02" },
          ],
        },
      ],
    },
    ["acme-a 2026-12-01", "acme-a 2026-12-02"],
  ],
  "lists of lists below providers": [
    {
      providers: [
        {
          name: "Acme",
          regions: [
            {
              name: "eu",
              models: [
                { id: A, sunset: "2026-12-01" },
                { id: B, sunset: "2026-12-02" },
              ],
            },
          ],
        },
      ],
    },
    BOTH,
  ],
  "an end under a key of its own beside the name": [
    [
      { id: A, retirement: { shutdown: "2026-12-01", notice: "2026-06-01" } },
      { id: B, retirement: { shutdown: "2026-12-02" } },
    ],
    BOTH,
  ],
  edges: [
    {
      data: {
        models: {
          edges: [{ node: { id: A, shutdownDate: "2026-12-01" } }, { node: { id: B, shutdownDate: "2026-12-02" } }],
        },
      },
    },
    BOTH,
  ],
  "a title, a day and a replacement over names": [
    {
      announcements: [
        { title: "Old models retire", retirement_date: "2026-12-01", affected_models: [A, B], replacement: "acme-c-2" },
      ],
    },
    [`${A} 2026-12-01 acme-c-2`, `${B} 2026-12-01 acme-c-2`],
  ],
  "keys in German": [
    {
      modelle: [
        { modell: A, abschaltung: "01.12.2026", ersatz: "acme-a-2" },
        { modell: B, abschaltung: "02.12.2026" },
      ],
    },
    [`${A} 2026-12-01 acme-a-2`, `${B} 2026-12-02`],
  ],
  "keys in Chinese": [
    {
      模型: [
        { 模型ID: A, 下线时间: "2026-12-01" },
        { 模型ID: B, 下线时间: "2026年12月2日" },
      ],
    },
    BOTH,
  ],
  "titles over rows": [
    {
      columns: ["Model", "Shutdown date"],
      rows: [
        [A, "2026-12-01"],
        [B, "2026-12-02"],
      ],
    },
    BOTH,
  ],
  "rows under their titles": [
    [
      ["model", "shutdown date"],
      [A, "2026-12-01"],
      [B, "2026-12-02"],
    ],
    BOTH,
  ],
  "lists by state": [
    {
      retired: [{ id: A, on: "2026-12-01" }],
      deprecated: [{ id: B, shutdown: "2026-12-02" }],
      active: [{ id: "acme-c-1", on: "2026-12-03" }],
    },
    BOTH,
  ],
  "names with their days in one text": [{ retired: [`${A} (2026-12-01)`, `2026-12-02: ${B}`] }, BOTH],
  "what happened below a model": [
    [
      {
        id: A,
        timeline: [
          { event: "launch", date: "2025-01-01" },
          { event: "deprecated", date: "2026-06-01" },
          { event: "shutdown", date: "2026-12-01" },
        ],
      },
    ],
    [`${A} 2026-12-01`],
  ],
  "happenings of all sorts": [
    {
      changes: [
        { date: "2026-12-01", change: "removed", models: [A] },
        { date: "2026-12-02", change: "removed", models: [B] },
        { date: "2026-12-03", change: "added", models: ["acme-d-1"] },
        { date: "2026-12-04", change: "maintenance", models: ["acme-e-1"] },
        { date: "2026-12-05", change: "price", models: ["acme-f-1"] },
      ],
    },
    BOTH,
  ],
  // What goes on, begins or is something else.
  "models that came on a day": [{ added: [{ date: "2026-12-01", models: [{ slug: A }] }], removed: [] }, []],
  "models in service since": [
    {
      serving: [
        { slug: A, since: "2026-01-01" },
        { slug: B, date: "2026-02-01" },
      ],
    },
    [],
  ],
  "prices below a model with an end": [
    [
      {
        id: A,
        shutdown: "2026-12-01",
        prices: [
          { name: "input-1k", usd: 1 },
          { name: "output-1k", usd: 2 },
        ],
        endpoints: [{ name: "/v1/chat" }],
      },
    ],
    [`${A} 2026-12-01`],
  ],
  "regions that close for a model": [
    [{ id: A, status: "active", regions: [{ name: "eu-1", available_until: "2026-12-01" }] }],
    [],
  ],
  "changes of other things": [
    {
      changes: [
        { what: "Endpoint /v1/predict", kind: "endpoint", sunset: "2026-12-01" },
        { what: "Client 0.9", kind: "client", sunset: "2026-12-01" },
      ],
    },
    [],
  ],
  "events without an end": [
    { events: [{ date: "2026-12-01", title: "Webinar on acme-a-1", models: [{ slug: A }] }] },
    [],
  ],
  "a promotion that ends": [[{ id: A, status: "active", pricing: { promo_ends_at: "2026-12-01" } }], []],
  "a remark on another model": [
    [
      { id: A, lifecycle: { status: "active", message: `Not affected by the removal of ${B} on 2026-12-02.` } },
      { id: B, lifecycle: { status: "deprecated", removal_at: "2026-12-02", message: null } },
      {
        id: "acme-c-1",
        lifecycle: { status: "active", message: "From 2026-12-15 the parameter top_k is limited to 4." },
      },
    ],
    [`${B} 2026-12-02`],
  ],
  "a status as an object": [[{ id: A, status: { name: "retiring", date: "2026-12-01" } }], [`${A} 2026-12-01`]],
  "a floor": [[{ id: A, status: "active", guaranteed_until: "2027-12-01", removal_at: "2099-12-31T00:00:00Z" }], []],
};

for (const [shape, [data, expected]] of Object.entries(SHAPES)) {
  test(`JSON: ${shape}`, async () => {
    assert.deepEqual(await told(JSON.stringify(data), "json"), expected);
  });
}

const YAML: Record<string, [string, string[]]> = {
  "merge keys, comments and inline maps": [
    `# - {id: acme-z-1, sunset: 2026-01-01}
base: &base {surface: api, sunset: 2026-12-01}
models:
  - <<: *base
    id: ${A}
  - {id: ${B}, sunset: 2026-12-02} # was 2026-11-01
`,
    BOTH,
  ],
  "groups with a notice": [
    `retired:
  - date: 2026-12-01
    notice: 2026-06-01
    models: [${A}]
  - date: 2026-12-02
    notice: 2026-06-01
    models:
      - ${B}
`,
    BOTH,
  ],
  "names over their life": [
    `version: 2
models:
  ${A}:
    lifecycle: {end: 2026-12-01}
  ${B}:
    lifecycle: {end: 2026-12-02}
  acme-c-1:
    lifecycle: {end: ~}
`,
    BOTH,
  ],
};

for (const [shape, [text, expected]] of Object.entries(YAML)) {
  test(`YAML: ${shape}`, async () => {
    assert.deepEqual(await told(text, "yaml"), expected);
  });
}
