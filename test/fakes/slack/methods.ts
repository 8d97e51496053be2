import type { FakeChannel, FakeState, Metadata, StoredMessage } from "./state.ts";
import { countPings, isJson, isTrue, refuseMessage } from "./validate.ts";

type Args = Record<string, unknown>;
export type Answer = Record<string, unknown> & { ok: boolean };

const fail = (error: string, more: object = {}): Answer => ({ ok: false, error, ...more });

const KIND_SCOPE: Record<FakeChannel["kind"], string> = {
  public: "channels",
  private: "groups",
  im: "im",
  mpim: "mpim",
};

/** One Web API method, without transport. Null when the fake does not know it. */
export function callMethod(state: FakeState, method: string, args: Args): Answer | null {
  switch (method) {
    case "auth.test":
      return { ok: true, team_id: state.settings.team, user_id: state.settings.botUser, bot_id: state.settings.botId };
    case "chat.postMessage":
      return post(state, args);
    case "chat.update":
      return update(state, args);
    case "conversations.replies":
      return withChannel(state, args, "history", (channel) => history(state, channel, args));
    case "conversations.info":
      return withChannel(state, args, "read", (channel) => ({ ok: true, channel: describe(channel) }));
    case "conversations.members":
      return withChannel(state, args, "read", (channel) => page(channel.people, args, "members", 100));
    case "conversations.history":
      return withChannel(state, args, "history", (channel) => history(state, channel, args));
    case "users.info":
      return userInfo(state, args);
    case "users.conversations":
      return conversationsOf(state, args);
    default:
      return state.views.call(method, args) ?? state.files?.call(method, args) ?? null;
  }
}

/** https://docs.slack.dev/reference/methods/users.conversations: those that the person shares with the bot, or the bot's own. */
function conversationsOf(state: FakeState, args: Args): Answer {
  for (const kind of ["channels", "groups", "im", "mpim"]) {
    const missing = scope(state, `${kind}:read`);
    if (missing) return missing;
  }
  const user = typeof args["user"] === "string" ? args["user"] : null;
  const shared = state.settings.channels.filter(
    (channel) => channel.member && (user === null || channel.people.includes(user)),
  );
  const shown = shared.filter((channel) => !isTrue(args["exclude_archived"]) || !channel.archived);
  return page(
    shown.map((channel) => ({ id: channel.id, name: `name-${channel.id.toLowerCase()}` })),
    args,
    "channels",
    100,
  );
}

function post(state: FakeState, args: Args): Answer {
  const missing = scope(state, "chat:write");
  if (missing) return missing;
  const channel = state.channel(args["channel"]);
  if (!channel || (channel.kind === "private" && !channel.member)) return fail("channel_not_found");
  if (channel.archived) return fail("is_archived");
  if (!channel.member && !state.settings.scopes.includes("chat:write.public")) return fail("not_in_channel");
  if (channel.refuses !== undefined) return fail(channel.refuses);
  const refusal = refuseMessage(args);
  if (refusal) {
    state.problems.push(`${refusal.error}: ${refusal.messages.join("; ")}`);
    return fail(refusal.error, { response_metadata: { messages: refusal.messages } });
  }
  const parent = args["thread_ts"];
  if (parent !== undefined && standing(state, channel.id, parent) === undefined) return fail("message_not_found");
  if (parent !== undefined && channel.threads === false) return fail("cannot_reply_to_message");
  const message = store(state, channel.id, args);
  return { ok: true, channel: channel.id, ts: message.ts, message: { text: message.text, ts: message.ts } };
}

/** https://docs.slack.dev/reference/methods/chat.update: the bot's own message; absent metadata stays, `{}` clears it. */
function update(state: FakeState, args: Args): Answer {
  const missing = scope(state, "chat:write");
  if (missing) return missing;
  const channel = state.channel(args["channel"]);
  if (!channel || (channel.kind === "private" && !channel.member)) return fail("channel_not_found");
  if (channel.archived) return fail("is_archived");
  const message = standing(state, channel.id, args["ts"]);
  if (message === undefined) return fail("message_not_found");
  if (state.settings.editWindowClosed) return fail("edit_window_closed");
  if (typeof args["text"] === "string" && args["text"].length > 4000) return fail("msg_too_long");
  const refusal = refuseMessage(args);
  if (refusal) {
    state.problems.push(`${refusal.error}: ${refusal.messages.join("; ")}`);
    return fail(refusal.error, { response_metadata: { messages: refusal.messages } });
  }
  message.text = typeof args["text"] === "string" ? args["text"] : message.text;
  // Text without blocks drops the blocks.
  if (Array.isArray(args["blocks"])) message.blocks = args["blocks"];
  else if (args["text"] !== undefined) message.blocks = [];
  if (isJson(args["metadata"])) message.metadata = args["metadata"] as Metadata;
  message.pings += countPings(args);
  message.edits += 1;
  return { ok: true, channel: channel.id, ts: message.ts, text: message.text };
}

function standing(state: FakeState, channel: string, ts: unknown): StoredMessage | undefined {
  return state.messages.find((one) => one.channel === channel && one.ts === ts && !state.deleted.has(one.ts));
}

function store(state: FakeState, channel: string, args: Args): StoredMessage {
  const message: StoredMessage = {
    channel,
    ts: state.nextTs(),
    at: Date.now(),
    text: typeof args["text"] === "string" ? args["text"].slice(0, 40_000) : "",
    blocks: Array.isArray(args["blocks"]) ? args["blocks"] : [],
    metadata: isJson(args["metadata"]) ? (args["metadata"] as Metadata) : null,
    client_msg_id: typeof args["client_msg_id"] === "string" ? args["client_msg_id"] : null,
    thread_ts: typeof args["thread_ts"] === "string" ? args["thread_ts"] : null,
    broadcast: isTrue(args["reply_broadcast"]),
    edits: 0,
    pings: countPings(args),
  };
  state.messages.push(message);
  return message;
}

function history(state: FakeState, channel: FakeChannel, args: Args): Answer {
  if (!channel.member) return fail("not_in_channel");
  const parent = args["ts"];
  if (parent !== undefined && standing(state, channel.id, parent) === undefined) return fail("thread_not_found");
  const oldest = Number(args["oldest"] ?? 0);
  const latest = args["latest"] === undefined ? Number.POSITIVE_INFINITY : Number(args["latest"]);
  const inclusive = isTrue(args["inclusive"]);
  const visible = state.messages.filter((message) => {
    const at = Number(message.ts);
    if (state.deleted.has(message.ts)) return false;
    // A thread holds its parent and the replies; the channel's past holds what is no reply, and what was broadcast.
    const here =
      parent === undefined
        ? message.thread_ts === null || message.broadcast
        : message.ts === parent || message.thread_ts === parent;
    if (!here) return false;
    if (message.channel !== channel.id || Date.now() - message.at < state.settings.historyLagMs) return false;
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
  const ordered = state.settings.historyOrder === "newest-first" ? visible.toReversed() : visible;
  const allMetadata = isTrue(args["include_all_metadata"]);
  const shown = ordered.map((message) => ({
    type: "message",
    bot_id: state.settings.botId,
    ts: message.ts,
    text: message.text,
    ...(message.thread_ts === null ? {} : { thread_ts: message.thread_ts }),
    ...(message.broadcast ? { subtype: "thread_broadcast" } : {}),
    ...(message.metadata === null
      ? {}
      : { metadata: allMetadata ? message.metadata : { event_type: message.metadata.event_type } }),
  }));
  return page(shown, args, "messages", 100, state.settings.historyPageMax);
}

function userInfo(state: FakeState, args: Args): Answer {
  const missing = scope(state, "users:read");
  if (missing) return missing;
  const user = state.settings.users.find((one) => one.id === args["user"]);
  return user ? { ok: true, user } : fail("user_not_found");
}

function page(items: unknown[], args: Args, name: string, fallback: number, max = 999): Answer {
  const limit = args["limit"] === undefined ? fallback : Number(args["limit"]);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) return fail("invalid_limit");
  const cursor = typeof args["cursor"] === "string" && args["cursor"] !== "" ? args["cursor"] : "c0";
  if (!/^c\d+$/.test(cursor)) return fail("invalid_cursor");
  const from = Number(cursor.slice(1));
  const to = from + Math.min(limit, max);
  const next = to < items.length ? `c${to}` : "";
  return { ok: true, [name]: items.slice(from, to), has_more: next !== "", response_metadata: { next_cursor: next } };
}

function withChannel(
  state: FakeState,
  args: Args,
  right: "read" | "history",
  then: (channel: FakeChannel) => Answer,
): Answer {
  const channel = state.channel(args["channel"]);
  if (!channel || (channel.kind === "private" && !channel.member)) return fail("channel_not_found");
  return scope(state, `${KIND_SCOPE[channel.kind]}:${right}`) ?? then(channel);
}

function scope(state: FakeState, needed: string): Answer | null {
  if (state.settings.scopes.includes(needed)) return null;
  return fail("missing_scope", { needed, provided: state.settings.scopes.join(",") });
}

function describe(channel: FakeChannel): object {
  return {
    id: channel.id,
    is_channel: channel.kind === "public" || channel.kind === "private",
    is_private: channel.kind !== "public",
    is_im: channel.kind === "im",
    is_mpim: channel.kind === "mpim",
    is_member: channel.member,
    is_archived: channel.archived,
  };
}
