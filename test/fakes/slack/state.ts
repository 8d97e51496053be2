import type { Files } from "./files.ts";
import { Views } from "./views.ts";

/** What the fake workspace consists of. The stored messages are the oracle of every delivery test. */

export type FakeChannel = {
  id: string;
  kind: "public" | "private" | "im" | "mpim";
  /** The bot is in it. */
  member: boolean;
  archived: boolean;
  /** Ids of the people in it. */
  people: string[];
  /** An error that every post there gets, e.g. `restricted_action`. */
  refuses?: string;
  /** False: a channel whose messages take no replies. */
  threads?: boolean;
};

export type FakeUser = { id: string; name: string; is_admin: boolean };

export type Metadata = { event_type: string; event_payload: Record<string, unknown> };

export type StoredMessage = {
  channel: string;
  ts: string;
  /** Real time of storing in ms, for history lag. */
  at: number;
  text: string;
  blocks: unknown[];
  metadata: Metadata | null;
  client_msg_id: string | null;
  /** The parent, for a reply. */
  thread_ts: string | null;
  /** A reply that the channel sees too. */
  broadcast: boolean;
  /** How often it was edited. */
  edits: number;
  /** How many people its text mentions. */
  pings: number;
};

/** A call of the Web API as it arrived; `token` is the bearer. */
export type ApiCall = { method: string; args: Record<string, unknown>; at: number; answer: string };

export type FakeSettings = {
  team: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  botUser: string;
  botId: string;
  scopes: string[];
  channels: FakeChannel[];
  users: FakeUser[];
  /** Posts that a channel may have at once before 1 per second holds. Null: no limit. */
  channelBurst: number | null;
  /** Per-minute tiers of the methods. */
  tiers: boolean;
  /** A stored message is in history only after this time. */
  historyLagMs: number;
  /** Unconfirmed: the order of conversations.history. */
  historyOrder: "newest-first" | "oldest-first";
  /** The most messages of one page, whatever is asked: the small pages of apps outside the Marketplace. */
  historyPageMax: number;
  /** The workspace forbids edits. */
  editWindowClosed: boolean;
  /** Unconfirmed: body of a 429. */
  limitBody: string;
};

export const DEFAULT_SETTINGS: FakeSettings = {
  team: "T1",
  botToken: "xoxb-fake-bot-token",
  appToken: "xapp-fake-app-token",
  signingSecret: "fake-signing-secret",
  botUser: "UBOT",
  botId: "BBOT",
  scopes: [
    "chat:write",
    "commands",
    "files:write",
    "channels:read",
    "groups:read",
    "im:read",
    "mpim:read",
    "channels:history",
    "groups:history",
    "im:history",
    "mpim:history",
  ],
  channels: [
    { id: "C1", kind: "public", member: true, archived: false, people: ["U1"] },
    { id: "C2", kind: "private", member: true, archived: false, people: ["U1", "U2"] },
    { id: "CARCHIVED", kind: "public", member: true, archived: true, people: [] },
    { id: "COUTSIDE", kind: "public", member: false, archived: false, people: ["U1"] },
    { id: "D1", kind: "im", member: true, archived: false, people: ["U1"] },
  ],
  users: [
    { id: "U1", name: "ada", is_admin: false },
    { id: "U2", name: "grace", is_admin: true },
  ],
  channelBurst: 10,
  tiers: true,
  historyLagMs: 0,
  historyOrder: "newest-first",
  historyPageMax: 999,
  editWindowClosed: false,
  limitBody: '{"ok":false,"error":"ratelimited"}',
};

export class FakeState {
  readonly settings: FakeSettings;
  readonly messages: StoredMessage[] = [];
  /** Messages that somebody deleted, by `ts`. */
  readonly deleted = new Set<string>();
  readonly calls: ApiCall[] = [];
  /** What a test must know of: unknown methods, refused payloads, acks that nobody waits for. */
  readonly problems: string[] = [];
  readonly views = new Views(this);
  /** Set by the fake, which knows its own address. */
  files: Files | null = null;
  #lastTs = 0;

  constructor(settings: Partial<FakeSettings>) {
    this.settings = { ...DEFAULT_SETTINGS, ...settings };
  }

  channel(id: unknown): FakeChannel | undefined {
    return this.settings.channels.find((channel) => channel.id === id);
  }

  /** A `ts` that no other message of this fake has. */
  nextTs(): string {
    this.#lastTs = Math.max(Date.now() * 1000, this.#lastTs + 1);
    return `${Math.floor(this.#lastTs / 1_000_000)}.${String(this.#lastTs % 1_000_000).padStart(6, "0")}`;
  }
}
