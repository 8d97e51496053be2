import { fileURLToPath } from "node:url";
import type { Messages } from "../core/messages.ts";
import { loadFolder } from "../lib/load-folder.ts";

/** Language chosen by a BCP 47 tag: the exact file, else one of the same language, else English. Null means English. */
export type MessagesFor = (tag: string | null) => Messages;

/**
 * Loads every language file of src/messages.
 *
 * @throws Error naming the file that is no language, or when English, the fallback, is not there
 */
export async function loadMessages(): Promise<{ tags: string[]; messagesFor: MessagesFor }> {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const loaded = await loadFolder(folder, asMessages, ["index"]);
  for (const [file, messages] of loaded) {
    if (messages.tag !== file) throw new Error(`${folder}/${file}.ts: says its tag is ${messages.tag}`);
  }
  const english = loaded.get("en");
  if (english === undefined) throw new Error(`${folder}/en.ts: missing, it is what every other tag falls back to`);
  return { tags: [...loaded.keys()], messagesFor: (tag) => choose(loaded, tag) ?? english };
}

function choose(loaded: Map<string, Messages>, tag: string | null): Messages | undefined {
  if (tag === null) return undefined;
  const wanted = tag.toLowerCase();
  const language = wanted.split("-")[0] ?? wanted;
  const all = [...loaded.values()];
  return (
    all.find((messages) => messages.tag.toLowerCase() === wanted) ??
    all.find((messages) => messages.tag.toLowerCase().split("-")[0] === language)
  );
}

function asMessages(value: unknown): Messages | null {
  if (typeof value !== "object" || value === null) return null;
  const parts = ["tag", "name", "date", "status", "labels", "headline", "text", "watch", "why", "buttons", "errors"];
  return parts.every((part) => part in value) ? (value as Messages) : null;
}
