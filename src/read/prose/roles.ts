import type { NameMention } from "../names/index.ts";
import type { Clause, ReadSentence } from "./clauses.ts";
import type { Cue, CueFinder } from "./lexicon.ts";

export type Role = "replacement" | "old" | "plain";

/** How far a replacement may stand from the words that make it one, in UTF-16 units. */
const AHEAD = 70;
const BEHIND = 28;
/** What may stand between members of a list of names. */
const LIST =
  /^(?:[\s,、,/&|+·・"'`“”‘’()()「」『』]|and|or|und|oder|sowie|beziehungsweise|et|ou|y|o|e|ed|u|bzw\.?|the|das|der|die|dem|den|le|la|les|el|los|il|lo|i|os|as|a|der|à|au|al|alla|model|models|modelle?|alias|and the|to|at|auf|zu|于|和|与|及|或|以及|と|や|または|もしくは|及び|및|와|과|또는|나|이나|für|for [\p{L} ]{1,30}|pour [\p{L} ]{1,30}|para [\p{L} ]{1,30}|per [\p{L} ]{1,30}|aliases?|both|either|(?:または|もしくは|あるいは)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,18}(?:場合|とき|際)(?:は|には)|\([^)]{0,60}\))*$/iu;

/** True when nothing but commas, articles and "and" stands between two places of a text. */
export const listed = (plain: string, from: number, to: number): boolean =>
  to - from <= 70 && LIST.test(plain.slice(from, to));

/** "the following Imagen 4 models: a, b": what the group is, its members are. */
const heads = (plain: string, left: NameMention, right: NameMention): boolean =>
  left.several && /^[\p{L} ]{0,50}:?\s?[`"'“]?$/u.test(plain.slice(left.end, right.start));

/** Names that follow one another in a list share what is said of one of them. */
function spread(
  plain: string,
  names: readonly NameMention[],
  roles: Map<NameMention, Role>,
  backwards: boolean,
  moves: (name: NameMention) => boolean,
  leads: readonly Cue[] = [],
): void {
  const ordered = backwards ? names.toReversed() : names;
  ordered.forEach((name, index) => {
    const next = ordered[index + 1];
    if (next === undefined || roles.get(name) !== "replacement" || roles.get(next) !== undefined) return;
    const [left, right] = backwards ? [next, name] : [name, next];
    // "the same goes for a, for which we recommend b": what leads to the one leaves the other alone.
    if (backwards && leads.some((cue) => cue.start >= left.end && cue.end <= right.start + 1)) return;
    if ((listed(plain, left.end, right.start) || heads(plain, left, right)) && !moves(next))
      roles.set(next, "replacement");
  });
}

/** Nothing between a name and the words behind it that would begin another statement. */
const joins = (between: string): boolean =>
  !/[,;。,;]\s|[,\uFF0C。;\uFF1B](?=[^\x20-\x7E])/.test(between) && !SUBJECT.test(between);

/** "x, auf das alle umsteigen sollten", "x, das die Firma empfiehlt": a comma, and what to do with it in a clause of its own. */
const GO_TO_IT = /^(?:(?:auf|zu) (?:das|den|die|dem|der|denen) |(?:das|den|die) .*empf)/u;
const leadsTo = (between: string, cue: string): boolean => /^[`"'”)]{0,2},\s$/u.test(between) && GO_TO_IT.test(cue);

/** "xがレガシー状態に移行": the name is who moves, not where to. */
const SUBJECT =
  /^[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{0,30}[がは](?=[\p{Script=Han}\p{Script=Katakana}])/u;

/** "xを新基盤に移行", "x를 API로 옮긴": what is moved is not where it moves to. */
const OBJECT = /^[`"'”」』]?(?:を|를|을)/u;
const TARGET = /^(?:に|へ|으로|로|에)/u;

/** "x, launched in spring, is the heir", "its bigger relative, x, is what we recommend": how long the remark is, its commas with it. */
function asideBehind({ start, end }: NameMention, plain: string): number {
  const remark = /^[`"'”]?,\s(?:[^,.;:]{1,60},\s)?/.exec(plain.slice(end, end + 70))?.[0] ?? "";
  const closes = /,\s$/.test(remark.slice(2)) || /,\s[`"'“]?$/.test(plain.slice(0, start));
  return closes ? remark.length : 0;
}

/** A cue that runs over a name ends before it. */
function clip(cue: Cue, names: readonly NameMention[], plain: string): Cue[] {
  const hit = names.find((name) => cue.start < name.end && cue.end > name.start);
  if (hit === undefined) return [cue];
  // "moved the end of x to …": what the phrase runs over is what moves, and what it leads to stands behind it.
  if (hit.end < cue.end - 1 && LEADS_ON.test(plain.slice(cue.start, cue.end)))
    return [{ start: hit.end, end: cue.end }];
  return hit.start > cue.start ? [{ start: cue.start, end: hit.start }] : [];
}

const DENIES = /^(?:(?:ya )?(?:no|non|não|ne|n['’]|nicht|can(?:not|['’]t| not| no))(?![\p{L}])|不|无法|别)/u;
const LEADS_ON = / (?:to|onto|with|auf|zu|nach|durch|gegen|vers|par|hacia|para|por|pel[oa]|verso|con)$/u;

/** "…pointed at x, which was retired": the relative clause says what x is. */
const RELATIVE = /^[`"'”)]?,? (?:which|that|das|die|der|que|qui|che|il quale|la cual)(?![\p{L}])/u;

const nearestBefore = (cues: readonly Cue[], place: number): Cue | undefined =>
  cues.filter((cue) => cue.end <= place + 1).toSorted((a, b) => b.end - a.end)[0];

/** "Switching to DeepSeek meant typing x": who one moves to is the company, unless its model follows. */
function leadsToCompany(cue: Cue, { names, clauses }: ReadSentence): boolean {
  const place = clauses
    .flatMap((clause) => clause.surfaces)
    .find(({ company, start }) => company && start >= cue.end && start - cue.end <= 1);
  return place !== undefined && !names.some((name) => name.start >= place.end && name.start - place.end <= 12);
}

/** "You can use x until D" advises no x. */
const isAllowed = ({ start, end }: Cue, { plain, clauses }: ReadSentence): boolean =>
  clauses.some(({ until }) =>
    until.some((cue) => cue.start <= start && cue.end >= end && /^(?:can|may) /u.test(plain.slice(cue.start, cue.end))),
  );

/** "Thank you for testing x", "xをご利用いただきありがとうございました": what was used is not advised. */
const THANKS_BEFORE =
  /(?:thank\p{L}*|danke\p{L}*|dank an|merci (?:beaucoup )?(?:de (?:nous |l['’])?avoir|d['’]avoir|à)|remerci\p{L}*|gracias|agradec\p{L}*|obrigad[oa]s?|grazie|ringrazi\p{L}*|感谢|感謝|谢谢)[^.;:。；]{0,60}$/u;
const THANKS_BEHIND = /^[^.;:。；]{0,30}(?:ありがとう|感謝|감사)/u;
const isThanked = ({ start, end }: Cue, plain: string): boolean =>
  THANKS_BEFORE.test(plain.slice(Math.max(0, start - 80), start)) || THANKS_BEHIND.test(plain.slice(end, end + 40));

/** What each name of a sentence is there: what one should move to, what one moves away from, or neither. */
export function rolesOf(sentence: ReadSentence, cues: CueFinder): Map<NameMention, Role> {
  const { plain, names } = sentence;
  const over = sentence.clauses.flatMap((clause) => clause.off);
  // "can no longer be used": the verb is denied, so what follows is no advice.
  const before = cues
    .find("replaceBefore", plain)
    .filter(
      (cue) =>
        !over.some(
          (end) => cue.start > end.start && cue.end <= end.end + 1 && DENIES.test(plain.slice(end.start, end.end)),
        ),
    )
    .flatMap((cue) => clip(cue, names, plain))
    .filter((cue) => !leadsToCompany(cue, sentence) && !isAllowed(cue, sentence) && !isThanked(cue, plain));
  const after = cues
    .find("replaceAfter", plain)
    .filter((cue) => !isThanked(cue, plain))
    // "Replace with x" speaks of what follows alone.
    .filter((cue) => !before.some((other) => other.start === cue.start && other.end > cue.end))
    .flatMap((cue) => clip(cue, names, plain));
  const old = cues.find("oldBefore", plain);
  if (before.length + after.length + old.length === 0) return new Map(names.map((name) => [name, "plain"]));
  const ends = over;
  // "…to b, c moves to d": what has its own move is not in the list of what others move to.
  const moves = (name: NameMention) =>
    before.some(
      (cue) =>
        cue.end > name.end &&
        cue.start - name.end <= 16 &&
        (cues.tag !== "zh" || !/[,、;或]/.test(plain.slice(name.end, cue.start))) &&
        !names.some((other) => other.start >= name.end && other.start < cue.end - 1) &&
        names.some((other) => other.start >= cue.end && other.start - cue.end <= 3),
    );
  const first = (cue: Cue, name: NameMention) =>
    !names.some((other) => other.start >= cue.end && other.end <= name.start);
  const forward = new Map<NameMention, Role>();
  for (const name of names) {
    const cue = nearestBefore(before, name.start);
    const away = nearestBefore(old, name.start);
    if (away !== undefined && name.start - away.end <= 24 && (cue === undefined || away.end >= cue.end))
      forward.set(name, "old");
    else if (
      cue !== undefined &&
      name.start - cue.end <= AHEAD &&
      first(cue, name) &&
      !interrupted(sentence, cue.end, name, ends) &&
      // "建议x用户改用y": x is who is advised.
      !(cues.tag === "zh" && moves(name))
    )
      forward.set(name, "replacement");
  }
  // "a in place of b and c in place of d": what the old one is left for stands before those words.
  for (const name of forward.size > 0 ? names : []) {
    const leaves = old.some(
      (cue) =>
        cue.start >= name.end &&
        cue.start - name.end <= 3 &&
        names.some((other) => other.start - cue.end >= 0 && other.start - cue.end <= 3),
    );
    if (leaves && [...forward.values()].includes("replacement")) forward.set(name, "replacement");
  }
  spread(plain, names, forward, false, moves);
  for (const name of names)
    if (!forward.has(name) && isParallel(name, sentence, forward, old)) forward.set(name, "replacement");
  const backward = new Map<NameMention, Role>(forward);
  for (const name of names) {
    if (backward.has(name)) continue;
    const aside = asideBehind(name, plain);
    const cue = after.find(
      (candidate) => candidate.start >= name.end - 1 && candidate.start - name.end - aside <= BEHIND,
    );
    const other = names.find(
      (candidate) => candidate.start >= name.end && cue !== undefined && candidate.start < cue.start,
    );
    if (
      cue !== undefined &&
      other === undefined &&
      (joins(plain.slice(name.end + aside, cue.start)) ||
        leadsTo(plain.slice(name.end, cue.start), plain.slice(cue.start, cue.end))) &&
      !(OBJECT.test(plain.slice(name.end, cue.start)) && TARGET.test(plain.slice(cue.start, cue.end))) &&
      !ends.some((end) => end.start >= name.end && end.end <= cue.start)
    )
      backward.set(name, "replacement");
  }
  spread(plain, names, backward, true, () => false, before);
  for (const name of names) if (isLeft(name, plain)) backward.set(name, "old");
  return new Map(names.map((name) => [name, backward.get(name) ?? "plain"]));
}

/** "x-latest will point to x-2512": an alias that follows its newest snapshot, as it always does. */
export function movesOn(name: NameMention, beside: readonly NameMention[], roles: Map<NameMention, Role>): boolean {
  const stem = name.name.toLowerCase().replace(/-latest$/, "");
  if (stem.length === name.name.length) return false;
  return beside.some(
    (other) => other !== name && roles.get(other) === "replacement" && other.name.toLowerCase().startsWith(`${stem}-`),
  );
}

const BEFORE = /(?:^|[\s,])(by|to|with|on|von|durch|auf|zu|par|vers|à|por|para|a|da|con|verso|su) [`"'“]?$/u;

/** "…requests for a by b, and those for c by d", "use b in place of a and d in place of c": the second half says it short. */
function isParallel(
  name: NameMention,
  { plain, names }: ReadSentence,
  roles: ReadonlyMap<NameMention, Role>,
  old: readonly Cue[],
): boolean {
  const earlier = names.filter((other) => other.end <= name.start && roles.get(other) === "replacement");
  const last = earlier.at(-1);
  const between = names.some((other) => last !== undefined && other.start >= last.end && other.end <= name.start);
  if (last === undefined || !between) return false;
  if (old.some((cue) => cue.start >= name.end && cue.start - name.end <= 2)) return true;
  const word = BEFORE.exec(plain.slice(0, name.start).slice(-12))?.[1];
  return word !== undefined && word === BEFORE.exec(plain.slice(0, last.start).slice(-12))?.[1];
}

/** "from a to b": a is what one leaves, whatever word of advice stands before it. */
const FROM = /(?<!\p{L})(?:from|von|vom|de|du|desde|da|dal|dall['’])\s?[`"'“]?$/u;
const ONWARD =
  /^[`"'”]? (?:over )?(?:to|onto|auf|zu|vers|à|a|ao|para|hacia|por|verso|al)(?: the| das| die| den| le| la| el| o| il)? [`"'“]?[\p{L}@]/u;

const isLeft = ({ start, end }: NameMention, plain: string): boolean =>
  ONWARD.test(plain.slice(end, end + 16)) && FROM.test(plain.slice(Math.max(0, start - 10), start));

/** Between "move to" and the name there is another statement: an end of something, or another clause. */
function interrupted(sentence: ReadSentence, from: number, name: NameMention, ends: readonly Cue[]): boolean {
  if (ends.some((cue) => cue.start >= from && cue.end <= name.start)) return true;
  // "…points to the newest and stays, as do x and y": what stays with it takes nobody's place.
  if (sentence.clauses.some(({ stay }) => stay.some((cue) => cue.start >= from && cue.end <= name.start))) return true;
  const next = sentence.names.find((other) => other.start >= name.end)?.start ?? Number.POSITIVE_INFINITY;
  const behind = ends.find((cue) => cue.start >= name.end && cue.start - name.end <= 50 && cue.start < next);
  if (behind !== undefined && RELATIVE.test(sentence.plain.slice(name.end, name.end + 14))) return true;
  const clause = sentence.clauses.find(
    (candidate: Clause) => name.start >= candidate.start && name.start < candidate.end,
  );
  return clause !== undefined && from < clause.start && !listed(sentence.plain, from, name.start);
}
