import type { webApi } from "@slack/bolt";
import type { ChannelClass } from "../../core/subscription.ts";
import type { MissingRight } from "../../core/platform.ts";
import { readFailure } from "./errors.ts";

type Info = {
  is_member?: boolean;
  is_private?: boolean;
  is_im?: boolean;
  is_mpim?: boolean;
  is_group?: boolean;
  is_archived?: boolean;
};

/**
 * Whether an unclear send can be looked up in that channel. Scopes as auth.test reports them
 * (https://docs.slack.dev/authentication/installing-with-oauth), then the bot's membership; where either is not told,
 * one message of history is asked for. "unknown" when Slack cannot be asked now.
 */
export async function classifyChannel(client: webApi.WebClient, channel: string): Promise<ChannelClass> {
  try {
    const { response_metadata: about } = await client.auth.test();
    const scopes = about?.scopes;
    const info = await lookUp(client, channel);
    if (info === "refused") return "none";
    if (scopes === undefined || info === "not-told") return await tryHistory(client, channel);
    const canRead = scopes.includes(historyScope(info));
    return canRead && (info.is_member === true || info.is_im === true || info.is_mpim === true) ? "history" : "none";
  } catch {
    return "unknown";
  }
}

/**
 * What keeps the bot from posting in a channel; null when Slack does not tell now.
 * https://docs.slack.dev/reference/methods/chat.postMessage: chat:write, and membership where chat:write.public is missing
 */
export async function missingRights(client: webApi.WebClient, channel: string): Promise<MissingRight[] | null> {
  try {
    const { response_metadata: about } = await client.auth.test();
    const scopes = about?.scopes;
    const missing: MissingRight[] = [];
    if (scopes !== undefined && !scopes.includes("chat:write")) missing.push({ what: "right", name: "chat:write" });
    const info = await lookUp(client, channel);
    if (info === "not-told") return missing.length > 0 ? missing : null;
    // A private channel that the bot is not in is not there for it.
    if (info === "refused") return [...missing, { what: "not-a-member", name: channel }];
    if (info.is_archived === true) missing.push({ what: "archived", name: channel });
    const inside = info.is_member === true || info.is_im === true || info.is_mpim === true;
    const open = scopes?.includes("chat:write.public") === true && info.is_private !== true;
    if (!inside && !open) missing.push({ what: "not-a-member", name: channel });
    return missing;
  } catch {
    return null;
  }
}

/** https://docs.slack.dev/reference/methods/conversations.history: one scope per kind of conversation. */
function historyScope(info: Info): string {
  if (info.is_im === true) return "im:history";
  if (info.is_mpim === true) return "mpim:history";
  return info.is_private === true || info.is_group === true ? "groups:history" : "channels:history";
}

async function lookUp(client: webApi.WebClient, channel: string): Promise<Info | "refused" | "not-told"> {
  try {
    const answer = await client.conversations.info({ channel });
    return answer.channel ?? "not-told";
  } catch (error) {
    const failure = readFailure(error);
    if (failure.kind === "channel") return "refused";
    if (failure.code === "missing_scope") return "not-told";
    throw error;
  }
}

async function tryHistory(client: webApi.WebClient, channel: string): Promise<ChannelClass> {
  try {
    await client.conversations.history({ channel, limit: 1 });
    return "history";
  } catch (error) {
    const failure = readFailure(error);
    return failure.kind === "channel" || failure.code === "missing_scope" ? "none" : "unknown";
  }
}
