import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { hostname } from "node:os";
import { test } from "node:test";
import { healthNews } from "#src/catalog/health.ts";
import { loadShipped } from "#src/catalog/shipped.ts";
import { readEnv } from "#src/config/env.ts";
import { isoOf, manualClock, systemClock } from "#src/core/clock.ts";
import type { Fact } from "#src/core/fact.ts";
import { recordKey } from "#src/core/model.ts";
import { emptySourceState, type SourceState } from "#src/core/source-state.ts";
import { DEFAULT_SUBSCRIPTION } from "#src/core/subscription.ts";
import { silentLog } from "#src/lib/log.ts";
import { loadMessages } from "#src/messages/index.ts";
import { openStore } from "#src/store/open.ts";
import { createFirstChannels, firstChannels } from "#src/wiring/first-channels.ts";
import { createKnowledge } from "#src/wiring/knowledge.ts";
import { holdLease, thisProcess } from "#src/wiring/lease.ts";
import { createRecords } from "#src/wiring/records.ts";
import { compare, comparisonLine, placed, sentSpec } from "#src/wiring/sent.ts";
import { createServices } from "#src/wiring/services.ts";
import { healthChange } from "#src/wiring/source-health.ts";
import { lifeOf, mortal } from "../../scripts/torture/mortal.ts";
import { ends } from "../catalog/build.ts";
import { recordOf } from "../countdown/build.ts";

const DAY = 86_400_000;
const NOW = Date.parse("2026-06-01T12:00:00Z");

/** A process of this machine that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  return child.pid ?? 0;
}

test("a lease: a dead process of this machine loses it at once, another machine's within 60 s, a living one never", async () => {
  const store = await openStore(":memory:");
  const me = thisProcess();
  const now = systemClock.now();
  const take = (at: number) => store.leases.take("bot", me, at, 60_000);
  await store.leases.take("bot", { id: "dead", host: hostname(), pid: await deadPid() }, now, 60_000);
  assert.deepEqual(await take(now + 1), { held: true });
  await store.leases.release("bot", me);
  await store.leases.take("bot", { id: "far", host: "another.example", pid: 1 }, now, 600_000);
  assert.equal((await take(now + 59_000)).held, false);
  assert.equal((await take(now + 60_001)).held, true);
  await store.leases.release("bot", me);
  const twin = { ...me, id: "twin" };
  await store.leases.take("bot", twin, now, 60_000);
  assert.equal((await take(now + 1000)).held, false);
  await store.close();
});

test("a start while another runs says so once, waits, and goes on when that one ends", async () => {
  const store = await openStore(":memory:");
  const other = { ...thisProcess(), id: "other" };
  await store.leases.take("bot", other, systemClock.now(), 60_000);
  const said: string[] = [];
  const signal = new AbortController().signal;
  const lease = holdLease(store.leases, thisProcess(), {
    log: silentLog,
    say: (words) => {
      said.push(words);
      setTimeout(() => void store.leases.release("bot", other), 20);
    },
    signal,
    onLost: () => assert.fail("lost"),
  });
  await (await lease).release();
  assert.equal(said.length, 1);
  assert.match(said[0] ?? "", new RegExp(`process ${process.pid} on ${hostname()}`));
  await store.close();
});

test("what questions are answered from grows with the catalogue, and costs nothing while it does not", async () => {
  const shipped = loadShipped();
  const store = await openStore(":memory:");
  const records = createRecords(store.catalog);
  const clock = manualClock(isoOf(NOW));
  const knowledge = createKnowledge({ shipped, records, cursors: { sights: () => new Map() }, clock });
  const first = await knowledge();
  assert.ok(first.size >= shipped.size);
  assert.equal(await knowledge(), first);
  const found = recordOf({ model_id: "acme-new", shutdown: "2026-12-01" });
  records.keep([found]);
  const second = await knowledge();
  assert.equal(second.get(recordKey(found))?.shutdown, "2026-12-01");
  clock.advance(61_000);
  assert.notEqual(await knowledge(), second);
  await store.close();
});

test("first channels: the file's, the operator's and the terminal's; what a channel has changed is kept", async () => {
  const store = await openStore(":memory:");
  const place = { platform: "slack" as const, workspace: "T1", channel: "C1" };
  const config = {
    sources: {},
    subscriptions: [{ ...place, subscription: { ...DEFAULT_SUBSCRIPTION, providers: ["openai"] } }],
    overrides: [],
    slack: { admins_only: false },
  };
  const { env } = readEnv({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1", OPERATOR_CHANNEL: "slack:T1:COPS" });
  const channels = firstChannels(config, env);
  assert.deepEqual(
    channels.map((one) => one.channel),
    ["C1", "COPS"],
  );
  assert.ok(channels[1]?.subscription.quiet_kinds.includes("reminder"));
  await createFirstChannels(store.channels, channels, NOW);
  const made = await store.channels.get("slack:T1:C1");
  assert.ok(made !== null);
  await store.channels.save({ ...made, subscription: { ...made.subscription, providers: ["anthropic"] } });
  await createFirstChannels(store.channels, channels, NOW + DAY);
  const kept = await store.channels.get("slack:T1:C1");
  assert.deepEqual([kept?.subscription.providers, kept?.created_at], [["anthropic"], made.created_at]);
  const alone = firstChannels({ ...config, subscriptions: [] }, readEnv({}).env);
  assert.deepEqual(
    alone.map((one) => one.platform),
    ["terminal"],
  );
  await store.close();
});

test("a source in trouble is told once, its return once, and the next trouble again", () => {
  const spec = { id: "s", url: "https://s.example/", provider: "acme", surface: "acme-api", form: "auto" } as const;
  const full = { ...spec, trust: "provider", nature: "page" } as const;
  const keys: string[] = [];
  let state: SourceState = { ...emptySourceState(), last_good: isoOf(NOW) };
  const polls = ["failed", "failed", "failed", "failed", "good", "good", "failed", "failed", "failed"] as const;
  polls.forEach((health, index) => {
    const at = isoOf(NOW + (index + 1) * 600_000);
    const failures = health === "good" ? 0 : state.failures + 1;
    const news = healthNews({ ...state, health, failures, problem: health === "good" ? null : "HTTP 503" }, at);
    ({ state } = news);
    if (news.news !== null) keys.push(`${index} ${healthChange(full, news.news, state, at).dedup_key}`);
  });
  assert.deepEqual(
    keys.map((key) => key.split("|").slice(0, 3).join("|")),
    ["2 source-health|s|trouble", "4 source-health|s|recovered", "8 source-health|s|trouble"],
  );
  assert.equal(new Set(keys.map((key) => key.slice(2))).size, 3);
});

test("what somebody was sent is known, differs, or is new", () => {
  const record = recordOf({
    model_id: "acme-1",
    shutdown: "2026-12-15",
    claims: [],
    announced: "2026-01-05",
  });
  const records = new Map([[recordKey(record), record]]);
  const fact = (model_id: string, shutdown: string | null, precision: Fact["precision"] = "day"): Fact =>
    ends(model_id, shutdown, { precision, scheduled: true });
  const facts = [
    fact("acme-1", "2026-12-15"),
    fact("acme-1", "2026-12-01", "month"),
    fact("acme-1", null, null),
    fact("acme-1", "2026-11-15"),
    fact("acme-9", "2026-11-15"),
  ];
  assert.deepEqual(
    compare(facts, records, NOW).map((one) => one.verdict),
    ["known", "known", "known", "differs", "new"],
  );
});

/** A fact of a mail about acme-1. */
function sentFact({
  shutdown = "2026-12-01",
  quote = "",
  state = "deprecated",
}: {
  shutdown?: string | null;
  quote?: string;
  state?: Fact["state"];
}): Fact {
  return ends("acme-1", shutdown, {
    scheduled: state !== "withdrawn",
    state,
    evidence: { source: "ingest", url: "", quote, seen_at: isoOf(NOW), trust: "press" },
  });
}

test("a floor of a living model is no date that was announced; a text that takes an end back says so", () => {
  const record = recordOf({ model_id: "acme-1", shutdown: "2026-12-01" });
  const floor = { ...record, precision: "earliest" as const, scheduled: false, state: "active" as const };
  const records = new Map([[recordKey(floor), floor]]);
  const sent = (shutdown: string | null, state: Fact["state"] = "deprecated") => sentFact({ shutdown, state });
  const verdicts = compare([sent("2027-02-01"), sent("2026-11-01"), sent(null, "withdrawn")], records, NOW);
  assert.deepEqual(
    verdicts.map((one) => one.verdict),
    ["new", "differs", "withdraws"],
  );
  assert.match(comparisonLine(verdicts[0] ?? assert.fail(), NOW), /not before 2026-12-01/);
});

test("each thing that was sent is a source of its own, and the same thing again the same source", () => {
  const fact = (shutdown: string, quote: string): Fact => sentFact({ shutdown, quote });
  const [one, other] = [fact("2026-12-01", "a"), fact("2026-12-02", "b")];
  const ids = [
    sentSpec({ facts: [one], trust: "press" }),
    sentSpec({ facts: [one], trust: "press" }),
    sentSpec({ facts: [other], trust: "press" }),
    sentSpec({ facts: [one], trust: "provider" }),
  ].map((spec) => spec.id);
  assert.equal(ids[0], ids[1]);
  assert.equal(new Set(ids).size, 3);
});

test("a text that names no place is about the one place where its model is known", () => {
  const known = (model_id: string, surface: string) => {
    const look = isoOf(NOW);
    const claim = {
      source: "acme-page",
      fact: { ...sentFact({}), model_id, surface },
      first_seen: look,
      last_seen: look,
    };
    const claims = [{ ...claim, missing_since: null, missing_polls: 0 }];
    return { ...recordOf({ model_id, shutdown: "2026-12-01", claims }), surface };
  };
  const all = [known("acme-1", "acme-api"), known("acme-2", "acme-api"), known("acme-2", "other-api")];
  const records = new Map(all.map((each) => [recordKey(each), each]));
  const fact = (model_id: string): Fact => ({ ...sentFact({}), model_id, surface: "unknown", provider: "unknown" });
  assert.deepEqual(
    placed([fact("acme-1"), fact("acme-2"), fact("acme-9")], records, NOW).map((each) => each.surface),
    ["acme-api", "unknown", "unknown"],
  );
});

test("a channel that could not be saved leaves nothing behind; a saved one has its past milestones settled", async () => {
  const store = await openStore(":memory:");
  const { messagesFor, tags } = await loadMessages();
  const record = recordOf({ model_id: "acme-1", shutdown: "2026-06-20" });
  const services = (steps: number) => {
    const life = lifeOf(steps);
    return createServices({
      store: mortal(store, () => life.step()),
      knowledge: async () => new Map([[recordKey(record), record]]),
      stored: async () => new Map([[recordKey(record), record]]),
      cursors: { health: () => [] },
      overrides: [],
      messagesFor,
      languages: tags,
      platforms: () => new Map(),
      clock: { now: () => NOW },
    });
  };
  const place = { platform: "slack" as const, workspace: "T1", channel: "C1" };
  const narrow = { ...DEFAULT_SUBSCRIPTION, providers: ["openai"] };
  const wide = { ...DEFAULT_SUBSCRIPTION };
  const ago = { id: "slack:T1:C1", class: "unknown", parked: null, created_at: "2026-01-01T00:00:00Z" } as const;
  await store.channels.save({ ...ago, ...place, subscription: narrow });
  const keys = [90, 60, 30].map((days) => `acme-api|acme-1||reminder|2026-06-20|${days}|slack:T1:C1`);
  for (let step = 1; ; step += 1) {
    const died = await services(step)
      .channels.save(place, wide)
      .then(
        () => false,
        () => true,
      );
    // Both or neither, whichever write was the last.
    const isWide = (await store.channels.get("slack:T1:C1"))?.subscription.providers.length === 0;
    assert.equal((await store.events.known(keys)).size, isWide ? 3 : 0, `killed at step ${step}`);
    if (!died) break;
  }
  assert.equal((await store.events.known(keys)).size, 3);
  await store.close();
});
