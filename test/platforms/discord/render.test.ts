import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import type { Block, Inline, Message } from "#src/core/message.ts";
import { renderMessage } from "#src/platforms/discord/index.ts";
import type { DiscordMessage } from "#src/platforms/discord/render.ts";
import { escapeMarkdown, fitPieces, piecesOf } from "#src/platforms/discord/markdown.ts";
import { wordsFrom } from "#src/platforms/shared/words.ts";
import { pingsOf, validateMessage } from "#test/fakes/discord/validate-message.ts";
import { KEY } from "./support.ts";

const words = wordsFrom(undefined, null);
const RUNS = 10_000;

/** Texts of very different lengths, with all that tends to break renderers. */
const spice = fc.constantFrom(
  "`",
  "```",
  "**",
  "\\",
  "😀",
  "👩‍👩‍👧",
  "\u202e",
  "\ud83d",
  "@everyone",
  "<@1>",
  "[a](b)",
  "https://x.y/z",
  "\n",
  "# ",
  "漢字",
  "",
);
const text = fc
  .tuple(
    fc.array(fc.oneof(spice, fc.string({ maxLength: 12 })), { maxLength: 6 }),
    fc.constantFrom(1, 1, 1, 1, 1, 1, 8, 90),
  )
  .map(([parts, times]) => parts.join("").repeat(times));
const url = fc.oneof(
  fc.constantFrom("https://example.com/a(b)c", "javascript:alert(1)", "", "http://u:p@x.y/", "https://x.y/|>"),
  fc.constantFrom(1, 400, 480, 488, 489, 490, 900).map((length) => `https://example.com/${"a".repeat(length)}`),
);
const date = fc
  .integer({ min: 0, max: 4000 })
  .map((days) => Temporal.PlainDate.from("2020-01-01").add({ days }).toString());
const inline: fc.Arbitrary<Inline> = fc.oneof(
  text,
  text.map((value) => ({ type: "code" as const, text: value })),
  text.map((value) => ({ type: "bold" as const, text: value })),
  fc.tuple(text, url).map(([value, address]) => ({ type: "link" as const, text: value, url: address })),
  fc
    .tuple(date, fc.constantFrom("day", "month", "earliest", null))
    .map(([value, precision]) => ({ type: "date" as const, date: value, precision })),
  date.map((value) => ({ type: "instant" as const, at: `${value}T17:00:00Z` })),
);
const inlines = fc.array(inline, { maxLength: 4 });
const many = <T>(one: fc.Arbitrary<T>, maxLength: number) =>
  fc
    .tuple(fc.array(one, { maxLength: 3 }), fc.integer({ min: 1, max: maxLength }))
    .map(([list, times]) =>
      list.length === 0 ? [] : Array.from({ length: times }, (_, index) => list[index % list.length] as T),
    );
const block: fc.Arbitrary<Block> = fc.oneof(
  inlines.map((content) => ({ type: "text" as const, content })),
  inlines.map((content) => ({ type: "note" as const, content })),
  many(inlines, 40).map((items) => ({ type: "list" as const, items })),
  many(fc.record({ label: text, value: inlines }), 60).map((fields) => ({ type: "fields" as const, fields })),
  fc
    .tuple(fc.array(text, { maxLength: 4 }), many(fc.array(inlines, { maxLength: 4 }), 60))
    .map(([columns, rows]) => ({ type: "table" as const, columns, rows })),
  fc
    .tuple(text, fc.option(fc.record({ text, url })))
    .map(([value, link]) => ({ type: "quote" as const, text: value, link })),
  many(
    fc.record({
      label: text,
      style: fc.constantFrom("normal", "primary", "danger"),
      command: fc.constantFrom("model-status", "model-watch add"),
      options: fc.dictionary(fc.constantFrom("model", "days"), text, { maxKeys: 2 }),
    }),
    40,
  ).map((actions) => ({ type: "actions" as const, actions })),
);
const message: fc.Arbitrary<Message> = fc.record({
  headline: text,
  severity: fc.constantFrom("info", "notice", "warning", "critical"),
  blocks: fc.array(block, { maxLength: 5 }),
});

void describe("a message as Discord takes it", () => {
  void it(`is never refused and never cut in the wrong place: ${RUNS} random messages`, () => {
    fc.assert(
      fc.property(message, (given) => {
        const rendered = renderMessage(given, words, KEY);
        validateMessage({ ...rendered, nonce: KEY, enforce_nonce: true });
        for (const part of partsOf(rendered)) assertWhole(part);
        assert.match(rendered.embeds.at(-1)?.footer?.text ?? "", new RegExp(`${KEY}$`));
      }),
      { numRuns: RUNS, seed: 20261123 },
    );
  });

  void it("names a civil date as itself, with a hint that counts from noon UTC, and an instant in the reader's zone", () => {
    const show = (content: Inline[]) => fitPieces(piecesOf(content, words), 1000).markdown;
    assert.equal(show([{ type: "date", date: "2025-07-14", precision: "day" }]), "2025-07-14 (<t:1752494400:R>)");
    assert.equal(show([{ type: "date", date: "2025-07-01", precision: "month" }]), "2025-07");
    assert.match(show([{ type: "date", date: "2025-07-14", precision: "earliest" }]), /^≥ 2025-07-14 \(<t:/);
    assert.equal(show([{ type: "instant", at: "2025-04-14T17:00:00Z" }]), "<t:1744650000:f>");
  });

  void it("says its severity as a word, not only by colour", () => {
    const rendered = renderMessage({ headline: "x", severity: "critical", blocks: [] }, words, null);
    assert.equal(rendered.embeds[0]?.footer?.text, "Critical");
    assert.notEqual(rendered.embeds[0]?.color, undefined);
  });

  void it("keeps reading order: text after fields opens another embed", () => {
    const fields = (label: string): Block => ({ type: "fields", fields: [{ label, value: ["v"] }] });
    const said = (content: string): Block => ({ type: "text", content: [content] });
    const blocks = [said("one"), fields("a"), said("two"), fields("b")];
    const rendered = renderMessage({ headline: "x", severity: "info", blocks }, words, KEY);
    assert.deepEqual(
      rendered.embeds.map((embed) => [embed.description, embed.fields?.[0]?.name]),
      [
        ["one", "a"],
        ["two", "b"],
      ],
    );
  });

  void it("shows a narrow table as code and a linked one as lines, and says how much it left out", () => {
    const narrow = Array.from({ length: 300 }, (_, index) => [[`model-${index}`], ["2026-01-01"]]);
    const table = (rows: Inline[][][]): Message => ({
      headline: "x",
      severity: "info",
      blocks: [{ type: "table", columns: ["Model", "Off"], rows }],
    });
    const code = renderMessage(table(narrow), words, KEY);
    assert.match(code.embeds[0]?.description ?? "", /^```\nModel {6}Off\nmodel-0/);
    assert.match(code.embeds[0]?.description ?? "", /Showing the first \d+ of 300/);
    const linked = renderMessage(table([[["a"], [{ type: "link", text: "page", url: "https://x.y/" }]]]), words, KEY);
    assert.match(linked.embeds[0]?.description ?? "", /• a · \[page\]\(https:\/\/x\.y\/\)/);
  });

  void it("prints the command of a button that does not fit into a custom id", () => {
    const action = {
      label: "Status",
      style: "normal",
      command: "model-status",
      options: { model: "m".repeat(120) },
    } as const;
    const blocks: Block[] = [{ type: "actions", actions: [action] }];
    const rendered = renderMessage({ headline: "x", severity: "info", blocks }, words, KEY);
    assert.deepEqual(rendered.components, []);
    assert.match(rendered.embeds[0]?.description ?? "", /`\/model-status m{120}`/);
  });
});

void describe("hostile text", () => {
  const seeds = [
    "@everyone",
    "@here",
    "<@77>",
    "<@&5>",
    "<#1>",
    "[safe](https://evil.example)",
    "https://evil.example/a",
    "http:",
    "//evil.example",
    "discord.gg/abc",
    "||x||",
    "**",
    "`",
    "# h",
    "> q",
    "- l",
    "1. l",
    "<t:1:R>",
    "\u202e",
    "\u200b",
  ];
  const payloads = Array.from({ length: 500 }, (_, index) => {
    const pick = (step: number) => seeds[(index * step + Math.floor(index / seeds.length)) % seeds.length] ?? "";
    return `${pick(1)}${pick(7)}${index % 3 === 0 ? "\n" : " "}${pick(3)}`;
  });

  void it("alerts nobody and opens no link: 500 payloads", () => {
    let pings = 0;
    for (const payload of payloads) {
      const rendered = renderMessage(
        {
          headline: payload,
          severity: "info",
          blocks: [
            { type: "text", content: [payload, { type: "bold", text: payload }, { type: "code", text: payload }] },
            { type: "fields", fields: [{ label: payload, value: [payload] }] },
            { type: "quote", text: payload, link: null },
          ],
        },
        words,
        KEY,
      );
      validateMessage(rendered);
      pings += pingsOf(rendered.content, rendered.allowed_mentions, false).length;
      for (const part of partsOf(rendered))
        assert.doesNotMatch(bareOf(part), /https?:\/\/|\]\(|<[@#t]|discord\.gg\/|@everyone|\|\||\u202e/, payload);
    }
    assert.equal(pings, 0);
    assert.equal(pingsOf("@everyone <@1> <@&2>", undefined, false).length, 3, "the oracle does see pings");
  });

  void it("cannot join two harmless parts into a link", () => {
    const show = (content: Inline[]) => fitPieces(piecesOf(content, words), 1000).markdown;
    assert.doesNotMatch(show(["https:", "//evil.example"]), /https:\/\//);
    assert.doesNotMatch(show(["https", "://evil.example"]), /https:\/\//);
    assert.doesNotMatch(show(["https:/", "/evil.example"]), /https:\/\//);
  });

  void it("is escaped in linear time", () => {
    const started = performance.now();
    escapeMarkdown("1".repeat(200_000) + "\\".repeat(200_000) + " ".repeat(200_000));
    assert.ok(performance.now() - started < 500);
  });
});

function partsOf(rendered: DiscordMessage): string[] {
  const inEmbeds = rendered.embeds.flatMap((embed) => [
    embed.description ?? "",
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
  ]);
  return [rendered.content, ...inEmbeds];
}

/** Surrogates in pairs, links and timestamps closed, no escape and no code left open. */
function assertWhole(part: string): void {
  assert.ok(part.isWellFormed());
  const bare = bareOf(part);
  for (const found of bare.matchAll(/<t:/g))
    assert.match(bare.slice(found.index), /^<t:-?\d+:[fR]>/, "a cut timestamp");
  const opened = (bare.match(/\[/g) ?? []).length;
  const links = (bare.match(/\[[^[\]]*\]\(https?:\/\/[^()\s]*\)/g) ?? []).length;
  assert.equal(opened, links, `a cut link: ${bare}`);
}

/** What Discord reads as marks: the text without escaped characters and without code. Left to right, as Discord does. */
function bareOf(part: string): string {
  let bare = "";
  for (let at = 0; at < part.length; at += 1) {
    const mark = part[at];
    if (mark === "\\") {
      assert.ok(at + 1 < part.length, `an open escape: ${part.slice(-40)}`);
      at += 1;
    } else if (mark === "`") {
      const fence = part.startsWith("```", at) ? "```" : "`";
      const end = part.indexOf(fence, at + fence.length);
      assert.ok(end > at, `open code: ${part.slice(at, at + 40)}`);
      at = end + fence.length - 1;
    } else bare += mark;
  }
  return bare;
}
