import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Sight } from "../src/catalog/claims.ts";
import { afterGoodPoll } from "../src/catalog/health.ts";
import { mergePoll } from "../src/catalog/merge.ts";
import { judgePoll } from "../src/catalog/plausibility.ts";
import { SHIPPED_FILE, type ShippedClaim, type ShippedFile, type ShippedRecord } from "../src/catalog/shipped.ts";
import type { Fact } from "../src/core/fact.ts";
import { type Claim, type ModelRecord, recordKey } from "../src/core/model.ts";
import type { SourceSpec } from "../src/core/source.ts";
import { emptySourceState, type SourceState } from "../src/core/source-state.ts";
import { examine } from "../src/ingest/examine.ts";
import { readOptions, wrong } from "./options.ts";
import { loadFamilies } from "../src/ingest/families.ts";
import { decodeBody } from "../src/parse/index.ts";
import { buildPrices } from "./prices.ts";

/**
 * Builds src/catalog/shipped.json: every recorded page that the project has a reader for, in order of its date, through
 * those readers and the same judging and merging as a live poll. Each page is looked at again an hour, 40 and 80 hours
 * later, so that a withdrawal counts as it would have.
 */
const [folder] = readOptions("catalog -- [FOLDER]", { allowPositionals: true }).positionals;
const PAGES = resolve(folder ?? join(import.meta.dirname, "../../shared/corpus/pages"));
const HOUR_MS = 3_600_000;
const LOOKS = [0, 1, 40, 80];
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  xml: "application/xml",
  json: "application/json",
  md: "text/markdown",
  mdx: "text/markdown",
  yml: "application/yaml",
  yaml: "application/yaml",
};

type Capture = { spec: SourceSpec; file: string; at: number };
type Look = { spec: SourceSpec; at: number; facts: Fact[] | null };

async function main(): Promise<void> {
  if (!existsSync(PAGES)) wrong(`there are no recorded pages in ${PAGES}; name their folder`);
  const families = await loadFamilies();
  const looks: Look[] = [];
  for (const { spec, file, at } of await capturesOf([...families.specs.values()])) {
    const contentType = CONTENT_TYPES[file.slice(file.lastIndexOf(".") + 1)] ?? "text/plain";
    const text = decodeBody(await readFile(file), contentType);
    const document = { spec, url: spec.url, text, contentType, at: new Date(at).toISOString() };
    const examined = await examine(document, families.familyFor(spec.id));
    if (!examined.sound) {
      console.error(`${file}: left out: ${examined.reason}`);
      continue;
    }
    const { facts } = examined.reading;
    for (const hours of LOOKS) looks.push({ spec, at: at + hours * HOUR_MS, facts: hours === 0 ? facts : null });
  }
  const records = merged(looks.sort((a, b) => a.at - b.at));
  const shipped = fileOf(records, looks);
  await writeFile(SHIPPED_FILE, textOf(shipped));
  console.log(`prices of ${await buildPrices(PAGES)} models`);
  console.log(
    `${shipped.records.length} models from ${shipped.sources.length} sources in ${fileURLToPath(SHIPPED_FILE)}`,
  );
}

/** `<source-id>/<yyyy-mm-dd>[letter].<ext>`, the layout of the recordings; folders of unknown sources are left out. */
async function capturesOf(specs: SourceSpec[]): Promise<Capture[]> {
  const captures: Capture[] = [];
  for (const spec of specs) {
    const folder = join(PAGES, spec.id);
    if (!existsSync(folder)) continue;
    for (const name of (await readdir(folder)).sort()) {
      const day = /^(\d{4}-\d{2}-\d{2})([a-z]?)\./.exec(name);
      if (day === null) continue;
      const later = day[2] === "" ? 0 : (day[2] ?? "a").charCodeAt(0) - 96;
      captures.push({ spec, file: join(folder, name), at: Date.parse(`${day[1]}T00:00:00Z`) + later * HOUR_MS });
    }
  }
  return captures;
}

function merged(looks: Look[]): Map<string, ModelRecord> {
  const records = new Map<string, ModelRecord>();
  const states = new Map<string, SourceState>();
  const sights = new Map<string, Sight>();
  for (const { spec, at: time, facts } of looks) {
    const at = new Date(time).toISOString();
    const state = states.get(spec.id) ?? emptySourceState();
    const judged = judgePoll({ state, spec, facts, records, at });
    states.set(spec.id, afterGoodPoll(judged, at));
    if (judged.verdict === "quarantined") continue;
    const { removals, newNormal } = judged;
    const rest = { baseline: state.last_good === null, removals, newNormal, sights, overrides: [] };
    for (const record of mergePoll({ records, spec, facts: judged.facts, at, ...rest }).records) {
      records.set(recordKey(record), record);
    }
    sights.set(spec.id, { trust: spec.trust, nature: spec.nature, surface: spec.surface, last_good: at });
  }
  return records;
}

function fileOf(records: Map<string, ModelRecord>, looks: Look[]): ShippedFile {
  const specs = [...new Set(looks.map((look) => look.spec))].sort((a, b) => (a.id < b.id ? -1 : 1));
  const index = new Map(specs.map((spec, at) => [spec.id, at]));
  const rows = [...records.entries()]
    .filter(([, record]) => record.claims.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, record]) => rowOf(record, index));
  return { sources: specs.map(({ id, url, trust, nature }) => ({ id, url, trust, nature })), records: rows };
}

function rowOf(record: ModelRecord, index: Map<string, number>): ShippedRecord {
  return {
    provider: record.provider,
    surface: record.surface,
    id: record.model_id,
    ...(record.version === null ? {} : { version: record.version }),
    ...(record.kind === "model" ? {} : { kind: record.kind }),
    claims: record.claims.map((claim) => claimOf(claim, record, index.get(claim.source) ?? 0)),
  };
}

function claimOf(claim: Claim, record: ModelRecord, index: number): ShippedClaim {
  const { fact } = claim;
  return {
    s: index,
    read: claim.last_seen.slice(0, 10),
    ...(fact.model_id === record.model_id ? {} : { as: fact.model_id }),
    ...(fact.announced === null ? {} : { announced: fact.announced }),
    ...(fact.deprecated === null ? {} : { deprecated: fact.deprecated }),
    ...(fact.shutdown === null ? {} : { shutdown: fact.shutdown }),
    ...(fact.precision === null || fact.precision === "day" ? {} : { precision: fact.precision }),
    ...(fact.replacements.length === 0 ? {} : { replacements: fact.replacements }),
    ...(fact.scheduled ? { ends: 1 as const } : {}),
    ...(fact.state == null ? {} : { state: fact.state }),
    ...(fact.aliases === undefined || fact.aliases.length === 0 ? {} : { aliases: fact.aliases }),
    ...(claim.missing_since === null ? {} : { gone: 1 as const }),
  };
}

/** One record a line, so that a rebuild shows what changed. */
function textOf({ sources, records }: ShippedFile): string {
  const lines = (list: unknown[]) => list.map((one) => JSON.stringify(one)).join(",\n");
  return `{"sources":[\n${lines(sources)}\n],"records":[\n${lines(records)}\n]}\n`;
}

await main();
