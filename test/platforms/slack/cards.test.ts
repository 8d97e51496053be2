import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { silentLog } from "#src/lib/log.ts";
import { systemClock } from "#src/core/clock.ts";
import { createSlackPlatform } from "#src/platforms/slack/index.ts";
import { type FakeSlack, startFakeSlack } from "#test/fakes/slack/index.ts";
import type { FakeSettings } from "#test/fakes/slack/state.ts";
import { visibleTexts } from "#test/fakes/slack/validate.ts";
import { channelOn, commands, inDays, messagesFor, startLiving, storyOf } from "../living.ts";

const channel = channelOn("slack", "T1", "C1");
const FIRST = inDays(60);
const SECOND = inDays(90);

async function start(t: TestContext, settings: Partial<FakeSettings> = {}) {
  const fake = await startFakeSlack({ tiers: false, channelBurst: null, ...settings });
  const living = await startLiving(FIRST);
  const { botToken, appToken } = fake.state.settings;
  const platform = createSlackPlatform({
    botToken,
    appToken,
    apiUrl: fake.apiUrl,
    clock: systemClock,
    log: silentLog,
    commands: [...commands.values()].map((command) => command.spec),
    adminsOnly: false,
    messages: messagesFor,
  });
  await platform.start(living.handlers);
  living.attach(platform);
  await living.store.channels.save(channel);
  t.after(async () => {
    await platform.stop();
    await fake.stop({ expectProblems: true });
    await living.store.close();
  });
  return { fake, living, platform, story: storyOf(channel, FIRST, SECOND) };
}

const shown = (message: FakeSlack["state"]["messages"][number] | undefined) =>
  visibleTexts(message?.blocks ?? [])
    .map((part) => part.text)
    .join("\n");
const keyOf = (message: FakeSlack["state"]["messages"][number] | undefined) => message?.metadata?.event_payload["key"];

void describe("living cards on Slack", { concurrency: 2 }, () => {
  void it("one message lives on: pressed, edited, told in its thread, and asked anew when the date moves", async (t) => {
    const { fake, living, story } = await start(t);
    const { messages } = fake.state;
    await living.tell(story.announced, channel);
    const [card] = messages;
    const key = keyOf(card);
    assert.match(shown(card), /60 of 90 days left/);
    const done = await fake.people.press("Acknowledge", { user: "U1" });
    assert.match(done.answer.shown, /Acknowledged/);
    await living.drain();
    assert.equal(messages.length, 1, "a press posts nothing");
    assert.match(shown(card), /Acknowledged by ada/);
    assert.match(shown(card), /Undo/);

    await living.tell(story.moved, channel);
    assert.equal(messages.length, 2);
    const reply = messages[1];
    assert.equal(reply?.thread_ts, card?.ts);
    assert.equal(reply?.broadcast, false, "later is no emergency");
    assert.match(shown(card), /What has changed/);
    assert.ok(shown(card).includes(messagesFor("en").date(FIRST, "day")), "before");
    assert.ok(shown(card).includes(messagesFor("en").date(SECOND, "day")), "after");
    assert.doesNotMatch(shown(card), /Acknowledged by/, "a moved date asks everybody anew");
    assert.equal(keyOf(card), key, "an edit keeps the key");
    assert.notEqual(keyOf(reply), key);
    assert.equal(fake.state.problems.length, 0, fake.state.problems.join("\n"));
  });

  void it("each button says what it did, and the card who did it", async (t) => {
    const { fake, living, story } = await start(t);
    await living.tell(story.announced, channel);
    const [card] = fake.state.messages;
    for (const [label, said] of [
      ["Assign to me", /Taken on by grace/],
      ["We moved off it", /Moved off it, says grace/],
      ["Not ours", /Not ours, says grace/],
    ] as const) {
      await fake.people.press(label, { user: "U2" });
      await living.drain();
      assert.match(shown(card), said);
    }
    const asked = await fake.people.press("Snooze", { user: "U2" });
    assert.match(asked.answer.shown, /1 week/);
    await fake.people.pressAnswer(asked, "1 week", { user: "U2" });
    await living.drain();
    assert.match(shown(card), new RegExp(`Snoozed by grace, until ${messagesFor("en").date(inDays(7), "day")}`));
    await fake.people.press("Undo", { user: "U1" });
    await living.drain();
    assert.doesNotMatch(shown(card), /Snoozed by/);
    assert.equal(fake.state.messages.length, 1);
  });

  void it("a week before the end a reminder nobody acknowledged is broadcast, and calls the one group that was set", async (t) => {
    const { fake, living, story } = await start(t);
    await living.tell(story.announced, channel);
    await living.tell(story.reminder(30), channel);
    const quiet = fake.state.messages[1];
    assert.equal(quiet?.broadcast, false);
    await living.tell(story.reminder(7), channel);
    const loud = fake.state.messages[2];
    assert.equal(loud?.thread_ts, fake.state.messages[0]?.ts);
    assert.equal(loud?.broadcast, true);
    assert.match(shown(loud), /Nobody here has acknowledged/);
    assert.equal(loud?.pings, 0, "off by default");
    const subscription = { ...channel.subscription, escalate_to: "S0GROUP" };
    await living.store.channels.save({ ...channel, subscription });
    await living.tell(story.reminder(3), channel);
    assert.match(shown(fake.state.messages[3]), /<!subteam\^S0GROUP>/);
    const all = fake.state.messages.map((message) => message.pings);
    assert.ok((all[3] ?? 0) > 0);
    assert.deepEqual(all.slice(0, 3), [0, 0, 0]);
    for (const wrong of ["U0PERSON", "everyone", "<!channel>", "!here"]) {
      await living.store.channels.save({ ...channel, subscription: { ...subscription, escalate_to: wrong } });
      await living.tell({ ...story.reminder(2), dedup_key: `other ${wrong}` }, channel);
      assert.equal(fake.state.messages.at(-1)?.pings, 0, wrong);
    }
  });

  void it("a deleted card, a closed edit window and a channel without threads lose nothing", async (t) => {
    const { fake, living, story } = await start(t);
    await living.tell(story.announced, channel);
    fake.state.deleted.add(fake.state.messages[0]?.ts ?? "");
    await living.tell(story.moved, channel);
    assert.equal(fake.state.messages[1]?.thread_ts, null, "posted anew");
    const place = fake.state.channel("C1");
    assert.ok(place);
    place.threads = false;
    await living.tell(story.reminder(30), channel);
    assert.equal(fake.state.messages[2]?.thread_ts, null);
    place.threads = true;
    fake.state.settings.editWindowClosed = true;
    await living.tell(story.reminder(14), channel);
    assert.equal(fake.state.messages.length, 4);
    assert.equal((await living.store.channels.get(channel.id))?.parked, null);
    assert.deepEqual(fake.state.problems, []);
  });

  void it("a reply whose answer was lost is found in the thread, and told once", async (t) => {
    const { fake, living, story, platform } = await start(t);
    await living.tell(story.announced, channel);
    fake.fault({ kind: "reset", stored: true, method: "chat.postMessage" });
    await living.tell(story.moved, channel);
    await living.drain();
    assert.equal(fake.state.messages.length, 2);
    const [card, reply] = fake.state.messages;
    const thread = { message_id: card?.ts ?? "", broadcast: false };
    const found = await platform.find(channel, String(keyOf(reply)), 0, thread);
    assert.deepEqual(found, { outcome: "found", message_id: reply?.ts });
    assert.deepEqual(await platform.find(channel, String(keyOf(reply)), 0), { outcome: "absent" });
  });

  void it("greets once when it is invited, with the form one press away", async (t) => {
    const { fake, living } = await start(t);
    await fake.people.join("C2");
    await living.drain();
    await fake.people.join("C2");
    await living.greet({ platform: "slack", workspace: "T1", channel: "C2" });
    await living.drain();
    const greetings = fake.state.messages.filter((message) => message.channel === "C2");
    assert.equal(greetings.length, 1);
    assert.match(shown(greetings[0]), /Choose what to watch/);
    await living.greet({ platform: "slack", workspace: "T1", channel: "C1" });
    await living.drain();
    assert.equal(fake.state.messages.length, 1, "a channel that is set up knows the bot");
  });
});
