import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type HttpAnswer = {
  status: number;
  contentType: string;
  body: string | Buffer;
  headers?: Record<string, string>;
};
/** A route answers, or returns null to let the next one look. Paths are decoded, without the query. */
export type Route = (request: { method: string; path: string; query: URLSearchParams }) => Promise<HttpAnswer | null>;

export type HttpServer = { url: string; close(): Promise<void> };

/** JSON with the right headers. */
export function json(status: number, body: unknown): HttpAnswer {
  return { status, contentType: "application/json; charset=utf-8", body: `${JSON.stringify(body)}\n` };
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Serves GET and HEAD by the first route that answers. Anything else is 404 or 405; what a route throws is 500 without
 * its words, which go to `onError`.
 */
export function httpHandler(routes: readonly Route[], onError: (error: unknown) => void): Handler {
  return (request, response) => {
    answer(request, routes)
      .catch((error: unknown) => {
        onError(error);
        return json(500, { error: "this page failed; the log says why" });
      })
      .then((result) => write(response, request.method === "HEAD", result))
      .catch(onError);
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
      const why = error.code === "EADDRINUSE" ? "is in use by another process; set PORT to a free one" : error.message;
      reject(new Error(`HTTP address ${options.host}:${options.port} ${why}`));
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

async function answer(request: IncomingMessage, routes: readonly Route[]): Promise<HttpAnswer> {
  const method = request.method ?? "GET";
  if (method !== "GET" && method !== "HEAD")
    return { ...json(405, { error: "only GET" }), headers: { allow: "GET, HEAD" } };
  const url = new URL(request.url ?? "/", "http://localhost");
  for (const route of routes) {
    const result = await route({ method, path: decodePath(url.pathname), query: url.searchParams });
    if (result !== null) return result;
  }
  return json(404, { error: "nothing is here" });
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function write(response: ServerResponse, headOnly: boolean, result: HttpAnswer): void {
  response.writeHead(result.status, {
    "content-type": result.contentType,
    "content-length": Buffer.byteLength(result.body),
    "x-content-type-options": "nosniff",
    ...result.headers,
  });
  response.end(headOnly ? undefined : result.body);
}
