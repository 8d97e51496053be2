import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** What is gone since a day, what was planned before, what leaves one place, what is taken back. Read on 2026-09-20. */
const told = async (sentence: string): Promise<string> =>
  (await factsOfText(`# Changelog\n\n## September 14, 2026\n\n${sentence}\n`))
    .filter((fact) => fact.kind === "model" && fact.scheduled)
    .map((fact) => `${fact.model_id} ${fact.shutdown}`)
    .join();

const page = async (sentence: string): Promise<string> =>
  (await factsOfText(`# Questions\n\n${sentence}\n`))
    .filter((fact) => fact.kind === "model" && fact.scheduled)
    .map((fact) => `${fact.model_id} ${fact.shutdown}`)
    .join();

for (const sentence of [
  "`acme-3-turbo` is no longer available since August 28, 2026.",
  "`acme-3-turbo` ist seit dem 28. August 2026 nicht mehr erreichbar.",
  "`acme-3-turbo` n'est plus disponible depuis le 28 août 2026.",
  "`acme-3-turbo` ya no está disponible desde el 28 de agosto de 2026.",
])
  test(`gone since: ${sentence}`, async () => assert.equal(await page(sentence), "acme-3-turbo 2026-08-28"));

for (const sentence of [
  "`acme-3-turbo` has been deprecated since August 28, 2026.",
  "`acme-3-turbo` is no longer available to new customers since August 28, 2026.",
  "`acme-3-turbo` is no longer recommended since August 28, 2026.",
  "`acme-3-turbo` is no longer available in the playground since August 28, 2026.",
  "From October 4, 2026 `acme-3-turbo` is no longer served from Frankfurt.",
  "Starting October 4, 2026, `acme-3-turbo` will no longer be available in eu-west-1.",
])
  test(`not gone: ${sentence}`, async () => {
    assert.equal(await page(sentence), "");
    assert.equal(await told(sentence), "");
  });

for (const sentence of [
  "We had planned to switch off `acme-3-turbo` on September 30. It will now be switched off on December 1, 2026.",
  "We had planned to switch off `acme-3-turbo` on September 30. Some tools still have it as their default, so we moved the date: it will now be switched off on December 1, 2026.",
])
  test(`planned before: ${sentence}`, async () => assert.equal(await told(sentence), "acme-3-turbo 2026-12-01"));

for (const sentence of [
  "We had planned to shut down `acme-3-turbo` on September 30, 2026. We have decided to keep it.",
  "In July we wrote that `acme-3-turbo` would leave on September 30, 2026. There is no removal date for it any more.",
])
  test(`taken back: ${sentence}`, async () => assert.equal(await told(sentence), ""));

test("what code runs on is no model", async () => {
  assert.equal(await told("- Python 3.9 will be removed on December 31, 2026."), "");
});
