import type { Change } from "../../core/change.ts";
import type { StatusMatch } from "../../core/model.ts";
import { surfaceLabel } from "../../core/surface.ts";
import type { Filter } from "../find.ts";
import { modelPath } from "../names.ts";
import { type Html, html } from "./html.ts";
import { type Frame, layout } from "./layout.ts";
import { modelTable } from "./table.ts";
import { timeline } from "./timeline.ts";

export type IndexData = {
  filter: Filter;
  /** All that fit the filter. */
  matches: readonly StatusMatch[];
  /** Near names, when nothing fits. */
  suggestions: readonly string[];
  /** What may be chosen: the providers and surfaces that something is known of. */
  providers: readonly string[];
  surfaces: readonly string[];
  /** What changed lately, in words. */
  changes: readonly { change: Change; headline: string }[];
};

/** Rows of one page. */
const PAGE_ROWS = 200;
const SOON_DAYS = 30;

/** `/`: the timeline and the table, filtered by the query, 200 rows at a time. */
export function indexPage(frame: Frame, data: IndexData): string {
  const { page, headline } = frame.messages;
  const soon = data.matches.filter((match) => isWithin(match, SOON_DAYS)).length;
  const pages = Math.max(1, Math.ceil(data.matches.length / PAGE_ROWS));
  const at = Math.min(data.filter.page, pages);
  const rows = data.matches.slice((at - 1) * PAGE_ROWS, at * PAGE_ROWS);
  // Where nothing fits, what to do next stands where a phone shows it, not below twelve empty months.
  const found = html`<h2>${page.timeline}</h2>${timeline(data.matches, frame.today, frame.messages)}
<h2>${page.list}</h2>${modelTable(rows, frame, page.list)}`;
  const body = html`<h1>${data.filter.q === "" ? headline.upcoming(soon, SOON_DAYS) : headline.statusMany(data.filter.q, data.matches.length)}</h1><p class="lead">${page.tagline}</p>
${filterForm(frame, data)}
${data.matches.length === 0 ? nothing(frame, data) : found}
${pages > 1 ? pager(frame, data.filter, at, pages) : null}
${lately(frame, data)}`;
  return layout(frame, { title: null, path: "/", body });
}

function isWithin(match: StatusMatch, days: number): boolean {
  if (match.status !== "deprecated" || match.days_left === null) return false;
  return match.days_left >= 0 && match.days_left <= days;
}

function filterForm(frame: Frame, { filter, providers, surfaces }: IndexData): Html {
  const { page, labels } = frame.messages;
  const options = (all: readonly string[], chosen: string, label: (id: string) => string) =>
    html`<option value="">${page.all}</option>${all.map(
      (one) => html`<option value="${one}"${one === chosen ? html` selected` : null}>${label(one)}</option>`,
    )}`;
  const filtered = filter.q !== "" || filter.provider !== "" || filter.surface !== "" || filter.past;
  return html`<form class="filter" method="get" action="/" role="search">
<label class="wide">${page.search}<input type="search" name="q" value="${filter.q}" maxlength="200" autocomplete="off"></label>
<label>${labels.provider}<select name="provider">${options(providers, filter.provider, (id) => id)}</select></label>
<label>${labels.surface}<select name="surface">${options(surfaces, filter.surface, surfaceLabel)}</select></label>
<label>${page.show}<select name="past"><option value="">${page.upcomingOnly}</option><option value="1"${filter.past ? html` selected` : null}>${page.everything}</option></select></label>
<button>${page.apply}</button>${filtered ? html`<a href="/">${page.clear}</a>` : null}</form>`;
}

function nothing({ messages }: Frame, { filter, suggestions }: IndexData): Html {
  const { page, text } = messages;
  if (filter.q === "") return html`<p>${text.nothingUpcoming}</p>`;
  const near = suggestions.map((name, at) => html`${at > 0 ? messages.list(["", ""]) : null}${searchLink(name)}`);
  return html`${filter.past ? null : html`<p><a href="${queryOf({ ...filter, past: true, page: 1 })}">${page.searchEverything}</a></p>`}
${suggestions.length === 0 ? null : html`<p>${text.didYouMean}${messages.colon}${near}</p>`}`;
}

function searchLink(name: string): Html {
  return html`<a href="${queryOf({ q: name, provider: "", surface: "", past: true, page: 1 })}"><code>${name}</code></a>`;
}

function pager(frame: Frame, filter: Filter, at: number, pages: number): Html {
  const { page } = frame.messages;
  const link = (to: number, words: string) => html`<a href="${queryOf({ ...filter, page: to })}">${words}</a>`;
  return html`<nav class="pages" aria-label="${page.pageOf(at, pages)}">${at > 1 ? link(at - 1, page.previous) : null}<span>${page.pageOf(at, pages)}</span>${at < pages ? link(at + 1, page.following) : null}</nav>`;
}

function queryOf(filter: Filter): string {
  const query = new URLSearchParams();
  for (const name of ["q", "provider", "surface"] as const) if (filter[name] !== "") query.set(name, filter[name]);
  if (filter.past) query.set("past", "1");
  if (filter.page > 1) query.set("page", String(filter.page));
  const text = query.toString();
  return text === "" ? "/" : `/?${text}`;
}

function lately(frame: Frame, { changes }: IndexData): Html | null {
  if (changes.length === 0) return null;
  const { messages } = frame;
  return html`<h2>${messages.page.lately}</h2><ul class="plain">${changes.map(
    ({ change, headline }) =>
      html`<li><a href="${modelPath(change)}">${headline}</a> <span class="soft">${messages.age(Math.max(0, Math.floor((frame.now - Date.parse(change.at)) / 60_000)))}</span></li>`,
  )}</ul>`;
}
