import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** Ends told as a noun, and days that no longer count. Entry of 2026-09-14, read on 2026-09-20. */
const told = async (sentence: string): Promise<string> =>
  (await factsOfText(`# Changelog\n\n## September 14, 2026\n\n${sentence}\n`))
    .filter((fact) => fact.kind === "model" && fact.scheduled)
    .map((fact) => `${fact.model_id} ${fact.shutdown}`)
    .join();

const MOVED = [
  "The end of `acme-3-turbo`, first planned for October 1, 2026, is now set for December 1, 2026.",
  "The end of `acme-3-turbo` is set for December 1, 2026.",
  "`acme-3-turbo`'s end, once planned for October 1, 2026, now falls on December 1, 2026.",
  "`acme-3-turbo` was to end on October 1, 2026; the new date is December 1, 2026.",
  "`acme-3-turbo` was to be removed on October 1, 2026. It now stays until December 1, 2026.",
  "`acme-3-turbo` was to go on October 1, 2026, but will now be shut down on December 1, 2026.",
];
for (const sentence of MOVED)
  test(`a moved end: ${sentence}`, async () => assert.equal(await told(sentence), "acme-3-turbo 2026-12-01"));

const NONE = [
  "The end of the discount on `acme-3-turbo`, first planned for October 1, 2026, is now set for December 1, 2026.",
  "The end of free access to `acme-3-turbo` is now set for December 1, 2026.",
  "The end of `acme-3-turbo` training is set for December 1, 2026.",
  "The end of Acme-4 billing is planned for December 1, 2026.",
  "`acme-3-turbo`'s end of the queue is on December 1, 2026.",
];
for (const sentence of NONE) test(`no end of a model: ${sentence}`, async () => assert.equal(await told(sentence), ""));
