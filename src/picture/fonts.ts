import { readFile } from "node:fs/promises";

/** A font as satori takes it; `name` differs per file, so that a text falls from one to the next. */
export type LoadedFont = { name: string; data: Buffer; weight: 400 | 700; style: "normal" };

/** Tried in this order for every character: https://fontsource.org/docs/getting-started/subsets */
const FAMILIES = ["noto-sans", "noto-sans-sc"] as const;
const WEIGHTS = [400, 700] as const;

type Subset = { family: string; name: string; ranges: [number, number][] };

let subsets: Promise<Subset[]> | null = null;
const files = new Map<string, Promise<Buffer>>();

/**
 * The small font files that hold the characters of a text, in both weights; characters that no file holds are left out.
 * Files are read once per process. They are .woff: satori does not read .woff2.
 */
export async function fontsFor(text: string): Promise<LoadedFont[]> {
  subsets ??= loadSubsets();
  const all = await subsets;
  const wanted = new Set<Subset>();
  for (const character of new Set(`${text} …`)) {
    const code = character.codePointAt(0) ?? 0;
    const subset = all.find(({ ranges }) => ranges.some(([from, to]) => from <= code && code <= to));
    if (subset !== undefined) wanted.add(subset);
  }
  const fonts = [...wanted].flatMap((subset) => WEIGHTS.map((weight) => loadFont(subset, weight)));
  return Promise.all(fonts);
}

async function loadSubsets(): Promise<Subset[]> {
  const lists = await Promise.all(
    FAMILIES.map(async (family) => {
      const table: unknown = JSON.parse(
        await readFile(new URL("../unicode.json", fileOf(family, "latin", 400)), "utf8"),
      );
      if (typeof table !== "object" || table === null)
        throw new Error(`@fontsource/${family}: unicode.json is no table`);
      // A numbered subset is written "[116]" there and 116 in its file's name.
      return Object.entries(table).map(([name, ranges]) => ({
        family,
        name: name.replace(/[[\]]/g, ""),
        ranges: rangesOf(String(ranges)),
      }));
    }),
  );
  return lists.flat();
}

/** "U+0-ff,U+131" as pairs of first and last code point. */
function rangesOf(text: string): [number, number][] {
  return text.split(",").map((part) => {
    const [from = "", to = from] = part.trim().replace(/^U\+/i, "").split("-");
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

async function loadFont(subset: Subset, weight: 400 | 700): Promise<LoadedFont> {
  const url = fileOf(subset.family, subset.name, weight);
  const reading = files.get(url) ?? readFile(new URL(url));
  files.set(url, reading);
  return { name: `${subset.family} ${subset.name}`, data: await reading, weight, style: "normal" };
}

function fileOf(family: string, subset: string, weight: 400 | 700): string {
  return import.meta.resolve(`@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`);
}
