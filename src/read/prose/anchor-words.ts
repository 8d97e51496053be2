import { answersFor } from "../../lib/remember.ts";
import { LEXICONS } from "../dates/months.ts";
import { filled } from "../dates/relative.ts";
import type { DateLexicon } from "../dates/types.ts";
import { expressionIndex, type StemIndex } from "../stem-index.ts";

/** What words do to the day that they hang on. */
export type Step = {
  /** Later (1) or sooner (-1); 0 for that day itself. */
  sign: 1 | -1 | 0;
  /**
   * Where that day stands: `before` in the text, `behind` right behind the words ("two weeks after October 6"), `event` behind
   * them or what happened on it ("after the app"), `touching` right before them ("10月6日の2週間後").
   */
  anchor: "before" | "behind" | "event" | "touching";
  /** A number of days that no other word tells ("the next day"). */
  days?: number;
  /** The first {W} after it. */
  weekday?: true;
};

type Words = readonly (readonly [template: string, step: Step])[];

const BEFORE = "before" as const;
const LATER: Step = { sign: 1, anchor: BEFORE };
const SOONER: Step = { sign: -1, anchor: BEFORE };
const NEXT: Step = { sign: 1, anchor: BEFORE, days: 1 };
const ON_DAY: Step = { sign: 1, anchor: BEFORE, weekday: true };
const SAME_DAY: Step = { sign: 0, anchor: BEFORE };
const AFTER: Step = { sign: 1, anchor: "behind" };
const AHEAD: Step = { sign: -1, anchor: "behind" };
const TOUCHING: Step = { sign: 1, anchor: "touching" };

/** "Sooner than planned" counts from a day that holds no more. */
const STOP = "(?=[,.;:!?)]|$)";

const WORDS: Readonly<Record<string, Words>> = {
  en: [
    [
      "(?:exactly |just |only )?{N} {U}(?: to the day)? (?:later|thereafter|afterwards|on from there|after (?:that|then|this|it)(?! (?:the|we|you|they|it) ))",
      LATER,
    ],
    [
      "(?:exactly |just |only )?{N} {U}(?: to the day)? (?:after|past|on from)(?= (?!ago))",
      { sign: 1, anchor: "event" },
    ],
    ["(?:exactly |just |only )?{N} {U} (?:from|following)(?= )", AFTER],
    ["(?:exactly |just |only )?{N} {U} (?:before|ahead of|prior to)(?= )", AHEAD],
    [
      "(?:exactly |just |only )?{N} {U} (?:(?:sooner|earlier|beforehand)(?! than (?:planned|expected|announced|previously|scheduled|initially|originally|first|we))|before (?:that|then)|(?:before|ahead of) the (?:rest|others?))",
      SOONER,
    ],
    [`(?:on )?the (?:next|following) day|(?:on )?the day after${STOP}`, NEXT],
    [`(?:on )?the following {W}|(?:on )?the {W} (?:after that|thereafter|afterwards|after${STOP})`, ON_DAY],
    ["(?:on )?(?:that|the|this) (?:very )?same {W}", SAME_DAY],
  ],
  de: [
    ["(?:genau |nur |gut )?{N} {U} (?:später|danach|darauf)", LATER],
    ["(?:genau |nur )?{N} {U} nach(?= (?:dem|montag|dienstag|mittwoch|donnerstag|freitag))", AFTER],
    ["(?:genau |nur )?{N} {U} vor(?= dem \\d)", AHEAD],
    [
      "(?:genau |nur )?{N} {U} (?:(?:früher|eher)(?! als (?:geplant|angekündigt|erwartet|vorgesehen|gedacht|ursprünglich|bisher))|zuvor|davor|vorher|vor (?:den anderen|dem rest|den übrigen))",
      SOONER,
    ],
    ["am (?:tag (?:darauf|danach)|(?:darauf)?folgenden tag|folgetag|nächsten tag)|tags darauf", NEXT],
    ["am (?:darauf)?folgenden {W}|am {W} (?:darauf|danach)", ON_DAY],
  ],
  fr: [
    [`(?:exactement |seulement )?{N} {U} (?:plus tard|après${STOP}|ensuite)`, LATER],
    ["(?:exactement )?{N} {U} après(?= le )", AFTER],
    ["(?:exactement )?{N} {U} avant(?= le \\d)", AHEAD],
    [
      `(?:exactement )?{N} {U} (?:plus tôt|auparavant|avant(?:${STOP}| (?=les autres|le reste)))(?! que (?:prévu|annoncé|ce qui))`,
      SOONER,
    ],
    ["(?:dès |au )?le lendemain(?! d)|le jour (?:suivant|d[’']après)", NEXT],
    ["(?:le )?{W} (?:suivant|d[’']après)", ON_DAY],
  ],
  es: [
    ["(?:exactamente |solo )?{N} {U} (?:después|más tarde)(?! del?(?![\\p{L}]))", LATER],
    ["(?:exactamente )?{N} {U} después(?= del? )", AFTER],
    ["(?:exactamente )?{N} {U} antes(?= del? \\d)", AHEAD],
    [
      "(?:exactamente )?{N} {U} antes(?! del?(?![\\p{L}]))|{N} {U} antes de(?= (?:los demás|las demás))|{N} {U} antes(?= del resto)",
      SOONER,
    ],
    ["(?:al|el) día siguiente|el día después(?! de)", NEXT],
    ["(?:el )?{W} siguiente", ON_DAY],
  ],
  pt: [
    [`(?:exatamente |apenas )?{N} {U} (?:depois(?! d[eoa]s?(?![\\p{L}]))|mais tarde|após${STOP})`, LATER],
    ["(?:exatamente )?{N} {U} (?:depois|após)(?= (?:d?[oe] |o dia |\\d))", AFTER],
    ["(?:exatamente )?{N} {U} antes(?= d[eo] (?:dia )?\\d)", AHEAD],
    [
      "(?:exatamente )?{N} {U} (?:antes(?! d[eoa]s?(?![\\p{L}])| do que)|antes(?= d(?:os demais|os outros|o resto))|mais cedo(?! (?:do )?que o (?:previsto|planejado|anunciado)))",
      SOONER,
    ],
    ["n?o dia seguinte", NEXT],
    ["(?:na |no )?{W} seguinte", ON_DAY],
  ],
  it: [
    ["(?:esattamente |solo )?{N} {U} (?:dopo(?! (?:il|la|lo|l[’']|le|gli|aver|che|di)(?![\\p{L}]))|più tardi)", LATER],
    ["(?:esattamente )?{N} {U} dopo(?= (?:il |l[’']))", AFTER],
    ["(?:esattamente )?{N} {U} prima(?= del(?: |l[’'])\\d)", AHEAD],
    [
      "(?:esattamente )?{N} {U} prima(?! (?:d[ei]|che)|del)|{N} {U} prima(?= (?:degli altri|delle altre|del resto))|{N} {U} (?:in anticipo (?=sugli altri|rispetto agli altri))",
      SOONER,
    ],
    ["il giorno (?:dopo|seguente|successivo)(?! (?:il|la|l[’']))|l[’']indomani", NEXT],
    ["(?:il |la )?{W} (?:successiv[oa]|seguente)", ON_DAY],
  ],
  ja: [
    ["(?:その|それから|そこから|さらに) ?{N} ?{U}後", LATER],
    ["(?<=日)(?:の|から) ?{N} ?{U}後", TOUCHING],
    ["(?<=日)の ?{N} ?{U}前", { sign: -1, anchor: "touching" }],
    ["(?:その|それより) ?{N} ?{U}前|(?:他|ほか)(?:のモデル)?(?:より|に先立ち|に先立って) ?{N} ?{U}(?:早く|前)", SOONER],
    ["(?<!金曜|休日)翌日", NEXT],
    // "期限:D。この日を過ぎると": the day that was told last.
    [
      "(?:この|その|同)(?:期)?日(?=に|を過ぎ|以降|より|から|をもって|をもちまして|限り|で|付で)|(?:この|その)?期限(?=を過ぎ|後は|以降)",
      SAME_DAY,
    ],
  ],
  ko: [
    ["(?:그로부터|그날부터|그날로부터|그 ?후|그 ?뒤|그보다|그) {N} ?{U} ?(?:뒤|후)", LATER],
    ["(?:그로부터|그날부터|그 ?후|그 ?뒤|그) 이틀 ?(?:뒤|후)", { sign: 1, anchor: BEFORE, days: 2 }],
    ["(?:그로부터|그날부터|그 ?후|그 ?뒤|그) 사흘 ?(?:뒤|후)", { sign: 1, anchor: BEFORE, days: 3 }],
    ["(?<=일)(?:로부터|에서|부터) {N} ?{U} ?(?:뒤|후)", TOUCHING],
    ["(?:그보다|다른 모델보다|나머지보다) {N} ?{U} ?(?:전|앞서|먼저|일찍|빠른|빨리|이른)", SOONER],
    ["다음 ?날|이튿날", NEXT],
  ],
  zh: [
    ["(?:此后|其后|那之后|在那之后|又过|再晚) ?{N} ?{U}(?:后)?|比[^,，。;；]{1,12}晚 ?{N} ?{U}", LATER],
    ["(?<=日)(?:之后|后|过后)(?:的|再过)? ?{N} ?{U}(?![内以])", TOUCHING],
    ["比[^,，。;；]{1,12}(?:早|提前|提早) ?{N} ?{U}|(?:在此|此|那)之?前 ?{N} ?{U}", SOONER],
    ["次日|翌日", NEXT],
    // "截止日期:D。过了这一天,x 将…": the day that was told last.
    [
      "(?:这|那)一天(?:之?后|起|开始)?|(?:过了|过完|从)(?:这|那|当)天(?:之?后|起|开始)?|该日(?:期)?(?:之?后|起)",
      SAME_DAY,
    ],
  ],
};

export type AnchorForm = { re: RegExp; step: Step; lexicon: DateLexicon };

type Forms = { forms: readonly AnchorForm[]; formsIn: StemIndex };

const formsOf: (tag: string) => Forms = answersFor((tag) => {
  const lexicon = LEXICONS.find((one) => one.tag === tag);
  const [before, after] = /^(?:zh|ja|ko)$/.test(tag) ? ["", ""] : ["(?<![\\p{L}\\p{N}-])", "(?![\\p{L}\\p{N}-])"];
  const bodies =
    lexicon === undefined
      ? []
      : (WORDS[tag] ?? []).map(([template, step]) => ({ body: filled(lexicon, template), step, lexicon }));
  return {
    forms: bodies.map(({ body, ...rest }) => ({ ...rest, re: new RegExp(`${before}(?:${body})${after}`, "gu") })),
    formsIn: expressionIndex(() => bodies.map(({ body }) => body)),
  };
});

/** The words of a language that hang a day on another one, as far as a text may have them. */
export function anchorForms(tag: string, plain: string): readonly AnchorForm[] {
  const { forms, formsIn } = formsOf(tag);
  return formsIn(plain).flatMap((number) => forms[number] ?? []);
}
