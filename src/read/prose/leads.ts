import type { FoundDate } from "../dates/index.ts";
import { plainText } from "../dates/plain-text.ts";
import { findModelNames, type NameMention } from "../names/index.ts";
import { developerPlaces } from "./by-place.ts";
import { type ReadSentence, readSentence } from "./clauses.ts";
import { tellsDone } from "./done.ts";
import { clauseDate } from "./frame-dates.ts";
import { type CueFinder, ENDS } from "./lexicon.ts";
import { AHEAD } from "./lists.ts";
import { rolesOf } from "./roles.ts";
import { hasMarkup, sentencesOf } from "./sentences.ts";
import { surfacesIn } from "./surfaces.ts";

/** A quick look at a longer text: false where `tellsEnd` would be false for each part of it. */
export function mayTellEnd(text: string, cues: CueFinder): boolean {
  return text.includes("<") || cues.mayEnd(plainText(text).toLowerCase());
}

/** False for a text of which no sentence can say that something ends; by far the most are such. */
export function tellsEnd(text: string, cues: CueFinder): boolean {
  const marked = text.includes("<");
  if (!marked && !cues.mayEnd(plainText(text).toLowerCase())) return false;
  if ((marked && hasMarkup(text)) || tellsDone(text)) return true;
  return sentencesOf(text).some((sentence) => {
    const words = plainText(sentence.text);
    return cues.mayEnd(words) && (ENDS.some((kind) => cues.has(kind, words)) || cues.has("not", words));
  });
}

/** What a piece of prose says of the names that follow it. */
export type Lead = {
  end: boolean;
  /** It says of what follows that it goes on. */
  stays: boolean;
  advice: boolean;
  date: FoundDate | null;
  done: boolean;
  text: string;
  replacements: NameMention[];
  /** The models that it says itself to end, where it points at none below it. */
  subjects: NameMention[];
  /** The one place that it names, where developers call models; null for none, or for several. */
  surface: string | null;
};

/** A lead that says nothing of an end: no names that follow it are looked at. */
export const SILENT: Lead = {
  end: false,
  stays: false,
  advice: false,
  date: null,
  done: false,
  text: "",
  replacements: [],
  subjects: [],
  surface: null,
};

/** What a lead looks at; without any of it there is nothing to read. */
const LEADS = [...ENDS, "stay", "replaceBefore", "replaceAfter", "not"] as const;

/** What a piece of prose says of the names that follow it. */
export function leadOf(text: string, day: string, cues: CueFinder, deprecatedMeansOff: boolean): Lead {
  if (!hasMarkup(text)) {
    const plain = plainText(text).toLowerCase();
    if (!cues.mayEnd(plain) && !cues.mayHave(LEADS, plain)) return { ...SILENT, done: tellsDone(text), text };
  }
  const sentences = sentencesOf(text).map((sentence) => readSentence({ ...sentence, title: false, at: day }, cues));
  const ends = (sentence: ReadSentence) =>
    sentence.clauses.some(
      (clause) =>
        clause.off.length > 0 || clause.until.length > 0 || (deprecatedMeansOff && clause.deprecate.length > 0),
    );
  const last = sentences.findLastIndex((sentence) => ends(sentence));
  const advised = sentences.findLastIndex((sentence) => cues.has("replaceBefore", sentence.plain));
  const dates = sentences.flatMap((sentence) =>
    ends(sentence) ? sentence.clauses.map((clause) => clauseDate(clause, sentence, cues)) : [],
  );
  const weak = sentences.some((sentence) => sentence.clauses.some((clause) => clause.deprecate.length > 0));
  const stays = sentences.at(-1)?.clauses.every((clause) => clause.off.length === 0 && clause.stay.length > 0) ?? false;
  const roles = sentences.map((sentence) => rolesOf(sentence, cues));
  const points = /[:：]\s*$/.test(text) || sentences.some((each) => AHEAD.test(each.plain) && !listsItself(each));
  return {
    end: last >= 0 || weak,
    stays: stays && /:\s*$/.test(text),
    advice: advised > last && advised === sentences.length - 1,
    date: dates.find((date) => date !== null) ?? (last < 0 && weak ? plannedDay(sentences, day, cues) : null),
    done: tellsDone(text),
    text,
    replacements: roles.flatMap((role) => [...role].filter(([, is]) => is === "replacement").map(([name]) => name)),
    surface: onlyPlace(
      sentences.filter((each) => ends(each)).flatMap(({ clauses }) => clauses.flatMap(developerPlaces)),
    ),
    subjects: points ? [] : sentences.flatMap((sentence, index) => (ends(sentence) ? plainOf(roles[index]) : [])),
  };
}

const onlyPlace = (places: readonly { surface: string }[]): string | null => {
  const [only, ...others] = new Set(places.map(({ surface }) => surface));
  return others.length === 0 ? (only ?? null) : null;
};

/** The one place that a title names ("GitHub Models: retirement of …"); null for none, or for several. */
export const placeOfTitle = (title: string): string | null =>
  onlyPlace(developerPlaces({ surfaces: surfacesIn(title.toLowerCase(), findModelNames(title), title) }));

/** "The following were shut down on D: a, b and c." */
function listsItself({ plain, names }: ReadSentence): boolean {
  const colon = plain.search(/[:：]\s/);
  return colon >= 0 && names.some((name) => name.form === "id" && name.start > colon);
}

/** The ids of a sentence that replace nothing; a display name may stand for the ids below it. */
const plainOf = (roles: ReadonlyMap<NameMention, string> | undefined): NameMention[] =>
  [...(roles ?? [])]
    .filter(([name, role]) => role === "plain" && name.form === "id" && !name.several)
    .map(([name]) => name);

/** "We will deprecate these on 14 December": a day to come beside a deprecation, and no word of another end. */
function plannedDay(sentences: readonly ReadSentence[], day: string, cues: CueFinder): FoundDate | null {
  for (const sentence of sentences)
    for (const clause of sentence.clauses.filter((each) => each.deprecate.length > 0)) {
      const date = clauseDate(clause, sentence, cues);
      if (date?.precision === "day" && date.date > day) return date;
    }
  return null;
}
