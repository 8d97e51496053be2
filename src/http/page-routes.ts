import { civilDateAt } from "../core/civil-date.ts";
import { type ModelRecord, recordKey, type StatusMatch } from "../core/model.ts";
import type { HttpDeps } from "./deps.ts";
import { filterOf, findMatches } from "./find.ts";
import { languageOf } from "./language.ts";
import type { Frame } from "./page/layout.ts";
import { indexPage } from "./page/index-page.ts";
import { modelPage } from "./page/model-page.ts";
import { notFoundPage } from "./page/not-found.ts";
import { sourcesPage } from "./page/sources-page.ts";
import { ICON, PAGE_HEADERS } from "./page/style.ts";
import type { HttpAnswer, HttpRequest, Route } from "./server.ts";

const LATELY = 8;
const MOST_ELSEWHERE = 20;
const CACHE = "public, max-age=60";

/** `/`, `/models/...`, `/sources`, the icon, and a page for browsers that ask for what is not here. */
export function pageRoutes(deps: HttpDeps): Route[] {
  const frameOf = (request: HttpRequest): Frame => ({
    messages: deps.messagesFor(languageOf(request, deps.languages)),
    today: civilDateAt(deps.now()),
    now: deps.now(),
  });
  return [
    async (request) => (request.path === "/" ? page(await index(deps, frameOf(request), request.query)) : null),
    async (request) => {
      if (request.segments[0] !== "models") return null;
      const record = recordAt(await deps.records(), request.segments.slice(1));
      return record === null ? null : page(await model(deps, frameOf(request), record));
    },
    async (request) => (request.path === "/sources" ? page(sourcesPage(frameOf(request), await deps.sources())) : null),
    async ({ path }) =>
      path === "/icon.svg"
        ? { status: 200, contentType: "image/svg+xml", body: ICON, cache: "public, max-age=86400" }
        : null,
    async (request) => {
      if (!request.accept.includes("text/html")) return null;
      const guess = request.segments[0] === "models" ? request.segments.slice(2).join(" ") : "";
      const { cache: _, ...answer } = page(notFoundPage(frameOf(request), guess));
      return { ...answer, status: 404 };
    },
  ];
}

function page(body: string): HttpAnswer {
  return { status: 200, contentType: "text/html; charset=utf-8", body, cache: CACHE, headers: PAGE_HEADERS };
}

async function index(deps: HttpDeps, frame: Frame, query: URLSearchParams): Promise<string> {
  const filter = filterOf(query);
  const { matches, suggestions } = await findMatches(deps, filter);
  const known = [...(await deps.records()).values()].filter((record) => record.claims.length > 0);
  const plain = filter.q === "" && filter.provider === "" && filter.surface === "" && filter.page === 1;
  const changes = plain ? await deps.recentChanges(LATELY) : [];
  return indexPage(frame, {
    filter,
    matches,
    suggestions,
    providers: distinct(known.map((record) => record.provider)),
    surfaces: distinct(known.map((record) => record.surface)),
    changes: changes.map((change) => ({ change, headline: deps.headline(change, frame.messages) })),
  });
}

function distinct(values: string[]): string[] {
  return [...new Set(values)].sort();
}

/** `SURFACE/MODEL` or `SURFACE/MODEL/VERSION`; an id with slashes may also come with them bare. */
function recordAt(records: ReadonlyMap<string, ModelRecord>, parts: string[]): ModelRecord | null {
  const [surface = "", ...rest] = parts;
  const at = (model_id: string, version: string | null) => records.get(recordKey({ surface, model_id, version }));
  const last = rest.at(-1) ?? "";
  const found = at(rest.join("/"), null) ?? at(rest.slice(0, -1).join("/"), last);
  // Without claims its story went on under another name.
  return found === undefined || found.claims.length === 0 ? null : found;
}

async function model(deps: HttpDeps, frame: Frame, record: ModelRecord): Promise<string> {
  const match = deps.matchOf(record);
  const key = recordKey(record);
  const id = record.model_id.toLowerCase();
  const elsewhere = [...(await deps.records()).values()]
    .filter((other) => other.claims.length > 0 && other.model_id.toLowerCase() === id && recordKey(other) !== key)
    .slice(0, MOST_ELSEWHERE)
    .map((other) => deps.matchOf(other));
  const replacements = await Promise.all(
    match.replacements.map(async (name) => ({
      name,
      match: await replacementOf(deps, name, match),
      prices: deps.prices(match.surface, name),
    })),
  );
  const prices = deps.prices(match.surface, match.model_id, match.version);
  return modelPage(frame, { match, record, prices, replacements, elsewhere });
}

/** What is known of a replacement, on the same surface alone: elsewhere it may live longer or shorter. */
async function replacementOf(deps: HttpDeps, name: string, match: StatusMatch): Promise<StatusMatch | null> {
  const exact = (await deps.records()).get(recordKey({ surface: match.surface, model_id: name, version: null }));
  if (exact !== undefined && exact.claims.length > 0) return deps.matchOf(exact);
  const { matches } = await deps.status(name);
  const here = matches.filter((other) => other.surface === match.surface && recordKey(other) !== recordKey(match));
  return here[0] ?? null;
}
