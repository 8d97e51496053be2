import { createHmac } from "node:crypto";

/** Headers of a request from Slack: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function signedHeaders(
  secret: string,
  body: string,
  seconds = Math.floor(Date.now() / 1000),
): Record<string, string> {
  const signature = createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex");
  return {
    "content-type": "application/x-www-form-urlencoded",
    "x-slack-request-timestamp": String(seconds),
    "x-slack-signature": `v0=${signature}`,
  };
}
