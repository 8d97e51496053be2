import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { readText } from "./api.ts";
import type { FakeState } from "./state.ts";
import { countPings, isJson, refuseMessage, visibleTexts } from "./validate.ts";

/** https://docs.slack.dev/interactivity/handling-user-interaction: 5 answers within 30 minutes. */
const USES_MAX = 5;
const LIFE_MS = 30 * 60_000;

export type GivenAnswer = {
  response_type: string;
  text: string;
  blocks: unknown[];
  /** Everything visible, one text a line. */
  shown: string;
  pings: number;
  /** It took the place of the message that holds the button. */
  replaced: boolean;
};

type Pending = {
  url: string;
  created: number;
  used: number;
  answers: GivenAnswer[];
  waiting: ((answer: GivenAnswer) => void)[];
};

/** The addresses at which an app answers a command or a button. */
export class Answers {
  readonly #pending = new Map<string, Pending>();
  readonly #state: FakeState;

  constructor(state: FakeState) {
    this.#state = state;
  }

  create(base: string): { id: string; url: string } {
    const id = randomUUID();
    const url = `${base}/commands/T1/${id}`;
    this.#pending.set(id, { url, created: Date.now(), used: 0, answers: [], waiting: [] });
    return { id, url };
  }

  urlOf(id: string): string {
    return this.#pending.get(id)?.url ?? "";
  }

  given(id: string): GivenAnswer[] {
    return this.#pending.get(id)?.answers ?? [];
  }

  /** The next answer, or the first when one is there. @throws Error after `ms` */
  async next(id: string, ms: number): Promise<GivenAnswer> {
    const pending = this.#pending.get(id);
    if (!pending) throw new Error("no such response_url");
    const [first] = pending.answers;
    if (first) return first;
    return new Promise((resolve, reject) => {
      pending.waiting.push(resolve);
      setTimeout(() => reject(new Error(`nobody answered within ${ms} ms`)), ms).unref();
    });
  }

  /** An image block names a file that the bot has uploaded completely. */
  #unreadyFile(blocks: unknown): string | null {
    for (const block of Array.isArray(blocks) ? (blocks as unknown[]) : []) {
      if (!isJson(block) || block["type"] !== "image" || !isJson(block["slack_file"])) continue;
      const id = block["slack_file"]["id"];
      if (!this.#state.files?.all.some((file) => file.id === id && file.complete)) return `no file ${String(id)}`;
    }
    return null;
  }

  async handle(request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
    const body: unknown = JSON.parse(await readText(request));
    const pending = this.#pending.get(id);
    const refuse = (status: number, words: string) => {
      this.#state.problems.push(`response_url: ${words}`);
      response.writeHead(status, { "content-type": "text/plain" });
      response.end(words);
    };
    if (!pending) return refuse(404, "no_service");
    if (pending.used >= USES_MAX || Date.now() - pending.created > LIFE_MS) return refuse(404, "used_url");
    if (!isJson(body)) return refuse(400, "invalid_payload");
    const refusal = refuseMessage(body);
    if (refusal) return refuse(400, `${refusal.error} ${refusal.messages.join("; ")}`);
    pending.used += 1;
    const answer: GivenAnswer = {
      response_type: typeof body["response_type"] === "string" ? body["response_type"] : "ephemeral",
      text: typeof body["text"] === "string" ? body["text"] : "",
      blocks: Array.isArray(body["blocks"]) ? body["blocks"] : [],
      shown: visibleTexts(body["blocks"])
        .map((part) => part.text)
        .join("\n"),
      pings: countPings(body),
      replaced: body["replace_original"] === true,
    };
    const strange = this.#unreadyFile(body["blocks"]);
    if (strange !== null) return refuse(400, `invalid_blocks ${strange}`);
    pending.answers.push(answer);
    response.writeHead(200, { "content-type": "text/plain" });
    response.end("ok");
    for (const resolve of pending.waiting.splice(0)) resolve(answer);
  }
}
