import { SENTENCE_END } from "../sentence-end.ts";
import type { DateSense } from "../cells/dates.ts";
import type { Draft } from "../table/draft.ts";
import { noticeDateIn, noticeOfPage } from "./notice.ts";
import { isOtherwise, saysOfEnd } from "../table/ends.ts";
import { endWords, speaksOfLeaving } from "../table/header-words.ts";
import { paragraphsOf, type Section } from "./sections.ts";

export type HeadingMeaning = "announced" | "shutdown";

/**
 * Gives the drafts of a dated section their announcement day. A dated heading is the notice on some pages and the last
 * day on others: the sections of the page vote, and a sentence that tells the notice counts where the heading does not.
 */
export function applyHeadingDates(
  drafts: Draft[],
  sections: Section[],
  sense: DateSense,
  habit: HeadingMeaning | null,
): Draft[] {
  const bySection = new Map<number, Draft[]>();
  for (const draft of drafts) bySection.set(draft.section, [...(bySection.get(draft.section) ?? []), draft]);
  const ofPage = noticeOfPage(
    sections.flatMap((section) => paragraphsOf(section)),
    sense,
  );
  const meaning = vote(bySection, sections) ?? habit ?? "announced";
  return drafts.map((draft) => {
    if (draft.announced !== null || draft.stateOfRow) return draft;
    const section = sections[draft.section];
    if (section === undefined) return draft;
    const inRows = draft.from === "table" || draft.from === "list";
    const told = ofPage !== null && inRows && draft.shutdown !== null && ofPage < draft.shutdown ? ofPage : null;
    const announced = noticeOf(draft, section, sections, meaning, sense) ?? told;
    return announced === null ? draft : { ...draft, announced, notice: true };
  });
}

/**
 * True when a heading tells an end ("Retires on D") of the very day that all rows below it call their deprecation: the page
 * has two words for one thing.
 */
export function headingCallsItEnd(drafts: readonly Draft[], sections: readonly Section[]): boolean {
  return sections.some((section) => {
    const { heading } = section;
    if (heading === null || heading.title || heading.date === null || endWords(heading.thing) !== "end") return false;
    const rows = drafts.filter((draft) => draft.section === section.index);
    const dated = rows.filter((draft) => draft.deprecated !== null || draft.shutdown !== null);
    return dated.length > 0 && dated.every((draft) => draft.shutdown === null && draft.deprecated === heading.date);
  });
}

/**
 * True when the page's sentences tell an end ("We decommission certain models on D") of just the days that its rows call
 * deprecation.
 */
export function proseCallsItEnd(drafts: readonly Draft[], sections: readonly Section[], sense: DateSense): boolean {
  const days = new Set(drafts.flatMap((draft) => (draft.deprecated === null ? [] : [draft.deprecated])));
  if (days.size === 0 || drafts.some((draft) => draft.deprecated !== null && draft.shutdown !== null)) return false;
  const told = sections
    .flatMap((section) => paragraphsOf(section))
    .flatMap((text) => text.split(SENTENCE_END))
    .filter((sentence) => saysOfEnd(sentence) === "end" && !isOtherwise(sentence))
    .flatMap((sentence) => sense.find(sentence).dates.filter((date) => date.certain && !date.relative))
    .map((date) => date.date);
  return [...days].every((day) => told.includes(day));
}

function noticeOf(
  draft: Draft,
  section: Section,
  sections: readonly Section[],
  meaning: HeadingMeaning,
  sense: DateSense,
): string | null {
  const inHeading = datedHeading(section);
  const told = noticeDateIn(noticeParagraphs(section, sections), sense);
  if (inHeading === null) return told !== null && isBefore(told, draft) && isAboutLeaving(section) ? told : null;
  if (meaning === "shutdown" || inHeading === draft.shutdown)
    return told !== null && isBefore(told, draft) ? told : null;
  return isBefore(inHeading, draft) ? inHeading : null;
}

function isAboutLeaving(section: Section): boolean {
  return section.path.some((heading) => heading.leaving || (heading.title && speaksOfLeaving(heading.text)));
}

function isBefore(date: string, draft: Draft): boolean {
  return draft.shutdown === null || date < draft.shutdown;
}

function datedHeading(section: Section): string | null {
  return section.path.findLast((heading) => heading.date !== null)?.date ?? null;
}

const IN_BRACKET = /\d.*[(（](?<told>[^()（）]*\d{1,4}[^()（）]*)[)）]/u;

/** A section's paragraphs, and those of the sections that it is a step of ("Step 1", "Step 2" in one card), the nearest first. */
function noticeParagraphs(section: Section, sections: readonly Section[]): string[] {
  const over = sections
    .slice(0, section.index)
    .filter(({ heading }) => heading !== null && !heading.title && section.path.includes(heading))
    .toReversed();
  // "D: three snapshots (notified E)": the heading tells both.
  const own = section.path.flatMap(({ text, title }) =>
    title ? [] : [IN_BRACKET.exec(text)?.groups?.told ?? []].flat(),
  );
  return [...[section, ...over].flatMap((each) => paragraphsOf(each)), ...own.toReversed()];
}

/** Sections whose heading is the shutdown day of all their rows, against those whose heading is earlier. */
function vote(bySection: Map<number, Draft[]>, sections: Section[]): HeadingMeaning | null {
  const votes = { announced: 0, shutdown: 0 };
  for (const [index, drafts] of bySection) {
    const date = sections[index] === undefined ? null : datedHeading(sections[index]);
    const ends = drafts.flatMap((draft) => (draft.shutdown === null ? [] : [draft.shutdown]));
    if (date === null || ends.length === 0) continue;
    if (ends.every((end) => end === date)) votes.shutdown += 1;
    else if (ends.every((end) => end > date)) votes.announced += 1;
  }
  if (votes.announced === 0 && votes.shutdown === 0) return null;
  return votes.shutdown > votes.announced ? "shutdown" : "announced";
}
