import { setTimeout as sleep } from "node:timers/promises";
import type { webApi } from "@slack/bolt";
import type { Log } from "../../lib/log.ts";
import { readFailure } from "./errors.ts";
import type { Identity } from "./listen.ts";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Who the bot is (https://docs.slack.dev/reference/methods/auth.test). Asks again while Slack is out of reach.
 * @throws Error when Slack refuses the token, saying what to do; AbortError when `signal` fires
 */
export async function readIdentity(client: webApi.WebClient, log: Log, signal: AbortSignal): Promise<Identity> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      const answer = await client.auth.test();
      return { team: answer.team_id ?? "", botId: answer.bot_id ?? "", botUser: answer.user_id ?? "" };
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind === "token") {
        throw new Error(
          `Slack refused SLACK_BOT_TOKEN (${failure.code}): copy it again from the app's page "OAuth & Permissions"`,
          { cause: error },
        );
      }
      log.warn({ platform: "slack", code: failure.code, wait_ms: wait }, "Slack is out of reach, trying again");
      await sleep(wait, undefined, { signal });
    }
  }
}
