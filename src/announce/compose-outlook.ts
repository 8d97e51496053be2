import type { Announcement } from "../core/announcement.ts";
import type { Change } from "../core/change.ts";
import type { Block, Inline, Message } from "../core/message.ts";
import { recordKey } from "../core/model.ts";
import { surfaceLabel } from "../core/surface.ts";
import { markOf } from "./card.ts";
import { cleanText } from "./clean.ts";
import { severityOf } from "./compose-one.ts";
import { tableOf } from "./compose-many.ts";
import type { ComposeContext } from "./context.ts";
import { dateWithDays, daysTo, loudest, modelName, namesInline } from "./parts.ts";

const MOST_ROWS = 12;

/** A digest or a first summary: what changed, what is ahead, and what nobody has taken on yet; one message. */
export function composeOutlook(
  outlook: NonNullable<Announcement["outlook"]>,
  changes: Change[],
  context: ComposeContext,
): Message {
  const { messages } = context;
  const { card } = messages;
  const done = new Set(["moved-off", "not-ours"]);
  const ahead = outlook.ahead.filter((change) => {
    const days = daysTo(change.shutdown, context.today);
    return days !== null && days >= 0 && !done.has(markOf(change, context)?.kind ?? "");
  });
  const blocks: Block[] = [];
  if (outlook.period !== "first") blocks.push(...changeBlocks(changes, context));
  if (ahead.length > 0) blocks.push(title(card.digestAhead(outlook.days)), aheadTable(ahead, context));
  if (ahead.length > MOST_ROWS)
    blocks.push({ type: "note", content: [messages.text.showingFirst(MOST_ROWS, ahead.length)] });
  if (ahead.length === 0) blocks.push({ type: "text", content: [messages.text.nothingNext] });
  const unheard = outlook.period === "first" ? [] : ahead.filter((change) => markOf(change, context) === null);
  if (unheard.length > 1 && unheard.length === ahead.length) {
    blocks.push({ type: "text", content: [card.digestUnheardAll] });
  } else if (unheard.length > 0) {
    const names = [...new Map(unheard.map((change) => [recordKey(change), modelName(change)])).values()];
    blocks.push({
      type: "text",
      content: [`${card.digestUnheard}${messages.colon}`, ...namesInline(names, messages, MOST_ROWS)],
    });
  }
  blocks.push({
    type: "actions",
    actions: [{ label: messages.buttons.upcoming, style: "primary", command: "model-upcoming", options: {} }],
  });
  const headline =
    outlook.period === "first"
      ? messages.headline.many("summary", ahead.length, "")
      : card.digest(outlook.period, changes.length);
  const severity = loudest([...changes, ...ahead].map((change) => severityOf(change, context)));
  return { headline, severity: severity === "critical" ? "warning" : severity, blocks };
}

function changeBlocks(changes: Change[], context: ComposeContext): Block[] {
  const { card, text } = context.messages;
  if (changes.length === 0) return [{ type: "text", content: [card.digestNone] }];
  const shown = changes.slice(0, MOST_ROWS);
  const more: Block[] =
    shown.length < changes.length ? [{ type: "note", content: [text.showingFirst(shown.length, changes.length)] }] : [];
  return [title(card.digestChanges), tableOf("digest", shown, context), ...more];
}

function title(text: string): Block {
  return { type: "text", content: [{ type: "bold", text }] };
}

function aheadTable(ahead: Change[], context: ComposeContext): Block {
  const { labels } = context.messages;
  const showsPlace = new Set(ahead.map((change) => change.surface)).size > 1;
  const rows = ahead
    .slice(0, MOST_ROWS)
    .map((change): Inline[][] => [
      [{ type: "code", text: modelName(change) }],
      ...(showsPlace ? [[cleanText(surfaceLabel(change.surface), 60)]] : []),
      dateWithDays(change.shutdown, change.precision, context),
      change.replacements.length === 0 ? ["–"] : namesInline(change.replacements, context.messages, 2),
    ]);
  const columns = [labels.model, ...(showsPlace ? [labels.surface] : []), labels.shutdown, labels.replacement];
  return { type: "table", columns, rows };
}
