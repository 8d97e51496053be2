import type { Mark, Prices } from "./card.ts";
import type { Change } from "./change.ts";
import type { Delivery } from "./delivery.ts";
import type { Fact, IsoInstant } from "./fact.ts";
import type { Form, FormOutcome, FormValues } from "./form.ts";
import type { Message } from "./message.ts";
import type { Messages } from "./messages.ts";
import type { ModelRecord, StatusAnswer, StatusMatch } from "./model.ts";
import type { MissingRight } from "./platform.ts";
import type { PreviewItem } from "./preview.ts";
import type { Channel, PlatformName, Subscription } from "./subscription.ts";
import type { SourceHealth } from "./source.ts";

export type Choice = { name: string; value: string };

export type OptionSpec = {
  name: string;
  description: string;
  required: boolean;
  type: "string" | "integer";
  /** Fixed choices (at most 25), or what autocomplete offers. */
  choices?: Choice[];
  autocomplete?: "models" | "providers" | "surfaces" | "time-zones";
};

/** A verb of a command: `/model-watch add ...`. Discord shows it as a subcommand. */
export type SubcommandSpec = { name: string; description: string; options: OptionSpec[] };

export type CommandSpec = {
  /** Without the slash; also the file's name in commands/. */
  name: string;
  /** At most 100 characters (Discord). */
  description: string;
  options: OptionSpec[];
  subcommands?: SubcommandSpec[];
  /** `manage`: Manage Channels on Discord; channel membership on Slack (or admins, by configuration). */
  permission: "anyone" | "manage";
  /** Not offered as a slash command: only buttons, shortcuts and the Home tab run it. */
  hidden?: boolean;
  /** The subcommand that opens a form; without any subcommand it opens too, where the platform can. */
  form?: string;
  /** Also offered on a message, under this name (at most 24 characters on Slack, 32 on Discord). */
  shortcut?: string;
};

export type CommandRequest = {
  command: string;
  subcommand: string | null;
  options: Record<string, string>;
  platform: PlatformName;
  workspace: string;
  channel: string;
  channel_id: string;
  user: { id: string; name: string; may_manage: boolean };
  /** BCP 47 tag of the reader where the platform tells it (Discord), else null. */
  locale: string | null;
  now: number;
  /** What stands in the form whose button was pressed. */
  values?: FormValues;
  /** The message that a shortcut was used on: its whole text, and when it was written (null when unknown). */
  sent?: SentMessage;
  /** For the Home tab: the channels that this person and the bot share, with their names. */
  places?: { channel: string; name: string }[];
};

/** A file beside a message; what cannot be opened is said to be so. */
export type SentFile = { name: string; url: string; size: number };

export type SentMessage = {
  text: string;
  at: IsoInstant | null;
  files?: SentFile[];
  /** Only the beginning of a file could be read. */
  partial?: boolean;
};

/** A picture beside a message; `alt` says in words what it shows. */
export type Picture = { png: Uint8Array; name: string; alt: string };

export type Reply = {
  message: Message;
  /** `private`: only the person who asked sees it. */
  visibility: "private" | "channel";
  /** BCP 47 tag that the message is composed in, so that a platform writes its dates in the same language. */
  language?: string;
  /** Shown in the place of the message where the platform has forms. */
  form?: Form;
  picture?: Picture;
  /** A box to look something up and ask about it, where the platform has one: `option` of `command` is what is found. */
  pick?: { label: string; command: string; option: string };
};

/** One thing that a mail or a post says, and how it compares with what the bot knows. */
export type SentItem = {
  fact: Fact;
  /** known: the same date stands; differs: another date is known; new: nothing of the kind is known; withdraws: an end is taken back. */
  verdict: "known" | "differs" | "new" | "withdraws";
  known: { shutdown: string | null; announced: string | null; source: string } | null;
};

/** What someone asks the operator to look at. */
export type SentReport = { facts: Fact[]; text: string; by: string; channel_id: string };

/** What commands may ask for. Handed in by app.ts; commands import nothing but core. */
export type CommandServices = {
  messages(language: string | null): Messages;
  catalog: {
    status(query: string): Promise<StatusAnswer>;
    upcoming(filter: {
      provider?: string;
      surface?: string;
      days?: number;
      subscription?: Subscription;
    }): Promise<StatusMatch[]>;
    /** Ids and names for autocomplete, best first. */
    complete(text: string, limit: number): Promise<Choice[]>;
    record(key: string): Promise<ModelRecord | null>;
    /** Everything that is known, by recordKey. */
    records(): Promise<ReadonlyMap<string, ModelRecord>>;
    providers(): string[];
    surfaces(): string[];
    /** What a model costs on a surface, and its context window; null when no price list tells. */
    prices(surface: string, model: string, version?: string | null): Prices | null;
  };
  /** The tags of the languages that are there, e.g. `en`, `zh-CN`. */
  languages(): string[];
  channels: {
    get(id: string): Promise<Channel | null>;
    /** Those of a workspace (a server). */
    list(platform: PlatformName, workspace: string): Promise<Channel[]>;
    /** Creates the channel when it is new, with a silent baseline. */
    save(channel: Pick<Channel, "platform" | "workspace" | "channel">, subscription: Subscription): Promise<Channel>;
    remove(id: string): Promise<boolean>;
  };
  cards: {
    /** What the message with that key is about; null when it is not known, or stands in another workspace. */
    get(place: { platform: PlatformName; workspace: string }, key: string): Promise<CardModels | null>;
    /** Sets the marks of these models in the channel (null takes one away) and brings their cards up to date. */
    mark(channelId: string, marks: { recordKey: string; mark: Mark | null }[]): Promise<void>;
  };
  sources(): Promise<SourceHealth[]>;
  /** Why something was told or not told in a channel, newest first. */
  why(channelId: string, model: string | null, limit: number): Promise<WhyEntry[]>;
  /** What such a channel would have received in the last `days`, newest first. */
  preview(subscription: Subscription, days: number): Promise<PreviewItem[]>;
  /** Queues one alert that says it is a test. */
  sendTest(channel: Channel): Promise<void>;
  /** What the bot lacks to post there; null when the platform does not tell now. */
  missingRights(channel: Pick<Channel, "platform" | "workspace" | "channel">): Promise<MissingRight[] | null>;
  /** The next twelve months as a picture with its words; null when none can be drawn. */
  timeline(matches: StatusMatch[], messages: Messages): Promise<Pick<Picture, "png" | "alt"> | null>;
  /** The subscribable calendar of a channel; null while the bot has no public address (PUBLIC_URL). */
  calendarAddress(channelId: string): string | null;
  /** Reads a mail or a post as `ingest` does; `published` is the civil date that it was written. */
  readSent(text: string, published: string | null): Promise<SentItem[]>;
  /** The text of a mail, a text or a page beside a message; null when it is none of these, too big or out of reach. */
  openFile(file: SentFile): Promise<{ text: string; published: IsoInstant | null } | null>;
  reports: {
    /** Keeps a report for a week, so that a button can name it. Null when nobody is the operator. */
    keep(report: SentReport): Promise<string | null>;
    /** Queues it for the operator. False when it is gone. */
    tell(id: string, by: string): Promise<boolean>;
  };
};

/** The models of a card or a reminder, and the channel that it stands in (a thread's is the channel above it). */
export type CardModels = {
  channel: Channel;
  models: { recordKey: string; model_id: string; version: string | null; surface: string; change: Change }[];
};

/** One decision of the bot about one change and one channel. */
export type WhyEntry = {
  at: IsoInstant;
  change: Change;
  channel_id: string | null;
  /** "told", or why not: "already past when first seen", "not watched here", "seen before", "quiet kind", ... */
  decision: string;
  delivery: Pick<Delivery, "state" | "reason" | "message_id" | "attempts" | "possible_repeat"> | null;
};

/** One file in commands/ exports one of these as default, `satisfies Command`. */
export type Command = {
  spec: CommandSpec;
  run(request: CommandRequest, services: CommandServices): Promise<Reply>;
  /** Reads the values of the form that this command opened. */
  submit?(request: CommandRequest, values: FormValues, services: CommandServices): Promise<FormOutcome>;
};

/** What the loader of commands/ accepts: the shape, checked at start; test/commands holds the finer rules. */
export function isCommand(value: unknown): value is Command {
  if (typeof value !== "object" || value === null) return false;
  const { spec, run } = value as { spec?: Partial<CommandSpec> | null; run?: unknown };
  if (typeof run !== "function" || typeof spec !== "object" || spec === null) return false;
  return typeof spec.name === "string" && typeof spec.description === "string" && Array.isArray(spec.options);
}

/** The language to answer in: the reader's own where the platform tells it, else the channel's, else the default. */
export function languageOf(request: CommandRequest, channel: Channel | null): string | null {
  return request.locale ?? channel?.subscription.language ?? null;
}
