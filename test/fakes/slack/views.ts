import { randomUUID } from "node:crypto";
import type { FakeState } from "./state.ts";
import type { Answer } from "./methods.ts";
import { isJson, refuseView } from "./validate.ts";

type Args = Record<string, unknown>;
type Json = Record<string, unknown>;

export type OpenView = { id: string; hash: string; user: string; view: Json; previous: string | null; updates: number };

/** https://docs.slack.dev/interactivity/handling-user-interaction: a trigger lives 3 seconds and works once. */
const TRIGGER_MS = 3000;
const DEPTH_MAX = 3;

const fail = (error: string, messages: string[] = []): Answer => ({
  ok: false,
  error,
  ...(messages.length === 0 ? {} : { response_metadata: { messages } }),
});

/** Triggers, modals in stacks of three, and Home tabs. */
export class Views {
  readonly #state: FakeState;
  readonly #triggers = new Map<string, { user: string; at: number; used: boolean; on: string | null }>();
  readonly open: OpenView[] = [];
  readonly homes = new Map<string, Json>();

  constructor(state: FakeState) {
    this.#state = state;
  }

  /** A trigger for that person; `on` is the view that it came from. `age` makes it older. */
  trigger(user: string, on: string | null = null, age = 0): string {
    const id = `1.2.${randomUUID()}`;
    this.#triggers.set(id, { user, at: Date.now() - age, used: false, on });
    return id;
  }

  /** The modal that the person sees: the one on top. */
  top(user: string): OpenView | undefined {
    return this.open.findLast((one) => one.user === user);
  }

  close(id: string): void {
    const index = this.open.findIndex((one) => one.id === id);
    if (index >= 0) this.open.splice(index, 1);
  }

  /** One of the four methods; null for any other. */
  call(method: string, args: Args): Answer | null {
    switch (method) {
      case "views.open":
      case "views.push":
        return this.#show(method, args);
      case "views.update":
        return this.#update(args);
      case "views.publish":
        return this.#publish(args);
      default:
        return null;
    }
  }

  #refuse(view: unknown, type: string): Answer | null {
    const refusal = refuseView(view);
    const wrong = isJson(view) && view["type"] !== type ? { error: "invalid_arguments", messages: ["type"] } : refusal;
    if (!wrong) return null;
    this.#state.problems.push(`view: ${wrong.error}: ${wrong.messages.join("; ")}`);
    return fail(wrong.error, wrong.messages);
  }

  #show(method: string, args: Args): Answer {
    const trigger = this.#triggers.get(String(args["trigger_id"]));
    if (!trigger) return fail("invalid_trigger_id");
    if (trigger.used) return fail("exchanged_trigger_id");
    if (Date.now() - trigger.at > TRIGGER_MS) return fail("expired_trigger_id");
    const refused = this.#refuse(args["view"], "modal");
    if (refused) return refused;
    const stack = this.open.filter((one) => one.user === trigger.user);
    if (method === "views.push" && trigger.on === null) return fail("not_enabled");
    if (method === "views.push" && stack.length >= DEPTH_MAX) return fail("push_limit_reached");
    if (method === "views.open") for (const one of stack) this.close(one.id);
    trigger.used = true;
    const id = `V${randomUUID()}`;
    const opened = {
      id,
      hash: randomUUID(),
      user: trigger.user,
      view: args["view"] as Json,
      previous: trigger.on,
      updates: 0,
    };
    this.open.push(opened);
    return { ok: true, view: this.describe(opened) };
  }

  #update(args: Args): Answer {
    const found = this.open.find((one) => one.id === args["view_id"]);
    if (!found) return fail("not_found");
    if (args["hash"] !== undefined && args["hash"] !== found.hash) return fail("hash_conflict");
    const refused = this.#refuse(args["view"], "modal");
    if (refused) return refused;
    found.view = args["view"] as Json;
    found.hash = randomUUID();
    found.updates += 1;
    return { ok: true, view: this.describe(found) };
  }

  #publish(args: Args): Answer {
    const user = String(args["user_id"]);
    if (!this.#state.settings.users.some((one) => one.id === user)) return fail("user_not_found");
    const refused = this.#refuse(args["view"], "home");
    if (refused) return refused;
    this.homes.set(user, args["view"] as Json);
    return { ok: true, view: { id: `V${user}`, type: "home", hash: randomUUID() } };
  }

  /** What an answer to a submission does: https://docs.slack.dev/surfaces/modals#response_actions */
  answer(id: string, answer: unknown): { errors: Record<string, string> } | null {
    const found = this.open.find((one) => one.id === id);
    if (!found) return null;
    if (!isJson(answer)) {
      this.close(id);
      return null;
    }
    switch (answer["response_action"]) {
      case "errors": {
        const errors = answer["errors"] as Record<string, string>;
        const inputs = ((found.view["blocks"] ?? []) as Json[]).filter((block) => block["type"] === "input");
        for (const key of Object.keys(errors)) {
          if (!inputs.some((block) => block["block_id"] === key))
            this.#state.problems.push(`error for no input: ${key}`);
        }
        return { errors };
      }
      case "update":
        this.#refuse(answer["view"], "modal");
        found.view = answer["view"] as Json;
        return null;
      case "clear":
        this.open.length = 0;
        return null;
      default:
        this.#state.problems.push(`unknown response_action ${String(answer["response_action"])}`);
        return null;
    }
  }

  describe(one: OpenView): Json {
    return {
      ...one.view,
      id: one.id,
      hash: one.hash,
      root_view_id: one.previous ?? one.id,
      previous_view_id: one.previous,
    };
  }
}
