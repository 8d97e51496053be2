import { providerOf } from "../../core/surface.ts";
import type { NameMention } from "../names/index.ts";
import type { ReadSentence } from "./clauses.ts";
import { adviceForOthers } from "./in-turns.ts";
import { isBullet } from "./implied.ts";
import { bestMention, replacementId } from "./identity.ts";
import type { Mapper } from "./mapping.ts";
import type { Role } from "./roles.ts";

/** Names that a text advises to move to, and what it says of whom they are for. */
export type Advice = {
  sentence: number;
  names: NameMention[];
  /** The names that stand with them: "a and b become c and d". */
  about: NameMention[];
  /** Words between the names, each behind the name before: "Pro users to c, Flash users to d". */
  lead: Map<NameMention, string>;
  /** Who runs the place whose advice it is, where the sentence names one. */
  provider: Map<NameMention, string>;
  inOrder: boolean;
  /** It is a line of a list: said of the line above it alone. */
  line: boolean;
  /** Sentences of the item of a list that it is part of: it is said of their models alone. */
  item: readonly number[];
  /** The sentences of its paragraph. */
  paragraph: readonly number[];
  /** How many sentences before the models that it is for it may stand: more where it says itself that they end. */
  ahead: number;
  /** The sentence says of each name whom it is for: nothing is left to be paired. */
  exact?: true;
  /** It stands in the headline, which may say a name short. */
  title?: true;
};

const IN_ORDER =
  /\brespectively\b|\bin that order\b|jeweils|beziehungsweise|bzw\.|beziehungsweise|\bbzw\b|respectivement|dans cet ordre|respectivamente|por ese orden|nessa ordem|rispettivamente|nell['’]ordine|in dieser reihenfolge|der reihe nach|dans l['’]ordre|en (?:ese|este) orden|(?:nesta|por esta) ordem|in quest['’]ordine|分别|依次|依序|按顺序|それぞれ|各々|順に|順番に|각각|순서대로|차례(?:대)?로/i;

/** "…use b, which costs less than a": what b is measured by. */
export const COMPARED =
  /(?:(?<!\p{L})(?:than|als|(?:más|menos|plus|moins|mais|più|meno) \p{L}+ (?:do )?(?:que|di))(?: the| das| der| die| le| la| el| o| a| il)?|比)\s?[`"'“]?$/u;

/** "…for everything except a": what is said before is not for a. */
export const EXCEPTED =
  /(?:(?<!\p{L})(?:except(?: for)?|but not(?: for)?|other than|außer|ausgenommen|bis auf|sauf|excepté|hormis|excepto|salvo|menos|exceto|tranne|eccetto|a parte)(?: the| bei| für| pour| para| per| o| el| il| le)?|除了?|을? 제외)\s?[`"'“]?$/u;

/** "Who has already moved to x": nobody is told to. */
const MOVED_BEFORE =
  /(?<!\p{L})(?:(?:have|has|had) already (?:moved|switched|migrated|upgraded|gone) (?:over )?to|(?:a|ont|avez) déjà (?:migré|passé|basculé) (?:vers|à|sur)|ya (?:ha|han|hayan|haya) (?:migrado|pasado|cambiado) a|já (?:migr|pass|mud)\p{L}{1,4} para|(?:ha|hanno) già (?:migrato|spostato)\p{L}* (?:a|verso))\s?[`"'“]?$|已(?:经)?(?:切换|迁移|换|升级|改用)(?:到|成|至|为)?\s?$/u;
const MOVED_BEHIND =
  /^[`"'”」]?(?:へ|に)(?:は)?(?:もう|既に|すでに)?(?:移した|移行した|移行済み|切り替えた|切替済み)|^[`"'”]?(?:으로|로) (?:이미 )?(?:옮긴|전환한|이전한)/u;

const isMovedBefore = ({ start, end }: NameMention, plain: string): boolean =>
  MOVED_BEFORE.test(plain.slice(Math.max(0, start - 60), start)) || MOVED_BEHIND.test(plain.slice(end, end + 16));

/** "I have tried x as an alternative": who tells of himself advises nobody. */
const TRIED_BEFORE =
  /(?<!\p{L})(?:(?:i|we)(?:['’]ve| have)?(?: also| already| just)? (?:tried|tested|benchmarked)|(?:j['’]ai|nous avons|on a)(?: déjà| aussi)? (?:testé|essayé)|(?:he|hemos) (?:probado|testeado)|(?:testei|experimentei|testamos|experimentamos)|(?:ho|abbiamo)(?: già)? (?:provato|testato))(?: out)?(?: the| le| la| el| o| il)?\s?[`"'“]?$|(?:我|我们)(?:已经|自己|也)?(?:试|测)(?:试|用)?(?:了|过)\s?[`"'“]?$/u;
const TRIED_BEHIND =
  /^[`"'”]? (?:(?:schon|auch|mal|bereits|kurz) )?(?:als \p{L}+ )?(?:aus)?(?:probiert|getestet|versucht)(?!\p{L})|^[`"'”」]?を(?:もう|すでに)?試し(?:た|て|ました)|^[`"'”]?[을를]? ?(?:써|시험해|테스트해) ?(?:봤|보았|본)/u;

const isTried = ({ start, end }: NameMention, plain: string): boolean =>
  TRIED_BEFORE.test(plain.slice(Math.max(0, start - 40), start)) || TRIED_BEHIND.test(plain.slice(end, end + 40));

type Run = { advice: boolean; names: NameMention[] };

/** "At the time we pointed to a, now to b": who advises anew takes the old advice back. */
const BEFORE_NOW =
  /(?:(?<!\p{L})(?:originally|previously|initially|formerly|at the time|back then|until (?:now|recently|last \p{L}+)|bisher|zuvor|ursprünglich|damals|bislang|auparavant|jusqu['’](?:ici|alors)|à l['’]époque|initialement|antes|hasta ahora|entonces|inicialmente|até (?:agora|então)|na época|finora|in origine|all['’]epoca|inizialmente)(?!\p{L})|当时|此前|原先|原来|之前|当初|それまで|以前|(?:月|春|夏|秋|冬|先週|昨日)まで|당시|기존에는|처음에는|그동안)[^,;，；。]{0,40}$/u;

function isSuperseded(name: NameMention, { plain, names }: ReadSentence, roles: Map<NameMention, Role>): boolean {
  const again = names.some(
    (other) => other.start >= name.end && roles.get(other) === "replacement" && other.key !== name.key,
  );
  return again && BEFORE_NOW.test(plain.slice(Math.max(0, name.start - 60), name.start));
}

function runsOf(sentence: ReadSentence, roles: Map<NameMention, Role>): Run[] {
  const runs: Run[] = [];
  for (const name of sentence.names) {
    const advice = roles.get(name) === "replacement";
    const last = runs.at(-1);
    if (last?.advice === advice) last.names.push(name);
    else runs.push({ advice, names: [name] });
  }
  return runs;
}

/**
 * What each sentence advises to move to, and which models it says that of.
 *
 * @param answered sentences that answer a line like "The replacements are:", said of all models alike
 * @param mapped reads sentences that say of each model what is for it
 */
export function advicesOf(
  sentences: readonly ReadSentence[],
  roles: Map<NameMention, Role>,
  answered: ReadonlySet<number> = new Set(),
  mapped: Mapper = () => null,
): Advice[] {
  const paragraphs = paragraphsOf(sentences);
  return sentences.flatMap((sentence, index) => {
    for (const name of sentence.names)
      if (
        roles.get(name) === "replacement" &&
        (isSuperseded(name, sentence, roles) || isMovedBefore(name, sentence.plain) || isTried(name, sentence.plain))
      )
        roles.set(name, "plain");
    const exact = mapped(index);
    if (exact !== null) return exact;
    const taken = takingOver(sentences, index);
    if (taken !== null)
      return [
        {
          ...shared(sentences, index, paragraphs),
          names: taken,
          about: sentence.names,
          lead: new Map(),
          provider: new Map(),
          ahead: 1,
        },
      ];
    const runs = runsOf(sentence, roles);
    return runs.flatMap((run, place): Advice[] => {
      if (!run.advice) return [];
      // "use c in place of d": the old name stands behind.
      const next = runs[place + 1];
      const old = next?.names.some((name) => roles.get(name) === "old") === true;
      const compared = next?.names.every((name) => COMPARED.test(sentence.plain.slice(0, name.start))) === true;
      const excepted = next?.names.every((name) => EXCEPTED.test(sentence.plain.slice(0, name.start))) === true;
      const about = old ? next : (runs[place - 1] ?? (compared || excepted ? undefined : next));
      const lead = new Map<NameMention, string>();
      const provider = new Map<NameMention, string>();
      for (const name of run.names) {
        const before = sentence.names.findLast((other) => other.end <= name.start)?.end ?? 0;
        lead.set(name, sentence.plain.slice(before, name.start));
        const who = sentence.clauses
          .flatMap((clause) => clause.surfaces)
          .findLast((surface) => surface.end <= name.start);
        if (who !== undefined) provider.set(name, providerOf(who.surface));
      }
      return [
        {
          ...shared(sentences, index, paragraphs),
          names: run.names,
          about: about?.names ?? [],
          lead,
          provider,
          ahead: about === undefined && sentence.clauses.some((clause) => clause.off.length > 0) ? 8 : 1,
          line:
            !answered.has(index) &&
            !isForList(sentences, index) &&
            /^(?:[-*•·‣–]\s+|[\p{L} -]{3,40}[:\uFF1A] ?[`"'“]?\S+$)/u.test(sentence.text),
        },
      ];
    });
  });
}

/** What advice has of its sentence, whatever it says. */
function shared(sentences: readonly ReadSentence[], index: number, paragraphs: ReadonlyMap<number, number[]>) {
  const { title = false, paragraph: own = -1, text = "" } = sentences[index] ?? {};
  const paragraph = paragraphs.get(own) ?? [];
  return {
    sentence: index,
    ...(title ? { title: true as const } : {}),
    item: itemOf(sentences, paragraph),
    paragraph,
    inOrder: IN_ORDER.test(text),
    line: false,
  };
}

/** "x and y are out. They replace a and b.": the names of the sentence before, where this one begins with a word for them. */
const THEY_REPLACE =
  /^(?:\W{0,3})(?:(?:they|it|both|these(?: two)?(?: models)?) (?:now |will |directly )?replaces? |(?:ils?|elles?) (?:remplace(?:nt|ra|ront)? |succède(?:nt|ra|ront)? à)|(?:sustituye|reemplaza)n? a )/u;

function takingOver(sentences: readonly ReadSentence[], index: number): NameMention[] | null {
  const [sentence, before] = [sentences[index], sentences[index - 1]];
  if (sentence === undefined || before === undefined || before.title || sentence.names.length === 0) return null;
  return THEY_REPLACE.test(sentence.plain) && before.names.length > 0 ? before.names : null;
}

/** The sentences of each paragraph. */
function paragraphsOf(sentences: readonly ReadSentence[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const [place, { paragraph }] of sentences.entries()) {
    const some = found.get(paragraph);
    if (some === undefined) found.set(paragraph, [place]);
    else some.push(place);
  }
  return found;
}

/** The sentences of the bullet that a sentence stands in. */
function itemOf(sentences: readonly ReadSentence[], item: readonly number[]): readonly number[] {
  return isBullet(sentences[item[0] ?? -1]?.text ?? "") ? item : [];
}

/** A line below a list of bullets, itself no bullet: it is for the whole list. */
const isForList = (sentences: readonly ReadSentence[], index: number): boolean =>
  isBullet(sentences[index - 1]?.text ?? "") && !isBullet(sentences[index]?.text ?? "");

const TIERS =
  /\b(?:opus|sonnet|haiku|flash[ -]lite|flash|pro|mini|nano|codex|large|medium|small|embed|rerank|tts|omni|vision|image|audio|realtime|chat|coder|reasoner)\b/g;

const tiersIn = (text: string): string[] =>
  [...text.toLowerCase().matchAll(TIERS)].map((match) => match[0].replace("-", " "));
const tierOf = (key: string): string => tiersIn(key).join(" ");

type Wanted = { model: NameMention; group: readonly NameMention[] };

/** "Sonnet for Sonnet, Opus for Opus": every retiring tier has its own replacement. */
function byTier({ model, group }: Wanted, advice: readonly NameMention[]): NameMention[] | null {
  const tiers = new Set(advice.map((name) => tierOf(name.key)));
  const wanted = new Set(group.map((name) => tierOf(name.key)));
  if (tiers.size < 2 || wanted.size < 2 || ![...wanted].every((tier) => tiers.has(tier))) return null;
  return advice.filter((name) => tierOf(name.key) === tierOf(model.key));
}

const wordsOf = (key: string): string =>
  key
    .split(" ")
    .filter((part) => !/^v?\d/.test(part))
    .join(" ");

/** "a-plus-0815 and a-turbo-0815 become a-plus-1201 and a-turbo-1201": each has the same words in its name. */
function byWords({ model, group }: Wanted, advice: readonly NameMention[]): NameMention[] | null {
  const wanted = group.map((name) => wordsOf(name.key));
  const named = advice.map((name) => wordsOf(name.key));
  if (group.length < 2 || new Set(wanted).size !== group.length || new Set(named).size !== advice.length) return null;
  if (wanted.length !== named.length || !wanted.every((words) => named.includes(words))) return null;
  return advice.filter((name) => wordsOf(name.key) === wordsOf(model.key));
}

/** Tiers that stand for different uses; the sizes of one model (flash, mini, pro) replace one another freely. */
const KINDS = /opus|sonnet|haiku|embed|rerank|tts|image|audio|codex|coder/g;
const kindOf = (key: string): string => [...key.matchAll(KINDS)].map((match) => match[0]).join(" ");

/** An Opus is no replacement for the Sonnet while an Opus retires beside it. */
function belongsElsewhere(name: NameMention, { model, group }: Wanted): boolean {
  const kind = kindOf(name.key);
  return (
    kind !== "" &&
    kind !== kindOf(model.key) &&
    tierOf(model.key) !== "" &&
    group.some((other) => kindOf(other.key) === kind)
  );
}

/** "Pro workloads to x, Flash workloads to y": the words before each replacement say whom it is for. */
function byLead({ model, group }: Wanted, advice: Advice): NameMention[] | null {
  const wanted = new Set(group.map((name) => tierOf(name.key)).filter((tier) => tier !== ""));
  if (wanted.size < 2) return null;
  const led = advice.names.map((name) => ({
    name,
    tiers: tiersIn(advice.lead.get(name) ?? "").filter((tier) => wanted.has(tier)),
  }));
  if (led.filter((one) => one.tiers.length === 1).length < 2) return null;
  return led.filter((one) => one.tiers.at(-1) === tierOf(model.key)).map((one) => one.name);
}

function inTurn({ model, group }: Wanted, names: readonly NameMention[], same: Same): NameMention[] | null {
  if (names.length !== group.length || names.length < 2) return null;
  const place = group.findIndex((name) => same(name, model));
  return place < 0 ? null : names.slice(place, place + 1);
}

/** "…use c, or, on a tight budget, d": one may choose, and there are not as many as there are models because each has its own. */
const CHOICE =
  /(?<!\p{L})(?:if|or|when|wenn|oder|falls|si|ou|se|o)(?!\p{L})|如果|若|的话|预算|或者?|면 |または|あるいは|なら/u;
const isChoice = ({ names, lead }: Advice): boolean => names.slice(1).some((name) => CHOICE.test(lead.get(name) ?? ""));

const OF_STAGE = /(?:^| )(?:preview|exp|experimental|beta)(?: |$)/;

type Same = (a: NameMention, b: NameMention) => boolean;

export type ReplacementContext = {
  advices: readonly Advice[];
  /** Sentences that say that some model ends, in order. */
  lines: readonly number[];
  linesAsSet: ReadonlySet<number>;
  /** Sentences that speak of this model's end. */
  frames: ReadonlySet<number>;
  all: readonly NameMention[];
  retiring: ReadonlySet<string>;
  /** True for a model that the same text says to end on the same place by the same day. */
  endsToo: (name: NameMention) => boolean;
  surface: string;
  /** The name of a model as a catalogue of display names has it. */
  inCatalog: (name: NameMention) => string;
  /** True when the text tells ends on several places, so that advice must fit the place. */
  manyPlaces: boolean;
};

/**
 * The replacements of one retiring model: what is said of it by name before what is said to all; paired by tier, by the
 * words before each name, or in order where the text says so or sets list against list.
 *
 * @param group the models that end together with it, itself among them
 */
export function replacementsFor(
  model: NameMention,
  group: readonly NameMention[],
  context: ReplacementContext,
): string[] {
  const same: Same = (a, b) => bestMention(a, context.all).key === bestMention(b, context.all).key;
  // "GPT-6 preview ends. Move to GPT-6.": what its short name stands for where it is told to end is not what one moves to.
  const isStable = (name: NameMention) =>
    name.form === "display" && OF_STAGE.test(model.key) && !OF_STAGE.test(name.key) && same(name, model);
  const own: NameMention[] = [];
  const shared: NameMention[] = [];
  const foreign: NameMention[] = [];
  let here = false;
  const forOthers = adviceForOthers(context);
  for (const advice of context.advices) {
    if (forOthers.has(advice)) continue;
    const [stable, others] = partition(advice.names, isStable);
    const names = [...distinct(others, context.all), ...stable].filter((name) => fits(name, advice, context));
    const about = distinct(advice.about, context.all).filter((name) => context.retiring.has(name.key));
    if (about.length > 0 && !about.some((name) => same(name, model))) continue;
    if (advice.exact) {
      own.push(...names);
      continue;
    }
    const wanted = { model, group: distinct(about.length > 1 ? about : group, context.all) };
    const tiered = names.filter((name) => !belongsElsewhere(name, wanted));
    const paired =
      (advice.inOrder ? inTurn(wanted, names, same) : null) ??
      byWords(wanted, names) ??
      byTier(wanted, names) ??
      byLead(wanted, advice) ??
      (about.length > 0 && !isChoice(advice) ? inTurn(wanted, names, same) : null);
    if (paired !== null) own.push(...paired);
    else if (about.length > 0) own.push(...tiered);
    else if (advice.line && context.lines.findLast((frame) => frame < advice.sentence) !== undefined) {
      const above = context.lines.findLast((frame) => frame < advice.sentence) ?? -1;
      if (context.frames.has(above)) own.push(...tiered);
    } else if (
      !isOfOtherItem(advice, context) &&
      [...context.frames].some((frame) => frame - advice.sentence <= advice.ahead && advice.sentence - frame <= 6)
    ) {
      const inOwn = advice.paragraph.some((place) => context.frames.has(place));
      here ||= inOwn;
      (inOwn || !advice.paragraph.some((place) => context.linesAsSet.has(place)) ? shared : foreign).push(...tiered);
    }
  }
  // "Migrate to gpt-6" over "upgrade to gpt-6-chat": the text has the whole name.
  const headline = new Set(context.advices.flatMap((advice) => (advice.title ? advice.names : [])));
  const fuller = (name: NameMention) =>
    headline.has(name) &&
    context.advices.some((advice) => !advice.title && advice.names.some(({ key }) => key.startsWith(`${name.key} `)));
  const ownOnes = own.filter((name) => !fuller(name));
  // "First a and b; use c.", then "Second d; use e.": what another paragraph advises is for its own models.
  const told = ownOnes.length > 0 ? ownOnes : here ? shared : [...shared, ...foreign];
  // "Models of the x family: x-1, x-2": the family is no model; in "x or x Pro models" both are.
  const plain = told.filter((name) => !name.several);
  const isBeside = ({ key }: NameMention) => plain.some((other) => key.startsWith(`${other.key} `));
  const chosen = plain.length === 0 ? told : told.filter((name) => !name.several || isBeside(name));
  const [stable, others] = partition(chosen, isStable);
  const ids = [...distinct(others, context.all), ...stable]
    .filter((name) => isStable(name) || (!same(name, model) && !context.endsToo(name)))
    .map((name) =>
      context.surface === "github-models"
        ? context.inCatalog(name)
        : replacementId(isStable(name) ? name : bestMention(name, context.all), context.surface),
    );
  // With and without its path it is one model: as it was named first.
  const bare = (id: string) => id.slice(id.lastIndexOf("/") + 1).toLowerCase();
  return ids.filter((id, index) => ids.findIndex((other) => bare(other) === bare(id)) === index);
}

/** "- x ends. Use y.": the next bullet's models have nothing to do with it. */
const isOfOtherItem = ({ item }: Advice, { lines, frames }: ReplacementContext): boolean =>
  item.some((place) => lines.includes(place)) && !item.some((place) => frames.has(place));

function fits(name: NameMention, advice: Advice, { manyPlaces, surface }: ReplacementContext): boolean {
  if (!manyPlaces) return true;
  const mention = advice.names.find((other) => other.key === name.key) ?? name;
  const provider = advice.provider.get(mention);
  return provider === undefined || provider === providerOf(surface);
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
}

function distinct(names: readonly NameMention[], all: readonly NameMention[]): NameMention[] {
  const seen = new Map<string, NameMention>();
  for (const name of names) {
    const best = bestMention(name, all);
    if (!seen.has(best.key)) seen.set(best.key, best);
  }
  return [...seen.values()];
}
