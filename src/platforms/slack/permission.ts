import type { webApi } from "@slack/bolt";
import type { Log } from "../../lib/log.ts";
import { readFailure } from "./errors.ts";

/** A channel of more members than these pages hold is not searched to its end. */
const PAGES_MAX = 10;
const PAGE_SIZE = 1000;

export type ManageRule = (who: { user: string; channel: string; typedThere: boolean }) => Promise<boolean>;

/**
 * Who may change what a channel watches: its members, or workspace admins only where the configuration says so.
 * Slack lets only members type in a channel, so where its answer cannot be had a typed command is believed and a
 * pressed button is not. https://docs.slack.dev/reference/methods/conversations.members and users.info
 */
export function manageRule(options: { client: webApi.WebClient; adminsOnly: boolean; log: Log }): ManageRule {
  return async ({ user, channel, typedThere }) => {
    try {
      if (options.adminsOnly) return await isAdmin(options.client, user);
      // A direct message is between two, and whoever writes in it belongs to it.
      if (channel.startsWith("D")) return true;
      return await isMember(options.client, user, channel);
    } catch (error) {
      const { code } = readFailure(error);
      options.log.warn({ platform: "slack", channel, code }, "who may manage the channel could not be looked up");
      return !options.adminsOnly && typedThere;
    }
  };
}

async function isAdmin(client: webApi.WebClient, user: string): Promise<boolean> {
  const { user: found } = await client.users.info({ user });
  return found?.is_admin === true || found?.is_owner === true || found?.is_primary_owner === true;
}

async function isMember(client: webApi.WebClient, user: string, channel: string): Promise<boolean> {
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer = await client.conversations.members({
      channel,
      limit: PAGE_SIZE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (answer.members?.includes(user) === true) return true;
    cursor = answer.response_metadata?.next_cursor;
    if (!cursor) return false;
  }
  throw new Error("the channel has too many members to search");
}
