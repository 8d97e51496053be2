import type { CivilDate } from "../../core/fact.ts";
import { findModelNames } from "../names/find.ts";
import { isOtherwise } from "../table/ends.ts";
import { endWords } from "../table/header-words.ts";
import type { Section } from "./sections.ts";

export const SENTENCES = /(?<=\D[.!?])\s+(?=[\p{Lu}“"(`])|(?<=[。！？])|\n/u;

const WITHOUT_DAY =
  /\b(?:will be|is being|are being) (?:shut ?down|shut off|retired|removed|discontinued|deprecated|sunset|decommissioned|(?:turned|switched) off)(?! (?:on|by|in|from|after|at|as of|effective)\b)/gi;

/**
 * What a sentence leaves to the words around it: "Deprecated on D" the verb, on a page that knows no other end; "will be
 * shut down" the day, below a heading that gives one to come.
 */
export function spokenOut(text: string, section: Section, at: string, onlyDeprecation: boolean): string {
  const said = onlyDeprecation
    ? text.replace(/(^|[.!]\s+)deprecated (?=(?:on|as of|effective|by)\b)/gi, "$1will be deprecated ")
    : text;
  const day = section.path.findLast((heading) => heading.date !== null)?.date ?? null;
  if (day === null || day <= at.slice(0, 10) || /\b20\d\d\b/.test(said)) return said;
  const spoken = said.replace(WITHOUT_DAY, `$& on ${day}`);
  return spoken === said ? withDayAhead(said, day) : spoken;
}

/** "`x` is shut down." in any language, below a day to come: the first sentence that tells an end of a model gets it. */
function withDayAhead(text: string, day: CivilDate): string {
  const sentence = text.split(SENTENCES).find((each) => endWords(each) === "end" && findModelNames(each).length > 0);
  if (sentence === undefined || sentence.length > LONGEST_AHEAD || isOtherwise(sentence)) return text;
  // "In 30 days" is a day of its own.
  return SPAN.test(sentence.replace(/\S*[-./]\S*/g, " ")) ? text : text.replace(sentence, () => `${day}: ${sentence}`);
}

const SPAN =
  /\p{N} ?(?:day|week|month|tag|woche|monat|jour|semaine|mois|d[ií]a|semana|mes|giorn|settiman|天|日|周|週|月|일|주|개월)/iu;
const LONGEST_AHEAD = 240;
