import assert from "node:assert/strict";
import { describe, it } from "node:test";
import sourcesCommand from "#commands/model-sources.ts";
import status from "#commands/model-status.ts";
import upcoming from "#commands/model-upcoming.ts";
import why from "#commands/model-why.ts";
import { DEFAULT_SUBSCRIPTION } from "#src/core/subscription.ts";
import { changeOf } from "../announce/build.ts";
import { CHANNEL, createWorld, matchOf, requestOf, shown } from "./build.ts";

describe("/model-status", () => {
  it("answers one model with date, days, replacement, quote and age, to the asker alone", async () => {
    const world = createWorld();
    const reply = await status.run(requestOf("model-status", { model: "ACME 1" }), world.services);
    assert.equal(reply.visibility, "private");
    const text = shown(reply);
    for (const part of [
      "acme-1",
      "14 July 2026",
      "in 30 days",
      "acme-2",
      "acme-1 goes on July 14",
      "3 hours ago",
      "14 April 2026",
    ]) {
      assert.ok(text.includes(part), `${part} is missing in:\n${text}`);
    }
  });

  it("never says active of what is stale, and says since when", async () => {
    const world = createWorld();
    world.matches[0] = matchOf({ model_id: "acme-1", status: "unknown", stale: true, as_of: "2026-05-01T00:00:00Z" });
    const text = shown(await status.run(requestOf("model-status", { model: "acme-1" }), world.services));
    assert.match(text, /stale since 1 May 2026/);
    assert.match(text, /44 days ago/);
    assert.doesNotMatch(text, /active/);
  });

  it("shows a disagreement with both quotes", async () => {
    const world = createWorld();
    const evidence = {
      source: "a-feed",
      url: "https://feed.example/",
      quote: "gone on May 1",
      seen_at: "2026-06-01T00:00:00Z",
      trust: "second-hand" as const,
    };
    world.matches[0] = matchOf({
      model_id: "acme-1",
      disagreements: [{ shutdown: "2026-05-01", precision: "day", evidence }],
    });
    const text = shown(await status.run(requestOf("model-status", { model: "acme-1" }), world.services));
    for (const part of [
      "acme-1 goes on July 14",
      "a-feed says otherwise",
      "1 May 2026",
      "gone on May 1",
      "second hand",
    ]) {
      assert.ok(text.includes(part), `${part} is missing in:\n${text}`);
    }
  });

  it("shows an operator's correction as such", async () => {
    const world = createWorld();
    const evidence = [
      {
        source: "override",
        url: "",
        quote: "we have a longer contract",
        seen_at: "2026-06-01T00:00:00Z",
        trust: "provider" as const,
      },
    ];
    world.matches[0] = matchOf({ model_id: "acme-1", decided_by: "override", evidence });
    const text = shown(await status.run(requestOf("model-status", { model: "acme-1" }), world.services));
    assert.match(text, /Corrected by the operator of this bot: we have a longer contract/);
  });

  it("compares several surfaces, each with its own date", async () => {
    const world = createWorld();
    world.matches.push(
      matchOf({ model_id: "acme-1", surface: "bedrock", provider: "aws", shutdown: "2026-12-01", days_left: 170 }),
    );
    const text = shown(await status.run(requestOf("model-status", { model: "acme 1" }), world.services));
    for (const part of ["2 matches", "acme-api", "Amazon Bedrock", "14 July 2026", "1 December 2026"])
      assert.ok(text.includes(part), text);
  });

  it("gives near names for an unknown one, and no guess", async () => {
    const world = createWorld();
    const reply = await status.run(requestOf("model-status", { model: "acme-9" }), world.services);
    assert.match(shown(reply), /No model is known as “acme-9”/);
    assert.match(shown(reply), /acme-1, acme-2/);
    assert.doesNotMatch(shown(reply), /July/);
  });

  it("without a name says what the channel watches and what is next", async () => {
    const world = createWorld();
    const fresh = shown(await status.run(requestOf("model-status"), world.services));
    assert.match(fresh, /watches nothing yet/);
    world.matches.push(matchOf({ model_id: "other-1", provider: "openai" }));
    await world.services.channels.save(
      { platform: "slack", workspace: "T1", channel: "C1" },
      { ...DEFAULT_SUBSCRIPTION, providers: ["openai"] },
    );
    const own = shown(await status.run(requestOf("model-status"), world.services));
    assert.match(own, /openai/);
    assert.match(own, /other-1/);
    assert.doesNotMatch(own, /acme-1/);
  });

  it("answers in the reader's language, else the channel's", async () => {
    const world = createWorld();
    const chinese = await status.run(
      requestOf("model-status", { model: "acme-1" }, { locale: "zh-CN" }),
      world.services,
    );
    assert.equal(chinese.language, "zh-CN");
    assert.match(shown(chinese), /已弃用/);
  });
});

describe("/model-upcoming", () => {
  it("filters by provider, surface name and days", async () => {
    const world = createWorld();
    world.matches.push(matchOf({ model_id: "far-1", provider: "aws", surface: "bedrock", days_left: 300 }));
    const text = async (options: Record<string, string>) =>
      shown(await upcoming.run(requestOf("model-upcoming", options), world.services));
    assert.match(await text({}), /far-1/);
    assert.doesNotMatch(await text({ provider: "ACME" }), /far-1/);
    assert.match(await text({ provider: "amazon bedrock" }), /far-1/);
    assert.doesNotMatch(await text({ days: "90" }), /far-1/);
    assert.match(await text({ provider: "anthropic" }), /No upcoming shutdowns/);
  });

  it("names all bad values together, with what is allowed", async () => {
    const world = createWorld();
    const text = shown(
      await upcoming.run(requestOf("model-upcoming", { provider: "nobody", days: "-3" }), world.services),
    );
    assert.match(text, /“nobody”.*acme.*openai/);
    assert.match(text, /“-3”/);
  });
});

describe("/model-sources", () => {
  it("puts what is out of reach first, with its problem and the age of its last good poll", async () => {
    const world = createWorld();
    const base = {
      url: "https://x.example",
      provider: "acme",
      surface: "acme-api",
      trust: "provider" as const,
      last_attempt: null,
      failures: 0,
      next_poll: null,
    };
    world.sources.push(
      { ...base, id: "fine", health: "good", last_good: "2026-06-14T11:30:00Z", rows: 12, problem: null },
      { ...base, id: "broken", health: "failed", last_good: "2026-06-11T12:00:00Z", rows: 7, problem: "HTTP 503" },
      { ...base, id: "sleeping", health: "off", last_good: null, rows: null, problem: null },
    );
    const text = shown(await sourcesCommand.run(requestOf("model-sources"), world.services));
    assert.match(text, /1 of 2 good/);
    assert.ok(text.indexOf("broken") < text.indexOf("fine"));
    assert.match(text, /3 days ago/);
    assert.match(text, /30 minutes ago/);
    assert.match(text, /HTTP 503/);
  });
});

describe("/model-why", () => {
  it("tells decisions and deliveries, and resolves a person's spelling", async () => {
    const world = createWorld();
    const change = changeOf({ model_id: "acme-1" });
    const delivery = { state: "sent" as const, reason: null, message_id: "1", attempts: 2, possible_repeat: true };
    world.why.push(
      { at: "2026-06-01T00:00:00Z", change, channel_id: CHANNEL, decision: "told", delivery },
      {
        at: "2026-05-01T00:00:00Z",
        change: changeOf({ model_id: "acme-1", source: "b" }),
        channel_id: CHANNEL,
        decision: "seen before",
        delivery: null,
      },
    );
    const text = shown(await why.run(requestOf("model-why", { model: "acme 1" }), world.services));
    for (const part of ["told", "delivered", "2 attempts", "(possible repeat)", "seen before"])
      assert.ok(text.includes(part), text);
    assert.match(
      shown(await why.run(requestOf("model-why", { model: "zzz" }), world.services)),
      /Did you mean: acme-1/,
    );
  });
});
