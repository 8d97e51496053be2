import type { SentReading } from "../ingest/pool.ts";
import type { Clock } from "../core/clock.ts";
import { isoOf } from "../core/clock.ts";
import type { CommandServices } from "../core/command.ts";
import type { Messages } from "../core/messages.ts";
import type { ModelRecord } from "../core/model.ts";
import type { Platform } from "../core/platform.ts";
import { previewOf } from "../core/preview.ts";
import type { Override } from "../core/source.ts";
import type { Store, Untold } from "../core/store.ts";
import { type Channel, channelId, type PlatformName, type Subscription } from "../core/subscription.ts";
import { SURFACES } from "../core/surface.ts";
import { complete } from "../catalog/complete.ts";
import { statusOf, upcoming } from "../catalog/lookup.ts";
import { withOverrides } from "../catalog/overrides.ts";
import { civilDateAt } from "../core/civil-date.ts";
import { silentReminders } from "../countdown/reminders.ts";
import { NOTICE_PREFIX } from "./notices.ts";
import { compare, placed, SENT_SOURCE } from "./sent.ts";
import type { Cursors } from "./sights.ts";

export type ServiceDeps = {
  store: Store;
  /** What questions are answered from: the shipped catalogue and what polls have found. */
  knowledge: () => Promise<ReadonlyMap<string, ModelRecord>>;
  /** What polls have found: this alone is counted down. */
  stored: () => Promise<ReadonlyMap<string, ModelRecord>>;
  cursors: Pick<Cursors, "health">;
  overrides: readonly Override[];
  messagesFor: (tag: string | null) => Messages;
  languages: string[];
  platforms: () => ReadonlyMap<PlatformName, Platform>;
  clock: Clock;
  /** Reads what a person was sent in a thread of its own; absent where one question is all that is asked. */
  readSent?: (text: string, published: string | null, now: number) => Promise<SentReading | null>;
  /** Absent where nothing can be fetched. */
  openFile?: CommandServices["openFile"];
  /** Absent where nobody asks for prices. */
  pricesOf?: CommandServices["catalog"]["prices"];
  /** Absent where nothing is served. */
  calendarAddress?: (channelId: string) => string | null;
  /** Absent where nothing can be sent: one question on the command line. */
  notices?: Pick<CommandServices, "sendTest" | "reports">;
  timeline?: CommandServices["timeline"];
  /** Absent where no card can be pressed: one question on the command line. */
  cards?: CommandServices["cards"];
  /** Tells a channel that is new what is ahead for it. */
  onNewChannel?: (channel: Channel) => Promise<void>;
};

const NO_NOTICES: NonNullable<ServiceDeps["notices"]> = {
  sendTest: () => Promise.reject(new Error("nothing can be sent from here")),
  reports: { keep: () => Promise.resolve(null), tell: () => Promise.resolve(false) },
};
/** The changes that a preview looks back on; the store gives the newest. */
const PREVIEW_CHANGES = 500;

/** Without a reading thread: the readers of prose are a third of the program, and whoever asks first waits for them. */
async function readHere(text: string, published: string | null, now: number): Promise<SentReading> {
  const { factsOfSent, sentText } = await import("../ingest/sent.ts");
  return factsOfSent({ ...sentText(text), published }, { now, trust: "press", source: SENT_SOURCE });
}

/** What commands may ask for, on the real store and catalogue. */
export function createServices(deps: ServiceDeps): CommandServices {
  const context = () => ({ now: deps.clock.now(), sources: deps.cursors.health(), overrides: deps.overrides });

  async function save(
    where: Pick<Channel, "platform" | "workspace" | "channel">,
    subscription: Subscription,
  ): Promise<Channel> {
    const id = channelId(where.platform, where.workspace, where.channel);
    const previous = await deps.store.channels.get(id);
    const channel: Channel = previous
      ? { ...previous, subscription }
      : { id, ...where, subscription, class: "unknown", parked: null, created_at: isoOf(deps.clock.now()) };
    await deps.store.channels.save(channel, await oldMilestones(channel, previous));
    if (previous === null) await classify(channel);
    const saved = (await deps.store.channels.get(id)) ?? channel;
    if (previous === null) await deps.onNewChannel?.(saved);
    return saved;
  }

  /** What a wider subscription would have told before is learnt in silence, as in a new channel. */
  async function oldMilestones(channel: Channel, previous: Channel | null): Promise<Untold[]> {
    const now = deps.clock.now();
    const records = withOverrides(await deps.stored(), deps.overrides, civilDateAt(now)).values();
    return silentReminders({ records, channel, previous, now, told: () => false });
  }

  async function classify(channel: Channel): Promise<void> {
    const found = await deps.platforms().get(channel.platform)?.classify(channel);
    if (found !== undefined && found !== "unknown") await deps.store.channels.setClass(channel.id, found);
  }

  return {
    messages: deps.messagesFor,
    languages: () => deps.languages,
    catalog: {
      status: async (query) => statusOf(query, await deps.knowledge(), context()),
      upcoming: async (filter) => upcoming(await deps.knowledge(), filter, context()),
      complete: async (text, limit) => complete(text, await deps.knowledge(), limit),
      record: async (key) => (await deps.knowledge()).get(key) ?? null,
      records: deps.knowledge,
      providers: () => [...new Set(SURFACES.map((surface) => surface.provider))].sort(),
      surfaces: () => SURFACES.map((surface) => surface.id),
      prices: (surface, model, version) => deps.pricesOf?.(surface, model, version) ?? null,
    },
    channels: {
      get: (id) => deps.store.channels.get(id),
      list: async (platform, workspace) =>
        (await deps.store.channels.all()).filter((one) => one.platform === platform && one.workspace === workspace),
      save,
      remove: (id) => deps.store.channels.remove(id),
    },
    cards: deps.cards ?? { get: () => Promise.resolve(null), mark: () => Promise.resolve() },
    sources: async () => deps.cursors.health(),
    why: (channel, model, limit) => deps.store.events.why({ channelId: channel, model, limit }),
    preview: async (subscription, days) => {
      const now = deps.clock.now();
      const entries = await deps.store.events.why({ channelId: null, model: null, limit: PREVIEW_CHANGES });
      const changes = entries.map((entry) => entry.change).filter((one) => !one.dedup_key.startsWith(NOTICE_PREFIX));
      const records = withOverrides(await deps.knowledge(), deps.overrides, civilDateAt(now)).values();
      return previewOf(subscription, { changes, records, now, days });
    },
    calendarAddress: (id) => deps.calendarAddress?.(id) ?? null,
    missingRights: async ({ platform, channel }) =>
      (await deps.platforms().get(platform)?.missingRights?.(channel)) ?? null,
    timeline: deps.timeline ?? (() => Promise.resolve(null)),
    openFile: async (file) => (deps.openFile === undefined ? null : deps.openFile(file)),
    readSent: async (text, published) => {
      const now = deps.clock.now();
      const at = published === null ? null : `${published}T00:00:00Z`;
      const read = await (deps.readSent ?? readHere)(text, at, now);
      // What is too much for the budgets of a reading is told as what says nothing that can be read.
      const { facts, withdraws } = read ?? { facts: [], withdraws: [] };
      const records = await deps.knowledge();
      return compare(placed([...facts, ...withdraws], records, now), records, now);
    },
    ...(deps.notices ?? NO_NOTICES),
  };
}
