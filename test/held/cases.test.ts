import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";

/**
 * The small files of cases beside this one need the same readers: each by itself would load them anew. One of them alone:
 * `node --test test/held/english.cases.ts`.
 */
const files = readdirSync(new URL(".", import.meta.url)).filter((file) => file.endsWith(".cases.ts"));
await Promise.all(files.map((file) => import(new URL(file, import.meta.url).href)));

test("all small files of cases were run", () => assert.ok(files.length >= 24, `only ${files.length} were found`));
