import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Message } from "#src/core/message.ts";
import { decodeAction } from "#src/platforms/shared/actions.ts";
import { renderMessage } from "#src/platforms/slack/render.ts";
import { countPings, refuseMessage, visibleTexts } from "#test/fakes/slack/validate.ts";
import { seededRandom } from "./random.ts";
import { randomMessage } from "./random-message.ts";

/** Dates stand in brackets that nothing else writes, so that a date that was cut leaves one alone. */
const words = { date: (date: string) => `⟦${date}⟧` };
const iso = { date: (date: string) => date };

const LINK = /<https?:\/\/[^|<>\s]+(?:\|[^|<>\n]+)?>/g;
const DATE = /<!date\^\d+\^\{(?:ago|date_short)\}(?: \{time\})?\|[^|<>]+>/g;

function flaws(text: string, type: string): string[] {
  const out: string[] = [];
  if (!text.isWellFormed()) out.push("cut inside a code point");
  if ((text.match(/⟦/g)?.length ?? 0) !== (text.match(/⟦2025-07-14⟧/g)?.length ?? 0)) out.push("cut inside a date");
  if (type === "plain_text") return /[<>]/.test(text) ? [...out, "angle bracket"] : out;
  const rest = text.replaceAll(LINK, "").replaceAll(DATE, "").replaceAll(/^>/gm, "");
  if (/[<>]/.test(rest)) out.push("cut inside a link or a date token");
  if (/&(?!amp;|lt;|gt;)/.test(rest)) out.push("cut inside an escape");
  return out;
}

const message = (blocks: Message["blocks"], headline = "Headline"): Message => ({
  headline,
  severity: "warning",
  blocks,
});

void describe("Slack messages", () => {
  void it("stay within every limit, whole, for 10,000 random messages", () => {
    const random = seededRandom(20_251_123);
    for (let round = 0; round < 10_000; round += 1) {
      const payload = renderMessage(randomMessage(random), words);
      const refusal = refuseMessage(payload);
      assert.equal(refusal, null, `round ${round}: ${JSON.stringify(refusal)}`);
      assert.ok(payload.text.length <= 4000);
      const found = [
        ...flaws(payload.text, "mrkdwn"),
        ...visibleTexts(payload.blocks).flatMap((part) => flaws(part.text, part.type)),
      ];
      assert.deepEqual(found, [], `round ${round}`);
    }
  });

  void it("mention nobody for 500 hostile texts", () => {
    const random = seededRandom(500);
    const parts = [
      "<!channel>",
      "<!here|x>",
      "<!everyone>",
      "<@U0123>",
      "<!subteam^S1>",
      "@here",
      "@channel",
      "&lt;!here&gt;",
      "\u200b",
      "\u202e",
      "<",
      ">",
      "|",
      "`",
      "```",
      "\n",
      "]",
      "https://x/<!here>",
    ];
    let pings = 0;
    for (let round = 0; round < 500; round += 1) {
      const text = Array.from({ length: 1 + random.below(8) }, () => random.pick(parts)).join("");
      const hostile = message(
        [
          { type: "text", content: [text, { type: "bold", text }, { type: "code", text }] },
          { type: "list", items: [[{ type: "link", text, url: `https://example.com/?${text}` }]] },
          { type: "fields", fields: [{ label: text, value: [text] }] },
          { type: "table", columns: [text], rows: [[[text]]] },
          { type: "quote", text, link: { text, url: text } },
          { type: "note", content: [{ type: "instant", at: text }] },
          { type: "actions", actions: [{ label: text, style: "normal", command: "x", options: { text } }] },
        ],
        text,
      );
      const payload = renderMessage(hostile, iso);
      assert.equal(refuseMessage(payload), null);
      pings += countPings(payload);
    }
    assert.equal(pings, 0);
  });

  void it("show a civil date as itself, with a hint from noon UTC unless the text has one", () => {
    const date = { type: "date", date: "2025-07-14", precision: "day" } as const;
    const shown = (content: Message["blocks"][0] & { type: "text" }) =>
      visibleTexts(renderMessage(message([content]), iso).blocks).at(-1)?.text;
    assert.equal(
      shown({ type: "text", content: ["Off on ", date, "."] }),
      "Off on 2025-07-14 (<!date^1752494400^{ago}|2025-07-14>).",
    );
    assert.equal(shown({ type: "text", content: [date, " (in 30 days)"] }), "2025-07-14 (in 30 days)");
    assert.equal(shown({ type: "text", content: [{ ...date, precision: "month" }] }), "2025-07-14");
  });

  void it("show an instant in the reader's zone", () => {
    const content = [{ type: "instant", at: "2025-04-14T17:00:00Z" } as const];
    const texts = visibleTexts(renderMessage(message([{ type: "note", content }]), iso).blocks);
    assert.equal(texts.at(-1)?.text, "<!date^1744650000^{date_short} {time}|2025-04-14 17:00 UTC>");
  });

  void it("never shows an address that is not http(s) or that carries a password", () => {
    for (const url of ["javascript:alert(1)", "data:text/html,x", "https://user:pw@example.com/"]) {
      const payload = renderMessage(message([{ type: "text", content: [{ type: "link", text: "page", url }] }]), iso);
      assert.equal(visibleTexts(payload.blocks).at(-1)?.text, "page");
    }
  });

  void it("puts the command into a button, and tells a command that does not fit", () => {
    const action = (model: string) => ({
      label: "Status",
      style: "primary" as const,
      command: "model-status",
      options: { model },
    });
    const { blocks } = renderMessage(
      message([{ type: "actions", actions: [action("a&b=c ?"), action("x".repeat(3000))] }]),
      iso,
    );
    const buttons = blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
    assert.equal(buttons.length, 1);
    assert.deepEqual(decodeAction(buttons[0]?.type === "button" ? buttons[0].value : "")?.options, {
      model: "a&b=c ?",
    });
    assert.match(JSON.stringify(blocks), /\/model-status xxx/);
  });

  void it("meet each limit exactly, from both sides", () => {
    for (let extra = -3; extra <= 3; extra += 1) {
      const of = (length: number) => "x".repeat(length + extra);
      const value = { model: of(2000 - "model-status?model=".length) };
      const texts = Array.from({ length: 49 + extra }, () => ({ type: "text" as const, content: ["y"] }));
      const labels = Array.from({ length: 25 + extra }, () => of(75));
      for (const blocks of [
        texts,
        [{ type: "text", content: [of(3000)] }],
        [{ type: "text", content: [of(2990), "&<>&<>"] }],
        [{ type: "list", items: [[of(1500)], [of(1500)]] }],
        [{ type: "fields", fields: Array.from({ length: 10 + extra }, () => ({ label: "a", value: [of(20)] })) }],
        [{ type: "fields", fields: [{ label: "a", value: [of(1996)] }] }],
        [{ type: "actions", actions: [{ label: "x", style: "normal", command: "model-status", options: value }] }],
        [
          {
            type: "actions",
            actions: labels.map((label) => ({ label, style: "normal", command: "model-status", options: {} })),
          },
        ],
      ] as Message["blocks"][]) {
        const payload = renderMessage(message(blocks, of(150)), iso);
        assert.equal(JSON.stringify(refuseMessage(payload)), "null", `${extra}`);
      }
      const kept = renderMessage(message(texts), iso).blocks;
      assert.equal(kept.length, Math.min(50, 50 + extra));
    }
  });

  void it("writes a narrow table with aligned columns, and a wide one as a list", () => {
    const narrow = message([{ type: "table", columns: ["Model", "Off"], rows: [[["gpt-4"], ["2025-07-14"]]] }]);
    assert.match(JSON.stringify(renderMessage(narrow, iso).blocks), /```\\nModel {2}Off\\ngpt-4 {2}2025-07-14\\n```/);
    const wide = message([{ type: "table", columns: ["Model", "Off"], rows: [[["x".repeat(70)], ["2025-07-14"]]] }]);
    assert.match(JSON.stringify(renderMessage(wide, iso).blocks), /• x+ · 2025-07-14/);
  });
});
