import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { DEFAULT_SUBSCRIPTION } from "#src/core/subscription.ts";
import { silentLog } from "#src/lib/log.ts";
import { createDiscordPlatform } from "#src/platforms/discord/index.ts";
import { type FakeDiscord, RIGHTS, startFakeDiscord, type StoredMessage } from "#test/fakes/discord/index.ts";
import { messagesFor, PIXEL, recordsAhead, specs, startWorld, type World } from "../world.ts";

const MANAGER = { permissions: RIGHTS.manageChannels };
type Part = {
  type: number;
  custom_id: string;
  label?: string;
  placeholder?: string;
  options?: { value: string; default?: boolean }[];
};

void describe("forms, message commands and pictures on Discord", () => {
  let fake: FakeDiscord;
  let world: World;
  let stop: () => Promise<void>;

  before(async () => {
    fake = await startFakeDiscord({ bucket: null, maxConcurrency: 100, globalPerSecond: 1000 });
    world = await startWorld({ records: recordsAhead(45), operatorChannel: "discord:100:102", png: PIXEL });
    let requests = 0;
    const platform = createDiscordPlatform({
      token: fake.token,
      apiUrl: fake.apiUrl,
      // Five seconds pass between two requests, so that nobody asks too much at once.
      clock: { now: () => Date.now() + (requests += 1) * 5000 },
      log: silentLog,
      commands: specs,
      messages: messagesFor,
    });
    world.platforms.set("discord", platform);
    await platform.start(world.handlers);
    await world.services.channels.save(
      { platform: "discord", workspace: "100", channel: "102" },
      { ...DEFAULT_SUBSCRIPTION, quiet_kinds: ["announced"] },
    );
    stop = async () => {
      await platform.stop();
      await fake.close();
      await world.close();
    };
  });
  after(() => stop());

  const partsOf = (message: StoredMessage): Part[] =>
    message.components.flatMap((row) => (row["components"] as Part[] | undefined) ?? []);
  const part = (message: StoredMessage, name: string): Part => {
    const found = partsOf(message).find((one) => one.label === name || one.placeholder?.startsWith(name));
    assert.ok(found, `there is no ${name}`);
    return found;
  };
  const textOf = (message: StoredMessage) => `${message.content}\n${JSON.stringify(message.embeds)}`;
  const open = async (by = MANAGER) => {
    const interaction = fake.slash({ channel: "101", command: "model-watch", subcommand: "setup", by });
    return fake.until(() => interaction.original);
  };
  /** Presses or chooses, and waits until the form was edited. */
  const step = async (message: StoredMessage, act: () => unknown) => {
    const before = message.edited_at ?? 0;
    const at = Date.now();
    while (Date.now() === at) await new Promise((resolve) => setImmediate(resolve));
    act();
    await fake.until(() => (message.edited_at ?? 0) > before);
  };
  const saved = async () => (await world.store.channels.get("discord:100:101"))?.subscription ?? null;

  void it("registers the message command beside the slash commands", () => {
    const menu = fake.commands().find((command) => command["type"] === 3);
    assert.equal(menu?.["name"], "Check for retirements");
    assert.equal(
      fake.commands().find((command) => command["name"] === "model-watch")?.["default_member_permissions"],
      "16",
    );
  });

  void it("fills a form in over menus, pages and a modal, and saves it", async () => {
    const form = await open();
    assert.equal(form.flags & 64, 64, "only the person sees it");
    await step(form, () => fake.choose(form, part(form, "Providers").custom_id, ["openai", "anthropic"], MANAGER));
    assert.match(textOf(form), /openai, anthropic/);
    const preset = part(form, "Providers")
      .options?.filter((option) => option.default)
      .map((option) => option.value);
    assert.deepEqual(preset, ["anthropic", "openai"]);
    await step(form, () => fake.press(form, part(form, "More settings").custom_id, MANAGER));
    assert.ok(part(form, "Language"));
    const typing = fake.press(form, part(form, "Models, times …").custom_id, MANAGER);
    const modal = await fake.until(() => typing.callback);
    assert.equal(modal.type, 9);
    assert.deepEqual(typing.refused, []);
    const id = String(modal.data["custom_id"]);
    const typed = { models: "gpt-*, o1*", milestones: "30 7 1", time: "8:30", time_zone: "Europe/Berlin" };
    await step(form, () => fake.sendModal(form, id, typed, MANAGER));
    await step(form, () => fake.press(form, part(form, "Save").custom_id, MANAGER));
    assert.match(textOf(form), /Saved/);
    assert.ok(
      partsOf(form).every((one) => one.type === 2),
      "the form is gone; what is left are the next steps",
    );
    assert.deepEqual(await saved(), {
      ...DEFAULT_SUBSCRIPTION,
      providers: ["openai", "anthropic"],
      models: ["gpt-*", "o1*"],
      milestones: [30, 7, 1],
      time: "08:30",
      time_zone: "Europe/Berlin",
      reminders: "thread",
      escalate_to: null,
    });
  });

  void it("says beside each field what is wrong, saves nothing, and keeps what was filled in", async () => {
    const before = await saved();
    const form = await open();
    const typing = fake.press(form, part(form, "Models, times …").custom_id, MANAGER);
    const modal = await fake.until(() => typing.callback);
    const typed = { models: "gpt-*", milestones: "soon", time: "25:99", time_zone: "UTC" };
    await step(form, () => fake.sendModal(form, String(modal.data["custom_id"]), typed, MANAGER));
    await step(form, () => fake.press(form, part(form, "Save").custom_id, MANAGER));
    assert.match(textOf(form), /Nothing was saved/);
    assert.match(textOf(form), /“soon” cannot be used/);
    assert.match(textOf(form), /25:99/);
    assert.ok(part(form, "Save"), "the form stays");
    assert.deepEqual(await saved(), before);
  });

  void it("shows a preview of what stands in the form, in a message of its own, and saves nothing", async () => {
    const before = await saved();
    const form = await open();
    await step(form, () => fake.choose(form, part(form, "Providers").custom_id, [], MANAGER));
    const preview = fake.press(form, part(form, "Preview").custom_id, MANAGER);
    const shown = await fake.until(() => preview.original);
    assert.notEqual(shown.id, form.id);
    assert.equal(shown.flags & 64, 64);
    assert.match(textOf(shown), /1 message in the last 90 days/);
    assert.deepEqual(await saved(), before);
  });

  void it("sends a test alert that says it is one", async () => {
    const form = await open();
    const pressed = fake.press(form, part(form, "Send a test alert").custom_id, MANAGER);
    assert.match(textOf(await fake.until(() => pressed.original)), /on its way/);
    await world.drain();
    assert.match(fake.inChannel("101").at(-1)?.content ?? "", /Test: example-model-1/);
  });

  void it("refuses whoever may not manage the channel, at the opening and at the sending", async () => {
    const before = await saved();
    const nobody = { permissions: 0n };
    const refused = await open(nobody);
    assert.match(textOf(refused), /Only people who manage/);
    assert.deepEqual(
      partsOf(refused).filter((one) => one.custom_id.startsWith("form:")),
      [],
    );
    const form = await open();
    await step(form, () => fake.choose(form, part(form, "Providers").custom_id, ["aws"], nobody));
    await step(form, () => fake.press(form, part(form, "Save").custom_id, nobody));
    assert.match(textOf(form), /Only people who manage/);
    assert.deepEqual(await saved(), before);
    const test = fake.slash({ channel: "101", command: "model-watch", subcommand: "test", by: nobody });
    assert.match(textOf(await fake.until(() => test.original)), /Only people who manage/);
  });

  void it("opens a fresh form in the place of one from before a restart", async () => {
    const form = await open();
    const old = part(form, "Save").custom_id.replace(/:[0-9a-f]{16}:/, ":0123456789abcdef:");
    const before = await saved();
    await step(form, () => fake.press(form, old, MANAGER));
    assert.match(textOf(form), /too old/);
    assert.ok(!part(form, "Save").custom_id.includes("0123456789abcdef"));
    assert.deepEqual(await saved(), before);
  });

  void it("says which rights it lacks to post", async () => {
    const channel = fake.guilds[0]?.channels.find((one) => one.id === "101");
    assert.ok(channel);
    channel.overwrites = [
      { id: "100", type: 0, allow: 0n, deny: RIGHTS.send },
      { id: "1009", type: 0, allow: 0n, deny: RIGHTS.send },
    ];
    fake.dispatch("CHANNEL_UPDATE", {
      id: "101",
      guild_id: "100",
      name: channel.name,
      type: 0,
      permission_overwrites: channel.overwrites.map((one) => ({
        id: one.id,
        type: 0,
        allow: "0",
        deny: one.deny.toString(),
      })),
    });
    await open();
    const form = await open();
    assert.match(textOf(form), /cannot post here yet.*Send Messages/s);
    const test = fake.press(form, part(form, "Send a test alert").custom_id, MANAGER);
    assert.match(textOf(await fake.until(() => test.original)), /No test was sent/);
    channel.overwrites = [];
    fake.dispatch("CHANNEL_UPDATE", {
      id: "101",
      guild_id: "100",
      name: channel.name,
      type: 0,
      permission_overwrites: [],
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
  });

  void it("turns the pages of a long list in place, shows the picture, and shares on request", async () => {
    const asked = fake.slash({ channel: "101", command: "model-upcoming", options: { provider: "openai" } });
    const list = await fake.until(() => asked.original);
    assert.match(textOf(list), /1 to 20 of 45/);
    assert.equal(list.attachments[0]?.bytes.equals(PIXEL), true);
    assert.match(list.attachments[0]?.description ?? "", /gpt-4\.5-preview/);
    const next = part(list, "Next").custom_id;
    await step(list, () => fake.press(list, next));
    assert.match(textOf(list), /21 to 40 of 45/);
    assert.deepEqual(list.attachments, [], "the first page's picture is gone");
    await step(list, () => fake.press(list, part(list, "Previous").custom_id));
    assert.match(textOf(list), /1 to 20 of 45/);
    const share = fake.press(list, part(list, "Share").custom_id);
    const shared = await fake.until(() => share.followups[0]);
    assert.equal(shared.flags & 64, 0);
    assert.match(textOf(shared), /Shared by ada/);
    assert.equal(shared.attachments.length, 1);
    assert.ok(!partsOf(shared).some((one) => one.label === "Share"));
  });

  void it("answers without the picture where it may not attach files", async () => {
    fake.fault({
      kind: "error",
      status: 403,
      code: 50013,
      message: "Missing Permissions",
      path: "/messages/@original",
    });
    const asked = fake.slash({ channel: "101", command: "model-upcoming", options: { provider: "openai" } });
    const list = await fake.until(() => asked.original);
    assert.match(textOf(list), /1 to 20 of 45/);
    assert.deepEqual(list.attachments, []);
  });

  void it("reads a forwarded message on request, says what is known, and tells the operator on request", async () => {
    const text = "We will retire gpt-4.5-preview from the OpenAI API on March 1, 2031. Please move to gpt-4.1.";
    const snapshot = {
      message: {
        content: text,
        embeds: [],
        attachments: [],
        timestamp: "2026-04-01T12:00:00Z",
        edited_timestamp: null,
        flags: 0,
        mentions: [],
        mention_roles: [],
        type: 0,
        components: [],
      },
    };
    const message = fake.say("101", "", {
      message_snapshots: [snapshot],
      message_reference: { type: 1, message_id: "5", channel_id: "6" },
    });
    const asked = fake.onMessage(message, "Check for retirements");
    const answer = await fake.until(() => asked.original);
    assert.equal(answer.flags & 64, 64);
    assert.match(textOf(answer), /gpt-4\.5-preview/);
    assert.match(textOf(answer), /another date is known/);
    const told = fake.press(answer, part(answer, "Tell the operator").custom_id);
    assert.match(textOf(await fake.until(() => told.original)), /operator will be told/);
    await world.drain();
    assert.match(fake.inChannel("102").at(-1)?.content ?? "", /ada asks for a look/);
    const lunch = fake.onMessage(fake.say("101", "lunch?"), "Check for retirements");
    assert.match(textOf(await fake.until(() => lunch.original)), /No retirement was found/);
  });

  void it("parks a server's channels when the bot is removed, not in an outage", async () => {
    fake.leave("100", true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal((await world.store.channels.get("discord:100:101"))?.parked, null);
    fake.available("100");
    fake.leave("100");
    const channel = async () => (await world.store.channels.get("discord:100:101"))?.parked?.reason ?? "";
    for (let left = 100; left > 0 && (await channel()) === ""; left -= 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    assert.match(await channel(), /removed/);
  });
});
