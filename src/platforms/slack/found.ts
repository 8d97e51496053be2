import type { webApi } from "@slack/bolt";
import type { PlatformHandlers } from "../../core/platform.ts";
import type { Log } from "../../lib/log.ts";
import { readFailure } from "./errors.ts";

const PAGE = 200;
const MOST_PAGES = 5;

/**
 * Tells `onFound` of the channels that the bot is in: it hears of no invitation while it is away. A single look at the
 * start, with rights that the bot has anyway (channels:read, groups:read); without them nobody is greeted late.
 * https://docs.slack.dev/reference/methods/users.conversations
 */
export async function findChannels(
  client: webApi.WebClient,
  workspace: string,
  handlers: PlatformHandlers,
  log: Log,
): Promise<void> {
  if (handlers.onFound === undefined || workspace === "") return;
  const places: Parameters<NonNullable<PlatformHandlers["onFound"]>>[0] = [];
  try {
    let cursor = "";
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await client.users.conversations({
        types: "public_channel,private_channel",
        exclude_archived: true,
        limit: PAGE,
        ...(cursor === "" ? {} : { cursor }),
      });
      for (const { id } of answer.channels ?? [])
        if (id !== undefined) places.push({ platform: "slack", workspace, channel: id });
      cursor = answer.response_metadata?.next_cursor ?? "";
      if (cursor === "") break;
    }
  } catch (error) {
    log.info({ platform: "slack", code: readFailure(error).code }, "the bot's channels could not be looked up");
    return;
  }
  await handlers.onFound(places).catch((error: unknown) => {
    log.error({ platform: "slack", error }, "new channels could not be greeted");
  });
}
