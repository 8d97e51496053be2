import type { NameMention } from "../names/index.ts";

/** A short name of some of the models that end in a text, and what it stands for. */
export type Label = {
  kind: "word" | "place" | "rest";
  re: RegExp;
  /** The models that a word stands for. */
  keys: ReadonlySet<string>;
  /** "The second": its place among them. */
  place?: number;
};

export type FoundLabel = { start: number; end: number; kind: Label["kind"]; keys: Set<string> };

/** Sizes and the words of a name, each of which people use for the whole. */
const PARTS = /(?<![a-z0-9.])\d+(?:\.\d+)?[bk](?![a-z0-9])|[a-z]{2,}/g;
/** Words of names by which nobody calls a model. */
const NO_LABEL =
  /^(?:instruct|chat|preview|latest|versatile|api|models?|openai|meta|google|amazon|anthropic|mistralai|accounts|fireworks|ai|com|exp|experimental|the|beta|hf|cf|it|and|of|on|in|generate|text|us|eu)$/;
/** Words of every day, which are a model's only with a capital letter. */
const NEEDS_CAPITAL =
  /^(?:large|small|medium|light|lite|live|next|search|tool|code|fast|air|max|plus|ultra|express|command|pro|solar|nova|sonic|canvas|reel|scout|maverick|opus|flash|embed|rerank|phi|yi|turbo|instant|reasoning|reasoner|thinking|high|low)$/;

const PLACES: readonly (readonly RegExp[])[] = [
  [
    /(?<!\p{L})the (?:first|former)(?: one)?(?!\p{L})|(?<!\p{L})(?:de[rnm]|die|das) (?:erste|erstere)[nmrs]?(?!\p{L})|(?<!\p{L})erstere[snmr]?(?!\p{L})|(?<!\p{L})(?:le|du|au) premier(?!\p{L})|la première|(?<!\p{L})(?:el|al|del) primero|la primera(?! )|(?:o|do|ao) primeiro(?! )|(?:il|al|del) primo(?! )|前者|第一个|전자(?=는|가|의|에)|첫 번째|1つ目/giu,
    /(?<!\p{L})the (?:second|latter)(?: one)?(?!\p{L})|(?<!\p{L})(?:de[rnm]|die|das) (?:zweite|letztere)[nmrs]?(?!\p{L})|(?<!\p{L})letztere[snmr]?(?!\p{L})|(?<!\p{L})(?:le|du|au) second(?!\p{L})|la seconde|(?<!\p{L})(?:el|al|del) segundo|la segunda(?! )|(?:o|do|ao) segundo(?! )|(?:il|al|del) secondo(?! )|后者|後者|第二个|후자(?=는|가|의|에)|두 번째|2つ目/giu,
    /(?<!\p{L})the third(?: one)?(?!\p{L})|(?<!\p{L})(?:de[rnm]|die|das) dritte[nmrs]?(?!\p{L})|(?<!\p{L})(?:le|du|au) troisième(?!\p{L})|(?<!\p{L})(?:el|al|del) tercero|(?:o|do|ao) terceiro(?! )|(?:il|al|del) terzo(?! )|第三个|세 번째|3つ目/giu,
  ],
]
  .flat()
  .map((re) => [re]);

const REST =
  /(?<!\p{L})(?:the (?:other|remaining) (?:\p{L}+)|the others?|the rest|(?:all|every|any) other \p{L}+|all (?:the )?others|alle (?:anderen|übrigen|weiteren)|tou(?:s|tes) les autres|tod[oa]s l[oa]s demás|tod[oa]s [oa]s demais|tutt[ie] (?:gli|le) altr[ie]|everything else|die (?:beiden |drei )?(?:anderen|übrigen)|(?:alle|allen|den) (?:beiden )?(?:anderen|übrigen)|den rest|les (?:deux |trois )?autres|le reste|l[oa]s (?:dos |tres )?(?:otr[oa]s|demás)|el resto|[oa]s (?:dois |duas |três )?(?:outr[oa]s|demais)|o restante|(?:gli|le) altr[ie]|i restanti|il resto)(?!\p{L})|其余|(?:剩下|余下|另外|其他|剩余)(?:的)?(?:[两三四五六七八九几])?(?:款|个|者|位|种)|其他(?:两|三|几)?(?:款|个|者)?|另外(?:两|三|几)(?:款|个)|残り(?:の)?|その他|나머지/giu;

/** True for a text that speaks of "the other two", "the rest": of what was named, and not of what was just told apart. */
export const speaksOfRest = (text: string): boolean => text.search(REST) >= 0;

/** The short names by which a text can mean some of its ending models and not the others. */
export function labelsOf(models: readonly { key: string; names: readonly string[] }[]): Label[] {
  const meant = new Map<string, Set<string>>();
  for (const { key, names } of models)
    for (const [part] of names.flatMap((name) => [...name.toLowerCase().matchAll(PARTS)])) {
      if (NO_LABEL.test(part)) continue;
      meant.set(part, (meant.get(part) ?? new Set()).add(key));
    }
  const count = new Set(models.map(({ key }) => key)).size;
  const words = [...meant]
    .filter(([, keys]) => keys.size < count)
    .map(([part, keys]): Label => ({ kind: "word", re: expressionFor(part), keys }));
  const places = PLACES.map(([re], place): Label => ({ kind: "place", re: re ?? /$^/g, keys: new Set(), place }));
  return [...words, ...places, { kind: "rest", re: REST, keys: new Set() }];
}

function expressionFor(part: string): RegExp {
  const first = part[0] ?? "";
  const capital = /^\d/.test(part)
    ? `(?:${part}|${part.toUpperCase()})`
    : `(?:${first.toUpperCase()}${part.slice(1)}|${part.toUpperCase()})`;
  const either = NEEDS_CAPITAL.test(part) || /^\d/.test(part) ? capital : `(?:${part}|${capital.slice(3)}`;
  return new RegExp(`(?<![A-Za-z0-9_@/.-])${either}(?![A-Za-z0-9_/])(?!-\\d|\\.\\d)`, "g");
}

/** Between a name and the id behind it. */
const BRACKET = /^(?: [A-Z][\w.]*){0,4}[`"'”*]* ?[(（][`"'“*]*$/;
const EMPTY: ReadonlySet<string> = new Set();

/**
 * The short names in a sentence outside of whole names, in reading order; neighbours are one: "Flash-Lite" has both words.
 *
 * @param scope the models that the sentence can speak of, in order
 */
export function labelsIn(
  text: string,
  names: readonly NameMention[],
  labels: readonly Label[],
  scope: readonly string[],
): FoundLabel[] {
  const found: FoundLabel[] = [];
  for (const { kind, re, keys, place } of labels) {
    for (const match of text.matchAll(re)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (names.some((name) => span.start < name.end && span.end > name.start)) continue;
      // "Gemini 3 Flash (gemini-3-flash)": the name of what stands in brackets behind it.
      if (names.some((name) => BRACKET.test(text.slice(span.end, name.start)))) continue;
      const meant = kind === "word" ? keys : kind === "place" ? new Set(scope.slice(place, (place ?? 0) + 1)) : EMPTY;
      found.push({ ...span, kind, keys: new Set(meant) });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: FoundLabel[] = [];
  for (const label of found) {
    const last = joined.at(-1);
    if (last !== undefined && label.start < last.end) continue;
    const both = last === undefined ? EMPTY : new Set([...last.keys].filter((key) => label.keys.has(key)));
    if (last !== undefined && /^[ -]$/.test(text.slice(last.end, label.start)) && both.size > 0) {
      last.end = label.end;
      last.keys = new Set(both);
    } else joined.push(label);
  }
  // "The other two" are those that no short or whole name of the sentence means.
  return joined;
}
