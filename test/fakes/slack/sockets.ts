import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { WebSocket } from "ws";
import type { FakeState } from "./state.ts";
import { isJson } from "./validate.ts";

/** How long Slack waits for an acknowledgement: https://docs.slack.dev/apis/events-api/using-socket-mode */
export const ACK_MS = 3000;
const PING_MS = 10_000;

export type Ack = { envelope_id: string; ms: number; late: boolean; payload?: unknown };

/** Socket Mode: tickets, hello, envelopes, acknowledgements, disconnects. */
export class Sockets {
  readonly acks: Ack[] = [];
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #open = new Set<WebSocket>();
  readonly #tickets = new Set<string>();
  readonly #waiting = new Map<string, { at: number; done: (ack: Ack) => void }>();
  readonly #state: FakeState;
  /** All connections ever opened. */
  opened = 0;

  constructor(state: FakeState, http: Server) {
    this.#state = state;
    http.on("upgrade", (request, socket, head) => this.#upgrade(request, socket, head));
  }

  get count(): number {
    return this.#open.size;
  }

  /** The address that apps.connections.open gives; its ticket works once. */
  ticketUrl(base: string): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return `${base.replace(/^http/, "ws")}/link/?ticket=${ticket}&app_id=A1`;
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? "", "http://fake").searchParams.get("ticket") ?? "";
    if (!this.#tickets.delete(ticket)) {
      socket.end("HTTP/1.1 401 Unauthorized\r\n\r\n");
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#accept(connection));
  }

  #accept(connection: WebSocket): void {
    this.#open.add(connection);
    this.opened += 1;
    const ping = setInterval(() => connection.ping(), PING_MS).unref();
    connection.on("close", () => {
      clearInterval(ping);
      this.#open.delete(connection);
    });
    connection.on("error", () => connection.terminate());
    connection.on("message", (data: Buffer) => this.#receive(data.toString()));
    connection.send(
      JSON.stringify({ type: "hello", num_connections: this.#open.size, connection_info: {}, debug_info: {} }),
    );
  }

  #receive(text: string): void {
    const message: unknown = JSON.parse(text);
    const id = isJson(message) && typeof message["envelope_id"] === "string" ? message["envelope_id"] : "";
    const waiting = this.#waiting.get(id);
    if (!waiting) {
      this.#state.problems.push(`an acknowledgement that nobody waits for: ${text.slice(0, 200)}`);
      return;
    }
    const ms = Date.now() - waiting.at;
    const ack = { envelope_id: id, ms, late: ms > ACK_MS, payload: isJson(message) ? message["payload"] : undefined };
    this.#waiting.delete(id);
    this.acks.push(ack);
    waiting.done(ack);
  }

  /**
   * Sends an envelope on any open connection and waits for its acknowledgement. Late ones are kept in `acks`, and after
   * a while the fake gives up. @throws Error when nothing is connected or nothing came
   */
  async push(type: string, payload: object, envelopeId: string = randomUUID()): Promise<Ack> {
    const connection = this.#open.values().next().value;
    if (connection === undefined) throw new Error("the fake Slack has no Socket Mode connection");
    const acked = new Promise<Ack>((resolve, reject) => {
      this.#waiting.set(envelopeId, { at: Date.now(), done: resolve });
      setTimeout(() => reject(new Error(`envelope ${envelopeId} was never acknowledged`)), ACK_MS * 2).unref();
    });
    connection.send(
      JSON.stringify({ envelope_id: envelopeId, type, payload, accepts_response_payload: type !== "events_api" }),
    );
    return acked;
  }

  /** Slack asks to reconnect; the client closes. */
  refresh(reason: "warning" | "refresh_requested" | "link_disabled"): void {
    for (const connection of this.#open) connection.send(JSON.stringify({ type: "disconnect", reason }));
  }

  /** The network cuts every connection without a word. */
  cut(): void {
    for (const connection of this.#open) connection.terminate();
  }

  close(): void {
    this.cut();
    this.#server.close();
  }
}
