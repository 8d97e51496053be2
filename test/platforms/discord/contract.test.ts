import { RIGHTS } from "#test/fakes/discord/index.ts";
import type { FakeInteraction, Json } from "#test/fakes/discord/index.ts";
import { channelFor, describePlatform, RATE_LIMIT_SECONDS } from "../contract.ts";
import { startRig } from "./support.ts";

const FAULTS = {
  // The scope whose bucket stays open, so that discord.js asks again when it is told to.
  "rate-limited": { kind: "rate-limit", scope: "shared", retry_after: RATE_LIMIT_SECONDS },
  "lost-acknowledgement": { kind: "lose-ack" },
  "reset-before": { kind: "reset" },
  "server-error-stored": { kind: "status", status: 500, stored: true },
  "token-refused": { kind: "error", status: 401, code: 0, message: "401: Unauthorized" },
} as const;

describePlatform("discord", async (handlers) => {
  const { fake, platform, channel, stop } = await startRig({ handlers });
  const by = { permissions: RIGHTS.manageChannels };
  const answered = async (interaction: FakeInteraction) => (await fake.until(() => interaction.original)).content;
  const keyOf = (embeds: Json[]) => {
    const footer = embeds.at(-1)?.["footer"] as { text?: string } | undefined;
    return footer?.text?.split(" · ")[1] ?? null;
  };
  return {
    platform,
    channel,
    channelClass: "nonce",
    unknown: channelFor("discord", channel.workspace, "999"),
    stored: (where) =>
      fake.inChannel(where.channel).map((message) => ({
        id: message.id,
        key: keyOf(message.embeds),
        text: `${message.content}\n${JSON.stringify(message.embeds)}`,
      })),
    pings: () => fake.messages.reduce((sum, message) => sum + message.pings.length, 0),
    faultNextSend: (fault) => fake.fault({ ...FAULTS[fault], method: "POST", path: "/messages" }),
    command: (text) => {
      const [name = "", ...words] = text.slice(1).split(" ");
      const pairs = words.filter((word) => word.includes("="));
      const plain = words.filter((word) => !word.includes("="));
      const subcommand = name === "model-watch" ? plain.shift() : undefined;
      const options: Record<string, string | number> = Object.fromEntries(
        pairs.map((pair) => {
          const [key = "", value = ""] = pair.split("=");
          return [key, /^\d+$/.test(value) ? Number(value) : value];
        }),
      );
      if (plain.length > 0) options["model"] = plain.join(" ");
      return answered(
        fake.slash({ channel: channel.channel, command: name, options, by, ...(subcommand ? { subcommand } : {}) }),
      );
    },
    press: (label) => {
      const message = fake.inChannel(channel.channel).at(-1);
      const buttons = (message?.components ?? []).flatMap((row) => row["components"] as Json[]);
      const button = buttons.find((part) => part["label"] === label);
      if (!message || !button) throw new Error(`no button ${label}`);
      return answered(fake.press(message, String(button["custom_id"]), by));
    },
    stop,
  };
});
