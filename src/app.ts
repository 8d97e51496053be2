import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { civilDateAt } from "./core/civil-date.ts";
import { type Clock, systemClock } from "./core/clock.ts";
import { type Command, isCommand, type SentReport } from "./core/command.ts";
import type { Platform, PlatformHandlers } from "./core/platform.ts";
import type { Change } from "./core/change.ts";
import type { Untold } from "./core/store.ts";
import { channelId, type PlatformName } from "./core/subscription.ts";
import { createCompose, markRepeat } from "./announce/compose.ts";
import { createSeen } from "./announce/seen.ts";
import { countedRecords } from "./catalog/counted.ts";
import { withOverrides } from "./catalog/overrides.ts";
import { shippedPrices } from "./catalog/prices.ts";
import { loadShipped } from "./catalog/shipped.ts";
import type { ConfigFile } from "./config/file.ts";
import type { Env } from "./config/env.ts";
import type { SoundSettings } from "./config/settings.ts";
import { createMetrics } from "./http/metrics.ts";
import { createRoutes, HTTP_PATHS } from "./http/routes.ts";
import { httpHandler, type HttpServer, startHttp } from "./http/server.ts";
import { createFetcher } from "./ingest/fetch.ts";
import { fetchWithIncludes } from "./ingest/includes.ts";
import { createReaderPool } from "./ingest/pool.ts";
import { loadFolder } from "./lib/load-folder.ts";
import type { HidingLog } from "./lib/log.ts";
import { every, type Ticker } from "./lib/schedule.ts";
import { loadMessages } from "./messages/index.ts";
import { createOutbox } from "./outbox/outbox.ts";
import { createPipeline } from "./pipeline.ts";
import { openKeyv } from "./store/keyv.ts";
import { openStore } from "./store/open.ts";
import { createBackground, createCards } from "./wiring/cards.ts";
import { createDispatch } from "./wiring/dispatch.ts";
import { createFound } from "./wiring/found.ts";
import { createFirstChannels, firstChannels } from "./wiring/first-channels.ts";
import { hostsOf } from "./wiring/hosts.ts";
import { calendarAddress, calendarSecret, createHttpDeps } from "./wiring/http.ts";
import { createKnowledge } from "./wiring/knowledge.ts";
import { holdLease, thisProcess } from "./wiring/lease.ts";
import { parkedByLeave, parkWorkspace } from "./wiring/leave.ts";
import { createNotices, daily, weekly } from "./wiring/notices.ts";
import { createOrphans, orphanWords } from "./wiring/orphans.ts";
import { createOutlooks, strangerChannel } from "./wiring/outlooks.ts";
import { type KeptForm, createPlatforms } from "./wiring/platforms.ts";
import { createPoller } from "./wiring/poller.ts";
import { createPriceBook } from "./wiring/prices.ts";
import { createRecords } from "./wiring/records.ts";
import { createRefresh } from "./wiring/refresh.ts";
import { createServices } from "./wiring/services.ts";
import { createTimeline } from "./wiring/timeline.ts";
import { createTrouble } from "./wiring/trouble.ts";
import { createInbox, type Letter } from "./wiring/sent.ts";
import { createLetterBox } from "./wiring/letters.ts";
import { attachmentHosts, createOpenFile } from "./wiring/sent-files.ts";
import { loadCursors } from "./wiring/sights.ts";
import { observeOutbox } from "./wiring/outbox-log.ts";

/** Reminders are looked for this often; what is due is asked of the store, so a late tick loses nothing. */
const REMINDER_CRON = "*/15 * * * * *";
const LETTER_LEASE_MS = 30_000;
const CONNECT_PATIENCE_MS = 12_000;
/** Together with the platforms' own goodbye this stays below the ten seconds of a drain. */
const STOP_POLLS_MS = 1_500;
const STOP_SENDS_MS = 5_000;
const COMMANDS = fileURLToPath(new URL("../commands", import.meta.url));

export type App = {
  /** Resolves when the bot works: store open, lease held, platforms connected, first polls under way. */
  start(): Promise<void>;
  /** Finishes or safely leaves what is under way, within ten seconds. */
  stop(): Promise<void>;
  /**
   * Without `start`: takes facts that a person was sent, if no bot works on this store; else leaves them for it and
   * returns null.
   */
  takeLetter(id: string, letter: Letter): Promise<{ told: Change[]; untold: Untold[] } | null>;
};

export type AppOptions = {
  env: Env;
  config: ConfigFile;
  /** Polled, and switched off. */
  sources: SoundSettings["sources"];
  clock: Clock;
  log: HidingLog;
  /** One line for the person at the terminal. */
  say: (words: string) => void;
  /** The bot wants to end: `quit` in the terminal, or its lease was taken over. */
  onEnd: (reason: string) => void;
};

/** Everything put together. The rooms know nothing of each other; only this file hands them what they need. */
export async function createApp(options: AppOptions): Promise<App> {
  const { env, config, sources, clock, log, say } = options;
  const [{ messagesFor, tags }, commands] = await Promise.all([
    loadMessages(),
    loadFolder<Command>(COMMANDS, (value) => (isCommand(value) ? value : null)),
  ]);

  const store = await openStore({ dataDir: env.dataDir });
  await store.check();
  const secret = await calendarSecret(store.meta);
  log.hide(secret);
  const stopping = new AbortController();
  const owner = thisProcess();
  const records = createRecords(store.catalog);
  const cursors = await loadCursors(openKeyv(store, "sources"), sources.specs, sources.off);
  const knowledge = createKnowledge({ shipped: loadShipped(), records, cursors, clock });
  const prices = await createPriceBook({
    shipped: shippedPrices(),
    kept: openKeyv(store, "prices"),
    lists: sources.specs.map((spec) => spec.id),
    lastGood: (id) => cursors.of(id).last_good,
  });
  const fetcher = createFetcher({ clock, allowPrivate: env.allowPrivateAddresses });
  const pool = createReaderPool();
  const metrics = createMetrics({ sources: async () => cursors.health(), outbox: () => store.outbox.counts() });
  const platforms = new Map<PlatformName, Platform>();
  const operatorChannel = env.operatorChannel
    ? channelId(env.operatorChannel.platform, env.operatorChannel.workspace, env.operatorChannel.channel)
    : null;

  const outbox = createOutbox({
    store,
    platforms,
    compose: createCompose(messagesFor, { hostsOf: hostsOf(sources.specs) }),
    markRepeat: (message, channel) => markRepeat(message, messagesFor(channel.subscription.language)),
    clock,
    owner,
    random: Math.random,
    observe: observeOutbox(log, metrics),
    platformTime: (at) => at - clock.now() + systemClock.now(),
    background: createBackground({ knowledge, pricesOf: prices.pricesOf, clock }),
    stranger: strangerChannel,
  });
  const current = async () => withOverrides(await records.load(), config.overrides, civilDateAt(clock.now()));
  const outlooks = createOutlooks({
    store,
    current: async () =>
      countedRecords(await records.load(), { now: clock.now(), sights: cursors.sights(), overrides: config.overrides }),
    clock,
    wake: () => outbox.wake(),
  });
  const pipeline = createPipeline({
    store,
    records,
    cursors,
    seen: createSeen(openKeyv(store, "seen"), (keys) => store.events.known(keys)),
    examine: (document) => pool.examine(document),
    fetch: (request) => fetchWithIncludes(request, (one) => fetcher.fetchSource(one)),
    keepPrices: (list, rows, at) => prices.keep(list, rows, at),
    bearerFor: (spec) => (spec.key === undefined ? null : env.keys[spec.key]),
    overrides: config.overrides,
    operatorChannel,
    restoredAt: await store.meta.get("restored_at"),
    clock,
    random: Math.random,
    log,
    wake: () => outbox.wake(),
    observe: (event) =>
      event.type === "polled" ? metrics.polled(event.source, event.outcome) : metrics.event(event.change.kind),
  });
  const services = createServices({
    store,
    knowledge,
    pricesOf: prices.pricesOf,
    openFile: createOpenFile(fetcher, attachmentHosts(env.discord?.apiUrl), (bytes) => pool.openSent(bytes)),
    readSent: (text, published, now) => pool.readSent(text, published, now),
    stored: () => records.load(),
    cursors,
    overrides: config.overrides,
    messagesFor,
    languages: tags,
    platforms: () => platforms,
    clock,
    cards: createCards({ store, current, clock, wake: () => outbox.wake() }),
    onNewChannel: (channel) => outlooks.summary(channel),
    timeline: createTimeline(clock, log),
    calendarAddress: (id) => calendarAddress(env.publicUrl, secret, id),
    notices: createNotices({
      store,
      reports: weekly<SentReport>(openKeyv(store, "reports")),
      operatorChannel,
      clock,
      wake: () => outbox.wake(),
    }),
  });
  const found = createFound({ store, greet: (place) => outlooks.greet(place), log });
  const dispatch = createDispatch({
    commands,
    services,
    clock,
    log,
    onCommand: (name, seconds) => metrics.command(name, seconds),
    onJoin: async (place) => {
      await outbox.returned(channelId(place.platform, place.workspace, place.channel));
      for (const id of await parkedByLeave(store.channels, place)) await outbox.returned(id);
      await outlooks.greet(place);
      await found.noted(place);
    },
    onFound: found.found,
    onLeave: (place) => parkWorkspace(store.channels, place, clock.now()),
  });
  const routes = createRoutes(
    createHttpDeps({
      services,
      store,
      cursors,
      overrides: config.overrides,
      messagesFor,
      languages: tags,
      publicUrl: env.publicUrl,
      secret,
      readiness,
      metrics,
      clock,
    }),
  );
  const handleHttp = httpHandler(routes, (error) => log.error({ error }, "a page failed"));
  const trouble = createTrouble(say);
  const poller = createPoller({
    specs: sources.specs,
    pollCron: env.pollCron,
    poll: async (spec, periodMs) => {
      const outcome = await pipeline.poll(spec, periodMs);
      if (
        env.slack === null &&
        env.discord === null &&
        (outcome?.outcome === "failed" || outcome?.outcome === "suspect")
      )
        trouble(spec.id, outcome.reason);
    },
    random: Math.random,
    onError: (error) => log.error({ error }, "a tick failed"),
  });
  const running: { ticker: Ticker | null; http: HttpServer | null; release: (() => Promise<void>) | null } = {
    ticker: null,
    http: null,
    release: null,
  };
  const refresh = createRefresh({
    store,
    current,
    updates: (name) => platforms.get(name)?.update !== undefined,
    clock,
    wake: () => outbox.wake(),
  });
  const orphans = createOrphans({ store, platforms: () => platforms, clock, log });
  const connected = new Set<PlatformName>();
  const inbox = createInbox(store.keyValue);
  const takeSent = createLetterBox({ pipeline, knowledge, clock });

  /** What the clock brings: letters from other processes, milestones, dates passed. */
  async function tick(): Promise<void> {
    await inbox
      .empty(async (letter) => void (await takeSent(letter)))
      .catch((error: unknown) => log.error({ error }, "a letter could not be taken; it waits for the next tick"));
    await pipeline.tick();
    await outlooks.digests();
    await refresh.tick();
    await orphans.tick();
  }

  async function readiness(): Promise<{ ready: boolean; parts: Record<string, string> }> {
    const parts: Record<string, string> = { store: "open", lease: running.release === null ? "waiting" : "held" };
    for (const [name, health] of outbox.health())
      parts[name] = health.stopped ?? (connected.has(name) ? "connected" : "connecting");
    for (const [name, rows] of await orphans.waiting()) parts[name] = orphanWords(name, rows);
    const ready =
      running.release !== null &&
      connected.size === platforms.size &&
      [...outbox.health().values()].every((one) => one.stopped === null);
    return { ready, parts };
  }

  /** The pages; without them when nobody chose the port and another program has it. */
  async function listen(): Promise<HttpServer | null> {
    try {
      return await startHttp({ host: env.host, port: env.port, handler: handleHttp });
    } catch (error) {
      if (env.portChosen) throw error;
      say(`${error instanceof Error ? error.message : "HTTP failed"}. The bot runs without its pages.`);
      return null;
    }
  }

  async function startPlatforms(handlers: PlatformHandlers): Promise<void> {
    const specs = [...commands.values()].map((command) => command.spec);
    const made = await createPlatforms({
      env,
      adminsOnly: config.slack.admins_only,
      clock,
      log,
      commands: specs,
      messagesFor,
      handleHttp,
      onQuit: () => options.onEnd("quit"),
      forms: daily<KeptForm>(openKeyv(store, "forms")),
      httpPaths: [...HTTP_PATHS],
    });
    for (const [name, platform] of made) platforms.set(name, platform);
    // A platform that is out of reach goes on connecting by itself; the others, and the polls, do not wait for it.
    const starts = await Promise.allSettled([...made.values()].map((platform) => startWithin(platform, handlers)));
    const refused = starts.flatMap((one): unknown[] => (one.status === "rejected" ? [one.reason] : []));
    if (refused.length === 0) return;
    const words = refused.map((reason) => (reason instanceof Error ? reason.message : "a platform could not start"));
    // A token that somebody withdrew must not silence the other platform; /healthz says that one is missing.
    if (refused.length === made.size) throw new Error(words.join("\n"), { cause: refused[0] });
    for (const why of words) say(`${why}. The bot goes on without it; start it again when that is mended.`);
  }

  /** @throws when the platform refuses the token before our patience ends; later that is told and ends the bot. */
  async function startWithin(platform: Platform, handlers: PlatformHandlers): Promise<void> {
    const started = platform.start(handlers).then(() => void connected.add(platform.name));
    const late = started.catch((error: unknown) => {
      if (waited) options.onEnd(`${platform.name}: ${error instanceof Error ? error.message : "could not start"}`);
      else throw error;
    });
    let waited = false;
    await Promise.race([late, sleep(CONNECT_PATIENCE_MS, undefined, { ref: false })]);
    waited = true;
  }

  return {
    start: async () => {
      const slackOwnsPort = env.slack !== null && env.slack.appToken === null;
      const lease = await holdLease(store.leases, owner, {
        log,
        say,
        signal: stopping.signal,
        onLost: () => options.onEnd("another process took over the store"),
      });
      running.release = () => lease.release();
      if (!slackOwnsPort) running.http = await listen();
      await createFirstChannels(store.channels, firstChannels(config, env), clock.now());
      await startPlatforms(dispatch);
      // Its promise ends with the loop, at stop().
      void outbox.run();
      running.ticker = every(REMINDER_CRON, tick, (error) => log.error({ error }, "reminders failed; tried again"));
      poller.start();
      await tick();
      void poller.pollAll().catch((error: unknown) => log.error({ error }, "the first polls failed"));
    },
    takeLetter: async (id, letter) => {
      await inbox.put(id, letter);
      const taken = await store.leases.take("bot", owner, systemClock.now(), LETTER_LEASE_MS);
      if (!taken.held) return null;
      running.release = () => store.leases.release("bot", owner);
      const all: { told: Change[]; untold: Untold[] } = { told: [], untold: [] };
      await createFirstChannels(store.channels, firstChannels(config, env), clock.now());
      await inbox.empty(async (waiting) => {
        const one = await takeSent(waiting);
        all.told.push(...one.told);
        all.untold.push(...one.untold);
      });
      return all;
    },
    stop: async () => {
      stopping.abort();
      // No new work; a fetch under way is cut off, and what it would have changed is found again after the start.
      const fetches = Promise.allSettled([poller.stop(), running.ticker?.stop(), fetcher.close()]);
      await Promise.race([fetches, sleep(STOP_POLLS_MS)]);
      await pipeline.close();
      await outbox.stop(STOP_SENDS_MS);
      await Promise.allSettled([...platforms.values()].map((platform) => platform.stop()));
      await Promise.allSettled([running.http?.close(), pool.close()]);
      await running.release?.();
      await store.close();
    },
  };
}
