import { civilDateAt } from "../core/civil-date.ts";
import type { Clock } from "../core/clock.ts";
import type { CommandServices } from "../core/command.ts";
import type { Messages } from "../core/messages.ts";
import type { Override } from "../core/source.ts";
import type { Store } from "../core/store.ts";
import { headlineOf } from "../announce/compose-one.ts";
import { type LookupContext, matchOf } from "../catalog/lookup.ts";
import { calendarPath, channelOfToken, newCalendarSecret } from "../http/calendar-token.ts";
import type { HttpDeps } from "../http/deps.ts";
import { newsOf } from "../http/news.ts";
import type { Readiness } from "../http/health.ts";
import type { Metrics } from "../http/metrics.ts";
import type { Cursors } from "./sights.ts";

/** How far back the feeds look for news among all decisions. */
const LOOK_BACK = 2_000;
const SECRET = "calendar_secret";

/** The secret behind the calendars' addresses; made once per store. */
export async function calendarSecret(meta: Store["meta"]): Promise<string> {
  const kept = await meta.get(SECRET);
  if (kept !== null) return kept;
  const made = newCalendarSecret();
  await meta.set(SECRET, made);
  return made;
}

/** What the pages ask of the bot, answered by the same services as the commands. */
export function createHttpDeps(deps: {
  services: CommandServices;
  store: Store;
  cursors: Pick<Cursors, "health">;
  overrides: readonly Override[];
  messagesFor: (tag: string | null) => Messages;
  languages: readonly string[];
  publicUrl: string | null;
  secret: string;
  readiness: () => Promise<Readiness>;
  metrics: Metrics;
  clock: Clock;
}): HttpDeps {
  const { services, store, clock } = deps;
  let context: LookupContext | null = null;
  /** A page asks for thousands of records in a row: what all of them rest on is gathered once for each instant. */
  const lookup = (): LookupContext => {
    const now = clock.now();
    if (context?.now !== now) context = { now, sources: deps.cursors.health(), overrides: deps.overrides };
    return context;
  };
  return {
    messagesFor: deps.messagesFor,
    languages: deps.languages,
    now: () => clock.now(),
    publicUrl: deps.publicUrl,
    status: (query) => services.catalog.status(query),
    upcoming: (filter) => services.catalog.upcoming(filter),
    records: () => services.catalog.records(),
    matchOf: (record) => matchOf(record, lookup()),
    prices: (surface, model, version) => services.catalog.prices(surface, model, version),
    sources: () => services.sources(),
    recentChanges: async (limit) =>
      newsOf(await store.events.why({ channelId: null, model: null, limit: LOOK_BACK }), limit),
    headline: (change, messages) => headlineOf(change, { messages, today: civilDateAt(clock.now()), hostsOf: null }),
    channelByCalendarToken: async (token) => channelOfToken(deps.secret, token, await store.channels.all()),
    timelinePng: async (request) => {
      // satori and resvg cost a tenth of a second to import: only who looks at a picture pays it.
      const { timelinePng } = await import("../picture/timeline.ts");
      return timelinePng({ ...request, months: 12 });
    },
    readiness: deps.readiness,
    metrics: deps.metrics,
  };
}

/** The address of a channel's own calendar, or null while the bot has no public address. */
export function calendarAddress(publicUrl: string | null, secret: string, channel: string): string | null {
  return publicUrl === null ? null : `${publicUrl.replace(/\/$/, "")}${calendarPath(secret, channel)}`;
}
