import assert from "node:assert/strict";
import { test } from "node:test";
import { onceForAll } from "#src/announce/again.ts";
import type { Announcement, ComposeAnnouncement } from "#src/core/announcement.ts";
import type { LiveView } from "#src/core/card.ts";
import type { Message } from "#src/core/message.ts";
import { channelOf } from "#test/countdown/build.ts";

const NOON = Date.parse("2026-06-20T12:00:00Z");
const background: LiveView["background"] = { model: () => null };
const one = channelOf("one");
/** Another channel with the very same settings, as the store hands them out. */
const two = { ...channelOf("two"), subscription: one.subscription };

const newsFor = (key: string, parts: Partial<LiveView> = {}): LiveView => ({
  key,
  buttons: true,
  as: "news",
  later: [],
  marks: new Map(),
  background,
  ...parts,
});

/** A composer that counts, with a button that carries the delivery's key. */
function counting() {
  const asked: string[] = [];
  const compose: ComposeAnnouncement = (announcement, _items, channel, _now, live) => {
    asked.push(channel.channel);
    const button = { label: "Mark", style: "normal", command: "mark", options: { card: live?.key ?? "" } } as const;
    const help = { label: "Help", style: "normal", command: "help", options: {} } as const;
    return {
      headline: announcement.id,
      severity: "info",
      blocks: [
        { type: "text", content: ["a model ends"] },
        { type: "actions", actions: [button, help] },
      ],
    };
  };
  return { asked, compose: onceForAll(compose) };
}

const announcement = (): Announcement => ({ id: "a1", kind: "announced", at: "", source: "s", changes: [] });

function cardsIn(message: Message): unknown[] {
  return message.blocks.flatMap((block) =>
    block.type === "actions" ? block.actions.map(({ options }) => options["card"]) : [],
  );
}

test("news to channels with the same settings is composed once, each with its own key in the buttons", () => {
  const { asked, compose } = counting();
  const news = announcement();
  const first = compose(news, [0], one, NOON, newsFor("k1"));
  const second = compose(news, [0], two, NOON + 30_000, newsFor("k2"));
  assert.deepEqual(asked, ["one"]);
  assert.deepEqual(cardsIn(first), ["k1", undefined]);
  assert.deepEqual(cardsIn(second), ["k2", undefined]);
  assert.equal(second.blocks[0], first.blocks[0], "what says the same is the same object");
  assert.equal(compose(news, [0], one, NOON, newsFor("k1")), first);
  assert.deepEqual(cardsIn(first), ["k1", undefined], "the kept one was not changed");
});

test("whatever a message may depend on is composed anew", () => {
  const others: [string, (compose: ComposeAnnouncement, news: Announcement) => unknown][] = [
    ["minute", (compose, news) => compose(news, [0], two, NOON + 60_000, newsFor("k2"))],
    ["settings", (compose, news) => compose(news, [0], channelOf("two"), NOON, newsFor("k2"))],
    ["items", (compose, news) => compose(news, [1], two, NOON, newsFor("k2"))],
    ["buttons", (compose, news) => compose(news, [0], two, NOON, newsFor("k2", { buttons: false }))],
    ["known", (compose, news) => compose(news, [0], two, NOON, newsFor("k2", { background: { model: () => null } }))],
    ["card", (compose, news) => compose(news, [0], two, NOON, newsFor("k2", { as: "card" }))],
    ["no view", (compose, news) => compose(news, [0], two, NOON)],
    ["announcement", (compose) => compose(announcement(), [0], two, NOON, newsFor("k2"))],
    [
      "marks",
      (compose, news) => {
        const user = { id: "u", name: "U" };
        const mark = { kind: "moved-off", user, at: "", shutdown: null, until: null } as const;
        return compose(news, [0], two, NOON, newsFor("k2", { marks: new Map([["r", mark]]) }));
      },
    ],
  ];
  for (const [what, again] of others) {
    const { asked, compose } = counting();
    const news = announcement();
    compose(news, [0], one, NOON, newsFor("k1"));
    again(compose, news);
    assert.deepEqual(asked, ["one", "two"], what);
  }
});
