import { civilDateAt } from "../core/civil-date.ts";
import { DEFAULT_SUBSCRIPTION, type Subscription, watches } from "../core/subscription.ts";
import { calendarOf } from "./calendar.ts";
import type { HttpDeps } from "./deps.ts";
import { languageOf } from "./language.ts";
import type { HttpAnswer, Route } from "./server.ts";
import { shutdownsOf } from "./shutdowns.ts";

type Deps = Pick<
  HttpDeps,
  "messagesFor" | "languages" | "now" | "publicUrl" | "upcoming" | "records" | "matchOf" | "channelByCalendarToken"
>;

const CACHE_SECONDS = 900;
const TOKEN_FILE = /^([A-Za-z0-9_-]{16,64})\.ics$/;

/** `/calendar.ics`: all shutdowns. `/calendar/TOKEN.ics`: a channel's own, in its language, with its alarms. */
export function calendarRoutes(deps: Deps): Route[] {
  return [
    async (request) => {
      if (request.path !== "/calendar.ics") return null;
      const language = languageOf(request, deps.languages) ?? DEFAULT_SUBSCRIPTION.language;
      const answer = await calendarFor(deps, { ...DEFAULT_SUBSCRIPTION, language });
      return { ...answer, cache: `public, max-age=${CACHE_SECONDS}`, headers: { vary: "Accept-Language" } };
    },
    async ({ segments }) => {
      const [folder, file = "", rest] = segments;
      const token = folder === "calendar" && rest === undefined ? TOKEN_FILE.exec(file)?.[1] : undefined;
      const channel = token === undefined ? null : await deps.channelByCalendarToken(token);
      if (channel === null) return null;
      const answer = await calendarFor(deps, channel.subscription);
      return { ...answer, cache: `private, max-age=${CACHE_SECONDS}`, headers: { "x-robots-tag": "noindex" } };
    },
  ];
}

async function calendarFor(deps: Deps, subscription: Readonly<Subscription>): Promise<HttpAnswer> {
  const messages = deps.messagesFor(subscription.language);
  const all = await shutdownsOf(deps);
  const body = calendarOf({
    shutdowns: all.filter(({ match }) => watches(subscription, match)),
    name: messages.calendar.name,
    messages,
    milestones: subscription.milestones,
    time: subscription.time,
    today: civilDateAt(deps.now(), subscription.time_zone),
    publicUrl: deps.publicUrl,
  });
  return { status: 200, contentType: "text/calendar; charset=utf-8", body };
}
