import { randomUUID } from "node:crypto";
import type { Answers, GivenAnswer } from "./answers.ts";
import { signedHeaders } from "./sign.ts";
import type { Sockets } from "./sockets.ts";
import { ACK_MS } from "./sockets.ts";
import type { FakeState, StoredMessage } from "./state.ts";
import { isJson } from "./validate.ts";

const ANSWER_MS = 5000;

/** Who does something, and where; U1 in C1 when not said. `twice` sends the same request again. */
export type Doing = {
  user?: string;
  channel?: string;
  twice?: boolean;
  /** A modal is expected, and no answer. */
  opensForm?: boolean;
  /** How many ms ago the trigger was made. */
  triggerAge?: number;
};

const NO_ANSWER: GivenAnswer = { response_type: "", text: "", blocks: [], shown: "", pings: 0, replaced: false };

export type Done = { id: string; answer: GivenAnswer; ackMs: number; late: boolean; answers: () => GivenAnswer[] };

/** What people do in the workspace: over Socket Mode, or as signed requests when there is a request URL. */
export class People {
  requestUrl: string | null = null;
  readonly #state: FakeState;
  readonly #sockets: Sockets;
  readonly #answers: Answers;
  readonly #base: () => string;

  constructor(state: FakeState, sockets: Sockets, answers: Answers, base: () => string) {
    this.#state = state;
    this.#sockets = sockets;
    this.#answers = answers;
    this.#base = base;
  }

  /** Types `/name text`; resolves with the app's first answer. */
  async command(text: string, doing: Doing = {}): Promise<Done> {
    const [name = "", ...rest] = text.split(" ");
    const { id, url } = this.#answers.create(this.#base());
    const user = this.#user(doing);
    const payload = {
      command: name,
      text: rest.join(" "),
      team_id: this.#state.settings.team,
      team_domain: "fake",
      channel_id: doing.channel ?? "C1",
      channel_name: (doing.channel ?? "C1").startsWith("D") ? "directmessage" : "general",
      user_id: user.id,
      user_name: user.name,
      api_app_id: "A1",
      is_enterprise_install: "false",
      response_url: url,
      trigger_id: this.#state.views.trigger(user.id, null, doing.triggerAge),
    };
    if (doing.opensForm === true) {
      const { ms: ackMs, late } = await this.send("slash_commands", payload);
      return { id, answer: NO_ANSWER, ackMs, late, answers: () => this.#answers.given(id) };
    }
    return this.#deliver("slash_commands", payload, id, doing.twice === true);
  }

  /** Presses the button with that label in the newest message that has it. */
  async press(label: string, doing: Doing = {}): Promise<Done> {
    const channel = doing.channel ?? "C1";
    const found = this.#findButton(label, channel);
    if (!found) throw new Error(`no button "${label}" in ${channel}`);
    const { id, url } = this.#answers.create(this.#base());
    const user = this.#user(doing);
    const { ts, text, blocks } = found.message;
    const payload = {
      type: "block_actions",
      team: { id: this.#state.settings.team, domain: "fake" },
      user: { id: user.id, username: user.name, name: user.name, team_id: this.#state.settings.team },
      api_app_id: "A1",
      container: { type: "message", message_ts: ts, channel_id: channel, is_ephemeral: false },
      trigger_id: this.#state.views.trigger(user.id),
      channel: { id: channel, name: "general" },
      message: { type: "message", ts, text, blocks },
      response_url: url,
      actions: [{ ...found.button, block_id: "b", action_ts: `${Date.now() / 1000}` }],
    };
    return this.#deliver("interactive", payload, id, doing.twice === true);
  }

  /** Invites somebody (the bot, when nobody is named) to a channel; the app is told by an event. */
  async join(channel: string, user: string = this.#state.settings.botUser): Promise<void> {
    const known = this.#state.channel(channel);
    if (known && user === this.#state.settings.botUser) known.member = true;
    const payload = {
      type: "event_callback",
      team_id: this.#state.settings.team,
      api_app_id: "A1",
      event_id: `Ev${randomUUID()}`,
      event_time: Math.floor(Date.now() / 1000),
      event: {
        type: "member_joined_channel",
        user,
        channel,
        channel_type: "C",
        team: this.#state.settings.team,
        event_ts: "1.2",
      },
    };
    if (this.requestUrl === null) await this.#sockets.push("events_api", payload);
    else await this.#post(JSON.stringify(payload), "application/json");
  }

  /** A button in a private answer, which only the asking person sees. */
  async pressAnswer(done: Pick<Done, "answer">, label: string, doing: Doing = {}): Promise<Done> {
    const button = buttonsOf(done.answer.blocks).find((one) => isJson(one["text"]) && one["text"]["text"] === label);
    if (!button) throw new Error(`no button "${label}" in the answer: ${done.answer.shown}`);
    return this.act({ ...button }, doing);
  }

  /** Any element of a private answer. */
  async act(element: Record<string, unknown>, doing: Doing = {}): Promise<Done> {
    const { id, url } = this.#answers.create(this.#base());
    const user = this.#user(doing);
    const channel = doing.channel ?? "C1";
    const payload = {
      type: "block_actions",
      team: { id: this.#state.settings.team, domain: "fake" },
      user: { id: user.id, username: user.name, name: user.name, team_id: this.#state.settings.team },
      api_app_id: "A1",
      container: { type: "message", message_ts: "1.2", channel_id: channel, is_ephemeral: true },
      trigger_id: this.#state.views.trigger(user.id),
      channel: { id: channel, name: "general" },
      response_url: url,
      actions: [{ ...element, block_id: "b", action_ts: `${Date.now() / 1000}` }],
    };
    if (doing.opensForm === true) {
      const { ms: ackMs, late } = await this.send("interactive", payload);
      return { id, answer: NO_ANSWER, ackMs, late, answers: () => this.#answers.given(id) };
    }
    return this.#deliver("interactive", payload, id, doing.twice === true);
  }

  /** Uses a message shortcut; the app answers privately. */
  async shortcut(callbackId: string, message: Record<string, unknown>, doing: Doing = {}): Promise<Done> {
    const { id, url } = this.#answers.create(this.#base());
    const user = this.#user(doing);
    const payload = {
      type: "message_action",
      callback_id: callbackId,
      trigger_id: this.#state.views.trigger(user.id),
      message_ts: message["ts"] ?? "1.2",
      response_url: url,
      team: { id: this.#state.settings.team, domain: "fake" },
      user: { id: user.id, name: user.name, team_id: this.#state.settings.team },
      channel: { id: doing.channel ?? "C1", name: "general" },
      action_ts: "1.2",
      message,
    };
    return this.#deliver("interactive", payload, id, doing.twice === true);
  }

  /** An event of the Events API. */
  async event(event: Record<string, unknown>): Promise<void> {
    await this.send("events_api", {
      type: "event_callback",
      team_id: this.#state.settings.team,
      api_app_id: "A1",
      event_id: `Ev${randomUUID()}`,
      event_time: Math.floor(Date.now() / 1000),
      event: { event_ts: "1.2", ...event },
    });
  }

  /** One request, and what the app acknowledges it with. */
  async send(
    type: "slash_commands" | "interactive" | "events_api",
    payload: object,
  ): Promise<{ ms: number; late: boolean; payload?: unknown }> {
    if (this.requestUrl === null) return this.#sockets.push(type, payload);
    if (type === "events_api") return this.#post(JSON.stringify(payload), "application/json");
    return this.#overHttp(type, payload)();
  }

  async #deliver(type: "slash_commands" | "interactive", payload: object, id: string, twice: boolean): Promise<Done> {
    const send = this.requestUrl === null ? this.#overSocket(type, payload) : this.#overHttp(type, payload);
    const { ms: ackMs, late } = await send();
    if (twice) await send();
    const answer = await this.#answers.next(id, ANSWER_MS);
    return { id, answer, ackMs, late, answers: () => this.#answers.given(id) };
  }

  #overSocket(type: string, payload: object) {
    const envelope = randomUUID();
    return () => this.#sockets.push(type, payload, envelope);
  }

  #overHttp(type: string, payload: object) {
    const form = type === "interactive" ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
    const body = new URLSearchParams(form).toString();
    return () => this.#post(body, "application/x-www-form-urlencoded");
  }

  async #post(body: string, type: string): Promise<{ ms: number; late: boolean; payload?: unknown }> {
    const started = Date.now();
    const headers = { ...signedHeaders(this.#state.settings.signingSecret, body), "content-type": type };
    const response = await fetch(this.requestUrl ?? "", { method: "POST", headers, body });
    const text = await response.text();
    const ms = Date.now() - started;
    if (response.status !== 200) throw new Error(`the app answered ${response.status}`);
    return { ms, late: ms > ACK_MS, payload: text.startsWith("{") ? (JSON.parse(text) as unknown) : undefined };
  }

  #user(doing: Doing): { id: string; name: string } {
    const id = doing.user ?? "U1";
    return { id, name: this.#state.settings.users.find((user) => user.id === id)?.name ?? id.toLowerCase() };
  }

  #findButton(label: string, channel: string): { message: StoredMessage; button: Record<string, unknown> } | null {
    for (const message of this.#state.messages.filter((one) => one.channel === channel).toReversed()) {
      for (const button of buttonsOf(message.blocks)) {
        if (isJson(button["text"]) && button["text"]["text"] === label) return { message, button };
      }
    }
    return null;
  }
}

function buttonsOf(blocks: unknown[]): Record<string, unknown>[] {
  return blocks.flatMap((block) =>
    isJson(block) && block["type"] === "actions" && Array.isArray(block["elements"])
      ? (block["elements"] as unknown[]).filter(isJson)
      : [],
  );
}
