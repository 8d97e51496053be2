import { type Mark, markCounts } from "../core/card.ts";
import type { Change, ChangeKind } from "../core/change.ts";
import { daysBetween, isCivilDate } from "../core/civil-date.ts";
import { compareInstants } from "../core/clock.ts";
import type { Action, Block, Inline, Message } from "../core/message.ts";
import { recordKey } from "../core/model.ts";
import { cleanText } from "./clean.ts";
import type { ComposeContext } from "./context.ts";
import { daysTo } from "./parts.ts";

/** What makes a message a living card: its present state, who took it on, and what can be pressed. */

/** The reminders that must be seen: from here on a week or less is left. */
export const URGENT_DAYS = 7;
/** What somebody has acknowledged stays quiet until the last day. */
const LAST_DAY = 1;
const BAR_CELLS = 10;

/** Kinds that say when it ends; a new replacement changes what a card says, and not what it is about. */
const SCHEDULE: ReadonlySet<ChangeKind> = new Set(["announced", "date-moved", "withdrawn", "restored", "retired"]);

/** The change as it stands now: the newest word on the date, with the newest replacements. */
export function present(change: Change, context: ComposeContext): Change {
  if (context.live === undefined || context.live.as !== "card") return change;
  const story = laterOf(change, context);
  const newest = story.findLast((later) => SCHEDULE.has(later.kind)) ?? change;
  const replacements = story.at(-1)?.replacements ?? newest.replacements;
  const evidence = newest.evidence ?? change.evidence;
  const now = { ...newest, replacements, evidence, announced: newest.announced ?? change.announced };
  const days = daysTo(now.shutdown, context.today);
  const over = days !== null && days < 0 && now.precision === "day" && now.kind !== "withdrawn";
  return over ? { ...now, kind: "retired" } : now;
}

/** What has become of it since it was posted, before and after, newest last. */
export function historyBlocks(change: Change, context: ComposeContext, storyOf: (later: Change) => Inline[]): Block[] {
  const story = laterOf(change, context);
  if (story.length === 0) return [];
  const { messages } = context;
  const items = story.slice(-5).map((later): Inline[] => {
    const said = storyOf(later);
    const what = `${messages.changeKind[later.kind]}${said.length === 0 ? "" : messages.colon}`;
    return [{ type: "instant", at: later.at }, ` · ${what}`, ...said];
  });
  return [
    { type: "text", content: [{ type: "bold", text: messages.card.history }] },
    { type: "list", items },
  ];
}

function laterOf(change: Change, context: ComposeContext): Change[] {
  const key = recordKey(change);
  return (context.live?.later ?? []).filter((later) => recordKey(later) === key);
}

/** The mark that counts for this change's shutdown; null when nobody said anything about it. */
export function markOf(change: Change, context: ComposeContext): Mark | null {
  const mark = context.live?.marks.get(recordKey(change));
  // What was said after this news was said about it, even where the catalogue knows the day more exactly by now.
  if (mark === undefined || compareInstants(mark.at, change.at) >= 0) return mark ?? null;
  return markCounts(mark, change.shutdown) ? mark : null;
}

/** The colour of each severity as a sign, for platforms that colour no edge (decision 0005). */
const DOT: Readonly<Record<Message["severity"], string>> = { info: "🔵", notice: "🟢", warning: "🟠", critical: "🔴" };

/** Severity by colour and word. */
export function severityInline(severity: Message["severity"], { messages }: ComposeContext): Inline[] {
  return [`${DOT[severity]} `, { type: "bold", text: messages.severity[severity] }];
}

/** Severity in a word, and how much of the time is used up. */
export function stateLine(change: Change, severity: Message["severity"], context: ComposeContext): Block {
  const bar = barOf(change, context);
  return {
    type: "note",
    content: [...severityInline(severity, context), bar === "" ? "" : ` · ${bar}`],
  };
}

function barOf(change: Change, context: ComposeContext): string {
  const left = daysTo(change.shutdown, context.today);
  if (left === null || left < 0 || change.shutdown === null || change.kind === "withdrawn") return "";
  if (change.precision === "earliest") return "";
  const from = change.announced !== null && isCivilDate(change.announced) ? change.announced : change.at.slice(0, 10);
  const of = isCivilDate(from) ? daysBetween(from, change.shutdown) : 0;
  if (of < left || of <= 0) return "";
  const used = Math.min(BAR_CELLS, Math.floor(((of - left) / of) * BAR_CELLS));
  return `${"▓".repeat(used)}${"░".repeat(BAR_CELLS - used)} ${context.messages.card.left(left, of)}`;
}

/** Who took it on and when; or, in a reminder of the last week, that nobody did. */
export function markBlocks(change: Change, context: ComposeContext): Block[] {
  if (context.live === undefined) return [];
  const mark = markOf(change, context);
  if (mark !== null) return [{ type: "note", content: markInline(mark, context) }];
  if (!isUnheard(change, context)) return [];
  return [{ type: "text", content: [{ type: "bold", text: context.messages.card.nobody }] }];
}

export function markInline(mark: Mark, context: ComposeContext): Inline[] {
  const { messages } = context;
  const until = mark.until === null ? null : messages.date(mark.until, "day");
  const said = messages.card.marked(mark.kind, cleanText(mark.user.name, 60), until);
  return [`${said} · `, { type: "instant", at: mark.at }];
}

/** A reminder of the last week of something that nobody has said a word about. */
export function isUnheard(change: Change, context: ComposeContext): boolean {
  const days = daysTo(change.shutdown, context.today);
  if (context.live === undefined || change.kind !== "reminder" || days === null) return false;
  return days >= 0 && days <= URGENT_DAYS && markOf(change, context) === null;
}

/** What the channel must see, and whom its settings want called when nobody answers. */
export function withVolume(message: Message, changes: Change[], context: ComposeContext): Message {
  const { live, subscription } = context;
  if (live === undefined || live.as === "card") return message;
  const group = changes.some((change) => isUnheard(change, context)) ? (subscription?.escalate_to ?? null) : null;
  return {
    ...message,
    loud: changes.some((change) => isLoud(change, message.severity, context)),
    ...(group === null ? {} : { mention: group }),
  };
}

function isLoud(change: Change, severity: Message["severity"], context: ComposeContext): boolean {
  if (change.kind !== "reminder") return severity === "critical" || severity === "warning";
  const days = daysTo(change.shutdown, context.today);
  if (days === null || days > URGENT_DAYS) return false;
  return markOf(change, context) === null || days <= LAST_DAY;
}

/** The buttons of a card: each runs `/model-card` for the models of the message with that key. */
export function markActions(changes: Change[], context: ComposeContext): Block[] {
  const { live, messages } = context;
  if (live === undefined || !live.buttons) return [];
  const ahead = changes.some((change) => {
    const days = daysTo(change.shutdown, context.today);
    return change.kind !== "withdrawn" && change.kind !== "source-health" && (days === null || days >= 0);
  });
  if (!ahead) return [];
  const marked = changes.every((change) => markOf(change, context) !== null);
  const action = (verb: keyof typeof messages.card.actions, style: Action["style"] = "normal"): Action => ({
    label: messages.card.actions[verb],
    style,
    command: "model-card",
    options: { do: verb, card: live.key },
  });
  const first = marked ? action("undo") : action("ack", "primary");
  return [
    { type: "actions", actions: [first, action("assign"), action("snooze"), action("moved"), action("not-ours")] },
  ];
}
