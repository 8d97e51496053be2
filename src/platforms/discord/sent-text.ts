import type { Message, MessageSnapshot } from "discord.js";
import type { SentFile } from "../../core/command.ts";
import type { IsoInstant } from "../../core/fact.ts";
import { isoOf } from "../../core/clock.ts";

/** Enough for a long mail; more is a log or an attack. */
const MOST_CHARACTERS = 40_000;

type Readable = Pick<Message | MessageSnapshot, "content" | "embeds">;

/** All readable text of a message: its own, its embeds', and what was forwarded into it. */
export function textOfMessage(message: Message): string {
  const all: Readable[] = [message, ...message.messageSnapshots.values()];
  return all.flatMap(partsOf).join("\n\n").slice(0, MOST_CHARACTERS);
}

/** When it was written; what was forwarded has a time of its own. */
export function writtenAt(message: Message): IsoInstant | null {
  const at = message.messageSnapshots.first()?.createdTimestamp ?? message.createdTimestamp;
  return Number.isFinite(at) && at > 0 ? isoOf(at) : null;
}

function partsOf(message: Readable): string[] {
  const embeds = message.embeds.flatMap((embed) => [
    embed.title ?? "",
    embed.description ?? "",
    ...embed.fields.map((field) => `${field.name}: ${field.value}`),
  ]);
  // What an address unfolds into repeats what is written; each part is read once.
  return [...new Set([message.content ?? "", ...embeds].map((part) => part.trim()))].filter((part) => part !== "");
}

/** The files that it carries, its own and those of what was forwarded into it. */
export function filesOfMessage(message: Message): SentFile[] {
  return [message, ...message.messageSnapshots.values()].flatMap((one) =>
    [...one.attachments.values()].map(({ name, url, size }) => ({ name, url, size })),
  );
}
