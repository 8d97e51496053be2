import { setTimeout as sleep } from "node:timers/promises";
import type { webApi } from "@slack/bolt";
import type { Picture, Reply } from "../../core/command.ts";
import type { Log } from "../../lib/log.ts";
import { truncate } from "../shared/text.ts";
import type { PlatformWords } from "../shared/words.ts";
import type { SlackBlock } from "./blocks.ts";
import { imageBlock, pickBlock } from "./blocks.ts";
import { readFailure } from "./errors.ts";
import { BLOCKS_MAX, FILE_ALT_MAX } from "./limits.ts";
import { renderMessage, type SlackPayload } from "./render.ts";

const ANSWER_TIMEOUT_MS = 10_000;
/** Slack looks at a file before it can be shown; a message that is too early is refused. */
const PICTURE_WAITS_MS = [0, 1_500];

export type SlackAnswer = SlackPayload & { response_type: "ephemeral" | "in_channel" };

/** How a message that holds the button is treated: a new answer beside it, or one in its place. */
export type Beside = "typed" | "pressed" | "in-place";

export type Answering = {
  client: webApi.WebClient;
  words: (language: string | null) => PlatformWords;
  log: Log;
};

/**
 * Answers by response_url, which works 5 times within 30 minutes: https://docs.slack.dev/interactivity/handling-user-interaction.
 * Never throws. A picture that Slack does not take is left out; the words come in any case.
 */
export async function sendReply(url: string, reply: Reply, beside: Beside, on: Answering): Promise<void> {
  const answer: SlackAnswer = {
    ...renderMessage(reply.message, on.words(reply.language ?? null)),
    response_type: reply.visibility === "channel" ? "in_channel" : "ephemeral",
  };
  const extra: SlackBlock[] = reply.pick === undefined ? [] : [pickBlock(reply.pick)];
  const file = reply.picture === undefined ? null : await upload(reply.picture, on);
  if (file !== null && reply.picture !== undefined) {
    for (const wait of PICTURE_WAITS_MS) {
      if (wait > 0) await sleep(wait);
      const blocks = withBlocks(answer.blocks, [imageBlock(file, reply.picture.alt), ...extra]);
      if (await post(url, { ...answer, blocks }, beside, on.log)) return;
    }
  }
  await post(url, { ...answer, blocks: withBlocks(answer.blocks, extra) }, beside, on.log);
}

/** What is added stands before the buttons, and never makes the answer too long. */
function withBlocks(blocks: SlackBlock[], extra: SlackBlock[]): SlackBlock[] {
  if (blocks.length + extra.length > BLOCKS_MAX) return blocks;
  const at = blocks.findIndex((block) => block.type === "actions");
  return at < 0 ? [...blocks, ...extra] : [...blocks.slice(0, at), ...extra, ...blocks.slice(at)];
}

/**
 * The picture as a file of the bot's, shared nowhere by itself: the answer's image block shows it to whoever sees the
 * answer (https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object). Null when Slack refuses it.
 */
async function upload(picture: Picture, { client, log }: Answering): Promise<string | null> {
  try {
    const answer = await client.files.uploadV2({
      file: Buffer.from(picture.png),
      filename: picture.name,
      title: picture.name,
      alt_text: truncate(picture.alt, FILE_ALT_MAX),
    });
    return fileIdIn(answer);
  } catch (error) {
    log.warn({ platform: "slack", code: readFailure(error).code }, "a picture could not be uploaded to Slack");
    return null;
  }
}

/** The SDK gives the files of each completed upload: `{files: [{files: [{id}]}]}`. */
function fileIdIn(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  const { id, files } = value as { id?: unknown; files?: unknown };
  if (typeof id === "string") return id;
  return Array.isArray(files) ? fileIdIn(files[0]) : null;
}

/** True when Slack took it. `pressed` keeps Slack from replacing the message that holds the button. */
async function post(url: string, answer: SlackAnswer, beside: Beside, log: Log): Promise<boolean> {
  const place = beside === "typed" ? {} : { replace_original: beside === "in-place" };
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify({ ...answer, ...place }),
      redirect: "error",
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    await response.body?.cancel();
    if (!response.ok) log.warn({ platform: "slack", status: response.status }, "an answer was refused by Slack");
    return response.ok;
  } catch (error) {
    const code = error instanceof Error ? error.name : "unknown";
    log.warn({ platform: "slack", code }, "an answer could not be delivered to Slack");
    // Perhaps it arrived: a second one would be seen twice.
    return true;
  }
}
