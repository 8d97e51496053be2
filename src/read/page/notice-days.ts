import type { CivilDate } from "../../core/fact.ts";
import { oneLine } from "../../lib/one-line.ts";
import { type Block, textOf } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";
import { findModelNames, keyOfName } from "../names/find.ts";
import { NEAR_TOLD, REMINDS, TOLD, toldDay } from "../prose/told.ts";
import { SENTENCE_END } from "../sentence-end.ts";
import type { Draft } from "../table/draft.ts";
import type { Section } from "./sections.ts";

/** In a log, where each line begins with its day, "x deprecated" says what was told on it. */
const LOGGED =
  /(?<!\p{L})(?:(?<!be )deprecated|deprecation|abgekündigt|dépréci\p{L}+|obsolet\p{L}+|deprecat\p{L}+)(?!\p{L})|废弃|弃用|非推奨/iu;
/** A text that may begin with a day: a cheap look before the real one. */
const MAY_LEAD = /^\W{0,3}(?:\d|\p{L}{3,10}\.? \d)/u;
const LONGEST = 600;

/** A stretch of the page that is about the models which it names; `own` for one item or entry, whose parts share them. */
type Unit = { text: string; own: boolean; section: number };

/**
 * Fills in the days of notice that a page tells in sentences beside its tables: "**2027-03-30.** We notified developers on
 * x of its retirement", "Notice sent on D" in an entry of a model, "customers were mailed on D" over a list.
 *
 * @returns the drafts in the same order; days of notice that rows give themselves stay
 */
export function withNoticeDays(drafts: readonly Draft[], sections: readonly Section[], sense: DateSense): Draft[] {
  const isOpen = (draft: Draft) => draft.announced === null && draft.shutdown !== null && !draft.floor;
  if (!drafts.some((draft) => isOpen(draft))) return [...drafts];
  const told = unitsOf(sections).flatMap((unit) => {
    const day = dayTold(unit, sense);
    return day === null ? [] : [{ ...unit, ...day, ids: namesIn(unit.text, drafts) }];
  });
  if (told.length === 0) return [...drafts];
  return drafts.map((draft) => {
    if (!isOpen(draft)) return draft;
    const days = told.flatMap(({ day, ids, own, names, ends, others, section }) => {
      const isNamed = ids.has(draft.id) && (own || names) && (ends === null || ends.includes(draft.shutdown ?? ""));
      const ofIt = others.length === 0 || others.includes(draft.shutdown ?? "");
      const isBelow = ids.size === 0 && !own && ends === null && ofIt && isWithin(draft, section, sections);
      return (isNamed || isBelow) && day < (draft.shutdown ?? "") ? [day] : [];
    });
    const [first] = days.toSorted();
    return first === undefined ? draft : { ...draft, announced: first };
  });
}

/** True for what stands below the words of a section, in it or in a card or term of its own. */
function isWithin(draft: Draft, section: number, sections: readonly Section[]): boolean {
  if (draft.section === section) return true;
  const heading = sections[section]?.heading ?? null;
  return heading !== null && !heading.title && sections[draft.section]?.path.includes(heading) === true;
}

function unitsOf(sections: readonly Section[]): Unit[] {
  return sections.flatMap(({ blocks, index }) => blocks.flatMap((block) => unitsIn(block, index)));
}

function unitsIn(block: Block, section: number): Unit[] {
  const unit = (text: string, own: boolean): Unit[] =>
    text.length <= LONGEST && /\d/.test(text) ? [{ text, own, section }] : [];
  if (block.type === "paragraph") return unit(oneLine(textOf(block.lines)), false);
  if (block.type === "note") return block.blocks.flatMap((inner) => unitsIn(inner, section));
  if (block.type === "list")
    return block.items.flatMap((item) => [
      ...unit(oneLine([textOf(item.lines), ...item.children.map((child) => inlineText(child))].join(" ")), true),
    ]);
  if (block.type === "definitions")
    return block.entries.flatMap(({ term, details }) =>
      unit(oneLine([textOf(term), ...details.map((detail) => inlineText(detail))].join(": ")), true),
    );
  return [];
}

const inlineText = (block: Block): string => (block.type === "paragraph" ? textOf(block.lines) : "");

/**
 * What a unit tells of a notice: its day, whether the same sentence names models, and the later days that it gives; in
 * `ends` those where nothing but its place at the beginning makes the first one the day of an entry.
 */
type Told = { day: CivilDate; names: boolean; ends: readonly CivilDate[] | null; others: readonly CivilDate[] };

function dayTold({ text }: Unit, sense: DateSense): Told | null {
  const led = leadingDay(text, sense);
  if (led !== null) return led;
  if (!TOLD.test(text)) return null;
  for (const sentence of text.split(SENTENCE_END)) {
    const { dates } = sense.find(sentence);
    const day = toldDay(sentence, dates, sense.today);
    const others = dates.flatMap(({ date }) => (day !== null && date > day ? [date] : []));
    if (day !== null) return { day, names: findModelNames(sentence).length > 0, ends: null, others };
  }
  return null;
}

/** "**2027-03-30.** We notified …", "2026-10-09 公告：…", "**2026-12-15.** x retires on March 1, 2027.": the line of a log. */
function leadingDay(text: string, sense: DateSense): Told | null {
  if (!MAY_LEAD.test(text)) return null;
  const [day, ...others] = sense.find(text).dates;
  if (day === undefined || day.start > 3 || day.precision !== "day" || !day.certain || day.date > sense.today)
    return null;
  const rest = text.slice(day.end);
  if (!/^[\s.:：,，)）—–-]/u.test(rest) || REMINDS.test(rest)) return null;
  const [first = "", second = ""] = rest.split(SENTENCE_END);
  const told = TOLD.test(rest.slice(0, NEAR_TOLD)) || LOGGED.test(`${first} ${second}`);
  const ends = others.flatMap((other) => (other.date > day.date ? [other.date] : []));
  return told || ends.length > 0 ? { day: day.date, names: true, ends: told ? null : ends, others: ends } : null;
}

/** The drafts that a text names, by id or by name. */
function namesIn(text: string, drafts: readonly Draft[]): Set<string> {
  const keys = new Set(findModelNames(text).map((name) => name.key));
  const lower = text.toLowerCase();
  const stands = (id: string) => {
    const at = lower.indexOf(id);
    return at >= 0 && !/[\w./-]/.test(lower[at - 1] ?? " ") && !/^[\w-]/.test(lower.slice(at + id.length));
  };
  const named = drafts.filter(
    ({ id, names }) => stands(id.toLowerCase()) || [id, ...names].some((name) => keys.has(keyOfName(name))),
  );
  return new Set(named.map(({ id }) => id));
}
