import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { systemClock } from "#src/core/clock.ts";
import { createLog, silentLog } from "#src/lib/log.ts";
import { createDiscordPlatform, inviteLink } from "#src/platforms/discord/index.ts";
import { exampleGuild, startFakeDiscord } from "#test/fakes/discord/index.ts";
import { KEY, messageOf, quietHandlers, startRig } from "./support.ts";

void describe("the gateway connection", { concurrency: true }, () => {
  void it("greets a server that is new, and none that it knew, that was out of reach, or at a restart", async () => {
    const joins: string[] = [];
    const onJoin = (channel: { workspace: string; channel: string }) => {
      joins.push(`${channel.workspace}/${channel.channel}`);
      return Promise.resolve();
    };
    const rig = await startRig({ handlers: { onJoin } });
    rig.fake.leave("100", true);
    rig.fake.available("100");
    rig.fake.join(exampleGuild("200", ["201"]));
    await rig.fake.until(() => joins.length > 0);
    rig.fake.requestReconnect();
    await rig.fake.until(() => rig.fake.gateway.resumes === 1, 10_000);
    assert.deepEqual(joins, ["200/201"]);
    await rig.stop();
  });

  void it("gets a command that was given while the connection was down", async () => {
    const rig = await startRig();
    rig.fake.dropGateway();
    await new Promise((resolve) => setTimeout(resolve, 30));
    const interaction = rig.fake.slash({ channel: "101", command: "model-status" });
    await rig.fake.until(() => interaction.original, 10_000);
    await rig.stop();
  });

  void it("identifies anew when its session is invalid", async () => {
    const rig = await startRig();
    rig.fake.invalidateSession(false);
    await rig.fake.until(() => rig.fake.gateway.identifies === 2, 10_000);
    const interaction = await rig.fake.until(() => {
      const asked = rig.fake.slash({ channel: "101", command: "model-status" });
      return asked;
    });
    await rig.fake.until(() => interaction.original, 10_000);
    await rig.stop();
  });

  void it("rejects with what to do when the token is refused, and never logs a secret", async () => {
    const canary = "MTk4.canary-token.s3cr3t";
    const lines: string[] = [];
    const log = createLog({ level: "debug", secrets: [], write: (line) => lines.push(line) });
    const fake = await startFakeDiscord();
    const platform = createDiscordPlatform({
      token: canary,
      apiUrl: fake.apiUrl,
      clock: systemClock,
      log,
      commands: [],
    });
    const failure = await platform.start(quietHandlers).then(
      () => null,
      (error: unknown) => error as Error,
    );
    assert.match(failure?.message ?? "", /DISCORD_TOKEN/);
    const rig = await startRig({ log, fake: { token: canary } });
    const faults = [
      { kind: "reset" },
      { kind: "status", status: 502 },
      { kind: "error", status: 401, code: 0, message: `bad ${canary}` },
      { kind: "error", status: 403, code: 50001, message: "Missing Access" },
      { kind: "error", status: 400, code: 50035, message: `Invalid ${canary}` },
      { kind: "rate-limit", scope: "shared", retry_after: 1 },
    ] as const;
    const results: unknown[] = [failure?.message, failure?.stack];
    for (const fault of faults) {
      rig.fake.fault({ ...fault, method: "POST", path: "/messages" });
      results.push(await rig.platform.send({ channel: rig.channel, key: KEY, message: messageOf("x") }));
      rig.fake.fault({ ...fault, path: "/callback" });
      rig.fake.slash({ channel: "101", command: "model-status" });
      rig.fake.fault({ ...fault, method: "GET" });
      results.push(await rig.platform.find(rig.channel, KEY, 0));
    }
    rig.fake.dropGateway();
    await rig.fake.until(() => rig.fake.gateway.resumes === 1, 10_000);
    await rig.stop();
    await platform.stop();
    await fake.close();
    assert.ok(lines.length > 5, "there is something to look at");
    const all = lines.join("\n") + JSON.stringify(results);
    assert.doesNotMatch(all, /canary-token|s3cr3t|interaction-token/);
  });

  void it("keeps trying while Discord is out of reach, and starts when it comes back", async () => {
    const fake = await startFakeDiscord();
    fake.fault({ kind: "status", status: 502, path: "/gateway/bot" });
    const platform = createDiscordPlatform({
      token: fake.token,
      apiUrl: `${fake.apiUrl}/`,
      clock: systemClock,
      log: silentLog,
      commands: [],
    });
    await platform.start(quietHandlers);
    assert.equal(fake.commandPuts(), 1);
    await platform.stop();
    await fake.close();
  });

  void it("stops trying when it is stopped", async () => {
    const platform = createDiscordPlatform({
      token: "t.o.ken",
      apiUrl: "http://127.0.0.1:9/api",
      clock: systemClock,
      log: silentLog,
      commands: [],
    });
    const started = platform.start(quietHandlers);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await platform.stop();
    await started;
  });

  void it("asks for exactly the rights in use", () => {
    const link = new URL(inviteLink("900"));
    assert.equal(
      link.searchParams.get("permissions"),
      String((1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 15n) | (1n << 16n) | (1n << 35n) | (1n << 38n)),
    );
    assert.equal(link.searchParams.get("scope"), "bot applications.commands");
  });
});
