import { nameKey } from "../core/model-name.ts";
import { recordKey, type StatusMatch } from "../core/model.ts";
import type { HttpDeps } from "./deps.ts";

/** What `/` was asked to show. */
export type Filter = { q: string; provider: string; surface: string; past: boolean; page: number };

const MOST_QUERY = 200;
const MOST_PAGE = 10_000;

/** The filter of a query; what cannot be read is left out. */
export function filterOf(query: URLSearchParams): Filter {
  const text = (name: string) => (query.get(name) ?? "").trim().slice(0, MOST_QUERY);
  const page = Number(query.get("page"));
  return {
    q: text("q"),
    provider: text("provider"),
    surface: text("surface"),
    past: text("past") !== "" && text("past") !== "0",
    page: Number.isInteger(page) && page >= 1 ? Math.min(page, MOST_PAGE) : 1,
  };
}

/**
 * The models that fit a filter: those ahead by date; with `past` all that are known, the ones ahead first, then what
 * has passed, the newest first, then what has no date. A search finds what the words mean (`gpt 4.5`) and what holds them.
 */
export async function findMatches(
  deps: Pick<HttpDeps, "upcoming" | "records" | "matchOf" | "status">,
  filter: Filter,
): Promise<{ matches: StatusMatch[]; suggestions: string[] }> {
  const all = filter.past ? await everything(deps) : await deps.upcoming({});
  const placed = all.filter(
    (match) =>
      (filter.provider === "" || match.provider === filter.provider) &&
      (filter.surface === "" || match.surface === filter.surface),
  );
  if (filter.q === "") return { matches: placed, suggestions: [] };
  const answer = await deps.status(filter.q);
  const meant = new Set(answer.matches.map(recordKey));
  const wanted = nameKey(filter.q);
  const raw = filter.q.toLowerCase();
  const holds = (match: StatusMatch) =>
    [match.model_id, ...match.aliases].some(
      (name) => name.toLowerCase().includes(raw) || (wanted !== "" && nameKey(name).includes(wanted)),
    );
  const matches = placed.filter((match) => meant.has(recordKey(match)) || holds(match));
  return { matches, suggestions: matches.length === 0 ? answer.suggestions : [] };
}

async function everything(deps: Pick<HttpDeps, "records" | "matchOf">): Promise<StatusMatch[]> {
  const records = [...(await deps.records()).values()].filter((record) => record.claims.length > 0);
  const placed = records.map((record) => {
    const match = deps.matchOf(record);
    return { match, order: orderOf(match) };
  });
  placed.sort(
    ({ order: a }, { order: b }) =>
      a.rank - b.rank || a.days - b.days || (a.name < b.name ? -1 : Number(a.name > b.name)),
  );
  return placed.map(({ match }) => match);
}

function orderOf(match: StatusMatch): { rank: number; days: number; name: string } {
  const name = `${match.surface} ${match.model_id} ${match.version ?? ""}`;
  const { days_left: days } = match;
  if (days === null) return { rank: 2, days: 0, name };
  return days >= 0 ? { rank: 0, days, name } : { rank: 1, days: -days, name };
}
