import { startFakeSlack } from "./index.ts";
import type { FakeSettings } from "./state.ts";

/**
 * The fake workspace as its own process: prints its address as one line of JSON, then runs until it is killed.
 * Use: node test/fakes/slack/main.ts ['{"port": 4000, "historyLagMs": 500}']
 * Control it with POST <control>/fault, /command, /press, /join, /settings, /refresh, /cut and GET <control>/state.
 */
const given = process.argv[2] === undefined ? {} : (JSON.parse(process.argv[2]) as Partial<FakeSettings>);
const fake = await startFakeSlack(given);
const { botToken, appToken, signingSecret, team, botUser } = fake.state.settings;
const control = fake.apiUrl.replace(/api\/$/, "__fake");
process.stdout.write(
  `${JSON.stringify({ apiUrl: fake.apiUrl, control, botToken, appToken, signingSecret, team, botUser })}\n`,
);
