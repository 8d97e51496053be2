import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

/** What `npm start` loads before the bot works: docs/performance.md says why it stays small. */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const ENTRIES = ["src/process.ts", "src/app.ts", "src/platforms/slack/index.ts", "src/platforms/discord/index.ts"];
const STATIC = /(?:^|\n)\s*(?:import|export)\s(?!type\b)(?:[^;"']*?from\s+)?["']([^"']+)["']/g;
/** Imported when the first page is read, visited, drawn, or asked for. */
const LATER_ROOMS = ["src/read/", "src/picture/", "src/http/page/"];
const LATER_PACKAGES = [
  "zod",
  "undici",
  "htmlparser2",
  "feedsmith",
  "rss-parser",
  "marked",
  "yaml",
  "postal-mime",
  "ical-generator",
  "prom-client",
  "satori",
  "@resvg/resvg-js",
];

/** Every module that a static import leads to, with the one that imports it; packages by their name. */
function startsWith(entries: readonly string[]): Map<string, string> {
  const found = new Map<string, string>(entries.map((entry) => [entry, "the start"]));
  for (const file of found.keys()) {
    if (!file.endsWith(".ts") || !existsSync(join(ROOT, file))) continue;
    for (const [, target = ""] of readFileSync(join(ROOT, file), "utf8").matchAll(STATIC)) {
      const module = target.startsWith(".") ? normalize(join(dirname(file), target)) : target;
      if (!found.has(module)) found.set(module, file);
    }
  }
  return found;
}

test("the bot starts without its readers, its pages and their libraries", () => {
  const loaded = startsWith(ENTRIES);
  assert.ok(loaded.size > 150, `only ${loaded.size} modules were found: the walk is broken`);
  const early = [...loaded]
    .filter(([module]) => LATER_PACKAGES.includes(module) || LATER_ROOMS.some((room) => module.startsWith(room)))
    .map(([module, by]) => `${by} imports ${module}`);
  assert.deepEqual(early, []);
});

test("the walk can fail: it finds what the reading thread imports", () => {
  const loaded = startsWith(["src/sources/generic/read.ts"]);
  assert.ok(loaded.has("htmlparser2"));
  assert.ok([...loaded.keys()].some((module) => module.startsWith("src/read/")));
});
