import assert from "node:assert/strict";
import { test } from "node:test";
import { shortId } from "#src/core/change.ts";
import type { ModelRecord } from "#src/core/model.ts";
import type { Batch, Store } from "#src/core/store.ts";
import { announcementOf, batchOf, changeOf, channelNamed, START } from "#test/outbox/support.ts";

const NOW = Date.parse(START);
const A = { id: "a", host: "elsewhere", pid: 1 };
const B = { id: "b", host: "here", pid: 2 };

const recordOf = (model: string): ModelRecord => ({
  provider: "acme",
  surface: "acme-api",
  model_id: model,
  version: null,
  kind: "model",
  aliases: [],
  announced: null,
  deprecated: null,
  shutdown: "2026-09-01",
  precision: "day",
  stages: [],
  replacements: [],
  scheduled: true,
  state: null,
  generation: 0,
  decided_by: "acme-page",
  claims: [],
  history: [],
});

/** What every implementation of the store must do. `open` gives a fresh, empty store. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  const on = (what: string, run: (store: Store) => Promise<void>): void => {
    void test(`${name}: ${what}`, async () => {
      const store = await open();
      try {
        await run(store);
      } finally {
        await store.close();
      }
    });
  };

  const told = async (store: Store, count = 1) => {
    const channels = Array.from({ length: count }, (_, index) => channelNamed("slack", index));
    for (const channel of channels) await store.channels.save(channel);
    const batch = batchOf(announcementOf([changeOf("m-1"), changeOf("m-2")]), channels, NOW);
    await store.events.commit(batch);
    return { batch, channels };
  };
  const claim = async (store: Store, owner = "a", now = NOW, limit = 10) =>
    store.outbox.claim({ owner, now, leaseMs: 60_000, limit });

  on("a batch written twice adds nothing", async (store) => {
    const { batch } = await told(store, 3);
    const full: Batch = {
      ...batch,
      records: [recordOf("m-1")],
      untold: [{ change: changeOf("m-9"), decision: "already past when first seen" }],
    };
    assert.deepEqual(await store.events.commit(full), { announcements: 0, deliveries: 0 });
    assert.deepEqual(await store.events.commit(full), { announcements: 0, deliveries: 0 });
    assert.equal((await store.outbox.counts()).pending, 3);
    assert.deepEqual([...(await store.catalog.load()).keys()], ["acme-api|m-1|"]);
    const key = changeOf("m-9").dedup_key;
    assert.deepEqual(await store.events.known([key, "other"]), new Set([key]));
    assert.deepEqual(await store.events.announcement(batch.announcements[0]?.id ?? ""), batch.announcements[0]);
  });

  on("what was held back for the worth of its source is told when a better one says it, and once", async (store) => {
    const { channels } = await told(store);
    for (const [model, decision] of [
      ["m-7", "silent baseline"],
      ["m-8", "a provider page speaks for this surface"],
    ] as const) {
      const change = changeOf(model);
      const held = { at: START, announcements: [], records: [], deliveries: [], untold: [{ change, decision }] };
      await store.events.commit(held);
      assert.equal((await store.events.known([change.dedup_key])).size, 0, decision);
      const batch = batchOf(announcementOf([change]), channels, NOW);
      assert.deepEqual(await store.events.commit(batch), { announcements: 1, deliveries: 1 }, decision);
      assert.equal((await store.events.known([change.dedup_key])).size, 1, decision);
      assert.deepEqual(await store.events.commit(batch), { announcements: 0, deliveries: 0 }, decision);
      const [why] = await store.events.why({ channelId: channels[0]?.id ?? "", model, limit: 5 });
      assert.equal(why?.decision, "told", `${decision}: ${JSON.stringify(why)}`);
      await store.events.commit(held);
      assert.equal((await store.events.known([change.dedup_key])).size, 1, "what was told stays told");
    }
  });

  on("a batch is all or nothing", async (store) => {
    const { channels } = await told(store);
    const batch = batchOf(announcementOf([changeOf("m-5")]), channels, NOW);
    const broken = {
      ...batch,
      deliveries: [...batch.deliveries, { ...batch.deliveries[0], channel_id: "slack:T1:C9", key: null } as never],
    };
    await assert.rejects(store.events.commit(broken));
    assert.equal((await store.events.known([changeOf("m-5").dedup_key])).size, 0);
    assert.equal((await store.outbox.counts()).pending, 1);
  });

  on("an announcement of known changes is not told again, one of some new ones tells these", async (store) => {
    const { channels } = await told(store);
    const old = batchOf(announcementOf([changeOf("m-2")]), channels, NOW);
    assert.deepEqual(await store.events.commit(old), { announcements: 0, deliveries: 0 });
    const some = batchOf(announcementOf([changeOf("m-2"), changeOf("m-3")]), channels, NOW);
    assert.deepEqual(await store.events.commit(some), { announcements: 1, deliveries: 1 });
    const rows = await store.outbox.ofChannel(channels[0]?.id ?? "", ["pending"], 10);
    assert.deepEqual(
      rows.map((row) => row.items),
      [[0, 1], [1]],
    );
    const summary = batchOf({ ...announcementOf([changeOf("m-2")]), id: "s", kind: "summary" }, channels, NOW);
    assert.deepEqual(await store.events.commit(summary), { announcements: 1, deliveries: 1 }, "a summary may retell");
  });

  on("claims lease one row per channel, and nobody else gets it before the lease ends", async (store) => {
    const { channels } = await told(store, 2);
    await store.events.commit(batchOf(announcementOf([changeOf("m-7")]), channels, NOW));
    assert.equal((await claim(store, "a")).length, 2);
    assert.equal((await claim(store, "b")).length, 0, "their channels are busy");
    assert.equal((await claim(store, "b", NOW + 59_999)).length, 0);
    assert.equal((await claim(store, "b", NOW + 60_000)).length, 2);
  });

  on("sending is committed first, and comes back as unclear when its lease is over", async (store) => {
    await told(store);
    const [row] = await claim(store);
    const key = row?.key ?? "";
    assert.equal(await store.outbox.markSending(key, "somebody", NOW), false);
    assert.equal(await store.outbox.markSending(key, "a", NOW), true);
    assert.equal(await store.outbox.markSending(key, "a", NOW), false, "only once per claim");
    assert.equal((await store.outbox.counts()).sending, 1);
    const [again] = await claim(store, "b", NOW + 60_000);
    assert.equal(again?.state, "unclear");
    assert.equal(again?.first_sent_at, NOW);
    assert.equal(await store.outbox.finish(key, "a", { state: "sent", message_id: "m", at: NOW }), false, "too late");
    assert.equal(await store.outbox.finish(key, "b", { state: "sent", message_id: "m", at: NOW }), true);
    assert.deepEqual(await store.outbox.counts(), { pending: 0, sending: 0, unclear: 0, sent: 1, dead: 0 });
    assert.equal(await store.outbox.nextDue(), null);
  });

  on("holds and due times are never early", async (store) => {
    const { channels } = await told(store, 2);
    const [first, second] = channels.map((channel) => channel.id);
    await store.outbox.hold({ channelId: first ?? "" }, NOW + 5000);
    assert.deepEqual(
      (await claim(store)).map((row) => row.channel_id),
      [second],
    );
    assert.equal((await claim(store, "a", NOW + 4999)).length, 0);
    assert.equal((await claim(store, "a", NOW + 5000)).length, 1);
    await store.outbox.hold({ platform: "slack" }, NOW + 500_000);
    assert.equal((await claim(store, "a", NOW + 400_000)).length, 0);
    assert.equal(await store.outbox.nextDue(), NOW + 500_000);
    assert.equal((await claim(store, "a", NOW + 500_000)).length, 2);
  });

  on("the pace is shared by all who claim", async (store) => {
    await told(store, 10);
    const pace = { perSecond: 2, burst: 1, channelGapMs: 0 };
    const at = async (owner: string, now: number) =>
      (await store.outbox.claim({ owner, now, leaseMs: 60_000, limit: 10, pace })).length;
    assert.equal(await at("a", NOW), 1);
    assert.equal(await at("b", NOW), 0);
    assert.equal(await store.outbox.nextDue({ pace }), NOW + 500);
    assert.equal(await at("b", NOW + 499), 0);
    assert.equal(await at("b", NOW + 500), 1);
    assert.equal(await at("a", NOW + 5000), 1, "what was not used is not saved up beyond the burst");
  });

  on("a parked channel keeps its rows and its settings, and is claimed only for its probe", async (store) => {
    const { channels } = await told(store, 1);
    const id = channels[0]?.id ?? "";
    await store.channels.park(id, { reason: "gone", since: START, probe_at: "2026-03-01T10:00:00Z", probes: 0 });
    assert.equal((await claim(store, "a", NOW + 7_200_000)).length, 0);
    assert.deepEqual(await store.outbox.probesDue({ now: NOW, limit: 5 }), []);
    assert.deepEqual(await store.outbox.probesDue({ now: NOW + 3_600_000, limit: 5 }), [id]);
    assert.equal(await store.outbox.nextDue(), NOW + 3_600_000);
    const probe = { owner: "a", now: NOW + 3_600_000, leaseMs: 60_000, limit: 1, probe: id };
    assert.equal((await store.outbox.claim(probe)).length, 1);
    assert.equal((await store.outbox.claim({ ...probe, owner: "b" })).length, 0);
    const parked = (await store.channels.get(id))?.parked;
    assert.deepEqual(parked, { reason: "gone", since: START, probe_at: "2026-03-01T10:00:00Z", probes: 0 });
    assert.deepEqual((await store.channels.get(id))?.subscription, channels[0]?.subscription);
  });

  on("a digest takes the place of pending rows, or of none", async (store) => {
    const { channels } = await told(store, 1);
    const channel_id = channels[0]?.id ?? "";
    await store.events.commit(batchOf(announcementOf([changeOf("m-3")]), channels, NOW));
    const rows = await store.outbox.ofChannel(channel_id, ["pending"], 10);
    const digest = { ...announcementOf([changeOf("m-1"), changeOf("m-3")]), id: "d", kind: "digest" } as const;
    const delivery = { key: "dk", announcement_id: "d", channel_id, items: [0, 1], next_send_at: NOW };
    const keys = rows.map((row) => row.key);
    assert.equal(await store.outbox.fold({ digest, delivery, keys: [...keys, "unknown"], now: NOW }), false);
    assert.equal((await store.outbox.counts()).dead, 0);
    assert.equal(await store.outbox.fold({ digest, delivery, keys, now: NOW }), true);
    const [dead] = await store.outbox.ofChannel(channel_id, ["dead"], 10);
    assert.equal(dead?.reason, "told in digest dk");
    assert.deepEqual(
      (await claim(store)).map((row) => row.key),
      ["dk"],
    );
  });

  on("why: told, not told, and only what concerns the channel", async (store) => {
    const { channels } = await told(store, 2);
    await store.events.commit({
      at: START,
      records: [],
      announcements: [],
      deliveries: [],
      untold: [{ change: changeOf("m-1", { kind: "retired" }), decision: "already past when first seen" }],
    });
    const id = channels[0]?.id ?? "";
    const entries = await store.events.why({ channelId: id, model: "M-1", limit: 10 });
    assert.deepEqual(
      entries.map((entry) => [entry.change.kind, entry.decision, entry.delivery?.state ?? null]),
      [
        ["retired", "already past when first seen", null],
        ["announced", "told", "pending"],
      ],
    );
    const elsewhere = await store.events.why({ channelId: "slack:T1:other", model: "m-1", limit: 10 });
    assert.equal(elsewhere[1]?.decision, "not watched here");
    assert.equal((await store.events.why({ channelId: null, model: "acme-api|m-2|", limit: 10 })).length, 2);
    assert.equal((await store.events.why({ channelId: null, model: null, limit: 1 })).length, 1);
  });

  on("channels are saved, listed and removed", async (store) => {
    const channel = channelNamed("discord", 1);
    await store.channels.save(channel);
    await store.channels.setClass(channel.id, "nonce");
    assert.deepEqual(await store.channels.get(channel.id), { ...channel, class: "nonce" });
    assert.deepEqual(await store.channels.all(), [{ ...channel, class: "nonce" }]);
    assert.equal(await store.channels.remove(channel.id), true);
    assert.equal(await store.channels.remove(channel.id), false);
    assert.equal(await store.channels.get(channel.id), null);
  });

  on("a lease has one holder; another machine's is free within 60 s", async (store) => {
    assert.deepEqual(await store.leases.take("runner", A, NOW, 600_000), { held: true });
    assert.deepEqual(await store.leases.take("runner", B, NOW + 59_999, 60_000), {
      held: false,
      by: A,
      until: NOW + 60_000,
    });
    assert.deepEqual(await store.leases.take("runner", B, NOW + 60_000, 60_000), { held: true });
    assert.equal((await store.leases.take("runner", A, NOW + 60_001, 60_000)).held, false);
    await store.leases.release("runner", A);
    assert.equal((await store.leases.take("runner", A, NOW + 60_001, 60_000)).held, false, "not A's to release");
    await store.leases.release("runner", B);
    assert.equal((await store.leases.take("runner", A, NOW + 60_001, 60_000)).held, true);
    const back = NOW - 400 * 86_400_000;
    assert.equal((await store.leases.take("runner", B, back, 60_000)).held, true, "the clock was set back");
  });

  on("invalid requests are counted within their window", async (store) => {
    for (const at of [1, 2, 3, 4]) await store.outbox.noteInvalid("discord", NOW + at);
    assert.deepEqual(await store.outbox.invalidSince("discord", NOW + 1, 3), { count: 3, nth: NOW + 2 });
    assert.deepEqual(await store.outbox.invalidSince("discord", NOW + 2, 3), { count: 2, nth: null });
    assert.deepEqual(await store.outbox.invalidSince("slack", 0, 1), { count: 0, nth: null });
  });

  on("keys and values by namespace, and small facts", async (store) => {
    await store.keyValue.set("one", "k", "1", null);
    await store.keyValue.set("two", "k", "2", null);
    await store.keyValue.set("one", "k", "3", NOW);
    assert.equal(await store.keyValue.get("one", "k"), "3");
    assert.deepEqual(await store.keyValue.entries("two"), [["k", "2"]]);
    await store.keyValue.clear("one");
    assert.equal(await store.keyValue.get("one", "k"), undefined);
    assert.equal(await store.keyValue.delete("two", "k"), true);
    assert.equal(await store.keyValue.delete("two", "k"), false);
    assert.equal(await store.meta.get("x"), null);
    await store.meta.set("x", "1");
    await store.meta.set("x", "2");
    assert.equal(await store.meta.get("x"), "2");
  });

  on("a row cannot be written twice under another key", async (store) => {
    const { batch, channels } = await told(store);
    const id = batch.announcements[0]?.id ?? "";
    const channel_id = channels[0]?.id ?? "";
    const twin = { key: shortId("other"), announcement_id: id, channel_id, items: [0], next_send_at: NOW };
    const again = { ...batch, announcements: [], deliveries: [twin] };
    assert.deepEqual(await store.events.commit(again), { announcements: 0, deliveries: 0 });
  });

  on("keeps cards, edits and marks, each for its own channel", async (store) => {
    const channels = [channelNamed("slack", 1), channelNamed("slack", 2)];
    for (const channel of channels) await store.channels.save(channel);
    const change = changeOf("m-1");
    const announcement = announcementOf([change]);
    await store.events.commit(batchOf(announcement, channels, NOW));
    const record = "acme-api|m-1|";
    const sent = async (id: string) => {
      const key = shortId(announcement.id, id);
      const claimed = await store.outbox.claim({ owner: "o", now: NOW, leaseMs: 1000, limit: 10 });
      const thread = { message_id: "1.5", broadcast: true };
      for (const row of claimed)
        await store.outbox.markSending(row.key, "o", NOW, false, row.key === key ? thread : null);
      for (const row of claimed)
        await store.outbox.finish(row.key, "o", {
          state: "sent",
          message_id: row.channel_id,
          at: NOW,
          card_of: [record],
        });
      return key;
    };
    const [first, second] = channels;
    assert.ok(first && second);
    const key = await sent(first.id);
    const card = (await store.cards.of(first.id, [record, "other"])).get(record);
    assert.deepEqual(card, await store.cards.get(key));
    assert.equal(card?.message_id, first.id);
    const rows = await store.outbox.ofChannel(first.id, ["sent"], 5);
    assert.deepEqual(rows[0]?.thread, { message_id: "1.5", broadcast: true });

    const touch = (channelId: string | null, tag: string, due = NOW) =>
      store.cards.touch({ channelId, recordKeys: [record], tag, now: NOW, due });
    assert.equal(await touch(null, "a"), 2, "one edit for each channel's card");
    assert.equal(await touch(first.id, "a"), 0, "the same twice is once");
    assert.equal(await touch(first.id, "b"), 0, "one that waits shows all that came before it");
    const claimed = await store.outbox.claim({ owner: "o", now: NOW, leaseMs: 1000, limit: 10 });
    assert.deepEqual(
      claimed.map((row) => `${row.action} ${row.card}`).sort(),
      channels.map((channel) => `edit ${shortId(announcement.id, channel.id)}`).sort(),
    );
    assert.equal(await touch(first.id, "b"), 1, "an edit under way may not show it");
    const why = await store.events.why({ channelId: first.id, model: "m-1", limit: 5 });
    assert.equal(why.length, 1, "edits are no deliveries of news");

    await store.cards.forget(first.id, key);
    assert.equal((await store.cards.of(first.id, [record])).size, 0);
    assert.equal((await store.cards.of(second.id, [record])).size, 1);

    const mark = { kind: "assigned" as const, user: { id: "U", name: "u" }, at: START, until: null, shutdown: null };
    await store.cards.mark(first.id, [{ recordKey: record, mark }]);
    assert.deepEqual((await store.cards.marks()).get(first.id)?.get(record), mark);
    assert.equal((await store.cards.marks(second.id)).size, 0);
    const moved = { ...changeOf("m-1", { kind: "date-moved" }), at: "2026-04-01T00:00:00Z" };
    const reminder = { ...changeOf("m-1", { kind: "reminder", channel: first.id }), at: "2026-04-01T00:00:00Z" };
    const later = announcementOf([moved, reminder], "2026-04-01T00:00:00Z", "date-moved");
    await store.events.commit(batchOf(later, [], NOW));
    assert.deepEqual(await store.cards.later([record], START), [moved]);
    // As text "00.5Z" comes after "00.512Z", and "00Z" after both.
    const soon = { ...changeOf("m-1", { kind: "date-moved", shutdown: "2026-08-01" }), at: "2026-04-01T00:00:00.512Z" };
    await store.events.commit(batchOf(announcementOf([soon], soon.at, "date-moved"), [], NOW));
    for (const since of ["2026-04-01T00:00:00Z", "2026-04-01T00:00:00.5Z"])
      assert.deepEqual(await store.cards.later([record], since), [soon], since);
  });
}
