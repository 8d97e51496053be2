import { type Mark, type MarkKind, type SnoozeChoice, snoozeEnd } from "../src/core/card.ts";
import { civilDateAt } from "../src/core/civil-date.ts";
import { isoOf } from "../src/core/clock.ts";
import {
  type CardModels,
  type Command,
  type CommandRequest,
  type CommandServices,
  languageOf,
  type Reply,
} from "../src/core/command.ts";
import type { Action, Block, Inline } from "../src/core/message.ts";
import type { Messages } from "../src/core/messages.ts";
import { dateOf, nameOf, placeOf } from "./parts/cells.ts";

const PAGE_ROWS = 25;

const MARKS: Readonly<Record<string, MarkKind>> = {
  ack: "acknowledged",
  assign: "assigned",
  moved: "moved-off",
  "not-ours": "not-ours",
};
const SNOOZES: Readonly<Record<string, SnoozeChoice>> = {
  "snooze-1d": "1d",
  "snooze-1w": "1w",
  "snooze-7before": "7before",
};

/**
 * Behind the buttons of a card: acknowledge, assign, snooze, moved off, not ours, undo, show all. Anyone who can press
 * them may: it changes what this channel is reminded of, and everybody sees who did it.
 */
async function run(request: CommandRequest, services: CommandServices): Promise<Reply> {
  const card = await services.cards.get(request, request.options["card"] ?? "");
  const messages = services.messages(languageOf(request, card?.channel ?? null));
  if (card === null) return say(messages, messages.card.gone);
  const verb = request.options["do"] ?? "";
  if (verb === "list") return list(card, Number(request.options["from"] ?? "0"), request, messages);
  if (verb === "snooze") return askSnooze(request, messages);
  if (verb === "undo") {
    await services.cards.mark(
      card.channel.id,
      card.models.map(({ recordKey }) => ({ recordKey, mark: null })),
    );
    return say(messages, messages.card.undone);
  }
  const kind = MARKS[verb];
  if (kind !== undefined) return mark(card, kind, () => null, request, services, messages);
  const choice = SNOOZES[verb];
  if (choice === undefined) return say(messages, messages.errors.unknownOption(verb.slice(0, 40)));
  const today = civilDateAt(request.now, card.channel.subscription.time_zone);
  const until = (shutdown: string | null) => snoozeEnd(choice, today, shutdown);
  return mark(card, "snoozed", until, request, services, messages);
}

async function mark(
  card: CardModels,
  kind: MarkKind,
  untilOf: (shutdown: string | null) => string | null,
  request: CommandRequest,
  services: CommandServices,
  messages: Messages,
): Promise<Reply> {
  const { id, name } = request.user;
  const marks = card.models.flatMap(({ recordKey, change }) => {
    const { shutdown } = change;
    const until = untilOf(shutdown);
    // A snooze that would end behind the shutdown would be silence.
    if (kind === "snoozed" && until === null) return [];
    const made: Mark = { kind, user: { id, name }, at: isoOf(request.now), until, shutdown };
    return [{ recordKey, mark: made }];
  });
  if (marks.length === 0) return say(messages, messages.card.noSnooze, snoozeActions(request, messages));
  await services.cards.mark(card.channel.id, marks);
  return say(messages, messages.card.pressed[kind]);
}

function askSnooze(request: CommandRequest, messages: Messages): Reply {
  return say(messages, messages.card.askSnooze, snoozeActions(request, messages));
}

function snoozeActions(request: CommandRequest, messages: Messages): Block[] {
  const verbs = ["snooze-1d", "snooze-1w", "snooze-7before"] as const;
  const actions = verbs.map((verb): Action => action(messages.card.actions[verb], request, { do: verb }));
  return [{ type: "actions", actions }];
}

/** Every model of a card that shows only the first of them, page by page. */
function list(card: CardModels, from: number, request: CommandRequest, messages: Messages): Reply {
  const { labels, text } = messages;
  const start = Number.isInteger(from) && from > 0 && from < card.models.length ? from : 0;
  const shown = card.models.slice(start, start + PAGE_ROWS);
  const rows = shown.map((model): Inline[][] => {
    const { shutdown, precision, replacements } = model.change;
    const instead = replacements.slice(0, 2).join(", ");
    return [
      [{ type: "code", text: nameOf(model) }],
      [placeOf(model.surface)],
      [shutdown === null ? text.noDate : dateOf(shutdown, precision)],
      [instead === "" ? "–" : instead],
    ];
  });
  const columns = [labels.model, labels.surface, labels.shutdown, labels.replacement];
  const blocks: Block[] = [{ type: "table", columns, rows }];
  const end = start + shown.length;
  blocks.push({ type: "note", content: [messages.pages.page(start + 1, end, card.models.length)] });
  const turn = (label: string, to: number): Action => ({
    ...action(label, request, { do: "list", from: String(to) }),
    in_place: true,
  });
  const actions = [
    ...(start > 0 ? [turn(messages.pages.previous, Math.max(0, start - PAGE_ROWS))] : []),
    ...(end < card.models.length ? [turn(messages.pages.next, end)] : []),
  ];
  if (actions.length > 0) blocks.push({ type: "actions", actions });
  return say(messages, messages.headline.upcoming(card.models.length, null), blocks);
}

function action(label: string, request: CommandRequest, options: Record<string, string>): Action {
  const card = request.options["card"] ?? "";
  return { label, style: "normal", command: "model-card", options: { ...options, card } };
}

function say(messages: Messages, headline: string, blocks: Block[] = []): Reply {
  return { message: { headline, severity: "info", blocks }, visibility: "private", language: messages.tag };
}

const option = (name: string, description: string) => ({
  name,
  description,
  required: false,
  type: "string" as const,
});

export default {
  spec: {
    name: "model-card",
    description: "What the buttons of a card do: acknowledge, assign, snooze, moved off, not ours",
    options: [
      option("do", "What was pressed"),
      option("card", "The message that holds the button"),
      option("from", "Where a page of a long list starts"),
    ],
    permission: "anyone",
    hidden: true,
  },
  run,
} satisfies Command;
