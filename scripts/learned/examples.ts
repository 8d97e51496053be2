import { readdirSync, readFileSync } from "node:fs";
import { heardIn } from "../../src/read/prose/heard.ts";
import { type ProseReading, readHeard } from "../../src/read/prose/index.ts";
import { type Contexts, contextsOf } from "../../src/read/prose/learned/hints.ts";
import { namesOf } from "../../src/read/prose/learned/of-rules.ts";
import { type Day, type Item, itemOf, type Model } from "../../src/read/prose/learned/item.ts";

/** A retirement of a news item as its truth gives it. */
export type WantedEnd = {
  surface: string;
  model_id: string;
  as_written?: string;
  shutdown: string | null;
  precision?: string | null;
  replacements?: string[];
  optional?: boolean;
};
export type Truth = { is_retirement: boolean; models: WantedEnd[]; as_written?: Record<string, string> };
export type Told = {
  id: string;
  source_kind?: string;
  lang?: string;
  published: string;
  title: string;
  text: string;
  truth: Truth;
};

/** An item whose truth is known, looked at as the learned reader does. */
export type Example = {
  told: Told;
  item: Item;
  contexts: Contexts;
  reading: ProseReading;
  /** Items of one file are by one hand, and tell some stories several times. */
  file: string;
  /** The rules were never mended on it: only such an item shows how far they can be believed. */
  fresh: boolean;
};

const FIRST_HAND = new Set(["provider-blog", "provider-changelog"]);

/** The items of a folder that have a text and a truth, by file. */
export function itemsIn(folder: URL): Map<string, Told[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".jsonl"));
  const read = files.sort().map((file): [string, Told[]] => {
    const lines = readFileSync(new URL(file, folder), "utf8").split("\n");
    const items = lines.flatMap((line) => (line.trim() === "" ? [] : [JSON.parse(line) as Partial<Told>]));
    return [file, items.filter((item): item is Told => item.truth !== undefined && typeof item.text === "string")];
  });
  return new Map(read.filter(([, items]) => items.length > 0));
}

export function exampleOf(told: Told, file: string, fresh: boolean): Example {
  const trust = FIRST_HAND.has(told.source_kind ?? "") ? "provider" : "press";
  const heard = heardIn({
    title: told.title,
    text: told.text,
    published: told.published,
    ...(told.lang === undefined ? {} : { lang: told.lang }),
    evidence: { source: "", url: "", seen_at: told.published, trust },
  });
  const item = itemOf(heard);
  return { told, item, contexts: contextsOf(item), reading: readHeard(heard), file, fresh };
}

/** A name as it is compared: case, blanks and underscores say nothing. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[\s_]+/g, "-");

const plainNamesOf = (model: Model): Set<string> => new Set([...namesOf(model)].map(plainName));

/** What the truth tells of the end of a model. */
export function endsOf({ told }: Example, model: Model): WantedEnd[] {
  const names = plainNamesOf(model);
  return told.truth.models.filter(({ model_id, as_written }) =>
    [model_id, as_written ?? model_id].some((name) => names.has(plainName(name))),
  );
}

/** True for a model that the truth names as a replacement of such ends. */
export function replacesAny({ told }: Example, ends: readonly WantedEnd[], model: Model): boolean {
  const names = plainNamesOf(model);
  const wanted = ends.flatMap(({ replacements }) => replacements ?? []);
  return wanted.some((id) => [id, told.truth.as_written?.[id] ?? id].some((name) => names.has(plainName(name))));
}

/** The day, or the month where only that is known. */
export const dayOf = ({ shutdown, precision }: Pick<WantedEnd, "shutdown" | "precision">): string | null =>
  precision === "month" && shutdown !== null ? shutdown.slice(0, 7) : shutdown;

/** True for a day on which one of some ends is. */
export const isDayOf = (ends: readonly WantedEnd[], { date, precision }: Pick<Day, "date" | "precision">): boolean =>
  ends.some(({ shutdown }) => shutdown === dayOf({ shutdown: date, precision }));
