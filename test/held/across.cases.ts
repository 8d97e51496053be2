import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

const told = async (text: string): Promise<string[]> =>
  (await factsOfText(text))
    .filter((fact) => fact.scheduled)
    .map((fact) => [fact.model_id, fact.version, fact.shutdown, ...fact.replacements].filter(Boolean).join(" "))
    .toSorted();

/** Tables with models across, and tables of a kind that the words above end as a whole. As of 2026-09-20. */
const PIECES: Record<string, readonly [text: string, told: readonly string[]]> = {
  "ways to call models down the side: each ends on its first day": [
    "# Timeline\n\n## Models being retired\n\n| Deployment type | Acme-3 (2024-05-13, 2024-08-06) | Acme-4 (2024-11-20) |\n|---|---|---|\n| **Standard** | **2026-11-30** (upgrade starts 2026-11-09) | 2027-03-01 |\n| **Global** | 2027-03-01 | 2027-03-01 |\n| **DataZone** | 2027-03-01 | 2027-03-01 |",
    ["Acme-3 2024-05-13 2026-11-30", "Acme-3 2024-08-06 2026-11-30", "Acme-4 2024-11-20 2027-03-01"],
  ],
  "two ways to call models down the side": [
    "# Timeline\n\n## Models being retired\n\n| Deployment type | Acme-3 (2024-05-13, 2024-08-06) | Acme-4 (2024-11-20) |\n|---|---|---|\n| **Standard** | **2026-11-30** (upgrade starts 2026-11-09) | 2027-03-01 |\n| **Global** | 2027-03-01 | 2027-03-01 |",
    ["Acme-3 2024-05-13 2026-11-30", "Acme-3 2024-08-06 2026-11-30", "Acme-4 2024-11-20 2027-03-01"],
  ],
  "a table on its side tells different days down its side": [
    "# Deprecations\n\n|  | `acme-3` | `acme-4` |\n|---|---|---|\n| Released | 2024-01-01 | 2024-02-01 |\n| Shutdown date | 2026-11-30 | 2026-12-30 |",
    ["acme-3 2026-11-30", "acme-4 2026-12-30"],
  ],
  "days across that are no ends": [
    "# Benchmarks\n\n| Test | `acme-3` | `acme-4` |\n|---|---|---|\n| Alpha | 2026-11-30 | 2026-12-30 |\n| Beta | 2026-11-29 | 2026-12-29 |",
    [],
  ],
  "a kind that ends as a whole, over its models and what to take": [
    "# Move from Zorro to Acme\n\nAll Zorro models are deprecated and will be shut down on December 1, 2026.\n\n## Which model to take\n\n| Zorro model | Acme model |\n|---|---|\n| `zorro-4-fast` | `acme-5-image` (GA) |\n| `zorro-4-ultra` | `acme-5-pro` |",
    ["zorro-4-fast 2026-12-01 acme-5-image", "zorro-4-ultra 2026-12-01 acme-5-pro"],
  ],
  "the same words over models of another kind": [
    "# Models\n\nAll Zorro models are deprecated and will be shut down on December 1, 2026.\n\n## Prices\n\n| Model | Price |\n|---|---|\n| `acme-5-image` | $1.00 |\n| `acme-5-pro` | $2.00 |",
    [],
  ],
};

for (const [why, [text, want]] of Object.entries(PIECES))
  test(why, async () => assert.deepEqual(await told(text), want));
