import type { FactKind } from "../../core/fact.ts";
import { nameKey } from "../../core/model-name.ts";
import { oneLine } from "../../lib/one-line.ts";
import type { Cell, Line, Run } from "../../parse/document.ts";
import { withoutExceptions } from "./except.ts";
import { kindOfThing } from "./kind.ts";
import { findModelNames, isKnown } from "../names/index.ts";
import { takenApart } from "../names/slashes.ts";
import { isNothing, lineText, withoutFootnote, withoutStruck } from "./marks.ts";
import { idShaped, isRegion, partsOf, splitBrackets, surelyId } from "./tokens.ts";

/** One thing that a model cell names. */
export type Mention = {
  id: string;
  kind: FactKind;
  /** Display names that stand beside the id. */
  names: string[];
  version: string | null;
};

const INCLUDING =
  /\b(includ\w*|alias(es)?|also known as|aka|and the alias|points? to|einschlie(ß|ss)lich|y compris|incluid\w*|incluind\w*|compres[oi])\b|包括|包含|别名|エイリアス|含む|별칭|포함/i;
const VERSION_MARK =
  /^(?:versions?\s*:?\s*)?(v?\d+(?:\.\d+)*|\d{4}-\d{2}-\d{2}|(?:turbo|vision|preview|\d{4})-[\w-]+)$/i;

/** "gpt-35-turbo - 0301": the version stands behind a dash. */
const DASHED = /^[-–—]\s*(?:version\s*)?(\d{3,4}|\d{4}-\d{2}-\d{2}|v?\d{1,3})$/i;
const DASHED_ID = /^(\S+)\s+([-–—]\s.+)$/;

/**
 * The models (or other things) of a cell, one per id, in the order of the cell: `a | b, c`, "x (including y and z, which
 * point to this snapshot)", a name with its id in brackets, several lines. Struck-out text is left out.
 */
export function readMentions(cell: Cell): Mention[] {
  const clean = withoutStruck(cell);
  const seen = new Set<string>();
  const lines = clean.lines.map((line) => readLine(withoutExceptions(line)).flatMap(apart));
  const mentions = underIds(withLastVersion(lines));
  return mentions.filter(({ id, version }) => {
    const key = `${id} ${version ?? ""}`.toLowerCase();
    return id !== "" && !seen.has(key) && seen.add(key);
  });
}

/** "glm-4.5/4.6" names two models. */
function apart(mention: Mention): Mention[] {
  const ids = mention.kind === "model" ? takenApart(mention.id) : [mention.id];
  return ids.length === 1 ? [mention] : ids.map((id) => ({ ...mention, id, names: [] }));
}

/** "`a`" over "`a-32k` - 0613": a version that only the last of several lines has is that of all. */
function withLastVersion(lines: readonly Mention[][]): Mention[] {
  const mentions = lines.flat();
  const last = mentions.at(-1);
  const shared =
    lines.length > 1 &&
    last?.version != null &&
    mentions.slice(0, -1).every(({ version, id }) => version === null && last.id.startsWith(id));
  return shared ? mentions.map((mention) => ({ ...mention, version: last.version })) : mentions;
}

/** A cell of names over ids, a line each, has one thing for each id. */
function underIds(mentions: readonly Mention[]): Mention[] {
  const under = mentions.map((mention, index) => {
    const id = mentions[index + 1];
    return id !== undefined && isNameOf(mention, id);
  });
  return mentions.flatMap((mention, index) => {
    if (under[index]) return [];
    const name = under[index - 1] ? mentions[index - 1] : undefined;
    return name === undefined
      ? [mention]
      : [{ ...mention, names: [...new Set([name.id, ...name.names, ...mention.names])] }];
  });
}

/** "Nova Canvas" over `amazon.nova-canvas-v1:0`, "granite-3" over `ibm/granite-3`: a name on the line above its id. */
function isNameOf(name: Mention, id: Mention): boolean {
  const key = nameKey(name.id);
  if (id.id.includes("/") && !name.id.includes("/") && nameKey(id.id.slice(id.id.lastIndexOf("/") + 1)) === key)
    return true;
  if (!/^[A-Z]/.test(name.id) || idShaped(name.id) || !surelyId(id.id) || key === "") return false;
  return nameKey(id.id).includes(key) || holdsWords(id.id, name.id);
}

/** "Titan Text Embeddings V2" over `amazon.titan-embed-text-v2:0`: each word and number of the name, in any order. */
export function holdsWords(id: string, name: string): boolean {
  const words = name
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "");
  const parts = id.toLowerCase().split(/[^a-z\d]+/);
  const numbers = id.replace(/\D+/g, " ");
  const begins = (word: string) =>
    parts.some((part) => part === word || (part.length >= 4 && (word.startsWith(part) || part.startsWith(word))));
  return words.length > 1 && words.every((word) => (/^\d+$/.test(word) ? numbers.includes(word) : begins(word)));
}

/** Signs that decorate a name ("⚠️ x", "• x"), labels before it ("ID: x"), words around it ("the x model"). */
const SIGNS = /[\p{Extended_Pictographic}\u{FE0F}\u{20E3}]/gu;
const LABEL = /^\s*(?:[-–—•·*▪]\s+)?(?:(?:(?:model|api) )?(?:id|name|slug|string|code)\s*[:：]\s*)?/iu;
const POINTS_ON = /\s*(?:→|⇒|⟶|->|=>).*$/u;
const WORDS_AROUND =
  /^(?:the )?(\S+) (?:models?|snapshot|endpoint|retired|deprecated|legacy|eol|discontinued|removed|sunset)$/i;

/** A line without what decorates it; code is left as it is. */
function undecorated(line: Line): Line {
  return line.map((run, index) => {
    if (run.code === true) return run;
    const text = run.text.replace(SIGNS, "");
    return { ...run, text: index === 0 ? text.replace(LABEL, "") : text };
  });
}

/** "`x` via `audio/transcriptions`": the way to a model is none. */
const VIA =
  /(?:^|\s)(?:via|through|over|über|par|vía|tramite|attraverso|através d[eo])\s+$|(?:通过|经由|経由で?)\s*$/iu;

function bareId(text: string): string {
  const [, word] = WORDS_AROUND.exec(text) ?? [];
  return word !== undefined && surelyId(word) ? word : text;
}

function readLine(decorated: Line): Mention[] {
  const line = undecorated(decorated);
  const text = oneLine(lineText(line)).trim();
  if (isNothing(text)) return [];
  const codes = line.filter(
    (run, index) =>
      run.code === true && run.strike !== true && run.text.trim() !== "" && !VIA.test(line[index - 1]?.text ?? ""),
  );
  if (codes.length > 0) return readCodes(line, codes, text);
  return readWords(text);
}

/** The words around the code runs say what it is about: joints and brackets only, or "New fine-tuning training on". */
function readCodes(line: Line, codes: Run[], text: string): Mention[] {
  const around = line
    .filter((run) => run.code !== true)
    .map((run) => run.text)
    .join(" ");
  const { outside } = splitBrackets(around);
  const words = partsOf(outside.replace(/[/:.]/g, " ")).join(" ").trim();
  const kind = words === "" ? null : kindOfThing(text);
  const ids = codes.flatMap((run) => splitCode(run.text)).map((id) => withoutFootnote(id));
  const wanted = ids.filter(
    (id) => id !== "" && !isRegion(id) && (idShaped(id) || /^[\w/.-]+$/.test(id) || kindOfThing(id) !== "model"),
  );
  const [first, second] = wanted;
  if (first === undefined) return readWords(text);
  // "a-1 (`2024-10-01`)": what stands in code marks is only the version.
  if (wanted.every((id) => DAY.test(id)) && surelyId(words)) return readWords(text);
  // "`a-1` - `2024-10-01`": the second is a version of the first.
  if (wanted.length === 2 && second !== undefined && /^\d/.test(second) && VERSION_MARK.test(second) && idShaped(first))
    return [{ id: first, kind: kindOfThing(first), names: [], version: second }];
  const special = kind !== null && kind !== "model" ? kind : null;
  const name = nameBeside(words, around, wanted.length);
  const version =
    wanted.length === 1 ? (DASHED.exec(outside.trim())?.[1] ?? versionIn(splitBrackets(around).inside)) : null;
  return wanted.map((id) => ({
    id,
    kind: special ?? kindOfThing(id),
    names: name === null ? [] : [name],
    version,
  }));
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function splitCode(text: string): string[] {
  return /\s/.test(text.trim()) && !/^[\w-]+:\s/.test(text) ? partsOf(text) : [text.trim()];
}

/** "Claude Opus 3 `claude-3-opus`" and "`claude-3-opus` (Claude Opus 3)": the display name, when one id stands alone. */
function nameBeside(words: string, around: string, count: number): string | null {
  if (count !== 1) return null;
  const bracket = splitBrackets(around).inside.find((inside) => looksLikeName(inside));
  if (bracket !== undefined) return bracket;
  return looksLikeName(words) ? words : null;
}

function looksLikeName(text: string): boolean {
  return /^[A-Z\p{Lo}]/u.test(text) && /\d/.test(text) && text.length <= 60 && !INCLUDING.test(text);
}

function readWords(all: string): Mention[] {
  const text = bareId(all.replace(POINTS_ON, ""));
  const { outside, inside } = splitBrackets(text);
  const dashed = DASHED_ID.exec(outside);
  const behind = DASHED.exec(dashed?.[2] ?? "")?.[1];
  if (dashed?.[1] !== undefined && behind !== undefined && idShaped(dashed[1]))
    return [{ ...plain(dashed[1]), version: behind }];
  const members = membersOf(outside, inside);
  if (members.length > 0) return members.map((id) => ({ ...plain(id), names: members.length === 1 ? [outside] : [] }));
  const heads = splitNames(outside, text);
  const extra = inside.flatMap((part) => (INCLUDING.test(part) ? idsIn(part) : []));
  const bracketIds = inside.filter((part) => surelyId(part));
  const version = versionIn(inside);
  const [only] = heads;
  if (heads.length === 1 && only !== undefined) {
    const bare = withoutFootnote(only);
    const id = bracketIds.length === 1 && !surelyId(bare) ? bracketIds[0] : undefined;
    if (id !== undefined) return [{ id, kind: kindOfThing(id), names: [bare], version: null }];
    // "whisper (001)": three digits are a version and no part of a name.
    if (version !== null && !surelyId(bare) && !(/^[a-z][\w.-]*$/.test(bare) && /^\d{3}$/.test(version))) {
      return [{ id: `${bare} (${version})`, kind: kindOfThing(bare), names: [], version: null }];
    }
    const several = versionsIn(inside);
    if (several.length > 1) return several.map((each) => ({ ...plain(bare), version: each }));
    const name = inside.find((part) => surelyId(bare) && looksLikeName(part));
    const main = { id: bare, kind: kindOfThing(bare), names: name === undefined ? [] : [name], version };
    return [main, ...extra.map((each) => plain(each))];
  }
  return [...heads.map((head) => plain(withoutFootnote(head))), ...extra.map((each) => plain(each))];
}

/** "GPT-4o (gpt-4o-2024-08-06, gpt-4o-2024-11-20)": the ids that a name in capitals stands for. */
function membersOf(name: string, inside: readonly string[]): string[] {
  if (!/^[A-Z]/.test(name) || name.length > 60) return [];
  const key = nameKey(name);
  const ids = inside.flatMap((part) => partsOf(part));
  const isMember = (id: string) => surelyId(id) && id === id.toLowerCase() && nameKey(id).startsWith(`${key} `);
  return key !== "" && ids.every((id) => isMember(id)) ? ids : [];
}

/** "(2024-08-06)", "(version: 001)" behind a name. */
function versionIn(brackets: string[]): string | null {
  return brackets.map((part) => VERSION_MARK.exec(part)?.[1]).find((found) => found !== undefined) ?? null;
}

/** "(2024-05-13, 2024-08-06)" behind a name: each is a model of its own. */
function versionsIn(brackets: readonly string[]): string[] {
  const parts = brackets.length === 1 ? partsOf(brackets[0] ?? "") : [];
  return parts.every((part) => VERSION_MARK.test(part) && /\d{3}/.test(part)) ? parts : [];
}

const plain = (id: string): Mention => ({ id, kind: kindOfThing(id), names: [], version: null });

/** Display names hold spaces and sometimes "and": they are taken apart only when every part could stand alone. */
function splitNames(outside: string, whole: string): string[] {
  const parts = partsOf(outside);
  // "Llama 3.1 8B, 70B and 405B": what is left out is said once.
  if (parts.length > 1 && parts.some((part) => !surelyId(part) && !isKnown(part))) {
    const names = findModelNames(outside).filter((name) => name.sure);
    if (names.length === parts.length) return names.map((name) => name.name);
  }
  if (parts.length > 1 && parts.every((part) => idShaped(part) || /\d/.test(part) || /^\S+$/.test(part))) return parts;
  const words = outside.split(/\s+/).filter((word) => word !== "");
  if (words.length > 1 && words.every((word) => surelyId(word))) return words;
  const kind = kindOfThing(outside);
  const ids = words.map((word) => withoutFootnote(word)).filter((word) => surelyId(word));
  // A sentence around one id ("the `x` model, all regions"): the id is what is meant.
  if (kind === "model" && ids.length > 0 && words.length > ids.length + 4) return ids;
  return outside === "" ? [whole] : [outside];
}

function idsIn(text: string): string[] {
  return partsOf(text)
    .flatMap((part) => part.split(/\s+/))
    .map((word) => withoutFootnote(word.replace(/[.,;]+$/, "")))
    .filter((word) => surelyId(word));
}
