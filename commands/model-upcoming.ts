import {
  type Command,
  type CommandRequest,
  type CommandServices,
  languageOf,
  type Picture,
  type Reply,
} from "../src/core/command.ts";
import type { Block } from "../src/core/message.ts";
import type { Messages } from "../src/core/messages.ts";
import type { StatusMatch } from "../src/core/model.ts";
import { SURFACES } from "../src/core/surface.ts";
import { comparison } from "./parts/cells.ts";
import { pageBlocks, pageOf } from "./parts/pages.ts";
import { nearestWord } from "../src/core/spelling.ts";
import { shareable } from "./parts/share.ts";

const MOST_ROWS = 20;
const MOST_DAYS = 3650;

/** `/model-upcoming [provider] [days]`: shutdowns ahead, the nearest first, of everything or of one provider or surface. */
async function run(request: CommandRequest, services: CommandServices): Promise<Reply> {
  const channel = await services.channels.get(request.channel_id);
  const messages = services.messages(languageOf(request, channel));
  const place = readPlace(request.options["provider"], services);
  const days = readDays(request.options["days"]);
  const problems: string[] = [];
  if (place === null) {
    const value = (request.options["provider"] ?? "").slice(0, 100);
    const known = services.catalog.providers();
    const likely = nearestWord(value, [...known, ...services.catalog.surfaces()]);
    problems.push(messages.watch.unknownValue("provider", value, messages.watch.allowed.near(known), likely));
  }
  if (days === null) {
    problems.push(
      messages.watch.unknownValue("days", (request.options["days"] ?? "").slice(0, 100), `1 – ${MOST_DAYS}`),
    );
  }
  if (place === null || days === null) return refused(problems, messages);
  // Without a provider a channel that watches something asks about that; one that is not set up asks about all.
  const own = place.provider === undefined && place.surface === undefined && channel !== null;
  const matches = await services.catalog.upcoming({
    ...place,
    ...(days === undefined ? {} : { days }),
    ...(own ? { subscription: channel.subscription } : {}),
  });
  const paged = pageOf(matches, Number(request.options["page"] ?? 1), MOST_ROWS);
  const blocks: Block[] = [];
  if (paged.shown.length === 0) blocks.push({ type: "text", content: [messages.text.nothingUpcoming] });
  else blocks.push(...comparison(paged.shown, messages));
  const asked = Object.fromEntries(
    ["provider", "days"].flatMap((name) => {
      const value = request.options[name]?.trim() ?? "";
      return value === "" ? [] : [[name, value]];
    }),
  );
  blocks.push(...pageBlocks(paged, { command: "model-upcoming", options: asked }, messages));
  const words = messages.headline.upcoming(matches.length, days ?? null);
  const soonest = matches.find((match) => match.days_left !== null)?.days_left ?? null;
  const headline = soonest === null ? words : messages.headline.nearest(words, messages.daysLeft(soonest));
  const reply: Reply = {
    message: { headline, severity: "info", blocks },
    visibility: "private",
    language: messages.tag,
  };
  // One picture is enough: the other pages are about the same months.
  const picture = paged.page === 1 ? await timelinePicture(matches, services, messages) : null;
  return shareable(picture === null ? reply : { ...reply, picture }, request, messages);
}

async function timelinePicture(
  matches: StatusMatch[],
  services: CommandServices,
  messages: Messages,
): Promise<Picture | null> {
  if (matches.length === 0) return null;
  const drawn = await services.timeline(matches, messages);
  return drawn === null ? null : { ...drawn, name: "timeline.png" };
}

type Place = { provider?: string; surface?: string };

/** A provider, or a surface by id or label, since people say "bedrock" and "aws" alike; null when it is neither. */
function readPlace(text: string | undefined, services: CommandServices): Place | null {
  const wanted = text?.trim().toLowerCase() ?? "";
  if (wanted === "" || wanted === "all") return {};
  const same = (id: string) => id.toLowerCase() === wanted;
  const provider = services.catalog.providers().find(same);
  if (provider !== undefined) return { provider };
  const surface =
    services.catalog.surfaces().find(same) ??
    SURFACES.find((one) => same(one.label) || one.names.includes(wanted) || one.id === wanted)?.id;
  return surface === undefined ? null : { surface };
}

/** Undefined when it is not said, null when it cannot be used. */
function readDays(text: string | undefined): number | null | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  const days = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0;
  return days >= 1 && days <= MOST_DAYS ? days : null;
}

function refused(problems: string[], messages: Messages): Reply {
  const blocks: Block[] = [{ type: "list", items: problems.map((problem) => [problem]) }];
  return {
    message: { headline: messages.errors.notUnderstood, severity: "info", blocks },
    visibility: "private",
    language: messages.tag,
  };
}

export default {
  spec: {
    name: "model-upcoming",
    description: "Shutdowns ahead, the nearest first",
    options: [
      {
        name: "provider",
        description: "Only this provider or surface, e.g. openai or bedrock",
        required: false,
        type: "string",
        autocomplete: "providers",
      },
      { name: "days", description: "How many days ahead, e.g. 90", required: false, type: "integer" },
    ],
    permission: "anyone",
  },
  run,
} satisfies Command;
