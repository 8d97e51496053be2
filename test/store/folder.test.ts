import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { makeWritableFolder } from "#src/store/folder.ts";

const folder = mkdtempSync(join(tmpdir(), "sundown-folder-"));
after(() => rmSync(folder, { recursive: true, force: true }));

test("the folder is made with its parents, and made again without complaint", async () => {
  const deep = join(folder, "a", "b");
  await makeWritableFolder(deep);
  await makeWritableFolder(deep);
  assert.ok(existsSync(deep));
});

test("a file in the way is told with what to do", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  await assert.rejects(makeWritableFolder(file), /file is a file; set DATA_DIR to a folder/);
  await assert.rejects(makeWritableFolder(join(file, "below")), /is a file; set DATA_DIR to a folder/);
});

const skip = process.platform === "linux" ? false : "there is no /proc here";

test("a file system that takes no folder is refused at once, not waited for", { skip, timeout: 5_000 }, async () => {
  await assert.rejects(makeWritableFolder("/proc/sundown/data"), /set DATA_DIR to another folder/);
});
