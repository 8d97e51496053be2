import {
  type Command,
  type CommandRequest,
  type CommandServices,
  languageOf,
  type Reply,
  type WhyEntry,
} from "../src/core/command.ts";
import type { Block, Inline } from "../src/core/message.ts";
import type { Messages } from "../src/core/messages.ts";
import { surfaceLabel } from "../src/core/surface.ts";
import { aside, dateOf, nameOf, quoteOf } from "./parts/cells.ts";

const MOST_ENTRIES = 10;

/** `/model-why [model]`: what this channel was told or not told, and why; without a name, its latest decisions. */
async function run(request: CommandRequest, services: CommandServices): Promise<Reply> {
  const channel = await services.channels.get(request.channel_id);
  const messages = services.messages(languageOf(request, channel));
  const query = request.options["model"]?.trim() ?? "";
  const { entries, suggestions } = await find(request.channel_id, query, services);
  const blocks: Block[] = [];
  if (entries.length === 0) blocks.push({ type: "text", content: [messages.why.nothing] });
  else blocks.push({ type: "list", items: entries.map((entry) => lineOf(entry, messages)) });
  if (suggestions.length > 0) {
    const near = messages.watch.allowed.near(suggestions.slice(0, 5));
    blocks.push({ type: "text", content: [`${messages.text.didYouMean}${messages.colon}${near}`] });
  }
  const evidence =
    query === "" ? null : (entries.find((entry) => entry.change.evidence !== null)?.change.evidence ?? null);
  if (evidence !== null) blocks.push(...quoteOf(evidence, messages));
  const headline = messages.headline.why(query === "" ? null : query.slice(0, 100));
  return { message: { headline, severity: "info", blocks }, visibility: "private", language: messages.tag };
}

/** By the model's exact id; a person's spelling is resolved first, and an unknown name gets near ones. */
async function find(
  channelId: string,
  query: string,
  services: CommandServices,
): Promise<{ entries: WhyEntry[]; suggestions: string[] }> {
  if (query === "") return { entries: await services.why(channelId, null, MOST_ENTRIES), suggestions: [] };
  const { matches, suggestions } = await services.catalog.status(query);
  const ids = [...new Set(matches.map((match) => match.model_id))];
  if (ids.length === 0) return { entries: await services.why(channelId, query, MOST_ENTRIES), suggestions };
  const found = await Promise.all(ids.slice(0, MOST_ENTRIES).map((id) => services.why(channelId, id, MOST_ENTRIES)));
  const entries = found.flat().toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return { entries: entries.slice(0, MOST_ENTRIES), suggestions: [] };
}

function lineOf(entry: WhyEntry, messages: Messages): Inline[] {
  const { change, delivery } = entry;
  const line: Inline[] = [
    { type: "instant", at: entry.at },
    ` · ${messages.changeKind[change.kind]} · `,
    { type: "code", text: nameOf(change) },
    aside(surfaceLabel(change.surface), messages),
  ];
  if (change.shutdown !== null) line.push(" · ", dateOf(change.shutdown, change.precision));
  if (change.milestone !== undefined) line.push(` · ${messages.labels.milestone}${messages.colon}${change.milestone}`);
  line.push(" · ", { type: "bold", text: messages.why.decision(entry.decision) });
  if (delivery === null) return line;
  line.push(` · ${messages.delivery[delivery.state]}`);
  if (delivery.attempts > 1) line.push(` · ${messages.why.attempts(delivery.attempts)}`);
  if (delivery.possible_repeat) line.push(messages.text.possibleRepeat);
  if (delivery.reason !== null && delivery.state !== "sent") line.push(` · ${delivery.reason.slice(0, 200)}`);
  return line;
}

export default {
  spec: {
    name: "model-why",
    description: "Why this channel was told of a change, or why not",
    options: [
      {
        name: "model",
        description: "A model as you would write it; without it, the latest decisions",
        required: false,
        type: "string",
        autocomplete: "models",
      },
    ],
    permission: "anyone",
  },
  run,
} satisfies Command;
