import assert from "node:assert/strict";
import { test } from "node:test";
import type { Block, Message } from "#src/core/message.ts";
import { createDrawn } from "#src/platforms/shared/drawn.ts";

const text: Block = { type: "text", content: ["a model ends"] };
const note: Block = { type: "note", content: ["soon"] };
const buttons = (card: string): Block => ({
  type: "actions",
  actions: [{ label: "Mark", style: "normal", command: "mark", options: { card } }],
});
const messageOf = (...blocks: Block[]): Message => ({ headline: "News", severity: "info", blocks });
const words = {};

test("what was drawn of a message is found for the same blocks, whatever the buttons carry", () => {
  const drawn = createDrawn<string>();
  const message = messageOf(text, note, buttons("k1"));
  assert.equal(drawn.find(message, words), null);
  assert.equal(drawn.keep(message, words, "picture"), "picture");
  assert.equal(drawn.find(message, words), "picture");
  assert.equal(drawn.find(messageOf(text, note, buttons("k2")), words), "picture");
});

test("anything else that is said is drawn anew", () => {
  const drawn = createDrawn<string>();
  const message = messageOf(text, note, buttons("k1"));
  drawn.keep(message, words, "picture");
  const others: [string, Message, object][] = [
    ["words of another language", message, {}],
    ["headline", { ...message, headline: "Other" }, words],
    ["severity", { ...message, severity: "critical" }, words],
    ["a block more", messageOf(text, note, buttons("k1"), note), words],
    ["a block less", messageOf(text, note), words],
    ["another block", messageOf(text, { ...note }, buttons("k1")), words],
    ["no buttons in their place", messageOf(text, note, note), words],
    ["another first block", messageOf({ ...text }, note, buttons("k1")), words],
  ];
  for (const [what, other, inWords] of others) assert.equal(drawn.find(other, inWords), null, what);
});

test("a message of buttons alone is never kept", () => {
  const drawn = createDrawn<string>();
  const message = messageOf(buttons("k1"));
  drawn.keep(message, words, "picture");
  assert.equal(drawn.find(message, words), null);
});
