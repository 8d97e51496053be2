import type { Metrics } from "./metrics.ts";
import { json, type Route } from "./server.ts";

export type Readiness = { ready: boolean; parts: Record<string, string> };

/**
 * `/healthz` and `/livez` (the process lives), `/readyz` and `/healthz?ready` (store open, platforms connected, lease
 * held) and `/metrics`, as https://kubernetes.io/docs/reference/using-api/health-checks/ does it: 200 or 503.
 */
export function healthRoutes(deps: { readiness(): Promise<Readiness>; metrics: Metrics; now(): number }): Route[] {
  return [
    async ({ path, query }) => {
      if (path !== "/healthz" && path !== "/readyz" && path !== "/livez") return null;
      const wantsReady = path === "/readyz" || query.has("ready");
      const { ready, parts } = await deps.readiness();
      return json(wantsReady && !ready ? 503 : 200, { live: true, ready, parts });
    },
    async ({ path }) => {
      if (path !== "/metrics") return null;
      const body = await deps.metrics.render(deps.now());
      return { status: 200, contentType: "text/plain; version=0.0.4; charset=utf-8", body };
    },
  ];
}
