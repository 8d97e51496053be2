import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** One end, as pages write it: A is a model, D its last day, R what takes its place. Each is written for two models. */
const WAYS: readonly string[] = [
  "### A — retires D\n\nUse `R` instead.\n\n",
  "### A (shutdown D)\n\nWe recommend `R`.\n\n",
  "### D: A\n\nReplacement: `R`\n\n",
  "### D: A retired\n\nMigrate to `R`.\n\n",
  "### A\n\nShutdown date: D\n\nReplacement: `R`\n\n",
  "### A\n\n- Shutdown date: D\n- Replacement: `R`\n\n",
  "### A\n\n**Retires:** D  \n**Replacement:** `R`\n\n",
  "### A\n\n| | |\n|---|---|\n| Shutdown date | D |\n| Replacement | `R` |\n\n",
  "### A\n\n| Shutdown date | D |\n|---|---|\n| Replacement | `R` |\n\n",
  "### A\n\n| Shutdown date | Replacement |\n|---|---|\n| D | `R` |\n\n",
  "### D\n\n- `A` → `R`\n\n",
  "### D\n\n`A` is shut down. Use `R`.\n\n",
  "### D\n\n| Model | Replacement |\n|---|---|\n| `A` | `R` |\n\n",
  "### Retirement of A\n\nOn D, `A` will be removed from the API. Please migrate to `R`.\n\n",
  "### A will be retired on D\n\nMigrate to `R`.\n\n",
  "### A is going away\n\nThe model stops working on D. Move to `R` before then.\n\n",
  "### Goodbye, A\n\nLast day: D. Successor: `R`.\n\n",
  "### `A`\n\n> **Deprecated.** Will be shut down on D. Use `R`.\n\n",
  "### `A`\n\n:::warning\nThis model will be retired on D. Switch to `R`.\n:::\n\n",
  "<Warning>`A` will be shut down on D. Use `R` instead.</Warning>\n\n",
  '<Accordion title="A">\n\nShutdown: D\n\nReplacement: `R`\n\n</Accordion>\n\n',
  '<Card title="A">\nRetires D. Replaced by `R`.\n</Card>\n\n',
  '<Update label="D" description="Model shutdown">\n`A` has been shut down. Use `R`.\n</Update>\n\n',
  "A\n: Shutdown: D\n: Replacement: R\n\n",
  "**A**\n\nEnd of life: D · Replacement: `R`\n\n",
  "### A → R (D)\n\nTraffic is moved automatically.\n\n",
  "- **A**\n  - EOL: D\n  - Use: `R`\n",
  "1. `A`\n   - Deprecated\n   - Shutdown D\n   - Replacement `R`\n",
  "* D\n  * `A` (replacement: `R`)\n",
  "* D\n  * `A` → `R`\n",
  "> `A` retires on D — use `R`\n\n",
  "**D** `A` will be decommissioned. Recommended replacement: `R`.\n\n",
  "D: We are shutting down `A`. Please use `R`.\n\n",
  "`A` reaches end of life on D; its successor is `R`.\n\n",
  "Effective D, requests to `A` will return an error. Use `R`.\n\n",
  "Effective D, requests to `A` will be routed to `R`.\n\n",
  "Starting D, `A` will automatically redirect to `R`.\n\n",
  "After D you can no longer call `A`. Its replacement is `R`.\n\n",
  "You have until D to move from `A` to `R`.\n\n",
  "Please migrate from `A` to `R` by D, when `A` will be switched off.\n\n",
  "The last day to use `A` is D. We suggest `R`.\n\n",
  "Support for `A` ends on D. Use `R` instead.\n\n",
  "D is the last day for `A`; switch to `R`.\n\n",
  "`A` will be replaced by `R` on D.\n\n",
  "We will sunset `A` on D in favor of `R`.\n\n",
  "`A` (EOL: D) → `R`\n\n",
];

const MODELS = [
  { A: "acme-2-mini", R: "acme-3", D: "May 4, 2027", iso: "2027-05-04" },
  { A: "acme-2-large", R: "acme-4", D: "June 4, 2027", iso: "2027-06-04" },
];
const WANTED = "acme-2-large 2027-06-04 acme-4; acme-2-mini 2027-05-04 acme-3";

const written = (way: string, words: Readonly<Record<string, string>>): string =>
  ["A", "R", "D"].reduce(
    (text, letter) => text.replaceAll(new RegExp(`(?<!\\p{L})${letter}(?!\\p{L})`, "gu"), words[letter] ?? ""),
    way,
  );

/** As of 2026-09-20, all of them are to come. */
for (const way of WAYS)
  test(`an end to come, written as ${JSON.stringify(way)}`, async () => {
    for (const iso of [false, true]) {
      const texts = MODELS.map((model) => written(way, iso ? { ...model, D: model.iso } : model));
      const facts = await factsOfText(`# Model lifecycle\n\n## Upcoming retirements\n\n${texts.join("")}`);
      const told = facts
        .filter((fact) => fact.shutdown !== null)
        .map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`);
      assert.equal(told.toSorted().join("; "), WANTED, texts.join(""));
    }
  });
