import type { Announcement } from "../core/announcement.ts";
import type { Change } from "../core/change.ts";
import { isCivilDate } from "../core/civil-date.ts";
import type { Action, Block, Inline, Message } from "../core/message.ts";
import { surfaceLabel } from "../core/surface.ts";
import { isUnheard, markActions, markOf, severityInline } from "./card.ts";
import { cleanText } from "./clean.ts";
import type { ComposeContext } from "./context.ts";
import { severityOf } from "./compose-one.ts";
import { dateInline, dateWithDays, daysTo, evidenceLink, loudest, modelName, namesInline } from "./parts.ts";

/** A table that is still read on a phone, and fits Discord's 4,096 and Slack's 3,000 characters with room to spare. */
const MAX_ROWS = 15;

const SOURCES_NAMED = 3;

/** Kinds of which a date ahead is the point. */
const NEARING: ReadonlySet<Change["kind"]> = new Set(["announced", "restored", "reminder"]);

/** Many changes as one card with a table; a longer list is cut with its count, and a button shows the rest. */
export function composeMany(announcement: Announcement, changes: Change[], context: ComposeContext): Message {
  const { messages } = context;
  const shown = changes.slice(0, MAX_ROWS);
  const blocks: Block[] = [tableOf(announcement.kind, shown, context)];
  if (shown.length < changes.length) {
    blocks.push({ type: "note", content: [messages.text.showingFirst(shown.length, changes.length)] });
  }
  if (changes.some((change) => change.kind === "withdrawn" && change.reason !== "explicit")) {
    blocks.push({ type: "note", content: [messages.text.noLongerListedMany] });
  }
  if (changes.some((change) => isUnheard(change, context)))
    blocks.push({ type: "text", content: [{ type: "bold", text: messages.card.nobody }] });
  const { live } = context;
  const all: Action[] =
    live?.buttons === true && shown.length < changes.length ? [listAction(messages.card.actions.list, live.key)] : [];
  blocks.push(...originBlocks(changes, context));
  // A digest is about many stories at once: each of them is acknowledged on its own card.
  if (announcement.kind !== "digest" && announcement.kind !== "summary") blocks.push(...markActions(changes, context));
  blocks.push({ type: "actions", actions: [upcomingAction(changes, context), ...all] });
  const severity = loudest(changes.map((change) => severityOf(change, context)));
  blocks.unshift({ type: "note", content: severityInline(severity, context) });
  return { headline: headlineOf(announcement, changes, context), severity, blocks };
}

function listAction(label: string, card: string): Action {
  return { label, style: "normal", command: "model-card", options: { do: "list", card } };
}

function headlineOf(announcement: Announcement, changes: Change[], context: ComposeContext): string {
  const { headline, daysLeft } = context.messages;
  const places = new Set(changes.map((change) => cleanText(surfaceLabel(change.surface), 60)));
  const [place] = places;
  const reminders = changes.length > 0 && changes.every((change) => change.kind === "reminder");
  const kind = announcement.kind === "greeting" ? "summary" : announcement.kind;
  const words = reminders
    ? headline.remindersMany(changes.length)
    : headline.many(kind, changes.length, places.size === 1 && place !== undefined ? place : "");
  const ahead = changes.flatMap((change) => {
    const days = NEARING.has(change.kind) ? daysTo(change.shutdown, context.today) : null;
    return days === null || days < 0 ? [] : [days];
  });
  return ahead.length === 0 ? words : headline.nearest(words, daysLeft(Math.min(...ahead)));
}

export function tableOf(kind: Announcement["kind"], changes: Change[], context: ComposeContext): Block {
  const { labels } = context.messages;
  const mixed = kind === "digest" || kind === "summary";
  const showsPlace = new Set(changes.map((change) => change.surface)).size > 1;
  const showsKind = mixed && changes.some((change) => change.kind !== "reminder");
  const showsMark = changes.some((change) => markOf(change, context) !== null);
  const showsWas = changes.some((change) => change.previous !== null);
  const columns = [
    ...(showsKind ? [labels.change] : []),
    labels.model,
    ...(showsPlace ? [labels.surface] : []),
    ...(showsWas ? [labels.was] : []),
    labels.shutdown,
    labels.replacement,
    ...(showsMark ? [context.messages.card.state] : []),
  ];
  const rows = changes.map((change): Inline[][] => [
    ...(showsKind ? [[context.messages.changeKind[change.kind]]] : []),
    [{ type: "code", text: modelName(change) }],
    ...(showsPlace ? [[cleanText(surfaceLabel(change.surface), 60)]] : []),
    ...(showsWas ? [previousInline(change, context)] : []),
    change.kind === "withdrawn"
      ? [context.messages.changeKind.withdrawn]
      : dateWithDays(change.shutdown, change.precision, context),
    change.replacements.length === 0 ? ["–"] : namesInline(change.replacements, context.messages, 2),
    ...(showsMark ? [markCell(change, context)] : []),
  ]);
  return { type: "table", columns, rows };
}

function markCell(change: Change, context: ComposeContext): Inline[] {
  const mark = markOf(change, context);
  if (mark === null) return ["–"];
  return [context.messages.card.marked(mark.kind, cleanText(mark.user.name, 30), null)];
}

function previousInline(change: Change, context: ComposeContext): Inline[] {
  if (Array.isArray(change.previous)) return namesInline(change.previous, context.messages, 2);
  if (change.previous === null || !isCivilDate(change.previous)) return ["–"];
  return [dateInline(change.previous, null)];
}

/** Where it stands, once per page and not once per row. */
function originBlocks(changes: Change[], context: ComposeContext): Block[] {
  const bySource = new Map<string, Inline>();
  for (const change of changes) {
    if (change.evidence === null || bySource.has(change.evidence.source)) continue;
    const from = context.messages.text.evidenceFrom(cleanText(change.evidence.source, 60));
    const url = evidenceLink(change, context);
    bySource.set(change.evidence.source, url === null ? from : { type: "link", text: from, url });
  }
  const named = [...bySource.values()].slice(0, SOURCES_NAMED);
  if (named.length === 0) return [];
  return [{ type: "note", content: named.flatMap((part, index) => (index === 0 ? [part] : [" · ", part])) }];
}

function upcomingAction(changes: Change[], context: ComposeContext): Extract<Block, { type: "actions" }>["actions"][0] {
  const providers = new Set(changes.map((change) => change.provider));
  const [provider] = providers;
  return {
    label: context.messages.buttons.upcoming,
    style: "primary",
    command: "model-upcoming",
    options: providers.size === 1 && provider !== undefined ? { provider: cleanText(provider, 60) } : {},
  };
}
