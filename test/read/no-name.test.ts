import assert from "node:assert/strict";
import { test } from "node:test";
import { isNoName } from "#src/read/names/no-name.ts";

const NONE = [
  "April 7:",
  "7 de abril:",
  "Aug 25, 2026",
  "Between 19",
  "4月7日",
  "v1beta1",
  "v2",
  "europe-west9",
  "us-gov-east-1",
  "segment.acme.example",
  "https://acme.example/models",
  "I use acme-1. Do I have to worry?",
  "And acme-2 ?",
];
const NAMES = [
  "acme-a-1",
  "GPT-4.5 Preview",
  "o1",
  "Claude Opus 4.1",
  "v1-large",
  "accounts/acme/models/a-1",
  "meta.llama3-70b-instruct-v1:0",
  "gemini-2.5-pro-preview-05-06",
  "x.1-large",
  "March-7B",
  "command-r-08-2024",
];

for (const text of NONE) test(`no name of a model: ${text}`, () => assert.equal(isNoName(text), true));
for (const text of NAMES) test(`a name: ${text}`, () => assert.equal(isNoName(text), false));
