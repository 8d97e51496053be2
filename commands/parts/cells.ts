import { isCivilDate } from "../../src/core/civil-date.ts";
import type { CivilDate, Evidence, Precision } from "../../src/core/fact.ts";
import type { Block, Inline } from "../../src/core/message.ts";
import type { Messages } from "../../src/core/messages.ts";
import type { StatusMatch } from "../../src/core/model.ts";
import { surfaceLabel } from "../../src/core/surface.ts";

/** What the answers of several commands are made of. Text is plain: the platforms escape it. */

/** A model's id, and its version where the surface has one. */
export function nameOf(match: Pick<StatusMatch, "model_id" | "version">): string {
  return match.version === null ? match.model_id : `${match.model_id} (${match.version})`;
}

/** Text in the brackets of the language, with the blank before it where there is one. */
export function aside(text: string, { brackets }: Messages): string {
  return `${brackets.open}${text}${brackets.close}`;
}

export function placeOf(surface: string): string {
  return surfaceLabel(surface);
}

/** A date with how far it is, or that there is none. */
export function dateCell(match: StatusMatch, messages: Messages): Inline[] {
  const { shutdown, precision, days_left: days } = match;
  if (shutdown === null) return [messages.text.noDate];
  return days === null
    ? [dateOf(shutdown, precision)]
    : [dateOf(shutdown, precision), aside(messages.daysLeft(days), messages)];
}

export function dateOf(date: CivilDate, precision: Precision): Inline {
  return isCivilDate(date) ? { type: "date", date, precision } : date;
}

/** Ids as code with commas between; at most `most`, the rest as a number. */
export function codeList(names: string[], none: string, messages: Messages, most = 6): Inline[] {
  if (names.length === 0) return [none];
  const shown = names.slice(0, most).flatMap((name, index): Inline[] => {
    const code: Inline = { type: "code", text: name };
    return index === 0 ? [code] : [messages.list(["", ""]), code];
  });
  return names.length > most ? [...shown, ` +${names.length - most}`] : shown;
}

/** The state in words; a stale answer never says more than that it is stale. */
export function stateText(match: StatusMatch, messages: Messages): string {
  const state = messages.status[match.status];
  return match.stale && match.status !== "retired" ? `${state}${aside(messages.text.staleMark, messages)}` : state;
}

/** How old the answer is, as an age and the instant itself. */
export function freshness(match: StatusMatch, messages: Messages, now: number): Inline[] {
  if (match.as_of === null) return [messages.text.neverPolled];
  const minutes = Math.max(0, Math.floor((now - Date.parse(match.as_of)) / 60_000));
  const since: Inline = { type: "instant", at: match.as_of };
  return [
    `${messages.labels.asOf}${messages.colon}${messages.age(minutes)}${messages.brackets.open}`,
    since,
    messages.brackets.close,
  ];
}

/** The words of a source with a link to them, and whose words they are. */
export function quoteOf(evidence: Evidence, messages: Messages): Block[] {
  const from = `${messages.text.evidenceFrom(evidence.source)} · ${messages.trust[evidence.trust]}`;
  const link = evidence.url === "" ? null : { text: from, url: evidence.url };
  if (evidence.quote !== "") return [{ type: "quote", text: evidence.quote.slice(0, 400), link }];
  return [{ type: "note", content: [link === null ? from : { type: "link", ...link }] }];
}

/**
 * Several models beside each other: who runs it, what state, until when, what instead. A column that says the same in
 * every row is left out; how old the look is stands below, once.
 */
export function comparison(matches: StatusMatch[], messages: Messages): Block[] {
  const { labels } = messages;
  const places = new Set(matches.map((match) => match.surface)).size > 1;
  // Where everything is ahead, the date says it all.
  const states = matches.some((match) => match.status !== "deprecated" || match.shutdown === null);
  const columns = [labels.model, ...(places ? [labels.surface] : []), ...(states ? [labels.status] : [])];
  const rows = matches.map((match): Inline[][] => [
    [{ type: "code", text: nameOf(match) }],
    ...(places ? [[placeOf(match.surface)]] : []),
    ...(states ? [[messages.statusShort[match.status]]] : []),
    dateCell(match, messages),
    match.replacements.length === 0 ? ["–"] : codeList(match.replacements, "–", messages, 2),
  ]);
  const table: Block = { type: "table", columns: [...columns, labels.shutdown, labels.replacement], rows };
  const old = matches.flatMap(({ stale, as_of }) => (stale && as_of !== null ? [as_of] : [])).toSorted()[0];
  if (old === undefined) return [table];
  return [table, { type: "note", content: [messages.text.listStale(messages.date(old.slice(0, 10), "day"))] }];
}
