import { once } from "../../lib/remember.ts";
import type { NameMention } from "../names/index.ts";
import type { ReadSentence } from "./clauses.ts";
import { bestMention, isSnapshot } from "./identity.ts";
import { labelsIn, type Label, labelsOf } from "./labels.ts";
import { cutsOf, type Item, OR_ELSE, pairsOf, type Run } from "./pairs.ts";
import { type Advice, COMPARED, EXCEPTED } from "./replacements.ts";
import type { Role } from "./roles.ts";

/** A model of the text that ends, and the sentences that say so. */
export type Ending = { name: NameMention; sentences: readonly number[] };

/** What may lead from an old name to the new one where no word of advice does. */
const LEADS =
  /^[`"'”」)]?\s?(?:→|->|=>|[:：=]|换(?:成|为|用)?|改(?:用|为|成)|用|归(?:到|入)?|对应|(?:に)?は|が|には|から|to|by|with|zu|auf|durch|par|por|con|da|se|takes|becomes|wird)\s?(?:the |das |der |die |le |la |el |o |a )?[`"'“「]?$|^,? (?:to|onto|auf|zu|nach|à|vers|a|para|verso) [`"'“]?$/iu;

/** What compares, launches or prices does not advise. */
const MEASURED =
  /%|(?<!\p{L})(?:than|als|percent|prozent|launch\p{L}*|released?|veröffentlicht\p{L}*|lancé\p{L}*|lanz\p{L}*|lanç\p{L}*|faster|cheaper|schneller|günstiger|billiger|plus rapide|moins cher|más (?:rápid|barat)\p{L}*|mais (?:rápid|barat)\p{L}*|più (?:veloc|economic)\p{L}*|alongside|beside|besides|along with|neben)(?!\p{L})|比|より|보다|发布|公開|出시|출시/u;
/** "x for the smallest": whom it is for stands behind it. */
const FOR_BEHIND =
  /^[`"'”]? (?:for|in place of|für|anstelle|pour|à la place|para|en lugar|no lugar|per|al posto)(?!\p{L})/u;
const COUNTED =
  /(?<!\p{L})(?:both|the two|beiden?|les deux|l[oa]s dos|ambos|[oa]s du?(?:oi|a)s|entramb[ie]|i due|le due) [`"'“]?$|(?:两|三|这)(?:款|个|种)?\s?$|両|2つの$/u;
/** "| old | new |": a row of two cells, whose table needs no head. */
const PAIR_ROW = /^\|[^|]+\|[^|]+\|$/;

const TAKES = /^[`"'”」)]?\s?(?:→|->|=>|换(?:成|为|用)?|改(?:用|为|成))\s?[`"'“「]?$/u;
const FOR =
  /(?<!\p{L})(?:for|in place of|instead of|für|anstelle|statt|pour|à la place|para|en lugar|no lugar|per|al posto|users?|customers?|traffic|workloads?|prompts?|nutzer\p{L}*|kund\p{L}*|utilisateurs|utilisatrices|usuarios|clientes|usuários|utenti|clienti)(?!\p{L})|用户|ユーザー|사용자|代替|替代|代わり|대신|には/gu;
/** "…, for the rest x". */
const FOR_OTHERS =
  /^[`"'”」)]?(?:[,;，；、] ?(?:and |while |und |et |y |e |ed )?| and | und | et | y | e )(?:for|für|pour|para|per|对于?)\s?[^,，、;；]{1,40}$/u;

/** The short names of the models of a text, made once for all of its sentences. */
export type Mapper = (index: number) => Advice[] | null;

/**
 * Reads sentences that give each of several ending models its own replacement: "Pro and Flash to x, the Lite to y",
 * "x in place of the 8B; y in place of Scout", "gpt-5がx、gpt-5-miniがy". Old and new alternate; a new name whose old one is
 * in words nobody can match ("the smallest") is for those that the sentence leaves over.
 *
 * @param endings in the order in which the text tells them
 */
export function mapperOf(
  sentences: readonly ReadSentence[],
  roles: ReadonlyMap<NameMention, Role>,
  endings: readonly Ending[],
  all: readonly NameMention[],
): Mapper {
  const keys = endings.map(({ name }) => name.key);
  if (new Set(keys).size < 2) return () => null;
  const labels = once(() => labelsOf(endings.map(({ name }) => ({ key: name.key, names: spellings(name, all) }))));
  let advised = -2;
  return (index) => {
    const sentence = sentences[index];
    if (sentence === undefined || sentence.names.length === 0) return null;
    const row = PAIR_ROW.test(sentence.text) ? pairOfRow(sentence, roles, endings, all) : null;
    if (row !== null) return [adviceOf(index, row.run, row.about, endings)];
    const advises = sentence.names.some((name) => roles.get(name) === "replacement") || isDivision(sentence);
    const goesOn = advised === index - 1;
    if (advises) advised = index;
    if (!advises && !goesOn) return null;
    const scope = scopeOf(index, sentences, endings);
    const items = itemsOf(sentence, { keys: new Set(keys), scope, labels: labels(), roles, all, advises });
    const pairs = pairsOf(items, sentence.plain, scope);
    if (pairs === null) return null;
    advised = index;
    return pairs
      .map(({ run, about }) => adviceOf(index, run, about ?? new Set(), endings))
      .filter(({ about }) => about.length > 0);
  };
}

function pairOfRow(
  { names }: ReadSentence,
  roles: ReadonlyMap<NameMention, Role>,
  endings: readonly Ending[],
  all: readonly NameMention[],
): { run: Run; about: Set<string> } | null {
  const [old, next] = names;
  if (old === undefined || next === undefined || names.length > 2) return null;
  const ends = (name: NameMention) => endings.some((one) => one.name.key === bestMention(name, all).key);
  if (!ends(old) || ends(next) || roles.get(next) === "old") return null;
  const item: Item = { start: next.start, end: next.end, old: null, label: "name", name: next };
  return { run: { old: false, items: [item] }, about: new Set([bestMention(old, all).key]) };
}

/** "For the small one x, for all others y": no word of advice, and nothing is said to end or to stay. */
function isDivision({ plain, clauses }: ReadSentence): boolean {
  const silent = clauses.every(
    ({ off, until, deprecate, stay }) => off.length + until.length + deprecate.length + stay.length === 0,
  );
  return silent && [...plain.matchAll(FOR)].length >= 2 && !MEASURED.test(plain);
}

const spellings = (name: NameMention, all: readonly NameMention[]): string[] => [
  name.name,
  ...all.filter((other) => bestMention(other, all).key === name.key).map((other) => other.name),
];

/** The models that a sentence can speak of: those that end in its paragraph before it, else all. */
function scopeOf(index: number, sentences: readonly ReadSentence[], endings: readonly Ending[]): string[] {
  const paragraph = sentences[index]?.paragraph;
  const near = endings.filter((ending) =>
    ending.sentences.some((place) => place <= index && sentences[place]?.paragraph === paragraph),
  );
  return (near.length > 1 ? near : endings).map(({ name }) => name.key);
}

type Reading = {
  keys: ReadonlySet<string>;
  scope: readonly string[];
  labels: readonly Label[];
  roles: ReadonlyMap<NameMention, Role>;
  all: readonly NameMention[];
  advises: boolean;
};

function itemsOf(sentence: ReadSentence, { keys, scope, labels, roles, all, advises }: Reading): Item[] {
  const { plain, names, clauses } = sentence;
  const clauseOf = (place: number) => clauses.find(({ start, end }) => place >= start && place < end);
  const stays = (name: NameMention) => (clauseOf(name.start)?.stay.length ?? 0) > 0;
  const [first] = names;
  if (first === undefined) return [];
  // "…由a和b接手,前者贵": of the two new ones.
  const ofNew = (start: number) => {
    const near = names.filter((name) => name.end <= start).slice(-2);
    return near.length === 2 && near.every((name) => roles.get(name) === "replacement");
  };
  const short = labelsIn(sentence.text, names, labels, scope)
    // Only where nothing stands between "the first" and its name: other languages put it behind ("x for the first").
    .filter(
      ({ kind, start, end }) => kind !== "place" || !/^[前后後]者$/u.test(plain.slice(start, end)) || !ofNew(start),
    )
    .filter(({ start }) => !COMPARED.test(plain.slice(0, start)))
    .map(({ start, end, kind, keys: meant }): Item => ({ start, end, old: meant, label: kind, name: first }));
  // "gpt-5" where its snapshot ends: the name stands for what it points to.
  const meant = (name: NameMention) => {
    const { key } = bestMention(name, all);
    return keys.has(key) ? [key] : [...keys].filter((other) => isSnapshot(other, key));
  };
  const ends = (name: NameMention) => meant(name).length > 0;
  // "a换b": what b is for, even where the text does not say that a ends here.
  const given = (name: NameMention, place: number) => {
    const next = names[place + 1];
    return next !== undefined && !ends(next) && TAKES.test(plain.slice(name.end, next.start));
  };
  // "Both o3 models": all whose names begin so.
  const counted = (name: NameMention) => {
    const some = COUNTED.test(plain.slice(Math.max(0, name.start - 12), name.start))
      ? [...keys].filter((key) => key.startsWith(`${name.key} `) || key === name.key)
      : [];
    return some.length > 1 ? new Set(some) : null;
  };
  const olds = names
    .filter((name, place) => ends(name) || given(name, place))
    .filter((name) => !EXCEPTED.test(plain.slice(0, name.start)))
    .map(
      (name): Item => ({
        start: name.start,
        end: name.end,
        old: counted(name) ?? new Set(ends(name) ? meant(name) : [bestMention(name, all).key]),
        label: "name",
        name,
      }),
    );
  const before = [...olds, ...short];
  const cuts = cutsOf(plain);
  // "…, while x replaces the Sonnet": each part has its old and its new name.
  const beside = (name: NameMention) => {
    const to = cuts.find((cut) => cut > name.start) ?? plain.length;
    const from = cuts.findLast((cut) => cut <= name.start) ?? 0;
    return !MEASURED.test(plain.slice(from, to)) && before.some((item) => item.start >= from && item.end <= to);
  };
  const follows = (name: NameMention) =>
    before.some((item) => item.end <= name.start && LEADS.test(plain.slice(item.end, name.start)));
  const isNew = new Set<NameMention>();
  for (const [place, name] of names.entries()) {
    if (ends(name) || given(name, place)) continue;
    const last = names[place - 1];
    const role = roles.get(name);
    const gap = last !== undefined && isNew.has(last) ? plain.slice(last.end, name.start) : "";
    const too = OR_ELSE.test(gap) || FOR_OTHERS.test(gap);
    // "…in place of Scout; y in place of the 8B": a short name of a model stands behind the words that leave it.
    const isBeside = advises && beside(name);
    if (
      role === "replacement" ||
      (advises && role === "plain" && !stays(name) && FOR_BEHIND.test(plain.slice(name.end, name.end + 16))) ||
      (isBeside && !stays(name)) ||
      (role === "plain" && !stays(name) && (too || follows(name)))
    )
      isNew.add(name);
  }
  const news = [...isNew].map((name): Item => ({ start: name.start, end: name.end, old: null, label: "name", name }));
  return [...before, ...news].toSorted((a, b) => a.start - b.start);
}

function adviceOf(sentence: number, run: Run, about: ReadonlySet<string>, endings: readonly Ending[]): Advice {
  return {
    sentence,
    names: run.items.map((item) => item.name),
    about: endings.map(({ name }) => name).filter((name) => about.has(name.key)),
    lead: new Map(),
    provider: new Map(),
    inOrder: false,
    line: false,
    item: [],
    paragraph: [],
    ahead: 1,
    exact: true,
  };
}
