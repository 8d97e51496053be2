import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

/** The import table of ARCHITECTURE.md. A room may import itself, core and lib; more only where this says so. */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const EXTRA: Record<string, string[]> = {
  read: ["parse"],
  sources: ["parse", "read"],
  ingest: ["parse", "read"],
};
/** The wiring sees everything. */
const WIRING = /^src\/(app|cli|pipeline|main|process|demo)\.ts$|^src\/(cli|wiring)\//;
const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

/** Paths inside the project that the file imports, relative to its root. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  const found: string[] = [];
  for (const match of text.matchAll(IMPORT)) {
    const target = match[1] ?? match[2] ?? "";
    if (target.startsWith(".")) found.push(normalize(join(dirname(file), target)));
    if (target.startsWith("#")) found.push(normalize(target.slice(1)));
  }
  return found;
}

/** The room of a path: its folder below src (platforms each for itself), or `commands`. */
function roomOf(path: string): string {
  const parts = path.split("/");
  if (parts[0] !== "src") return parts[0] ?? "";
  if (parts[1] === "platforms") return `platforms/${parts[2]}`;
  return parts[1] ?? "";
}

function allowed(room: string, target: string): boolean {
  if (room === target || target === "core") return true;
  if (room === "core" || room === "commands") return false;
  if (target === "lib") return true;
  if (room.startsWith("platforms/") && target === "platforms/shared") return true;
  return (EXTRA[room] ?? []).includes(target);
}

function violations(files: string[]): string[] {
  return files
    .filter((file) => !WIRING.test(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => !allowed(roomOf(file), roomOf(target)))
        .map((target) => `${file} imports ${target}`),
    );
}

test("data flows one way: every room imports only what the table allows", () => {
  const files = [...filesBelow("src"), ...filesBelow("commands")];
  assert.ok(files.length > 20, `only ${files.length} files were found: the walk is broken`);
  assert.deepEqual(violations(files), []);
});

test("the table can fail: a forbidden import is seen", () => {
  assert.equal(allowed("core", "lib"), false);
  assert.equal(allowed("commands", "store"), false);
  assert.equal(allowed("parse", "read"), false);
  assert.equal(allowed("platforms/slack", "platforms/discord"), false);
  assert.equal(allowed("sources", "read"), true);
});

const MOST_LINES = 400;

test("no file of the product has grown too long", () => {
  const big = [...filesBelow("src"), ...filesBelow("commands")]
    .map((file) => ({ file, lines: readFileSync(join(ROOT, file), "utf8").split("\n").length }))
    .filter(({ lines }) => lines > MOST_LINES);
  assert.deepEqual(big, []);
});
