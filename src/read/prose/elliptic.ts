import type { NameMention } from "../names/index.ts";
import type { Clause, ReadSentence } from "./clauses.ts";
import { type Frame, plainFrame } from "./frame.ts";
import { clauseDate, isOfYearBefore } from "./frame-dates.ts";
import type { CueFinder } from "./lexicon.ts";
import type { Memory } from "./memory.ts";
import type { Role } from "./roles.ts";

/** A part of a year, and no day. */
export const VAGUE =
  /\bq[1-4]\b|\bquarter\b|quartal|trimestre|季度|四半期|분기|half of|semestr|later this year|jahresende|ende (?:des|dieses) jahres|年末|上半年|下半年|年内|年底|하반기|연내/;

/** "The models being retired are of three kinds: a and b for chat; c for code": a part of a list behind a colon. */
function isOfList(clause: Clause, { plain, clauses }: ReadSentence): boolean {
  const [first] = clauses;
  const end = first?.off[0];
  if (first === undefined || end === undefined || clause === first || plain[clause.start] !== ";") return false;
  const colon = plain.indexOf(": ", end.end);
  return colon >= 0 && colon < (first.names[0]?.start ?? 0) && clause.stay.length + clause.off.length === 0;
}

/** "…on the 11th x; on the 25th y": a name and a day without a verb share what was said last in the sentence. */
export function gapped(
  clause: Clause,
  at: { sentence: ReadSentence; index: number; roles: Map<NameMention, Role> },
  last: Frame | undefined,
  cues: CueFinder,
): Frame[] {
  if (last === undefined || last.weak || clause.names.length === 0) return [];
  const listed = isOfList(clause, at.sentence);
  if (clause.dates.length === 0 && !listed) return [];
  // "In 2023 x was retired; today y does it better": another time, and another thing said.
  if (at.sentence.clauses.some((other) => other.end <= clause.start && isOfYearBefore(other, at.sentence))) return [];
  if (clause.off.length + clause.stay.length + clause.things.length + clause.until.length > 0) return [];
  const names = clause.names.filter((name) => at.roles.get(name) === "plain");
  const date = clauseDate(clause, at.sentence, cues);
  const words = at.sentence.plain.slice(clause.start, clause.end).match(/\p{L}{3,}/gu) ?? [];
  if (listed && names.length > 0 && date === null) return [{ ...last, names }];
  if (names.length === 0 || date === null || words.length > 6 + 3 * names.length) return [];
  return [{ ...last, names, date }];
}

/** What says "the same" stands with the name, and not in another sentence of a quotation. */
const isBeside = (name: NameMention, { plain }: ReadSentence, cues: CueFinder): boolean =>
  cues.find("likewise", plain).some((cue) => {
    const between = cue.end <= name.start ? plain.slice(cue.end, name.start) : plain.slice(name.end, cue.start);
    return between.length <= 80 && !/[.!?。]["”»]?\s|,\s(?:die|der|das|qui|que|che|who|which|that)\s/.test(between);
  });

const REACH = 2;

/** What "the same" and "concerned are" stand for: an end of the same sentence that named nobody yet, else the one told last. */
export function toldBefore({ last, pending, surface }: Memory, index: number): Frame | null {
  if (pending?.sentence === index)
    return plainFrame({ names: [], date: pending.date, surface, title: false, sentence: index, quote: "" });
  return last !== null && index - last.sentence <= REACH ? last : null;
}

/** "The same goes for x": another model shares what was said, with its own day where it gives one. */
export function likewise(
  clause: Clause,
  { sentence, index, roles }: { sentence: ReadSentence; index: number; roles: Map<NameMention, Role> },
  last: Frame,
  cues: CueFinder,
): Frame[] {
  const names = clause.names.filter((name) => roles.get(name) !== "replacement");
  if (clause.stay.length > 0 || !names.some((name) => isBeside(name, sentence, cues))) return [];
  const vague = VAGUE.test(sentence.plain.slice(clause.start, clause.end));
  const told = clauseDate(clause, sentence, cues);
  // "The days were set in February; concerned are a and b": the past month is no day of an end to come.
  const bygone = told !== null && last.date !== null && told.date < sentence.at && last.date.date >= sentence.at;
  const date = bygone ? last.date : (told ?? (vague ? null : last.date));
  return [{ ...last, names, date, vague, weak: false, title: sentence.title, sentence: index, quote: sentence.text }];
}

/** "…on 23 October; o1 is on the list since April, with o1-pro": what is only listed shares the day of the sentence. */
export function joinWeak(frames: Frame[]): Frame[] {
  const strong = frames.findLast((frame) => !frame.weak && frame.date !== null);
  if (strong === undefined) return frames;
  const joins = (frame: Frame) =>
    frame.weak &&
    !frame.limited &&
    frame.sentence === strong.sentence &&
    !frame.names.some((name) => strong.names.includes(name));
  return frames.map((frame) =>
    joins(frame) ? { ...frame, date: strong.date, weak: false, surface: frame.surface ?? strong.surface } : frame,
  );
}
