import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

type ByLanguage = Readonly<Record<string, readonly string[]>>;

/** What each list means stands at the head of the file. */
const HEADINGS = JSON.parse(readFileSync(new URL("../fixtures/headings.json", import.meta.url), "utf8")) as Readonly<
  Record<"ends" | "replacements" | "notices" | "models" | "no_ends", ByLanguage>
>;

type Words = { model: string; released: string; deprecated: string; end: string; use: string };

const WORDS: Readonly<Record<string, Words>> = {
  en: {
    model: "Model",
    released: "Release date",
    deprecated: "Deprecation date",
    end: "Shutdown date",
    use: "Replacement",
  },
  de: {
    model: "Modell",
    released: "Erscheinungsdatum",
    deprecated: "Veraltet seit",
    end: "Abschaltdatum",
    use: "Ersatz",
  },
  fr: {
    model: "Modèle",
    released: "Date de sortie",
    deprecated: "Date de dépréciation",
    end: "Date de retrait",
    use: "Remplaçant",
  },
  es: {
    model: "Modelo",
    released: "Fecha de lanzamiento",
    deprecated: "Fecha de obsolescencia",
    end: "Fecha de retirada",
    use: "Sustituto",
  },
  pt: {
    model: "Modelo",
    released: "Data de lançamento",
    deprecated: "Data de depreciação",
    end: "Data de desativação",
    use: "Substituto",
  },
  it: {
    model: "Modello",
    released: "Data di rilascio",
    deprecated: "Data di deprecazione",
    end: "Data di ritiro",
    use: "Sostituto",
  },
  zh: { model: "模型", released: "发布日期", deprecated: "弃用日期", end: "下线时间", use: "替代模型" },
  ja: { model: "モデル", released: "リリース日", deprecated: "非推奨日", end: "提供終了日", use: "代替モデル" },
  ko: { model: "모델", released: "출시일", deprecated: "지원 중단일", end: "종료일", use: "대체 모델" },
};

/** A table of two models, a column each under its heading. As of 2026-09-20. */
const table = (columns: Readonly<Record<string, readonly [string, string]>>): string => {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  const heads = Object.keys(columns);
  const body = [0, 1].map((index) => row(Object.values(columns).map((cells) => cells[index] ?? "")));
  return row(heads) + row(heads.map(() => "---")) + body.join("");
};

const ids = ["acme-2-mini", "acme-2-large"] as const;
const ends = ["2027-05-04", "2027-06-04"] as const;
const released = ["2025-05-04", "2025-09-04"] as const;
const deprecated = ["2026-07-04", "2026-08-04"] as const;
const used = ["acme-3", "acme-4"] as const;

const told = async (text: string): Promise<string> =>
  (await factsOfText(text))
    .filter((fact) => fact.scheduled && fact.kind === "model")
    .map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.announced ?? "-"} ${fact.replacements.join()}`)
    .join("; ");

/** The headings of a language under which a table does not tell what it should. */
async function misread(
  headings: readonly string[],
  tables: (heading: string) => readonly string[],
  wanted: string,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const heading of headings)
    for (const text of tables(heading)) {
      const got = await told(text);
      if (got !== wanted) wrong.push(`${heading}: ${got}\n${text}`);
    }
  return wrong;
}

const BOTH = "acme-2-mini 2027-05-04 - acme-3; acme-2-large 2027-06-04 - acme-4";
const wordsOf = (language: string): Words => WORDS[language] ?? assert.fail(language);

for (const [language, headings] of Object.entries(HEADINGS.ends))
  test(`headings over the last day, alone and behind other days: ${language}`, async () => {
    const words = wordsOf(language);
    const tables = (heading: string) => [
      table({ [words.model]: ids, [heading]: ends, [words.use]: used }),
      table({ [words.model]: ids, [words.released]: released, [heading]: ends, [words.use]: used }),
      // One heading stands once.
      ...(heading === words.deprecated
        ? []
        : [
            table({
              [words.model]: ids,
              [words.released]: released,
              [words.deprecated]: deprecated,
              [heading]: ends,
              [words.use]: used,
            }),
          ]),
    ];
    assert.deepEqual(await misread(headings, tables, BOTH), []);
  });

for (const [language, headings] of Object.entries(HEADINGS.replacements))
  test(`headings over what takes its place, behind and before the model: ${language}`, async () => {
    const words = wordsOf(language);
    const tables = (heading: string) => [
      table({ [words.model]: ids, [words.end]: ends, [heading]: used }),
      table({ [heading]: used, [words.model]: ids, [words.end]: ends }),
    ];
    assert.deepEqual(await misread(headings, tables, BOTH), []);
  });

for (const [language, headings] of Object.entries(HEADINGS.models))
  test(`headings over the models: ${language}`, async () => {
    const words = wordsOf(language);
    const tables = (heading: string) => [table({ [heading]: ids, [words.end]: ends, [words.use]: used })];
    assert.deepEqual(await misread(headings, tables, BOTH), []);
  });

for (const [language, headings] of Object.entries(HEADINGS.notices))
  test(`headings over the day of the notice: ${language}`, async () => {
    const words = wordsOf(language);
    const tables = (heading: string) => [
      table({ [words.model]: ids, [heading]: deprecated, [words.end]: ends, [words.use]: used }),
    ];
    const wanted = "acme-2-mini 2027-05-04 2026-07-04 acme-3; acme-2-large 2027-06-04 2026-08-04 acme-4";
    assert.deepEqual(await misread(headings, tables, wanted), []);
  });

for (const [language, headings] of Object.entries(HEADINGS.no_ends))
  test(`headings over days that end nothing, on a page of ends too: ${language}`, async () => {
    const words = wordsOf(language);
    const tables = (heading: string) =>
      ["# Models", "# Deprecations\n\nThese models are going away."].flatMap((head) => [
        `${head}\n\n${table({ [words.model]: ids, [heading]: ends })}`,
        ...(heading === words.released
          ? []
          : [
              `${head}\n\n${table({ [words.model]: ids, [words.released]: released, [heading]: ends })}`,
              `${head}\n\n${table({ [words.model]: ids, [words.released]: released, [heading]: ends, [words.use]: used })}`,
            ]),
      ]);
    const wrong: string[] = [];
    for (const heading of headings)
      for (const text of tables(heading))
        if ((await factsOfText(text)).some((fact) => fact.shutdown !== null)) wrong.push(`${heading}\n${text}`);
    assert.deepEqual(wrong, []);
  });
