import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { systemClock } from "#src/core/clock.ts";
import { silentLog } from "#src/lib/log.ts";
import { createDiscordPlatform } from "#src/platforms/discord/index.ts";
import {
  exampleGuild,
  type FakeDiscord,
  type Json,
  RIGHTS,
  startFakeDiscord,
  type StoredMessage,
} from "#test/fakes/discord/index.ts";
import { channelOn, commands, inDays, messagesFor, startLiving, storyOf } from "../living.ts";

const channel = channelOn("discord", "100", "101");
const FIRST = inDays(60);
const SECOND = inDays(90);
const ROLE = "123456789012345678";

async function start(t: TestContext) {
  const fake = await startFakeDiscord({ bucket: null, maxConcurrency: 100 });
  const living = await startLiving(FIRST);
  const platform = createDiscordPlatform({
    token: fake.token,
    apiUrl: fake.apiUrl,
    clock: systemClock,
    log: silentLog,
    commands: [...commands.values()].map((command) => command.spec),
    messages: messagesFor,
  });
  await platform.start(living.handlers);
  living.attach(platform);
  await living.store.channels.save(channel);
  t.after(async () => {
    await platform.stop();
    await fake.close();
    await living.store.close();
  });
  const press = async (message: StoredMessage, label: string, place?: string) => {
    const button = (message.components as { components: Json[] }[])
      .flatMap((row) => row.components)
      .find((one) => one["label"] === label);
    assert.ok(button, `no button ${label}`);
    const where = place === undefined ? message : { ...message, channel_id: place };
    const asked = fake.press(where, String(button["custom_id"]));
    return fake.until(() => asked.original);
  };
  return { fake, living, platform, press, story: storyOf(channel, FIRST, SECOND) };
}

const shown = (message: StoredMessage | undefined) => JSON.stringify([message?.content, message?.embeds]);
const footerOf = (message: StoredMessage | undefined) =>
  (message?.embeds.at(-1)?.["footer"] as { text?: string } | undefined)?.text ?? "";

/** Takes a right from every role, and tells the bot as Discord would. */
async function without(fake: FakeDiscord, right: bigint): Promise<void> {
  for (const guild of fake.guilds) {
    for (const role of guild.roles) {
      role.permissions &= ~right;
      const shape = { position: 1, color: 0, hoist: false, managed: false, mentionable: false, flags: 0 };
      const told = { ...role, ...shape, permissions: role.permissions.toString() };
      fake.dispatch("GUILD_ROLE_UPDATE", { guild_id: guild.id, role: told });
    }
  }
  await heard(fake);
}

/** The gateway keeps its order: what was dispatched before a command is known when the command is answered. */
async function heard(fake: FakeDiscord): Promise<void> {
  const asked = fake.slash({ channel: "101", command: "model-upcoming" });
  await fake.until(() => asked.original, 10_000);
}

void describe("living cards on Discord", { concurrency: 2 }, () => {
  void it("one message lives on: pressed, edited, told in its thread, and asked anew when the date moves", async (t) => {
    const { fake, living, story, press } = await start(t);
    await living.tell(story.announced, channel);
    const [card] = fake.messages;
    assert.ok(card);
    const key = footerOf(card).split(" · ")[1];
    assert.match(shown(card), /60 of 90 days left/);
    const answer = await press(card, "Acknowledge");
    assert.match(shown(answer), /Acknowledged/);
    await living.drain();
    assert.equal(fake.inChannel("101").length, 1, "a press posts nothing");
    assert.match(shown(card), /Acknowledged by/);

    await living.tell(story.moved, channel);
    assert.equal(fake.inChannel("101").length, 1, "no second card");
    const [reply] = fake.inChannel(card.id);
    assert.ok(reply, "told in the card's thread");
    assert.equal(reply.enforce_nonce, true);
    assert.match(shown(card), /What has changed/);
    assert.ok(shown(card).includes(messagesFor("en").date(FIRST, "day")), "before");
    assert.ok(shown(card).includes(messagesFor("en").date(SECOND, "day")), "after");
    assert.doesNotMatch(shown(card), /Acknowledged by/, "a moved date asks everybody anew");
    assert.equal(footerOf(card).split(" · ")[1], key, "an edit keeps the key");

    await press(reply, "Assign to me", card.id);
    await living.drain();
    assert.match(shown(card), /Taken on by/, "a button in the thread is about its channel");
    assert.deepEqual(
      fake.messages.flatMap((message) => message.pings),
      [],
    );
  });

  void it("each button says what it did, and the card who did it", async (t) => {
    const { fake, living, story, press } = await start(t);
    await living.tell(story.announced, channel);
    const [card] = fake.messages;
    assert.ok(card);
    for (const [label, said] of [
      ["Assign to me", /Taken on by/],
      ["We moved off it", /Moved off it, says/],
      ["Not ours", /Not ours, says/],
    ] as const) {
      await press(card, label);
      await living.drain();
      assert.match(shown(card), said);
    }
    const asked = await press(card, "Snooze");
    assert.match(JSON.stringify(asked.components), /Until 7 days before/);
    await press(asked, "1 week");
    await living.drain();
    assert.match(shown(card), /Snoozed by/);
    await press(card, "Undo");
    await living.drain();
    assert.doesNotMatch(shown(card), /Snoozed by/);
    const forged = fake.press(card, `model-card?do=ack&card=${"f".repeat(24)}`);
    assert.match(shown(await fake.until(() => forged.original)), /too old/);
  });

  void it("a week before the end the reminder is a reply in the channel, and calls the one role that was set", async (t) => {
    const { fake, living, story } = await start(t);
    await living.tell(story.announced, channel);
    const [card] = fake.messages;
    await living.tell(story.reminder(30), channel);
    assert.equal(fake.inChannel("101").length, 1, "30 days: in the thread");
    await living.tell(story.reminder(7), channel);
    const [, loud] = fake.inChannel("101");
    assert.equal(loud?.reply_to, card?.id);
    assert.match(shown(loud), /Nobody here has acknowledged/);
    assert.deepEqual(loud?.pings, [], "off by default");
    const subscription = { ...channel.subscription, escalate_to: ROLE };
    await living.store.channels.save({ ...channel, subscription });
    await living.tell(story.reminder(3), channel);
    assert.deepEqual(fake.messages.at(-1)?.pings, [`<@&${ROLE}>`]);
    for (const wrong of ["everyone", "@everyone", "<@5>", "1"]) {
      await living.store.channels.save({ ...channel, subscription: { ...subscription, escalate_to: wrong } });
      await living.tell({ ...story.reminder(2), dedup_key: `other ${wrong}` }, channel);
      assert.deepEqual(fake.messages.at(-1)?.pings, [], wrong);
    }
  });

  void it("a deleted card, a thread out of bounds and an archived one lose nothing", async (t) => {
    const { fake, living, story } = await start(t);
    const [guild] = fake.guilds;
    const bot = guild?.roles.find((role) => role.name === "bot");
    assert.ok(guild && bot);
    await living.tell(story.announced, channel);
    fake.deleteMessage("101", fake.messages[0]?.id ?? "");
    await living.tell(story.moved, channel);
    const [card] = fake.inChannel("101").slice(-1);
    assert.ok(card && card.id !== fake.messages[0]?.id, "posted anew");
    await living.tell(story.reminder(60), channel);
    const thread = guild.channels.find((one) => one.id === card.id);
    assert.ok(thread);
    thread.archived = true;
    await living.tell(story.reminder(30), channel);
    assert.equal(fake.inChannel(card.id).length, 2, "taken out of the archive");
    thread.locked = true;
    await living.tell(story.reminder(14), channel);
    assert.equal(fake.inChannel(card.id).length, 2);
    assert.match(shown(fake.inChannel("101").at(-1)), /14/);
    assert.equal((await living.store.channels.get(channel.id))?.parked, null);
  });

  void it("without the right to open threads every change is told in the channel, and nothing is asked in vain", async (t) => {
    const { fake, living, story } = await start(t);
    await without(fake, RIGHTS.openThreads);
    await living.tell(story.announced, channel);
    await living.tell(story.moved, channel);
    assert.equal(fake.inChannel("101").length, 2);
    assert.deepEqual(fake.invalid, []);
    assert.match(shown(fake.inChannel("101")[0]), /What has changed/, "the card is edited all the same");
  });

  void it("without the right to read the past a loud reminder is a message without a reference", async (t) => {
    const { fake, living, story } = await start(t);
    await without(fake, RIGHTS.history);
    await living.tell(story.announced, channel);
    await living.tell(story.reminder(7), channel);
    assert.equal(fake.inChannel("101").length, 2);
    assert.equal(fake.inChannel("101")[1]?.reply_to, null);
    assert.deepEqual(fake.invalid, []);
  });

  void it("a reply whose answer was lost is told once; what is not there is absent", async (t) => {
    const { fake, living, story, platform } = await start(t);
    await living.tell(story.announced, channel);
    const [card] = fake.messages;
    const thread = { message_id: card?.id ?? "", broadcast: false };
    assert.deepEqual(await platform.find(channel, "f".repeat(24), 0, thread), { outcome: "absent" });
    fake.fault({ kind: "lose-ack", method: "POST", path: `/channels/${card?.id}/messages` });
    await living.tell(story.moved, channel);
    await living.drain();
    const replies = fake.inChannel(card?.id ?? "");
    assert.equal(replies.length, 1);
    const key = footerOf(replies[0]).split(" · ")[1] ?? "";
    assert.deepEqual(await platform.find(channel, key, 0, thread), { outcome: "found", message_id: replies[0]?.id });
  });

  void it("greets a server once, where it can speak", async (t) => {
    const { fake, living } = await start(t);
    fake.join(exampleGuild("200", ["201", "202"]));
    await heard(fake);
    await living.drain();
    await living.greet({ platform: "discord", workspace: "200", channel: "201" });
    await living.drain();
    assert.equal(fake.inChannel("201").length, 1);
    assert.match(JSON.stringify(fake.inChannel("201")[0]?.components), /Choose what to watch/);
  });
});
