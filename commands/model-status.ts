import {
  type Command,
  type CommandRequest,
  type CommandServices,
  languageOf,
  type Reply,
} from "../src/core/command.ts";
import { type Block, type Field, withCode } from "../src/core/message.ts";
import type { Messages } from "../src/core/messages.ts";
import type { StatusMatch } from "../src/core/model.ts";
import type { Channel } from "../src/core/subscription.ts";
import {
  aside,
  codeList,
  comparison,
  dateCell,
  dateOf,
  freshness,
  nameOf,
  placeOf,
  quoteOf,
  stateText,
} from "./parts/cells.ts";
import { pageBlocks, pageOf } from "./parts/pages.ts";
import { priceLines, pricesBeside } from "./parts/prices.ts";
import { shareable } from "./parts/share.ts";
import { scopeFields } from "./parts/watching.ts";

/** A table that still reads on a phone. */
const MOST_ROWS = 20;
const MOST_SUGGESTIONS = 5;

/** `/model-status [model]`: what is known of a model; without a name, what this channel watches and what is next. */
async function run(request: CommandRequest, services: CommandServices): Promise<Reply> {
  const channel = await services.channels.get(request.channel_id);
  const messages = services.messages(languageOf(request, channel));
  const query = request.options["model"]?.trim() ?? "";
  if (query === "") return shareable(await overview(channel, messages, services), request, messages);
  const { matches, suggestions } = await services.catalog.status(query);
  const [only] = matches;
  if (only === undefined) return noMatch(query, suggestions, messages);
  const page = Number(request.options["page"] ?? 1);
  const reply =
    matches.length === 1
      ? one(only, messages, services, request.now)
      : several({ query, matches, page }, messages, services, request.now);
  return shareable(reply, request, messages);
}

function one(match: StatusMatch, messages: Messages, services: CommandServices, now: number): Reply {
  const prices = pricesBeside(match, services, messages);
  const blocks: Block[] = [
    { type: "fields", fields: [...fieldsOf(match, messages), ...prices.fields] },
    ...prices.notes,
  ];
  blocks.push(...staleness(match, messages));
  const [evidence] = match.evidence;
  if (match.decided_by === "override") {
    blocks.push({ type: "note", content: [messages.text.overridden(evidence?.quote ?? "")] });
  } else if (evidence !== undefined) blocks.push(...quoteOf(evidence, messages));
  for (const other of match.disagreements) {
    const says = other.shutdown === null ? messages.text.noDate : dateOf(other.shutdown, other.precision);
    blocks.push({
      type: "text",
      content: [`${messages.text.saysOtherwise(other.evidence.source)}${messages.colon}`, says],
    });
    blocks.push(...quoteOf(other.evidence, messages));
  }
  blocks.push({ type: "note", content: freshness(match, messages, now) }, actions(match.model_id, messages));
  return privately(
    messages,
    messages.headline.status(nameOf(match), placeOf(match.surface), stateText(match, messages)),
    blocks,
    match,
  );
}

function fieldsOf(match: StatusMatch, messages: Messages): Field[] {
  const { labels } = messages;
  const fields: Field[] = [
    { label: labels.model, value: [{ type: "code", text: nameOf(match) }] },
    { label: labels.surface, value: [placeOf(match.surface)] },
    { label: labels.status, value: [stateText(match, messages)] },
    { label: labels.shutdown, value: dateCell(match, messages) },
  ];
  if (match.status !== "active" || match.replacements.length > 0) {
    fields.push({
      label: labels.replacement,
      value: codeList(match.replacements, messages.text.noReplacement, messages),
    });
  }
  if (match.announced !== null) fields.push({ label: labels.announced, value: [dateOf(match.announced, "day")] });
  if (match.deprecated !== null) fields.push({ label: labels.deprecated, value: [dateOf(match.deprecated, "day")] });
  for (const stage of match.stages) fields.push({ label: stage.name, value: [dateOf(stage.date, "day")] });
  if (match.aliases.length > 0) fields.push({ label: labels.aliases, value: codeList(match.aliases, "", messages) });
  return fields;
}

/** An unknown state is the news itself; a known one only rests on an old look, which is said beside it. */
function staleness(match: StatusMatch, messages: Messages): Block[] {
  if (!match.stale || match.as_of === null) return [];
  const since = messages.date(match.as_of.slice(0, 10), "day");
  if (match.status !== "unknown") return [{ type: "note", content: [messages.text.readLast(since)] }];
  return [{ type: "text", content: [{ type: "bold", text: messages.text.unknownStale(since) }] }];
}

/** The same name in several places: beside each other, since each place has its own dates. */
function several(
  asked: { query: string; matches: StatusMatch[]; page: number },
  messages: Messages,
  services: CommandServices,
  now: number,
): Reply {
  const { query, matches } = asked;
  const paged = pageOf(matches, asked.page, MOST_ROWS);
  const shown = paged.shown;
  const blocks: Block[] = [...comparison(shown, messages), ...priceLines(shown, services, messages)];
  blocks.push(...pageBlocks(paged, { command: "model-status", options: { model: query } }, messages));
  for (const match of shown.filter((one) => one.decided_by === "override")) {
    const reason = match.evidence[0]?.quote ?? "";
    blocks.push({
      type: "note",
      content: [`${placeOf(match.surface)}${messages.colon}`, messages.text.overridden(reason)],
    });
  }
  for (const match of shown.filter((one) => one.disagreements.length > 0).slice(0, 3)) {
    blocks.push(...disagreement(match, messages));
  }
  const oldest = shown.toSorted((a, b) => (a.as_of ?? "").localeCompare(b.as_of ?? ""))[0];
  if (oldest !== undefined && !(oldest.stale && oldest.as_of !== null))
    blocks.push({ type: "note", content: freshness(oldest, messages, now) });
  const soonest = matches.find((match) => match.status === "deprecated") ?? matches[0];
  blocks.push(actions(soonest?.model_id ?? query, messages));
  return privately(messages, messages.headline.statusMany(query, matches.length), blocks, soonest);
}

function disagreement(match: StatusMatch, messages: Messages): Block[] {
  const own = match.evidence[0];
  const others = match.disagreements.slice(0, 2).flatMap((other): Block[] => {
    const says = other.shutdown === null ? messages.text.noDate : dateOf(other.shutdown, other.precision);
    const line = `${nameOf(match)}${aside(placeOf(match.surface), messages)}${messages.colon}${messages.text.saysOtherwise(other.evidence.source)}${messages.colon}`;
    return [{ type: "text", content: [line, says] }, ...quoteOf(other.evidence, messages)];
  });
  return own === undefined ? others : [...quoteOf(own, messages), ...others];
}

/** Near names, each one press away; never a guess. */
function noMatch(query: string, suggestions: string[], messages: Messages): Reply {
  const near = suggestions.slice(0, MOST_SUGGESTIONS);
  const blocks: Block[] = [];
  if (near.length > 0) {
    blocks.push({
      type: "text",
      content: [`${messages.text.didYouMean}${messages.colon}`, ...codeList(near, "", messages)],
    });
    blocks.push({
      type: "actions",
      actions: near.map((model) => ({ label: model, style: "normal", command: "model-status", options: { model } })),
    });
  }
  return privately(messages, messages.text.noMatch(query.slice(0, 100)), blocks);
}

async function overview(channel: Channel | null, messages: Messages, services: CommandServices): Promise<Reply> {
  const { labels, text } = messages;
  const blocks: Block[] = [];
  if (channel === null) blocks.push({ type: "text", content: withCode(text.notSetUp) });
  else blocks.push({ type: "fields", fields: scopeFields(channel.subscription, messages) });
  const next = await services.catalog.upcoming(channel === null ? {} : { subscription: channel.subscription });
  blocks.push({ type: "text", content: [{ type: "bold", text: labels.next }] });
  if (next.length === 0) blocks.push({ type: "text", content: [text.nothingNext] });
  else blocks.push(...comparison(next.slice(0, 5), messages));
  if (next.length > 5) blocks.push({ type: "note", content: [text.showingFirst(5, next.length)] });
  blocks.push({
    type: "actions",
    actions: [{ label: messages.buttons.upcoming, style: "primary", command: "model-upcoming", options: {} }],
  });
  const reply = privately(messages, messages.headline.overview, blocks);
  return { ...reply, pick: { label: messages.form.find, command: "model-status", option: "model" } };
}

function actions(model: string, messages: Messages): Block {
  return {
    type: "actions",
    actions: [{ label: messages.buttons.why, style: "normal", command: "model-why", options: { model } }],
  };
}

function privately(messages: Messages, headline: string, blocks: Block[], match?: StatusMatch): Reply {
  const near = match?.status === "deprecated" && match.days_left !== null && match.days_left <= 30;
  return {
    message: { headline, severity: near ? "warning" : "info", blocks },
    visibility: "private",
    language: messages.tag,
  };
}

export default {
  spec: {
    name: "model-status",
    description: "What is known of a model: still served, until when, and what to use instead",
    options: [
      {
        name: "model",
        description: "A model as you would write it, e.g. gpt 4.5; without it, what this channel watches",
        required: false,
        type: "string",
        autocomplete: "models",
      },
    ],
    permission: "anyone",
  },
  run,
} satisfies Command;
