import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** Names as makers give them, of families that nobody knows and of known ones. */
const NAMES =
  "Orion Large 2|Nova Large 2|Genesis Pro 3|Octave 2.1|Junior Chat 4|ORION-L2|orion.large-v1:0|vendor/orion-large@20240601|@cf/vendor/orion-2b|orion-beta|Orion 2.1 Instruct 70B|OrionChat 2|orion_large_v2|text-orion-001|accounts/acme/models/orion-7b|Orion-7B-Instruct|o7-mini|Vendor/Orion-7B-Instruct-v0.3|orion-large-latest|Orion Image Ultra 3|us.vendor.orion-pro-v1:0|codeorion:34b|GPT-9 Turbo Preview|Claude Sonnet 9|Gemini 9 Flash-Lite|Llama 9 Scout 17B".split(
    "|",
  );

const DAY = "December 15, 2026";
const LAYOUTS: Record<string, (name: string) => string> = {
  "a row": (name) => `| Model | Shutdown date |\n|---|---|\n| ${name} | ${DAY} |`,
  "an item": (name) => `- ${name} will be shut down on ${DAY}. Use nova-4-large.`,
  "an item in code marks": (name) => `- \`${name}\` will be shut down on ${DAY}. Use \`nova-4-large\`.`,
  "a sentence": (name) => `We will retire ${name} on ${DAY}. We recommend nova-4-large.`,
  "a sentence in code marks": (name) => `We will retire \`${name}\` on ${DAY}. We recommend \`nova-4-large\`.`,
  "a sentence in bold type": (name) => `**${name}** will be retired on ${DAY}. We recommend **nova-4-large**.`,
  "behind the noun": (name) => `The model ${name} will be removed from the API on ${DAY}.`,
  "below a sentence": (name) => `The following models will be shut down on ${DAY}:\n\n- ${name}`,
  "below a sentence, in code marks": (name) => `The following models will be shut down on ${DAY}:\n\n- \`${name}\``,
  "before an arrow": (name) => `## Upcoming shutdowns\n\n- \`${name}\` → \`nova-4-large\` (${DAY})`,
  "a heading": (name) => `## ${name}\n\nThis model will be retired on ${DAY}. Use nova-4-large.`,
  "an entry": (name) =>
    `## June 10, 2026\n\n- Deprecated \`${name}\`. It will be shut down on ${DAY}; use \`nova-4-large\`.`,
};

for (const [layout, write] of Object.entries(LAYOUTS))
  test(`any name, as ${layout}`, async () => {
    const missed: string[] = [];
    for (const name of NAMES) {
      const facts = await factsOfText(`# Model deprecations\n\n${write(name)}\n`);
      const told = facts.map((fact) => `${fact.model_id} ${fact.shutdown}`);
      if (told.join() !== `${name} 2026-12-15`) missed.push(`${name}: ${told.join()}`);
    }
    assert.deepEqual(missed, []);
  });

/** Capitals and numbers of other things on a page about models. */
const OTHERS = [
  "The Orion Console 2 will be shut down on December 15, 2026.",
  "Phase 2 of the migration ends on December 16, 2026.",
  "On Monday, Section 4 of the terms is removed on December 17, 2026.",
  "Plan Pro 3 will be discontinued on December 18, 2026.",
  "Support for TLS 1.1 and Python 3.8 ends on December 19, 2026.",
  "The Assistants API v2 will be retired on December 20, 2026.",
  "Region US East 1 will be decommissioned on December 21, 2026.",
  "Ticket ABC 123 will be removed on December 22, 2026.",
  "Customers in Group A 1 will be moved and removed on December 23, 2026.",
  "See RFC 9745 and ISO 27001, which are retired on December 24, 2026.",
  "GPU H100 80GB machines will be retired on December 25, 2026.",
  "AWS Inferentia 2 nodes will be retired on December 26, 2026.",
  "Optimizer One v1 deployment profiles stop working on December 28, 2026.",
  "Discontinued 45 days after the notice, on December 29, 2026.",
  "The public-preview and the private-beta end on December 27, 2026.",
];
for (const text of OTHERS)
  test(`no model: ${text}`, async () => {
    assert.deepEqual(
      (await factsOfText(`# Model deprecations\n\n${text}\n`)).map((fact) => fact.model_id),
      [],
    );
  });
