import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CommandSpec } from "#src/core/command.ts";
import { ACTION_ID_MAX, decodeAction, encodeAction, typedCommand } from "#src/platforms/shared/actions.ts";
import { parseCommandText } from "#src/platforms/shared/command-text.ts";
import { noonUtcSeconds, wantsHint } from "#src/platforms/shared/dates.ts";
import { plainText } from "#src/platforms/shared/plain.ts";
import { cleanText, safeUrl, truncate } from "#src/platforms/shared/text.ts";
import { CONTRACT_COMMANDS, sampleMessage } from "./contract.ts";

const option = (name: string, more: object = {}) =>
  ({ name, description: `the ${name}`, required: false, type: "string", ...more }) as CommandSpec["options"][0];

void describe("What platforms share", () => {
  void it("removes what hides or reorders text, and keeps what shapes it", () => {
    assert.equal(cleanText("a\u200bb\u202ec\u2066d\ufeff\u0000e\u{e0041}"), "abcde");
    assert.equal(cleanText("@\u200deveryone"), "@everyone");
    assert.equal(cleanText("👩‍👩‍👧 می‌خواهم"), "👩‍👩‍👧 می‌خواهم");
    assert.equal(cleanText("x\ud83d"), "x\ufffd");
    assert.equal(cleanText("a\r\nb\u2028c"), "a\nb\nc");
  });

  void it("cuts at code points, within the limit", () => {
    for (let max = 0; max < 12; max += 1) {
      const cut = truncate("😀😀😀😀😀😀", max);
      assert.ok(cut.length <= max && cut.isWellFormed(), `${max}: ${cut}`);
    }
    assert.equal(truncate("abc", 3), "abc");
  });

  void it("lets only plain web addresses through", () => {
    assert.equal(safeUrl("https://a.example/x?y=<b>|c"), "https://a.example/x?y=%3Cb%3E%7Cc");
    for (const bad of ["javascript:alert(1)", "ftp://a", "https://u:p@a.example", "/relative", ""]) {
      assert.equal(safeUrl(bad), null, bad);
    }
  });

  void it("brings a button's command there and back, or says that it does not fit", () => {
    for (const options of [{}, { model: "a&b=c%20?|😀" }, { a: "", "b c": "公告" }] as Record<string, string>[]) {
      const text = encodeAction("model-watch add", options);
      assert.ok(text !== null && text.length <= ACTION_ID_MAX);
      assert.deepEqual(decodeAction(text), { command: "model-watch", subcommand: "add", options });
    }
    assert.equal(encodeAction("x", { model: "y".repeat(100) }), null);
    for (const bad of ["", "a?b", "A b?c=d", "a?b=%", "rm -rf /?x=1", "a b c"])
      assert.equal(decodeAction(bad), null, bad);
    assert.equal(typedCommand("model-status", { model: "claude opus 3" }), '/model-status "claude opus 3"');
  });

  void it("reads what people type", () => {
    const spec: CommandSpec = {
      name: "model-upcoming",
      description: "x",
      permission: "anyone",
      options: [
        option("provider"),
        option("days", { type: "integer" }),
        option("order", { choices: [{ name: "By date", value: "date" }] }),
      ],
    };
    const read = (text: string) => {
      const parsed = parseCommandText(spec, text);
      return parsed.ok ? parsed.options : `${parsed.option}: ${parsed.value} (${parsed.allowed})`;
    };
    assert.deepEqual(read("azure 30"), { provider: "azure", days: "30" });
    assert.deepEqual(read("30"), { days: "30" });
    assert.deepEqual(read("  Provider=openai   --days 7"), { provider: "openai", days: "7" });
    assert.deepEqual(read("order='BY DATE'"), "order: 'BY (date)");
    assert.deepEqual(read('order="BY DATE"'), { order: "date" });
    assert.deepEqual(read("provider big corp days 7"), { provider: "big corp", days: "7" });
    assert.deepEqual(read("days"), { provider: "days" });
    assert.deepEqual(read("days=many"), "days: many (1, 2, 3, …)");
    assert.deepEqual(read("colour=red"), "/model-upcoming: colour= (provider, days, order)");
    const watch = CONTRACT_COMMANDS[1];
    assert.ok(watch);
    assert.deepEqual(parseCommandText(watch, ""), { ok: true, subcommand: null, options: {} });
    assert.equal(parseCommandText(watch, "ADD openai").ok, true);
    const bare: CommandSpec = { name: "bare", description: "", permission: "anyone", options: [] };
    assert.deepEqual(parseCommandText(bare, "word"), {
      ok: false,
      option: "/bare",
      value: "word",
      allowed: "/bare",
      likely: null,
    });
  });

  void it("reads hostile command text in linear time", () => {
    const watch = CONTRACT_COMMANDS[1];
    assert.ok(watch);
    const started = performance.now();
    for (const mark of [" ", '"', "=", "--", "“", "a=", "\u202e"])
      parseCommandText(watch, `add ${mark.repeat(50_000)}`);
    assert.ok(performance.now() - started < 2000);
  });

  void it("counts hints from noon UTC, and gives none twice", () => {
    assert.equal(noonUtcSeconds("2025-07-14"), Date.parse("2025-07-14T12:00:00Z") / 1000);
    assert.equal(noonUtcSeconds("2025-02-30"), null);
    const date = { type: "date", date: "2025-07-14", precision: "day" } as const;
    assert.equal(wantsHint([date], 0), true);
    assert.equal(wantsHint([date, " (in 3 days)"], 0), false);
    assert.equal(wantsHint([{ ...date, precision: "month" }], 0), false);
  });

  void it("writes a message as plain text, with commands for buttons", () => {
    assert.equal(
      plainText(sampleMessage, { date: (date) => date }),
      [
        "⚠️ gpt-4.5-preview on the OpenAI API will be switched off",
        "Off on 2025-07-14.",
        "Replacement: gpt-4.1",
        "Status: /model-status gpt-4.5-preview",
      ].join("\n"),
    );
  });
});
