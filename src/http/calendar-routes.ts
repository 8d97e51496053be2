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
/** A calendar of a thousand alarms takes a while to write: the same one is not written twice in a minute. */
const KEPT_MS = 60_000;
const MOST_KEPT = 50;
const TOKEN_FILE = /^([A-Za-z0-9_-]{16,64})\.ics$/;

/** `/calendar.ics`: all shutdowns. `/calendar/TOKEN.ics`: a channel's own, in its language, with its alarms. */
export function calendarRoutes(deps: Deps): Route[] {
  const kept = new Map<string, { at: number; answer: Promise<HttpAnswer> }>();
  const calendarOnce = (subscription: Readonly<Subscription>): Promise<HttpAnswer> => {
    const key = JSON.stringify(subscription);
    const known = kept.get(key);
    if (known !== undefined && Math.abs(deps.now() - known.at) < KEPT_MS) return known.answer;
    const answer = calendarFor(deps, subscription);
    kept.delete(key);
    kept.set(key, { at: deps.now(), answer });
    answer.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
  return [
    async (request) => {
      if (request.path !== "/calendar.ics") return null;
      const language = languageOf(request, deps.languages) ?? DEFAULT_SUBSCRIPTION.language;
      const answer = await calendarOnce({ ...DEFAULT_SUBSCRIPTION, language });
      return { ...answer, cache: `public, max-age=${CACHE_SECONDS}`, headers: { vary: "Accept-Language" } };
    },
    async ({ segments }) => {
      const [folder, file = "", rest] = segments;
      const token = folder === "calendar" && rest === undefined ? TOKEN_FILE.exec(file)?.[1] : undefined;
      const channel = token === undefined ? null : await deps.channelByCalendarToken(token);
      if (channel === null) return null;
      const answer = await calendarOnce(channel.subscription);
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
