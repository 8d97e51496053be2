import { systemClock } from "#src/core/clock.ts";
import { silentLog } from "#src/lib/log.ts";
import { createSlackPlatform } from "#src/platforms/slack/index.ts";
import type { Fault } from "#test/fakes/slack/index.ts";
import { startFakeSlack } from "#test/fakes/slack/index.ts";
import type { SendFault } from "#test/platforms/contract.ts";
import { CONTRACT_COMMANDS, RATE_LIMIT_SECONDS, channelFor, describePlatform } from "#test/platforms/contract.ts";

const FAULTS: Record<SendFault, Fault> = {
  "rate-limited": { kind: "rate-limited", retryAfter: RATE_LIMIT_SECONDS },
  "lost-acknowledgement": { kind: "reset", stored: true },
  "reset-before": { kind: "reset", stored: false },
  "server-error-stored": { kind: "status", status: 500, stored: true },
  "token-refused": { kind: "error", error: "invalid_auth" },
};

describePlatform("Slack (Socket Mode)", async (handlers) => {
  const fake = await startFakeSlack({ tiers: false, channelBurst: null });
  const { botToken, appToken } = fake.state.settings;
  const platform = createSlackPlatform({
    botToken,
    appToken,
    apiUrl: fake.apiUrl,
    clock: systemClock,
    log: silentLog,
    commands: CONTRACT_COMMANDS,
    adminsOnly: false,
  });
  await platform.start(handlers);
  return {
    platform,
    channel: channelFor("slack", "T1", "C1"),
    channelClass: "history",
    unknown: channelFor("slack", "T1", "CNOWHERE"),
    stored: ({ channel }) =>
      fake.messages(channel).map((message) => {
        const key = message.metadata?.event_payload["key"];
        return { id: message.ts, key: typeof key === "string" ? key : null, text: message.text };
      }),
    pings: () => fake.messages().reduce((sum, message) => sum + message.pings, 0),
    faultNextSend: (fault) => fake.fault(FAULTS[fault]),
    command: async (text) => (await fake.people.command(text)).answer.shown,
    press: async (label) => (await fake.people.press(label)).answer.shown,
    stop: async () => {
      await platform.stop();
      await fake.stop();
    },
  };
});
