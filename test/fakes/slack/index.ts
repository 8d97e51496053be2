import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { GivenAnswer } from "./answers.ts";
import { Answers } from "./answers.ts";
import { createApi, readText, sendJson } from "./api.ts";
import type { Fault } from "./faults.ts";
import { Faults } from "./faults.ts";
import { Files } from "./files.ts";
import { Modals } from "./modals.ts";
import { People } from "./people.ts";
import type { Ack } from "./sockets.ts";
import { Sockets } from "./sockets.ts";
import type { FakeSettings, StoredMessage } from "./state.ts";
import { FakeState } from "./state.ts";

export type { Fault } from "./faults.ts";
export type { FakeChannel, FakeSettings, StoredMessage } from "./state.ts";
export { signedHeaders } from "./sign.ts";

export type FakeSlack = {
  /** `http://127.0.0.1:port/api/`: what SLACK_API_URL must be. */
  apiUrl: string;
  state: FakeState;
  people: People;
  modals: Modals;
  sockets: Sockets;
  answers: Answers;
  messages(channel?: string): StoredMessage[];
  /** The stored messages that carry this delivery key. */
  withKey(key: string): StoredMessage[];
  fault(fault: Fault): void;
  clearFaults(): void;
  acks(): Ack[];
  /** Closes everything. @throws Error when the app did something that Slack would refuse and no test expected */
  stop(options?: { expectProblems?: boolean }): Promise<void>;
};

/** A Slack workspace on this machine: Web API, Socket Mode and response URLs, with the documented rules. */
export async function startFakeSlack(options: Partial<FakeSettings> & { port?: number } = {}): Promise<FakeSlack> {
  const { port = 0, ...settings } = options;
  const state = new FakeState(settings);
  const faults = new Faults();
  const answers = new Answers(state);
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      state.problems.push(`the fake failed: ${String(error)}`);
      response.destroy();
    });
  });
  const sockets = new Sockets(state, server);
  const people = new People(state, sockets, answers, base);
  state.files = new Files(state, base);
  const api = createApi(state, faults, () => sockets.ticketUrl(base()));

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? "/", "http://fake");
    const [, first = "", second = "", third = ""] = pathname.split("/");
    if (first === "api" && request.method === "POST") return api(request, response, second);
    if (first === "upload" && request.method === "POST") return receiveFile(request, response, second);
    if (first === "commands" && request.method === "POST") return answers.handle(request, response, third);
    if (first === "__fake") return control(request, response, second);
    state.problems.push(`unmatched request ${request.method} ${pathname}`);
    return sendJson(response, { ok: false, error: "not_found" }, 404);
  };

  const receiveFile = async (request: IncomingMessage, response: ServerResponse, id: string): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const bytes = await fileIn(Buffer.concat(chunks), request.headers["content-type"] ?? "");
    const taken = state.files?.receive(id, bytes) === true;
    response.writeHead(taken ? 200 : 400, { "content-type": "text/plain" });
    response.end(taken ? `OK - ${bytes.length}` : "bad");
  };

  /** For tests in other processes and by hand: state, fault, command, press, join, refresh, cut, settings. */
  const control = async (request: IncomingMessage, response: ServerResponse, what: string): Promise<void> => {
    const body =
      request.method === "POST" ? (JSON.parse((await readText(request)) || "{}") as Record<string, unknown>) : {};
    const text = typeof body["text"] === "string" ? body["text"] : "";
    const shown = async (done: Promise<{ answer: GivenAnswer }>) => sendJson(response, (await done).answer);
    switch (what) {
      case "state":
        return sendJson(response, {
          messages: state.messages,
          calls: state.calls.map(({ method, at, answer }) => ({ method, at, answer })),
          problems: state.problems,
          acks: sockets.acks,
          sockets: sockets.count,
        });
      case "fault":
        faults.add(body as Fault);
        return sendJson(response, { ok: true });
      case "settings":
        Object.assign(state.settings, body);
        return sendJson(response, { ok: true });
      case "command":
        return shown(people.command(text, body));
      case "press":
        return shown(people.press(text, body));
      case "join":
        await people.join(text);
        return sendJson(response, { ok: true });
      case "refresh":
        sockets.refresh("refresh_requested");
        return sendJson(response, { ok: true });
      case "cut":
        sockets.cut();
        return sendJson(response, { ok: true });
      default:
        return sendJson(response, { ok: false, error: `no control ${what}` }, 404);
    }
  };

  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    apiUrl: `${base()}/api/`,
    state,
    people,
    modals: new Modals(state, people),
    sockets,
    answers,
    messages: (channel) => state.messages.filter((message) => channel === undefined || message.channel === channel),
    withKey: (key) => state.messages.filter((message) => message.metadata?.event_payload["key"] === key),
    fault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    acks: () => sockets.acks,
    stop: async (stopOptions = {}) => {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (state.problems.length > 0 && stopOptions.expectProblems !== true) {
        throw new Error(`the fake Slack saw: ${state.problems.join(" | ")}`);
      }
    },
  };
}

/** The bytes of an upload: raw, or the one file of a multipart form. */
async function fileIn(body: Buffer, type: string): Promise<Buffer> {
  if (!type.startsWith("multipart/form-data")) return body;
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  const file = [...form.values()].find((value) => value instanceof Blob);
  return file === undefined ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer());
}
