import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { CommandRequest, CommandSpec, Reply } from "#src/core/command.ts";
import type { Message } from "#src/core/message.ts";
import type { Platform, PlatformHandlers } from "#src/core/platform.ts";
import type { Channel, ChannelClass, PlatformName } from "#src/core/subscription.ts";
import { DEFAULT_SUBSCRIPTION, channelId } from "#src/core/subscription.ts";

/**
 * The suite that every Platform passes. A platform's test starts its fake, wires the real adapter to it and hands both
 * in as a harness; the fake's store is the oracle.
 */

/** What the next send meets. */
export type SendFault =
  /** 429 for this channel's posts, with RATE_LIMIT_SECONDS to wait; nothing stored. */
  | "rate-limited"
  /** Stored, then the connection is reset. */
  | "lost-acknowledgement"
  /** Reset before anything was stored. */
  | "reset-before"
  /** Stored, then answered with 500. */
  | "server-error-stored"
  /** The platform says that the token is not valid. */
  | "token-refused";

export const RATE_LIMIT_SECONDS = 7;

export type StoredMessage = { id: string; key: string | null; text: string };

export type PlatformHarness = {
  platform: Platform;
  /** Posts work here, and what was posted can be found again. */
  channel: Channel;
  /** Its class as the platform must report it. */
  channelClass: ChannelClass;
  /** The platform does not know this one. */
  unknown: Channel;
  /** Everything the fake keeps in that channel, oldest first. */
  stored(channel: Channel): StoredMessage[];
  /** How many people were notified by mentions in everything stored so far. */
  pings(): number;
  faultNextSend(fault: SendFault): void;
  /** Runs a slash command as a member of `channel` who may manage it; resolves to the answer's text. */
  command(text: string): Promise<string>;
  /** Presses the only button of that label in the newest message of `channel`; resolves to the answer's text. */
  press(label: string): Promise<string>;
  /** Closes platform and fake. */
  stop(): Promise<void>;
};

/** Commands that the harness must be started with. */
export const CONTRACT_COMMANDS: CommandSpec[] = [
  {
    name: "model-status",
    description: "Shows when a model is switched off",
    permission: "anyone",
    options: [{ name: "model", description: "A model's name", required: false, type: "string" }],
  },
  {
    name: "model-watch",
    description: "Changes what this channel watches",
    permission: "manage",
    options: [],
    subcommands: [
      {
        name: "add",
        description: "Watches more",
        options: [
          { name: "providers", description: "Providers", required: false, type: "string" },
          { name: "days", description: "Days", required: false, type: "integer" },
        ],
      },
      { name: "list", description: "Shows what is watched", options: [] },
    ],
  },
];

export const sampleMessage: Message = {
  headline: "gpt-4.5-preview on the OpenAI API will be switched off",
  severity: "warning",
  blocks: [
    { type: "text", content: ["Off on ", { type: "date", date: "2025-07-14", precision: "day" }, "."] },
    { type: "fields", fields: [{ label: "Replacement", value: [{ type: "code", text: "gpt-4.1" }] }] },
    {
      type: "actions",
      actions: [{ label: "Status", style: "primary", command: "model-status", options: { model: "gpt-4.5-preview" } }],
    },
  ],
};

/** A channel as the store would hold it. */
export function channelFor(platform: PlatformName, workspace: string, channel: string): Channel {
  return {
    id: channelId(platform, workspace, channel),
    platform,
    workspace,
    channel,
    subscription: { ...DEFAULT_SUBSCRIPTION },
    class: "unknown",
    parked: null,
    created_at: "2025-04-14T17:00:00Z",
  };
}

const HOSTILE = [
  "<!channel> <!here> <!everyone> <@U0MEMBER> <!subteam^S1> @channel @here @everyone #general",
  "@everyone <@&123456789012345678> <@123456789012345678> <@!123456789012345678> <#123456789012345678>",
  "@\u200beveryone @\u202eenoyreve ```<!here>``` `<@U0MEMBER>` *<!channel>* [x](javascript:alert(1))",
];

export function describePlatform(
  name: string,
  startHarness: (handlers: PlatformHandlers) => Promise<PlatformHarness>,
): void {
  void describe(`${name} keeps the platform contract`, () => {
    let harness: PlatformHarness;
    const requests: CommandRequest[] = [];
    let answer: (request: CommandRequest) => Promise<Reply> = () => Promise.reject(new Error("not set"));
    let sent = 0;
    const newKey = () => `${(sent += 1)}`.padStart(24, "0");
    const reply = (text: string): Reply => ({
      message: { headline: text, severity: "info", blocks: [] },
      visibility: "private",
    });

    before(async () => {
      harness = await startHarness({
        onCommand: (request) => {
          requests.push(request);
          return answer(request);
        },
        onAutocomplete: () => Promise.resolve([]),
        onJoin: () => Promise.resolve(),
      });
    });
    after(() => harness?.stop());

    const send = (key: string, message = sampleMessage, channel = harness.channel) =>
      harness.platform.send({ channel, key, message });
    const storedWith = (key: string) => harness.stored(harness.channel).filter((message) => message.key === key);

    void it("stores a message once, with its key, and finds it again", async () => {
      const key = newKey();
      const result = await send(key);
      assert.equal(result.outcome, "sent");
      const stored = storedWith(key);
      assert.equal(stored.length, 1);
      assert.equal(result.outcome === "sent" && result.message_id, stored[0]?.id);
      assert.deepEqual(await harness.platform.find(harness.channel, key, 0), {
        outcome: "found",
        message_id: stored[0]?.id,
      });
      assert.match(stored[0]?.text ?? "", /gpt-4\.5-preview/);
    });

    void it("says that an unknown key is absent", async () => {
      const found = await harness.platform.find(harness.channel, "f".repeat(24), 0);
      assert.deepEqual(found, { outcome: "absent" });
    });

    void it("reports a rate limit with its wait and does not try again by itself", async () => {
      const key = newKey();
      harness.faultNextSend("rate-limited");
      const result = await send(key);
      assert.ok(result.outcome === "retry", JSON.stringify(result));
      assert.ok((result.retry_after_ms ?? 0) >= RATE_LIMIT_SECONDS * 1000 - 1000, JSON.stringify(result));
      assert.equal(storedWith(key).length, 0);
    });

    void it("sends after a rate limit when it is asked again", async () => {
      const key = newKey();
      assert.equal((await send(key)).outcome, "sent");
    });

    for (const fault of ["lost-acknowledgement", "server-error-stored"] as const) {
      void it(`calls a ${fault} ambiguous, and the key is found`, async () => {
        const key = newKey();
        harness.faultNextSend(fault);
        assert.equal((await send(key)).outcome, "ambiguous");
        assert.equal(storedWith(key).length, 1);
        const found = await harness.platform.find(harness.channel, key, 0);
        assert.equal(found.outcome, "found");
      });
    }

    void it("calls a reset before storing ambiguous too: it cannot know", async () => {
      const key = newKey();
      harness.faultNextSend("reset-before");
      assert.equal((await send(key)).outcome, "ambiguous");
      assert.equal(storedWith(key).length, 0);
      assert.deepEqual(await harness.platform.find(harness.channel, key, 0), { outcome: "absent" });
    });

    void it("refuses an unknown channel for that channel only", async () => {
      const result = await send(newKey(), sampleMessage, harness.unknown);
      assert.ok(result.outcome === "refused" && result.scope === "channel", JSON.stringify(result));
    });

    void it("classifies channels", async () => {
      assert.equal(await harness.platform.classify(harness.channel), harness.channelClass);
    });

    void it("notifies nobody, whatever the text says", async () => {
      for (const text of HOSTILE) {
        const message: Message = {
          headline: text,
          severity: "critical",
          blocks: [
            { type: "text", content: [text, { type: "bold", text }, { type: "code", text }] },
            { type: "text", content: [{ type: "link", text, url: "https://example.com/<!here>|x" }] },
            { type: "fields", fields: [{ label: text, value: [text] }] },
            { type: "list", items: [[text]] },
            { type: "table", columns: [text], rows: [[[text]]] },
            { type: "quote", text, link: { text, url: "javascript:alert(1)" } },
            { type: "note", content: [text] },
          ],
        };
        const result = await send(newKey(), message);
        assert.equal(result.outcome, "sent", JSON.stringify(result));
      }
      assert.equal(harness.pings(), 0);
    });

    void it("sends a message that is far too long, cut to the limits", async () => {
      const long = "😀 a&b<c> ".repeat(2000);
      const message: Message = {
        headline: long,
        severity: "info",
        blocks: [
          ...Array.from({ length: 60 }, () => ({ type: "text" as const, content: [long] })),
          {
            type: "actions",
            actions: Array.from({ length: 40 }, (_, index) => ({
              label: `${index} ${long}`,
              style: "normal" as const,
              command: "model-status",
              options: { model: `${index}` },
            })),
          },
        ],
      };
      const result = await send(newKey(), message);
      assert.equal(result.outcome, "sent", JSON.stringify(result));
    });

    void it("reads a command, runs it and answers", async () => {
      answer = () => Promise.resolve(reply("here is the answer"));
      assert.match(await harness.command("/model-watch add providers=openai days=30"), /here is the answer/);
      const request = requests.at(-1);
      assert.equal(request?.command, "model-watch");
      assert.equal(request?.subcommand, "add");
      assert.deepEqual(request?.options, { providers: "openai", days: "30" });
      assert.equal(request?.platform, harness.platform.name);
      assert.equal(request?.workspace, harness.channel.workspace);
      assert.equal(request?.channel, harness.channel.channel);
      assert.equal(request?.channel_id, harness.channel.id);
      assert.equal(request?.user.may_manage, true);
    });

    void it("runs a button's command as the person who pressed it", async () => {
      answer = (request) => Promise.resolve(reply(`pressed for ${request.options["model"]}`));
      assert.equal((await send(newKey())).outcome, "sent");
      assert.match(await harness.press("Status"), /pressed for gpt-4\.5-preview/);
      assert.equal(requests.at(-1)?.command, "model-status");
    });

    void it("answers with an error when a handler fails", async () => {
      answer = () => Promise.reject(new Error("xoxb-secret-canary"));
      const text = await harness.command("/model-status gpt-4.5");
      assert.ok(text.length > 0);
      assert.doesNotMatch(text, /canary/);
    });

    void it("refuses everything when the token is refused", async () => {
      harness.faultNextSend("token-refused");
      const result = await send(newKey());
      assert.ok(result.outcome === "refused" && result.scope === "token", JSON.stringify(result));
    });
  });
}
