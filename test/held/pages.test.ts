import assert from "node:assert/strict";
import { test } from "node:test";
import { loadFamilies } from "#src/ingest/index.ts";
import { factsOf, FOLDER, type Page, pages, score } from "./support.ts";

const families = await loadFamilies();
/** Pages as providers put them out, and pages as they may look after a change of site, or of providers nobody names. */
const all = [...pages(), ...pages(`${FOLDER}later/`)];

/** What cannot be read yet, per page and reader; every other page is read without a mistake. */
const FLOORS: Record<string, number> = {
  "generic prose-page": 0.66,
  "generic cloudflare-docs": 0.85,
  // A lone id with `_` in a sentence could be a tool's.
  "generic inflection": 0.8,
};
/** Pages on which nothing ends, and how many things the reader still takes for an end. */
const MOST_SPURIOUS: Record<string, number> = { "generic traps": 1, "generic traps3": 1 };

const readers = (page: Page): ("own" | "generic")[] =>
  page.truth.source === "generic" ? ["generic"] : ["own", "generic"];

for (const page of all) {
  for (const by of readers(page)) {
    test(`${page.name}, read by ${by}: ${page.truth.why}`, async () => {
      const got = score(await factsOf(families, page, by), page.truth);
      const allowed = MOST_SPURIOUS[`${by} ${page.name}`];
      if (allowed !== undefined) {
        assert.ok(got.fp <= allowed, got.mistakes.join("\n"));
        return;
      }
      const floor = FLOORS[`${by} ${page.name}`] ?? 1;
      assert.ok(got.f1 >= floor, `F1 ${got.f1.toFixed(3)} is below ${floor}\n${got.mistakes.join("\n")}`);
    });
  }
}

test("all pages together: replacements and notice days", async () => {
  let [right, of] = [0, 0];
  for (const page of all) {
    for (const by of readers(page)) {
      const { replacements, announced } = score(await factsOf(families, page, by), page.truth);
      right += replacements.right + announced.right;
      of += replacements.of + announced.of;
    }
  }
  assert.ok(right >= 0.97 * of, `${right} of ${of}`);
});
