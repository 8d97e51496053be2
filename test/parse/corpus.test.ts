import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { decodeBody, parseFeed } from "#src/parse/index.ts";

const folder = new URL("../../../shared/corpus/malformed/", import.meta.url);
const skip = existsSync(folder) ? false : "the shared corpus is not here";

test("every malformed feed is read or refused as expected", { skip, timeout: 60_000 }, async () => {
  const rows = readFileSync(new URL("expected.tsv", folder), "utf8").trim().split("\n").slice(1);
  const wrong: string[] = [];
  for (const row of rows) {
    const [file = "", must = ""] = row.split("\t");
    const got = await parseFeed(decodeBody(readFileSync(new URL(file, folder)), null)).then(
      (feed) => `parse ${feed.items.length} items`,
      () => "reject",
    );
    if (!must.split(" | ").includes(got)) wrong.push(`${file}: ${got}, not ${must}`);
  }
  assert.deepEqual(wrong, []);
  assert.equal(rows.length, readdirSync(folder).length - 1);
});
