import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import type { CommandRequest, Reply } from "#src/core/command.ts";
import { RIGHTS } from "#test/fakes/discord/index.ts";
import { KEY, messageOf, type Rig, startRig } from "./support.ts";

const privately = (headline: string): Reply => ({ message: messageOf(headline), visibility: "private" });

void describe("interactions on Discord", () => {
  let rig: Rig;
  const requests: CommandRequest[] = [];
  let answer: (request: CommandRequest) => Promise<Reply> = () => Promise.resolve(privately("fine"));
  let choices: { name: string; value: string }[] = [];
  let offer = () => Promise.resolve(choices);

  before(async () => {
    rig = await startRig({
      handlers: {
        onCommand: (request) => {
          requests.push(request);
          return answer(request);
        },
        onAutocomplete: () => offer(),
      },
    });
  });
  after(() => rig.stop());
  beforeEach(() => {
    requests.length = 0;
    rig.fake.clearFaults();
    answer = () => Promise.resolve(privately("fine"));
    offer = () => Promise.resolve(choices);
  });

  const status = (more = {}) =>
    rig.fake.slash({ channel: "101", command: "model-status", options: { model: "gpt-4.5" }, ...more });

  void it("registers its commands once, hidden ones left out, choices and rights as Discord wants them", () => {
    assert.equal(rig.fake.commandPuts(), 1);
    const commands = rig.fake.commands();
    assert.deepEqual(
      commands.map((command) => command["name"]),
      ["model-status", "model-watch", "model-why"],
    );
    assert.equal(commands[1]?.["default_member_permissions"], "16");
    assert.equal(commands[0]?.["default_member_permissions"], undefined);
    const options = commands[2]?.["options"] as { name: string; required: boolean; autocomplete?: boolean }[];
    assert.deepEqual(
      options.map((option) => [option.name, option.required, option.autocomplete]),
      [
        ["model", true, true],
        ["limit", false, undefined],
      ],
    );
  });

  void it("acknowledges before any work, privately, then answers in that place", async () => {
    let acknowledged = false;
    answer = async () => {
      acknowledged = rig.fake.interactions.at(-1)?.callback != null;
      return privately("here");
    };
    const interaction = status({ by: { locale: "de", name: "ada" } });
    const reply = await rig.fake.until(() => interaction.original);
    assert.ok(acknowledged, "the work began after the acknowledgement");
    assert.equal(interaction.callback?.type, 5);
    assert.equal(interaction.callback?.data["flags"], 64);
    assert.ok((interaction.callback?.at ?? 0) - interaction.created_at < 3_000);
    assert.match(reply.content, /here/);
    assert.equal(reply.flags, 64);
    assert.deepEqual(reply.pings, []);
    assert.equal(requests[0]?.locale, "de");
    assert.equal(requests[0]?.user.name, "ada");
    assert.equal(requests[0]?.user.may_manage, false);
  });

  void it("lets manage whoever has Manage Channels or is an administrator", async () => {
    for (const permissions of [RIGHTS.manageChannels, RIGHTS.administrator]) {
      const interaction = status({ by: { permissions } });
      await rig.fake.until(() => interaction.original);
      assert.equal(requests.at(-1)?.user.may_manage, true);
    }
  });

  void it("shows a reply for everyone to everyone", async () => {
    answer = () => Promise.resolve({ message: messageOf("for all"), visibility: "channel" });
    const interaction = status();
    await rig.fake.until(() => interaction.followups[0]);
    assert.equal(interaction.followups[0]?.flags, 0);
    assert.match(interaction.followups[0]?.content ?? "", /for all/);
  });

  void it("has one effect when the same interaction comes twice", async () => {
    const interaction = status();
    rig.fake.repeat(interaction);
    await rig.fake.until(() => interaction.original);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(requests.length, 1);
    const answers = rig.fake.requests.filter((request) => request.path.includes(`/${interaction.id}/`));
    assert.equal(answers.length, 1, "the second sight asks nothing of Discord either");
  });

  void it("runs nothing for an interaction that somebody else has answered, or that is too late", async () => {
    rig.fake.fault({ kind: "error", status: 400, code: 40060, message: "already", path: "/callback" });
    status();
    await new Promise((resolve) => setTimeout(resolve, 80));
    rig.fake.fault({ kind: "error", status: 404, code: 10062, message: "Unknown interaction", path: "/callback" });
    status();
    await new Promise((resolve) => setTimeout(resolve, 80));
    assert.equal(requests.length, 0);
  });

  void it("goes on when the acknowledgement arrived but its answer was lost", async () => {
    rig.fake.fault({ kind: "lose-ack", path: "/callback" });
    const interaction = status();
    await rig.fake.until(() => interaction.original);
    assert.equal(requests.length, 1);
  });

  void it("writes the answer again when the first writing was lost", async () => {
    rig.fake.fault({ kind: "reset", method: "PATCH" });
    const interaction = status();
    assert.match((await rig.fake.until(() => interaction.original)).content, /fine/);
  });

  void it("runs a button's command, and refuses a button that nobody made", async () => {
    const message = messageOf("x", {
      blocks: [
        {
          type: "actions",
          actions: [{ label: "Add", style: "primary", command: "model-watch add", options: { providers: "a&b" } }],
        },
      ],
    });
    await rig.platform.send({ channel: rig.channel, key: KEY, message });
    const stored = rig.fake.inChannel("101").at(-1);
    assert.ok(stored);
    const [row] = stored.components;
    const [button] = (row?.["components"] ?? []) as { custom_id: string }[];
    rig.fake.press(stored, button?.custom_id ?? "");
    await rig.fake.until(() => requests[0]);
    assert.equal(requests[0]?.command, "model-watch");
    assert.equal(requests[0]?.subcommand, "add");
    assert.deepEqual(requests[0]?.options, { providers: "a&b" });
    const strange = rig.fake.press(stored, "DROP TABLE; ?");
    await rig.fake.until(() => strange.original);
    assert.equal(requests.length, 1);
  });

  void it("offers at most 25 choices, no value cut", async () => {
    choices = [
      { name: "too long a value", value: "v".repeat(101) },
      ...Array.from({ length: 40 }, (_, index) => ({ name: `${index} ${"😀".repeat(90)}`, value: `gpt-${index}` })),
    ];
    const interaction = rig.fake.autocomplete({
      channel: "101",
      command: "model-why",
      options: { model: "gp" },
      focused: "model",
    });
    const callback = await rig.fake.until(() => interaction.callback);
    assert.equal(callback.type, 8);
    const offered = callback.data["choices"] as { name: string; value: string }[];
    assert.equal(offered.length, 25);
    assert.equal(offered[0]?.value, "gpt-0");
    assert.deepEqual(interaction.refused, []);
  });

  void it("answers an autocomplete in time even when the choices come late or never", async () => {
    offer = () => new Promise(() => undefined);
    const interaction = rig.fake.autocomplete({
      channel: "101",
      command: "model-why",
      options: { model: "gp" },
      focused: "model",
    });
    const callback = await rig.fake.until(() => interaction.callback);
    assert.deepEqual(callback.data["choices"], []);
    assert.ok(callback.at - interaction.created_at < 3_000);
  });
});
