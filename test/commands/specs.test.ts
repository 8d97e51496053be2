import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { type Command, type CommandSpec, isCommand, type OptionSpec } from "#src/core/command.ts";
import { loadFolder } from "#src/lib/load-folder.ts";

const folder = fileURLToPath(new URL("../../commands", import.meta.url));
const commands = await loadFolder<Command>(folder, (value) => (isCommand(value) ? value : null));

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object */
const DISCORD = {
  name: /^[-_\p{Ll}\p{N}]{1,32}$/u,
  description: 100,
  options: 25,
  choices: 25,
  total: 8000,
  commands: 100,
};

/** https://docs.slack.dev/reference/app-manifest: name 32, description 2,000, usage hint 1,000, 50 commands. */
const SLACK = { name: 32, description: 2000, hint: 1000, commands: 50 };

function optionLists(spec: CommandSpec): OptionSpec[][] {
  return [spec.options, ...(spec.subcommands ?? []).map((one) => one.options)];
}

describe("all commands together", () => {
  it("the five of the contract are there, each under its file's name", () => {
    for (const name of ["model-status", "model-upcoming", "model-watch", "model-sources", "model-why"]) {
      assert.ok(commands.has(name), name);
    }
    for (const [file, command] of commands) assert.equal(command.spec.name, file);
    assert.equal(new Set([...commands.values()].map((one) => one.spec.name)).size, commands.size);
    assert.ok(commands.size <= SLACK.commands && commands.size <= DISCORD.commands);
  });

  it("buttons name commands that exist", () => {
    for (const name of ["model-status", "model-upcoming", "model-why", "model-sources"]) assert.ok(commands.has(name));
  });

  it("what is no command is not loaded", () => {
    for (const value of [
      null,
      1,
      {},
      { spec: {}, run: () => null },
      { spec: { name: "x", description: "y", options: [] } },
    ]) {
      assert.equal(isCommand(value), false);
    }
  });
});

for (const [name, { spec }] of commands) {
  describe(`/${name}`, () => {
    it("fits Discord", () => {
      let total = spec.name.length + spec.description.length;
      assert.match(spec.name, DISCORD.name);
      assert.ok(spec.description.length >= 1 && spec.description.length <= DISCORD.description, spec.description);
      const subcommands = spec.subcommands ?? [];
      assert.ok(subcommands.length <= DISCORD.options);
      assert.ok(subcommands.length === 0 || spec.options.length === 0, "subcommands and options do not mix");
      for (const one of subcommands) {
        assert.match(one.name, DISCORD.name);
        assert.ok(one.description.length >= 1 && one.description.length <= DISCORD.description, one.description);
        total += one.name.length + one.description.length;
      }
      for (const options of optionLists(spec)) {
        assert.ok(options.length <= DISCORD.options);
        assert.equal(new Set(options.map((option) => option.name)).size, options.length, "an option twice");
        const required = options.map((option) => option.required);
        assert.deepEqual(
          required,
          required.toSorted((a, b) => Number(b) - Number(a)),
          "required options come first",
        );
        for (const option of options) {
          assert.match(option.name, DISCORD.name);
          assert.ok(
            option.description.length >= 1 && option.description.length <= DISCORD.description,
            option.description,
          );
          assert.ok((option.choices?.length ?? 0) <= DISCORD.choices);
          assert.ok(
            option.choices === undefined || option.autocomplete === undefined,
            "choices or autocomplete, not both",
          );
          for (const choice of option.choices ?? []) assert.ok(choice.name.length <= 100 && choice.value.length <= 100);
          total += option.name.length + option.description.length;
        }
      }
      assert.ok(total <= DISCORD.total);
    });

    it("fits Slack", () => {
      assert.ok(spec.name.length + 1 <= SLACK.name);
      assert.ok(spec.description.length <= SLACK.description);
      const hint = optionLists(spec)
        .flat()
        .map((option) => `[${option.name}]`)
        .join(" ");
      assert.ok(hint.length <= SLACK.hint);
    });
  });
}
