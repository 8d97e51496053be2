import assert from "node:assert/strict";
import { test } from "node:test";
import { statusOf } from "#src/catalog/lookup.ts";
import type { Row } from "#test/e2e/rig.ts";
import { answer, MIRROR, pipelineRig, SPEC } from "#test/pipeline/rig.ts";

const DAY = 86_400_000;
/** The real ones, with their real day. */
const REAL: readonly Row[] = [
  ["gpt-4o-mini", "2026-12-01", "gpt-8"],
  ["codex-mini-latest", "2026-12-02", "gpt-8"],
  ["text-embedding-ada-002", "2026-12-03", "gpt-8"],
  ["o1-preview", "2026-12-04", "gpt-8"],
];
/** Letters of other scripts that look like Latin ones: https://www.unicode.org/reports/tr39/ */
const TWINS: Readonly<Record<string, string>> = {
  a: "аɑαａ",
  c: "сϲｃ",
  d: "ԁｄ",
  e: "еｅ",
  g: "ɡｇ",
  i: "іｉ",
  m: "ｍ",
  n: "ｎ",
  o: "оοｏ",
  p: "рｐ",
  r: "ｒ",
  t: "ｔ",
  v: "ѵｖ",
  w: "ԝｗ",
  x: "хｘ",
  0: "О０",
  1: "１",
  2: "２",
  4: "４",
};

/** Every id with one letter of another script; then with two, until there are 200. */
function lookAlikes(): string[] {
  const one = (id: string) =>
    Array.from(id).flatMap((letter, at) =>
      Array.from(TWINS[letter] ?? "").map((twin) => `${id.slice(0, at)}${twin}${id.slice(at + 1)}`),
    );
  const single = REAL.flatMap(([id]) => one(id));
  const all = new Set([...single, ...single.flatMap(one)]);
  return [...all].slice(0, 200);
}

test("200 look-alike ids with another day touch no real model: no date, no claim, no alias, no answer (X7)", async (t) => {
  const fakes = lookAlikes();
  assert.equal(fakes.length, 200);
  const rig = await pipelineRig();
  const bot = await rig.boot();
  await bot.pipeline.take(SPEC, answer(REAL), DAY);
  // An earlier and a later day by turns: whichever of two rows of one model a reader prefers.
  const days = (function* () {
    for (;;) yield* ["2026-06-06", "2027-06-06"];
  })();
  const copy = { ...MIRROR, trust: "second-hand" as const };
  assert.equal((await bot.pipeline.take(copy, answer(REAL, copy), DAY)).outcome, "good");
  for (const spec of [SPEC, copy])
    for (let at = 0; at < fakes.length; at += 9) {
      rig.clock.advance(DAY);
      const rows = fakes.slice(at, at + 9).map((id): Row => [id, days.next().value ?? "", "gpt-evil"]);
      const outcome = await bot.pipeline.take(spec, answer([...REAL, ...rows], spec), DAY);
      assert.equal(outcome.outcome, "good");
    }
  const records = await bot.records();
  const real = new Set(REAL.map(([id]) => id));
  let kept = 0;
  for (const [id, shutdown] of REAL) {
    const record = records.get(`openai-api|${id}|`);
    assert.equal(record?.shutdown, shutdown, id);
    assert.deepEqual(new Set(record?.claims.map((claim) => claim.fact.model_id)), new Set([id]));
    assert.deepEqual(
      record?.aliases.filter((alias) => fakes.includes(alias)),
      [],
    );
  }
  const context = { now: rig.clock.now(), sources: [], overrides: [] };
  for (const fake of fakes) {
    if (records.has(`openai-api|${fake}|`)) kept += 1;
    for (const match of statusOf(fake, records, context).matches) assert.ok(!real.has(match.model_id), fake);
  }
  const told = rig.told().filter((meaning) => REAL.some(([id]) => meaning.includes(`|${id}|`)));
  assert.deepEqual(told, []);
  t.diagnostic(`${fakes.length} look-alikes, ${kept} of them kept as models of their own, 0 merged`);
  await rig.store.close();
});
