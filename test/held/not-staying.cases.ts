import assert from "node:assert/strict";
import { test } from "node:test";
import { readNews } from "#src/read/news/index.ts";

const idsOf = (title: string, text: string) =>
  readNews([{ id: "1", published: "2025-11-18T00:00:00Z", title, text }])
    .flatMap(({ models }) => models)
    .map((fact) => `${fact.model_id} ${fact.shutdown}`);

/** "It" stands nearer to a model that stays than to the one of the headline. */
const ROWS = [
  {
    title: "Abkündigung: chatgpt-4o-latest",
    text: "Der Name zeigte stets auf jenen GPT-4o-Stand, der gerade lief. Am 17. Februar 2026 nehmen wir ihn aus der API. GPT-4o selbst bleibt unverändert erreichbar.",
  },
  {
    title: "chatgpt-4o-latest is leaving the API",
    text: "This name followed the GPT-4o snapshot of the day. We will remove it from the API on February 17, 2026. gpt-4o remains available.",
  },
  {
    title: "Fin de chatgpt-4o-latest",
    text: "Ce nom suivait la version de GPT-4o du moment. Il sera retiré de l'API le 17 février 2026. gpt-4o reste disponible.",
  },
];
for (const { title, text } of ROWS)
  test(`who stays is not who leaves: ${title}`, () => {
    assert.deepEqual(idsOf(title, text), ["chatgpt-4o-latest 2026-02-17"]);
  });

test("what stays for now ends all the same", () => {
  assert.deepEqual(
    idsOf(
      "A note on acme-chat-2",
      "acme-chat-2 stays available for now. It will be shut down in the API on 1 May 2026.",
    ),
    ["acme-chat-2 2026-05-01"],
  );
});
