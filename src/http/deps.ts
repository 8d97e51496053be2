import type { Prices } from "../core/card.ts";
import type { Change } from "../core/change.ts";
import type { CivilDate } from "../core/fact.ts";
import type { Messages } from "../core/messages.ts";
import type { ModelRecord, StatusAnswer, StatusMatch } from "../core/model.ts";
import type { SourceHealth } from "../core/source.ts";
import type { Channel } from "../core/subscription.ts";
import type { Readiness } from "./health.ts";
import type { Metrics } from "./metrics.ts";

/** All that the pages, calendars and feeds ask of the bot: plain functions that only read. */
export type HttpDeps = {
  messagesFor(tag: string | null): Messages;
  /** The tags that `messagesFor` has files for. */
  languages: readonly string[];
  /** Epoch milliseconds, UTC. */
  now(): number;
  /** The address that people reach this server by, or null: then links stay relative or lead to the evidence. */
  publicUrl: string | null;
  status(query: string): Promise<StatusAnswer>;
  upcoming(filter: { provider?: string; surface?: string; days?: number }): Promise<StatusMatch[]>;
  /** Everything known by recordKey, as the sources say it; `matchOf` puts the operator's corrections on top. */
  records(): Promise<ReadonlyMap<string, ModelRecord>>;
  matchOf(record: ModelRecord): StatusMatch;
  /** What a model costs on a surface; null when no price list tells. */
  prices(surface: string, model: string, version?: string | null): Prices | null;
  sources(): Promise<SourceHealth[]>;
  /** News for everybody, newest first; no reminders, no baselines. */
  recentChanges(limit: number): Promise<Change[]>;
  /** The words of a change in one line, as a channel reads them. */
  headline(change: Change, messages: Messages): string;
  /** The channel that a calendar's secret address belongs to; null for any other text. */
  channelByCalendarToken(token: string): Promise<Channel | null>;
  /** A PNG of the next twelve months. */
  timelinePng(request: { matches: StatusMatch[]; messages: Messages; today: CivilDate }): Promise<Buffer>;
  readiness(): Promise<Readiness>;
  metrics: Metrics;
};
