import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createCompose } from "#src/announce/compose.ts";
import { announcementOf } from "#src/core/announcement.ts";
import type { KnownModel, LiveView, Mark } from "#src/core/card.ts";
import { snoozeEnd } from "#src/core/card.ts";
import type { Change } from "#src/core/change.ts";
import type { Message } from "#src/core/message.ts";
import type { Subscription } from "#src/core/subscription.ts";
import { loadMessages } from "#src/messages/index.ts";
import { plainText } from "#src/platforms/shared/plain.ts";
import { renderMessage as renderDiscord } from "#src/platforms/discord/render.ts";
import { renderMessage as renderSlack } from "#src/platforms/slack/render.ts";
import { wordsFrom } from "#src/platforms/shared/words.ts";
import { countPings, refuseMessage } from "#test/fakes/slack/validate.ts";
import { validateMessage } from "#test/fakes/discord/validate-message.ts";
import { channelOf, ms } from "../countdown/build.ts";
import { changeOf } from "./build.ts";

const { messagesFor } = await loadMessages();
const compose = createCompose(messagesFor);
const KEY = "0123456789abcdef01234567";
const NOW = "2026-06-14T12:00:00Z";

type Options = {
  as?: LiveView["as"];
  later?: Change[];
  marks?: Record<string, Mark>;
  known?: Record<string, KnownModel>;
  now?: string;
  subscription?: Partial<Subscription>;
};

function card(changes: Change[], options: Options = {}): Message {
  const announcement = announcementOf(changes[0]?.kind ?? "announced", "acme-page", changes, NOW);
  const items = changes.map((_, index) => index);
  return compose(announcement, items, channelOf("c", options.subscription), ms(options.now ?? NOW), {
    key: KEY,
    buttons: true,
    as: options.as ?? "card",
    later: options.later ?? [],
    marks: new Map(Object.entries(options.marks ?? {})),
    background: { model: (_surface, name) => options.known?.[name] ?? null },
  });
}

const text = (message: Message, language = "en") => plainText(message, wordsFrom(messagesFor, language));
const announced = changeOf({ model_id: "acme-1" });
const marked = (parts: Partial<Mark> = {}): Mark => ({
  kind: "acknowledged",
  user: { id: "U1", name: "Ada" },
  at: "2026-05-01T08:00:00Z",
  until: null,
  shutdown: "2026-07-14",
  ...parts,
});

describe("a living card", () => {
  it("says how loud it is in a word, and how much of the time is used up", () => {
    const shown = text(card([announced]));
    assert.match(shown, /Warning · ▓▓▓▓▓▓░░░░ 30 of 91 days left/);
    assert.match(text(card([announced], { subscription: { language: "zh-CN" } }), "zh-CN"), /警告 · ▓/);
    assert.match(
      text(card([announced], { now: "2026-07-20T12:00:00Z" })),
      /was switched off|has been switched off|switched off/,
    );
  });

  it("shows what became of it, before and after, with the newest date and replacement", () => {
    const moved = changeOf({
      model_id: "acme-1",
      kind: "date-moved",
      previous: "2026-07-14",
      shutdown: "2026-10-01",
      at: "2026-05-02T08:00:00Z",
    });
    const other = changeOf({
      model_id: "acme-1",
      kind: "replacement-changed",
      previous: ["acme-2"],
      replacements: ["acme-3"],
      shutdown: "2026-10-01",
      at: "2026-05-03T08:00:00Z",
    });
    const shown = text(card([announced], { later: [moved, other] }));
    for (const part of ["14 July 2026", "1 October 2026", "acme-3", "What has changed", "replacement changed"])
      assert.ok(shown.includes(part), `${part}\n${shown}`);
    assert.match(shown.split("\n")[0] ?? "", /1 October 2026/);
    const gone = changeOf({ ...moved, kind: "withdrawn", previous: "2026-10-01", shutdown: null, reason: "explicit" });
    assert.match(text(card([announced], { later: [moved, gone] })).split("\n")[0] ?? "", /no longer|withdrawn/i);
  });

  it("shows who took it on, until the date moves", () => {
    const marks = { "acme-api|acme-1|": marked() };
    assert.match(text(card([announced], { marks })), /Acknowledged by Ada/);
    const later = [
      changeOf({
        model_id: "acme-1",
        kind: "date-moved",
        previous: "2026-07-14",
        shutdown: "2026-10-01",
        at: "2026-05-02T08:00:00Z",
      }),
    ];
    assert.doesNotMatch(text(card([announced], { marks, later })), /Acknowledged by Ada/);
    const hostile = marked({ user: { id: "U1", name: "<!channel> @everyone <@&123456789012345678>" } });
    const message = card([announced], { marks: { "acme-api|acme-1|": hostile } });
    assert.equal(countPings(renderSlack(message, wordsFrom(messagesFor, "en"))), 0);
    assert.equal(message.mention, undefined);
  });

  it("compares with what replaces it: its own runway, its price, its context", () => {
    const prices = (input: number, output: number, context: number) => ({
      input,
      output,
      context,
      list: "acme-prices",
      day: "2026-05-01",
    });
    const known = {
      "acme-1": { shutdown: "2026-07-14", retired: false, prices: prices(75, 150, 128_000) },
      "acme-2": { shutdown: "2027-01-12", retired: false, prices: prices(2, 8, 1_047_576) },
    };
    const shown = text(card([announced], { known }));
    assert.match(shown, /acme-2 \(its shutdown is in 212 days\)/);
    assert.match(shown, /\$75 \/ \$150 → acme-2 \$2 \/ \$8 \(−\$73 \/ −\$142\)/);
    assert.match(shown, /128,000 → acme-2 1,047,576/);
    assert.doesNotMatch(text(card([announced])), /\$/);
    const retired = { "acme-2": { shutdown: "2026-01-01", retired: true, prices: null } };
    assert.match(text(card([announced], { known: retired })), /acme-2 \(switched off already\)/);
  });

  it("calls for the channel only when it is urgent and nobody has it", () => {
    const reminder = changeOf({ model_id: "acme-1", kind: "reminder", milestone: 7 });
    const at = (day: string, options: Options = {}) =>
      card([reminder], { as: "news", now: `${day}T12:00:00Z`, ...options });
    const marks = { "acme-api|acme-1|": marked() };
    const escalate = { subscription: { escalate_to: "S0GROUP" } };
    assert.equal(at("2026-06-14").loud, false);
    assert.equal(at("2026-07-07").loud, true);
    assert.equal(at("2026-07-07", { marks }).loud, false, "somebody has it");
    assert.equal(at("2026-07-13", { marks }).loud, true, "the last day is told in any case");
    assert.equal(at("2026-07-07").mention, undefined);
    assert.equal(at("2026-07-07", escalate).mention, "S0GROUP");
    assert.equal(at("2026-07-06", { ...escalate, marks }).mention, undefined);
    assert.equal(
      at("2026-07-06T".slice(0, 10), { ...escalate, as: "card" }).mention,
      undefined,
      "an edit calls nobody",
    );
    assert.match(text(at("2026-07-07")), /Nobody here has acknowledged/);
    const earlier = changeOf({ model_id: "acme-1", kind: "date-moved", previous: "2026-09-01" });
    assert.equal(card([earlier], { as: "news" }).loud, true);
    assert.equal(card([changeOf({ ...earlier, previous: "2026-05-01" })], { as: "news" }).loud, false);
  });

  it("a table of many has one set of buttons, its marks in a column, and the whole list a press away", () => {
    const many = Array.from({ length: 30 }, (_, index) => changeOf({ model_id: `acme-${index}` }));
    const message = card(many, { marks: { "acme-api|acme-1|": marked() } });
    const shown = text(message);
    assert.match(shown, /Acknowledged by Ada/);
    assert.match(shown, /Show all: \/model-card do=list card=0123456789abcdef01234567/);
    assert.equal(shown.match(/do=ack/g)?.length, 1);
  });

  it("a snooze ends before the shutdown, or is refused", () => {
    assert.equal(snoozeEnd("1d", "2026-06-14", "2026-07-14"), "2026-06-15");
    assert.equal(snoozeEnd("1w", "2026-07-10", "2026-07-14"), null);
    assert.equal(snoozeEnd("7before", "2026-06-14", "2026-07-14"), "2026-07-07");
    assert.equal(snoozeEnd("7before", "2026-07-07", "2026-07-14"), null);
    assert.equal(snoozeEnd("1w", "2026-06-14", null), "2026-06-21");
  });

  it("10,000 random cards stay within the limits of both platforms, and mention nobody", () => {
    let seed = 7;
    const below = (max: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return (seed >>> 8) % max;
    };
    const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
    const names = [
      "acme-1",
      "模型-".repeat(40),
      "<!here> @everyone <@&123456789012345678>",
      "m".repeat(300),
      "👩‍👩‍👧‍👦 a",
      "`x`*_~",
    ];
    const kinds = ["announced", "date-moved", "reminder", "withdrawn", "restored", "replacement-changed"] as const;
    const dates = [null, "2026-07-14", "2026-06-15", "2026-06-14", "2024-02-29", "2031-12-31"];
    const change = (): Change =>
      changeOf({
        model_id: pick(names),
        kind: pick(kinds),
        shutdown: pick(dates),
        precision: pick(["day", "month", "earliest", null]),
        previous: pick([null, "2026-05-01", ["a", pick(names)]]),
        replacements: Array.from({ length: below(9) }, () => pick(names)),
        stages: Array.from({ length: below(4) }, () => ({ name: pick(names), date: "2026-07-01" })),
        at: pick(["2026-04-14T17:00:00Z", "2026-06-01T00:00:00Z"]),
      });
    const words = { en: wordsFrom(messagesFor, "en"), "zh-CN": wordsFrom(messagesFor, "zh-CN") };
    for (let round = 0; round < 10_000; round += 1) {
      const language = pick(["en", "zh-CN"] as const);
      const changes = Array.from({ length: round % 10 === 0 ? 1 + below(60) : 1 }, change);
      const user = { id: "U1", name: pick(names) };
      const mark = marked({ kind: pick(["acknowledged", "snoozed"]), user, until: pick([null, "2026-07-01"]) });
      const message = card(changes, {
        as: pick(["card", "news"]),
        later: Array.from({ length: below(8) }, change),
        marks: Object.fromEntries(
          changes.slice(0, below(3)).map((one) => [`acme-api|${one.model_id.toLowerCase()}|`, mark]),
        ),
        known: {
          "acme-1": {
            shutdown: pick(dates),
            retired: below(2) === 0,
            prices: { input: 1, output: below(99), context: 5, list: "acme-prices", day: "2026-05-01" },
          },
        },
        subscription: { language },
      });
      const slack = renderSlack(message, words[language]);
      assert.equal(refuseMessage(slack), null, JSON.stringify(slack).slice(0, 500));
      assert.equal(countPings(slack), 0);
      validateMessage(renderDiscord(message, words[language], KEY));
    }
  });
});
