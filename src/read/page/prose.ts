import type { CivilDate, Fact } from "../../core/fact.ts";
import type { SourceDocument } from "../../core/source.ts";
import { type Block, type Line, textOf } from "../../parse/document.ts";
import { exceptionIn } from "../cells/except.ts";
import { kindOfThing } from "../cells/kind.ts";
import { idShaped } from "../cells/tokens.ts";
import { isField } from "../lists/records.ts";
import { languageOf } from "../prose/language.ts";
import { tellsEnd } from "../prose/leads.ts";
import { idNamed } from "../prose/identity.ts";
import { cuesOf } from "../prose/lexicon.ts";
import { readProse } from "../prose/index.ts";
import { findModelNames, isKnown, keyOfName } from "../names/find.ts";
import { type NoticeContext, readNotice } from "../prose/notices.ts";
import { blankDraft, type Draft } from "../table/draft.ts";
import { endWords } from "../table/header-words.ts";
import { advisedBelow } from "./heading-end.ts";
import { withSubject } from "./headless.ts";
import { type Masks, masksFor } from "./masks.ts";
import { leavesOneRegion } from "./one-region.ts";
import { yearAlone } from "../dates/day-in-month.ts";
import { isUnknownPlace } from "./place.ts";
import { SENTENCES, spokenOut } from "./spoken-out.ts";
import { subjectOf, subjectOfCard } from "./subject.ts";
import type { Section } from "./sections.ts";

const LONGEST = 4_000;
const SERIES =
  /\b(series|famil(?:y|ies)|line|models|variants|generation|reihe|serie|gamme|famille|familia|familie)\b|系列|シリーズ|시리즈|계열/i;

export type ProsePage = {
  document: SourceDocument;
  sections: Section[];
  /** All drafts of the page from tables and lists. */
  told: Draft[];
  /** The day that the front matter gives, for a file that is one entry. */
  day: string | null;
  /** Lists of "Key: value" lines: they were read as records, and hold no sentences. */
  records: ReadonlySet<Block>;
  /** The page knows no other word for the end of a model than its deprecation. */
  onlyDeprecation: boolean;
};

/** "Knowledge cutoff": the last day that a model knows of is no end of it. */
const KNOWLEDGE =
  /\b(?:knowledge|training|training data) cut-?offs?\b|wissensstand|date limite des connaissances|fecha (?:de )?corte|知识截止|知識カットオフ|지식 컷오프/i;

/**
 * Reads what a section says in sentences: notes, dated entries, list items that are sentences. Models that the tables
 * and lists of the page tell with a date are left to them, and so are their replacements.
 */
export function proseDrafts(section: Section, page: ProsePage): Draft[] {
  if (KNOWLEDGE.test(section.heading?.text ?? "")) return [];
  const own = page.told.filter((draft) => draft.shutdown !== null && isWithin(draft, section, page.sections));
  const above = onlyDay(own);
  const spoken = (text: string) => text.length <= LONGEST && (mayEnd(text) || (above !== null && sharesDay(text)));
  if (!section.blocks.some((block) => blockTexts(block, page.records.has(block)).some(spoken))) return [];
  const subject = subjectOf(section);
  const masks = masksFor(section.blocks, page.told, subject, headingsOver(section));
  const texts = withAntecedents(textsOf(section.blocks, page.records, masks)).filter(spoken);
  if (texts.length === 0) return [];
  const day = dayOf(section, page);
  const known = knownIn(notOlder(page.told, day?.day ?? null, page), own);
  const instead = insteadIn(own);
  const masked = subject === null ? null : masks.hideText(subject);
  const facts =
    day !== null && own.length === 0
      ? readNotice(
          {
            title: masks.hideText(section.heading?.thing ?? ""),
            ...day,
            blocks: masks.hide(withSubjects(section.blocks, subject)),
          },
          contextOf(page.document),
        )
      : texts.flatMap((text) =>
          factsIn(
            withoutExcepted(
              masks.hideText(withSubject(spokenOut(text, section, page.document.at, page.onlyDeprecation), subject)),
            ),
            day?.day ?? page.document.at,
            page.document,
            masked,
            sharesDay(text) ? above : null,
          ),
        );
  return (
    facts
      .map((fact) => ofOwnId(masks.show(fact), subject, section))
      .filter((fact) => fact.shutdown !== null && !known.has(keyOfName(fact.model_id)))
      // What takes a model's place does not end with it; a sentence that begins with it may tell another day.
      .filter(
        (fact) =>
          !instead.has(keyOfName(fact.model_id)) ||
          (beginsWith(fact) && !own.some((row) => row.shutdown === fact.shutdown)),
      )
      .filter((fact) => !isNameOfTold(fact, page.told))
      .filter((fact) => !leavesOneRegion(fact.evidence.quote))
      .filter((fact) => own.length === 0 || isOneId(fact.model_id) || isOnItsOwn(fact, own))
      .flatMap((fact) => membersOf(fact, page.told, section))
      .map((fact) => ({
        ...draftOf(withAdvice(fact, subject, section), section, day !== null, page.document),
        ofSection: day === null && fact.model_id === subject,
      }))
  );
}

/** "Kimi K2.5 will be gone on D" beside the row of `@cf/moonshotai/kimi-k2.5` with the same day: one model. */
const isNameOfTold = (fact: Fact, told: readonly Draft[]): boolean =>
  /^[A-Z][^/]*\s/.test(fact.model_id) &&
  told.some((draft) => (draft.shutdown ?? draft.deprecated) === fact.shutdown && idNamed(draft.id, fact.model_id));

/** What the tables and lists of earlier entries tell, an entry may tell anew. */
function notOlder(told: Draft[], day: CivilDate | null, page: ProsePage): Draft[] {
  if (day === null) return told;
  return told.filter((draft) => (dayOfEntry(page.sections[draft.section], page.document.at) ?? day) >= day);
}

/** The one day on which all rows of a section end; null where they have none, or several. */
function onlyDay(own: readonly Draft[]): CivilDate | null {
  const days = new Set(own.map((draft) => draft.shutdown));
  const [day] = days;
  return days.size === 1 ? (day ?? null) : null;
}

/** "The same date applies to x": a sentence without a day of its own, that holds for another model what the rows say. */
function sharesDay(text: string): boolean {
  return !/\d{4}/.test(text.replace(/\S*-\S*/g, "")) && cuesOf(languageOf(text)).has("likewise", text.toLowerCase());
}

const headingsOver = (section: Section): string => section.path.map((heading) => heading.text).join("\n");

/** "They will be shut down on D.": a paragraph that begins with what the one before it has named is read behind it. */
function withAntecedents(texts: readonly string[]): string[] {
  return texts.map((text, index) => {
    const before = texts[index - 1];
    const open = before !== undefined && mayEnd(text) && findModelNames(text).length === 0 && refersBack(text);
    return open && findModelNames(before).length > 0 ? `${before}\n${text}` : text;
  });
}

const FIRST_WORDS = 12;

function refersBack(text: string): boolean {
  const [first] = cuesOf(languageOf(text)).find("anaphor", text.toLowerCase());
  return first !== undefined && first.start <= FIRST_WORDS;
}

/** "claude-mythos-preview", "Qwen/Qwen2-VL-72B-Instruct": the name of one model, and of no family. */
const isOneId = (id: string): boolean =>
  idShaped(id) && (id.includes("/") || (id === id.toLowerCase() && /[-.:@_]/.test(id)));

/**
 * "Gemini 1.5" beside rows of its ids may stand for them; "Llama 3.1 70B, answered by Llama 3.3 70B" beside rows of other
 * families does not.
 */
function isOnItsOwn(fact: Fact, own: readonly Draft[]): boolean {
  const words = (name: string) =>
    keyOfName(name)
      .split(" ")
      .filter((word) => /^[a-z]{3,}$/.test(word));
  const taken = new Set(own.flatMap((draft) => [draft.id, ...draft.names]).flatMap(words));
  return fact.replacements.length > 0 && !words(fact.model_id).some((word) => taken.has(word));
}

/** Words of headings are few; a sentence has more ways to say that something ends. */
const mayEnd = (text: string): boolean => endWords(text) !== null || tellsEnd(text, cuesOf(languageOf(text)));

/** A section headed by a display name is about the id that stands in it: so are its sentences on that name. */
function ofOwnId(fact: Fact, subject: string | null, section: Section): Fact {
  const headed = fact.model_id.toLowerCase() === section.heading?.thing.toLowerCase();
  if (!headed || subject === null || subject === fact.model_id) return fact;
  return { ...fact, model_id: subject, aliases: [...(fact.aliases ?? []), fact.model_id] };
}

/** What a model's own section names in its place, where the sentence on its end does not. */
function withAdvice(fact: Fact, subject: string | null, section: Section): Fact {
  if (fact.replacements.length > 0 || fact.model_id !== subject) return fact;
  return { ...fact, replacements: advisedBelow(section.blocks).filter((name) => name !== subject) };
}

/** True for a draft of the section or of one below it: the words above several tables are about their rows. */
function isWithin(draft: Draft, section: Section, sections: Section[]): boolean {
  if (draft.section === section.index) return true;
  const { heading } = section;
  return heading !== null && !heading.title && sections[draft.section]?.path.includes(heading) === true;
}

const beginsWith = ({ evidence, model_id }: Fact): boolean =>
  evidence.quote.replace(/^[^\p{L}\d@]+/u, "").startsWith(model_id);

/** The replacements of a section's rows. */
const insteadIn = (own: readonly Draft[]): Set<string> =>
  new Set(own.flatMap((draft) => draft.replacements).map((name) => keyOfName(name)));

/** Ids that the page tells better elsewhere, and families of the ids of the section's rows. */
function knownIn(told: Draft[], own: Draft[]): Set<string> {
  const known = new Set<string>();
  for (const draft of told) {
    if (draft.shutdown === null) continue;
    for (const name of [draft.id, ...draft.names]) {
      known.add(keyOfName(name));
      if (draft.version !== null) known.add(keyOfName(`${name} ${draft.version}`));
    }
  }
  for (const draft of own) {
    const words = keyOfName(draft.id).split(" ");
    for (let length = 1; length < words.length; length += 1) known.add(words.slice(0, length).join(" "));
  }
  return known;
}

function textsOf(blocks: readonly Block[], records: ReadonlySet<Block>, masks: Masks): string[] {
  return blocks.flatMap((block) => masks.hideWords([block]).flatMap((each) => blockTexts(each, records.has(block))));
}

/** "Replacement: x": a field of a record and nothing more. */
const isBareField = (line: Line): boolean => isField(line) && !/[.。!！]\s*$/.test(textOf([line]));

function blockTexts(block: Block, record = false): string[] {
  if (block.type === "paragraph") return [textOf(block.lines)];
  if (block.type === "list") {
    return block.items.flatMap((item) => {
      const field = record && item.lines.every((line) => isBareField(line));
      return [...(field ? [] : [textOf(item.lines)]), ...item.children.flatMap((child) => blockTexts(child, record))];
    });
  }
  if (block.type === "definitions") {
    return block.entries.map((entry) => {
      const details = entry.details.flatMap((detail) => blockTexts(detail));
      return `${textOf(entry.term)}: ${details.join(" ")}`;
    });
  }
  return [];
}

/** The day of a dated entry, as its heading gives it. */
export function dayOfEntry(section: Section | undefined, at: string): CivilDate | null {
  const day = section?.path.findLast((heading) => heading.date !== null)?.date ?? null;
  return day !== null && day <= at.slice(0, 10) ? day : null;
}

/** The day that an entry is read as of, so that "in 30 days" and missing years count from it. */
function dayOf(section: Section, page: ProsePage): { day: string; precision: "day" | "month" } | null {
  const today = page.document.at.slice(0, 10);
  const day = section.path.findLast((heading) => heading.date !== null)?.date ?? page.day;
  if (day !== null && day <= today) return { day, precision: "day" };
  const year = section.path
    .map(({ text, title }) => (title ? null : yearAlone(text)))
    .findLast((each) => each !== null);
  const month =
    section.path.findLast((heading) => heading.month !== null)?.month ?? (year == null ? null : `${year}-01-01`);
  return month === null || month > today ? null : { day: month, precision: "month" };
}

function contextOf(document: SourceDocument): NoticeContext {
  const { spec } = document;
  const evidence = { source: spec.id, url: document.url, seen_at: document.at, trust: spec.trust };
  return { evidence, defaults: { provider: spec.provider, surface: spec.surface } };
}

/** Cards that are named after a model say of it what their sentences leave out. */
export function withCardSubjects(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    if (block.type !== "note") return block;
    return { ...block, blocks: withSubjects(block.blocks, subjectOfCard(block)) };
  });
}

/** The same for the paragraphs of an entry. */
function withSubjects(blocks: Block[], subject: string | null): Block[] {
  if (subject === null) return blocks;
  return blocks.map((block) => {
    if (block.type !== "paragraph") return block;
    const text = textOf(block.lines);
    const [first, ...rest] = block.lines;
    const led = withSubject(text, subject);
    const joint = [" ", ": "].find((each) => led.startsWith(`${subject}${each}`));
    if (first === undefined || joint === undefined || text.startsWith(subject)) return block;
    // "The model is removed": the words for it are taken out, so the text is new.
    if (!led.endsWith(text)) return { ...block, lines: led.split("\n").map((line) => [{ text: line }]) };
    return { ...block, lines: [[{ text: `${subject}${joint}` }, ...first], ...rest] };
  });
}

/** "We retire these on D, except for x, which stays": what the sentence excepts without a day has no end. */
function withoutExcepted(text: string): string {
  if (exceptionIn(text) === null) return text;
  return text
    .split(SENTENCES)
    .map((sentence) => {
      const parts = exceptionIn(sentence);
      const silent = parts !== null && !/\b20\d\d\b/.test(parts.aside) && /\b20\d\d\b/.test(parts.main);
      return silent && findModelNames(parts.aside).length > 0 ? `${parts.main}.` : sentence;
    })
    .join(" ");
}

function factsIn(
  text: string,
  published: string,
  document: SourceDocument,
  subject: string | null,
  above: CivilDate | null,
): Fact[] {
  const { evidence, defaults } = contextOf(document);
  const known = isUnknownPlace(document.spec) ? {} : { defaults };
  const reading = readProse({
    title: subject ?? "",
    text,
    published,
    evidence,
    ...known,
    ...(above === null ? {} : { above }),
  });
  return [...reading.facts, ...reading.recalled];
}

/** "The x series" stands for the ids of the page that begin with it, those of the same section first. */
function membersOf(fact: Fact, told: Draft[], section: Section): Fact[] {
  if (!saysSeries(fact)) return [fact];
  const stem = fact.model_id.toLowerCase();
  const members = told.filter(
    (draft) =>
      draft.kind === "model" &&
      /^[-:@]/.test(draft.id.toLowerCase().slice(stem.length)) &&
      draft.id.toLowerCase().startsWith(stem),
  );
  const near = members.filter((draft) => draft.section === section.index);
  const chosen = (near.length > 0 ? near : members).filter((draft) => draft.shutdown === null);
  if (chosen.length === 0) return [fact];
  return chosen.map((draft) => ({ ...fact, model_id: draft.id, aliases: [] }));
}

function saysSeries(fact: Fact): boolean {
  const names = [fact.model_id, ...(fact.aliases ?? [])];
  return names.some((name) => {
    const at = fact.evidence.quote.toLowerCase().indexOf(name.toLowerCase());
    if (at < 0) return false;
    const around = fact.evidence.quote.slice(at + name.length, at + name.length + 16);
    return SERIES.test(around);
  });
}

const ENDPOINT_AFTER =
  /^\W{0,3}(?:(?:api|inference|dedicated|regional) )?(?:endpoint|gateway|cluster|data ?cent(?:er|re))s?\b/i;
const ENDPOINT_BEFORE = /\b(?:endpoint|gateway|cluster|data ?cent(?:er|re))s?(?: (?:called|named))?\W{1,3}$/i;

/** "The x endpoint will be shut down", of an x that nobody knows as a model, is about the endpoint. */
function kindOfNamed(fact: Fact): Fact["kind"] {
  const { quote } = fact.evidence;
  const at = quote.toLowerCase().indexOf(fact.model_id.toLowerCase());
  if (at >= 0 && !isKnown(fact.model_id)) {
    const after = quote.slice(at + fact.model_id.length, at + fact.model_id.length + 40);
    if (ENDPOINT_AFTER.test(after) || ENDPOINT_BEFORE.test(quote.slice(Math.max(0, at - 30), at))) return "endpoint";
  }
  return kindOfThing(fact.model_id);
}

function draftOf(fact: Fact, section: Section, entry: boolean, document: SourceDocument): Draft {
  const elsewhere = fact.surface !== document.spec.surface;
  return {
    ...blankDraft(fact.model_id, fact.kind === "model" ? kindOfNamed(fact) : fact.kind, "prose", section.index),
    names: fact.aliases ?? [],
    version: fact.version,
    announced: fact.announced,
    deprecated: fact.deprecated,
    shutdown: fact.shutdown,
    precision: fact.precision,
    floor: fact.precision === "earliest" && !entry,
    replacements: fact.replacements,
    state: fact.state ?? null,
    notice: entry,
    scope: fact.scope ?? null,
    provider: elsewhere ? fact.provider : null,
    surface: elsewhere ? fact.surface : null,
    quote: fact.evidence.quote,
  };
}
