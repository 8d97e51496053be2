import assert from "node:assert/strict";
import { PassThrough, Writable } from "node:stream";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { setTimeout as wait } from "node:timers/promises";
import { manualClock } from "#src/core/clock.ts";
import { type Command, type CommandRequest, isCommand } from "#src/core/command.ts";
import type { Platform, PlatformHandlers } from "#src/core/platform.ts";
import { loadFolder } from "#src/lib/load-folder.ts";
import { loadMessages } from "#src/messages/index.ts";
import { createTerminalPlatform } from "#src/platforms/terminal/index.ts";
import { createCompose } from "#src/announce/compose.ts";
import { announcementOf } from "#src/core/announcement.ts";
import { changeOf } from "../../announce/build.ts";
import { createWorld } from "../../commands/build.ts";
import { channelOf } from "../../countdown/build.ts";

const { messagesFor } = await loadMessages();
const folder = fileURLToPath(new URL("../../../commands", import.meta.url));
const commands = await loadFolder<Command>(folder, (value) => (isCommand(value) ? value : null));

type Rig = {
  platform: Platform;
  input: PassThrough;
  printed(): string;
  requests: CommandRequest[];
  quits: number;
  /** Types lines and waits until `until` stands in what was printed since. */
  type(line: string, until: RegExp): Promise<string>;
};

/** A terminal on a pipe, with the real commands behind it. */
async function createRig(parts: { tty?: boolean; quitOnEnd?: boolean; color?: boolean } = {}): Promise<Rig> {
  const input = new PassThrough();
  if (parts.tty === true) Object.assign(input, { isTTY: true, setRawMode: () => input });
  const chunks: string[] = [];
  const output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk.toString("utf8"));
      done();
    },
  });
  const world = createWorld();
  const requests: CommandRequest[] = [];
  const handlers: PlatformHandlers = {
    onCommand: async (request) => {
      requests.push(request);
      const command = commands.get(request.command);
      assert.ok(command);
      return command.run(request, world.services);
    },
    onAutocomplete: async () => [],
    onJoin: async () => {},
  };
  const rig: Rig = {
    platform: createTerminalPlatform({
      input,
      output,
      clock: manualClock("2026-06-14T12:00:00Z"),
      color: parts.color ?? false,
      commands: [...commands.values()].map((one) => one.spec),
      messages: messagesFor,
      onQuit: () => (rig.quits += 1),
      ...(parts.quitOnEnd === undefined ? {} : { quitOnEnd: parts.quitOnEnd }),
    }),
    input,
    printed: () => chunks.join(""),
    requests,
    quits: 0,
    type: async (line, until) => {
      const from = rig.printed().length;
      input.write(`${line}\n`);
      for (let tries = 0; tries < 200; tries += 1) {
        const since = rig.printed().slice(from);
        if (until.test(since)) return since;
        await wait(5);
      }
      throw new Error(`${until} was not printed after “${line}”:\n${rig.printed().slice(from)}`);
    },
  };
  await rig.platform.start(handlers);
  return rig;
}

const compose = createCompose(messagesFor);
const change = changeOf({ model_id: "acme-1" });
const channel = channelOf("main");
const message = compose(announcementOf("announced", "p", [change], change.at), [0], channel, Date.parse(change.at));

describe("the terminal on a pipe", () => {
  it("answers typed commands, with and without the slash and the prefix", async () => {
    const rig = await createRig();
    await rig.type("/model-status acme 1", /14 July 2026/);
    await rig.type("model-status acme-1", /14 July 2026/);
    await rig.type("status acme-1", /14 July 2026/);
    await rig.type("/model-upcoming acme 90", /1 upcoming shutdown/);
    assert.deepEqual(rig.requests.at(-1)?.options, { provider: "acme", days: "90" });
    await rig.type("/model-watch add openai", /now watches/);
    assert.equal(rig.requests.at(-1)?.user.may_manage, true);
    assert.equal(rig.requests.at(-1)?.channel_id, "terminal:local:main");
    await rig.type('/model-watch settings milestones="90 30 7" time=08:00', /08:00/);
    await rig.type("/model-watch list", /90, 30, 7/);
    await rig.platform.stop();
  });

  it("says what there is when it does not understand", async () => {
    const rig = await createRig();
    assert.match(await rig.type("/model-weather", /no command/), /\/model-status/);
    await rig.type("/model-watch fly", /add, remove, list, settings/);
    await rig.type("help", /\/model-watch add/);
    await rig.type("", /^$/);
    assert.equal(rig.requests.length, 0);
    await rig.platform.stop();
  });

  it("prints an alert readably and reports it as sent", async () => {
    const rig = await createRig();
    const result = await rig.platform.send({ channel, key: "k1", message });
    assert.deepEqual(result, { outcome: "sent", message_id: "k1" });
    for (const part of ["acme-1", "14 July 2026", "acme-1 goes away on July 14", "/model-status acme-1"]) {
      assert.ok(rig.printed().includes(part), rig.printed());
    }
    assert.ok(!rig.printed().includes("\u001b"), "no colour codes in a pipe");
    assert.deepEqual(await rig.platform.find(channel, "k1", 0), { outcome: "found", message_id: "k1" });
    assert.equal((await rig.platform.find(channel, "k2", 0)).outcome, "unreadable");
    assert.equal(await rig.platform.classify(channel), "none");
    await rig.platform.stop();
  });

  it("paints only when asked, and strips escape codes out of fetched text", async () => {
    const rig = await createRig({ color: true });
    const hostile = { ...message, headline: "\u001b[2Jboo\u202e" };
    await rig.platform.send({ channel, key: "k", message: hostile });
    assert.ok(rig.printed().includes("\u001b[1;"));
    assert.ok(!rig.printed().includes("\u001b[2J") && !rig.printed().includes("\u202e"));
    await rig.platform.stop();
  });

  it("reports a terminal that is gone, instead of throwing", async () => {
    const output = new Writable({ write: (_chunk, _encoding, done) => done(new Error("EPIPE")) });
    output.on("error", () => {});
    const platform = createTerminalPlatform({
      input: null,
      output,
      clock: manualClock("2026-06-14T12:00:00Z"),
      color: false,
      commands: [],
      messages: messagesFor,
    });
    assert.equal((await platform.send({ channel, key: "k", message })).outcome, "refused");
  });

  it("goes on after the end of a pipe, unless asked to stop; what was typed is answered first", async () => {
    const going = await createRig();
    going.input.end("/model-status acme-1\n");
    for (let tries = 0; tries < 400 && !going.printed().includes("14 July 2026"); tries += 1) await wait(5);
    await wait(50);
    assert.equal(going.quits, 0);
    assert.match(going.printed(), /14 July 2026/);
    assert.equal((await going.platform.send({ channel, key: "k", message })).outcome, "sent");
    await going.platform.stop();

    const ending = await createRig({ quitOnEnd: true });
    ending.input.end("/model-status acme-1\n");
    for (let tries = 0; tries < 100 && ending.quits === 0; tries += 1) await wait(5);
    assert.equal(ending.quits, 1);
    assert.match(ending.printed(), /14 July 2026/);
    await ending.platform.stop();
  });

  it("quits when told to, and stopping is not quitting", async () => {
    const rig = await createRig({ quitOnEnd: true });
    await rig.type("quit", /Stopping/);
    assert.equal(rig.quits, 1);
    await rig.platform.stop();
    await wait(20);
    assert.equal(rig.quits, 1);
  });
});

/** The last line on the screen, without cursor moves. */
function endOf(rig: Rig): string {
  return stripVTControlCharacters(rig.printed()).split("\n").at(-1) ?? "";
}

describe("the terminal on a TTY", () => {
  it("shows a prompt again after an alert, and ends with Ctrl-D", async () => {
    const rig = await createRig({ tty: true });
    assert.match(endOf(rig), /> $/);
    await rig.platform.send({ channel, key: "k", message });
    assert.match(endOf(rig), /> $/);
    await rig.type("/model-status acme-1", /14 July 2026/);
    rig.input.write("\u0004");
    for (let tries = 0; tries < 100 && rig.quits === 0; tries += 1) await wait(5);
    assert.equal(rig.quits, 1);
    await rig.platform.stop();
  });
});
