import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import type { Json } from "./model.ts";
import { channelJson, guildJson, memberJson, type State } from "./state.ts";

type Session = { id: string; sequence: number; sent: { s: number; text: string }[]; socket: WebSocket | null };

const PAYLOAD_MAX = 4096;
const EVENTS_PER_MINUTE = 120;

/**
 * The gateway: https://docs.discord.com/developers/events/gateway. HELLO, heartbeats, IDENTIFY, READY, GUILD_CREATE,
 * RESUME with the missed events, op 7 and op 9, and the documented close codes.
 */
export function createGateway(options: {
  server: Server;
  state: State;
  heartbeatMs: number;
  maxConcurrency: number;
  address: () => string;
}) {
  const { state } = options;
  const sockets = new WebSocketServer({ server: options.server, path: "/gateway" });
  const sessions = new Map<string, Session>();
  const identifies: number[] = [];
  const log = { identifies: 0, resumes: 0, heartbeats: 0, closes: [] as number[] };
  let acknowledge = true;

  sockets.on("connection", (socket, request) => {
    const version = new URL(request.url ?? "/", "ws://fake").searchParams.get("v");
    if (version !== "10" && version !== "9") {
      close(socket, 4012);
      return;
    }
    let session: Session | null = null;
    const times: number[] = [];
    send(socket, { op: 10, d: { heartbeat_interval: options.heartbeatMs }, s: null, t: null });
    socket.on("message", (data: Buffer) => {
      if (data.length > PAYLOAD_MAX) {
        close(socket, 4002);
        return;
      }
      const now = Date.now();
      times.push(now);
      while ((times[0] ?? now) < now - 60_000) times.shift();
      if (times.length > EVENTS_PER_MINUTE) {
        close(socket, 4008);
        return;
      }
      const payload = parse(data);
      if (!payload) {
        close(socket, 4002);
        return;
      }
      if (payload.op === 1) {
        log.heartbeats += 1;
        if (acknowledge) send(socket, { op: 11, d: null, s: null, t: null });
      } else if (payload.op === 2) {
        if (session) {
          close(socket, 4005);
          return;
        }
        session = identify(socket, payload.d as Json);
      } else if (payload.op === 6) session = resume(socket, payload.d as Json);
      else if (!session) close(socket, 4003);
      else if (payload.op !== 3 && payload.op !== 4 && payload.op !== 8) close(socket, 4001);
    });
    socket.on("close", (code) => {
      log.closes.push(code);
      if (!session || session.socket !== socket) return;
      session.socket = null;
      if (code === 1000 || code === 1001) sessions.delete(session.id);
    });
    socket.on("error", () => socket.terminate());
  });

  const identify = (socket: WebSocket, d: Json): Session | null => {
    if (d["token"] !== state.settings.token) return close(socket, 4004);
    if (typeof d["intents"] !== "number") return close(socket, 4013);
    // Members, presences and message content are privileged and not granted here.
    if ((d["intents"] & ((1 << 1) | (1 << 8) | (1 << 15))) !== 0) return close(socket, 4014);
    const now = Date.now();
    while ((identifies[0] ?? now) < now - 5_000) identifies.shift();
    if (identifies.length >= options.maxConcurrency) {
      send(socket, { op: 9, d: false, s: null, t: null });
      return null;
    }
    identifies.push(now);
    log.identifies += 1;
    const session: Session = { id: randomUUID(), sequence: 0, sent: [], socket };
    sessions.set(session.id, session);
    dispatch(session, "READY", {
      v: 10,
      user: { id: state.settings.botId, username: "sundown", discriminator: "0", avatar: null, bot: true },
      session_id: session.id,
      resume_gateway_url: options.address(),
      shard: [0, 1],
      guilds: state.guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      application: { id: state.settings.applicationId, flags: 0 },
    });
    for (const guild of state.guilds) dispatch(session, "GUILD_CREATE", guildCreate(guild.id));
    return session;
  };

  const resume = (socket: WebSocket, d: Json): Session | null => {
    const session = sessions.get(String(d["session_id"]));
    if (d["token"] !== state.settings.token) return close(socket, 4004);
    if (!session) {
      send(socket, { op: 9, d: false, s: null, t: null });
      return null;
    }
    log.resumes += 1;
    session.socket = socket;
    for (const event of session.sent) if (event.s > Number(d["seq"])) socket.send(event.text);
    dispatch(session, "RESUMED", {});
    return session;
  };

  const guildCreate = (id: string): Json => {
    const guild = state.guilds.find((other) => other.id === id);
    if (!guild) throw new Error(`the fake has no guild ${id}`);
    return {
      ...guildJson(guild),
      joined_at: "2026-01-01T00:00:00Z",
      large: false,
      unavailable: false,
      member_count: 2,
      members: [memberJson(guild, state.settings.botId)],
      channels: guild.channels.filter((channel) => channel.type !== 11).map(channelJson),
      threads: guild.channels.filter((channel) => channel.type === 11).map(channelJson),
      voice_states: [],
      presences: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
    };
  };

  const dispatch = (session: Session, t: string, d: Json): void => {
    session.sequence += 1;
    const text = JSON.stringify({ op: 0, t, s: session.sequence, d });
    session.sent.push({ s: session.sequence, text });
    if (session.sent.length > 1_000) session.sent.shift();
    if (session.socket?.readyState === 1) session.socket.send(text);
  };

  const all = (act: (socket: WebSocket) => void) => sockets.clients.forEach(act);
  return {
    log,
    guildCreate,
    /** An event for every session; a disconnected one gets it when it resumes. */
    dispatch: (t: string, d: Json) => {
      for (const session of sessions.values()) dispatch(session, t, d);
    },
    requestReconnect: () => all((socket) => send(socket, { op: 7, d: null, s: null, t: null })),
    invalidateSession: (resumable: boolean) => {
      if (!resumable) sessions.clear();
      all((socket) => send(socket, { op: 9, d: resumable, s: null, t: null }));
    },
    drop: () => all((socket) => socket.terminate()),
    acknowledgeHeartbeats: (value: boolean) => {
      acknowledge = value;
    },
    close: () => {
      all((socket) => socket.terminate());
      sockets.close();
    },
  };
}

function parse(data: Buffer): { op: number; d: unknown } | null {
  try {
    const value = JSON.parse(data.toString("utf8")) as { op?: unknown; d?: unknown };
    return typeof value.op === "number" ? { op: value.op, d: value.d } : null;
  } catch {
    return null;
  }
}

function send(socket: WebSocket, payload: Json): void {
  if (socket.readyState === 1) socket.send(JSON.stringify(payload));
}

function close(socket: WebSocket, code: number): null {
  socket.close(code);
  return null;
}
