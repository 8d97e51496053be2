import {
  type Command,
  type CommandRequest,
  type CommandServices,
  languageOf,
  type Reply,
  type SentItem,
} from "../src/core/command.ts";
import type { Block, Inline } from "../src/core/message.ts";
import type { Messages } from "../src/core/messages.ts";
import { aside, codeList, dateOf, nameOf, placeOf } from "./parts/cells.ts";

const MOST_ITEMS = 10;
const MOST_FILES = 3;

/**
 * "Check for retirements" on a message: what a pasted or forwarded mail or post says, whether the bot knows it already,
 * and a button that asks the operator to look. Nothing is announced by it.
 */
async function run(request: CommandRequest, services: CommandServices): Promise<Reply> {
  const channel = await services.channels.get(request.channel_id);
  const messages = services.messages(languageOf(request, channel));
  const report = request.options["report"];
  if (report !== undefined) {
    const told = await services.reports.tell(report, request.user.name);
    return say(messages, told ? messages.sent.told : messages.sent.gone, []);
  }
  const { text, items, unread } = await readAll(request, services);
  const notes: Block[] = [
    ...(unread.length === 0 ? [] : [note(messages.sent.unreadFiles(messages.list(unread)))]),
    ...(request.sent?.partial === true ? [note(messages.sent.partial)] : []),
  ];
  if (text === "") return say(messages, messages.sent.noText, notes);
  const blocks: Block[] = items.slice(0, MOST_ITEMS).flatMap((item) => itemBlocks(item, messages));
  if (items.length === 0) blocks.push({ type: "text", content: [messages.sent.nothingText] });
  if (items.length > MOST_ITEMS) {
    blocks.push({ type: "note", content: [messages.text.showingFirst(MOST_ITEMS, items.length)] });
  }
  blocks.push(...notes);
  blocks.push(await tellBlock(items, text, request, services, messages));
  const headline = items.length === 0 ? messages.sent.nothing : messages.sent.headline(items.length);
  return say(messages, headline, blocks);
}

/** The message and the files beside it, each read by itself: a mail has its own title and day. */
async function readAll(
  request: CommandRequest,
  services: CommandServices,
): Promise<{ text: string; items: SentItem[]; unread: string[] }> {
  const written = request.sent?.at?.slice(0, 10) ?? null;
  const own = (request.sent?.text ?? request.options["text"] ?? "").trim();
  const parts = own === "" ? [] : [{ text: own, published: written }];
  const unread: string[] = [];
  const files = request.sent?.files ?? [];
  for (const file of files.slice(0, MOST_FILES)) {
    const opened = await services.openFile(file);
    if (opened === null) unread.push(file.name.slice(0, 60));
    else parts.push({ text: opened.text.trim(), published: opened.published?.slice(0, 10) ?? written });
  }
  unread.push(...files.slice(MOST_FILES).map((file) => file.name.slice(0, 60)));
  const found: SentItem[] = [];
  for (const part of parts) found.push(...(await services.readSent(part.text, part.published)));
  // What a mail says and its sender repeats above it is one thing.
  const items = new Map(found.map((item) => [sameThing(item), item]));
  return { text: parts.map((part) => part.text).join("\n\n"), items: [...items.values()], unread: unread.slice(0, 5) };
}

function sameThing({ fact }: SentItem): string {
  return [fact.surface, fact.model_id.toLowerCase(), fact.version, fact.shutdown].join("|");
}

function note(words: string): Block {
  return { type: "note", content: [words] };
}

async function tellBlock(
  items: SentItem[],
  text: string,
  request: CommandRequest,
  services: CommandServices,
  messages: Messages,
): Promise<Block> {
  const id = await services.reports.keep({
    facts: items.map((item) => item.fact),
    text: text.slice(0, 2000),
    by: request.user.name,
    channel_id: request.channel_id,
  });
  if (id === null) return { type: "note", content: [messages.sent.noOperator] };
  const style = items.some((item) => item.verdict !== "known") ? ("primary" as const) : ("normal" as const);
  return {
    type: "actions",
    actions: [{ label: messages.sent.tell, style, command: request.command, options: { report: id } }],
  };
}

/** One fact: the model, when it goes, what instead, and how that compares with what is known. */
function itemBlocks({ fact, verdict, known }: SentItem, messages: Messages): Block[] {
  const line: Inline[] = [
    { type: "code", text: nameOf(fact) },
    `${aside(placeOf(fact.surface), messages)} · `,
    fact.shutdown === null || verdict === "withdraws" ? messages.text.noDate : dateOf(fact.shutdown, fact.precision),
  ];
  if (fact.replacements.length > 0) {
    line.push(` · ${messages.labels.replacement}${messages.colon}`, ...codeList(fact.replacements, "", messages, 3));
  }
  line.push(" · ", { type: "bold", text: messages.sent.verdict[verdict] });
  const other = known?.shutdown ?? null;
  if ((verdict === "differs" || verdict === "withdraws") && known !== null && other !== null) {
    const { open, close } = messages.brackets;
    line.push(`${open}${messages.sent.knownDate(known.source)} `, dateOf(other, "day"), close);
  }
  const quote = fact.evidence.quote.slice(0, 300);
  const blocks: Block[] = [{ type: "text", content: line }];
  return quote === "" ? blocks : [...blocks, { type: "quote", text: quote, link: null }];
}

function say(messages: Messages, headline: string, blocks: Block[]): Reply {
  return { message: { headline, severity: "info", blocks }, visibility: "private", language: messages.tag };
}

export default {
  spec: {
    name: "model-check",
    description: "What a mail or a post says of retirements, and whether the bot knows it already",
    options: [{ name: "text", description: "The text of a mail or a post", required: false, type: "string" }],
    permission: "anyone",
    hidden: true,
    shortcut: "Check for retirements",
  },
  run,
} satisfies Command;
