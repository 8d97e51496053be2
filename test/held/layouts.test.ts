import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** Pieces of pages as of 2026-09-20: which ends they tell, as "id day replacements"; an empty list for none. */
const PIECES: readonly (readonly [why: string, markdown: string, told: readonly string[]])[] = [
  [
    "a day in bold type over a list of the gone, with aliases and redirects in the sentence",
    "## Retired models\n\n**May 15, 2026.** The following models were retired. Requests to them are redirected to `acme-c-3`; `acme-b-1` (and its alias `acme-b`) was redirected to `acme-b-2`.\n\n* `acme-a-1`\n* `acme-b-1`\n* `acme-pic-1` (fails; use `acme-pic-2`)",
    ["acme-a-1 2026-05-15 acme-c-3", "acme-b-1 2026-05-15 acme-b-2", "acme-pic-1 2026-05-15 acme-pic-2"],
  ],
  [
    "a day in bold type before its sentence",
    "## Retired\n\n**2026-08-19:** `acme-a-1` was switched off. Use `acme-a-2`.",
    ["acme-a-1 2026-08-19 acme-a-2"],
  ],
  [
    "what reached its end on the day in bold type",
    "## Retired\n\n**19 August 2026.** `acme-a-1` reached end of life.",
    ["acme-a-1 2026-08-19 "],
  ],
  [
    "news of the day in bold type",
    "## News\n\n**19 August 2026.** `acme-a-2` is available. It costs less than `acme-a-1`.",
    [],
  ],
  [
    "what the alternatives cost from a day on",
    "## Scheduled deprecations\n\n| Removal date | Model |\n|---|---|\n| 2026-12-01 | `acme-a-1` |\n\nPrices of the alternatives:\n\n| Model | Input | Valid from |\n|---|---|---|\n| `acme-a-2` | $1.00 | 2026-11-01 |\n| `acme-a-3` | $2.00 | 2026-11-02 |",
    ["acme-a-1 2026-12-01 "],
  ],
  [
    "prices and the day from which they hold",
    "## Deprecations\n\n| Modell | Preis | Gültig ab |\n|---|---|---|\n| acme-a-2 | 1,00 € | 2026-11-01 |\n| acme-a-3 | 2,00 € | 2026-11-02 |",
    [],
  ],
  [
    "retired models with their price and their day",
    "## Retired models\n\n| Model | Price | Date |\n|---|---|---|\n| `acme-a-1` | $1.00 | 2026-11-01 |\n| `acme-a-0` | $2.00 | 2026-11-02 |",
    ["acme-a-1 2026-11-01 ", "acme-a-0 2026-11-02 "],
  ],
  [
    "beta headers",
    "## Beta headers\n\n| Header | Last day | Notes |\n|---|---|---|\n| `context-1m-2025-08-07` | December 31, 2026 | standard on `acme-a-2` |",
    [],
  ],
  [
    "a deprecation day and another one that follows",
    "## Partner models\n\n- Acme B 2 (`acme-b-2`) is deprecated as of August 30, 2026. A shutdown date will follow.\n- Acme B 1 (`acme-b-1`) is deprecated as of August 30, 2026 and will be shut down on December 1, 2026. Use `acme-b-2`.",
    ["acme-b-1 2026-12-01 acme-b-2"],
  ],
  [
    "parameters that stop",
    "## Other removals\n\n- `live_search` in `search_parameters` stopped working on January 12, 2026. Every model above has `web_search`.",
    [],
  ],
  [
    "a parameter that models ignore",
    "## Parameters\n\n`thinking_budget` is ignored by `acme-a-1` and `acme-b-1`, and is rejected from 2026-12-31.",
    [],
  ],
  [
    "a parameter that a model no longer takes",
    "## Parameters\n\n`top_k` will no longer be accepted by `acme-a-1` after December 31, 2026.",
    [],
  ],
  [
    "a model beside the setting of its successor",
    "## Notes\n\n`acme-a-1` will be removed on December 1, 2026; set `reasoning_effort` to `low` on `acme-a-2`.",
    ["acme-a-1 2026-12-01 "],
  ],
  ["a discount of a model", "## Prices\n\nThe launch discount of 30% on `acme-a-2` ends on 2026-12-05.", []],
  [
    "closed to new accounts, then to all",
    "## Notes\n\n`acme-a-1` is closed to accounts created after October 10, 2026. It will be taken offline for all accounts on December 20, 2026. Please move to `acme-a-2`.",
    ["acme-a-1 2026-12-20 acme-a-2"],
  ],
  ["closed to new accounts only", "## Notes\n\n`acme-a-1` is closed to accounts created after October 10, 2026.", []],
  [
    "what comes and what goes",
    "## Notes\n\nWith the general availability of `acme-a-2`, `acme-a-1` is switched off on December 22, 2026.",
    ["acme-a-1 2026-12-22 "],
  ],
  [
    "what comes, and a preview that nobody names",
    "## Notes\n\nFollowing the release of `acme-a-2`, the older model will be switched off on December 22, 2026.",
    [],
  ],
  [
    "Einführung",
    "## Hinweise\n\nMit der Einführung von `acme-a-2` wird `acme-a-1` am 22. Dezember 2026 abgeschaltet.",
    ["acme-a-1 2026-12-22 "],
  ],
  [
    "sentences in a note below a notice",
    "## 2026-09-19\n\n`acme-a-1` is deprecated in favor of `acme-a-2` and will be shut down on December 1, 2026.\n\n* `acme-a-2` uses the same format. Prompts work without changes.\n* Caches are emptied on November 12, 2026.",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  [
    "a table that compares what goes with what stays",
    "## 2026-09-19\n\nRequests to `acme-a-1` will fail from December 1, 2026. We recommend `acme-b-2` for coding and `acme-a-2` for everything else.\n\n| Model | Speed |\n|---|---|\n| `acme-a-1` | 1,400 |\n| `acme-b-2` | 1,100 |\n| `acme-a-2` | 3,200 |",
    ["acme-a-1 2026-12-01 acme-b-2,acme-a-2"],
  ],
  [
    "items with days and successors of their own",
    "## 2026-09-19\n\nThree models leave the catalog.\n\n* `acme-a-1` and `acme-b-1` on **December 8, 2026**. Move to `acme-a-2` and `acme-b-2` respectively.\n* `acme-c-1` on **December 15, 2026**.",
    ["acme-a-1 2026-12-08 acme-a-2", "acme-b-1 2026-12-08 acme-b-2", "acme-c-1 2026-12-15 "],
  ],
  [
    "the same date for one more model",
    "## Command\n\nWe announced the deprecation of the remaining models. They will be shut down on **January 15, 2027**.\n\n| Deprecated model | Replacement |\n|---|---|\n| `acme-a-1` | `acme-a-3` |\n\nThe same date applies to `acme-a-2`, for which we recommend `acme-a-4`.\n\nThe same endpoint serves `acme-a-3`.",
    ["acme-a-1 2027-01-15 acme-a-3", "acme-a-2 2027-01-15 acme-a-4"],
  ],
  [
    "a table of deprecation days on which the models leave",
    "## Scheduled\n\nThe models below leave serverless on the given date. Nothing is shut down without notice.\n\n| Deprecation date | Model |\n|---|---|\n| 2026-12-01 | `acme-a-1` |",
    ["acme-a-1 2026-12-01 "],
  ],
  [
    "the same in German",
    "## Geplant\n\nDie folgenden Modelle werden zum angegebenen Datum abgeschaltet.\n\n| Deprecation date | Model |\n|---|---|\n| 2026-12-01 | `acme-a-1` |",
    ["acme-a-1 2026-12-01 "],
  ],
  [
    "deprecation days before an end without a day",
    "## Scheduled\n\nDeprecated models stay in service until they are shut down. We announce on the given date.\n\n| Deprecation date | Model |\n|---|---|\n| 2026-12-01 | `acme-a-1` |",
    [],
  ],
  [
    "the history below a title that tells of what",
    "## Planned removals\n\nModels are removed at 00:00 UTC on their deprecation date.\n\n| Deprecation date | Model |\n|---|---|\n| December 4, 2026 | `acme-a-2` |\n\n## History\n\n- **2026-08-13**: `acme-a-1`, `acme-b-1`",
    ["acme-a-2 2026-12-04 ", "acme-a-1 2026-08-13 ", "acme-b-1 2026-08-13 "],
  ],
  [
    "names with their ids on both sides of an arrow",
    "## 2026-09-19\n\nThe following models will be deprecated on 12/08/2026:\n\n- Kimi K2.5 (`kimi-k2p5`) → Kimi K2.6 (`kimi-k2p6`)\n\nOthers are unaffected.",
    ["kimi-k2p5 2026-12-08 kimi-k2p6"],
  ],
  [
    "one id, two places, two days",
    "## Models to be taken offline: Singapore\n\n| Offline time | Model |\n|---|---|\n| 2027-01-12 | `acme-a-1` |\n\n## Models to be taken offline: China (Beijing)\n\n| Offline time | Model |\n|---|---|\n| 2027-01-28 | `acme-a-1` |",
    ["acme-a-1 2027-01-12 ", "acme-a-1 2027-01-28 "],
  ],
  [
    "the last day for new jobs",
    "## Fine-tuning\n\nTraining on these bases ends on the date given.\n\n| Base | Last day for new jobs |\n|---|---|\n| `acme-a-1` | 2026-12-31 |",
    [],
  ],
  [
    "default versions are versions",
    "## Default version changes\n\nThe earlier version isn't retired on that day.\n\n| Model | Current default | New default | Update starts |\n|---|---|---|---|\n| acme-a | 2024-08-06 | 2024-11-20 | 2026-11-09 |",
    [],
  ],
  [
    "an id without a number, in a note over the rows of others",
    "## Status\n\nAcme Mythos Preview (`acme-mythos-preview`) is deprecated and will be retired on January 12, 2027.\n\n| Model | State | Retirement date |\n|---|---|---|\n| acme-a-1 | Retired | June 15, 2026 |",
    ["acme-mythos-preview 2027-01-12 ", "acme-a-1 2026-06-15 "],
  ],
];

for (const [why, markdown, told] of PIECES) {
  test(`a page tells: ${why}`, async () => {
    const facts = (await factsOfText(`# Deprecations\n\n${markdown}`)).filter(
      (fact) => fact.kind === "model" && fact.scheduled,
    );
    const read = facts.map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join(",")}`);
    assert.deepEqual(read.toSorted(), [...told].toSorted());
  });
}
