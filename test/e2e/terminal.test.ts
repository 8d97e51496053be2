import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { sundown } from "#test/fakes/bot.ts";
import { createRig, later, OLD_ROWS, TODAY, until } from "./rig.ts";

/** Promise: it ends within ten seconds. */
const STOP_MS = 10_000;

void describe("the bot in the terminal", { concurrency: true }, () => {
  void it("starts without token and network, answers, says one line per source, and ends at `quit`", async (t) => {
    const rig = await createRig(t, { mirror: true });
    await rig.pages.close();
    const bot = rig.start({ SUNDOWN_CLOCK: "2026-11-23T09:00:00Z" });
    await bot.waitFor(/Sundown is running/);
    bot.type("/model-status gpt-4.5-preview");
    await bot.waitFor(/14 July 2025[\s\S]*gpt-4\.1/);
    assert.match(bot.stdout(), /retired/);
    await bot.waitFor(/^openai-deprecations: .*tried again\.$/m);
    await bot.waitFor(/^mirror: .*tried again\.$/m);
    const said = bot.stderr().trim().split("\n");
    for (const line of said)
      assert.match(line, /^(?:[\w-]+: .* tried again\.|\d+ sources cannot be read .* shows each\.)$/);
    bot.type("/model-upcoming");
    await bot.waitFor(/upcoming shutdown/);
    const asked = performance.now();
    bot.type("quit");
    assert.equal(await bot.exited, 0);
    assert.ok(performance.now() - asked < STOP_MS);
  });

  void it("ends at SIGTERM with code 0, also while a page is slow", async (t) => {
    const rig = await createRig(t);
    rig.publish(OLD_ROWS, { delayMs: 15_000 });
    const bot = rig.start();
    await bot.waitFor(/Sundown is running/);
    await until(() => rig.pages.requests.length > 0);
    const asked = performance.now();
    assert.equal(await bot.kill("SIGTERM"), 0);
    const took = performance.now() - asked;
    assert.ok(took < STOP_MS, `it took ${took} ms`);
  });

  void it("prints an alert once, not again after a restart", async (t) => {
    const rig = await createRig(t);
    const first = rig.start();
    await rig.polled();
    rig.publish([...OLD_ROWS, ["gpt-7-preview", "2026-12-01", "gpt-8"]]);
    await first.waitFor(/gpt-7-preview \(OpenAI API\) shuts down on 1 December 2026/);
    await first.kill("SIGTERM");
    const second = rig.start({ SUNDOWN_CLOCK: later(TODAY, 60_000) });
    await second.waitFor(/Sundown is running/);
    await rig.polled();
    assert.doesNotMatch(second.stdout(), /gpt-7-preview/);
  });

  void it("lets the second process on one folder wait, and take over when the first dies", async (t) => {
    const rig = await createRig(t);
    const first = rig.start();
    await first.waitFor(/Sundown is running/);
    const second = rig.start();
    await second.waitFor(new RegExp(`another Sundown \\(process ${first.process.pid} on .*waiting`));
    assert.doesNotMatch(second.stdout(), /is running/);
    await first.kill("SIGKILL");
    await second.waitFor(/Sundown is running/, 5000);
    const third = rig.start();
    await third.waitFor(/waiting/);
    assert.equal(await third.kill("SIGTERM"), 0, "one that waits can be stopped, too");
  });

  void it("refuses PostgreSQL and a bad configuration, with every problem and its path", async (t) => {
    const rig = await createRig(t);
    const config = join(rig.folder, "bad.json");
    const bad = {
      sources: { acme: { url: "ftp://acme.example/x", cron: "often" } },
      subscriptions: [{ platform: "slack", workspace: "T1", channel: "C1", time: "9 o'clock" }],
      surprise: 1,
    };
    await writeFile(config, JSON.stringify(bad));
    const bot = rig.start({ DATABASE_URL: "postgres://x", SUNDOWN_CONFIG: config });
    assert.equal(await bot.exited, 1);
    const said = bot.stderr();
    assert.match(said, /DATABASE_URL: PostgreSQL is not supported yet; remove this key/);
    for (const path of ["sources.acme.url", "sources.acme.cron", "subscriptions.0.time", "surprise"])
      assert.ok(said.includes(`${config}: ${path}: `), `${path} is not named in:\n${said}`);
    assert.doesNotMatch(said, /\n\s+at /, "no stack");
  });

  void it("backs up while the bot runs, and a restored store announces nothing again", async (t) => {
    const rig = await createRig(t);
    const first = rig.start();
    await rig.polled();
    const backup = join(rig.folder, "backup.db");
    const saved = await sundown(["backup", backup], rig.environment());
    assert.equal(saved.code, 0, saved.stderr);
    rig.publish([...OLD_ROWS, ["gpt-7-preview", "2026-12-01", "gpt-8"]]);
    await first.waitFor(/gpt-7-preview \(OpenAI API\) shuts down/);
    const refused = await sundown(["restore", backup], rig.environment());
    assert.equal(refused.code, 1, "no restore under a running bot");
    await first.kill("SIGTERM");
    const restored = await sundown(["restore", backup], rig.environment({ SUNDOWN_CLOCK: later(TODAY, 60_000) }));
    assert.equal(restored.code, 0, restored.stderr);
    const second = rig.start({ SUNDOWN_CLOCK: later(TODAY, 120_000) });
    await second.waitFor(/Sundown is running/);
    await rig.polled();
    assert.doesNotMatch(second.stdout(), /gpt-7-preview/, "what was told before the restore");
    rig.publish([...OLD_ROWS, ["gpt-7-preview", "2026-12-01", "gpt-8"], ["gpt-7-audio", "2026-12-08", "gpt-8"]]);
    await second.waitFor(/gpt-7-audio \(OpenAI API\) shuts down/);
  });
});
