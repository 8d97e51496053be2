import type { Reading, ReadProblem, SourceDocument, SourceFamily, SourceSpec } from "../core/source.ts";
import { schema } from "../lib/schema.ts";
import type { FeedItem } from "../parse/document.ts";
import { parseJson } from "../parse/json.ts";
import { canBeModel, type Claimed, dayOf, factOf, surfaceNamed } from "./second-hand/fact.ts";

const spec = (id: string, path: string, form: SourceSpec["form"]): SourceSpec => ({
  id,
  url: `https://deprecations.info/v1/${path}`,
  provider: "many",
  surface: "many",
  form,
  trust: "second-hand",
  // Its items come and go with its own scrapers, so a missing one says nothing about a model.
  nature: "feed",
});

const entry = schema((z) => {
  const text = z.string().nullish();
  return z.object({
    url: text,
    title: text,
    content_text: text,
    _deprecation: z.object({
      provider: z.string(),
      model_id: z.string(),
      model_name: text,
      shutdown_date: text,
      deprecation_date: text,
      announcement_date: text,
      replacement_models: z.array(z.string()).nullish(),
    }),
  });
});
const file = schema((z) => z.object({ items: z.array(z.unknown()) }));

const REPLACEMENT = /Recommended replacement:\s*([^\n]{1,300})/i;

export default {
  family: "deprecations-info",
  specs: [
    spec("deprecations-info-rss", "feed.xml", "feed"),
    spec("deprecations-info-json", "deprecations.json", "json"),
  ],
  guards: { minBytes: 150, mustMention: [["deprecation", "shutdown", "<channel"]], minFacts: 0 },
  assumptions:
    "JSON Feed with a `_deprecation` object per item; RSS whose description starts with `Name: value` lines (Provider, " +
    "Model ID, Shutdown Date, ...). Guids hold the date and are never used. Its scraper has put section titles and " +
    "table cells in the place of model ids; those are refused. Look again when the description loses its lines.",
  read,
} satisfies SourceFamily;

async function read(document: SourceDocument): Promise<Reading> {
  const problems: ReadProblem[] = [];
  const claims = /^\s*\{/.test(document.text)
    ? jsonClaims(document.text, problems)
    : await feedClaims(document.text, problems);
  const facts = claims.filter((claim) => claim !== null).map((claim) => factOf(document, claim));
  return { facts, problems };
}

function jsonClaims(body: string, problems: ReadProblem[]): (Claimed | null)[] {
  return file.parse(parseJson(body)).items.map((item, index) => {
    const parsed = entry.safeParse(item);
    if (!parsed.success) {
      problems.push({ what: "an item without the known fields", where: `items[${index}]` });
      return null;
    }
    const { _deprecation: of } = parsed.data;
    return claim(
      {
        provider: of.provider,
        model: of.model_id,
        name: of.model_name ?? "",
        shutdown: of.shutdown_date ?? "",
        notice: of.deprecation_date || of.announcement_date || "",
        deprecated: of.deprecation_date ?? "",
        replacements: of.replacement_models ?? [],
        cited: parsed.data.url ?? null,
        quote: `${of.provider}: ${of.model_id}, shutdown ${of.shutdown_date || "not given"}`,
      },
      problems,
    );
  });
}

async function feedClaims(body: string, problems: ReadProblem[]): Promise<(Claimed | null)[]> {
  // Imported when there is a feed to read: see src/sources/page/read.ts.
  const { parseFeed } = await import("../parse/feed.ts");
  return (await parseFeed(body)).items.map((item) => feedClaim(item, problems));
}

function feedClaim(item: FeedItem, problems: ReadProblem[]): Claimed | null {
  const fields = new Map<string, string>();
  const lines = item.body.split("\n");
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (!/^[a-z ]{3,30}$/.test(name)) break;
    fields.set(name, line.slice(colon + 1).trim());
  }
  const model = fields.get("model id") ?? fields.get("model");
  const provider = fields.get("provider");
  if (model === undefined || provider === undefined) {
    problems.push({ what: "an item without provider and model", where: item.title });
    return null;
  }
  const listed = fields.get("replacement") ?? fields.get("replacements") ?? REPLACEMENT.exec(item.body)?.[1] ?? "";
  const notice = fields.get("deprecation date") ?? fields.get("announcement date") ?? "";
  return claim(
    {
      provider,
      model,
      name: fields.get("model") ?? "",
      shutdown: fields.get("shutdown date") ?? "",
      notice,
      deprecated: fields.get("deprecation date") ?? "",
      replacements: listed.replace(/\.$/, "").split(/\s*,\s*/),
      cited: item.link,
      quote: `${item.title}, shutdown ${fields.get("shutdown date") ?? "not given"}`,
    },
    problems,
  );
}

type Row = {
  provider: string;
  model: string;
  name: string;
  shutdown: string;
  notice: string;
  deprecated: string;
  replacements: string[];
  cited: string | null;
  quote: string;
};

function claim(row: Row, problems: ReadProblem[]): Claimed | null {
  const model = row.model.trim();
  if (!canBeModel(model)) {
    problems.push({ what: "not a model's name", where: model.slice(0, 100) });
    return null;
  }
  const shutdown = dayOf(row.shutdown);
  if (shutdown === null && row.shutdown !== "")
    problems.push({ what: `no date: ${row.shutdown.slice(0, 40)}`, where: model });
  const notice = dayOf(row.notice);
  return {
    surface: surfaceNamed(row.provider, row.cited),
    model_id: model,
    announced: notice,
    deprecated: dayOf(row.deprecated),
    shutdown,
    state: shutdown === null ? "deprecated" : null,
    replacements: row.replacements
      .flatMap((name) => name.split(","))
      .map((name) => name.trim())
      .filter((name) => name.toLowerCase() !== model.toLowerCase() && canBeModel(name)),
    aliases: [row.name.trim()].filter((name) => canBeModel(name)),
    quote: row.quote,
  };
}
