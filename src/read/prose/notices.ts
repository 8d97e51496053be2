import { daysBetween } from "../../core/civil-date.ts";
import type { Fact } from "../../core/fact.ts";
import { providerOf } from "../../core/surface.ts";
import { answersFor, once } from "../../lib/remember.ts";
import type { Block } from "../../parse/index.ts";
import { textOfBlocks } from "../block-text.ts";
import { pairsInOrder } from "../respectively.ts";
import { findDates, type FoundDate } from "../dates/index.ts";
import type { NameMention } from "../names/index.ts";
import { meaningOfHeader, speaksOfReplacement } from "../table/header-words.ts";
import { adviseByTable, type Group } from "./advice-table.ts";
import { bestMention, idOf, replacementId } from "./identity.ts";
import { readProse } from "./index.ts";
import { languageOf, languageOfEntry } from "./language.ts";
import { onTheDay } from "./done-on.ts";
import { type Lead, leadOf, mayTellEnd, placeOfTitle, SILENT, tellsEnd } from "./leads.ts";
import { cuesOf } from "./lexicon.ts";
import { linksIn, type NameLinks } from "./links.ts";
import { type Piece, piecesOf, textsOf } from "./pieces.ts";
import type { ProseDefaults, ProseHabits, ProseInput } from "./types.ts";

/** One dated entry of a changelog. */
export type Notice = {
  title: string;
  /** The entry's day; relative dates and missing years count from it. */
  day: string;
  /** `month` where the entry's label gives only that. */
  precision: "day" | "month";
  blocks: readonly Block[];
};

export type NoticeContext = {
  evidence: ProseInput["evidence"];
  defaults: Required<ProseDefaults>;
  groups?: NameLinks;
  habits?: ProseHabits;
  /** The language of the page that the entry stands on; the entry's own letters overrule it. */
  lang?: string;
};

function groupsOfTable(piece: Extract<Piece, { kind: "table" }>, lead: Lead, notice: Notice): Group[] {
  const header = piece.rows[0] ?? [];
  const advised = header.findIndex((cell, index) => index > 0 && speaksOfReplacement(cell));
  // "Model | API identifier": the ids of the one are the names of the other.
  const ids = header.findIndex((cell, index) => index > 0 && index !== advised && meaningOfHeader(cell).ids);
  return piece.names().flatMap((row, index) => {
    const own = row[ids] ?? [];
    const names = own.length > 0 ? own : (row[0] ?? []);
    if (names.length === 0) return [];
    const cells = piece.rows[index] ?? [];
    const day = cells.slice(1).flatMap((cell) => findDates(cell, { at: notice.day }))[0];
    return [
      {
        names,
        lead,
        date: day ?? lead.date,
        replacements: row[advised] ?? [],
        quote: `${lead.text} | ${cells.join(" | ")}`,
      },
    ];
  });
}

/** Where advice is given by task, embeddings for embeddings, each model takes its own family's, or what no other takes. */
function ofOneKind(name: NameMention, group: Group): NameMention[] {
  const families = new Set(group.names.map((other) => other.family));
  if (families.size < 2) return group.replacements;
  const own = group.replacements.filter((other) => other.family === name.family);
  return own.length > 0 ? own : group.replacements.filter((other) => !families.has(other.family));
}

/** "GitHub Models: retirement of …" among posts about Copilot: an entry may be about another place of the same provider. */
function placeOf(lead: Lead, { title }: Notice, defaults: Required<ProseDefaults>): Required<ProseDefaults> {
  const named = lead.surface ?? placeOfTitle(title);
  if (named === null || named === defaults.surface) return defaults;
  const provider = providerOf(named);
  return provider === defaults.provider ? { surface: named, provider } : defaults;
}

function factsOf(group: Group, notice: Notice, context: NoticeContext): Fact[] {
  const { surface, provider } = placeOf(group.lead, notice, context.defaults);
  const own = notice.precision === "day" && group.date === null && group.lead.done ? notice.day : null;
  const shutdown = group.date?.date ?? own;
  return group.names.map((name) => ({
    provider: provider === "" ? providerOf(surface) : provider,
    surface,
    model_id: idOf(bestMention(name, group.names)),
    version: null,
    kind: "model",
    announced:
      own !== null || notice.precision === "month" || (shutdown !== null && shutdown < notice.day) ? null : notice.day,
    deprecated: null,
    shutdown,
    precision: group.date?.precision ?? (own === null ? null : "day"),
    replacements: [...new Set(ofOneKind(name, group).map((other) => replacementId(other, surface)))],
    scheduled: shutdown !== null,
    state: shutdown !== null && daysBetween(shutdown, notice.day) >= 0 ? "retired" : "deprecated",
    evidence: { ...context.evidence, quote: group.quote.slice(0, 400) },
  }));
}

/** A quick look at an entry: false where `readNotice` has nothing to tell. */
export function mayTell({ title, blocks }: Notice, { lang }: NoticeContext): boolean {
  const all = textOfBlocks(blocks, false);
  return mayTellEnd(all, cuesOf(languageOfEntry(`${title}\n${all}`, lang)));
}

/**
 * Reads one dated entry of a provider's changelog: its sentences as prose, and lists and tables of names under a sentence
 * that announces an end. A finished act without a day ("we've retired x") took effect on the entry's day.
 */
export function readNotice(notice: Notice, context: NoticeContext): Fact[] {
  const all = textOfBlocks(notice.blocks, false);
  const cues = cuesOf(languageOfEntry(`${notice.title}\n${all}`, context.lang));
  if (!mayTellEnd(all, cues)) return [];
  const pieces = piecesOf(notice.blocks);
  const tells = answersFor((text) => tellsEnd(text, cues));
  if (!pieces.some((piece) => piece.kind === "text" && tells(piece.text))) return [];
  const { groups, used, untold } = listsOf(pieces, notice, tells, (text) =>
    leadOf(text, notice.day, cues, context.habits?.deprecatedMeansOff ?? false),
  );
  const listed = groups.flatMap((group) => factsOf(group, notice, context));
  const told = passages(pieces, used, untold, tells)
    .filter(tells)
    .flatMap((text) => readParagraph(text, notice, context, cues.tag));
  return [...listed, ...told];
}

type Lists = {
  groups: Group[];
  /** Texts that announce a list: they are not read once more as prose. */
  used: Set<string>;
  /** "Deprecating x" over a paragraph about it: a title of what follows, no member of a list. */
  untold: Set<Piece>;
};

/** The lists and tables of names that stand under a sentence which announces an end. */
function listsOf(
  pieces: readonly Piece[],
  notice: Notice,
  tells: (text: string) => boolean,
  leadOfText: (text: string) => Lead,
): Lists {
  const lists: Lists = { groups: [], used: new Set(), untold: new Set() };
  const { groups } = lists;
  let lead: Lead | null = null;
  let before: Lead | null = null;
  let ending: Lead | null = null;
  // An item that may be a name is taken for one: the names of paragraphs are asked for anyway, by `passages`.
  const lastNamed = once(() =>
    pieces.findLastIndex((piece) => piece.kind === "table" || piece.item || piece.names() !== null),
  );
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === "text") {
      // Until something ends, a text without words of an end only parts what stands before it from what follows.
      const idle: boolean =
        groups.length === 0 && lead?.end !== true && (ending === null || piece.instead().length === 0);
      if (idle && lead !== null && !tells(piece.text)) continue;
      if (piece.names() === null) {
        if (idle && piece.text.length > 60 && piece.heading !== true && !tells(piece.text)) {
          lead = SILENT;
          continue;
        }
        // What nothing follows that it could announce needs not be understood.
        if (groups.length === 0 && index >= lastNamed()) break;
        // "Variants that remain active" over a list says so without a colon.
        const label = piece.heading && !/[.:：。]\s*$/.test(piece.text) ? `${piece.text}:` : piece.text;
        const next = { ...leadOfText(label), text: piece.text };
        if (!next.end && !next.advice && groups.length > 0) addAdvice(groups, next.replacements);
        if (next.end || next.advice || next.stays || piece.text.length > 60) {
          before = lead?.end === true ? lead : before;
          lead = next;
          if (next.end) ending = next;
        }
        if (next.advice && !next.end && groups.length > 0) addAdvice(groups, next.replacements);
        continue;
      }
    }
    if (piece.kind === "table" && adviseByTable(groups, piece)) continue;
    // "Use instead: x and y": a field that says itself what its names are.
    if (piece.kind === "text" && isAdviceField(piece.text)) {
      addAdvice(groups, piece.names() ?? [], true);
      continue;
    }
    if (lead === null) lists.untold.add(piece);
    else if (lead.stays) continue;
    else if (piece.kind === "text" && piece.instead().length > 0) {
      if (ending !== null) groups.push(...groupsUnder(ending, before, piece, notice, lists.used));
    } else if (lead.advice && piece.kind === "text" && groups.length > 0) addAdvice(groups, piece.names() ?? [], true);
    else if (lead.end) groups.push(...groupsUnder(lead, before, piece, notice, lists.used));
  }
  return lists;
}

const KEY = /^[^\p{L}]{0,3}([\p{L}][^:：.。]{1,30})[:：]\s/u;

const isAdviceField = (text: string): boolean => speaksOfReplacement(KEY.exec(text)?.[1] ?? "");

/** "Requests to x fail from D. We recommend y." over a table of both: what the words name themselves is told by them. */
function isOfOthers(lead: Lead, piece: Piece): boolean {
  if (lead.subjects.length === 0) return false;
  const named = piece.kind === "table" ? piece.names().flatMap((row) => row[0] ?? []) : (piece.names() ?? []);
  const same = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);
  return named.some((name) => !lead.subjects.some((subject) => same(subject.key, name.key)));
}

function groupsUnder(lead: Lead, before: Lead | null, piece: Piece, notice: Notice, used: Set<string>): Group[] {
  if (isOfOthers(lead, piece)) return [];
  // Rows that name no model are no list of what the words above end: these are read as prose.
  if (piece.kind === "table" && piece.names().every((row) => (row[0] ?? []).length === 0)) return [];
  used.add(lead.text);
  const dated = lead.date === null && before !== null && before.date !== null ? { ...lead, date: before.date } : lead;
  if (dated !== lead && before !== null) used.add(before.text);
  if (piece.kind === "table") return groupsOfTable(piece, dated, notice);
  const day = piece.label === "" ? ownDay(piece, dated, notice) : findDates(piece.label, { at: notice.day })[0];
  const names = piece.names() ?? [];
  const instead = piece.instead();
  const group = { names, lead: dated, date: day ?? dated.date, quote: `${dated.text} ${piece.label} ${piece.text}` };
  if (names.length === instead.length && names.length > 1 && pairsInOrder(piece.text))
    return names.map((name, index) => ({ ...group, names: [name], replacements: instead.slice(index, index + 1) }));
  return [{ ...group, replacements: instead }];
}

/** "`a` on December 8": an item has a day of its own where the words above give none, or another one to come. */
function ownDay(piece: Piece & { kind: "text" }, lead: Lead, notice: Notice): FoundDate | undefined {
  if (!piece.item) return undefined;
  const days = findDates(piece.text, { at: notice.day }).filter((day) => !day.relative || day.date > notice.day);
  const [day, ...others] = days;
  return others.length === 0 && day !== undefined && (lead.date === null || day.date > notice.day) ? day : undefined;
}

/** Paragraphs that follow one another are one passage; an item of a list is a note of its own. */
function passages(
  pieces: readonly Piece[],
  used: ReadonlySet<string>,
  untold: ReadonlySet<Piece>,
  tells: (text: string) => boolean,
): string[] {
  const found: string[] = [];
  let open = false;
  for (const piece of pieces) {
    const title = untold.has(piece);
    // An item that tells nothing parts what stands around it, whatever it is.
    const dull = piece.kind === "table" || (piece.item && !title && !tells(piece.text));
    if (dull || used.has(piece.text) || (!title && piece.names() !== null)) {
      open = false;
      continue;
    }
    const flows = title || !piece.item;
    const last = found.length - 1;
    if (open && flows && last >= 0) found[last] = `${found[last]}\n${piece.text}`;
    else found.push(piece.text);
    open = flows;
  }
  return found;
}

/** Advice holds for the groups that have none of their own yet, and grows while its list goes on. */
function addAdvice(groups: readonly Group[], names: readonly NameMention[], grow = false): void {
  if (names.length === 0) return;
  for (const group of groups) if (group.replacements.length === 0 || grow) group.replacements.push(...names);
}

function readParagraph(text: string, notice: Notice, context: NoticeContext, lang: string): Fact[] {
  const reading = readProse({
    title: "",
    text: notice.precision === "day" ? onTheDay(text, notice.day) : text,
    published: notice.day,
    lang,
    defaults: context.defaults,
    evidence: context.evidence,
    ...(context.groups === undefined ? {} : { groups: context.groups }),
    habits: { ...context.habits, ownChangelog: notice.precision === "day" },
  });
  return [...reading.facts, ...reading.withdraws, ...reading.recalled].map((fact) => ({
    ...fact,
    // The entry itself is no notice of what is past; a day before the end that its words give is.
    announced: fact.shutdown !== null && fact.shutdown <= notice.day && !isBefore(fact) ? null : fact.announced,
  }));
}

const isBefore = ({ announced, shutdown }: Fact): boolean =>
  announced !== null && shutdown !== null && announced < shutdown;

/** As much of a page as tells its language. */
const SAMPLE = 4_000;

/** The language that the entries of a page are written in; one of a few words alone does not tell it. */
export function languageOfAll(notices: readonly Notice[]): string {
  let sample = "";
  for (const { blocks } of notices) {
    if (sample.length >= SAMPLE) break;
    sample += `${textOfBlocks(blocks, false)}\n`;
  }
  return languageOf(sample);
}

/** What the entries of a page say that names of groups stand for; for each name only those are read that can hold it. */
export function groupsOf(notices: readonly Notice[]): NameLinks {
  const texts = once(() =>
    notices.flatMap((notice) => textsOf(notice.blocks)).map((text) => ({ text, lower: text.toLowerCase() })),
  );
  const known = new Map<string, readonly NameMention[] | undefined>();
  const linksOf = (key: string): readonly NameMention[] | undefined => {
    // These stand for other words as well (`nameKey`).
    const parts = key.split(" ").filter((part) => !/^(?:plus|preview|exp|latest)$/.test(part));
    const holding = texts().filter(({ lower }) => parts.every((part) => lower.includes(part)));
    return linksIn(holding.map(({ text }) => text)).get(key);
  };
  return {
    get: (key) => {
      if (!known.has(key)) known.set(key, linksOf(key));
      return known.get(key);
    },
  };
}
