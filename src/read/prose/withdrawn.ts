import type { FoundDate } from "../dates/index.ts";
import type { ReadSentence } from "./clauses.ts";
import { placesOf } from "./denials.ts";
import type { Claimed } from "./facts.ts";
import { isSnapshot } from "./identity.ts";
import { isPostponed, isPutOff, saysNoDayYet } from "./implied.ts";
import type { CueFinder } from "./lexicon.ts";

/** By which a model that a text ends at a place is known to be taken back. */
export const takenKey = (group: Claimed): string => `${group.surface}|${group.name.key}`;

/** What is taken back is the end, and not jobs, caps or orders. */
const REVERSED =
  /(?<!\p{L})(?:decision|plans?|move|retirement|shut-?down|deprecation|sunset|removal|end[- ]of[- ]life|date|entry|announcement)(?!\p{L})|(?:decided|agreed|chosen|resolved) (?:now |instead )?to keep (?!\p{L}{3,} (?:date|day))|back (?:to|as|on) active|after all/u;

/** Models whose published end is taken back: named in such a sentence, or in a text whose title or lead says it. */
export function withdrawnKeys(
  groups: readonly Claimed[],
  sentences: readonly ReadSentence[],
  cues: CueFinder,
): Set<string> {
  const leads = sentences.slice(0, 2).filter((sentence) => sentence.withdrawn);
  // "b will not be retired" takes nothing back of what was said of a.
  const lead = ({ name: { key } }: Claimed) =>
    leads.some(
      ({ names }) =>
        names.length === 0 ||
        names.some((name) => key === name.key || key.startsWith(`${name.key} `) || isSnapshot(name.key, key)),
    );
  // Put off, and no new day named yet: the old one no longer counts.
  const putOff =
    sentences.some(({ text }) => isPostponed(text.toLowerCase())) &&
    sentences.some(({ text }) => saysNoDayYet(text.toLowerCase()));
  const open = (group: Claimed) =>
    putOff &&
    group.frames.every(
      (frame) =>
        frame.date === null ||
        frame.recall ||
        (frame.date.precision === "month" && isPostponed(sentences[frame.sentence]?.text.toLowerCase() ?? "")) ||
        isOldDay(frame.date, sentences[frame.sentence]),
    );
  // "A stay of execution for x", then "x now leaves on E instead of D": a new day is no end of the retirement.
  const renewed = (group: Claimed) =>
    group.frames.some(
      ({ date, sentence, withdrawn }) =>
        !withdrawn &&
        date?.precision === "day" &&
        date.date > (sentences[sentence]?.at ?? "") &&
        cues.has("oldDate", sentences[sentence]?.plain ?? ""),
    );
  const said = sentences.flatMap((sentence) => (sentence.withdrawn ? [...placesOf(sentence.clauses)] : []));
  // "The end is off in the Gemini API": of another place it says nothing.
  const here = (group: Claimed) => said.length === 0 || said.includes(group.surface);
  const firm = (group: Claimed) => group.frames.some((frame) => !frame.withdrawn && frame.date?.precision === "day");
  // "We have reversed that decision": it is of what was told right before.
  const reversed = sentences.flatMap(({ withdrawn, title, names, clauses, plain }, index) =>
    withdrawn &&
    !title &&
    names.length === 0 &&
    REVERSED.test(plain) &&
    clauses.every(({ things }) => things.every(({ start, end }) => REVERSED.test(plain.slice(start, end))))
      ? [index]
      : [],
  );
  const ofPlace = (index: number) => placesOf(sentences[index]?.clauses ?? []);
  const undone = (group: Claimed) =>
    reversed.some(
      (index) =>
        (ofPlace(index).size === 0 || ofPlace(index).has(group.surface)) &&
        group.frames.every(({ sentence, date }) => sentence <= index && (date === null || index - sentence <= 2)),
    );
  const taken = groups.filter(
    (group) =>
      (undone(group) || here(group) || !firm(group)) &&
      ((lead(group) && !renewed(group)) ||
        open(group) ||
        undone(group) ||
        group.frames.some((frame) => frame.withdrawn)),
  );
  return new Set(taken.map((group) => takenKey(group)));
}

/** "Planned for D, is postponed": the only day of its sentence is the one that no longer counts. */
function isOldDay(date: FoundDate, sentence: ReadSentence | undefined): boolean {
  const days = sentence?.clauses.flatMap((clause) => clause.dates) ?? [];
  return days.length === 1 && days[0] === date && isPutOff(sentence?.plain ?? "", date.end);
}
