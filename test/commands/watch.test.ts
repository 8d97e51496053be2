import assert from "node:assert/strict";
import { describe, it } from "node:test";
import watch from "#commands/model-watch.ts";
import type { Subscription } from "#src/core/subscription.ts";
import { CHANNEL, createWorld, matchOf, requestOf, shown, type World } from "./build.ts";

async function ask(
  world: World,
  subcommand: string,
  options: Record<string, string> = {},
  manage = true,
): Promise<string> {
  return shown(await watch.run(requestOf("model-watch", options, { subcommand, manage }), world.services));
}

function saved(world: World): Subscription | null {
  return world.channels.get(CHANNEL)?.subscription ?? null;
}

describe("/model-watch add and remove", () => {
  it("asks whether a near name was meant, with that name one press away", async () => {
    const reply = await watch.run(
      requestOf("model-watch", { what: "opnai" }, { subcommand: "add" }),
      createWorld().services,
    );
    const text = shown(reply);
    assert.match(text, /“opnai” is not known. Did you mean openai\?/);
    const actions = reply.message.blocks.flatMap((block) => (block.type === "actions" ? block.actions : []));
    assert.deepEqual(
      actions.map(({ label, command, options }) => ({ label, command, options })),
      [{ label: "openai", command: "model-watch add", options: { what: "openai" } }],
    );
  });

  it("adds a provider, a surface by its label, a pattern and a model as a person writes it", async () => {
    const world = createWorld();
    assert.match(await ask(world, "add", { what: "OpenAI" }), /now watches/);
    assert.deepEqual(saved(world)?.providers, ["openai"]);
    await ask(world, "add", { what: "Amazon Bedrock" });
    await ask(world, "add", { model: "gpt-4*, acme 1" });
    assert.deepEqual(saved(world)?.surfaces, ["bedrock"]);
    assert.deepEqual(saved(world)?.models, ["gpt-4*", "acme-1"]);
    assert.match(await ask(world, "add", { what: "openai" }), /Nothing to change/);
  });

  it("saves nothing for an unknown name, and gives near ones", async () => {
    const world = createWorld();
    const text = await ask(world, "add", { what: "openai, nonsuch", provider: "nobody" });
    assert.match(text, /Nothing was saved/);
    assert.match(text, /“nonsuch”.*acme-1/);
    assert.match(text, /“nobody”/);
    assert.equal(saved(world), null);
    assert.match(await ask(world, "add"), /Say what/);
  });

  it("does not turn 'everything' into less by an addition", async () => {
    const world = createWorld();
    await ask(world, "add", { what: "all" });
    assert.deepEqual(saved(world)?.providers, []);
    assert.match(await ask(world, "add", { what: "openai" }), /already watches everything/);
    assert.deepEqual(saved(world)?.providers, []);
  });

  it("takes away, refuses what is not on the list, and stops at the last one instead of watching all", async () => {
    const world = createWorld();
    await ask(world, "add", { what: "openai, anthropic" });
    assert.match(await ask(world, "remove", { what: "acme" }), /“acme” is not on this channel's list/);
    await ask(world, "remove", { provider: "OPENAI" });
    assert.deepEqual(saved(world)?.providers, ["anthropic"]);
    assert.match(await ask(world, "remove", { what: "anthropic" }), /watches nothing any more/);
    assert.equal(saved(world), null);
  });

  it("removes a model that the catalogue no longer knows", async () => {
    const world = createWorld();
    await ask(world, "add", { what: "openai" });
    await ask(world, "add", { model: "old*" });
    assert.match(await ask(world, "remove", { model: "OLD*" }), /now watches/);
    assert.deepEqual(saved(world)?.models, []);
  });

  it("says that several lists are an 'and'", async () => {
    const world = createWorld();
    world.matches.push(matchOf({ model_id: "gpt-9", provider: "openai" }));
    assert.doesNotMatch(await ask(world, "add", { what: "openai" }), /all of these lists/);
    assert.match(await ask(world, "add", { what: "gpt-9" }), /all of these lists/);
  });
});

describe("/model-watch settings", () => {
  it("sets everything in the forms that people type", async () => {
    const world = createWorld();
    const text = await ask(world, "settings", {
      milestones: "7, 30 1 30",
      time: "7:05",
      time_zone: "europe/berlin",
      digest: "At once",
      quiet_kinds: "restored, replacement-changed",
      language: "ZH",
      providers: "openai anthropic",
      models: "gpt-* claude-*",
      surfaces: "all",
    });
    assert.match(text, /已保存/, "the answer is in the language just chosen");
    assert.deepEqual(saved(world), {
      providers: ["openai", "anthropic"],
      models: ["gpt-*", "claude-*"],
      surfaces: [],
      milestones: [30, 7, 1],
      time: "07:05",
      time_zone: "Europe/Berlin",
      digest: "at-once",
      quiet_kinds: ["replacement-changed", "restored"],
      language: "zh-CN",
    });
  });

  it("answers every bad value with what is allowed, all together, and saves nothing", async () => {
    const world = createWorld();
    await ask(world, "add", { what: "openai" });
    const before = structuredClone(saved(world));
    const text = await ask(world, "settings", {
      milestones: "90 soon -1",
      time: "25:00",
      time_zone: "Berlin",
      digest: "hourly",
      quiet_kinds: "rumours",
      language: "tlh",
      providers: "openai nobody",
      models: "***",
      surfaces: "nowhere",
    });
    for (const part of [
      /soon, -1.*0 to 730/,
      /25:00.*09:00/,
      /“Berlin”.*Europe\/Berlin/,
      /hourly.*daily/,
      /rumours.*withdrawn/,
      /tlh.*zh-CN/,
      /“nobody”/,
      /“\*\*\*”/,
      /“nowhere”/,
    ]) {
      assert.match(text, part);
    }
    assert.deepEqual(saved(world), before);
  });

  it("refuses zones that would never fire, and offsets that know no summer time", async () => {
    const world = createWorld();
    for (const zone of ["Mars/Olympus", "+02:00", "", "Europe/"].filter((one) => one !== "")) {
      await ask(world, "settings", { time_zone: zone });
      assert.equal(saved(world), null, zone);
    }
    await ask(world, "settings", { time_zone: "asia/kolkata" });
    assert.ok(saved(world)?.time_zone.startsWith("Asia/"));
  });

  it("takes no reminders, the default ones, and too many of them for what they are", async () => {
    const world = createWorld();
    await ask(world, "settings", { milestones: "none" });
    assert.deepEqual(saved(world)?.milestones, []);
    await ask(world, "settings", { milestones: "default" });
    assert.deepEqual(saved(world)?.milestones, [90, 60, 30, 14, 7, 3, 1, 0]);
    const many = Array.from({ length: 21 }, (_, index) => String(index)).join(" ");
    assert.match(await ask(world, "settings", { milestones: many }), /at most 20/);
  });
});

describe("who may do it", () => {
  it("everybody may look, only managers may change", async () => {
    const world = createWorld();
    await ask(world, "add", { what: "openai" });
    for (const [subcommand, options] of [
      ["add", { what: "acme" }],
      ["remove", { what: "all" }],
      ["settings", { time: "10:00" }],
    ] as const) {
      assert.match(await ask(world, subcommand, options, false), /Only people who manage/);
    }
    assert.deepEqual(saved(world)?.providers, ["openai"]);
    assert.equal(saved(world)?.time, "09:00");
    assert.match(await ask(world, "list", {}, false), /openai/);
    assert.match(await ask(world, "settings", {}, true), /Providers: openai/);
  });
});
