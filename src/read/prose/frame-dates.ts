import { isCivilDate } from "../../core/civil-date.ts";
import type { FoundDate } from "../dates/index.ts";
import type { NameMention } from "../names/index.ts";
import type { Clause, ReadSentence } from "./clauses.ts";
import type { Cue, CueFinder } from "./lexicon.ts";
import { isCompared, isDayOfNews, isDayOfReport, isOtherClock } from "./other-days.ts";

export type DatedName = { names: NameMention[]; date: FoundDate };

const CLOSE = 3;

/** "宣布将于": the day is what is announced, not the day of the announcement. */
const PLANS = /[将拟会]|计划|までに|까지/;

const ON_FROM = /^\s?(?:起|开始|之后|后|より|から|以降|부터|이후)/u;

/** "Since" a day that is still to come is "from". */
const SINCE = /^(?:since|seit(?: dem)?|depuis(?: le)?|desde(?: el)?|dal|da|dall['’]|부터|から|自)$/u;

/** "That we deprecated on 11 June", without its year: the last one. */
const wasDone = ({ past }: FoundDate, { start }: Cue, plain: string): boolean =>
  past !== undefined &&
  /(?:^|\s)(?:we|i|they|was|were|been|have|has|already|openai|google|anthropic) $/u.test(plain.slice(0, start));

const AS_END =
  /^ as (?:the|its|their|our|an?|his) (?:[\p{L}-]+ ){0,3}(?:dates?|days?|end|deadline|retirement|shutdown|sunset)(?!\p{L})/u;

/** "(318 requests yesterday)": a past day in brackets beside a name tells of its use. */
function isAside({ start, end, date, relative }: FoundDate, at: string, plain: string): boolean {
  if (!relative || date >= at) return false;
  return /[(\uFF08][^()]{1,40}$/u.test(plain.slice(0, start)) && /^[^()]{0,12}[)\uFF09]/u.test(plain.slice(end));
}

const DEPRECATED_ON = /^deprecated(?: (?:on|as of|from|by))?(?: [\p{L}\d]+)?$/u;

const SINCE_THEN = /^(?:since|seit|depuis|desde|dal|da|dall['’])(?!\p{L})/u;
const NO_MORE =
  "(?:no longer|not|nicht mehr|nicht länger|n['’]est plus|ne sont plus|ya no está|ya no están|(?:já )?não está mais|(?:já )?não estão mais|non è più|non sono più)";
const USABLE =
  "(?:been )?(?:(?:mais|plus) )?(?:available|accessible|reachable|served|supported|offered|callable|usable|verfügbar|erreichbar|abrufbar|nutzbar|aufrufbar|ansprechbar|disponibles?|accessibles?|accesibles?|disponíve(?:l|is)|accessíve(?:l|is)|disponibil[ei]|accessibil[ei]|raggiungibil[ei])";
/** "No longer available since D", "seit D nicht mehr erreichbar". */
const GONE_BEFORE = new RegExp(
  `(?<!\\p{L})(?:(?:have|has) been (?:rejected|refused|failing)|${NO_MORE} ${USABLE})(?: anywhere| at all| here| (?:on|via|through|in|over) (?:our|the|its) (?:api|platform|service))? $`,
  "u",
);
const GONE_BEHIND = new RegExp(
  `^(?: (?:ist|sind) [^,;:]{1,60}?)? (?:nicht mehr|nicht länger) [^,;:.]{0,24}?${USABLE}(?!\\p{L})`,
  "u",
);

/** "Desde D x já não responde", "Dal D x non risponde più", "Desde el D x ya no responde". */
const NOT_ANY_MORE =
  /^,?(?: [^\s,;:]+){0,6} (?:no longer|(?:have|has) been (?:rejected|refused|failing|turned away|dead|gone|unavailable)|(?:are|is) (?:rejected|refused|gone|dead|unavailable))(?!\p{L})|^,?(?: [^\s,;:]+){1,6} (?:já não|não \p{L}+ (?:\p{L}+ )?mais|non \p{L}+ (?:\p{L}+ )?più|ya no|ne \p{L}+ plus|n['’]\p{L}+ plus)(?!\p{L})/u;

/** True where a thing has been gone since a day: nothing was told on that day, it ended then. */
const isGoneSince = (cue: Cue, date: FoundDate, plain: string): boolean =>
  SINCE_THEN.test(plain.slice(cue.start, cue.end)) &&
  (GONE_BEFORE.test(plain.slice(Math.max(0, cue.start - 80), cue.start)) ||
    GONE_BEHIND.test(plain.slice(date.end, date.end + 60)) ||
    NOT_ANY_MORE.test(plain.slice(date.end, date.end + 100)));

/** A word of notice or of an old plan that bears on the date: right before it, or right behind it in other orders. */
function bears(
  cues: readonly Cue[],
  date: FoundDate,
  ends: readonly Cue[],
  { plain, at, clauses }: ReadSentence,
): boolean {
  if (cues.length === 0) return false;
  const days = clauses.flatMap((clause) => clause.dates);
  // "notice: from 18 June on …" tells the day of what begins.
  if (date.date > at && ON_FROM.test(plain.slice(date.end, date.end + 6))) return false;
  const aside = /^\s?\([^)]{0,20}\)/.exec(plain.slice(date.end, date.end + 24))?.[0].length ?? 0;
  return cues.some((cue) => {
    if (date.date > at && SINCE.test(plain.slice(cue.start, cue.end))) return false;
    // "We give you 60 days' notice": how long it is told before, and not when.
    if (date.date > at && date.relative && plain.startsWith("notice", cue.start)) return false;
    const beside = clauses.find((clause) => clause.dates.includes(date))?.dates ?? days;
    if (beside.length === 1 && isGoneSince(cue, date, plain)) return false;
    // "6月1日付けで廃止": the day that it takes effect on.
    if (date.date > at && /^付け?で?$/u.test(plain.slice(cue.start, cue.end))) return false;
    // "deprecated on" a day to come: nobody has been told of it on that day.
    if (date.date > at && DEPRECATED_ON.test(plain.slice(cue.start, cue.end)) && !wasDone(date, cue, plain))
      return false;
    // "published D as its end-of-life date": what was published is the day.
    if (cue.start < date.start && AS_END.test(plain.slice(date.end, date.end + 60))) return false;
    const before =
      cue.end > cue.start &&
      cue.start < date.start &&
      cue.end >= date.start - CLOSE &&
      !/,(?! )/.test(plain.slice(cue.end, date.start)) &&
      !PLANS.test(plain.slice(cue.end, date.start));
    const behind =
      cue.start >= date.end &&
      cue.start - date.end <= CLOSE + aside &&
      !/[,;:,]/.test(plain.slice(date.end, cue.start)) &&
      // "until 15 September (previously 15 June)": the word has a day of its own.
      !days.some((other) => other.start > date.end && other.start >= cue.start && other.start - cue.end <= CLOSE);
    if (!before && !behind) return false;
    // "announced that x will end on …": the end stands between, so the day is its.
    return !ends.some((end) => before && end.start >= cue.start && end.end <= date.start);
  });
}

/** "On 19 February, we notified developers that x will be retired": what was done on that day is the notice. */
const TOLD_ON =
  /^ ?,? ?(?:(?:we|openai|anthropic|google|amazon|aws|microsoft|mistral|cohere|xai|the (?:company|provider|team|lab))(?: have| had| also| first|['’]ve)* (?:notified|announced|informed|told|e-?mailed|warned|communicated|wrote|published)|(?:haben|hatten) wir (?:[^.,;]{1,60} )?(?:informiert|benachrichtigt|angekündigt|angeschrieben|mitgeteilt)|(?:informierten|benachrichtigten) wir|(?:nous avons|on a) (?:informé|annoncé|prévenu|averti|notifié|communiqué)|(?:hemos )?(?:notificamos|avisamos|informamos|anunciamos|comunicamos|notificado|avisado|informado|anunciado)|abbiamo (?:informato|annunciato|comunicato|avvisato|notificato))(?!\p{L})|^ ?[,，]? ?(?:我们|本公司|平台)?(?:已|已经)?(?:通知|宣布|公告|告知)(?!的)/u;

const isToldOn = ({ end, date }: FoundDate, { plain, at }: ReadSentence): boolean =>
  date <= at && TOLD_ON.test(plain.slice(end, end + 120));

/** "from 4 December to 15 January", "not on 4 December but on 15 January": the first day no longer counts. */
function isSuperseded(date: FoundDate, next: FoundDate | undefined, plain: string): boolean {
  if (next === undefined || next.start < date.end) return false;
  const between = plain.slice(date.end, next.start);
  const before = plain.slice(Math.max(0, date.start - 14), date.start);
  // "du 1er décembre": some days bring the word before them.
  const from = FROM.test(before) || FROM_OWN.test(date.text);
  return (MOVED_ON.test(between) && from) || BUT.test(between) || MOVED_EAST.test(between);
}

/** "由9月30日推迟至12月31日", "9月30日から12月31日に", "9월 24일에서 12월 24일로". */
const MOVED_EAST =
  /^\s?(?:[^,,。\d]{0,4}(?:推迟|推遲|延期|延后|延長|延长|顺延|改|提前|调整|變更|变更)(?:到|至|为|為|成)|から|に?から|에서)\s?$/u;
const FROM = /(?:^|[\s(])(?:from|vom|von|du|de|del|do|dal|dall['’])(?: the| dem| den| el| le| il)?\s?$/u;
const FROM_OWN = /^(?:from|vom|von|du|de|del|do|dal|dall['’])\s/iu;
const MOVED_ON = /^\s?(?:to|until|auf|bis|au|à|al|a|ao|para|para o|alla?)(?: the| den| dem| el| le| il| o| dia)?\s?$/u;
const BUT =
  /^,?\s?(?:but|sino|sondern|mas sim|mais bien|bensì|ma)(?: (?:only|rather|erst|que|seulement|solo|só|später|later))?(?: (?:on|el|am|le|il|em|no|hasta|until|bis|jusqu['’]au|fino al|para))?(?: o| the)?\s?$/u;

/** The dates of a clause that can be the day of the end: neither the day of a notice nor one that no longer counts. */
export function openDates(clause: Clause, sentence: ReadSentence, cues: CueFinder): FoundDate[] {
  const notices = cues.find("announced", sentence.plain);
  const old = cues.find("oldDate", sentence.plain);
  const days = sentence.clauses.flatMap((each) => each.dates).toSorted((a, b) => a.start - b.start);
  return clause.dates.filter(
    (date) =>
      !isDayOfNews(date, clause, sentence, notices.length) &&
      !isDayOfReport(date, clause, sentence) &&
      !isToldOn(date, sentence) &&
      // "…that x will be removed in three months" counts from the notice, and not from the day on which it is read.
      !(date.relative && days.some((other) => isToldOn(other, sentence))) &&
      // "Switched off in March 2023 with three days' notice": how long it was told before.
      !(date.relative && date.text.endsWith("notice") && days.some((other) => !other.relative)) &&
      !isBeginning(date, clause.dates, sentence.plain) &&
      !isOtherClock(date, days, sentence, cues.tag) &&
      !isCompared(date, sentence) &&
      !isAside(date, sentence.at, sentence.plain) &&
      !isSuperseded(date, days[days.indexOf(date) + 1], sentence.plain) &&
      !bears(notices, date, clause.off, sentence) &&
      !bears(old, date, [], sentence) &&
      !isVersion(date, sentence, clause),
  );
}

/** "The phase-out of x begins on D and finishes on E": the first of two days is a step on the way. */
const BEGINS =
  /(?<!\p{L})(?:begin|start|commenc)(?:s|ning|ing|es)? (?:already )?(?:on|in|from)\s(?:the )?$|(?<!\p{L})(?:beginnt|startet)(?: bereits| schon)? (?:am|im|ab)\s(?:dem )?$|(?<!\p{L})(?:commence(?:ra)?|débute(?:ra)?)\s(?:le |en )?$|(?<!\p{L})(?:comienza|empieza|comenzará|empezará|começa|começará|inizia|inizierà|comincia)\s(?:el |en |em |no dia |il |a )?$/u;
const FINISHES =
  /(?<!\p{L})(?:finish|end|complet|conclud)\p{L}*|(?<!\p{L})(?:endet|abgeschlossen|s['’]achève|se termine|prend fin|termina|finaliza|acaba|concluye|conclui|finisce|si conclude)(?!\p{L})/u;

const isBeginning = (date: FoundDate, days: readonly FoundDate[], plain: string): boolean =>
  BEGINS.test(plain.slice(Math.max(0, date.start - 40), date.start)) &&
  days.some((other) => other.start > date.end && FINISHES.test(plain.slice(date.end, other.start)));

/** "o3-mini (2025-01-31)": an ISO day in brackets behind a name is that model's version. */
function isVersion(date: FoundDate, sentence: ReadSentence, clause: Clause): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date.text)) return false;
  const close = clause.names.some((name) => date.start >= name.end && date.start - name.end <= 3);
  return close && /[(\uFF08]\s?$/.test(sentence.text.slice(0, date.start));
}

/** The version that a page prints behind a name: "o1 (version 2024-12-17)", "o3-mini (2025-01-31)". */
export function versionBehind(text: string, name: NameMention): string | null {
  const match =
    /^\s?[(\uFF08]?(?:die |the )?(?:version|versión|versione|versão|版本)?\s?[(\uFF08]?(\d{4}-\d{2}-\d{2}|\d{4}|\d{1,3})[)\uFF09]/i.exec(
      text.slice(name.end, name.end + 40),
    );
  return match?.[1] ?? null;
}

/** How many sentences before a day without its month may name that month. */
const MONTH_REACH = 3;

/** "Two things happen in August. x goes on the 11th": a day without a month is of the month to come that was named last. */
export function inNamedMonth(date: FoundDate, sentences: readonly ReadSentence[], index: number): FoundDate {
  const day = date.date.slice(8);
  if (date.sameMonth === true) return inSameMonth(date, sentences.slice(Math.max(0, index - MONTH_REACH), index));
  if (!date.relative || date.certain || date.future === undefined) return date;
  if (Number(/\d{1,2}/.exec(date.text)?.[0]) !== Number(day)) return date;
  const months = sentences
    .slice(Math.max(0, index - MONTH_REACH), index + 1)
    .flatMap((sentence) => sentence.clauses.flatMap((clause) => clause.dates))
    .filter((other) => other.precision === "month" && other.date > (sentences[index]?.at ?? ""));
  const month = months.at(-1)?.date.slice(0, 7);
  const named = `${month}-${day}`;
  return month === undefined || !isCivilDate(named)
    ? date
    : {
        ...date,
        date: named,
        certain: true,
        past: `${months.at(-1)?.past?.slice(0, 7) ?? month}-${day}`,
        future: named,
      };
}

/** "…on 1 April. The rest goes on the 15th of the same month." */
function inSameMonth(date: FoundDate, before: readonly ReadSentence[]): FoundDate {
  const last = before.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.dates)).at(-1);
  const named = `${last?.date.slice(0, 7)}-${date.date.slice(8)}`;
  return isCivilDate(named) ? { ...date, date: named, certain: true, past: named, future: named } : date;
}

const rank = (date: FoundDate): number => (date.precision === "month" ? 1 : 0);

/** "2月13日起": the day from which it is so, and no other day counts against it. */
const isStart = (date: FoundDate, plain: string): boolean => /^\s?(?:起|より|から|부터)/u.test(plain.slice(date.end));

/** "本日から非推奨となり、12月11日に削除": the act that stands right behind a day is the one that it dates. */
function isOfDeprecation(date: FoundDate, { off, deprecate }: Clause, plain: string): boolean {
  if (off.length === 0) return false;
  const behind = deprecate.find((cue) => cue.start >= date.end && cue.start - date.end <= 8);
  return (
    behind !== undefined &&
    /^[\s(（)）\p{L}]*$/u.test(plain.slice(date.end, behind.start)) &&
    EAST.test(plain.slice(behind.start, behind.end)) &&
    off.some((cue) => cue.start >= behind.end)
  );
}

const EAST = /[\u3041-\u30FA\u4E00-\u9FFF\uAC00-\uD7A3]/;

/** Picks the day of one statement: a day before a month, then the nearest one behind the word of the end. */
function pick(dates: readonly FoundDate[], clause: Clause, plain: string): FoundDate | null {
  const end = clause.off[0] ?? clause.until[0] ?? clause.deprecate[0];
  const place = end?.start ?? clause.start;
  const far = (date: FoundDate) => {
    if (date.start < place && isStart(date, plain)) return 0;
    return date.start >= place ? date.start - place : place - date.start + 20;
  };
  const own = dates.filter((date) => !isOfDeprecation(date, clause, plain));
  return (own.length > 0 ? own : [...dates]).sort((a, b) => rank(a) - rank(b) || far(a) - far(b))[0] ?? null;
}

/** "In 2024 x was retired; today nobody recalls it": a year gone by, and no day of another statement. */
const IN_YEAR =
  /(?<!\p{L})(?:in|back in|im jahr|en|em|no ano de|nel|in the year) (20\d\d)(?![\d./-]|\p{L}|年)|(?<![\d-])(20\d\d)(?:年に?|년에?)(?!\s?\d)/u;

/** True for a statement of a year gone by that names no day. */
export function isOfYearBefore({ start, end, dates }: Clause, { plain, at }: ReadSentence): boolean {
  const year = IN_YEAR.exec(plain.slice(start, end));
  return dates.length === 0 && year !== null && (year[1] ?? year[2] ?? "") < at.slice(0, 4);
}

/** The day of a statement: its own, or the sentence's where no other statement there claims it. */
export function clauseDate(clause: Clause, sentence: ReadSentence, cues: CueFinder): FoundDate | null {
  const own = pick(openDates(clause, sentence, cues), clause, sentence.plain);
  if (own !== null) return own;
  if (isOfYearBefore(clause, sentence)) return null;
  const others = sentence.clauses.filter(
    (other) =>
      other !== clause &&
      other.off.length === 0 &&
      other.stay.length === 0 &&
      other.things.length === 0 &&
      !goesOnWithStay(other, sentence),
  );
  return pick(
    others.flatMap((other) => openDates(other, sentence, cues)),
    clause,
    sentence.plain,
  );
}

/** "…so both stay, in the browser only, through June": the last part is still said of those that stay. */
function goesOnWithStay({ start, names }: Clause, { plain, clauses }: ReadSentence): boolean {
  if (names.length > 0 || !/^[,\uFF0C、]/u.test(plain.slice(start - 1, start + 1).trim())) return false;
  const before = clauses.findLast((other) => other.end <= start);
  if (before === undefined) return false;
  return (
    before.stay.length > 0 || (before.off.length === 0 && goesOnWithStay(before, { plain, clauses } as ReadSentence))
  );
}

/** "A and B on 1 May and 1 June respectively": as many days behind the names as there are models, one each. */
function inTurn(
  names: readonly NameMention[],
  dates: readonly FoundDate[],
  { off, deprecate }: Clause,
  sentence: ReadSentence,
): DatedName[] | null {
  const models: NameMention[][] = [];
  for (const name of names) {
    const last = models.at(-1)?.at(-1);
    // An id in brackets behind a display name is the same model.
    if (last !== undefined && /^[\s`"']*[(（][\s`"']*$/.test(sentence.text.slice(last.end, name.start)))
      models.at(-1)?.push(name);
    else models.push([name]);
  }
  const [firstDay] = dates;
  const lastName = names.at(-1);
  if (firstDay === undefined || lastName === undefined || lastName.end > firstDay.start) return null;
  if (models.length < 2 || models.length !== dates.length) return null;
  // "a and b are deprecated today and will be retired on 7 January": two acts of both, not one act of each.
  if (deprecate.length > 0 && off.some(({ start }) => start >= firstDay.end)) return null;
  return models.flatMap((some, index) => {
    const date = dates[index];
    return date === undefined ? [] : [{ names: some, date }];
  });
}

/**
 * Several models and several days in one statement: each name takes the day that follows it, or the one before it where the
 * statement begins with a day. Empty when one day serves all.
 */
export function datesByName(
  names: readonly NameMention[],
  clause: Clause,
  sentence: ReadSentence,
  cues: CueFinder,
): DatedName[] {
  const inside = names.filter(
    (name) => name.start >= clause.start && name.end <= clause.end && sentence.names.includes(name),
  );
  const dates = openDates(clause, sentence, cues)
    .filter((date) => date.precision !== "month" || !date.relative)
    // "the day before yesterday (the 28th)": one day said twice.
    .filter((date, index, all) => all[index - 1]?.date !== date.date);
  if (inside.length < 2 || dates.length < 2 || inside.length !== names.length) return [];
  const turns = inTurn(inside, dates, clause, sentence);
  if (turns !== null) return turns;
  const first = inside[0];
  const dateFirst = first !== undefined && dates.some((date) => date.end <= first.start);
  const found = new Map<FoundDate, NameMention[]>();
  const last = inside.at(-1);
  const trailing = last === undefined ? undefined : dates.find((day) => day.start >= last.end);
  const before = inside.at(-2);
  // "1日にaが外れ、bは15日まで": behind the end of the first ones another statement begins, with its day behind its name.
  const turned =
    dateFirst &&
    cues.dropsSubjects &&
    cues.tag !== "zh" &&
    last !== undefined &&
    before !== undefined &&
    clause.off.some((end) => end.start >= before.end && end.end <= last.start);
  for (const name of inside) {
    const date =
      turned && name === last && trailing !== undefined
        ? trailing
        : dateFirst
          ? dates.findLast((day) => day.end <= name.start)
          : dates.find((day) => day.start >= name.end);
    const chosen = date ?? dates.at(-1);
    if (chosen !== undefined) found.set(chosen, [...(found.get(chosen) ?? []), name]);
  }
  if (found.size < 2) return [];
  return [...found].map(([date, some]) => ({ date, names: some }));
}
