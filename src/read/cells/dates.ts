import type { CivilDate, Precision, Stage } from "../../core/fact.ts";
import { oneLine } from "../../lib/one-line.ts";
import type { Cell } from "../../parse/document.ts";
import { type DateContext, dateOfNumbers, type FoundDate, scanDates } from "../dates/index.ts";
import type { ColumnRole } from "../table/header-words.ts";
import { type DaySays, tellsOldDay, whatDaysSay } from "./date-words.ts";
import { lineText, withoutStruck } from "./marks.ts";
import { type Period, periodIn } from "./period.ts";
import { loneStep, stagesSaid } from "./stages.ts";

/** How dates of one page are read: the day it was fetched, the habit of its ambiguous dates, a memo per text. */
export type DateSense = {
  /** The day on which the page was read, as a civil date. */
  today: CivilDate;
  find(text: string): { dates: FoundDate[]; impossible: string[] };
};

/** A day further away than this stands for "never" (2098-12-31). */
const FILLER_YEARS = 20;
const LONGEST = 2_000;

const INSTANT = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z/g;

/** Instants as the civil dates of the zone in which the provider thinks: 16:00 UTC is the next day in Beijing. */
function civilIn(text: string, timeZone: string | null): string {
  if (timeZone === null || !text.includes("T")) return text;
  return text.replace(INSTANT, (instant) => {
    try {
      return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
    } catch {
      return instant;
    }
  });
}

const DATE_LIKE =
  /\b(19|20)\d{2}|\d[/.]\d|[年月월]|\b(jan|feb|fev|fév|mar|mär|apr|abr|avr|ma[iyg]|jun|jui|giu|jul|lug|aug|aoû|aou|ago|sep|set|oct|okt|out|ott|nov|de[czc]|déc|dic|gen|ene)/i;
/** An id or a path; a month ("Dec-01-2026") or a sign before a year ("~2026-12-01") begins none. */
const ONE_TOKEN = /^(?!~?20\d\d|[a-zé]{3,9}-\d{1,2}-20\d\d$)[a-z@/~][\w\-./:@*+~]*$/i;

/** A cheap look before the real one: most cells hold ids, prices and words. */
function mayHoldDate(text: string): boolean {
  return /\d/.test(text) && !ONE_TOKEN.test(text) && DATE_LIKE.test(text);
}

/** A reader of dates that remembers what it read: tables repeat their dates in every row. */
export function dateSense(context: DateContext, timeZone: string | null = null): DateSense {
  const filler = `${Number(context.at.slice(0, 4)) + FILLER_YEARS}`;
  const plain = { ...context, relative: false };
  const memo = new Map<string, { dates: FoundDate[]; impossible: string[] }>();
  return {
    today: context.at.slice(0, 10),
    find(text) {
      const known = memo.get(text);
      if (known !== undefined) return known;
      const scanned = mayHoldDate(text)
        ? scanDates(civilIn(text.slice(0, LONGEST), timeZone), plain)
        : { dates: [], impossible: [] };
      const dates = scanned.dates.filter((found) => !found.relative && found.date < filler);
      const read = { dates, impossible: scanned.impossible.map((found) => found.text) };
      memo.set(text, read);
      return read;
    },
  };
}

/** What one date cell says. Several dates become stages; a label ("Deprecated: ...") gives a date its own meaning. */
export type DateCell = {
  date: CivilDate | null;
  precision: Precision;
  /** Dates whose label says that they are something else than the column's. */
  labelled: Partial<Record<ColumnRole, { date: CivilDate; precision: Precision }>>;
  stages: Stage[];
  impossible: string[];
  /** The cell is a span of time: "A – B", "A onwards". */
  period: Period | null;
  /** The step that the words beside the only day of the cell name. */
  lone: ColumnRole | null;
  /** Per visual line, for cells whose lines belong to the lines of the model cell. */
  byLine: ({ date: CivilDate; precision: Precision } | null)[];
};

/** Steps on the way that are not the end: an automatic upgrade, a price rise, no new customers. */
const STEP =
  /\b(upgrad\w*|auto-?update\w*|migrat\w*|redirect\w*|read-?only|pric\w*|new (customers|deployments|users)|extended|starting|aktualisier\w*|actualiz\w*|atualiz\w*|aggiorn\w*)\b|mises? à (?:niveau|jour)|アップグレード|自動更新|升级|自动更新|업그레이드|자동 업데이트/i;

/** Alone behind a day it means "or later"; in a sentence it would mean "from then on". */
const OR_LATER = /^\s*(?:以降|以後|以后|之后|之後|이후)[\s）)]*$|^\s?\+/;
const AT_LEAST = /(?:≥|>=|⩾|&gt;=)\s*$/;

/** Numbers alone are a date only where one must stand: "2026-07" may be a version elsewhere. */
function foundIn(text: string, sense: DateSense): { dates: FoundDate[]; impossible: string[] } {
  const found = sense.find(text);
  if (found.dates.length > 0 || found.impossible.length > 0 || !/^\s*\d[\d./-]{5,7}\s*$/.test(text)) return found;
  const only = dateOfNumbers(text);
  return only === null ? found : { dates: [only], impossible: [] };
}

/** "Paused (was D)", "no longer planned": there is no day now. Words that also mean a model has gone ("withdrawn") are none. */
const CALLED_OFF =
  /\b(?:paused?|suspended|on hold|cancell?ed|called off|revoked|no longer (?:planned|scheduled)|ausgesetzt|gestrichen|suspendue?|annulée?|suspendid[oa]|cancelad[oa]|sospes[oa]|annullat[oa])\b|暂停|已取消|보류|취소/i;

type Labelled = { date: CivilDate; precision: Precision; label: string };

/** Reads a cell of a date column. The earliest of several dates of the column's own meaning counts. */
export function readDateCell(cell: Cell, sense: DateSense): DateCell {
  const read: DateCell = {
    date: null,
    precision: null,
    labelled: {},
    stages: [],
    impossible: [],
    period: null,
    lone: null,
    byLine: [],
  };
  const own: Labelled[] = [];
  const old: Labelled[] = [];
  const lines = withoutStruck(cell).lines.map((line) => {
    const text = lineText(line);
    return { text, ...foundIn(text, sense) };
  });
  const steps = stagesSaid(lines);
  const [only] = lines.filter(({ dates }) => dates.length > 0);
  if (only?.dates.length === 1) read.lone = loneStep(only);
  const whole = lines.length === 1 ? only : wholeOf(lines, sense);
  if (whole !== undefined) read.period = periodIn(whole.text, whole.dates);
  for (const [number, { text, dates, impossible }] of lines.entries()) {
    read.impossible.push(...impossible);
    let from = 0;
    // "Retires on 2026-03-31, upgrades start on 2026-03-09": where words come first, those behind a day are the next one's.
    const labelsFirst = dates.length > 1 && text.slice(0, dates[0]?.start).trim() !== "";
    const before = own.length;
    const said: DaySays[] = steps?.[number]?.map((role) => ({ as: "role", role })) ?? whatDaysSay(text, dates);
    for (const [index, found] of dates.entries()) {
      const next = dates[index + 1]?.start ?? text.length;
      const label = labelOf(text, from, found, next, labelsFirst);
      const lead = text
        .slice(from, found.start)
        .replace(/[\s:–—-]+$/, "")
        .trim();
      from = found.end;
      const later =
        found.precision === "day" &&
        (OR_LATER.test(text.slice(found.end)) || AT_LEAST.test(text.slice(0, found.start)));
      const dated = { date: found.date, precision: later ? ("earliest" as const) : found.precision };
      const says = said[index] ?? { as: "own" };
      if (says.as === "aside") continue;
      const off = CALLED_OFF.test(text) && tellsOldDay(text.slice(0, found.start));
      if (says.as === "old" || off) old.push({ ...dated, label });
      else if (says.as === "role") read.labelled[says.role] ??= dated;
      // "D, extended to E": E took the place of D, whatever it is called.
      else if (STEP.test(label) && (own.length > 0 || dates.length > 1) && said[index - 1]?.as !== "old")
        read.stages.push({ name: stageName(lead === "" ? label : lead), date: found.date });
      else own.push({ ...dated, label });
    }
    read.byLine.push(own[before] ?? null);
  }
  // An old day alone still says more than nothing, unless the cell says that it is off.
  const text = cell.lines.map((line) => lineText(line)).join(" ");
  if (!CALLED_OFF.test(text) && own.length === 0 && Object.keys(read.labelled).length === 0 && read.stages.length === 0)
    own.push(...old);
  const [first] = own.toSorted((a, b) => a.date.localeCompare(b.date));
  if (first !== undefined) {
    read.date = first.date;
    read.precision = first.precision;
    for (const other of own) {
      if (other.date !== first.date) read.stages.push({ name: stageName(other.label), date: other.date });
    }
  }
  return read;
}

/** The lines of a cell as one text. */
function wholeOf(lines: readonly { text: string }[], sense: DateSense): { text: string; dates: FoundDate[] } {
  const text = lines.map((line) => line.text).join(" ");
  return { text, dates: sense.find(text).dates };
}

/** The words that say what a day is: before it, behind it, and in a bracket behind it. */
function labelOf(text: string, from: number, found: FoundDate, next: number, before: boolean): string {
  const all = text.slice(found.end, next);
  // What stands in the bracket of the next day is about that one.
  const open = next < text.length ? /[(（][^)）]*$/.exec(all) : null;
  const behind = open === null ? all : all.slice(0, open.index);
  const bracket = /^[\s*]*[(（][^)）]*/.exec(behind)?.[0] ?? "";
  return oneLine(`${text.slice(from, found.start)} ${before ? bracket : behind}`);
}

function stageName(label: string): string {
  const name = label.replace(/^[\s,;:()–—-]+|[\s,;:()–—-]+$/g, "").slice(0, 80);
  return name === "" ? "later" : name;
}
