import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import * as z from "zod";
import { isCivilDate } from "../core/civil-date.ts";
import type { NewsItem } from "../read/news/index.ts";

const lineSchema = z.object({
  id: z.string().min(1),
  source_kind: z.string().optional(),
  lang: z.string().optional(),
  published: z.string().refine((text) => isCivilDate(text.slice(0, 10)), "is no date"),
  title: z.string().nullish(),
  text: z.string().nullish(),
  text_file: z.string().nullish(),
  url: z.string().nullish(),
});

/**
 * Reads a file of news items: JSON Lines (or a JSON array) whose `text_file` is relative to the file, or one plain text
 * as a single item whose first line is its title.
 *
 * @param today the publication day of a plain text, which has none of its own
 * @throws Error naming the line that is wrong
 */
export async function loadNewsItems(path: string, today: string): Promise<NewsItem[]> {
  const text = (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
  if (![".jsonl", ".json", ".ndjson"].includes(extname(path).toLowerCase())) {
    return [{ id: basename(path), published: today, undated: true, title: "", text }];
  }
  const rows: unknown[] = text.trimStart().startsWith("[")
    ? (JSON.parse(text) as unknown[])
    : text.split("\n").flatMap((line, index) => (line.trim() === "" ? [] : [parseLine(path, line, index + 1)]));
  return Promise.all(rows.map((row, index) => itemOf(path, row, index + 1)));
}

function parseLine(path: string, line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`${path}: line ${number} is not JSON`);
  }
}

async function itemOf(path: string, row: unknown, number: number): Promise<NewsItem> {
  const parsed = lineSchema.safeParse(row);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`${path}: item ${number}: ${issue?.path.join(".") ?? ""} ${issue?.message ?? "is wrong"}`);
  }
  const { id, published, title, text, text_file, source_kind, lang, url } = parsed.data;
  const body = text ?? (text_file ? await readFile(join(dirname(path), text_file), "utf8") : "");
  return {
    id,
    published,
    title: title ?? "",
    text: body,
    ...(source_kind === undefined ? {} : { source_kind }),
    ...(lang === undefined ? {} : { lang }),
    ...(url ? { url } : {}),
  };
}
