import { surfaceLabel } from "../../core/surface.ts";
import type { StatusMatch } from "../../core/model.ts";
import { type Html, html } from "./html.ts";
import type { Frame } from "./layout.ts";
import { codes, dateHtml, daysWords, modelLink, urgency } from "./parts.ts";
import { monthAnchor } from "./timeline.ts";

/**
 * Models by date, a group of rows per month. The roles stand in words because a narrow screen shows rows as blocks, and
 * browsers then forget that it is a table.
 */
export function modelTable(matches: readonly StatusMatch[], frame: Frame, caption: string): Html {
  const { labels } = frame.messages;
  const groups = Map.groupBy(matches, (match) => match.shutdown?.slice(0, 7) ?? "");
  // Where everything is ahead, the date says it all.
  const states = matches.some((match) => stateOf(match) !== null);
  const columns = [labels.shutdown, labels.when, labels.model, labels.surface];
  columns.push(...(states ? [labels.status] : []), labels.replacement);
  return html`<table role="table" aria-label="${caption}"><thead role="rowgroup"><tr role="row">${columns.map(
    (label) => html`<th role="columnheader" scope="col">${label}</th>`,
  )}</tr></thead>${[...groups].map(([month, rows]) => group(month, rows, { frame, columns: columns.length, states }))}</table>`;
}

type Shape = { frame: Frame; columns: number; states: boolean };

/** The status where it says more than the date does. */
function stateOf(match: StatusMatch): StatusMatch["status"] | null {
  return match.status === "deprecated" && match.shutdown !== null ? null : match.status;
}

function group(month: string, rows: readonly StatusMatch[], shape: Shape): Html {
  const { messages } = shape.frame;
  const title = month === "" ? messages.text.noDate : messages.date(`${month}-01`, "month");
  const id = month === "" ? null : html` id="${monthAnchor(month)}"`;
  return html`<tbody role="rowgroup"${id}><tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="${shape.columns}">${title} <b>(${rows.length})</b></th></tr>
${rows.map((match) => row(match, shape))}</tbody>`;
}

function row(match: StatusMatch, { frame: { messages }, states }: Shape): Html {
  const { labels } = messages;
  const cell = (label: string, value: Html | string, kind = "") =>
    html`<td role="cell" data-label="${label}" class="${kind}">${value}</td>`;
  const state = stateOf(match);
  const replacement = match.replacements.length === 0 ? "" : codes(match.replacements, messages);
  return html`<tr role="row">${cell(labels.shutdown, dateHtml(match.shutdown, match.precision, messages))}${cell(
    labels.when,
    daysWords(match, messages),
    urgency(match.days_left),
  )}${cell(labels.model, modelLink(match), "name")}${cell(labels.surface, surfaceLabel(match.surface))}${
    states ? cell(labels.status, state === null ? "" : messages.status[state]) : null
  }${cell(labels.replacement, replacement)}</tr>`;
}
