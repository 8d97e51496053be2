import {
  type Command,
  type CommandRequest,
  type CommandServices,
  languageOf,
  type Reply,
} from "../src/core/command.ts";
import type { Block, Inline } from "../src/core/message.ts";
import type { Messages } from "../src/core/messages.ts";
import type { SourceHealth } from "../src/core/source.ts";
import { problemWords } from "../src/core/trouble.ts";
import { codeList } from "./parts/cells.ts";

const MOST_ROWS = 40;
const MOST_PROBLEMS = 10;

/** What needs a look comes first. */
const ORDER: SourceHealth["health"][] = ["failed", "suspect", "quarantined", "never-polled", "good", "off"];

/** `/model-sources`: each source's last good poll, rows and health. */
async function run(request: CommandRequest, services: CommandServices): Promise<Reply> {
  const channel = await services.channels.get(request.channel_id);
  const messages = services.messages(languageOf(request, channel));
  const { labels } = messages;
  const sources = (await services.sources()).toSorted(byHealth);
  const polled = sources.filter((source) => source.health !== "off");
  const good = polled.filter((source) => source.health === "good").length;
  const shown = sources.slice(0, MOST_ROWS);
  const blocks: Block[] = [
    {
      type: "table",
      columns: [labels.source, labels.health, labels.lastGood, labels.rows],
      rows: shown.map((source) => [
        [{ type: "code", text: source.id }],
        [messages.health[source.health]],
        lastGood(source, messages, request.now),
        [source.rows === null ? "–" : String(source.rows)],
      ]),
    },
  ];
  if (shown.length < sources.length) {
    blocks.push({ type: "note", content: [messages.text.showingFirst(shown.length, sources.length)] });
  }
  const troubled = sources.filter((source) => source.problem !== null && source.health !== "off");
  if (troubled.length > 0) {
    // Without a network dozens have the same: said once, with the names of the first.
    const alike = Map.groupBy(troubled, (source) => problemWords((source.problem ?? "").slice(0, 200), messages));
    const items = [...alike].slice(0, MOST_PROBLEMS).map(([words, those]): Inline[] => {
      const names = those.map((source) => source.id);
      return [...codeList(names, "", messages), `${messages.colon}${words}`];
    });
    blocks.push({ type: "text", content: [{ type: "bold", text: labels.problem }] }, { type: "list", items });
  }
  const severity = good === polled.length ? "info" : "notice";
  return {
    message: { headline: messages.headline.sources(polled.length, good), severity, blocks },
    visibility: "private",
    language: messages.tag,
  };
}

function lastGood(source: SourceHealth, messages: Messages, now: number): Inline[] {
  if (source.last_good === null) return ["–"];
  const minutes = Math.max(0, Math.floor((now - Date.parse(source.last_good)) / 60_000));
  return [
    `${messages.age(minutes)}${messages.brackets.open}`,
    { type: "instant", at: source.last_good },
    messages.brackets.close,
  ];
}

function byHealth(a: SourceHealth, b: SourceHealth): number {
  return ORDER.indexOf(a.health) - ORDER.indexOf(b.health) || (a.id < b.id ? -1 : 1);
}

export default {
  spec: {
    name: "model-sources",
    description: "Where the bot reads, when it last could, and what is out of reach",
    options: [],
    permission: "anyone",
  },
  run,
} satisfies Command;
