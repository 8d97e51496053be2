import type { AddressInfo } from "node:net";
import { createServer } from "node:http";
import { announcementOf } from "#src/core/announcement.ts";
import { composeOne } from "#src/announce/compose-one.ts";
import { matchOf, statusOf, upcoming } from "#src/catalog/lookup.ts";
import { withOverrides } from "#src/catalog/overrides.ts";
import type { Change } from "#src/core/change.ts";
import { civilDateAt } from "#src/core/civil-date.ts";
import type { Fact } from "#src/core/fact.ts";
import { type HistoryEntry, type ModelRecord, recordKey } from "#src/core/model.ts";
import type { Override, SourceHealth } from "#src/core/source.ts";
import { type Channel, DEFAULT_SUBSCRIPTION, type Subscription } from "#src/core/subscription.ts";
import type { HttpDeps } from "#src/http/deps.ts";
import { calendarToken, channelOfToken } from "#src/http/calendar-token.ts";
import { createMetrics } from "#src/http/metrics.ts";
import { createRoutes } from "#src/http/routes.ts";
import { httpHandler } from "#src/http/server.ts";
import { loadMessages } from "#src/messages/index.ts";
import { timelinePng } from "#src/picture/timeline.ts";

/** A small world of invented models, answered from the real catalogue functions and served over a real socket. */

export const NOW = Date.parse("2026-11-23T12:00:00Z");
const SEEN = "2026-11-23T10:00:00Z";
export const SECRET = "a secret of the store";
export const { messagesFor, tags } = await loadMessages();

type Given = Partial<Omit<ModelRecord, "claims">> & Pick<ModelRecord, "model_id">;

/** A record with one claim of its own page. */
export function record(given: Given, evidence: Partial<Fact["evidence"]> = {}): ModelRecord {
  const full: ModelRecord = {
    provider: "openai",
    surface: "openai-api",
    version: null,
    kind: "model",
    aliases: [],
    announced: null,
    deprecated: null,
    shutdown: null,
    precision: given.shutdown ? "day" : null,
    stages: [],
    replacements: [],
    scheduled: Boolean(given.shutdown),
    state: given.shutdown ? null : "active",
    generation: 0,
    decided_by: "acme-page",
    claims: [],
    history: [],
    ...given,
  };
  const fact: Fact = {
    ...full,
    evidence: {
      source: full.decided_by,
      url: "https://docs.acme.example/models",
      quote: `${full.model_id} will be shut down.`,
      seen_at: SEEN,
      trust: "provider",
      ...evidence,
    },
  };
  const claim = {
    source: full.decided_by,
    fact,
    first_seen: SEEN,
    last_seen: SEEN,
    missing_since: null,
    missing_polls: 0,
  };
  return { ...full, claims: [claim] };
}

export function moved(from: string | null, to: string | null, at = "2026-11-20T08:00:00Z"): HistoryEntry {
  return { at, kind: to === null && from !== null ? "withdrawn" : "date-moved", from, to, source: "acme-page" };
}

export const RECORDS: ModelRecord[] = [
  record({
    model_id: "sol-1",
    shutdown: "2026-11-27",
    announced: "2026-06-01",
    replacements: ["sol-2", "sol-3", "nobody-knows"],
    aliases: ["sol-1-latest"],
    history: [
      { at: "2026-06-01T08:00:00Z", kind: "announced", from: null, to: "2026-10-27", source: "acme-page" },
      moved("2026-10-27", "2026-11-27"),
    ],
  }),
  record({ model_id: "sol-2", shutdown: "2027-06-23", replacements: ["sol-3"] }),
  record({ model_id: "sol-3" }),
  record({
    model_id: "luna-mini",
    shutdown: "2026-12-15",
    surface: "azure",
    provider: "azure",
    version: "2024-08-06",
    decided_by: "azure-page",
  }),
  record({
    model_id: "acme.luna-v1:0",
    shutdown: "2027-01-08",
    surface: "bedrock",
    provider: "aws",
    decided_by: "aws-page",
  }),
  record({
    model_id: "org/dusk-70b",
    shutdown: "2027-02-01",
    precision: "month",
    surface: "together",
    provider: "together",
    decided_by: "t-page",
  }),
  record({ model_id: "maybe-1", shutdown: "2027-03-01", precision: "earliest", replacements: ["sol-3"] }),
  record({ model_id: "old-1", shutdown: "2026-08-01", replacements: ["sol-3"] }),
  record({ model_id: "saved-1", history: [moved("2026-12-24", null)], state: "withdrawn" }),
  record(
    { model_id: `<script>alert("x")</script>&'`, shutdown: "2026-12-02" },
    { quote: `</blockquote><img src=x onerror=alert(1)>`, url: "javascript:alert(1)" },
  ),
];

export const CHANGES: Change[] = RECORDS.slice(0, 2).map((one, at) => ({
  kind: at === 0 ? "date-moved" : "announced",
  at: `2026-11-2${at}T08:00:00Z`,
  provider: one.provider,
  surface: one.surface,
  model_id: one.model_id,
  version: one.version,
  fact_kind: one.kind,
  announced: one.announced,
  shutdown: one.shutdown,
  precision: one.precision,
  stages: [],
  previous: at === 0 ? "2026-10-27" : null,
  replacements: one.replacements,
  source: one.decided_by,
  evidence: { ...(one.claims[0] as ModelRecord["claims"][0]).fact.evidence, quote: "shut <down> & gone \u0007" },
  generation: 0,
  dedup_key: `openai-api|${one.model_id}|${at}`,
}));

export function channel(subscription: Partial<Subscription> = {}): Channel {
  return {
    id: "slack:T1:C1",
    platform: "slack",
    workspace: "T1",
    channel: "C1",
    subscription: { ...DEFAULT_SUBSCRIPTION, ...subscription },
    class: "history",
    parked: null,
    created_at: SEEN,
  };
}

const SOURCES: SourceHealth[] = [
  {
    id: "acme-page",
    url: "https://user:pass@docs.acme.example/models?key=geheim",
    provider: "openai",
    surface: "openai-api",
    trust: "provider",
    health: "good",
    last_good: SEEN,
    last_attempt: SEEN,
    rows: 12,
    failures: 0,
    problem: null,
    next_poll: null,
  },
  {
    id: "azure-page",
    url: "https://docs.azure.example/models",
    provider: "azure",
    surface: "azure",
    trust: "provider",
    health: "failed",
    last_good: null,
    last_attempt: SEEN,
    rows: null,
    failures: 3,
    problem: "HTTP 503",
    next_poll: null,
  },
];

export type World = {
  records?: ModelRecord[];
  channels?: Channel[];
  overrides?: Override[];
  publicUrl?: string | null;
};

/** The functions that app.ts hands in, on the real catalogue. */
export function depsOf(world: World = {}): HttpDeps {
  const records = new Map((world.records ?? RECORDS).map((one) => [recordKey(one), one]));
  const overrides = world.overrides ?? [];
  const context = {
    now: NOW,
    sources: [...new Set([...records.values()].map((one) => one.decided_by))].map((id) => ({ id, last_good: SEEN })),
    overrides,
  };
  const today = civilDateAt(NOW);
  return {
    messagesFor,
    languages: tags,
    now: () => NOW,
    publicUrl: world.publicUrl === undefined ? "https://sundown.example" : world.publicUrl,
    status: async (query) => statusOf(query, records, context),
    upcoming: async (filter) => upcoming(withOverrides(records, [], today), filter, context),
    records: async () => records,
    matchOf: (one) => matchOf(one, context),
    prices: () => null,
    sources: async () => SOURCES,
    recentChanges: async (limit) => announcementOf("announced", "x", CHANGES, SEEN).changes.slice(0, limit),
    headline: (change, messages) => composeOne(change, { messages, today, hostsOf: null }).headline,
    channelByCalendarToken: async (token) => channelOfToken(SECRET, token, world.channels ?? [channel()]),
    timelinePng,
    readiness: async () => ({ ready: false, parts: { store: "open" } }),
    metrics: createMetrics({
      sources: async () => SOURCES,
      outbox: async () => ({ pending: 1, sending: 0, unclear: 0, sent: 2, dead: 0 }),
    }),
  };
}

export type Site = { url: string; errors: unknown[]; close(): Promise<void> };

/** Serves a world on a free port of the loopback. */
export async function serve(deps: HttpDeps = depsOf()): Promise<Site> {
  const errors: unknown[] = [];
  const server = createServer(httpHandler(createRoutes(deps), (error) => errors.push(error)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    errors,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const TOKEN_PATH = `/calendar/${calendarToken(SECRET, "slack:T1:C1")}.ics`;
