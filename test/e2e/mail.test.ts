import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { startFakeDiscord } from "#test/fakes/discord/index.ts";
import { startFakeSlack } from "#test/fakes/slack/index.ts";
import { createRig, until } from "./rig.ts";

const MAIL = [
  "From: OpenAI <noreply@openai.com>",
  "To: team@example.com",
  "Subject: =?UTF-8?Q?Upcoming_change:_gpt-7-preview?=",
  "Date: Thu, 28 May 2026 10:00:00 +0000",
  "MIME-Version: 1.0",
  'Content-Type: text/plain; charset="utf-8"',
  "Content-Transfer-Encoding: quoted-printable",
  "",
  "Hello,",
  "",
  "We will shut down gpt-7-preview in the OpenAI API on December 1, 2026. Please mi=",
  "grate to gpt-8 before that day.",
  "",
].join("\r\n");

type Button = { label?: string; custom_id?: string };

void describe("a provider's mail on Discord", { concurrency: true }, () => {
  void it("is opened from the message it is attached to, checked, and handed to the operator", async (t) => {
    const fake = await startFakeDiscord({ maxConcurrency: 100 });
    t.after(() => fake.close());
    const rig = await createRig(t, {
      environment: { DISCORD_TOKEN: fake.token, DISCORD_API_URL: fake.apiUrl, OPERATOR_CHANNEL: "discord:100:102" },
    });
    rig.start();
    await until(() => fake.commands().length > 0);
    const files = [fake.attachment("notice.eml", MAIL), fake.attachment("slides.pdf", "%PDF-1.7")];
    const asked = fake.onMessage(fake.say("101", "see the mail", { attachments: files }), "Check for retirements");
    const answer = await until(() => asked.original);
    const text = JSON.stringify([answer.content, answer.embeds]);
    assert.equal(answer.flags & 64, 64, "only the asker sees it");
    for (const part of ["1 retirement", "gpt-7-preview", "1 December 2026", "gpt-8", "new to this bot", "slides.pdf"])
      assert.ok(text.includes(part), `${part} is missing in ${text}`);
    assert.ok(!text.includes("notice.eml"), "what was read is not said to be unread");
    const buttons = (answer.components as { components: Button[] }[]).flatMap((row) => row.components);
    const tell = buttons.find((button) => button.label === "Tell the operator");
    assert.ok(tell?.custom_id);
    const told = fake.press(answer, tell.custom_id);
    assert.match(JSON.stringify(await until(() => told.original)), /operator will be told/);
    const report = await until(() =>
      fake.inChannel("102").find((message) => message.via === "bot" && message.content.includes("asks for a look")),
    );
    assert.match(JSON.stringify(report.embeds), /gpt-7-preview/);
    assert.deepEqual(fake.unmatched, []);
  });

  void it("goes on with the platform whose token is good, and says what is wrong with the other", async (t) => {
    const fake = await startFakeDiscord({ maxConcurrency: 100 });
    t.after(() => fake.close());
    const slack = await startFakeSlack();
    t.after(() => slack.stop());
    const rig = await createRig(t, {
      environment: {
        DISCORD_TOKEN: fake.token,
        DISCORD_API_URL: fake.apiUrl,
        SLACK_BOT_TOKEN: "xoxb-wrong",
        SLACK_APP_TOKEN: "xapp-wrong",
        SLACK_API_URL: slack.apiUrl,
      },
    });
    const bot = rig.start();
    await bot.waitFor(/Slack refused SLACK_BOT_TOKEN.*The bot goes on without it/);
    const status = fake.slash({ channel: "101", command: "model-status", options: { model: "gpt-6-early" } });
    assert.match(JSON.stringify(await until(() => status.original)), /gpt-6-early/);
    const both = rig.start({ DISCORD_TOKEN: "wrong.token.here", DATA_DIR: `${rig.folder}/other` });
    assert.equal(await both.exited, 1);
    assert.match(`${both.stdout()}${both.stderr()}`, /SLACK_BOT_TOKEN[\s\S]*DISCORD_TOKEN/, "all of it at once");
  });
});
