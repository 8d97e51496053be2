import type { Prices } from "../../core/card.ts";
import { isCivilDate } from "../../core/civil-date.ts";
import type { ChangeKind } from "../../core/change.ts";
import type { Evidence } from "../../core/fact.ts";
import type { Messages } from "../../core/messages.ts";
import type { HistoryEntry, ModelRecord, StatusMatch } from "../../core/model.ts";
import { surfaceLabel } from "../../core/surface.ts";
import { nameOf, safeUrl } from "../names.ts";
import { type Html, html } from "./html.ts";
import { type Frame, layout } from "./layout.ts";
import { priceTable } from "./price-table.ts";
import { codes, dateHtml, daysTo, daysWords, instantHtml, modelLink, urgency } from "./parts.ts";

export type ModelData = {
  match: StatusMatch;
  record: ModelRecord;
  prices: Prices | null;
  /** What is known of each replacement, in the order in which the provider names them. */
  replacements: readonly { name: string; match: StatusMatch | null; prices: Prices | null }[];
  /** The same name on other surfaces, and other versions. */
  elsewhere: readonly StatusMatch[];
};

/** `/models/SURFACE/MODEL[/VERSION]`: what is known, what to use instead and for how long, who says so, what happened. */
export function modelPage(frame: Frame, data: ModelData): string {
  const { page } = frame.messages;
  const { match, record } = data;
  const body = html`<p class="soft">${surfaceLabel(match.surface)}</p><h1><code>${nameOf(match)}</code></h1>
${summary(frame, match)}${facts(frame, data)}${priceTable(frame, data)}
<h2>${page.evidence}</h2><ul class="plain">${match.evidence.map((one) => evidence(frame, one))}</ul>
${disagreements(frame, match)}${history(frame, record)}
${
  data.elsewhere.length === 0
    ? null
    : html`<h2>${page.elsewhere}</h2><ul class="plain">${data.elsewhere.map((other) => html`<li>${modelLink(other)} · ${surfaceLabel(other.surface)} · ${frame.messages.status[other.status]}${other.shutdown === null ? null : html` · ${dateHtml(other.shutdown, other.precision, frame.messages)}`}</li>`)}</ul>`
}`;
  return layout(frame, { title: `${nameOf(match)} (${surfaceLabel(match.surface)})`, path: "", body });
}

function summary({ messages }: Frame, match: StatusMatch): Html {
  const level = urgency(match.days_left);
  const stale = match.stale ? html` <span class="soft">(${messages.text.staleMark})</span>` : null;
  const note = precisionNote(match, messages);
  const ends = match.status === "deprecated" || match.status === "retired";
  const when = ends && match.shutdown !== null;
  return html`<div class="card ${level}"><p class="big ${level}">${when ? daysWords(match, messages) : messages.status[match.status]}</p>
<p>${when ? html`${dateHtml(match.shutdown, match.precision, messages)} · ` : null}${messages.status[match.status]}${stale}</p>${note === null ? null : html`<p class="soft">${note}</p>`}</div>`;
}

function precisionNote(match: StatusMatch, { text }: Messages): string | null {
  if (match.shutdown === null) return null;
  if (match.precision === "earliest") return text.earliestOnly;
  return match.precision === "month" ? text.monthOnly : null;
}

function facts(frame: Frame, { match, record, replacements }: ModelData): Html {
  const { messages } = frame;
  const { labels, text } = messages;
  const fact = (label: string, value: Html | string) => html`<dt>${label}</dt><dd>${value}</dd>`;
  const date = (label: string, value: string | null) =>
    value === null ? null : fact(label, dateHtml(value, "day", messages));
  return html`<dl>${fact(labels.shutdown, dateHtml(match.shutdown, match.precision, messages))}${date(labels.announced, match.announced)}${date(labels.deprecated, match.deprecated)}
${match.stages.length === 0 ? null : fact(labels.stages, html`${match.stages.map((stage) => html`${stage.name}${messages.colon}${dateHtml(stage.date, "day", messages)}<br>`)}`)}
${fact(labels.replacement, replacements.length === 0 ? text.noReplacement : html`${replacements.map((one) => runway(one, messages))}`)}
${match.aliases.length === 0 ? null : fact(labels.aliases, codes(match.aliases, messages))}
${record.kind === "model" ? null : fact(labels.model, messages.factKind[record.kind])}
${fact(labels.asOf, match.as_of === null ? text.neverPolled : instantHtml(match.as_of, frame))}</dl>`;
}

/** A replacement, and how long it lasts itself. */
function runway({ name, match }: ModelData["replacements"][number], messages: Messages): Html {
  const { page } = messages;
  if (match === null) return html`<div><code>${name}</code> <span class="soft">· ${page.runwayUnknown}</span></div>`;
  const { days_left: days } = match;
  const ends = days !== null && match.precision !== "earliest" && match.status !== "active";
  const when = days === null ? "" : messages.daysLeft(days);
  const words = !ends ? page.runwayNone : days < 0 ? page.runwayPast(when) : page.runway(when);
  const level = ends ? (days < 0 ? "late" : urgency(days)) : "soft";
  return html`<div>${modelLink(match)} · <span class="${level}">${words}</span></div>`;
}

function evidence(frame: Frame, one: Evidence): Html {
  const { messages } = frame;
  const url = safeUrl(one.url);
  const source = url === null ? html`${one.source}` : html`<a href="${url}" rel="noreferrer">${one.source}</a>`;
  const seen = html`<span class="soft"> · ${messages.trust[one.trust]} · ${messages.text.seen}${messages.colon}${instantHtml(one.seen_at, frame)}</span>`;
  return html`<li>${source}${seen}${one.quote === "" ? null : html`<blockquote>${one.quote}</blockquote>`}</li>`;
}

function disagreements(frame: Frame, match: StatusMatch): Html | null {
  if (match.disagreements.length === 0) return null;
  const { messages } = frame;
  return html`<h2>${messages.page.disagreements}</h2><ul class="plain">${match.disagreements.map((other) => {
    const url = safeUrl(other.evidence.url);
    const says = messages.text.saysOtherwise(other.evidence.source);
    return html`<li>${url === null ? says : html`<a href="${url}" rel="noreferrer">${says}</a>`}${messages.colon}${dateHtml(other.shutdown, other.precision, messages)}${other.evidence.quote === "" ? null : html`<blockquote>${other.evidence.quote}</blockquote>`}</li>`;
  })}</ul>`;
}

function history(frame: Frame, record: ModelRecord): Html | null {
  if (record.history.length === 0) return null;
  return html`<h2>${frame.messages.page.history}</h2><ol class="plain">${record.history.toReversed().map((entry) => historyItem(frame, entry))}</ol>`;
}

function historyItem(frame: Frame, entry: HistoryEntry): Html {
  const { messages } = frame;
  const side = (value: string) => (isCivilDate(value) ? dateHtml(value, "day", messages) : html`<code>${value}</code>`);
  const from = entry.from === null || entry.from === "" ? null : html`<s>${side(entry.from)}</s>`;
  const to = entry.to === null || entry.to === "" ? null : side(entry.to);
  const days = entry.kind === "date-moved" ? movedWords(entry, messages) : "";
  return html`<li><strong>${kindWords(entry.kind, messages)}</strong>${from === null && to === null ? null : html`${messages.colon}${from}${from !== null && to !== null ? " → " : null}${to}`}${days}
<br><span class="soft">${instantHtml(entry.at, frame)} · ${entry.source}</span></li>`;
}

function kindWords(kind: string, messages: Messages): string {
  return kind in messages.changeKind ? messages.changeKind[kind as ChangeKind] : kind;
}

function movedWords(entry: HistoryEntry, { text, brackets }: Messages): string {
  if (entry.from === null || entry.to === null || !isCivilDate(entry.from) || !isCivilDate(entry.to)) return "";
  const days = daysTo(entry.to, entry.from) ?? 0;
  if (days === 0) return "";
  return `${brackets.open}${days > 0 ? text.movedLater(days) : text.movedEarlier(-days)}${brackets.close}`;
}
