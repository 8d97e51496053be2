import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { after, afterEach, before, describe, it } from "node:test";
import { DEFAULT_SUBSCRIPTION } from "#src/core/subscription.ts";
import { silentLog } from "#src/lib/log.ts";
import { createSlackPlatform } from "#src/platforms/slack/index.ts";
import { type FakeSlack, startFakeSlack } from "#test/fakes/slack/index.ts";
import { messagesFor, PIXEL, recordsAhead, specs, startWorld, type World } from "../world.ts";
import { freePort } from "./port.ts";

const SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

for (const mode of ["Socket Mode", "HTTP mode"] as const) {
  void describe(`forms, shortcuts and the Home tab on Slack in ${mode}`, () => {
    let fake: FakeSlack;
    let world: World;
    let stop: () => Promise<void>;
    let requests = 0;

    before(async () => {
      fake = await startFakeSlack({ tiers: false, channelBurst: null, signingSecret: SECRET });
      world = await startWorld({ records: recordsAhead(45), operatorChannel: "slack:T1:C2", png: PIXEL });
      const port = await freePort();
      const platform = createSlackPlatform({
        botToken: fake.state.settings.botToken,
        ...(mode === "Socket Mode"
          ? { appToken: fake.state.settings.appToken }
          : { signingSecret: SECRET, port, host: "127.0.0.1" }),
        apiUrl: fake.apiUrl,
        // Five seconds pass between two requests, so that nobody asks too much at once.
        clock: { now: () => Date.now() + (requests += 1) * 5000 },
        log: silentLog,
        commands: specs,
        adminsOnly: false,
        messages: messagesFor,
      });
      world.platforms.set("slack", platform);
      await platform.start(world.handlers);
      if (mode === "HTTP mode") fake.people.requestUrl = `http://127.0.0.1:${port}/slack/events`;
      await world.services.channels.save(
        { platform: "slack", workspace: "T1", channel: "C2" },
        { ...DEFAULT_SUBSCRIPTION, quiet_kinds: ["announced"] },
      );
      stop = async () => {
        await platform.stop();
        await fake.stop();
        await world.close();
      };
    });
    after(() => stop());
    afterEach(() => {
      fake.state.views.open.length = 0;
    });

    const open = async (text = "/model-watch") => {
      fake.state.views.open.length = 0;
      await fake.people.command(text, { opensForm: true });
      return fake.modals.filled();
    };
    const saved = async () => (await world.store.channels.get("slack:T1:C1"))?.subscription ?? null;

    void it("opens the form at once, with what is set, and saves what is chosen", async () => {
      const view = await open();
      const calls = fake.state.calls.map((call) => call.method);
      const at = calls.lastIndexOf("views.open");
      assert.ok(at >= 0 && calls.indexOf("views.update", at) > at, "opened, then filled");
      assert.match(fake.modals.shown(view), /Providers/);
      fake.modals.fill(view, "providers", ["openai", "anthropic"]);
      fake.modals.fill(view, "models", ["gpt-*"]);
      fake.modals.fill(view, "milestones", "30, 7, 1");
      fake.modals.fill(view, "time", "08:30");
      fake.modals.fill(view, "time_zone", "Europe/Berlin");
      fake.modals.fill(view, "digest", "daily");
      assert.equal(await fake.modals.submit(view, { twice: true }), null);
      const subscription = await saved();
      assert.deepEqual(subscription, {
        ...DEFAULT_SUBSCRIPTION,
        providers: ["openai", "anthropic"],
        models: ["gpt-*"],
        milestones: [30, 7, 1],
        time: "08:30",
        time_zone: "Europe/Berlin",
        reminders: "thread",
        escalate_to: null,
        digest: "daily",
      });
      assert.match(fake.modals.shown(view), /Saved/);
      const again = await open("/model-watch setup");
      assert.match(JSON.stringify(again.view), /"initial_time":"08:30"/);
    });

    void it("says beside each field what is wrong, and saves nothing then", async () => {
      const before = await saved();
      const view = await open();
      fake.modals.fill(view, "milestones", "soon");
      fake.modals.fill(view, "kinds", []);
      fake.modals.fill(view, "time_zone", "Mars/Olympus");
      fake.modals.fill(view, "digest", "weekly");
      const errors = await fake.modals.submit(view);
      assert.deepEqual(Object.keys(errors ?? {}).sort(), ["kinds", "milestones", "time_zone"]);
      assert.match(errors?.["milestones"] ?? "", /soon/);
      assert.deepEqual(await saved(), before);
    });

    void it("looks models, patterns and zones up while somebody types", async () => {
      const view = await open();
      const models = await fake.modals.suggest({ view, block: "models" }, "gpt-4.5");
      assert.ok(models.includes("gpt-4.5-preview"), models.join(", "));
      assert.equal((await fake.modals.suggest({ view, block: "models" }, "gpt-4*"))[0], "gpt-4*");
      assert.ok((await fake.modals.suggest({ view, block: "time_zone" }, "berl")).includes("Europe/Berlin"));
    });

    void it("shows a preview of what stands in the form, on top of it, and saves nothing", async () => {
      const before = await saved();
      const view = await open();
      fake.modals.fill(view, "providers", ["openai"]);
      fake.modals.fill(view, "models", []);
      await fake.modals.press(view, "Preview");
      const preview = await fake.modals.filled("U1", view);
      assert.match(fake.modals.shown(preview), /1 message in the last 90 days/);
      assert.deepEqual(await saved(), before);
    });

    void it("sends a test alert that says it is one", async () => {
      const view = await open();
      await fake.modals.press(view, "Send a test alert");
      const answer = await fake.modals.filled("U1", view);
      assert.match(fake.modals.shown(answer), /on its way/);
      await world.drain();
      const alert = fake.messages("C1").at(-1);
      assert.match(alert?.text ?? "", /Test: example-model-1/);
      assert.ok((await saved())?.providers.includes("openai"), "the settings stay");
    });

    void it("refuses whoever is not in the channel, and says so in the modal", async () => {
      const before = await saved();
      await fake.people.command("/model-watch", { opensForm: true, user: "U2" });
      const refused = await fake.modals.filled("U2");
      assert.equal(refused.view["submit"], undefined);
      // A form that was opened while the right was there is refused when it is sent.
      const channel = fake.state.channel("C1");
      channel?.people.push("U2");
      await fake.people.command("/model-watch setup", { opensForm: true, user: "U2" });
      const view = await fake.modals.filled("U2", refused);
      fake.modals.fill(view, "digest", "weekly");
      channel?.people.pop();
      assert.equal(await fake.modals.submit(view), null);
      assert.match(fake.modals.shown(view), /Only people who manage/);
      assert.deepEqual(await saved(), before);
      await fake.people.command("/model-watch test", { user: "U2" }).then(({ answer }) => {
        assert.match(answer.shown, /Only people who manage/);
      });
    });

    void it("says what keeps it from posting", async () => {
      await fake.people.command("/model-watch", { opensForm: true, channel: "COUTSIDE" });
      const view = await fake.modals.filled();
      assert.match(fake.modals.shown(view), /cannot post here yet.*not in this channel/s);
      await fake.modals.submit(view);
      await fake.modals.filled();
      const test = await fake.people.command("/model-watch test", { channel: "COUTSIDE" });
      assert.match(test.answer.shown, /No test was sent/);
      assert.match(test.answer.shown, /invite @Sundown/);
    });

    void it("answers in words when the trigger is too old for a modal", async () => {
      const { answer } = await fake.people.command("/model-watch", { triggerAge: 4000 });
      assert.match(answer.shown, /This channel watches/);
    });

    void it("turns the pages of a long list in place, shows the picture, and shares on request", async () => {
      const first = await fake.people.command("/model-upcoming openai");
      assert.match(first.answer.shown, /1 to 20 of 45/);
      assert.ok(first.answer.blocks.some((block) => (block as { type: string }).type === "image"));
      assert.equal(fake.state.files?.all.at(-1)?.bytes?.equals(PIXEL), true);
      assert.match(fake.state.files?.all.at(-1)?.alt ?? "", /gpt-4\.5-preview/);
      const second = await fake.people.pressAnswer(first, "Next");
      assert.match(second.answer.shown, /21 to 40 of 45/);
      assert.equal(second.answer.replaced, true);
      const back = await fake.people.pressAnswer(second, "Previous");
      assert.match(back.answer.shown, /1 to 20 of 45/);
      const shared = await fake.people.pressAnswer(second, "Share");
      assert.equal(shared.answer.response_type, "in_channel");
      assert.equal(shared.answer.replaced, false);
      assert.match(shared.answer.shown, /Shared by ada/);
      assert.match(shared.answer.shown, /21 to 40/);
      assert.doesNotMatch(shared.answer.shown, /\bShare\b/);
    });

    void it("answers without the picture when Slack does not take it", async () => {
      fake.fault({ method: "files.getUploadURLExternal", kind: "error", error: "missing_scope" });
      const { answer } = await fake.people.command("/model-upcoming openai");
      assert.match(answer.shown, /1 to 20 of 45/);
      assert.ok(!answer.blocks.some((block) => (block as { type: string }).type === "image"));
    });

    void it("finds a model by typing on /model-status without a name", async () => {
      const overview = await fake.people.command("/model-status");
      const picker = JSON.stringify(overview.answer.blocks);
      const actionId = /"action_id":"(sundown-pick:[^"]+)"/.exec(picker)?.[1] ?? "";
      assert.ok((await fake.modals.suggest({ actionId, channel: "C1" }, "gpt-4.5")).includes("gpt-4.5-preview"));
      const chosen = { text: { type: "plain_text", text: "gpt-4.5-preview" }, value: "gpt-4.5-preview" };
      const done = await fake.people.act({ type: "external_select", action_id: actionId, selected_option: chosen });
      assert.match(done.answer.shown, /gpt-4\.5-preview/);
    });

    void it("reads a message on request, says what is known, and tells the operator on request", async () => {
      const text = "We will retire gpt-4.5-preview from the OpenAI API on March 1, 2031. Please move to gpt-4.1.";
      const message = { type: "message", ts: "1774958400.0", text: "fyi", attachments: [{ text, ts: "1774958400" }] };
      const done = await fake.people.shortcut("model-check", message);
      assert.equal(done.answer.response_type, "ephemeral");
      assert.match(done.answer.shown, /gpt-4\.5-preview/);
      assert.match(done.answer.shown, /another date is known/);
      const told = await fake.people.pressAnswer(done, "Tell the operator");
      assert.match(told.answer.shown, /operator will be told/);
      await world.drain();
      const report = fake.messages("C2").at(-1);
      assert.match(report?.text ?? "", /ada asks for a look/);
      assert.match(report?.text ?? "", /gpt-4\.5-preview/);
      await fake.people.pressAnswer(done, "Tell the operator");
      await world.drain();
      assert.equal(fake.messages("C2").filter((one) => one.text.includes("asks for a look")).length, 1, "told once");
      const nothing = await fake.people.shortcut("model-check", {
        type: "message",
        ts: "1774958400.0",
        text: "lunch?",
      });
      assert.match(nothing.answer.shown, /No retirement was found/);
      const empty = await fake.people.shortcut("model-check", { type: "message", ts: "1774958400.0", text: "" });
      assert.match(empty.answer.shown, /no text/);
    });

    void it("shows each person their own channels in the Home tab, with a way to the settings", async () => {
      const home = await fake.modals.openHome("U1");
      assert.match(fake.modals.shown(home), /#name-c1/);
      assert.match(fake.modals.shown(home), /gpt-4\.5-preview/);
      await fake.modals.press(null, "Settings");
      const view = await fake.modals.filled();
      assert.match(fake.modals.shown(view), /Providers/);
      const other = await fake.modals.openHome("U2");
      assert.doesNotMatch(fake.modals.shown(other), /#name-c1/);
    });

    void it("parks a workspace's channels when the bot's token is taken back, not when a person's is", async () => {
      const parkedFor = async () => {
        for (let left = 200; left > 0; left -= 1) {
          const reason = (await world.store.channels.get("slack:T1:C1"))?.parked?.reason;
          if (reason !== undefined) return reason;
          await sleep(20);
        }
        return "";
      };
      await fake.people.event({ type: "tokens_revoked", tokens: { oauth: ["U1"], bot: [] } });
      await sleep(30);
      assert.equal((await world.store.channels.get("slack:T1:C1"))?.parked, null);
      await fake.people.event({ type: "tokens_revoked", tokens: { oauth: [], bot: ["UBOT"] } });
      assert.match(await parkedFor(), /removed/);
      await world.store.channels.park("slack:T1:C1", null);
      await fake.people.event({ type: "app_uninstalled" });
      assert.match(await parkedFor(), /removed/);
    });
  });
}
