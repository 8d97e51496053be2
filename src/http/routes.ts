import type { HttpDeps } from "./deps.ts";
import { healthRoutes } from "./health.ts";
import type { Route } from "./server.ts";

/**
 * The addresses that `createRoutes` answers, as path-to-regexp 8 patterns: for a server that wants them listed, as
 * Slack's HTTP receiver does (https://docs.slack.dev/tools/bolt-js/concepts/custom-routes).
 */
export const HTTP_PATHS: readonly string[] = [
  "/healthz",
  "/readyz",
  "/livez",
  "/metrics",
  "/",
  "/sources",
  "/models/*model",
  "/calendar.ics",
  "/calendar/:token",
  "/feed.xml",
  "/feed.json",
  "/model-eol/:surface",
  "/timeline.png",
  "/icon.svg",
];

/** Everything that is served over HTTP. It only reads; nothing here changes the bot. The last route answers all else. */
export function createRoutes(deps: HttpDeps): Route[] {
  return [
    ...healthRoutes(deps),
    // What only visitors need is imported for the first of them, and not while the bot starts.
    atFirstVisit(async () => {
      const [{ calendarRoutes }, { feedRoutes }, { pictureRoute }, { pageRoutes }] = await Promise.all([
        import("./calendar-routes.ts"),
        import("./feed-routes.ts"),
        import("./picture-route.ts"),
        import("./page-routes.ts"),
      ]);
      return [...calendarRoutes(deps), ...feedRoutes(deps), pictureRoute(deps), ...pageRoutes(deps)];
    }),
  ];
}

function atFirstVisit(load: () => Promise<Route[]>): Route {
  let loading: Promise<Route[]> | null = null;
  return async (request) => {
    loading ??= load();
    for (const route of await loading) {
      const answer = await route(request);
      if (answer !== null) return answer;
    }
    return null;
  };
}
