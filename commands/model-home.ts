import {
  type Command,
  type CommandRequest,
  type CommandServices,
  languageOf,
  type Reply,
} from "../src/core/command.ts";
import type { Block } from "../src/core/message.ts";
import type { Messages } from "../src/core/messages.ts";
import type { Channel } from "../src/core/subscription.ts";
import { problemWords } from "../src/core/trouble.ts";
import { comparison } from "./parts/cells.ts";
import { scopeFields } from "./parts/watching.ts";

/** A Home tab takes 100 blocks; each channel has three. */
const MOST_CHANNELS = 20;
const MOST_NEXT = 10;

/**
 * The Home tab: what the person's own channels watch (`places`, those that person and bot share), what is next, and how
 * the sources are.
 */
async function run(request: CommandRequest, services: CommandServices): Promise<Reply> {
  const names = new Map((request.places ?? []).map((place) => [place.channel, place.name]));
  const all = await services.channels.list(request.platform, request.workspace);
  const own = all.filter((channel) => names.has(channel.channel)).slice(0, MOST_CHANNELS);
  const messages = services.messages(languageOf(request, own[0] ?? null));
  const { home, labels, text } = messages;
  const next = await services.catalog.upcoming({});
  const blocks: Block[] = [
    { type: "text", content: [home.invite] },
    { type: "text", content: [{ type: "bold", text: home.channels }] },
    ...(own.length === 0 ? [{ type: "text" as const, content: [home.none] }] : []),
    ...own.flatMap((channel) => channelBlocks(channel, names.get(channel.channel) ?? channel.channel, messages)),
    { type: "text", content: [{ type: "bold", text: labels.next }] },
    ...(next.length === 0
      ? [{ type: "text" as const, content: [text.nothingUpcoming] }]
      : comparison(next.slice(0, MOST_NEXT), messages)),
    { type: "text", content: [{ type: "bold", text: home.sources }] },
    ...(await sourceBlocks(services, messages)),
  ];
  return {
    message: { headline: home.headline, severity: "info", blocks },
    visibility: "private",
    language: messages.tag,
  };
}

function channelBlocks(channel: Channel, name: string, messages: Messages): Block[] {
  const options = { channel: channel.channel };
  return [
    {
      type: "text",
      content: [{ type: "bold", text: `#${name}` }, channel.parked === null ? "" : ` ⚠️ ${channel.parked.reason}`],
    },
    { type: "fields", fields: scopeFields(channel.subscription, messages) },
    {
      type: "actions",
      actions: [{ label: messages.home.settings, style: "normal", command: "model-watch setup", options }],
    },
  ];
}

async function sourceBlocks(services: CommandServices, messages: Messages): Promise<Block[]> {
  const sources = (await services.sources()).filter((source) => source.health !== "off");
  const ill = sources.filter((source) => source.health !== "good" && source.health !== "never-polled");
  const blocks: Block[] = [
    { type: "text", content: [messages.headline.sources(sources.length, sources.length - ill.length)] },
  ];
  if (ill.length > 0) {
    const items = ill
      .slice(0, 10)
      .map((source) => [
        { type: "code" as const, text: source.id },
        `${messages.colon}${messages.health[source.health]}${source.problem === null ? "" : ` · ${problemWords(source.problem.slice(0, 150), messages)}`}`,
      ]);
    blocks.push({ type: "list", items });
  }
  return blocks;
}

export default {
  spec: {
    name: "model-home",
    description: "What your channels watch, what is next, and how the sources are",
    options: [],
    permission: "anyone",
    hidden: true,
  },
  run,
} satisfies Command;
