import { calendarRoutes } from "./calendar-routes.ts";
import type { HttpDeps } from "./deps.ts";
import { feedRoutes } from "./feed-routes.ts";
import { healthRoutes } from "./health.ts";
import { pageRoutes } from "./page-routes.ts";
import { pictureRoute } from "./picture-route.ts";
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
  return [...healthRoutes(deps), ...calendarRoutes(deps), ...feedRoutes(deps), pictureRoute(deps), ...pageRoutes(deps)];
}
