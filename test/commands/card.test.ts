import assert from "node:assert/strict";
import { describe, it } from "node:test";
import command from "#commands/model-card.ts";
import type { CommandRequest } from "#src/core/command.ts";
import { changeOf } from "../announce/build.ts";
import { channelOf } from "../countdown/build.ts";
import { createWorld, NOW, shown } from "./build.ts";

const KEY = "0123456789abcdef01234567";

function world(count = 1) {
  const made = createWorld();
  const models = Array.from({ length: count }, (_, index) => {
    const change = changeOf({ model_id: `acme-${index + 1}` });
    return {
      recordKey: `acme-api|acme-${index + 1}|`,
      model_id: change.model_id,
      version: null,
      surface: "acme-api",
      change,
    };
  });
  made.cards.set(KEY, { channel: channelOf("c"), models });
  const press = (options: Record<string, string>) => {
    const request: CommandRequest = {
      command: "model-card",
      subcommand: null,
      options: { card: KEY, ...options },
      platform: "slack",
      workspace: "T1",
      channel: "C1",
      channel_id: "slack:T1:C1",
      user: { id: "U1", name: "ada", may_manage: false },
      locale: null,
      now: NOW,
    };
    return command.run(request, made.services);
  };
  return { ...made, press };
}

describe("/model-card, behind the buttons", () => {
  it("marks every model of the card with who and when, for anyone who can press", async () => {
    const { press, marked } = world(2);
    const reply = await press({ do: "ack" });
    assert.equal(reply.visibility, "private");
    assert.match(shown(reply), /Acknowledged/);
    assert.deepEqual(
      marked[0]?.marks.map(({ recordKey, mark }) => [recordKey, mark?.kind, mark?.user.name, mark?.shutdown]),
      [
        ["acme-api|acme-1|", "acknowledged", "ada", "2026-07-14"],
        ["acme-api|acme-2|", "acknowledged", "ada", "2026-07-14"],
      ],
    );
    await press({ do: "undo" });
    assert.deepEqual(
      marked[1]?.marks.map(({ mark }) => mark),
      [null, null],
    );
  });

  it("asks how long to snooze, and refuses to snooze past the shutdown", async () => {
    const { press, marked } = world();
    assert.match(shown(await press({ do: "snooze" })), /1 day.*\n.*1 week.*\n.*7 days before/);
    assert.equal(marked.length, 0);
    await press({ do: "snooze-7before" });
    assert.equal(marked[0]?.marks[0]?.mark?.until, "2026-07-07");
    const late = world();
    late.cards.set(KEY, {
      channel: channelOf("c"),
      models: [
        {
          recordKey: "acme-api|acme-1|",
          model_id: "acme-1",
          version: null,
          surface: "acme-api",
          change: changeOf({ model_id: "acme-1", shutdown: "2026-06-16" }),
        },
      ],
    });
    assert.match(shown(await late.press({ do: "snooze-1w" })), /not before the shutdown/);
    assert.equal(late.marked.length, 0);
  });

  it("pages through a long list, and says what to do when a card is unknown or a verb is none", async () => {
    const { press, marked } = world(60);
    const first = shown(await press({ do: "list" }));
    assert.match(first, /acme-25\b/);
    assert.doesNotMatch(first, /acme-26\b/);
    assert.match(shown(await press({ do: "list", from: "50" })), /acme-60\b/);
    assert.match(shown(await press({ do: "ack", card: "nothing" })), /\/model-status/);
    assert.match(shown(await press({ do: "explode" })), /no option/);
    assert.equal(marked.length, 0);
  });
});
