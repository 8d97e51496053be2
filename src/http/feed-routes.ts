import type { HttpDeps } from "./deps.ts";
import { jsonFeedOf, rssOf } from "./feeds-out.ts";
import { languageOf } from "./language.ts";
import { modelEolOf } from "./model-eol.ts";
import { json, type Route } from "./server.ts";
import { shutdownsOf } from "./shutdowns.ts";
import { providerOf, surfaceOf } from "../core/surface.ts";

const ITEMS = 100;
const CACHE = "public, max-age=300";
/** Feeds need absolute addresses; without PUBLIC_URL the one that the process knows must do. */
const NO_PUBLIC_URL = "http://localhost";

/** `/feed.xml`, `/feed.json`: the news. `/model-eol/SURFACE.json`: what ends on one surface, for programs. */
export function feedRoutes(deps: HttpDeps): Route[] {
  return [
    async (request) => {
      if (request.path !== "/feed.xml" && request.path !== "/feed.json") return null;
      const messages = deps.messagesFor(languageOf(request, deps.languages));
      const feed = {
        changes: await deps.recentChanges(ITEMS),
        headline: (change: Parameters<HttpDeps["headline"]>[0]) => deps.headline(change, messages),
        messages,
        publicUrl: deps.publicUrl ?? NO_PUBLIC_URL,
      };
      const headers = { vary: "Accept-Language" };
      if (request.path === "/feed.json")
        return {
          ...json(200, jsonFeedOf(feed)),
          contentType: "application/feed+json; charset=utf-8",
          cache: CACHE,
          headers,
        };
      return {
        status: 200,
        contentType: "application/rss+xml; charset=utf-8",
        body: rssOf(feed),
        cache: CACHE,
        headers,
      };
    },
    async ({ segments }) => {
      const [folder, file = "", rest] = segments;
      if (folder !== "model-eol" || rest !== undefined || !file.endsWith(".json")) return null;
      const surface = file.slice(0, -".json".length);
      const shutdowns = await shutdownsOf(deps, surface);
      // A surface that nothing is known of is no empty list: the address is wrong.
      if (shutdowns.length === 0 && surfaceOf(surface) === undefined) return null;
      const publisher = shutdowns[0]?.match.provider ?? providerOf(surface);
      const body = modelEolOf({ shutdowns, publisher, now: deps.now() });
      return { ...json(200, body), cache: CACHE, headers: { "access-control-allow-origin": "*" } };
    },
  ];
}
