import type { Change } from "../core/change.ts";
import { daysBetween, isCivilDate } from "../core/civil-date.ts";
import type { CivilDate, Precision } from "../core/fact.ts";
import type { Block, Field, Inline, Message, Severity } from "../core/message.ts";
import type { Messages } from "../core/messages.ts";
import { surfaceLabel } from "../core/surface.ts";
import { problemWords } from "../core/trouble.ts";
import { historyBlocks, markActions, markBlocks, stateLine } from "./card.ts";
import { cleanText } from "./clean.ts";
import { comparisonBlocks, runwayOf } from "./compare.ts";
import type { ComposeContext } from "./context.ts";
import {
  dateInline,
  dateWithDays,
  daysTo,
  evidenceLink,
  modelActions,
  modelName,
  namesInline,
  urgency,
} from "./parts.ts";

const QUOTE_LIMIT = 300;

/** News that people choose a replacement by. A reminder stands below the card that has it all. */
const COMPARED: ReadonlySet<Change["kind"]> = new Set(["announced", "date-moved", "replacement-changed", "restored"]);

/** One change as one card: what happens, when, what to use instead, who says so. */
export function composeOne(change: Change, context: ComposeContext): Message {
  if (change.kind === "source-health") return composeHealth(change, context);
  const { messages } = context;
  const story = storyOf(change, context);
  const severity = severityOf(change, context);
  const blocks: Block[] = [];
  const history = historyBlocks(change, context, (later) => storyOf(later, context));
  // A card tells the last change once: in its list of what has changed.
  if (story.length > 0 && history.length === 0) blocks.push({ type: "text", content: story });
  blocks.push(stateLine(change, severity, context), ...markBlocks(change, context));
  const comparison = COMPARED.has(change.kind) ? comparisonBlocks(change, context) : { fields: [], notes: [] };
  blocks.push({ type: "fields", fields: [...fieldsOf(change, context), ...comparison.fields] }, ...comparison.notes);
  const marking = markActions([change], context);
  blocks.push(...history);
  blocks.push(...evidenceBlocks(change, context), ...marking);
  blocks.push({ type: "actions", actions: modelActions(change, messages, marking.length > 0) });
  return { headline: headlineOf(change, context), severity, blocks };
}

export function headlineOf(change: Change, context: ComposeContext): string {
  const { messages, today } = context;
  const model = modelName(change);
  const surface = cleanText(surfaceLabel(change.surface), 60);
  const { shutdown, precision } = change;
  const days = daysTo(shutdown, today);
  const when = shutdown === null || days === null ? null : messages.dateAndDays(shutdown, precision, days);
  switch (change.kind) {
    case "announced":
      return messages.headline.announced(model, surface, when);
    case "date-moved":
      return messages.headline.dateMoved(
        model,
        surface,
        shutdown === null ? null : messages.date(shutdown, precision),
        shiftOf(change, messages),
      );
    case "replacement-changed":
      return messages.headline.replacementChanged(model, surface, namesOrNull(change.replacements, messages));
    case "withdrawn":
      return messages.headline.withdrawn(model, surface, change.reason ?? "missing");
    case "restored":
      return messages.headline.restored(model, surface, when);
    case "retired":
      return messages.headline.retired(
        model,
        surface,
        shutdown === null || days === null ? null : messages.onDate(shutdown, precision),
      );
    case "reminder":
      return shutdown === null || days === null
        ? messages.headline.announced(model, surface, null)
        : messages.headline.reminder(model, surface, shutdown, precision, days);
    case "source-health":
      return hasRecovered(change)
        ? messages.headline.sourceBack(cleanText(change.source, 60))
        : messages.headline.sourceHealth(cleanText(change.source, 60));
    default:
      return change.kind satisfies never;
  }
}

/** How loud one change is today. */
export function severityOf(change: Change, context: ComposeContext): Severity {
  const days = daysTo(change.shutdown, context.today);
  switch (change.kind) {
    case "withdrawn":
    case "replacement-changed":
    case "retired":
      return "notice";
    case "source-health":
      return hasRecovered(change) ? "info" : "warning";
    case "date-moved":
      // Less time than people planned with is worse than the same date new.
      return isLater(change) ? "notice" : urgency(days === null ? null : Math.min(days, 30));
    default:
      return urgency(days);
  }
}

function isLater(change: Change): boolean {
  const { previous, shutdown } = change;
  return shutdown === null || (typeof previous === "string" && previous < shutdown);
}

/** The sentence that the headline has no room for. */
function storyOf(change: Change, context: ComposeContext): Inline[] {
  const { text } = context.messages;
  const before = previousDate(change);
  if (change.kind === "withdrawn") {
    const old = before === null ? text.noDate : context.messages.date(before, null);
    return [change.reason === "explicit" ? text.withdrawnExplicit(old) : text.noLongerListed(old)];
  }
  if (change.kind === "date-moved") return [movedText(change, before, context)];
  if (change.kind === "replacement-changed" && Array.isArray(change.previous)) {
    const names = (list: string[]) =>
      list.length === 0 ? text.noReplacement : context.messages.list(list.map((name) => cleanText(name, 80)));
    return [text.replaced(names(change.previous), names(change.replacements))];
  }
  return precisionNote(change.precision, change.shutdown, context);
}

function movedText(change: Change, before: CivilDate | null, context: ComposeContext): string {
  const { text } = context.messages;
  const from = before === null ? text.noDate : context.messages.date(before, null);
  const to = change.shutdown === null ? text.noDate : context.messages.date(change.shutdown, change.precision);
  return text.moved(from, to, shiftOf(change, context.messages));
}

/** "62 days later", where both days are known and differ. */
function shiftOf(change: Change, { text }: Messages): string | null {
  const before = previousDate(change);
  if (before === null || change.shutdown === null || !isCivilDate(change.shutdown)) return null;
  const days = daysBetween(before, change.shutdown);
  if (days === 0) return null;
  return days > 0 ? text.movedLater(days) : text.movedEarlier(-days);
}

function namesOrNull(names: readonly string[], messages: Messages): string | null {
  const [first] = names;
  if (first === undefined) return null;
  return messages.list([cleanText(first, 80), ...(names.length > 1 ? [`+${names.length - 1}`] : [])]);
}

function previousDate(change: Change): CivilDate | null {
  return typeof change.previous === "string" && isCivilDate(change.previous) ? change.previous : null;
}

function precisionNote(precision: Precision, shutdown: CivilDate | null, context: ComposeContext): Inline[] {
  if (shutdown === null) return [];
  if (precision === "earliest") return [context.messages.text.earliestOnly];
  return precision === "month" ? [context.messages.text.monthOnly] : [];
}

function fieldsOf(change: Change, context: ComposeContext): Field[] {
  const { messages } = context;
  const { labels } = messages;
  const surface = cleanText(surfaceLabel(change.surface), 60);
  const kind = change.fact_kind === "model" ? "" : ` · ${messages.factKind[change.fact_kind]}`;
  // An id is copied from here; the rest of the headline is not said again.
  const model: Inline = { type: "code", text: modelName(change) };
  const fields: Field[] = [{ label: labels.model, value: [model, ` · ${surface}${kind}`] }];
  const before = previousDate(change);
  if (before !== null && change.kind !== "withdrawn" && change.kind !== "date-moved") {
    fields.push({ label: labels.was, value: [dateInline(before, null)] });
  }
  if (change.kind !== "withdrawn") {
    fields.push({ label: labels.shutdown, value: dateWithDays(change.shutdown, change.precision, context) });
    fields.push({ label: labels.replacement, value: replacementsInline(change, context) });
  }
  // A reminder is about what is left to do; when it was announced stands on the card.
  if (change.kind !== "reminder" && change.announced !== null && isCivilDate(change.announced)) {
    fields.push({ label: labels.announced, value: [dateInline(change.announced, "day")] });
  }
  if (change.stages.length > 0) fields.push({ label: labels.stages, value: stagesInline(change) });
  return fields;
}

function replacementsInline(change: Change, context: ComposeContext): Inline[] {
  const most = 5;
  if (change.replacements.length === 0) return namesInline([], context.messages);
  const shown = change.replacements.slice(0, most).flatMap((name, index): Inline[] => {
    const one = namesInline([name], context.messages);
    return [...(index === 0 ? [] : [context.messages.list(["", ""])]), ...one, runwayOf(change, name, context)];
  });
  const more = change.replacements.length - most;
  return (more > 0 ? [...shown, ` +${more}`] : shown).filter((part) => part !== "");
}

function stagesInline(change: Change): Inline[] {
  const stages = change.stages.filter((stage) => isCivilDate(stage.date)).slice(0, 6);
  return stages.flatMap((stage, index): Inline[] => [
    `${index === 0 ? "" : "; "}${cleanText(stage.name, 40)}: `,
    dateInline(stage.date, "day"),
  ]);
}

function evidenceBlocks(change: Change, context: ComposeContext): Block[] {
  const { evidence } = change;
  const { messages } = context;
  if (evidence === null) return [];
  const url = evidenceLink(change, context);
  const source = cleanText(evidence.source, 60);
  const from = messages.text.evidenceFrom(source);
  const quote = cleanText(evidence.quote, QUOTE_LIMIT);
  const link = url === null ? null : { text: from, url };
  const short = change.kind === "reminder" || quote === "";
  const blocks: Block[] = short ? [] : [{ type: "quote", text: quote, link: null }];
  const origin: Inline = link === null ? from : { type: "link", ...link };
  const seen: Inline[] = [
    ` · ${messages.trust[evidence.trust]} · ${messages.text.seen}${messages.colon}`,
    { type: "instant", at: evidence.seen_at },
  ];
  blocks.push({ type: "note", content: [origin, ...seen] });
  return blocks;
}

/** A source's trouble, for the operator: what is wrong stands in the evidence's words. */
function composeHealth(change: Change, context: ComposeContext): Message {
  const { messages } = context;
  const problem = hasRecovered(change)
    ? ""
    : problemWords(cleanText(change.evidence?.quote ?? "", QUOTE_LIMIT), messages);
  const url = evidenceLink(change, context);
  const blocks: Block[] = [];
  if (problem !== "")
    blocks.push({ type: "text", content: [problem] }, { type: "note", content: [messages.text.sourceStays] });
  if (url !== null) blocks.push({ type: "note", content: [{ type: "link", text: cleanText(change.source, 60), url }] });
  blocks.push({
    type: "actions",
    actions: [{ label: messages.labels.source, style: "primary", command: "model-sources", options: {} }],
  });
  return { headline: headlineOf(change, context), severity: severityOf(change, context), blocks };
}

/** The notice of a source that works again bears that word in its key (wiring/source-health.ts). */
function hasRecovered(change: Change): boolean {
  return change.dedup_key.startsWith(`source-health|${change.source}|recovered|`);
}
