import type { Mark } from "#src/core/card.ts";
import type {
  CardModels,
  CommandRequest,
  CommandServices,
  Reply,
  SentItem,
  SentReport,
  WhyEntry,
} from "#src/core/command.ts";
import type { StatusMatch } from "#src/core/model.ts";
import type { MissingRight } from "#src/core/platform.ts";
import { previewOf } from "#src/core/preview.ts";
import type { SourceHealth } from "#src/core/source.ts";
import { type Channel, channelId, type Subscription, watches } from "#src/core/subscription.ts";
import { loadMessages } from "#src/messages/index.ts";
import { plainText } from "#src/platforms/shared/plain.ts";
import { ms } from "../countdown/build.ts";

export const NOW = ms("2026-06-14T12:00:00Z");
export const CHANNEL = channelId("slack", "T1", "C1");

const { tags, messagesFor } = await loadMessages();

export function matchOf(parts: Partial<StatusMatch> & { model_id: string }): StatusMatch {
  return {
    provider: "acme",
    surface: "acme-api",
    version: null,
    status: "deprecated",
    announced: "2026-04-14",
    deprecated: null,
    shutdown: "2026-07-14",
    precision: "day",
    days_left: 30,
    replacements: ["acme-2"],
    as_of: "2026-06-14T09:00:00Z",
    stale: false,
    aliases: [],
    stages: [],
    decided_by: "acme-page",
    disagreements: [],
    evidence: [
      {
        source: "acme-page",
        url: "https://docs.acme.example/x",
        quote: "acme-1 goes on July 14",
        seen_at: "2026-04-14T17:00:00Z",
        trust: "provider",
      },
    ],
    ...parts,
  };
}

export type World = {
  services: CommandServices;
  channels: Map<string, Channel>;
  matches: StatusMatch[];
  sources: SourceHealth[];
  why: WhyEntry[];
  /** Cards that can be pressed, by key, and what was marked. */
  cards: Map<string, CardModels>;
  marked: { id: string; marks: { recordKey: string; mark: Mark | null }[] }[];
  /** Channels that got a test alert. */
  tests: string[];
  rights: { missing: MissingRight[] | null; png: Uint8Array | null; operator: boolean };
  /** What a text with "acme-1" in it says. */
  sent: SentItem[];
  reports: SentReport[];
  told: { report: SentReport; by: string }[];
};

/** Services over plain lists: a name matches when it is written the same but for case, blanks and hyphens. */
export function createWorld(): World {
  const channels = new Map<string, Channel>();
  const matches: StatusMatch[] = [matchOf({ model_id: "acme-1" })];
  const sources: SourceHealth[] = [];
  const why: WhyEntry[] = [];
  const tests: string[] = [];
  const rights: World["rights"] = { missing: [], png: null, operator: true };
  const sent: SentItem[] = [];
  const reports: SentReport[] = [];
  const told: World["told"] = [];
  const cards: World["cards"] = new Map();
  const marked: World["marked"] = [];
  const plain = (text: string) => text.toLowerCase().replaceAll(/[\s-]/g, "");
  const services: CommandServices = {
    messages: messagesFor,
    languages: () => tags,
    catalog: {
      status: async (query) => {
        const found = matches.filter((match) => plain(match.model_id) === plain(query));
        return { query, matches: found, suggestions: found.length > 0 ? [] : ["acme-1", "acme-2"] };
      },
      upcoming: async ({ provider, surface, days, subscription }) =>
        matches.filter(
          (match) =>
            (provider === undefined || match.provider === provider) &&
            (surface === undefined || match.surface === surface) &&
            (days === undefined || (match.days_left ?? Infinity) <= days) &&
            (subscription === undefined || watches(subscription, match)),
        ),
      complete: async () => [],
      record: async () => null,
      records: async () => new Map(),
      providers: () => ["acme", "openai", "anthropic", "aws"],
      surfaces: () => ["acme-api", "openai-api", "anthropic-api", "bedrock"],
      prices: () => null,
    },
    channels: {
      get: async (id) => channels.get(id) ?? null,
      list: async (platform, workspace) =>
        [...channels.values()].filter((one) => one.platform === platform && one.workspace === workspace),
      save: async (place, subscription: Subscription) => {
        const id = channelId(place.platform, place.workspace, place.channel);
        const created_at = "2026-06-14T12:00:00Z";
        const channel: Channel = { id, ...place, subscription, class: "unknown", parked: null, created_at };
        channels.set(id, channel);
        return channel;
      },
      remove: async (id) => channels.delete(id),
    },
    cards: {
      get: async (_place, key) => cards.get(key) ?? null,
      mark: async (id, made) => void marked.push({ id, marks: made }),
    },
    sources: async () => sources,
    why: async (id, model, limit) =>
      why.filter((one) => one.channel_id === id && (model === null || one.change.model_id === model)).slice(0, limit),
    preview: async (subscription, days) =>
      previewOf(subscription, { changes: why.map((one) => one.change), records: [], now: NOW, days }),
    sendTest: async (channel) => void tests.push(channel.id),
    calendarAddress: () => null,
    missingRights: async () => rights.missing,
    timeline: async () => (rights.png === null ? null : { png: rights.png, alt: "the months ahead" }),
    openFile: async () => null,
    readSent: async (text) => (text.includes("acme-1") ? sent : []),
    reports: {
      keep: async (report) => (rights.operator ? `r${reports.push(report)}` : null),
      tell: async (id, by) => {
        const found = reports[Number(id.slice(1)) - 1];
        if (found !== undefined) told.push({ report: found, by });
        return found !== undefined;
      },
    },
  };
  return { services, cards, marked, channels, matches, sources, why, tests, rights, sent, reports, told };
}

export function requestOf(
  command: string,
  options: Record<string, string> = {},
  parts: Partial<CommandRequest> & { manage?: boolean } = {},
): CommandRequest {
  const { manage = true, ...rest } = parts;
  return {
    command,
    subcommand: null,
    options,
    platform: "slack",
    workspace: "T1",
    channel: "C1",
    channel_id: CHANNEL,
    user: { id: "U1", name: "ada", may_manage: manage },
    locale: null,
    now: NOW,
    ...rest,
  };
}

export function shown(reply: Reply): string {
  const messages = messagesFor(reply.language ?? null);
  return plainText(reply.message, { date: (date, precision) => messages.date(date, precision) });
}
