import type { Log } from "../../lib/log.ts";
import type { SlackAnswer } from "./commands.ts";

const ANSWER_TIMEOUT_MS = 10_000;

/**
 * Answers by response_url, which works 5 times within 30 minutes: https://docs.slack.dev/interactivity/handling-user-interaction.
 * Never throws. `pressed` keeps Slack from replacing the message that holds the button.
 */
export async function sendAnswer(responseUrl: string, answer: SlackAnswer, pressed: boolean, log: Log): Promise<void> {
  try {
    const response = await fetch(responseUrl, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(pressed ? { ...answer, replace_original: false } : answer),
      redirect: "error",
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    await response.body?.cancel();
    if (!response.ok) log.warn({ platform: "slack", status: response.status }, "an answer was refused by Slack");
  } catch (error) {
    const code = error instanceof Error ? error.name : "unknown";
    log.warn({ platform: "slack", code }, "an answer could not be delivered to Slack");
  }
}
