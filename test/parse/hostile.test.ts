import assert from "node:assert/strict";
import { test } from "node:test";
import { detectForm, parseDocument, parseHtml, parseMarkdown, parseText } from "#src/parse/index.ts";

/** Text that makes careless patterns and parsers quadratic, 200 KB each; `npm run bench -- linear` measures its growth. */
const unit = (piece: string) => piece.repeat(Math.ceil(200_000 / piece.length));
const hostile: Record<string, string> = {
  spaces: `${unit(" ")}x`,
  "spaces behind a bracket": `]${unit(" ")}x`,
  dashes: unit("-"),
  "table borders": unit("| - "),
  pipes: unit("|"),
  "open tags": unit("<a "),
  "open components": unit("<Note>\n"),
  "closing tags": unit("</Note>\n"),
  comments: unit("<!--"),
  braces: unit("{/*"),
  quotes: unit('<Update label="'),
  backticks: unit("`a"),
  entities: unit("&amp"),
  newlines: unit("\n"),
  "front matter": `---\n${unit("a ")}`,
  colons: unit("::: x\n"),
};

for (const [name, text] of Object.entries(hostile)) {
  test(`200 KB of ${name} is read or refused`, () => {
    for (const read of [parseDocument, parseText, parseMarkdown, parseHtml]) {
      try {
        read(text);
      } catch (cause) {
        assert.ok(cause instanceof Error && cause.name === "ParseLimitError", String(cause));
      }
    }
    detectForm(text, null);
  });
}
