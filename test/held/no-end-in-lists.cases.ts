import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** What changelogs and lists tell of living models: D is a day, and no model ends on it. */
const LIVING: readonly string[] = [
  "`acme-5` – D – available",
  "`acme-5` released on D",
  "D: `acme-5` is now available",
  "D: launched `acme-5`",
  "`acme-5` (D)",
  "D: `acme-5` replaces `acme-2-mini` as the default",
  "D: `acme-5` is now the default; `acme-2-mini` remains available",
  "`acme-2-mini` will stay available until at least D",
  "`acme-2-mini` price drops 20% on D",
  "Free access to `acme-5` ends D",
  "D: the `top_k` parameter of `acme-5` is removed",
  "D: `/v1/engines` endpoint is removed; `acme-5` is not affected",
  "D: `acme-python` SDK v1 reaches end of life",
  "Fine-tuning of `acme-2-mini` ends on D; inference continues",
  "On D we extended the availability of `acme-2-mini`",
  "The shutdown of `acme-2-mini` planned for D has been cancelled",
  "D: maintenance of `acme-5`, 10:00–12:00 UTC",
  "D: outage of `acme-5` resolved",
  "Knowledge cutoff of `acme-5`: D",
  "The training data of `acme-5` ends on D",
  "`acme-5` context window grows to 1M on D",
  "Batch discount for `acme-5` ends D",
  "`acme-5` will be generally available on D",
  "Rate limits of `acme-5` change on D",
  "`acme-latest` will point to `acme-5` from D",
  "`acme-2-mini` is not being retired on D",
  "`acme-5` supports images as of D",
  "Terms for `acme-5` change on D",
  "Region eu-west of `acme-5` opens on D",
  "D: removed the waitlist for `acme-5`",
  "D: `acme-5` leaves preview",
  "D: `acme-5` moves out of beta",
  "D: safety filters of `acme-5` updated",
  "D: documentation for `acme-5` removed from the beta section",
  "Old API keys stop working on D; `acme-5` users must rotate",
  "Support tickets about `acme-5` close on D",
  "`acme-5` trial credits expire D",
  "Legacy console removed on D (models such as `acme-5` unaffected)",
];

const HEADS = ["# Changelog", "# Deprecations", "# Models\n\n## Lifecycle"];
const DAYS = ["May 4, 2027", "2027-05-04", "January 4, 2026"];
const SHAPES: Readonly<Record<string, (text: string) => string>> = {
  "an item": (text) => `- ${text}`,
  "a paragraph": (text) => `${text}.`,
  "a heading": (text) => `### ${text}\n\nRead more in the docs.`,
  "an entry": (text) => `### D\n\n${text.startsWith("D: ") ? `${text.slice(3)}.` : `- ${text}`}`,
};

/** As of 2026-09-20. */
for (const [shape, write] of Object.entries(SHAPES))
  for (const text of LIVING)
    test(`no end in ${shape}: ${text}`, async () => {
      for (const head of HEADS)
        for (const day of DAYS) {
          const page = `${head}\n\n${write(text).replaceAll(/(?<!\p{L})D(?!\p{L})/gu, day)}\n`;
          const ends = (await factsOfText(page)).filter(
            (fact) => fact.shutdown !== null && fact.scheduled && fact.kind === "model",
          );
          assert.deepEqual(
            ends.map((fact) => `${fact.model_id} ${fact.shutdown}`),
            [],
            page,
          );
        }
    });
