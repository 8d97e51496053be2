import type { Change } from "../core/change.ts";
import { daysBetween, isCivilDate } from "../core/civil-date.ts";
import type { CivilDate, Precision } from "../core/fact.ts";
import type { Action, Inline, Severity } from "../core/message.ts";
import type { Messages } from "../core/messages.ts";
import { cleanText, onHost, safeLink } from "./clean.ts";
import type { ComposeContext } from "./context.ts";

/** The pieces that single cards and tables share. */

/** Slack's button value and Discord's custom id leave about this much for a model's name. */
const NAME_LIMIT = 80;

/** A model as a person reads it: the id, and the version where the surface has one. */
export function modelName(change: Pick<Change, "model_id" | "version">): string {
  const version = change.version === null ? "" : ` (${cleanText(change.version, 30)})`;
  return `${cleanText(change.model_id, NAME_LIMIT)}${version}`;
}

/** The days from today to the date, or null when there is none. */
export function daysTo(date: CivilDate | null, today: CivilDate): number | null {
  return date === null || !isCivilDate(date) ? null : daysBetween(today, date);
}

/** Text in the brackets of the language, with the blank before it where there is one. */
export function aside(text: string, { brackets }: Messages): string {
  return `${brackets.open}${text}${brackets.close}`;
}

export function dateInline(date: CivilDate, precision: Precision): Inline {
  return { type: "date", date, precision };
}

/** A date and, in brackets, how far it is. */
export function dateWithDays(date: CivilDate | null, precision: Precision, context: ComposeContext): Inline[] {
  const { messages, today } = context;
  const days = daysTo(date, today);
  if (date === null || days === null) return [messages.text.noDate];
  return [dateInline(date, precision), aside(messages.daysLeft(days), messages)];
}

/** Names of models as code, with the commas of the language between them; never an empty list. */
export function namesInline(names: string[], messages: Messages, most = 5): Inline[] {
  if (names.length === 0) return [messages.text.noReplacement];
  const shown = names.slice(0, most).flatMap((name, index): Inline[] => {
    const code: Inline = { type: "code", text: cleanText(name, NAME_LIMIT) };
    return index === 0 ? [code] : [messages.list(["", ""]), code];
  });
  return names.length > most ? [...shown, ` +${names.length - most}`] : shown;
}

/** How loud a shutdown that many days ahead is. */
export function urgency(days: number | null): Severity {
  if (days === null || days > 30) return "notice";
  return days > 7 ? "warning" : "critical";
}

const SEVERITIES: Severity[] = ["info", "notice", "warning", "critical"];

/** The loudest of them; "info" for none. */
export function loudest(severities: Severity[]): Severity {
  return SEVERITIES[Math.max(0, ...severities.map((severity) => SEVERITIES.indexOf(severity)))] ?? "info";
}

/** The address of a change's evidence when it may be linked: safe, and on one of its source's hosts. */
export function evidenceLink(change: Change, context: ComposeContext): string | null {
  const url = change.evidence === null ? null : safeLink(change.evidence.url);
  if (url === null || change.evidence === null) return null;
  if (context.hostsOf === null) return url;
  return onHost(url, context.hostsOf(change.evidence.source)) ? url : null;
}

/** The buttons under a card about one model; `second`: what is pressed first stands above them. */
export function modelActions(change: Change, messages: Messages, second: boolean): Action[] {
  const options = { model: cleanText(change.model_id, NAME_LIMIT) };
  return [
    { label: messages.buttons.status, style: second ? "normal" : "primary", command: "model-status", options },
    { label: messages.buttons.why, style: "normal", command: "model-why", options },
  ];
}
