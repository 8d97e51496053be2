import type { CommandRequest, Reply } from "#src/core/command.ts";
import { systemClock } from "#src/core/clock.ts";
import type { Platform, PlatformHandlers } from "#src/core/platform.ts";
import type { Channel } from "#src/core/subscription.ts";
import type { Log } from "#src/lib/log.ts";
import { createLog } from "#src/lib/log.ts";
import type { SlackOptions } from "#src/platforms/slack/index.ts";
import { createSlackPlatform } from "#src/platforms/slack/index.ts";
import type { FakeSettings, FakeSlack } from "#test/fakes/slack/index.ts";
import { startFakeSlack } from "#test/fakes/slack/index.ts";
import { CONTRACT_COMMANDS, channelFor } from "#test/platforms/contract.ts";

export type Joined = { workspace: string; channel: string };

export type Rig = {
  fake: FakeSlack;
  platform: Platform;
  channel: Channel;
  requests: CommandRequest[];
  joined: Joined[];
  /** Lines that were logged, not scrubbed. */
  logged: string[];
  reply: { next: (request: CommandRequest) => Promise<Reply> };
  stop(expectProblems?: boolean): Promise<void>;
};

export const say = (headline: string): Reply => ({
  message: { headline, severity: "info", blocks: [] },
  visibility: "private",
});

/** The real adapter over Socket Mode against a fresh fake, with a handler that the test may replace. */
export async function startRig(
  settings: Partial<FakeSettings> = {},
  overrides: Partial<SlackOptions> = {},
): Promise<Rig> {
  const fake = await startFakeSlack({ tiers: false, channelBurst: null, ...settings });
  const logged: string[] = [];
  // No secrets are given to the log: what the adapter itself lets through is seen.
  const log: Log = createLog({ level: "debug", secrets: [], write: (line) => logged.push(line) });
  const { botToken, appToken } = fake.state.settings;
  const platform = createOrClose(fake, {
    botToken,
    appToken,
    apiUrl: fake.apiUrl,
    clock: systemClock,
    log,
    commands: CONTRACT_COMMANDS,
    adminsOnly: false,
    ...overrides,
  });
  const requests: CommandRequest[] = [];
  const joined: Joined[] = [];
  const reply: Rig["reply"] = { next: (request) => Promise.resolve(say(`ran ${request.command}`)) };
  const handlers: PlatformHandlers = {
    onCommand: (request) => {
      requests.push(request);
      return reply.next(request);
    },
    onAutocomplete: () => Promise.resolve([]),
    onJoin: ({ workspace, channel }) => {
      joined.push({ workspace, channel });
      return Promise.resolve();
    },
  };
  try {
    await platform.start(handlers);
  } catch (error) {
    await fake.stop({ expectProblems: true });
    throw error;
  }
  return {
    fake,
    platform,
    channel: channelFor("slack", "T1", "C1"),
    requests,
    joined,
    logged,
    reply,
    stop: async (expectProblems = false) => {
      await platform.stop();
      await fake.stop({ expectProblems });
    },
  };
}

function createOrClose(fake: FakeSlack, options: SlackOptions): Platform {
  try {
    return createSlackPlatform(options);
  } catch (error) {
    void fake.stop({ expectProblems: true });
    throw error;
  }
}
