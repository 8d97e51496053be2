import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { parse } from "yaml";
import type { Clock } from "#src/core/clock.ts";
import { silentLog } from "#src/lib/log.ts";
import { createSlackPlatform } from "#src/platforms/slack/index.ts";
import { slackManifest } from "#src/platforms/slack/manifest.ts";
import { CONTRACT_COMMANDS, channelFor, sampleMessage } from "#test/platforms/contract.ts";
import type { Rig } from "./start.ts";
import { startRig } from "./start.ts";

void describe("What Slack answers, and what it means for a delivery", () => {
  let rig: Rig;
  let sent = 0;
  before(async () => {
    rig = await startRig();
  });
  after(() => rig.stop());
  const send = (channel = rig.channel) =>
    rig.platform.send({ channel, key: `key${(sent += 1)}`, message: sampleMessage });

  const table: [string, string][] = [
    ["channel", "channel_not_found not_in_channel is_archived restricted_action restricted_action_thread_locked"],
    ["channel", "cannot_reply_to_message messages_tab_disabled no_permission"],
    ["token", "invalid_auth not_authed account_inactive token_revoked token_expired missing_scope"],
    ["token", "not_allowed_token_type access_denied"],
    ["message", "invalid_blocks invalid_blocks_format msg_blocks_too_long msg_too_long no_text metadata_too_large"],
    ["message", "invalid_metadata_format invalid_metadata_schema markdown_text_conflict invalid_arguments"],
    ["retry", "ratelimited rate_limited message_limit_exceeded request_timeout team_added_to_org org_login_required"],
    ["ambiguous", "internal_error fatal_error service_unavailable update_failed"],
  ];
  for (const [meaning, codes] of table) {
    void it(`${meaning}: ${codes}`, async () => {
      for (const error of codes.split(" ")) {
        rig.fake.fault({ kind: "error", error });
        const result = await send();
        assert.equal(result.outcome === "refused" ? result.scope : result.outcome, meaning, error);
        assert.ok("reason" in result && result.reason.includes(error), error);
      }
    });
  }

  void it("takes one channel's limit as its own, and a second one's as the workspace's", async () => {
    const scopeOf = async (channel: string) => {
      rig.fake.fault({ kind: "rate-limited", retryAfter: 30 });
      const result = await send(channelFor("slack", "T1", channel));
      assert.ok(result.outcome === "retry" && result.retry_after_ms === 30_000);
      return result.scope;
    };
    assert.equal(await scopeOf("C1"), "channel");
    assert.equal(await scopeOf("C1"), "channel");
    assert.equal(await scopeOf("C2"), "platform");
    rig.fake.fault({ kind: "rate-limited", retryAfter: null });
    const without = await send();
    assert.ok(without.outcome === "retry" && without.retry_after_ms === 30_000, JSON.stringify(without));
  });

  void it("knows real channels: archived, not a member", async () => {
    const archived = await send(channelFor("slack", "T1", "CARCHIVED"));
    assert.deepEqual(archived, { outcome: "refused", reason: "is_archived", scope: "channel" });
    const outside = await send(channelFor("slack", "T1", "COUTSIDE"));
    assert.deepEqual(outside, { outcome: "refused", reason: "not_in_channel", scope: "channel" });
  });

  void it("retries what never reached Slack, and calls a proxy's page ambiguous", async () => {
    const closed = await startRig();
    const gone = closed.fake.apiUrl;
    await closed.stop();
    const nowhere = createSlackPlatform({
      botToken: "xoxb-x",
      appToken: "xapp-x",
      apiUrl: gone,
      clock: { now: () => 0 },
      log: silentLog,
      commands: [],
      adminsOnly: false,
    });
    const refused = await nowhere.send({ channel: rig.channel, key: "k", message: sampleMessage });
    assert.ok(refused.outcome === "retry" && refused.scope === "platform", JSON.stringify(refused));
    assert.equal(await nowhere.classify(rig.channel), "unknown");
    rig.fake.fault({ kind: "status", status: 200 });
    assert.equal((await send()).outcome, "ambiguous");
    rig.fake.fault({ kind: "status", status: 502 });
    assert.equal((await send()).outcome, "ambiguous");
  });

  void it("stores exactly one message with what the contract asks for", async () => {
    await rig.platform.send({ channel: rig.channel, key: "abc123", message: sampleMessage });
    const [stored, ...more] = rig.fake.withKey("abc123");
    assert.equal(more.length, 0);
    assert.deepEqual(stored?.metadata, { event_type: "sundown_delivery", event_payload: { key: "abc123" } });
    assert.match(stored?.client_msg_id ?? "", /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    const call = rig.fake.state.calls.findLast((one) => one.method === "chat.postMessage");
    for (const [name, value] of Object.entries({
      unfurl_links: "false",
      unfurl_media: "false",
      link_names: "false",
      parse: "none",
    })) {
      assert.equal(call?.args[name], value, name);
    }
  });
});

void describe("Looking a delivery up", () => {
  const send = async (rig: Rig, key: string) => {
    assert.equal((await rig.platform.send({ channel: rig.channel, key, message: sampleMessage })).outcome, "sent");
  };

  void it("reads on when a page is short, whatever the order", async () => {
    for (const historyOrder of ["newest-first", "oldest-first"] as const) {
      const rig = await startRig({ historyPageMax: 2, historyOrder });
      const keys = Array.from({ length: 9 }, (_, index) => `k${index}`);
      for (const key of keys) await send(rig, key);
      for (const key of keys) {
        const found = await rig.platform.find(rig.channel, key, Date.now() - 1000);
        assert.ok(found.outcome === "found" && found.message_id === rig.fake.withKey(key)[0]?.ts, key);
      }
      assert.deepEqual(await rig.platform.find(rig.channel, "k", 0), { outcome: "absent" });
      await rig.stop();
    }
  });

  void it("finds it on a rehearsal's clock, which is years away from Slack's", async () => {
    for (const iso of ["2024-01-01T00:00:00Z", "2031-01-01T00:00:00Z"]) {
      const clock: Clock = { now: () => Date.parse(iso) };
      const rig = await startRig({}, { clock });
      await send(rig, "k1");
      assert.equal((await rig.platform.find(rig.channel, "k1", clock.now() - 5000)).outcome, "found");
      await rig.stop();
    }
  });

  void it("says unreadable without the right, and retry while Slack is out of order", async () => {
    const rig = await startRig({ scopes: ["chat:write", "channels:read"] });
    const without = await rig.platform.find(rig.channel, "k", 0);
    assert.deepEqual(without, { outcome: "unreadable", reason: "missing_scope" });
    assert.equal(await rig.platform.classify(rig.channel), "none");
    rig.fake.fault({ method: "conversations.history", kind: "rate-limited", retryAfter: 60 });
    const limited = await rig.platform.find(rig.channel, "k", 0);
    assert.deepEqual(limited, { outcome: "retry", reason: "429", retry_after_ms: 60_000 });
    rig.fake.fault({ method: "conversations.history", kind: "reset", stored: false });
    assert.equal((await rig.platform.find(rig.channel, "k", 0)).outcome, "retry");
    await rig.stop();
  });

  void it("classifies by scope, kind and membership", async () => {
    const rig = await startRig();
    const classOf = (channel: string) => rig.platform.classify(channelFor("slack", "T1", channel));
    assert.equal(await classOf("C1"), "history");
    assert.equal(await classOf("C2"), "history");
    assert.equal(await classOf("D1"), "history");
    assert.equal(await classOf("COUTSIDE"), "none");
    assert.equal(await classOf("CNOWHERE"), "none");
    rig.fake.state.settings.scopes = ["chat:write", "channels:history", "channels:read", "groups:read"];
    assert.equal(await classOf("C1"), "history");
    assert.equal(await classOf("C2"), "none");
    rig.fake.state.settings.scopes = ["chat:write", "channels:history"];
    assert.equal(await classOf("C1"), "history");
    rig.fake.fault({ method: "auth.test", kind: "status", status: 500 });
    assert.equal(await classOf("C1"), "unknown");
    await rig.stop();
  });
});

void describe("The app's manifest", () => {
  void it("has every offered command and exactly the scopes in use", () => {
    const hidden = { ...CONTRACT_COMMANDS[0], name: "secret", hidden: true } as (typeof CONTRACT_COMMANDS)[0];
    const manifest = parse(slackManifest([...CONTRACT_COMMANDS, hidden])) as {
      features: { slash_commands: { command: string; usage_hint?: string }[] };
      oauth_config: { scopes: { bot: string[] } };
      settings: { socket_mode_enabled: boolean; event_subscriptions: { bot_events: string[] } };
    };
    assert.deepEqual(
      manifest.features.slash_commands.map(({ command, usage_hint: hint }) => `${command} ${hint}`),
      ["/model-status [model]", "/model-watch add [providers] [days] | list"],
    );
    assert.equal(manifest.settings.socket_mode_enabled, true);
    assert.deepEqual(manifest.settings.event_subscriptions.bot_events, [
      "app_home_opened",
      "app_uninstalled",
      "member_joined_channel",
      "tokens_revoked",
    ]);
    assert.ok(manifest.oauth_config.scopes.bot.includes("files:write"));
    assert.ok(!manifest.oauth_config.scopes.bot.includes("users:read"));
    assert.match(slackManifest(CONTRACT_COMMANDS, { adminsOnly: true }), /users:read/);
    assert.match(
      slackManifest(CONTRACT_COMMANDS, { requestUrl: "https://x.example/slack/events" }),
      /socket_mode_enabled: false/,
    );
  });

  void it("refuses what Slack would refuse", () => {
    const [first] = CONTRACT_COMMANDS;
    assert.ok(first);
    assert.throws(() => slackManifest(Array.from({ length: 51 }, () => first)), /50/);
    assert.throws(() => slackManifest([{ ...first, name: "x".repeat(32) }]), /too long/);
  });
});
