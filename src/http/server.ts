import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

export type HttpAnswer = {
  status: number;
  contentType: string;
  body: string | Buffer;
  headers?: Record<string, string>;
  /** The Cache-Control of a good answer that may be kept; with it goes an ETag. Absent: `no-store`. */
  cache?: string;
};

/** `path` is decoded; `segments` are its parts, each decoded by itself, so that an id may hold a slash. */
export type HttpRequest = {
  method: string;
  path: string;
  segments: string[];
  query: URLSearchParams;
  /** The Accept and Accept-Language headers, "" when absent. */
  accept: string;
  acceptLanguage: string;
};

/** A route answers, or returns null to let the next one look. */
export type Route = (request: HttpRequest) => Promise<HttpAnswer | null>;

export type HttpServer = { url: string; close(): Promise<void> };

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Smaller texts do not gain by compression. */
const GZIP_FROM_BYTES = 1_400;
const gzipped = promisify(gzip);

/** For every answer; pages add the style that they allow. https://developer.mozilla.org/docs/Web/HTTP/Guides/CSP */
const SAFE_HEADERS: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

/** JSON with the right headers. */
export function json(status: number, body: unknown): HttpAnswer {
  return { status, contentType: "application/json; charset=utf-8", body: `${JSON.stringify(body)}\n` };
}

/**
 * Serves GET and HEAD by the first route that answers, with ETag, 304 and gzip (RFC 9110). Anything else is 404 or 405;
 * what a route throws is 500 without its words, which go to `onError`.
 */
export function httpHandler(routes: readonly Route[], onError: (error: unknown) => void): Handler {
  return (request, response) => {
    answer(request, routes)
      .catch((error: unknown) => {
        onError(error);
        return json(500, { error: "this page failed; the log says why" });
      })
      .then((result) => write(request, response, result))
      .catch((error: unknown) => {
        onError(error);
        response.destroy();
      });
  };
}

/**
 * Listens on an address.
 * @throws when it cannot be listened on, saying which one and what to do
 */
export async function startHttp(options: { host: string; port: number; handler: Handler }): Promise<HttpServer> {
  const server = createServer(options.handler);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(new Error(`HTTP address ${options.host}:${options.port} ${whyNot(error)}`));
    });
    server.listen(options.port, options.host, () => resolve());
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  return {
    url: `http://${options.host.includes(":") ? `[${options.host}]` : options.host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function whyNot({ code, message }: NodeJS.ErrnoException): string {
  if (code === "EADDRINUSE") return "is in use by another process; set PORT to a free one";
  if (code === "EACCES") return "is not allowed to this user; set PORT to one above 1023";
  if (code === "ENOTFOUND" || code === "EADDRNOTAVAIL" || code === "EAI_AGAIN")
    return "is no address of this machine; set HOST to one, like 127.0.0.1 or 0.0.0.0";
  return `cannot be listened on (${code ?? message}); set HOST and PORT to others`;
}

async function answer(request: IncomingMessage, routes: readonly Route[]): Promise<HttpAnswer> {
  const method = request.method ?? "GET";
  if (method !== "GET" && method !== "HEAD")
    return { ...json(405, { error: "only GET" }), headers: { allow: "GET, HEAD" } };
  const url = URL.parse(`http://localhost${request.url ?? "/"}`);
  if (url === null) return json(400, { error: "this address cannot be read" });
  const seen: HttpRequest = {
    method,
    path: decode(url.pathname),
    segments: url.pathname.split("/").slice(1).map(decode),
    query: url.searchParams,
    accept: request.headers.accept ?? "",
    acceptLanguage: request.headers["accept-language"] ?? "",
  };
  for (const route of routes) {
    const result = await route(seen);
    if (result !== null) return result;
  }
  return json(404, { error: "nothing is here" });
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function write(request: IncomingMessage, response: ServerResponse, result: HttpAnswer): Promise<void> {
  const headers: Record<string, string> = { ...SAFE_HEADERS, "cache-control": "no-store", ...result.headers };
  if (result.cache !== undefined && result.status === 200) {
    headers["cache-control"] = result.cache;
    // Weak: the same page with and without gzip has one mark.
    headers["etag"] = `W/"${createHash("sha256").update(result.body).digest("base64url").slice(0, 27)}"`;
    if (isKnown(request.headers["if-none-match"], headers["etag"])) {
      response.writeHead(304, headers).end();
      return;
    }
  }
  headers["content-type"] = result.contentType;
  let body = Buffer.from(result.body);
  if (typeof result.body === "string" && body.length >= GZIP_FROM_BYTES) {
    headers["vary"] = headers["vary"] === undefined ? "Accept-Encoding" : `${headers["vary"]}, Accept-Encoding`;
    if (takesGzip(request.headers["accept-encoding"])) {
      body = await gzipped(body);
      headers["content-encoding"] = "gzip";
    }
  }
  headers["content-length"] = String(body.length);
  response.writeHead(result.status, headers).end(request.method === "HEAD" ? undefined : body);
}

function takesGzip(header: string | string[] | undefined): boolean {
  return String(header ?? "")
    .split(",")
    .some((part) => {
      const [name, weight] = part.trim().split(";");
      return name === "gzip" && !/^\s*q=0(\.0+)?$/.test(weight ?? "");
    });
}

/** If-None-Match compares weakly: https://www.rfc-editor.org/rfc/rfc9110#field.if-none-match */
function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const plain = (mark: string) => mark.trim().replace(/^W\//, "");
  return header.trim() === "*" || header.split(",").some((mark) => plain(mark) === plain(etag));
}
