import { systemClock } from "#src/core/clock.ts";
import type { CommandSpec } from "#src/core/command.ts";
import type { Message } from "#src/core/message.ts";
import type { Platform, PlatformHandlers } from "#src/core/platform.ts";
import type { Channel } from "#src/core/subscription.ts";
import { type Log, silentLog } from "#src/lib/log.ts";
import { createDiscordPlatform } from "#src/platforms/discord/index.ts";
import { type FakeDiscord, startFakeDiscord, type StartOptions } from "#test/fakes/discord/index.ts";
import { channelFor, CONTRACT_COMMANDS } from "../contract.ts";

export const KEY = "0123456789abcdef01234567";

export const COMMANDS: CommandSpec[] = [
  ...CONTRACT_COMMANDS,
  {
    name: "model-why",
    description: "Why something was told",
    permission: "anyone",
    options: [
      {
        name: "limit",
        description: "How many",
        required: false,
        type: "integer",
        choices: [{ name: "Ten", value: "10" }],
      },
      { name: "model", description: "A model", required: true, type: "string", autocomplete: "models" },
    ],
  },
  { name: "model-hidden", description: "Only by button", permission: "anyone", options: [], hidden: true },
];

export const messageOf = (headline: string, more: Partial<Message> = {}): Message => ({
  headline,
  severity: "warning",
  blocks: [],
  ...more,
});

export const quietHandlers: PlatformHandlers = {
  onCommand: () => Promise.resolve({ message: messageOf("answer"), visibility: "private" }),
  onAutocomplete: () => Promise.resolve([]),
  onJoin: () => Promise.resolve(),
};

export type Rig = { fake: FakeDiscord; platform: Platform; channel: Channel; stop: () => Promise<void> };

/** The real adapter on the real discord.js, connected to a fake. */
export async function startRig(
  options: { handlers?: Partial<PlatformHandlers>; fake?: StartOptions; log?: Log; connect?: boolean } = {},
): Promise<Rig> {
  const fake = await startFakeDiscord({ bucket: null, maxConcurrency: 100, ...options.fake });
  const platform = createDiscordPlatform({
    token: fake.token,
    apiUrl: fake.apiUrl,
    clock: systemClock,
    log: options.log ?? silentLog,
    commands: COMMANDS,
  });
  if (options.connect !== false) await platform.start({ ...quietHandlers, ...options.handlers });
  const guild = fake.guilds[0];
  const channel = channelFor("discord", guild?.id ?? "", guild?.channels[0]?.id ?? "");
  const stop = async () => {
    await platform.stop();
    await fake.close();
  };
  return { fake, platform, channel, stop };
}
