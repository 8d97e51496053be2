import { oneLine } from "../../lib/one-line.ts";
import { textOf } from "../../parse/document.ts";
import { kindOfThing } from "../cells/kind.ts";
import type { DateSense } from "../cells/dates.ts";
import { surelyId } from "../cells/tokens.ts";
import { findModelNames } from "../names/index.ts";
import { languageOf } from "../prose/language.ts";
import { tellsEnd } from "../prose/leads.ts";
import { cuesOf } from "../prose/lexicon.ts";
import { blankDraft, type Draft } from "../table/draft.ts";
import { isOtherwise } from "../table/ends.ts";
import { endWords, speaksOfReplacement } from "../table/header-words.ts";
import { advisedBelow } from "./heading-end.ts";
import type { Section } from "./sections.ts";

/** "When does x go away?" over "On D.": the question names the model and its end, and the answer the day alone. */

const WHEN =
  /^¿?(?:and |so |by |from |until |since )?(?:when|what day|how long|which day|(?:ab |bis |seit )?wann|wie lange|(?:jusqu[’'à ]+|depuis )?quand|à quelle date|(?:hasta |desde )?cu[aá]ndo|(?:até |desde )?quando|(?:fino a |da )?quando)(?!\p{L})|什么时候|何时|哪天|いつ|언제/iu;
const UNTIL =
  /^¿?(?:until when|how long|bis wann|wie lange|jusqu|hasta cu|até quando|fino a quando)|(?:いつまで|언제까지|到什么时候)/iu;
/** What a question on a model may be about instead. */
const THING =
  /(?<!\p{L})(?:playground|console|dashboard|sdks?|clients?|endpoints?|plans?|tiers?|features?|param[eèé]t\p{L}*|par[aâá]met\p{L}*|regions?|regi[oó]n\p{L}*|região|betas?|voices?|support|fine-?tun\p{L}*|training|quotas?|contracts?|licen[cs]\p{L}*|keys?|maintenance|outage)(?!\p{L})|功能|参数|接口|区域|機能|パラメータ|기능|매개변수/iu;
/** What may stand around the day of such an answer. */
const BEFORE =
  /^(?:(?:it|this|they|that) )?(?:on|by|from|after|as of|until|till|am|ab|ab dem|bis zum|zum|le|à partir du|jusqu[’']au|el|hasta el|em|até|a partir de|il|dal|fino al|于)? ?$/iu;
const LONGEST = 160;

export function draftsOfAnswer(section: Section, sense: DateSense): Draft[] {
  const question = section.heading?.title === false ? section.heading.text : "";
  if (!/[?？]\s*$/.test(question) || question.length > LONGEST || !asksForEnd(question)) return [];
  const [first] = section.blocks;
  const text = first?.type === "paragraph" ? oneLine(textOf(first.lines)) : "";
  const [day] = sense.find(text.slice(0, LONGEST)).dates;
  if (day === undefined || !day.certain || day.relative || day.precision !== "day") return [];
  if (!BEFORE.test(text.slice(0, day.start)) || !/^\s*(?:[.!。！]|$)/u.test(text.slice(day.end))) return [];
  const drafts = namesIn(question).map(
    (id): Draft => ({
      ...blankDraft(id, kindOfThing(id), "prose", section.index),
      shutdown: day.date,
      precision: "day",
      notice: true,
      quote: `${question} ${text.slice(0, day.end)}`,
    }),
  );
  const replacements = advisedBelow([{ type: "paragraph", lines: [[{ text: text.slice(day.end) }]] }]);
  return drafts.map((draft) => ({ ...draft, replacements: replacements.filter((name) => name !== draft.id) }));
}

function asksForEnd(question: string): boolean {
  if (!WHEN.test(question) || isOtherwise(question) || THING.test(question) || speaksOfReplacement(question))
    return false;
  if (kindOfThing(question.replace(/\s*[?？]\s*$/, "")) !== "model") return false;
  return UNTIL.test(question) || endWords(question) === "end" || tellsEnd(question, cuesOf(languageOf(question)));
}

/** The models of the question: ids as they are written, else names of families that are known. */
function namesIn(question: string): string[] {
  const ids = question.split(/[\s,;、?？“”"'`()（）]+|(?=[はがのを은는이가을를])/u).filter((word) => surelyId(word));
  const names = ids.length > 0 ? ids : findModelNames(question).flatMap((each) => (each.sure ? [each.name] : []));
  return [...new Set(names)];
}
