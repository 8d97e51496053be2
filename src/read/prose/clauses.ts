import { once } from "../../lib/remember.ts";
import { countsOn, withAnchored } from "./anchored.ts";
import { withoutReplaced } from "../cells/date-words.ts";
import { findDates, type FoundDate } from "../dates/index.ts";
import { plainText } from "../dates/plain-text.ts";
import { findModelNames, type NameMention } from "../names/index.ts";
import type { Cue, CueFinder } from "./lexicon.ts";
import { linked, linksIn, type NameLinks } from "./links.ts";
import { type NamedModels, withNamed } from "./named.ts";
import { listed } from "./roles.ts";
import { type SurfaceMention, surfacesIn } from "./surfaces.ts";
import { headersIn } from "./tools.ts";

/** One statement of a sentence with all that was found in it. Places count from the sentence's start. */
export type Clause = {
  start: number;
  end: number;
  names: NameMention[];
  /** Dates and places are looked for when they are first asked for: few statements need them. */
  readonly dates: FoundDate[];
  readonly surfaces: SurfaceMention[];
  off: Cue[];
  until: Cue[];
  deprecate: Cue[];
  stay: Cue[];
  things: Cue[];
  anaphor: Cue[];
};

/** A sentence as the frames see it. */
export type ReadSentence = {
  text: string;
  /** Lower case, cues of denial blanked out; places as in `text`. */
  plain: string;
  paragraph: number;
  title: boolean;
  /** The day that it was published on. */
  at: string;
  names: NameMention[];
  clauses: Clause[];
  question: boolean;
  rumour: boolean;
  withdrawn: boolean;
  denied: boolean;
};

function blank(plain: string, cues: readonly Cue[]): string {
  let out = plain;
  for (const { start, end } of cues) out = out.slice(0, start) + " ".repeat(end - start) + out.slice(end);
  return out;
}

const within = (start: number, end: number) => (span: { start: number; end: number }) =>
  span.start >= start && span.start < end;

/** Words inside of a model's name ("legacy", "latest", "code") are no cues. */
const outside = (names: readonly NameMention[]) => (cue: Cue) =>
  names.every((name) => cue.start < name.start || cue.end > name.end);

/** "x,也就是一直与网页版同步的别名,": what a remark compares a model with. */
const REMARK =
  /,(?:也就是|即|亦即|就是|那个|这个|一直|曾经?)[^,，。]{2,40}[,，]|(?:跟着|随着?|跟|与|和)[^,，。]{1,8}(?:同步|走|一致|相同|一样|对齐)的|从[^,，。;；]{1,20}(?=撤|下线|下架|移|拿|消失|退|关)/gu;

const outsideAsides = (plain: string): ((cue: Cue) => boolean) => {
  const asides = [...plain.matchAll(REMARK)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
  return (cue) => asides.every(({ from, to }) => cue.start < from || cue.end > to);
};

/** "model_not_found": what a call to a model that is gone gets, and no parameter. */
const ERROR_CODE = /(?:^invalid_model|_(?:not_found|error|deprecated|unavailable|retired|gone))$/;

/** "thinking_budget": letters with joints of `_` alone. */
function parametersIn(plain: string): Cue[] {
  if (!plain.includes("_")) return [];
  const found = plain.matchAll(/(?<![\w/.@-])[a-z]{2,30}(?:_[a-z]{1,30}){1,5}(?![\w/@-])/g);
  return [...found]
    .filter((match) => !ERROR_CODE.test(match[0]))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** A text that holds one name and nothing else. */
function isLabel(text: string, names: readonly NameMention[]): boolean {
  const [first, second] = names;
  if (first === undefined || (second !== undefined && second.end <= text.length)) return false;
  return (
    !/\p{L}/u.test(text.slice(0, first.start)) && first.end <= text.length && !/\p{L}/u.test(text.slice(first.end))
  );
}

const ONLY = /^\s?(?:only|nur|seulement|uniquement|s[oó]lo|solamente|apenas|somente|soltanto|仅|只|만)(?![\p{L}])/u;

/** Where statements meet: words of contrast, semicolons and long dashes. */
function borders(text: string, plain: string, cues: CueFinder, names: readonly NameMention[]): number[] {
  const marks = [...text.matchAll(/[;\uFF1B]\s*|\s[—–]\s/g)].map((match) => match.index);
  const words = cues
    .find("contrast", plain)
    // "x goes, but only on y" says where it goes.
    .filter((cue) => !ONLY.test(plain.slice(cue.end, cue.end + 14)))
    .filter((cue) => !isThrownIn(plain, cue))
    .map((cue) => (plain.startsWith("则", cue.start) ? beforeSubject(plain, cue.start) : cue.start));
  const places = [...marks, ...words].filter(
    (place) =>
      place > 0 &&
      names.every((name) => place <= name.start || place >= name.end) &&
      // "x — last day of service 1 May": the name is what the rest is said of.
      !(/^\s[—–]/.test(text.slice(place, place + 2)) && isLabel(text.slice(0, place), names)),
  );
  return [...new Set(places)].toSorted((a, b) => a - b);
}

const SUBJECT_REACH = 60;

/** "a and b go, c则stays": the word stands behind the subject of what it begins. */
function beforeSubject(plain: string, place: number): number {
  const from = Math.max(0, place - SUBJECT_REACH);
  const before = plain.slice(from, place);
  const comma = Math.max(...[",", ";", ":", "，"].map((mark) => before.lastIndexOf(mark)));
  return comma < 0 ? from : from + comma + 1;
}

/** "x and y, by contrast, are removed": such a word stands in the statement that it opposes to others. */
const isThrownIn = (plain: string, { start, end }: Cue): boolean =>
  /(?:^|[.;:] )[^,;:]+, (?:by |in |on the )?$/.test(plain.slice(Math.max(0, start - SUBJECT_REACH), start)) &&
  /^(?: hand)?, (?:is|are|was|were|will|has|have|goes|go|stops?|ends?|leaves?|retires?|stays?|remains?)(?!\p{L})/u.test(
    plain.slice(end),
  );

/** "…answer until June and will then be switched off": a new verb behind it begins another statement. */
const AND = /\s(?:and|und|et|y|e|ed)\s/g;
const AND_REACH = 16;

/** "x, y and z": a comma between two names of a list parts no statements. */
function partsList(plain: string, place: number, names: readonly NameMention[]): boolean {
  const left = names.findLast((name) => name.end < place);
  const right = names.find((name) => name.start >= place);
  if (left === undefined || right === undefined) return false;
  return /^[\s,,、`"'”]{1,4}(?:(?:and|und|et|y|e|ed|及|和|与|및|or|oder|ou|o) )?[`"'“]?$/u.test(
    plain.slice(left.end, right.start),
  );
}

/** Japanese puts its mark before ids, too; in Chinese it parts the members of a list. */
const KANA = /[\u3041-\u30FA]/;

const ALIAS = /(?<!\p{L})alias(?!\p{L})/u;

/** Where something ends and something else stays in one breath, commas part them, and so does "and" before the end. */
function finer(plain: string, { start, end, off, deprecate, stay }: Clause, names: readonly NameMention[]): number[] {
  const text = plain.slice(start, end);
  const commas = [
    ...text.matchAll(KANA.test(text) ? /[,\uFF0C](?=\s|[^\x20-\x7E])|、/g : /[,\uFF0C、](?=\s|[^\x20-\x7E])/g),
  ]
    .map((match) => start + match.index + 1)
    .filter((place) => !partsList(plain, place, names));
  const joints = [...text.matchAll(AND)]
    .map((match) => ({ from: start + match.index, to: start + match.index + match[0].length }))
    .filter(
      ({ from, to }) =>
        [...off, ...deprecate].some((cue) => cue.start >= to - 1 && cue.start - to <= AND_REACH) &&
        stay.some((cue) => cue.end <= from + 1),
    )
    .map(({ from }) => from);
  // "x becomes an alias of y: your code keeps working".
  const colons = [...text.matchAll(/[:\uFF1A]\s/g)]
    .filter((match) => ALIAS.test(text.slice(0, match.index)))
    .map((match) => start + match.index + 1);
  return [...new Set([...commas, ...joints, ...colons])]
    .toSorted((a, b) => a - b)
    .filter((place) => names.every((name) => place <= name.start || place >= name.end))
    .filter((place) => {
      const before = names.findLast((name) => name.end <= place);
      const behind = names.find((name) => name.start >= place);
      // "a, b and c, which went on …": members of one list are not parted.
      return before === undefined || behind === undefined || !listed(plain, before.end, behind.start);
    });
}

/**
 * "7月15日中午,也就是16日凌晨": a day without a month is of the month before it. "再过两周,4月15日": the second says when the
 * first is.
 */
function chained(dates: readonly FoundDate[], plain: string): FoundDate[] {
  const out: FoundDate[] = [];
  for (const [place, date] of dates.entries()) {
    const before = out.at(-1);
    const next = dates[place + 1];
    const same = next !== undefined && /^[,(]?(?:也就是|即|就是)?$/.test(plain.slice(date.end, next.start));
    if (same && date.relative && !next.relative && next.precision === "day" && date.text.startsWith("再过")) continue;
    const day = /^(\d{1,2}) ?[日号號]$/u.exec(date.text)?.[1];
    const named = before !== undefined && !before.relative && before.precision === "day" ? before.date : null;
    const month = named === null || day === undefined ? null : `${named.slice(0, 8)}${day.padStart(2, "0")}`;
    if (month !== null && named !== null && month > named && date.relative && !date.certain) {
      const year = (other: string | undefined) =>
        other === undefined ? {} : { past: `${other.slice(0, 8)}${month.slice(8)}` };
      const { past: _past, future: _future, ...rest } = date;
      out.push({ ...rest, date: month, certain: true, relative: false, ...year(before?.past) });
    } else out.push(date);
  }
  return out;
}

/** "…のでしょうか。"; who asks whether it is known tells it. */
const ASKS = /(?<!ご存[じ知])(?:です|ます|でしょう|でした|ました|ません)か。?["”」』)]?\s*$/u;

/** "The Sonar API": a name of one word, and the service that is called by it. */
const isApi = ({ text: name, end }: NameMention, text: string): boolean =>
  /^\p{L}+$/u.test(name) && /^ API(?![\w-])/i.test(text.slice(end, end + 5));

/** Reads one sentence. */
export function readSentence(
  input: {
    text: string;
    paragraph: number;
    title: boolean;
    at: string;
    links?: NameLinks;
    groups?: NameLinks;
    named?: NamedModels;
    /** The days of the sentences before. */
    before?: () => readonly FoundDate[];
  },
  cues: CueFinder,
): ReadSentence {
  const { text, at } = input;
  const found = linked(
    text,
    withNamed(text, findModelNames(text), input.named ?? []),
    input.links ?? linksIn([text]),
    input.groups,
  );
  const headers = found.length > 0 ? headersIn(text) : [];
  const names = found.filter((name) => !headers.includes(name.text) && !isApi(name, text));
  const raw = cues.fold(plainText(text));
  const denials = [...cues.find("not", raw), ...cues.find("kept", raw)];
  const withdrawals = cues.find("withdrawn", raw);
  const plain = blank(raw, denials);
  const dates = once((): FoundDate[] => {
    const own = withoutReplaced(text, findDates(cues.fold(text), { at, locale: cues.tag }));
    const days = cues.tag === "zh" ? chained(own, raw) : own;
    return withAnchored(raw, days, input.before ?? (() => []), at.slice(0, 10), cues.tag);
  });
  if (countsOn(raw, cues.tag)) dates();
  const places = once(() => surfacesIn(raw, names, text));
  const all = {
    off: cues.find("off", plain).filter(outside(names)),
    until: cues.find("until", plain),
    deprecate: cues.find("deprecate", plain).filter(outside(names)),
    stay: cues.find("stay", raw).filter(outside(names)),
    things: [...cues.find("things", plain), ...parametersIn(plain)].filter(outside(names)).filter(outsideAsides(plain)),
    anaphor: cues.find("anaphor", plain).filter(outside(names)),
  };
  // "지원 중단 예정": a stage, and not the end that one of its words is.
  all.off = all.off.filter((end) => !all.deprecate.some((cue) => end.start >= cue.start && end.end < cue.end));
  // "no longer be available" says the end, not that something is available.
  all.stay = all.stay.filter((cue) => !all.off.some((end) => cue.start >= end.start && cue.end <= end.end));
  const clauseOf = (start: number, end: number): Clause => {
    const inside = within(start, end);
    const ownDates = once(() => dates().filter(inside));
    const ownPlaces = once(() => places().filter(inside));
    return {
      start,
      end,
      names: names.filter(inside),
      get dates() {
        return ownDates();
      },
      get surfaces() {
        return ownPlaces();
      },
      off: all.off.filter(inside),
      until: all.until.filter(inside),
      deprecate: all.deprecate.filter(inside),
      stay: all.stay.filter(inside),
      things: all.things.filter(inside),
      anaphor: all.anaphor.filter(inside),
    };
  };
  const cutAt = (cuts: number[], start: number, end: number) =>
    [start, ...cuts, end].slice(1).map((to, index) => clauseOf([start, ...cuts][index] ?? start, to));
  const clauses = cutAt(borders(text, plain, cues, names), 0, text.length).flatMap((clause) =>
    clause.stay.length > 0 && clause.off.length + clause.deprecate.length > 0
      ? cutAt(finer(plain, clause, names), clause.start, clause.end)
      : [clause],
  );
  return {
    text,
    plain,
    paragraph: input.paragraph,
    title: input.title,
    at: at.slice(0, 10),
    names,
    clauses,
    // A headline that asks first and goes on: "x下月下架？看清…".
    question:
      ASKS.test(text) ||
      (input.title ? /(?<![?\uFF1F!])[?\uFF1F](?!["”»])/ : /(?<![?\uFF1F!])[?\uFF1F]["”」』)]?\s*$/).test(text),
    rumour: cues.has("rumour", raw),
    withdrawn: withdrawals.length > 0,
    denied: denials.length > 0,
  };
}
