import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { type Command, isCommand, type Reply } from "#src/core/command.ts";
import { loadFolder } from "#src/lib/load-folder.ts";
import { silentLog } from "#src/lib/log.ts";
import { loadMessages } from "#src/messages/index.ts";
import { renderMessage as renderDiscord } from "#src/platforms/discord/index.ts";
import { wordsFrom } from "#src/platforms/shared/words.ts";
import { renderMessage as renderSlack } from "#src/platforms/slack/render.ts";
import { createDispatch } from "#src/wiring/dispatch.ts";
import { createWorld, NOW, requestOf } from "#test/commands/build.ts";
import { pingsOf } from "#test/fakes/discord/validate-message.ts";
import { countPings, visibleTexts } from "#test/fakes/slack/validate.ts";

const commands = await loadFolder<Command>(fileURLToPath(new URL("../../commands", import.meta.url)), (value) =>
  isCommand(value) ? value : null,
);
const { messagesFor } = await loadMessages();
const { tooMany } = messagesFor(null).errors;

function dispatch() {
  const world = createWorld();
  const clock = { now: () => NOW };
  return createDispatch({ commands, services: world.services, clock, log: silentLog, onJoin: async () => undefined });
}

const ask = (user: string, workspace: string, now = NOW) =>
  requestOf("model-status", { model: "acme-1" }, { user: { id: user, name: user, may_manage: true }, workspace, now });
const refused = (reply: Reply) => reply.message.headline === tooMany;

test("one person has 20 answers a minute and a workspace 120; nobody else is held up (X11)", async (t) => {
  const handlers = dispatch();
  const answered = async (user: string, workspace: string, times: number, now = NOW) => {
    const replies = await Promise.all(
      Array.from({ length: times }, () => handlers.onCommand(ask(user, workspace, now))),
    );
    return replies.filter((reply) => !refused(reply)).length;
  };
  assert.equal(await answered("U1", "T1", 500), 20);
  assert.equal(await answered("U2", "T1", 5), 5);
  assert.equal(await answered("U1", "T2", 1), 1);
  const form = await handlers.onSubmit?.({ ...ask("U1", "T1"), command: "model-watch" }, {});
  assert.ok(form !== undefined && "reply" in form && form.reply !== undefined && refused(form.reply));
  assert.equal(await answered("U1", "T1", 500, NOW + 60_000), 20);
  let busy = 0;
  for (let user = 0; user < 50; user += 1) busy += await answered(`W${user}`, "T3", 20);
  assert.equal(busy, 120);
  assert.equal(await answered("U9", "T4", 20), 20);
  const terminal = { ...ask("U1", "T1"), platform: "terminal" as const };
  assert.equal(
    (await Promise.all(Array.from({ length: 200 }, () => handlers.onCommand(terminal)))).filter(refused).length,
    0,
  );
  t.diagnostic("20 of 500 answered for one person, 120 of 1000 for one workspace");
});

test("commands that do not exist count as well", async () => {
  const handlers = dispatch();
  const replies: Reply[] = [];
  for (let times = 0; times < 30; times += 1)
    replies.push(await handlers.onCommand({ ...ask("U1", "T1"), command: "nothing" }));
  assert.equal(replies.filter(refused).length, 10);
});

const PINGS = ["<!channel>", "<!here>", "<!everyone>", "<@U1>", "<@!1>", "<@&1>", "<#C1>", "@everyone", "@here"];
const LINKS = ["<https://evil.example|click>", "[click](https://evil.example)", "<https://evil.example>"];
const DRESS = ["", "`", "```", "**", "_", "||", "> ", "\n# ", "\u202e", "\u200b"];
const PAYLOADS = [...PINGS, ...LINKS].flatMap((core) => DRESS.map((dress) => `${dress}${core}${dress}`));

test("what somebody typed comes back escaped: models and commands that do not exist, on both platforms", async (t) => {
  const words = { date: (date: string) => date };
  let echoed = 0;
  for (const payload of PAYLOADS)
    for (const command of ["model-status", payload]) {
      const handlers = dispatch();
      const request = requestOf(command, { model: payload });
      const { message } = await handlers.onCommand(request);
      const slack = renderSlack(message, words);
      const texts = [slack.text, ...visibleTexts(slack.blocks).map((part) => part.text)];
      assert.equal(countPings(slack), 0, payload);
      for (const text of texts) assert.doesNotMatch(text, /<(?:!|@|#|https:\/\/evil)/, payload);
      const discord = renderDiscord(message, wordsFrom(undefined, null), "k".repeat(24));
      const { allowed_mentions: allowed, ...shown } = discord as unknown as Record<string, unknown>;
      assert.deepEqual(pingsOf(JSON.stringify(shown), allowed, false), [], payload);
      if (texts.some((text) => /channel|here|everyone|U1|C1|1|evil/.test(text))) echoed += 1;
    }
  t.diagnostic(`${PAYLOADS.length * 2} payloads, ${echoed} echoed, 0 live`);
  assert.ok(echoed > PAYLOADS.length);
});
