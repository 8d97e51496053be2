import { daysBetween } from "../../core/civil-date.ts";
import type { Fact } from "../../core/fact.ts";
import { providerOf } from "../../core/surface.ts";
import { type Block, type Line, textOf } from "../../parse/index.ts";
import { findDates, type FoundDate } from "../dates/index.ts";
import { plainText } from "../dates/plain-text.ts";
import { findModelNames, type NameMention } from "../names/index.ts";
import { type ReadSentence, readSentence } from "./clauses.ts";
import { clauseDate } from "./frame-dates.ts";
import { bestMention, idOf, replacementId } from "./identity.ts";
import { readProse } from "./index.ts";
import { languageOf } from "./language.ts";
import { type CueFinder, cuesOf } from "./lexicon.ts";
import { linked, linksIn, type NameLinks } from "./links.ts";
import { rolesOf } from "./roles.ts";
import { hasMarkup, sentencesOf } from "./sentences.ts";
import { expressionIndex } from "../stem-index.ts";
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
};

type Piece =
  /** `flows`: a paragraph, which goes on from the one before it. */
  | { kind: "prose"; text: string; flows: boolean }
  | { kind: "names"; label: string; names: NameMention[]; text: string }
  | { kind: "table"; rows: string[][]; names: NameMention[][][] };

/** A finished act: "we've retired", "wurde abgeschaltet", "已下线". */
const DONE =
  /(?:['’]ve|\bhave|\bhas|\bhad|\bwas|\bwere)(?: now)? (?:been )?(?:retired|removed|shut ?down|discontinued|sunset|turned off)|\bis no longer (?:available|supported)|wurden? \S+ (?:abgeschaltet|eingestellt|entfernt)|(?:a été|ont été|avons) (?:retir|arrêt|supprim|désactiv)\S*|(?:ha|han|hemos) (?:sido )?(?:retirad|apagad|eliminad)\S*|(?:foi|foram) (?:desligad|removid|descontinuad)\S*|(?:è stato|sono stati|abbiamo) (?:ritirat|rimoss|spent)\S*|已(?:经)?(?:下线|停用|下架|停止服务|移除)|(?:終了|廃止|停止)しました|(?:종료|중단)(?:되었|했)/i;
/** What may stand beside names in an item that is a list of names and no sentence. */
const FEW_LETTERS = 26;

const lineText = (line: Line): string => textOf([line]);

/** The names of a line that is nothing but names, with a word or two around them; null for a sentence. */
function bareNames(line: Line): NameMention[] | null {
  const text = lineText(line);
  const found = findModelNames(line);
  const names = linked(text, found, linksIn([text]));
  if (names.length === 0) return null;
  let rest = text;
  for (const name of found.toReversed()) rest = rest.slice(0, name.start) + rest.slice(name.end);
  return rest.replace(/[^\p{L}]/gu, "").length <= FEW_LETTERS ? names : null;
}

/** "14 May 2026:" over a list of what happened then. */
function isDayLabel(text: string): boolean {
  return text.length < 40 && findDates(text, { at: "2000-01-01" }).length > 0;
}

function piecesOfList(block: Extract<Block, { type: "list" }>, label: string): Piece[] {
  return block.items.flatMap((item): Piece[] => {
    const text = item.lines.map(lineText).join(" ");
    const below = item.children.length > 0;
    const dated = below && isDayLabel(text);
    const own = item.lines.map(bareNames);
    if (dated) return piecesOf(item.children, text);
    if (own.length > 0 && own.every((names) => names !== null)) {
      const names = own.flatMap((list) => list ?? []);
      return [{ kind: "names", label, names, text }, ...piecesOf(item.children, label)];
    }
    return [{ kind: "prose", text, flows: false }, ...piecesOf(item.children, label)];
  });
}

function piecesOf(blocks: readonly Block[], label = ""): Piece[] {
  return blocks.flatMap((block): Piece[] => {
    if (block.type === "paragraph") {
      return block.lines.map((line) => {
        const names = bareNames(line);
        const text = lineText(line);
        return names === null || /[.:]\s*$/.test(text)
          ? { kind: "prose", text, flows: true }
          : { kind: "names", label, names, text };
      });
    }
    if (block.type === "heading") return [{ kind: "prose", text: lineText(block.line), flows: false }];
    if (block.type === "list") return piecesOfList(block, label);
    if (block.type === "note" || block.type === "update") return piecesOf(block.blocks, label);
    if (block.type === "table") {
      return [
        {
          kind: "table",
          rows: block.rows.map((row) => row.map((cell) => textOf(cell.lines))),
          names: block.rows.map((row) => row.map((cell) => cell.lines.flatMap((line) => findModelNames(line)))),
        },
      ];
    }
    return [];
  });
}

/** The texts that `piecesOf` would give as prose or names, without looking for names. */
function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.type === "paragraph") return block.lines.map(lineText);
    if (block.type === "heading") return [lineText(block.line)];
    if (block.type === "note" || block.type === "update") return textsOf(block.blocks);
    if (block.type !== "list") return [];
    return block.items.flatMap((item) => {
      const text = item.lines.map(lineText).join(" ");
      const label = item.children.length > 0 && isDayLabel(text);
      return label ? textsOf(item.children) : [text, ...textsOf(item.children)];
    });
  });
}

const doneIn = expressionIndex(() => [DONE.source]);

/** False for a text of which no sentence can say that something ends; by far the most are such. */
function mayTellEnd(text: string, cues: CueFinder): boolean {
  const plain = plainText(text).toLowerCase();
  if (hasMarkup(text) || (doneIn(plain).length > 0 && DONE.test(text))) return true;
  if (!cues.mayHave(ENDS, plain)) return false;
  return sentencesOf(text).some((sentence) => {
    const words = plainText(sentence.text);
    return ENDS.some((kind) => cues.has(kind, words)) || cues.has("not", words);
  });
}

const ENDS = ["off", "until", "deprecate"] as const;

/** A lead that says nothing of an end: no names that follow it are looked at. */
const SILENT: Lead = {
  end: false,
  stays: false,
  advice: false,
  date: null,
  done: false,
  text: "",
  replacements: [],
};

type Lead = {
  end: boolean;
  /** It says of what follows that it goes on. */
  stays: boolean;
  advice: boolean;
  date: FoundDate | null;
  done: boolean;
  text: string;
  replacements: NameMention[];
};

/** What a lead looks at; without any of it there is nothing to read. */
const LEADS = [...ENDS, "stay", "replaceBefore", "replaceAfter", "not"] as const;

/** What a piece of prose says of the names that follow it. */
function leadOf(text: string, notice: Notice, cues: CueFinder, deprecatedMeansOff: boolean): Lead {
  if (!hasMarkup(text) && !cues.mayHave(LEADS, plainText(text).toLowerCase())) {
    return { ...SILENT, done: DONE.test(text), text };
  }
  const sentences = sentencesOf(text).map((sentence) =>
    readSentence({ ...sentence, title: false, at: notice.day }, cues),
  );
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
  return {
    end: last >= 0 || weak,
    stays: stays && /:\s*$/.test(text),
    advice: advised > last && advised === sentences.length - 1,
    date: dates.find((date) => date !== null) ?? (last < 0 && weak ? plannedDay(sentences, notice, cues) : null),
    done: DONE.test(text),
    text,
    replacements: sentences.flatMap((sentence) =>
      [...rolesOf(sentence, cues)].filter(([, role]) => role === "replacement").map(([name]) => name),
    ),
  };
}

/** "We will deprecate these on 14 December": a day to come beside a deprecation, and no word of another end. */
function plannedDay(sentences: readonly ReadSentence[], notice: Notice, cues: CueFinder): FoundDate | null {
  for (const sentence of sentences)
    for (const clause of sentence.clauses.filter((each) => each.deprecate.length > 0)) {
      const date = clauseDate(clause, sentence, cues);
      if (date?.precision === "day" && date.date > notice.day) return date;
    }
  return null;
}

type Group = { names: NameMention[]; lead: Lead; date: FoundDate | null; replacements: NameMention[]; quote: string };

const REPLACEMENT_HEADER =
  /recommend|replac|migrat|alternativ|successor|upgrade|instead|new |ersatz|remplac|reempla|substitu|sostitu|替代|推荐|代替|移行|대체/i;

function groupsOfTable(piece: Extract<Piece, { kind: "table" }>, lead: Lead, notice: Notice): Group[] {
  const header = piece.rows[0] ?? [];
  const advised = header.findIndex((cell, index) => index > 0 && REPLACEMENT_HEADER.test(cell));
  return piece.names.flatMap((row, index) => {
    const names = row[0] ?? [];
    if (names.length === 0) return [];
    const cells = piece.rows[index] ?? [];
    const own = cells.slice(1).flatMap((cell) => findDates(cell, { at: notice.day }))[0];
    return [
      {
        names,
        lead,
        date: own ?? lead.date,
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

function factsOf(group: Group, notice: Notice, context: NoticeContext): Fact[] {
  const { surface, provider } = context.defaults;
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

/**
 * Reads one dated entry of a provider's changelog: its sentences as prose, and lists and tables of names under a sentence
 * that announces an end. A finished act without a day ("we've retired x") took effect on the entry's day.
 */
export function readNotice(notice: Notice, context: NoticeContext): Fact[] {
  const texts = textsOf(notice.blocks);
  const cues = cuesOf(languageOf(`${notice.title}\n${texts.join("\n")}`));
  if (!texts.some((text) => mayTellEnd(text, cues))) return [];
  const pieces = piecesOf(notice.blocks);
  const deprecatedMeansOff = context.habits?.deprecatedMeansOff ?? false;
  const groups: Group[] = [];
  const used = new Set<string>();
  // "Deprecating x" over a paragraph about it: a title of what follows, no member of a list.
  const untold = new Set<Piece>();
  let lead: Lead | null = null;
  let before: Lead | null = null;
  for (const piece of pieces) {
    if (piece.kind === "prose") {
      // Until something ends, a text without words of an end only parts what stands before it from what follows.
      if (
        groups.length === 0 &&
        lead?.end !== true &&
        (lead !== null || piece.text.length > 60) &&
        !mayTellEnd(piece.text, cues)
      ) {
        lead ??= SILENT;
        continue;
      }
      const next = leadOf(piece.text, notice, cues, deprecatedMeansOff);
      if (!next.end && !next.advice && groups.length > 0) addAdvice(groups, next.replacements);
      if (next.end || next.advice || next.stays || piece.text.length > 60) {
        before = lead?.end === true ? lead : before;
        lead = next;
      }
      if (next.advice && !next.end && groups.length > 0) addAdvice(groups, next.replacements);
      continue;
    }
    if (lead === null) {
      if (piece.kind === "names") untold.add(piece);
      continue;
    }
    if (lead.stays) continue;
    if (lead.advice && piece.kind === "names" && groups.length > 0) addAdvice(groups, piece.names, true);
    else if (lead.end) {
      used.add(lead.text);
      const dated =
        lead.date === null && before !== null && before.date !== null ? { ...lead, date: before.date } : lead;
      if (dated !== lead && before !== null) used.add(before.text);
      if (piece.kind === "table") groups.push(...groupsOfTable(piece, dated, notice));
      else {
        const day = piece.label === "" ? undefined : findDates(piece.label, { at: notice.day })[0];
        groups.push({
          names: piece.names,
          lead: dated,
          date: day ?? dated.date,
          replacements: [],
          quote: `${dated.text} ${piece.label} ${piece.text}`,
        });
      }
    }
  }
  const listed = groups.flatMap((group) => factsOf(group, notice, context));
  const told = passages(
    pieces.map((piece) =>
      piece.kind === "names" && untold.has(piece) ? { kind: "prose", text: piece.text, flows: true } : piece,
    ),
    used,
  )
    .filter((text) => mayTellEnd(text, cues))
    .flatMap((text) => readParagraph(text, notice, context, cues.tag));
  return [...listed, ...told];
}

/** Paragraphs that follow one another are one passage; an item of a list is a note of its own. */
function passages(pieces: readonly Piece[], used: ReadonlySet<string>): string[] {
  const found: string[] = [];
  let open = false;
  for (const piece of pieces) {
    if (piece.kind !== "prose" || used.has(piece.text)) {
      open = false;
      continue;
    }
    const last = found.length - 1;
    if (open && piece.flows && last >= 0) found[last] = `${found[last]}\n${piece.text}`;
    else found.push(piece.text);
    open = piece.flows;
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
    text:
      DONE.test(text) && notice.precision === "day" && findDates(text, { at: notice.day }).length === 0
        ? onTheDay(text, notice.day)
        : text,
    published: notice.day,
    lang,
    defaults: context.defaults,
    evidence: context.evidence,
    ...(context.groups === undefined ? {} : { groups: context.groups }),
    habits: { ...context.habits, ownChangelog: notice.precision === "day" },
  });
  return [...reading.facts, ...reading.recalled].map((fact) => ({
    ...fact,
    announced: fact.shutdown !== null && fact.shutdown <= notice.day ? null : fact.announced,
  }));
}

/** "We've retired x." of an entry says "on that day"; the day stands where the reader finds it. */
function onTheDay(text: string, day: string): string {
  return text.replace(/[.。](?=\s|$)/, ` on ${day}.`);
}

/** What the entries of a page say that names of groups stand for; they are looked at when it is first asked. */
export function groupsOf(notices: readonly Notice[]): NameLinks {
  let links: NameLinks | null = null;
  return {
    get: (key) => {
      links ??= linksIn(notices.flatMap((notice) => textsOf(notice.blocks)));
      return links.get(key);
    },
  };
}
