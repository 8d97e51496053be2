import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { cleanText, safeLink } from "#src/announce/clean.ts";
import { createCompose, markRepeat } from "#src/announce/compose.ts";
import { announcementOf } from "#src/core/announcement.ts";
import type { Change } from "#src/core/change.ts";
import type { Message } from "#src/core/message.ts";
import { loadMessages } from "#src/messages/index.ts";
import { plainText } from "#src/platforms/shared/plain.ts";
import { channelOf, ms } from "../countdown/build.ts";
import { changeOf } from "./build.ts";

const { messagesFor } = await loadMessages();
const compose = createCompose(messagesFor, { hostsOf: () => ["acme.example"] });

function card(changes: Change[], now = "2026-06-14T12:00:00Z", language = "en"): Message {
  const kind = changes.length === 1 ? (changes[0]?.kind ?? "announced") : "digest";
  const announcement = announcementOf(kind, "acme-page", changes, "2026-06-14T12:00:00Z");
  return compose(
    announcement,
    changes.map((_, index) => index),
    channelOf("c", { language }),
    ms(now),
  );
}

function text(message: Message, language = "en"): string {
  const messages = messagesFor(language);
  return plainText(message, { date: (date, precision) => messages.date(date, precision) });
}

describe("one change", () => {
  it("says what, where, when, how long, what instead, and who says so", () => {
    const shown = text(card([changeOf({ model_id: "acme-1" })]));
    for (const part of [
      "acme-1",
      "acme-api",
      "14 July 2026",
      "in 30 days",
      "14 April 2026",
      "acme-2",
      "acme-1 goes away on July 14",
      "https://docs.acme.example/retirements#acme-1",
      "/model-status acme-1",
      "/model-why acme-1",
    ]) {
      assert.ok(shown.includes(part), `${part} is missing in:\n${shown}`);
    }
  });

  it("counts the days at the moment of sending, in the channel's zone", () => {
    const change = changeOf({ model_id: "acme-1" });
    assert.match(card([change], "2026-07-13T12:00:00Z").headline, /tomorrow/);
    assert.match(card([change], "2026-07-20T12:00:00Z").headline, /6 days ago/);
    const announcement = announcementOf("announced", "s", [change], change.at);
    const kiribati = channelOf("k", { time_zone: "Pacific/Kiritimati" });
    assert.match(compose(announcement, [0], kiribati, ms("2026-07-13T12:00:00Z")).headline, /today/);
  });

  it("grows louder as the day comes", () => {
    const change = changeOf({ model_id: "a" });
    const at = (now: string) => card([change], now).severity;
    assert.deepEqual(
      [at("2026-04-14T12:00:00Z"), at("2026-06-20T12:00:00Z"), at("2026-07-10T12:00:00Z")],
      ["notice", "warning", "critical"],
    );
  });

  it("words a move with both dates, and whether time was won or lost", () => {
    const later = changeOf({ model_id: "a", kind: "date-moved", previous: "2026-07-01", shutdown: "2026-07-15" });
    assert.match(text(card([later])), /from 1 July 2026 to 15 July 2026, 14 days later\./);
    const earlier = changeOf({ model_id: "a", kind: "date-moved", previous: "2026-12-01", shutdown: "2026-11-01" });
    assert.match(text(card([earlier])), /30 days earlier/);
    assert.equal(card([earlier]).severity, "warning");
    assert.equal(card([later]).severity, "notice");
  });

  it("words the earliest day as 'not before', and a month as the month", () => {
    const earliest = changeOf({ model_id: "a", kind: "reminder", milestone: 30, precision: "earliest" });
    assert.match(card([earliest]).headline, /not before/);
    assert.match(text(card([earliest])), /not before 14 July 2026/);
    const month = changeOf({
      model_id: "a",
      kind: "reminder",
      milestone: 30,
      precision: "month",
      shutdown: "2026-07-01",
    });
    assert.match(card([month]).headline, /in July 2026/);
    assert.doesNotMatch(text(card([month])), /1 July/);
  });

  it("never calls a missing row saved, and never gives it a shutdown", () => {
    const missing = changeOf({
      model_id: "a",
      kind: "withdrawn",
      shutdown: null,
      previous: "2026-07-14",
      reason: "missing",
    });
    const shown = text(card([missing]));
    assert.match(shown, /no longer listed/i);
    assert.match(shown, /14 July 2026/);
    assert.doesNotMatch(shown, /saved|stays available|Shutdown:/);
    const explicit = changeOf({
      model_id: "a",
      kind: "withdrawn",
      shutdown: null,
      previous: "2026-07-14",
      reason: "explicit",
    });
    assert.match(card([explicit]).headline, /withdrawn/);
    assert.match(text(card([missing], undefined, "zh-CN"), "zh-CN"), /不再列/);
  });

  it("shows replacements before and after", () => {
    const change = changeOf({
      model_id: "a",
      kind: "replacement-changed",
      previous: ["old-1"],
      replacements: ["new-1", "new-2"],
    });
    assert.match(text(card([change])), /from old-1 to new-1, new-2/);
  });

  it("links only to the source's hosts, and to no strange scheme", () => {
    for (const url of [
      "https://evil.example/x",
      "javascript:alert(1)",
      "https://user:pw@docs.acme.example/",
      "https://acme.example.evil.example/",
      "not a url",
    ]) {
      const change = changeOf({ model_id: "a" });
      if (change.evidence) change.evidence.url = url;
      const shown = JSON.stringify(card([change]));
      assert.ok(!shown.includes('"url"'), `${url} became a link`);
    }
  });

  it("marks a possible repeat once", () => {
    const messages = messagesFor("en");
    const marked = markRepeat(markRepeat(card([changeOf({ model_id: "a" })]), messages), messages);
    assert.equal(marked.headline.split("(possible repeat)").length, 2);
  });

  it("tells the operator what is wrong with a source", () => {
    const change = changeOf({ model_id: "", kind: "source-health", shutdown: null });
    if (change.evidence) change.evidence.quote = "HTTP 503 three times";
    const shown = text(card([change]));
    assert.match(shown, /acme-page/);
    assert.match(shown, /HTTP 503 three times/);
    assert.match(shown, /needs a look/);
  });

  it("tells the operator when a source works again, and not that it needs a look", () => {
    const dedup_key = "source-health|acme-page|recovered|2026-06-14T12:00:00Z";
    const change = { ...changeOf({ model_id: "", kind: "source-health", shutdown: null }), dedup_key };
    const message = card([change]);
    assert.match(message.headline, /acme-page can be read again/);
    assert.equal(message.severity, "info");
    assert.doesNotMatch(text(message), /needs a look|tried again/);
  });
});

describe("many changes", () => {
  const many = Array.from({ length: 40 }, (_, index) =>
    changeOf({ model_id: `m-${index}`, shutdown: index < 20 ? "2026-07-01" : "2026-12-01" }),
  );

  it("are one card: the nearest first, a count of what was cut, and a button to the rest", () => {
    const announcement = announcementOf("announced", "acme-page", many, "2026-06-14T12:00:00Z");
    const message = compose(
      announcement,
      many.map((_, index) => index),
      channelOf("c"),
      ms("2026-06-14T12:00:00Z"),
    );
    assert.match(message.headline, /40 new retirements/);
    const table = message.blocks.find((block) => block.type === "table");
    assert.ok(table?.type === "table" && table.rows.length < 40);
    assert.match(text(message), /first \d+ of 40/);
    assert.match(text(message), /\/model-upcoming acme/);
    assert.ok(!JSON.stringify(table.rows[0]).includes("2026-12-01"));
  });

  it("only the items of the channel are shown", () => {
    const announcement = announcementOf("announced", "acme-page", many.slice(0, 3), "2026-06-14T12:00:00Z");
    const message = compose(announcement, [1], channelOf("c"), ms("2026-06-14T12:00:00Z"));
    assert.ok(text(message).includes(announcement.changes[1]?.model_id ?? "?"));
    assert.ok(!text(message).includes(announcement.changes[0]?.model_id ?? "?"));
  });
});

describe("hostile text", () => {
  it("is one line, without hidden characters, within the limit in code points, never half a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.integer({ min: 2, max: 60 }), (value, limit) => {
        const cleaned = cleanText(value, limit);
        assert.ok(Array.from(cleaned).length <= limit);
        assert.ok(cleaned.isWellFormed());
        assert.doesNotMatch(cleaned, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 500 },
    );
    assert.equal(cleanText("a\u202egpj.exe\u200b\nb", 50), "agpj.exe b");
    assert.equal(safeLink("https://a.example/\u202ex"), null);
  });

  it("does not stop a card from being made", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ maxLength: 60 }), (quote, model_id) => {
        const change = changeOf({ model_id, stages: [{ name: quote, date: "nonsense" }], announced: quote });
        if (change.evidence) change.evidence = { ...change.evidence, quote, url: quote };
        assert.ok(card([change]).headline.length < 300);
      }),
      { numRuns: 200 },
    );
  });
});
