import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { isCivilDate } from "../../core/civil-date.ts";
import { factsOfSent, readSentBytes } from "../../ingest/sent.ts";
import { compare, comparisonLine, placed } from "../../wiring/sent.ts";
import { deliverLetter } from "../deliver-letter.ts";
import { readGivenFile } from "../given-file.ts";
import { withKnowledge } from "../knowledge.ts";
import { print, printJson, type Subcommand, UsageError } from "../subcommand.ts";

const isDay = (text: string): boolean =>
  isCivilDate(text.slice(0, 10)) && (text.length === 10 || (text[10] === "T" && !Number.isNaN(Date.parse(text))));

export default {
  usage: "ingest FILE|- [--published DATE] [--trust press|provider] [--apply] [--json]",
  what: "reads a mail, a post or a page that someone was sent, and compares it with what is known",
  run: async (args, variables) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        published: { type: "string" },
        trust: { type: "string", default: "press" },
        apply: { type: "boolean" },
        json: { type: "boolean" },
      },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError("name one file, or - for standard input");
    const trust = values.trust;
    if (trust !== "press" && trust !== "provider")
      throw new UsageError(`--trust "${trust}" will not do; write press or provider`);
    const published = values.published ?? null;
    if (published !== null && !isDay(published))
      throw new UsageError(`--published "${published}" is no date; write it like 2026-01-31`);

    const bytes = file === "-" ? await buffer(process.stdin) : await readGivenFile(file);
    const sent = await readSentBytes(bytes).catch((error: unknown) => {
      throw new Error(
        `${file === "-" ? "standard input" : file}: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
    const dated =
      published === null
        ? sent
        : { ...sent, published: published.length === 10 ? `${published}T00:00:00Z` : published };
    const { compared, facts, told } = await withKnowledge(variables, async (services, now) => {
      const read = factsOfSent(dated, { now, trust, source: "ingest" });
      const records = await services.catalog.records();
      const facts = placed([...read.facts, ...read.withdraws], records, now);
      return { compared: compare(facts, records, now), facts, told: now };
    });
    const applied =
      values.apply && facts.length > 0 ? await deliverLetter(variables, randomUUID(), { facts, trust }) : null;
    if (values.json) await printJson({ published: dated.published, facts: compared, applied });
    else if (compared.length === 0) await print("It tells of no model that stops being served.\n");
    else for (const one of compared) await print(`${comparisonLine(one, told)}\n`);
    if (applied !== null && !values.json) await print(`${applied.words}\n`);
    return 0;
  },
} satisfies Subcommand;
