import type { Agent, buildConnector, Dispatcher, request as undiciRequest } from "undici";
import type { Clock } from "../core/clock.ts";
import { decodeBody } from "../parse/decode.ts";
import { checkedUrl, dialable, ForbiddenAddressError, type Resolve, systemResolve } from "./addresses.ts";
import { readBody } from "./body.ts";

/** Limits of one fetch, from reliability.md X1 to X3. */
export const FETCH_LIMITS = { maxBytes: 5 * 1024 * 1024, timeoutMs: 20_000, maxRedirects: 5 } as const;
/** A server may ask for a pause, not for the rest of the year. */
const MAX_RETRY_AFTER_MS = 24 * 3_600_000;

export type FetchRequest = {
  url: string;
  /** Validators of the last good answer: an unchanged page costs one 304. */
  etag?: string | null;
  lastModified?: string | null;
  /** A bearer token; it is sent to the first address's origin only, never after a redirect elsewhere. */
  bearer?: string | null;
  /** The only hosts (`name` or `name:port`) that may answer, redirects included. */
  hosts?: readonly string[];
  /** Smaller than the fetcher's own limit. */
  maxBytes?: number;
  /** The bytes are handed over as well. */
  keepBytes?: boolean;
};

export type FetchResult =
  | {
      kind: "body";
      text: string;
      bytes: number;
      contentType: string | null;
      etag: string | null;
      lastModified: string | null;
      /** The address that answered, after redirects. */
      url: string;
      status: number;
      /** Only with `keepBytes`. */
      raw?: Uint8Array;
    }
  | { kind: "not-modified"; url: string }
  | { kind: "failed"; reason: string; status: number | null; retryAfterMs: number | null };

export type FetcherOptions = {
  clock: Clock;
  /** ALLOW_PRIVATE_ADDRESSES: loopback and private networks may be called. */
  allowPrivate?: boolean;
  resolve?: Resolve;
  userAgent?: string;
  maxBytes?: number;
  timeoutMs?: number;
};

export type Fetcher = {
  /** Never throws: every failure is a result with its reason in words. */
  fetchSource(request: FetchRequest): Promise<FetchResult>;
  close(): Promise<void>;
};

/** A fetcher with its own connections. Call close() at the end. */
export function createFetcher(options: FetcherOptions): Fetcher {
  // undici is imported for the first fetch, and not while the bot starts.
  let dialling: Promise<Dial> | null = null;
  const settings: Settings = {
    clock: options.clock,
    maxBytes: options.maxBytes ?? FETCH_LIMITS.maxBytes,
    timeoutMs: options.timeoutMs ?? FETCH_LIMITS.timeoutMs,
    userAgent: options.userAgent ?? "sundown (model retirement notices; self-hosted)",
    dial: () => (dialling ??= createDial(options.allowPrivate ?? false, options.resolve ?? systemResolve)),
  };
  return {
    fetchSource: (request) => fetchSource(request, settings),
    close: async () => (await dialling)?.agent.destroy(),
  };
}

type Dial = { agent: Agent; request: typeof undiciRequest };
type Settings = {
  clock: Clock;
  maxBytes: number;
  timeoutMs: number;
  userAgent: string;
  dial: () => Promise<Dial>;
};

async function createDial(allowPrivate: boolean, resolve: Resolve): Promise<Dial> {
  const undici = await import("undici");
  const connect = checkedConnector(undici.buildConnector({ timeout: 10_000 }), allowPrivate, resolve);
  return {
    agent: new undici.Agent({ connect, keepAliveTimeout: 5_000, maxResponseSize: -1 }),
    request: undici.request,
  };
}

/**
 * Dials only addresses that were resolved and checked here, at the moment of dialling: a block list elsewhere could be
 * passed by a name that resolves differently the second time. The server name stays, so certificates are checked.
 */
function checkedConnector(
  connect: buildConnector.connector,
  allowPrivate: boolean,
  resolve: Resolve,
): buildConnector.connector {
  return (target, callback) => {
    const dial = (addresses: string[]): void => {
      const [address, ...others] = addresses;
      if (address === undefined) return;
      const servername = /^[\d.]+$|[:[]/.test(target.hostname) ? undefined : (target.servername ?? target.hostname);
      connect({ ...target, hostname: address, servername }, (...result: Parameters<buildConnector.Callback>) => {
        if (result[0] !== null && others.length > 0) dial(others);
        else callback(...result);
      });
    };
    dialable(target.hostname, allowPrivate, resolve).then(dial, (cause: unknown) => callback(cause as Error, null));
  };
}

async function fetchSource(wanted: FetchRequest, settings: Settings): Promise<FetchResult> {
  const signal = AbortSignal.timeout(settings.timeoutMs);
  try {
    return await follow(wanted, settings, signal);
  } catch (cause) {
    return failed(signal.aborted ? `no whole answer within ${settings.timeoutMs / 1_000} s` : reasonOf(cause));
  }
}

async function follow(wanted: FetchRequest, settings: Settings, signal: AbortSignal): Promise<FetchResult> {
  let url = onHosts(checkedUrl(wanted.url), wanted);
  const { agent, request } = await settings.dial();
  const origin = url.origin;
  for (let hop = 0; hop <= FETCH_LIMITS.maxRedirects; hop += 1) {
    const response = await request(url, {
      dispatcher: agent,
      headers: headersFor(wanted, settings, url.origin === origin),
      signal,
    });
    const location = header(response, "location");
    if (!isRedirect(response.statusCode) || location === null) return conclude(response, url, wanted, settings, signal);
    await discard(response);
    url = onHosts(checkedUrl(location, url.href), wanted);
  }
  return failed(`more than ${FETCH_LIMITS.maxRedirects} redirects`);
}

/** @throws ForbiddenAddressError for another host than the request allows */
function onHosts(url: URL, { hosts }: FetchRequest): URL {
  if (hosts !== undefined && !hosts.includes(url.host))
    throw new ForbiddenAddressError(`${url.host} is not allowed here`);
  return url;
}

function headersFor(wanted: FetchRequest, settings: Settings, sameOrigin: boolean): Record<string, string> {
  const headers: Record<string, string> = {
    "user-agent": settings.userAgent,
    accept:
      "text/markdown, text/html;q=0.9, application/json;q=0.9, application/rss+xml, application/atom+xml, */*;q=0.5",
    "accept-encoding": "gzip, deflate, br, zstd",
  };
  if (wanted.etag) headers["if-none-match"] = wanted.etag;
  if (wanted.lastModified) headers["if-modified-since"] = wanted.lastModified;
  if (wanted.bearer && sameOrigin) headers.authorization = `Bearer ${wanted.bearer}`;
  return headers;
}

async function conclude(
  response: Dispatcher.ResponseData,
  url: URL,
  wanted: FetchRequest,
  settings: Settings,
  signal: AbortSignal,
): Promise<FetchResult> {
  const status = response.statusCode;
  if (status === 304 && (wanted.etag || wanted.lastModified)) {
    await discard(response);
    return { kind: "not-modified", url: url.href };
  }
  if (status !== 200 && status !== 203) {
    await discard(response);
    return failed(`the server answered ${status}`, status, retryAfter(header(response, "retry-after"), settings.clock));
  }
  const limit = Math.min(settings.maxBytes, wanted.maxBytes ?? settings.maxBytes);
  const bytes = await readBody(response.body, header(response, "content-encoding"), limit, signal);
  const contentType = header(response, "content-type");
  return {
    kind: "body",
    text: decodeBody(bytes, contentType),
    bytes: bytes.byteLength,
    contentType,
    etag: header(response, "etag"),
    lastModified: header(response, "last-modified"),
    url: url.href,
    status,
    ...(wanted.keepBytes === true ? { raw: bytes } : {}),
  };
}

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

function header(response: Dispatcher.ResponseData, name: string): string | null {
  const value = response.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** Ends a body that nobody wants without reading all of it. */
async function discard(response: Dispatcher.ResponseData): Promise<void> {
  await response.body.dump({ limit: 16_384 }).catch(() => undefined);
}

/** Retry-After in milliseconds: seconds or an HTTP date (RFC 9110, section 10.2.3), at most a day. */
function retryAfter(value: string | null, clock: Clock): number | null {
  if (value === null) return null;
  const at = /^\d{1,9}$/.test(value.trim()) ? Number(value) * 1_000 : Date.parse(value) - clock.now();
  return Number.isNaN(at) ? null : Math.min(Math.max(at, 0), MAX_RETRY_AFTER_MS);
}

function failed(reason: string, status: number | null = null, retryAfterMs: number | null = null): FetchResult {
  return { kind: "failed", reason, status, retryAfterMs };
}

/** What went wrong, in one line without secrets: the request's own headers are never part of it. */
function reasonOf(cause: unknown): string {
  if (cause instanceof ForbiddenAddressError) return `refused: ${cause.message}`;
  if (!(cause instanceof Error)) return "failed for an unknown reason";
  const inner = cause instanceof AggregateError ? (cause.errors[0] as Error) : cause;
  const code = "code" in inner && typeof inner.code === "string" ? ` (${inner.code})` : "";
  return `${inner.message.split("\n")[0]?.slice(0, 200) ?? "failed"}${code}`;
}
