import assert from "node:assert/strict";
import { test } from "node:test";
import type { Mark } from "#src/core/card.ts";
import type { Change } from "#src/core/change.ts";
import { isoOf } from "#src/core/clock.ts";
import { recordKey } from "#src/core/model.ts";
import type { Store } from "#src/core/store.ts";
import { openStore } from "#src/store/open.ts";
import {
  announcementOf,
  batchOf,
  type Bench,
  changeOf,
  channelNamed,
  fakePlatform,
  type FakePlatform,
  HOUR,
  newClock,
  outboxOn,
  runUntil,
} from "./support.ts";

const channel = channelNamed("slack", 1, "history");

type World = Bench & {
  store: Store;
  platform: FakePlatform;
  clock: ReturnType<typeof newClock>;
  tell: (change: Change) => Promise<void>;
};

async function world(): Promise<World> {
  const clock = newClock();
  const store = await openStore(":memory:");
  const platform = fakePlatform(clock, "slack", "history");
  await store.channels.save(channel);
  const bench = outboxOn(store, [platform], clock);
  const tell = async (change: Change) => {
    clock.advance(HOUR);
    const at = isoOf(clock.now());
    const announcement = announcementOf([{ ...change, at }], at, change.kind);
    await store.events.commit(batchOf(announcement, [channel], clock.now()));
    await runUntil(bench.outbox, clock, clock.now() + HOUR);
  };
  return { ...bench, store, platform, clock, tell };
}

const announced = changeOf("m-1");
const moved = changeOf("m-1", { kind: "date-moved", shutdown: "2026-10-01", previous: "2026-09-01" });
const reminder = changeOf("m-1", { kind: "reminder", milestone: 30, channel: channel.id, shutdown: "2026-10-01" });

test("a story is one message: its card is edited, then each change is told in its thread", async () => {
  const { platform, tell, store } = await world();
  await tell(announced);
  assert.equal(platform.stored.length, 1);
  const card = platform.stored[0];
  assert.equal(card?.thread, null);
  await tell(moved);
  await tell(reminder);
  assert.deepEqual(
    platform.stored.slice(1).map(({ thread }) => thread),
    [
      { message_id: card?.id, broadcast: false },
      { message_id: card?.id, broadcast: false },
    ],
  );
  assert.deepEqual(
    platform.edits.map(({ id, message }) => [id, message.headline]),
    [
      [card?.id, "card: 1 later"],
      [card?.id, "card: 1 later"],
    ],
  );
  assert.deepEqual(
    platform.requests.map(({ outcome }) => outcome),
    ["sent", "edit", "sent", "edit", "sent"],
    "each edit comes before what it tells",
  );
  assert.equal((await store.outbox.counts()).pending, 0);
  await store.close();
});

test("a card that somebody deleted: the change is posted anew, and is the card from then on", async () => {
  const { platform, tell, store } = await world();
  await tell(announced);
  platform.meets = (_, what) =>
    what === "edit" ? { outcome: "refused", reason: "message_not_found", scope: "card" } : null;
  await tell(moved);
  const [, second] = platform.stored;
  assert.equal(platform.stored.length, 2);
  assert.equal(second?.thread, null);
  platform.meets = () => null;
  await tell(reminder);
  assert.equal(platform.stored[2]?.thread?.message_id, second?.id);
  assert.equal(platform.edits[0]?.id, second?.id);
  assert.equal((await store.channels.get(channel.id))?.parked, null, "a lost card says nothing about the channel");
  await store.close();
});

test("where a thread is refused the change is told once, in the channel, and the card stays", async () => {
  const { platform, tell, store } = await world();
  await tell(announced);
  platform.meets = (_, what) =>
    what === "thread" ? { outcome: "refused", reason: "no right", scope: "thread" } : null;
  await tell(moved);
  assert.equal(platform.stored.length, 2);
  assert.equal(platform.stored[1]?.thread, null);
  assert.equal(platform.edits.length, 1);
  await tell(reminder);
  assert.equal(platform.edits[1]?.id, platform.stored[0]?.id, "the first message is still the card");
  assert.equal((await store.outbox.counts()).dead, 0);
  await store.close();
});

test("a reply whose answer was lost is looked for in its thread and told once", async () => {
  const { platform, tell, store } = await world();
  await tell(announced);
  const looks: unknown[] = [];
  const find = platform.find.bind(platform);
  platform.find = (where, key, since, thread) => {
    looks.push(thread);
    return find(where, key, since, thread);
  };
  let lost = true;
  platform.behave = () => {
    if (!lost) return "accept";
    lost = false;
    return "lost-after";
  };
  await tell(moved);
  assert.equal(platform.stored.length, 2);
  assert.deepEqual(looks, [{ message_id: platform.stored[0]?.id, broadcast: false }]);
  await store.close();
});

test("an edit is done again after an unclear answer, and waits when it is told to", async () => {
  const { platform, tell, store } = await world();
  await tell(announced);
  const answers = [
    { outcome: "ambiguous", reason: "reset" } as const,
    { outcome: "retry", reason: "429", retry_after_ms: 30_000, scope: "channel" } as const,
  ];
  const times: number[] = [];
  platform.meets = (_, what) => {
    if (what === "edit") times.push(platform.requests.length);
    return what === "edit" ? (answers.shift() ?? null) : null;
  };
  await tell(moved);
  assert.equal(platform.edits.length, 1);
  assert.equal(platform.stored.length, 2, "nothing is posted twice");
  assert.equal(times.length, 3);
  await store.close();
});

test("a mark brings the card up to date at once; many marks at one time are one edit", async () => {
  const { platform, tell, store, outbox, clock } = await world();
  await tell(announced);
  const key = recordKey(announced);
  const user = { id: "U1", name: "ada" };
  const mark: Mark = { kind: "acknowledged", user, at: isoOf(clock.now()), until: null, shutdown: "2026-09-01" };
  for (const tag of ["a", "b", "c"]) {
    await store.cards.mark(channel.id, [{ recordKey: key, mark }]);
    await store.cards.touch({ channelId: channel.id, recordKeys: [key], tag, now: clock.now(), due: clock.now() });
  }
  await runUntil(outbox, clock, clock.now() + HOUR);
  assert.equal(platform.edits.length, 1);
  assert.deepEqual((await store.cards.marks()).get(channel.id)?.get(key), mark);
  await store.cards.mark(channel.id, [{ recordKey: key, mark: null }]);
  assert.equal((await store.cards.marks()).size, 0);
  await store.close();
});

test("what belongs to several cards, or to some, is a message of its own; a digest is no card", async () => {
  const { platform, tell, store, clock, outbox } = await world();
  await tell(announced);
  await tell(changeOf("m-2"));
  clock.advance(HOUR);
  const both = ["m-1", "m-2", "m-3"].map((model) => changeOf(model, { kind: "date-moved", shutdown: "2026-11-01" }));
  const at = isoOf(clock.now());
  await store.events.commit(batchOf(announcementOf(both, at, "date-moved"), [channel], clock.now()));
  await runUntil(outbox, clock, clock.now() + HOUR);
  assert.equal(platform.stored.length, 3);
  assert.equal(platform.stored[2]?.thread, null);
  assert.equal(platform.edits.length, 2, "both cards show the new date");
  await tell(changeOf("m-3", { kind: "withdrawn", previous: "2026-11-01" }));
  assert.equal(platform.stored[3]?.thread?.message_id, platform.stored[2]?.id, "m-3 had no card before");
  clock.advance(HOUR);
  const digest = announcementOf([changeOf("m-4")], isoOf(clock.now()), "digest");
  await store.events.commit(batchOf(digest, [channel], clock.now()));
  await runUntil(outbox, clock, clock.now() + HOUR);
  await tell(changeOf("m-4", { kind: "date-moved", shutdown: "2026-12-01", previous: "2026-09-01" }));
  assert.equal(platform.stored.at(-1)?.thread, null);
  await store.close();
});

test("reminders go to the channel where its settings say so", async () => {
  const { platform, tell, store } = await world();
  await store.channels.save({ ...channel, subscription: { ...channel.subscription, reminders: "channel" } });
  await tell(announced);
  await tell(reminder);
  assert.equal(platform.stored[1]?.thread, null);
  await tell(moved);
  assert.equal(platform.stored[2]?.thread?.message_id, platform.stored[0]?.id);
  await store.close();
});
