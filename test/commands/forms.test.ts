import assert from "node:assert/strict";
import { describe, it } from "node:test";
import check from "../../commands/model-check.ts";
import home from "../../commands/model-home.ts";
import status from "../../commands/model-status.ts";
import upcoming from "../../commands/model-upcoming.ts";
import watch from "../../commands/model-watch.ts";
import { type Form, valuesOf } from "#src/core/form.ts";
import type { Action, Message } from "#src/core/message.ts";
import { DEFAULT_SUBSCRIPTION } from "#src/core/subscription.ts";
import { CHANNEL, createWorld, matchOf, requestOf, shown } from "./build.ts";

const actionsOf = (message: Message): Action[] =>
  message.blocks.flatMap((block) => (block.type === "actions" ? block.actions : []));

void describe("/model-watch as a form", () => {
  const open = async (world = createWorld()): Promise<Form> => {
    const { form } = await watch.run(requestOf("model-watch"), world.services);
    assert.ok(form);
    return form;
  };

  void it("opens for whoever may manage the channel, and lists for everybody else", async () => {
    const world = createWorld();
    assert.equal((await open(world)).fields.length >= 9, true);
    const reader = await watch.run(requestOf("model-watch", {}, { manage: false }), world.services);
    assert.equal(reader.form, undefined);
    const refused = await watch.run(
      requestOf("model-watch", {}, { manage: false, subcommand: "setup" }),
      world.services,
    );
    assert.match(shown(refused), /Only people who manage/);
  });

  void it("sent as it is opened changes nothing", async () => {
    const world = createWorld();
    const values = valuesOf(await open(world));
    const outcome = await watch.submit(requestOf("model-watch"), values, world.services);
    assert.ok("reply" in outcome, JSON.stringify(outcome));
    const saved = world.channels.get(CHANNEL)?.subscription;
    assert.deepEqual({ ...DEFAULT_SUBSCRIPTION, ...saved }, { ...DEFAULT_SUBSCRIPTION, ...saved });
    assert.deepEqual(saved?.milestones, DEFAULT_SUBSCRIPTION.milestones);
    assert.deepEqual(saved?.quiet_kinds, []);
  });

  void it("saves nothing when one field is wrong, and names each that is", async () => {
    const world = createWorld();
    const values = { ...valuesOf(await open(world)), milestones: ["90 never"], kinds: [], digest: ["daily"] };
    const outcome = await watch.submit(requestOf("model-watch"), values, world.services);
    assert.ok("errors" in outcome);
    assert.deepEqual(Object.keys(outcome.errors).sort(), ["kinds", "milestones"]);
    assert.equal(world.channels.size, 0);
  });

  void it("refuses a form that is sent without the right, and keeps what a gone source gave", async () => {
    const world = createWorld();
    const values = valuesOf(await open(world));
    const refused = await watch.submit(requestOf("model-watch", {}, { manage: false }), values, world.services);
    assert.ok("reply" in refused && /Only people/.test(shown(refused.reply)));
    assert.equal(world.channels.size, 0);
    const place = { platform: "slack", workspace: "T1", channel: "C1" } as const;
    await world.services.channels.save(place, { ...DEFAULT_SUBSCRIPTION, providers: ["gone"] });
    const outcome = await watch.submit(requestOf("model-watch"), valuesOf(await open(world)), world.services);
    assert.ok("reply" in outcome, JSON.stringify(outcome));
  });

  void it("answers in the language that was just chosen", async () => {
    const world = createWorld();
    const values = { ...valuesOf(await open(world)), language: ["zh-CN"] };
    const outcome = await watch.submit(requestOf("model-watch"), values, world.services);
    assert.ok("reply" in outcome && /已保存/.test(shown(outcome.reply)));
  });

  void it("sends no test where it cannot post, and none before anything is saved", async () => {
    const world = createWorld();
    const test = () => watch.run(requestOf("model-watch", {}, { subcommand: "test" }), world.services);
    assert.match(shown(await test()), /watches nothing yet/);
    const place = { platform: "slack", workspace: "T1", channel: "C1" } as const;
    await world.services.channels.save(place, { ...DEFAULT_SUBSCRIPTION });
    world.rights.missing = [{ what: "not-a-member", name: "C1" }];
    assert.match(shown(await test()), /No test was sent/);
    assert.deepEqual(world.tests, []);
    world.rights.missing = [{ what: "right", name: "Read Message History", optional: true }];
    assert.match(shown(await test()), /on its way.*Read Message History/s);
    assert.deepEqual(world.tests, [CHANNEL]);
  });
});

void describe("long answers and shared ones", () => {
  void it("turn their pages, at both ends and past them", async () => {
    const world = createWorld();
    world.matches.splice(0, 1, ...Array.from({ length: 41 }, (_, index) => matchOf({ model_id: `m-${index}` })));
    const page = async (wanted: string) => {
      const reply = await upcoming.run(requestOf("model-upcoming", { page: wanted }), world.services);
      const labels = actionsOf(reply.message).map((action) => `${action.label} ${action.options["page"] ?? ""}`);
      return `${/\d+ to \d+ of \d+/.exec(shown(reply))?.[0]}: ${labels.join("|")}`;
    };
    assert.equal(await page("1"), "1 to 20 of 41: Next 2|Share 1");
    assert.equal(await page("2"), "21 to 40 of 41: Previous 1|Next 3|Share 2");
    assert.equal(await page("3"), "41 to 41 of 41: Previous 2|Share 3");
    assert.match(await page("99"), /^41 to 41/);
    assert.match(await page("-5"), /^1 to 20/);
    assert.match(await page("x"), /^1 to 20/);
  });

  void it("carry the picture on the first page alone", async () => {
    const world = createWorld();
    world.rights.png = new Uint8Array([1]);
    const first = await upcoming.run(requestOf("model-upcoming"), world.services);
    assert.equal(first.picture?.alt, "the months ahead");
    const none = await upcoming.run(requestOf("model-upcoming", { provider: "openai" }), world.services);
    assert.equal(none.picture, undefined);
  });

  void it("say who shared them, to everybody", async () => {
    const world = createWorld();
    const reply = await status.run(requestOf("model-status", { model: "acme-1" }), world.services);
    assert.equal(reply.visibility, "private");
    const share = actionsOf(reply.message).find((action) => action.label === "Share");
    assert.ok(share);
    const shared = await status.run(requestOf(share.command, share.options), world.services);
    assert.equal(shared.visibility, "channel");
    assert.match(shown(shared), /Shared by ada/);
  });

  void it("call only an unknown state unknown; a known one says when it was last read", async () => {
    const world = createWorld();
    const stale = { stale: true, as_of: "2026-05-01T00:00:00Z" };
    for (const [state, words] of [
      ["retired", /Last read on 1 May 2026/],
      ["deprecated", /Last read on 1 May 2026/],
      ["unknown", /Unknown, stale since 1 May 2026/],
    ] as const) {
      world.matches.splice(0, 1, matchOf({ model_id: "acme-1", status: state, ...stale }));
      const text = shown(await status.run(requestOf("model-status", { model: "acme-1" }), world.services));
      assert.match(text, words);
      assert.equal(/Unknown, stale/.test(text), state === "unknown");
    }
  });
});

void describe("a message that somebody was sent", () => {
  const fact = {
    provider: "acme",
    surface: "acme-api",
    model_id: "acme-1",
    version: null,
    kind: "model",
    announced: null,
    deprecated: null,
    shutdown: "2026-08-01",
    precision: "day",
    replacements: ["acme-2"],
    scheduled: true,
    evidence: { source: "ingest", url: "", quote: "acme-1 goes", seen_at: "2026-06-14T00:00:00Z", trust: "press" },
  } as const;

  void it("is read, compared and offered to the operator; nobody is told before the button", async () => {
    const world = createWorld();
    const known = { shutdown: "2026-07-14", announced: null, source: "acme-page" };
    world.sent.push({ fact: { ...fact, replacements: ["acme-2"] }, verdict: "differs", known });
    const sent = { text: "about acme-1", at: "2026-06-14T10:00:00Z" };
    const reply = await check.run(requestOf("model-check", {}, { sent }), world.services);
    assert.match(shown(reply), /acme-1.*another date is known.*acme-page says/s);
    assert.equal(reply.visibility, "private");
    assert.equal(world.told.length, 0);
    const [tell] = actionsOf(reply.message);
    assert.ok(tell);
    assert.match(shown(await check.run(requestOf(tell.command, tell.options), world.services)), /will be told/);
    assert.equal(world.told[0]?.by, "ada");
    assert.match(shown(await check.run(requestOf("model-check", { report: "r9" }), world.services)), /too old/);
  });

  void it("says so when nothing is found, and when there is no operator", async () => {
    const world = createWorld();
    world.rights.operator = false;
    const reply = await check.run(requestOf("model-check", { text: "lunch?" }), world.services);
    assert.match(shown(reply), /No retirement was found.*OPERATOR_CHANNEL/s);
    assert.deepEqual(actionsOf(reply.message), []);
  });
});

void describe("the Home tab", () => {
  void it("shows only the channels that the person shares with the bot", async () => {
    const world = createWorld();
    for (const channel of ["C1", "C2"])
      await world.services.channels.save({ platform: "slack", workspace: "T1", channel }, { ...DEFAULT_SUBSCRIPTION });
    const places = [{ channel: "C2", name: "alerts" }];
    const reply = await home.run(requestOf("model-home", {}, { places }), world.services);
    assert.match(shown(reply), /#alerts/);
    const settings = actionsOf(reply.message);
    assert.deepEqual(
      settings.map((action) => action.options["channel"]),
      ["C2"],
    );
  });
});
