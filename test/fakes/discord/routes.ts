import { callback, followup, original } from "./interactions.ts";
import type { Json } from "./model.ts";
import { channelJson, guildJson, memberJson, shown, type State } from "./state.ts";
import { Refusal } from "./validate.ts";
import { validateCommands } from "./validate-commands.ts";

export type RouteRequest = { method: string; path: string; query: URLSearchParams; body: unknown };
/** `body` null is a 204. */
export type RouteAnswer = { status: number; body: unknown };
export type Route = {
  method: string;
  pattern: RegExp;
  /** False for interaction and webhook routes, which carry their own token and are exempt from the global limit. */
  bot: boolean;
  /** The bucket of a request, from the path's parts; null without one. */
  bucket: ((parts: string[]) => string) | null;
  run: (parts: string[], request: RouteRequest) => RouteAnswer;
};

const ok = (body: unknown): RouteAnswer => ({ status: 200, body });
const NONE: RouteAnswer = { status: 204, body: null };

/** The part of the API that is known; anything else fails loudly. */
export function createRoutes(state: State, gatewayAddress: () => string, maxConcurrency: number): Route[] {
  const route = (
    method: string,
    pattern: RegExp,
    run: Route["run"],
    more: Partial<Pick<Route, "bot" | "bucket">> = {},
  ): Route => ({ method, pattern, run, bot: more.bot ?? true, bucket: more.bucket ?? null });
  const byChannel = (name: string) => ({ bucket: (parts: string[]) => `${name}:${parts[0]}` });
  const guildOf = (id: string | undefined) => {
    const guild = state.guilds.find((other) => other.id === id);
    if (!guild) throw new Refusal(404, 10004, "Unknown Guild");
    return guild;
  };
  const own = (channel: string, id: string) => {
    const message = state.messageOf(channel, id);
    if (message.author.id !== state.settings.botId)
      throw new Refusal(403, 50005, "Cannot edit a message authored by another user");
    return message;
  };
  const putCommands: Route["run"] = ([application = ""], request) => {
    if (application !== state.settings.applicationId) throw new Refusal(403, 20012, "You are not authorized");
    validateCommands(request.body);
    state.commands = (request.body as Json[]).map((command) => ({ ...command, id: state.newId() }));
    state.commandPuts += 1;
    return ok(state.commands);
  };
  const me = { id: state.settings.botId, username: "sundown", discriminator: "0", avatar: null, bot: true };
  return [
    route("GET", /^\/gateway\/bot$/, () =>
      ok({
        url: gatewayAddress(),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: maxConcurrency },
      }),
    ),
    route("GET", /^\/users\/@me$/, () => ok(me)),
    route("GET", /^\/(?:oauth2\/)?applications\/@me$/, () => ok({ id: state.settings.applicationId, name: "sundown" })),
    route("PUT", /^\/applications\/(\d+)\/commands$/, putCommands),
    route("GET", /^\/applications\/(\d+)\/commands$/, () => ok(state.commands)),
    route("GET", /^\/guilds\/(\d+)$/, ([id]) => ok(guildJson(guildOf(id)))),
    route("GET", /^\/guilds\/(\d+)\/members\/(\d+)$/, ([id, member]) => {
      if (member !== state.settings.botId) throw new Refusal(404, 10007, "Unknown Member");
      return ok(memberJson(guildOf(id), member));
    }),
    route("GET", /^\/channels\/(\d+)$/, ([id = ""]) => {
      const { channel } = state.channelOf(id);
      if (state.rightsOf(id) === 0n) throw new Refusal(403, 50001, "Missing Access");
      return ok(channelJson(channel));
    }),
    route(
      "POST",
      /^\/channels\/(\d+)\/messages$/,
      ([id = ""], request) => {
        const message = state.post(id, request.body);
        return ok({ ...shown(message), nonce: message.nonce });
      },
      byChannel("post"),
    ),
    route(
      "GET",
      /^\/channels\/(\d+)\/messages$/,
      ([id = ""], request) => ok(state.history(id, request.query).map(shown)),
      byChannel("history"),
    ),
    route("GET", /^\/channels\/(\d+)\/messages\/(\d+)$/, ([channel = "", id = ""]) =>
      ok(shown(state.messageOf(channel, id))),
    ),
    route(
      "PATCH",
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      ([channel = "", id = ""], request) => ok(shown(state.edit(own(channel, id), request.body))),
      byChannel("patch"),
    ),
    route("POST", /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/, ([channel = "", id = ""], request) => ({
      status: 201,
      body: channelJson(state.startThread(channel, id, request.body)),
    })),
    route("PATCH", /^\/channels\/(\d+)$/, ([id = ""], request) =>
      ok(channelJson(state.changeThread(id, request.body))),
    ),
    route("DELETE", /^\/channels\/(\d+)\/messages\/(\d+)$/, ([channel = "", id = ""]) => {
      state.remove(channel, own(channel, id).id);
      return NONE;
    }),
    route(
      "POST",
      /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
      ([id = "", token = ""], request) => {
        callback(state, id, token, request.body);
        return NONE;
      },
      { bot: false },
    ),
    ...["PATCH", "GET", "DELETE"].map((method) =>
      route(
        method,
        /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/,
        ([, token = ""], request) => {
          const message = original(state, token, method, request.body);
          return message ? ok(shown(message)) : NONE;
        },
        { bot: false },
      ),
    ),
    route(
      "POST",
      /^\/webhooks\/(\d+)\/([^/]+)$/,
      ([, token = ""], request) => ok(shown(followup(state, token, request.body))),
      { bot: false },
    ),
  ];
}
