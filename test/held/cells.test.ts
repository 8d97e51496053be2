import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

type Cases = readonly (readonly [cell: string, names: readonly string[]])[];

const page = (model: string, replacement: string): string =>
  `# Model retirements\n\n| Model | Retirement date | Replacement |\n|---|---|---|\n| ${model} | 2026-12-01 | ${replacement} |\n| acme-z-1 | 2026-12-01 | acme-z-2 |\n`;

/** How pages write the replacement of `acme-a-1`. */
const REPLACEMENTS: Cases = [
  ["`acme-a-2`", ["acme-a-2"]],
  ["acme-a-2 or acme-a-3", ["acme-a-2", "acme-a-3"]],
  ["acme-a-2, acme-a-3", ["acme-a-2", "acme-a-3"]],
  ["acme-a-2 / acme-a-3", ["acme-a-2", "acme-a-3"]],
  ["acme-a-2<br>acme-a-3", ["acme-a-2", "acme-a-3"]],
  ["→ acme-a-2", ["acme-a-2"]],
  ["Use acme-a-2", ["acme-a-2"]],
  ["acme-a-2 (recommended)", ["acme-a-2"]],
  ["acme-a-2 (for chat), acme-a-3 (for code)", ["acme-a-2", "acme-a-3"]],
  ["Claude Opus 4.1", ["Claude Opus 4.1"]],
  ["Claude Opus 4.1 (`claude-opus-4-1`)", ["claude-opus-4-1"]],
  ["[acme-a-2](/models/acme-a-2)", ["acme-a-2"]],
  ["None", []],
  ["N/A", []],
  ["—", []],
  ["TBD", []],
  ["No direct replacement", []],
  ["Contact sales", []],
  ["See migration guide", []],
  ["acme-a-2 (preview) until GA", ["acme-a-2"]],
  ["acme-a-2\\*", ["acme-a-2"]],
  ["acme-a-2 ¹", ["acme-a-2"]],
  ["acme-a-2[^1]", ["acme-a-2"]],
  ["Any other model", []],
  ["可访问的能力最强的网络安全模型", []],
  ["acme-a-2 with reasoning disabled", ["acme-a-2"]],
  ["acme-a-2 at the same price", ["acme-a-2"]],
  ["acme-a-2; see [guide](/x)", ["acme-a-2"]],
  ["acme-a-2 – same API", ["acme-a-2"]],
  ["acme-a-2 (reasoning_effort=low)", ["acme-a-2"]],
  ["acme-a-2 with `temperature=0`", ["acme-a-2"]],
  ["Latest: acme-a-2", ["acme-a-2"]],
  ["acme-a-2 and later", ["acme-a-2"]],
  ["acme-a-2+", ["acme-a-2"]],
  ["GPT-5 mini or GPT-5 nano", ["GPT-5 mini", "GPT-5 nano"]],
  ["gpt-5-mini (auto-upgrade on 2026-12-01)", ["gpt-5-mini"]],
  ["acme/acme-a-2", ["acme/acme-a-2"]],
  ["acme.a-2-v1:0", ["acme.a-2-v1:0"]],
  ["Upgrade to acme-a-2 or self-host", ["acme-a-2"]],
  ["acme-a-2（推荐）", ["acme-a-2"]],
  ["建议使用 acme-a-2", ["acme-a-2"]],
  ["acme-a-2 を使用", ["acme-a-2"]],
  ["acme-a-2 사용", ["acme-a-2"]],
  ["**acme-a-2**", ["acme-a-2"]],
  ["acme-a-2 ✅", ["acme-a-2"]],
  ["• acme-a-2 • acme-a-3", ["acme-a-2", "acme-a-3"]],
  ["1. acme-a-2 2. acme-a-3", ["acme-a-2", "acme-a-3"]],
  ["Self-deploy acme-a-1 or use acme-a-2", ["acme-a-2"]],
  ["same model on dedicated endpoints", []],
  ["acme-a-2 (or acme-a-3 for long context)", ["acme-a-2"]],
  ["Text: acme-a-2; Image: acme-i-2", ["acme-a-2", "acme-i-2"]],
  ["Gemini 3.5 Flash", ["Gemini 3.5 Flash"]],
  ["Llama 3.3 70B Instruct", ["Llama 3.3 70B Instruct"]],
];

for (const [cell, names] of REPLACEMENTS) {
  test(`a replacement cell that says "${cell}" names ${names.join(", ") || "nothing"}`, async () => {
    const facts = await factsOfText(page("acme-a-1", cell));
    assert.deepEqual(facts.find((fact) => fact.model_id === "acme-a-1")?.replacements, names);
  });
}

/** How pages write the models of one row. */
const MODELS: Cases = [
  ["`acme-a-1`", ["acme-a-1"]],
  ["acme-a-1, acme-b-1", ["acme-a-1", "acme-b-1"]],
  ["acme-a-1<br>acme-b-1", ["acme-a-1", "acme-b-1"]],
  ["acme-a-1 and acme-b-1", ["acme-a-1", "acme-b-1"]],
  ["Acme A 1 (`acme-a-1`)", ["acme-a-1"]],
  ["Acme A 1 `acme-a-1`", ["acme-a-1"]],
  ["`acme-a-1` (Acme A 1)", ["acme-a-1"]],
  ["[`acme-a-1`](/m)", ["acme-a-1"]],
  ["acme-a-1 ⚠️", ["acme-a-1"]],
  ["⚠️ acme-a-1", ["acme-a-1"]],
  ["acme-a-1 *(preview)*", ["acme-a-1"]],
  ["acme-a-1[^2]", ["acme-a-1"]],
  ["acme-a-1<sup>2</sup>", ["acme-a-1"]],
  ["**acme-a-1**", ["acme-a-1"]],
  ["acme-a-1 (all versions)", ["acme-a-1"]],
  ["acme-a-1 model", ["acme-a-1"]],
  ["The acme-a-1 model", ["acme-a-1"]],
  ["acme-a-1 (US regions only)", ["acme-a-1"]],
  ["acme-a-1 → acme-a-2", ["acme-a-1"]],
  ["Claude 3 Opus", ["Claude 3 Opus"]],
  ["Claude 3 Opus, Claude 3 Haiku", ["Claude 3 Opus", "Claude 3 Haiku"]],
  ["GPT-4o (2024-05-13)", ["GPT-4o"]],
  ["gpt-4o:2024-05-13", ["gpt-4o:2024-05-13"]],
  ["acme/acme-a-1", ["acme/acme-a-1"]],
  ["@cf/acme/acme-a-1", ["@cf/acme/acme-a-1"]],
  ["acme.a-1-v1:0", ["acme.a-1-v1:0"]],
  ["acme-a-1@001", ["acme-a-1@001"]],
  ["acme-a-1-*", ["acme-a-1-*"]],
  ["acme-a-1, acme-a-1-16k (and fine-tunes)", ["acme-a-1", "acme-a-1-16k"]],
  ["`acme-a-1` / `acme-b-1`", ["acme-a-1", "acme-b-1"]],
  ["- acme-a-1<br>- acme-b-1", ["acme-a-1", "acme-b-1"]],
  ["• acme-a-1 <br> • acme-b-1", ["acme-a-1", "acme-b-1"]],
  ["acme-a-1 (`2025-01-01`)", ["acme-a-1"]],
  ["~~acme-q-1~~ acme-a-1", ["acme-a-1"]],
  ["acme-a-1 🔴 Retired", ["acme-a-1"]],
  ["Acme A 1 <br> ID: acme-a-1", ["acme-a-1"]],
  ["acme-a-1（旧版）", ["acme-a-1"]],
  ["acme-a-1、acme-b-1", ["acme-a-1", "acme-b-1"]],
  ["acme-a-1 及 acme-b-1", ["acme-a-1", "acme-b-1"]],
  ["Llama 3.1 8B, 70B and 405B", ["Llama 3.1 8B", "Llama 3.1 70B", "Llama 3.1 405B"]],
  ["Gemini 2.0 Flash / Flash-Lite", ["Gemini 2.0 Flash", "Gemini 2.0 Flash-Lite"]],
  ["GPT-9o (gpt-9o-2026-05-13, gpt-9o-2026-08-06)", ["gpt-9o-2026-05-13", "gpt-9o-2026-08-06"]],
];

for (const [cell, names] of MODELS) {
  test(`a model cell that says "${cell}" names ${names.join(", ")}`, async () => {
    const facts = await factsOfText(page(cell, "acme-a-9"));
    const ids = facts.map((fact) => fact.model_id).filter((id) => id !== "acme-z-1");
    assert.deepEqual(ids, names);
    assert.ok(facts.every((fact) => fact.shutdown === "2026-12-01" && fact.kind === "model"));
  });
}
