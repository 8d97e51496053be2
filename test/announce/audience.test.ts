import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { audienceOf, whyNotTold } from "#src/announce/audience.ts";
import { deliveriesOf, nextDigestAt } from "#src/announce/deliveries.ts";
import { groupChanges } from "#src/announce/group.ts";
import { channelOf, ms } from "../countdown/build.ts";
import { changeOf } from "./build.ts";

const AT = "2026-04-14T17:00:00Z";

describe("grouping", () => {
  it("makes one announcement of a whole table, one per source and kind, with ids that do not depend on the order", () => {
    const table = Array.from({ length: 30 }, (_, index) => changeOf({ model_id: `m-${index}` }));
    const moved = changeOf({ model_id: "x", kind: "date-moved", previous: "2026-06-01" });
    const feed = changeOf({ model_id: "y", source: "a-feed" });
    const groups = groupChanges([...table, moved, feed], AT);
    assert.deepEqual(
      groups.map((one) => [one.source, one.kind, one.changes.length]),
      [
        ["acme-page", "announced", 30],
        ["acme-page", "date-moved", 1],
        ["a-feed", "announced", 1],
      ],
    );
    assert.deepEqual(
      groupChanges([feed, moved, ...table.toReversed()], "2026-05-01T00:00:00Z")
        .map((one) => one.id)
        .sort(),
      groups.map((one) => one.id).sort(),
    );
    assert.equal(new Set(groups.map((one) => one.id)).size, 3);
  });
});

describe("who is told", () => {
  const [announcement] = groupChanges([changeOf({ model_id: "acme-1" }), changeOf({ model_id: "acme-2" })], AT);
  assert.ok(announcement);

  it("tells what a channel watches, keeps parked channels, and gives the reason for the others", () => {
    const parked = { ...channelOf("parked"), parked: { reason: "gone", since: AT, probe_at: AT, probes: 1 } };
    const channels = [
      channelOf("all"),
      parked,
      channelOf("one", { models: ["*-1"] }),
      channelOf("other", { providers: ["else"] }),
      channelOf("quiet", { quiet_kinds: ["announced"] }),
      channelOf("new", {}, "2026-05-01T00:00:00Z"),
    ];
    const { audience, notTold } = audienceOf(announcement, channels);
    assert.deepEqual(
      audience.map((one) => [one.channel.channel, one.items]),
      [
        ["all", [0, 1]],
        ["parked", [0, 1]],
        ["one", [0]],
      ],
    );
    const reasons = new Map(notTold.map((one) => [one.channel_id, one.decision]));
    assert.equal(reasons.get("terminal:local:other"), "not watched here");
    assert.equal(reasons.get("terminal:local:quiet"), "quiet kind");
    assert.equal(reasons.get("terminal:local:new"), "before this channel was set up");
    assert.equal(notTold.filter((one) => one.channel_id === "terminal:local:one").length, 1);
  });

  it("tells reminders only to their channel, source health only to the operator, and retired to nobody", () => {
    const here = channelOf("here");
    const reminder = changeOf({ model_id: "m", kind: "reminder", milestone: 7, channel: here.id });
    assert.equal(whyNotTold(reminder, here), null);
    assert.equal(whyNotTold(reminder, channelOf("there")), "not watched here");
    const health = changeOf({ model_id: "", kind: "source-health" });
    assert.equal(whyNotTold(health, here), "for the operator");
    assert.equal(whyNotTold(health, here, { operatorChannel: here.id }), null);
    assert.equal(whyNotTold(changeOf({ model_id: "m", kind: "retired" }), here), "told by the countdown");
  });

  it("writes one row per announcement and channel, with the same key every time", () => {
    const channels = [channelOf("a"), channelOf("b", { digest: "daily", time: "09:00", time_zone: "Asia/Tokyo" })];
    const rows = deliveriesOf([announcement], channels, ms(AT));
    assert.deepEqual(
      deliveriesOf([announcement], channels.toReversed(), ms(AT))
        .map((row) => row.key)
        .sort(),
      rows.map((row) => row.key).sort(),
    );
    assert.equal(new Set(rows.map((row) => row.key)).size, 2);
    assert.ok(rows.every((row) => row.key.length <= 25));
    assert.deepEqual(
      rows.map((row) => row.next_send_at),
      // A digest takes up what waits for it; without one it is told ten minutes later.
      [ms(AT), ms("2026-04-15T00:10:00Z")],
    );
  });

  it("holds news for the daily or weekly hour in the channel's zone, never into the past", () => {
    const weekly = { digest: "weekly", time: "08:30", time_zone: "Europe/Berlin" } as const;
    assert.equal(nextDigestAt(weekly, ms(AT)), ms("2026-04-20T06:30:00Z"), "the next Monday");
    assert.equal(nextDigestAt(weekly, ms("2026-04-20T06:30:00Z")), ms("2026-04-20T06:30:00Z"));
    assert.equal(nextDigestAt({ ...weekly, digest: "daily" }, ms("2026-04-20T06:31:00Z")), ms("2026-04-21T06:30:00Z"));
  });
});
