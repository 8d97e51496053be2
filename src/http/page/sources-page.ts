import type { SourceHealth } from "../../core/source.ts";
import { surfaceLabel } from "../../core/surface.ts";
import { problemWords } from "../../core/trouble.ts";
import { safeUrl } from "../names.ts";
import { type Html, html } from "./html.ts";
import { type Frame, layout } from "./layout.ts";
import { instantHtml } from "./parts.ts";

/** `/sources`: every source, whether it can be read, when that was last so, and the surfaces' own feeds. */
export function sourcesPage(frame: Frame, sources: readonly SourceHealth[]): string {
  const { labels, headline, page } = frame.messages;
  const working = sources.filter((source) => source.health !== "off");
  const good = working.filter((source) => source.health === "good").length;
  const columns = [labels.source, labels.surface, labels.health, labels.lastGood, labels.rows];
  const body = html`<h1>${headline.sources(working.length, good)}</h1>
<table role="table" aria-label="${page.sources}"><thead role="rowgroup"><tr role="row">${columns.map((label) => html`<th role="columnheader" scope="col">${label}</th>`)}</tr></thead>
<tbody role="rowgroup">${sources.map((source) => row(source, frame))}</tbody></table>`;
  const surfaces = [...new Set(sources.map((source) => source.surface))].filter((id) => id !== "").sort();
  const foot = html`<nav aria-label="model-eol/0.1"><ul><li>model-eol/0.1:</li>${surfaces.map((id) => html`<li><a href="/model-eol/${encodeURIComponent(id)}.json">${surfaceLabel(id)}</a></li>`)}</ul></nav>`;
  return layout(frame, { title: page.sources, path: "/sources", body, foot });
}

function row(source: SourceHealth, frame: Frame): Html {
  const { labels, health } = frame.messages;
  const cell = (label: string, value: Html | string, kind = "") =>
    html`<td role="cell" data-label="${label}" class="${kind}">${value}</td>`;
  const url = publicAddress(source.url);
  const bad = source.health === "failed" || source.health === "suspect" || source.health === "quarantined";
  return html`<tr role="row">${cell(labels.source, url === null ? source.id : html`<a href="${url}" rel="noreferrer">${source.id}</a>`, "name")}${cell(labels.surface, surfaceLabel(source.surface))}${cell(
    labels.health,
    html`${health[source.health]}${source.problem === null ? null : html`<br><span class="soft">${problemWords(source.problem, frame.messages)}</span>`}`,
    bad ? "soon" : "",
  )}${cell(labels.lastGood, source.last_good === null ? health["never-polled"] : instantHtml(source.last_good, frame))}${cell(labels.rows, source.rows === null ? "" : String(source.rows))}</tr>`;
}

/** An operator's own address may carry a key in its query: that part is not shown. */
function publicAddress(address: string): string | null {
  const url = safeUrl(address);
  return url === null ? null : (url.split(/[?#]/)[0] ?? null);
}
