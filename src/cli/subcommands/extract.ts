import { stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { civilDateAt, isCivilDate } from "../../core/civil-date.ts";
import type { SourceDocument, SourceSpec } from "../../core/source.ts";
import { extractFacts, judgeBody, loadFamilies } from "../../ingest/index.ts";
import { decodeBody } from "../../parse/index.ts";
import { loadNewsItems } from "../../ingest/news-file.ts";
import { readNews } from "../../read/news/index.ts";
import { nearest } from "../../lib/nearest.ts";
import { readGivenFile } from "../given-file.ts";
import { printJson, type Subcommand, UsageError } from "../subcommand.ts";

const CONTENT_TYPES: Record<string, string> = {
  ".md": "text/markdown",
  ".mdx": "text/markdown",
  ".html": "text/html",
  ".htm": "text/html",
  ".json": "application/json",
  ".txt": "text/plain",
  ".yaml": "application/yaml",
  ".yml": "application/yaml",
};

export default {
  usage: "extract (--source ID --file PATH [--provider P] [--surface S] [--url U] [--at ISO] | --news PATH) [--json]",
  what: "the facts that one recorded page, feed or file of news items says",
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: {
        source: { type: "string" },
        file: { type: "string" },
        url: { type: "string" },
        at: { type: "string" },
        provider: { type: "string" },
        surface: { type: "string" },
        news: { type: "string" },
        json: { type: "boolean" },
      },
    });
    if (values.news !== undefined) {
      if (values.source !== undefined || values.file !== undefined)
        throw new UsageError("give --news PATH, or --source ID and --file PATH, and not both");
      await readGivenFile(values.news);
      const day = civilDateAt(Date.parse(values.at === undefined ? await dayOf(values.news) : instant(values.at)));
      await printJson(readNews(await loadNewsItems(values.news, day)));
      return 0;
    }
    if (!values.source || !values.file) throw new UsageError("give --source ID and --file PATH, or --news PATH");
    const families = await loadFamilies();
    const given: Partial<SourceSpec> = {
      ...(values.provider === undefined ? {} : { provider: values.provider }),
      // As a source of the configuration is: the provider's own API, where nothing else is said.
      ...(values.surface === undefined
        ? values.provider === undefined || families.specs.has(values.source)
          ? {}
          : { surface: `${values.provider}-api` }
        : { surface: values.surface }),
      ...(values.url === undefined ? {} : { url: values.url }),
    };
    const near = nearest(values.source, [...families.specs.keys()]);
    if (near !== null)
      console.error(
        `no source is called "${values.source}", so it is read as an unknown page. Did you mean "${near}"?`,
      );
    const spec = families.specFor(values.source, given);
    const document = await documentOf(values.file, spec, values.at ?? null);
    const family = families.familyFor(values.source);
    const verdict = judgeBody(document, family.guards);
    // It is read all the same: a recording may have another address, and what it says is what was asked for.
    if (!verdict.sound) console.error(`${values.file}: the bot would not believe this page: ${verdict.reason}`);
    const reading = await extractFacts(document, family);
    for (const problem of reading.problems) console.error(`${values.file}: ${problem.where}: ${problem.what}`);
    await printJson(reading.facts);
    return 0;
  },
} satisfies Subcommand;

/**
 * A recorded file as if it had been fetched. Without `--at` the day in the file's name counts (recordings are named by
 * it), else the day of the file itself: years that a page leaves out are counted from it.
 */
async function documentOf(path: string, spec: SourceSpec, at: string | null): Promise<SourceDocument> {
  const bytes = await readGivenFile(path);
  const contentType = CONTENT_TYPES[extname(path).toLowerCase()] ?? null;
  return {
    spec,
    url: spec.url || pathToFileURL(path).href,
    text: decodeBody(bytes, contentType),
    contentType,
    at: at === null ? await dayOf(path) : instant(at),
  };
}

async function dayOf(path: string): Promise<string> {
  const day = /\d{4}-\d{2}-\d{2}/.exec(basename(path))?.[0];
  if (day !== undefined && isCivilDate(day)) return `${day}T00:00:00Z`;
  return (await stat(path)).mtime.toISOString();
}

function instant(text: string): string {
  try {
    return isCivilDate(text) ? `${text}T00:00:00Z` : Temporal.Instant.from(text).toString();
  } catch {
    throw new UsageError(`--at "${text}" is no instant; write it like 2026-01-31 or 2026-01-31T09:00:00Z`);
  }
}
