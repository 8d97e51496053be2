import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type FakePage = { body: string; contentType?: string; status?: number; delayMs?: number };

export type FakePages = {
  /** `http://127.0.0.1:PORT` */
  url: string;
  /** Changes what a path answers from now on. */
  set(path: string, page: FakePage): void;
  /** Every request so far. */
  requests: { path: string; ifNoneMatch: string | undefined; status: number }[];
  close(): Promise<void>;
};

/** A provider's web site: pages by path with ETag and conditional GET (RFC 9110, 13.1.2). Unknown paths are 404. */
export async function startFakePages(pages: Record<string, FakePage>): Promise<FakePages> {
  const byPath = new Map(Object.entries(pages));
  const requests: FakePages["requests"] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://x").pathname;
    const page = byPath.get(path);
    const ifNoneMatch = request.headers["if-none-match"];
    const finish = (status: number, headers: Record<string, string>, body: string) => {
      requests.push({ path, ifNoneMatch, status });
      setTimeout(() => response.writeHead(status, headers).end(body), page?.delayMs ?? 0);
    };
    if (page === undefined) return finish(404, { "content-type": "text/plain" }, "not found");
    const etag = `"${createHash("sha256").update(page.body).digest("hex").slice(0, 16)}"`;
    if (ifNoneMatch === etag && (page.status ?? 200) === 200) return finish(304, { etag }, "");
    return finish(
      page.status ?? 200,
      { "content-type": page.contentType ?? "text/markdown; charset=utf-8", etag },
      page.body,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    set: (path, page) => void byPath.set(path, page),
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
