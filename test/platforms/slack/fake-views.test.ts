import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { refuseMessage, refuseView } from "#test/fakes/slack/validate.ts";
import { startFakeSlack } from "#test/fakes/slack/index.ts";

const text = (words: string) => ({ type: "plain_text", text: words });
const option = (value: string) => ({ text: text("x"), value });
const input = (element: object, id = "a") => ({
  type: "input",
  block_id: id,
  label: text("label"),
  element: { action_id: "f", ...element },
});
const modal = (blocks: object[], more: object = {}) => ({
  type: "modal",
  title: text("title"),
  submit: text("go"),
  blocks,
  ...more,
});
const field = { type: "plain_text_input" };

void describe("the fake Slack's rules of views", () => {
  void it("takes a sound form and refuses what Slack refuses", () => {
    assert.equal(refuseView(modal([input(field)])), null);
    const many = Array.from({ length: 101 }, (_, index) => option(`v${index}`));
    const bad: object[] = [
      modal([input(field)], { submit: undefined }),
      modal([input(field)], { title: text("x".repeat(25)) }),
      modal([input(field)], { private_metadata: "x".repeat(3001) }),
      modal([input(field), input(field)]),
      modal(Array.from({ length: 101 }, (_, index) => input(field, `b${index}`))),
      modal([input({ type: "static_select", options: [] })]),
      modal([input({ type: "static_select", options: many })]),
      modal([input({ type: "static_select", options: [option("x".repeat(76))] })]),
      modal([input({ type: "static_select", options: [option("a"), option("a")] })]),
      modal([input({ type: "static_select", options: [option("a")], initial_option: option("b") })]),
      modal([
        input({ type: "multi_external_select", initial_options: [option("a"), option("b")], max_selected_items: 1 }),
      ]),
      modal([input({ type: "timepicker", initial_time: "25:00" })]),
      modal([input({ type: "plain_text_input", initial_value: "abc", max_length: 2 })]),
      modal([{ type: "image", slack_file: { id: "F1" }, image_url: "https://example.com/x", alt_text: "x" }]),
    ];
    for (const view of bad) assert.ok(refuseView(view), JSON.stringify(view).slice(0, 200));
    assert.ok(refuseMessage({ text: "x", blocks: [input(field)] }), "inputs are not for messages");
  });

  void it("honours a trigger once and for three seconds, three views deep, and knows hashes", async () => {
    const fake = await startFakeSlack();
    const { views } = fake.state;
    const view = modal([input(field)]);
    const open = (trigger: string, method = "views.open") => views.call(method, { trigger_id: trigger, view });
    const trigger = views.trigger("U1");
    assert.equal(open(trigger)?.ok, true);
    assert.equal(open(trigger)?.["error"], "exchanged_trigger_id");
    assert.equal(open(views.trigger("U1", null, 3001))?.["error"], "expired_trigger_id");
    const on = views.top("U1")?.id ?? "";
    assert.equal(open(views.trigger("U1", on), "views.push")?.ok, true);
    assert.equal(open(views.trigger("U1", on), "views.push")?.ok, true);
    assert.equal(open(views.trigger("U1", on), "views.push")?.["error"], "push_limit_reached");
    assert.equal(views.call("views.update", { view_id: on, view, hash: "old" })?.["error"], "hash_conflict");
    assert.equal(views.call("views.update", { view_id: "V0", view })?.["error"], "not_found");
    await fake.stop();
  });
});
