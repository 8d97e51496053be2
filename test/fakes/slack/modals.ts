import { setTimeout as sleep } from "node:timers/promises";
import type { Doing, People } from "./people.ts";
import type { FakeState } from "./state.ts";
import { checkOptions, isJson, visibleTexts } from "./validate.ts";
import type { OpenView } from "./views.ts";

type Json = Record<string, unknown>;
const WAIT_MS = 5000;

/** What a person does in modals and in the Home tab. */
export class Modals {
  readonly #state: FakeState;
  readonly #people: People;
  /** What stands in the fields that somebody changed: by view, block and action. */
  readonly #changed = new Map<string, Map<string, Json>>();

  constructor(state: FakeState, people: People) {
    this.#state = state;
    this.#people = people;
  }

  /** The modal on top, once it is filled (a waiting one is updated); another one than `above`. */
  async filled(user = "U1", above: OpenView | null = null): Promise<OpenView> {
    const end = Date.now() + WAIT_MS;
    for (;;) {
      const top = this.#state.views.top(user);
      if (top && top.updates > 0 && top.id !== above?.id) return top;
      if (Date.now() > end) throw new Error("no modal was filled in time");
      await sleep(5);
    }
  }

  shown(view: OpenView | Json): string {
    const body = "view" in view && isJson(view["view"]) ? view["view"] : (view as Json);
    return visibleTexts(body)
      .map((part) => part.text)
      .join("\n");
  }

  /** Fills a field in: a list for menus, a text for inputs and times. */
  fill(view: OpenView, block: string, value: string | string[]): void {
    const found = (view.view["blocks"] as Json[]).find((one) => one["block_id"] === block);
    const element = found?.["element"];
    if (!isJson(element)) throw new Error(`no field ${block}`);
    const type = String(element["type"]);
    const option = (one: string) => ({ text: { type: "plain_text", text: one }, value: one });
    const offered = element["options"] as { value: string }[] | undefined;
    const values = Array.isArray(value) ? value : [value];
    const missing =
      offered === undefined ? [] : values.filter((one) => !offered.some((choice) => choice.value === one));
    if (missing.length > 0) throw new Error(`${block} does not offer ${missing.join(", ")}`);
    const state: Json = { type };
    if (type.startsWith("multi_")) state["selected_options"] = values.map(option);
    else if (type.endsWith("select")) state["selected_option"] = values[0] === undefined ? null : option(values[0]);
    else if (type === "timepicker") state["selected_time"] = values[0] ?? null;
    else state["value"] = values[0] === "" ? null : values[0];
    const changed = this.#changed.get(view.id) ?? new Map<string, Json>();
    this.#changed.set(view.id, changed.set(block, { [String(element["action_id"])]: state }));
  }

  /** Sends the form; errors by block when the app refuses, else null. */
  async submit(view: OpenView, doing: Doing = {}): Promise<Record<string, string> | null> {
    const user = this.#userOf(view.user);
    const payload = {
      type: "view_submission",
      team: { id: this.#state.settings.team, domain: "fake" },
      user,
      api_app_id: "A1",
      trigger_id: this.#state.views.trigger(view.user, view.id),
      view: this.#described(view),
      response_urls: [],
      is_enterprise_install: false,
    };
    const { payload: answer, late } = await this.#people.send("interactive", payload);
    if (late) this.#state.problems.push("a submission was acknowledged too late");
    if (doing.twice === true) await this.#people.send("interactive", payload);
    return this.#state.views.answer(view.id, answer)?.errors ?? null;
  }

  /** Presses a button in a modal, or (view null) in the Home tab. */
  async press(view: OpenView | null, label: string, user = "U1"): Promise<void> {
    const body = view === null ? this.#state.views.homes.get(user) : view.view;
    const blocks = Array.isArray(body?.["blocks"]) ? (body["blocks"] as Json[]) : [];
    const elements = blocks.flatMap((block) => (block["type"] === "actions" ? (block["elements"] as Json[]) : []));
    const button = elements.find((one) => isJson(one["text"]) && one["text"]["text"] === label);
    if (!button) throw new Error(`no button "${label}"`);
    const { ms, late } = await this.#people.send("interactive", {
      type: "block_actions",
      team: { id: this.#state.settings.team, domain: "fake" },
      user: this.#userOf(user),
      api_app_id: "A1",
      container: { type: "view", view_id: view?.id ?? "VHOME" },
      trigger_id: this.#state.views.trigger(user, view?.id ?? null),
      view: view === null ? { ...body, id: "VHOME" } : this.#described(view),
      actions: [{ ...button, block_id: "b", action_ts: `${Date.now() / 1000}` }],
    });
    if (late) throw new Error(`acknowledged after ${ms} ms`);
  }

  /** What is offered while somebody types in a look-up field; checked as Slack checks it. */
  async suggest(
    where: { view: OpenView; block: string } | { actionId: string; channel: string },
    text: string,
  ): Promise<string[]> {
    const inView = "view" in where;
    const payload = {
      type: "block_suggestion",
      api_app_id: "A1",
      team: { id: this.#state.settings.team, domain: "fake" },
      user: this.#userOf(inView ? where.view.user : "U1"),
      action_id: inView ? "sundown-field" : where.actionId,
      block_id: inView ? where.block : "b",
      value: text,
      container: inView
        ? { type: "view", view_id: where.view.id }
        : { type: "message", channel_id: where.channel, is_ephemeral: true },
      ...(inView ? { view: this.#described(where.view) } : { channel: { id: where.channel, name: "general" } }),
    };
    const { payload: answer, late } = await this.#people.send("interactive", payload);
    const options = isJson(answer) ? answer["options"] : undefined;
    if (!Array.isArray(options) || late) throw new Error(`no options: ${JSON.stringify(answer)}`);
    const wrong: string[] = [];
    checkOptions(options, 0, (what) => wrong.push(what));
    if (wrong.length > 0) throw new Error(`options: ${wrong.join("; ")}`);
    return options.map((one: unknown) => (isJson(one) ? String(one["value"]) : ""));
  }

  /** Opens the Home tab. */
  async openHome(user = "U1"): Promise<Json> {
    await this.#people.event({ type: "app_home_opened", user, channel: "D1", tab: "home" });
    const end = Date.now() + WAIT_MS;
    for (;;) {
      const home = this.#state.views.homes.get(user);
      if (home) return home;
      if (Date.now() > end) throw new Error("no Home tab was published");
      await sleep(5);
    }
  }

  #userOf(id: string): Json {
    const name = this.#state.settings.users.find((one) => one.id === id)?.name ?? id;
    return { id, username: name, name, team_id: this.#state.settings.team };
  }

  /** The view with the state of its fields: what was preset, and what was changed. */
  #described(view: OpenView): Json {
    const values: Json = {};
    for (const block of view.view["blocks"] as Json[]) {
      const { block_id: id, element } = block;
      if (block["type"] !== "input" || typeof id !== "string" || !isJson(element)) continue;
      values[id] = this.#changed.get(view.id)?.get(id) ?? { [String(element["action_id"])]: preset(element) };
    }
    return { ...this.#state.views.describe(view), state: { values } };
  }
}

function preset(element: Json): Json {
  const type = String(element["type"]);
  if (type.startsWith("multi_")) return { type, selected_options: element["initial_options"] ?? [] };
  if (type.endsWith("select")) return { type, selected_option: element["initial_option"] ?? null };
  if (type === "timepicker") return { type, selected_time: element["initial_time"] ?? null };
  return { type, value: element["initial_value"] ?? null };
}
