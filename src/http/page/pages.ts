import type { Messages } from "../../core/messages.ts";
import type { ModelRecord, StatusMatch } from "../../core/model.ts";
import type { SourceHealth } from "../../core/source.ts";
import { surfaceLabel } from "../../core/surface.ts";
import { type Html, html, safeUrl } from "./html.ts";
import { layout } from "./layout.ts";
import { timeline, urgency } from "./timeline.ts";

type Frame = { messages: Messages; today: string };
const words = (messages: Messages) => ({ models: messages.labels.model, sources: messages.labels.source });

/** `/`: the timeline and the table, filtered by the query. */
export function indexPage(
  frame: Frame,
  data: { matches: StatusMatch[]; providers: string[]; query: string; provider: string; past: boolean },
): string {
  const { labels } = frame.messages;
  const body = html`<h1>Sundown</h1>
<form class="filter" method="get" action="/" role="search"><label>${labels.model}<input type="search" name="q" value="${data.query}"></label>
<label>${labels.provider}<select name="provider"><option value="">–</option>${data.providers.map(
    (one) => html`<option value="${one}"${one === data.provider ? html` selected` : null}>${one}</option>`,
  )}</select></label><label>${labels.status}<select name="past"><option value="">${labels.shutdown} ≥ ${frame.today}</option><option value="1"${data.past ? html` selected` : null}>+ ${frame.messages.status.retired}</option></select></label><button>🔍</button></form>
${timeline(data.matches, frame.today)}
<div class="scroll"><table><thead><tr>${[
    labels.shutdown,
    labels.when,
    labels.model,
    labels.surface,
    labels.status,
    labels.replacement,
  ].map(
    (label) => html`<th scope="col">${label}</th>`,
  )}</tr></thead><tbody>${data.matches.map((match) => row(frame.messages, match))}</tbody></table></div>
${data.matches.length === 0 ? html`<p>${frame.messages.text.nothingUpcoming}</p>` : null}`;
  return layout({ title: "Sundown", language: frame.messages.tag, body, words: words(frame.messages) });
}

function row(messages: Messages, match: StatusMatch): Html {
  return html`<tr><td>${match.shutdown === null ? messages.text.noDate : messages.date(match.shutdown, match.precision)}</td>
<td class="${urgency(match.days_left)}">${match.days_left === null ? "" : messages.daysLeft(match.days_left)}</td><td><a href="${pathOf(match)}"><code>${name(match)}</code></a></td>
<td>${surfaceLabel(match.surface)}</td><td>${messages.status[match.status]}</td><td>${codes(match.replacements)}</td></tr>`;
}

/** `/models/SURFACE/MODEL[/VERSION]`: what is known, who says so, and what happened. */
export function modelPage(frame: Frame, data: { match: StatusMatch; record: ModelRecord | null }): string {
  const { messages } = frame;
  const { labels } = messages;
  const { match } = data;
  const fact = (label: string, value: Html | string) => html`<dt>${label}</dt><dd>${value}</dd>`;
  const body = html`<h1><code>${name(match)}</code></h1><dl>${fact(labels.surface, surfaceLabel(match.surface))}${fact(labels.status, messages.status[match.status])}
${match.announced === null ? null : fact(labels.announced, messages.date(match.announced, "day"))}${fact(
  labels.shutdown,
  match.shutdown === null
    ? messages.text.noDate
    : html`${messages.date(match.shutdown, match.precision)}${match.days_left === null ? null : html` <span class="${urgency(match.days_left)}">(${messages.daysLeft(match.days_left)})</span>`}`,
)}${fact(labels.replacement, match.replacements.length === 0 ? messages.text.noReplacement : codes(match.replacements))}${match.as_of === null ? null : fact(labels.asOf, match.as_of)}</dl>
<h2>${labels.source}</h2>${match.evidence.map((evidence) => {
    const url = safeUrl(evidence.url);
    return html`<p>${url === null ? evidence.source : html`<a href="${url}" rel="noreferrer">${evidence.source}</a>`} <span class="soft">${evidence.seen_at}</span></p>${evidence.quote === "" ? null : html`<blockquote>${evidence.quote}</blockquote>`}`;
  })}
${match.disagreements.map((other) => html`<p>${messages.text.saysOtherwise(other.evidence.source)}: ${other.shutdown ?? messages.text.noDate}</p>`)}
${history(labels.when, data.record)}`;
  return layout({ title: `${match.model_id} · Sundown`, language: messages.tag, body, words: words(messages) });
}

function history(title: string, record: ModelRecord | null): Html | null {
  if (record === null || record.history.length === 0) return null;
  return html`<h2>${title}</h2><ol>${record.history.map(
    (entry) =>
      html`<li>${entry.at.slice(0, 10)} · ${entry.kind} · ${entry.from ?? ""} → ${entry.to ?? ""} <span class="soft">${entry.source}</span></li>`,
  )}</ol>`;
}

/** `/sources`: every source and its health. */
export function sourcesPage(frame: Frame, sources: SourceHealth[]): string {
  const { labels, health } = frame.messages;
  const body = html`<h1>${labels.source}</h1><div class="scroll"><table><thead><tr>${[
    labels.source,
    labels.surface,
    labels.health,
    labels.lastGood,
    labels.rows,
  ].map((label) => html`<th scope="col">${label}</th>`)}</tr></thead><tbody>${sources.map((source) => {
    const url = safeUrl(source.url);
    return html`<tr><td>${url === null ? source.id : html`<a href="${url}" rel="noreferrer">${source.id}</a>`}</td><td>${surfaceLabel(source.surface)}</td>
<td class="${source.health === "good" ? "far" : "soon"}">${health[source.health]}${source.problem === null ? null : html` · ${source.problem}`}</td><td>${source.last_good ?? frame.messages.text.neverPolled}</td><td>${source.rows ?? ""}</td></tr>`;
  })}</tbody></table></div>`;
  return layout({
    title: `${labels.source} · Sundown`,
    language: frame.messages.tag,
    body,
    words: words(frame.messages),
  });
}

const name = (match: StatusMatch) => (match.version === null ? match.model_id : `${match.model_id} (${match.version})`);
const codes = (ids: string[]) => html`${ids.map((id, at) => html`${at > 0 ? ", " : ""}<code>${id}</code>`)}`;

function pathOf(match: StatusMatch): string {
  const parts = [match.surface, match.model_id, ...(match.version === null ? [] : [match.version])];
  return `/models/${parts.map(encodeURIComponent).join("/")}`;
}
