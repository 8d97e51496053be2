import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { missingRights, rightsIn } from "#src/platforms/discord/index.ts";
import { botRights, exampleGuild, type FakeOverwrite, RIGHTS } from "#test/fakes/discord/index.ts";

const bits = fc
  .subarray([RIGHTS.view, RIGHTS.send, RIGHTS.embed, RIGHTS.history, RIGHTS.administrator], { maxLength: 4 })
  .map((list) => list.reduce((sum, bit) => sum | bit, 0n));
const overwrite: fc.Arbitrary<FakeOverwrite> = fc
  .record({ id: fc.constantFrom("100", "1009", "55", "900"), allow: bits, deny: bits })
  .map((given) => ({ ...given, type: given.id === "900" ? 1 : 0 }));
const MASK = (1n << 40n) - 1n;

void describe("the bot's rights in a channel", () => {
  void it("follow owner, administrator, roles and overwrites as the fake's own reckoning does: 2,000 servers", () => {
    const overwrites = fc.uniqueArray(overwrite, { selector: (entry) => entry.id });
    fc.assert(
      fc.property(bits, bits, overwrites, fc.boolean(), (everyone, role, chosen, owner) => {
        const guild = exampleGuild("100", ["101"]);
        guild.owner_id = owner ? "900" : "1";
        guild.roles = [
          { id: "100", name: "@everyone", permissions: everyone },
          { id: "1009", name: "bot", permissions: role },
          { id: "55", name: "other", permissions: MASK },
        ];
        const channel = guild.channels[0];
        assert.ok(channel);
        channel.overwrites = chosen;
        const ours = rightsIn({
          guild_id: guild.id,
          owner_id: guild.owner_id,
          member_id: "900",
          member_roles: guild.bot_roles,
          roles: guild.roles,
          overwrites: channel.overwrites,
        });
        assert.equal(ours & MASK, botRights(guild, channel, "900") & MASK);
      }),
      { numRuns: 2_000, seed: 7 },
    );
  });

  void it("are named when they are missing, those of threads only in threads", () => {
    assert.deepEqual(missingRights(RIGHTS.view | RIGHTS.send, false), ["Embed Links", "Read Message History"]);
    assert.ok(missingRights(RIGHTS.view | RIGHTS.send, true).includes("Send Messages in Threads"));
    assert.ok(!missingRights(0n, true).includes("Send Messages"));
  });
});
