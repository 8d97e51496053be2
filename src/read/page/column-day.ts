import type { CivilDate, Precision } from "../../core/fact.ts";
import { SENTENCE_END } from "../sentence-end.ts";
import type { DateSense } from "../cells/dates.ts";
import type { Column } from "../table/columns.ts";
import type { Draft } from "../table/draft.ts";
import { isOtherwise, saysOfEnd } from "../table/ends.ts";
import { endWords, normalHeader } from "../table/header-words.ts";
import { paragraphsOf, type Section } from "./sections.ts";

/** A day that a sentence gives to all that stands in one column, wherever on the page the table is. */
type ColumnDay = { heading: string; date: CivilDate; precision: Precision; sentence: string };

const COLUMN = /(?<!\p{L})(?:columns?|spalten?|colonnes?|columnas?|colunas?|colonn[ae])(?!\p{L})|列|欄|栏|열|컬럼/iu;
const QUOTED = /[“„«「『"‹]\s?([^“”„«»「」『』"‹›]{2,40}?)\s?[”“»」』"›]/gu;
/** "…, unless the remark says otherwise": rows with a day of their own keep it. */
const BUT =
  /(?:[,;(]\s*)?(?<!\p{L})(?:unless|except (?:where|when|if|as)|where not|if not|sofern|soweit|wenn (?:in|nicht)|falls|es sei denn|sauf (?:si|mention|indication)|à moins que|salvo (?:que|si|indicaci[oó]n|indicação|diversa)|a menos que|exceto (?:se|quando)|se non|a meno che)(?!\p{L}).*$/isu;
const LONGEST = 500;
const QUOTE_LENGTH = 300;

const told = new WeakMap<readonly Section[], ColumnDay[]>();

/** What the page's sentences say of whole columns: "All models in the column “Old model” are shut down on D". */
function columnDays(sections: readonly Section[], sense: DateSense): ColumnDay[] {
  const known = told.get(sections);
  if (known !== undefined) return known;
  const days = sections.flatMap((section) =>
    paragraphsOf(section).flatMap((text) => text.split(SENTENCE_END).flatMap((each) => dayOfColumn(each, sense))),
  );
  told.set(sections, days);
  return days;
}

function dayOfColumn(sentence: string, sense: DateSense): ColumnDay[] {
  if (sentence.length > LONGEST || !COLUMN.test(sentence)) return [];
  const main = sentence.replace(BUT, "");
  if (isOtherwise(main) || (saysOfEnd(main) !== "end" && endWords(main) !== "end")) return [];
  const [day, ...others] = sense.find(main).dates;
  if (day === undefined || others.length > 0 || !day.certain || day.precision === "month") return [];
  const headings = [...main.matchAll(QUOTED)].map((found) => normalHeader(found[1] ?? ""));
  const [heading, ...more] = headings.filter((each) => each !== "");
  return heading === undefined || more.length > 0
    ? []
    : [{ heading, date: day.date, precision: day.precision, sentence }];
}

/** Gives the rows below a heading the day that a sentence gives to all of its column; rows with a day of their own keep it. */
export function withColumnDay(
  drafts: Draft[],
  columns: readonly Column[],
  sections: readonly Section[],
  sense: DateSense,
): Draft[] {
  const names = new Set(
    columns.filter(({ role }) => role === "model" || role === "name").map(({ heading }) => normalHeader(heading)),
  );
  if (drafts.length === 0 || names.size === 0) return drafts;
  const [day, ...others] = columnDays(sections, sense).filter(({ heading }) => names.has(heading));
  if (day === undefined || others.some(({ date }) => date !== day.date)) return drafts;
  return drafts.map((draft) => {
    if (draft.shutdown !== null || draft.deprecated !== null || draft.stateOfRow) return draft;
    return {
      ...draft,
      shutdown: day.date,
      precision: day.precision,
      floor: day.precision === "earliest",
      notice: true,
      quote: `${day.sentence} | ${draft.quote}`.slice(0, QUOTE_LENGTH),
    };
  });
}
