import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { createCompose } from "#src/announce/compose.ts";
import { deliveriesOf } from "#src/announce/deliveries.ts";
import { digestSlot } from "#src/announce/digests.ts";
import { announcementOf } from "#src/core/announcement.ts";
import type { Change } from "#src/core/change.ts";
import { isoOf, manualClock } from "#src/core/clock.ts";
import type { Message } from "#src/core/message.ts";
import type { ModelRecord } from "#src/core/model.ts";
import { recordKey } from "#src/core/model.ts";
import type { Platform } from "#src/core/platform.ts";
import type { Channel, Subscription } from "#src/core/subscription.ts";
import { loadMessages } from "#src/messages/index.ts";
import { createOutbox } from "#src/outbox/outbox.ts";
import { plainText } from "#src/platforms/shared/plain.ts";
import { wordsFrom } from "#src/platforms/shared/words.ts";
import { openStore } from "#src/store/open.ts";
import { createOutlooks, strangerChannel } from "#src/wiring/outlooks.ts";
import { channelOf, ms, recordOf } from "../countdown/build.ts";
import { changeOf } from "./build.ts";

const { messagesFor } = await loadMessages();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const quiet = (parts: Partial<Subscription>): Channel => ({
  ...channelOf("c", parts, "2026-04-01T00:00:00Z"),
  id: "slack:T1:C1",
  platform: "slack",
  workspace: "T1",
  channel: "C1",
});

async function world(channel: Channel, records: ModelRecord[], start: string) {
  const store = await openStore(":memory:");
  const clock = manualClock(start);
  await store.channels.save(channel);
  const told: { at: string; channel: string; message: Message }[] = [];
  const platform: Platform = {
    name: "slack",
    start: async () => undefined,
    stop: async () => undefined,
    classify: async () => "history",
    find: async () => ({ outcome: "absent" }),
    send: async ({ channel: to, message }) => {
      told.push({ at: isoOf(clock.now()), channel: to.id, message });
      return { outcome: "sent", message_id: String(told.length) };
    },
    update: async ({ message_id }) => ({ outcome: "sent", message_id }),
  };
  const current = async () => new Map(records.map((record) => [recordKey(record), record]));
  const fresh = () => ({
    outbox: createOutbox({
      store,
      platforms: new Map([["slack", platform]]),
      compose: createCompose(messagesFor),
      markRepeat: (message) => message,
      clock,
      owner: { id: randomUUID(), host: "test", pid: process.pid },
      random: () => 0.5,
      stranger: strangerChannel,
      limits: { pace: {} },
    }),
    outlooks: createOutlooks({ store, current, clock, wake: () => undefined }),
  });
  let { outbox, outlooks } = fresh();
  const tell = async (change: Change) => {
    const at = isoOf(clock.now());
    const announcement = announcementOf(change.kind, "acme-page", [{ ...change, at }], at);
    const deliveries = deliveriesOf([announcement], await store.channels.all(), clock.now());
    await store.events.commit({ at, records: [], announcements: [announcement], deliveries, untold: [] });
  };
  const run = async (until: string, restartEvery = Number.POSITIVE_INFINITY) => {
    for (let step = 0; clock.now() < ms(until); step += 1) {
      clock.advance(HOUR / 4);
      if (step % restartEvery === restartEvery - 1) ({ outbox, outlooks } = fresh());
      await outlooks.digests();
      await outbox.drainOnce();
    }
  };
  return { store, clock, told, tell, run, outlooks: () => outlooks, drain: () => outbox.drainOnce() };
}

const text = (message: Message | undefined) => (message ? plainText(message, wordsFrom(messagesFor, "en")) : "");
const soon = recordOf({ model_id: "acme-9", shutdown: "2026-05-20", replacements: ["acme-10"] });
const far = recordOf({ model_id: "acme-far", shutdown: "2027-05-20" });

describe("digests", () => {
  it("weekly: one message on Monday with changes, what is ahead, and what nobody acknowledged", async () => {
    const channel = quiet({ digest: "weekly", time: "08:30", time_zone: "Europe/Berlin" });
    const { tell, run, told, store } = await world(channel, [soon, far], "2026-04-14T12:00:00Z");
    await tell(changeOf({ model_id: "acme-1" }));
    await run("2026-04-15T12:00:00Z");
    await tell(changeOf({ model_id: "acme-2" }));
    await run("2026-04-20T06:15:00Z");
    assert.equal(told.length, 0, "silence until Monday");
    await run("2026-04-26T12:00:00Z", 5);
    assert.equal(told.length, 1, "one message, whatever is restarted");
    assert.equal(told[0]?.at, "2026-04-20T06:30:00Z");
    const shown = text(told[0]?.message);
    for (const part of [
      "2 changes",
      "acme-1",
      "acme-2",
      "Ahead in the next 90 days",
      "acme-9",
      "Not acknowledged by anybody",
    ])
      assert.ok(shown.includes(part), `${part}\n${shown}`);
    assert.ok(!shown.includes("acme-far"));
    const mark = {
      kind: "acknowledged" as const,
      user: { id: "U1", name: "ada" },
      at: "2026-04-26T00:00:00Z",
      until: null,
      shutdown: "2026-05-20",
    };
    await store.cards.mark(channel.id, [{ recordKey: recordKey(soon), mark }]);
    await run("2026-04-28T12:00:00Z");
    assert.equal(told.length, 2);
    assert.match(text(told[1]?.message), /nothing new/);
    assert.doesNotMatch(text(told[1]?.message), /Not acknowledged/);
    await store.close();
  });

  it("daily: nothing on a day without news; down over the hour, it comes with the start", async () => {
    const channel = quiet({ digest: "daily" });
    const { tell, run, told, clock, store } = await world(channel, [soon], "2026-04-14T12:00:00Z");
    await run("2026-04-17T12:00:00Z");
    assert.equal(told.length, 0);
    await tell(changeOf({ model_id: "acme-1" }));
    clock.advance(2 * DAY);
    await run("2026-04-20T12:00:00Z");
    assert.equal(told.length, 1);
    assert.match(text(told[0]?.message), /1 change/);
    await store.close();
  });

  it("a week with nothing behind or ahead is silent; reminders are never held back", async () => {
    const channel = quiet({ digest: "weekly" });
    const { tell, run, told, store } = await world(channel, [], "2026-04-14T12:00:00Z");
    await run("2026-04-25T12:00:00Z");
    assert.equal(told.length, 0);
    await tell(changeOf({ model_id: "acme-1", kind: "reminder", milestone: 30, channel: channel.id }));
    await run("2026-04-25T13:00:00Z");
    assert.equal(told.length, 1);
    await store.close();
  });

  it("no digest is about the time before the channel", () => {
    const channel = { ...quiet({ digest: "daily" }), created_at: "2026-04-14T10:00:00Z" };
    assert.equal(digestSlot(channel, ms("2026-04-14T12:00:00Z")), null);
    assert.equal(digestSlot(channel, ms("2026-04-15T09:00:00Z"))?.day, "2026-04-15");
    assert.equal(
      digestSlot(
        { ...channel, subscription: { ...channel.subscription, digest: "at-once" } },
        ms("2026-04-16T09:00:00Z"),
      ),
      null,
    );
  });
});

describe("first contact", () => {
  it("a new channel gets one summary of what is ahead for it, a restart no second", async () => {
    const channel = quiet({});
    const { outlooks, drain, told, store } = await world(channel, [soon, far], "2026-05-01T12:00:00Z");
    await outlooks().summary(channel);
    await outlooks().summary(channel);
    await drain();
    assert.equal(told.length, 1);
    const shown = text(told[0]?.message);
    assert.match(shown, /Summary: 1 retirement ahead/);
    assert.match(shown, /acme-9/);
    assert.deepEqual(
      await store.events.why({ channelId: channel.id, model: "acme-9", limit: 5 }),
      [],
      "no event was seen",
    );
    await outlooks().summary({ ...quiet({ models: ["none-*"] }), id: "slack:T1:C2" });
    await drain();
    assert.equal(told.length, 1, "nothing ahead, nothing said");
    await store.close();
  });

  it("a channel that watches nothing yet is greeted once, and told nothing else", async () => {
    const { outlooks, drain, told, tell, run, store } = await world(quiet({}), [], "2026-05-01T12:00:00Z");
    for (let again = 0; again < 3; again += 1)
      await outlooks().greet({ platform: "slack", workspace: "T1", channel: "C7" });
    await drain();
    assert.equal(told.length, 1);
    assert.match(text(told[0]?.message), /Choose what to watch/);
    await tell(changeOf({ model_id: "acme-1" }));
    await run("2026-05-01T14:00:00Z");
    assert.deepEqual(
      told.map((one) => one.channel),
      ["slack:T1:C7", "slack:T1:C1"],
    );
    await store.close();
  });
});
