import { civilDateAt } from "../core/civil-date.ts";
import { recordKey } from "../core/model.ts";
import { shortId } from "../core/change.ts";
import type { HttpDeps } from "./deps.ts";
import { filterOf } from "./find.ts";
import { languageOf } from "./language.ts";
import type { Route } from "./server.ts";

/** Pictures kept, so that asking again and again draws nothing. */
const KEPT = 24;

/** `/timeline.png`: the next twelve months as a picture, filtered by `provider` and `surface`. */
export function pictureRoute(
  deps: Pick<HttpDeps, "upcoming" | "messagesFor" | "languages" | "now" | "timelinePng">,
): Route {
  const kept = new Map<string, Promise<Buffer>>();
  return async (request) => {
    if (request.path !== "/timeline.png") return null;
    const { provider, surface } = filterOf(request.query);
    const matches = await deps.upcoming({
      ...(provider === "" ? {} : { provider }),
      ...(surface === "" ? {} : { surface }),
    });
    const messages = deps.messagesFor(languageOf(request, deps.languages));
    const today = civilDateAt(deps.now());
    const shown = matches.map((match) => `${recordKey(match)} ${match.shutdown} ${match.precision}`);
    const key = shortId(messages.tag, today, ...shown);
    const drawn = kept.get(key) ?? deps.timelinePng({ matches, messages, today });
    kept.delete(key);
    kept.set(key, drawn);
    drawn.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return {
      status: 200,
      contentType: "image/png",
      body: await drawn,
      cache: "public, max-age=900",
      headers: { vary: "Accept-Language" },
    };
  };
}
