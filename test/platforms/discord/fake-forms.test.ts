import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createProblems } from "#test/fakes/discord/validate.ts";
import { validateCommands } from "#test/fakes/discord/validate-commands.ts";
import { validateMessage, validateModal } from "#test/fakes/discord/validate-message.ts";

const option = (value: string, preset = false) => ({ label: value, value, default: preset });
const row = (...components: object[]) => ({ content: "x", components: [{ type: 1, components }] });
const select = (more: object = {}) => ({ type: 3, custom_id: "s", options: [option("a"), option("b")], ...more });
const label = (more: object = {}, input: object = {}) => ({
  type: 18,
  label: "l",
  component: { type: 4, custom_id: "i", style: 1, ...input },
  ...more,
});

void describe("the fake Discord's rules of menus, modals and message commands", () => {
  void it("takes sound menus and refuses what Discord refuses", () => {
    validateMessage(row(select({ min_values: 0, max_values: 2 })));
    const bad = [
      row(select({ options: [] })),
      row(select({ options: Array.from({ length: 26 }, (_, index) => option(`${index}`)) })),
      row(select({ max_values: 3 })),
      row(select({ placeholder: "x".repeat(151) })),
      row(select({ options: [option("a"), option("a")] })),
      row(select({ options: [option("a", true), option("b", true)] })),
      row(select({ options: [option("x".repeat(101))] })),
      row(select(), select({ custom_id: "t" })),
    ];
    for (const body of bad) assert.throws(() => validateMessage(body), /50035/, JSON.stringify(body).slice(0, 200));
  });

  void it("takes a sound modal and refuses what Discord refuses", () => {
    const problemsOf = (data: Record<string, unknown>) => {
      const problems = createProblems();
      validateModal(problems, { title: "t", custom_id: "c", components: [label()], ...data });
      return problems.list.length;
    };
    assert.equal(problemsOf({}), 0);
    const six = Array.from({ length: 6 }, (_, index) => label({}, { custom_id: `i${index}` }));
    for (const data of [
      { title: "x".repeat(46) },
      { components: [] },
      { components: six },
      { components: [label({ label: "x".repeat(46) })] },
      { components: [label({ description: "x".repeat(101) })] },
      { components: [label({}, { value: "abc", max_length: 2 })] },
      { components: [label(), label()] },
    ])
      assert.ok(problemsOf(data) > 0, JSON.stringify(data).slice(0, 200));
  });

  void it("takes a message command beside a slash command, without description and options", () => {
    const menu = { type: 3, name: "Check for retirements" };
    validateCommands([menu, { type: 1, name: "x", description: "y" }]);
    for (const bad of [
      { ...menu, description: "y" },
      { ...menu, options: [] },
      { ...menu, name: "x".repeat(33) },
    ])
      assert.throws(() => validateCommands([bad]), /50035/);
    assert.throws(() => validateCommands([menu, menu]), /50035/);
  });
});
