import { oneLine } from "../../lib/one-line.ts";
import { type Block, type Line, textOf } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";
import { surelyId } from "../cells/tokens.ts";
import { type ColumnRole, DAY_ROLES, endWords, meaningOfHeader, speaksOfLeaving } from "../table/header-words.ts";

const LONGEST_KEY = 48;
const LONGEST_VALUE = 80;

type Paragraph = Block & { type: "paragraph" };

/**
 * A card that sets a key and its value one under the other, apart by style alone ("Shutdown date", then "December 15,
 * 2026"): each such pair becomes the field "Shutdown date: December 15, 2026". A run of pairs without a day of a model's
 * life stays as it is.
 */
export function withPairsAsFields(blocks: readonly Block[], sense: DateSense): Block[] {
  const done: Block[] = [];
  let run: Block[] = [];
  const close = () => {
    done.push(...pairedOr(run, sense));
    run = [];
  };
  for (const block of blocks) {
    if (block.type === "paragraph" || isKeyHeading(block)) run.push(block);
    else {
      close();
      done.push(block);
    }
  }
  close();
  return done;
}

/** "Shutdown date" as a heading of the last levels, over its value. */
const isKeyHeading = (block: Block): block is Block & { type: "heading" } =>
  block.type === "heading" && block.level >= 4 && KEYS.has(roleOf(oneLine(textOf([block.line]))) ?? "other");
const KEYS: ReadonlySet<ColumnRole> = new Set([...DAY_ROLES, "replacement"]);

/** A run of paragraphs, and of headings that are keys: these stay headings where no pair tells an end. */
function pairedOr(run: Block[], sense: DateSense): Block[] {
  if (run.every((block) => block.type === "paragraph")) return withDayInSentence(paired(run, sense), sense);
  const plain = run.flatMap((block): Paragraph[] =>
    block.type === "heading" ? [{ type: "paragraph", lines: [block.line] }] : block.type === "paragraph" ? [block] : [],
  );
  const fields = paired(plain, sense);
  return fields === plain ? run : fields;
}

const LONGEST_SAID = 300;

/** A day to come alone, over a sentence that tells an end and no day of its own: "December 15, 2026", then "x is shut down." */
function withDayInSentence(run: Paragraph[], sense: DateSense): Paragraph[] {
  const done: Paragraph[] = [];
  for (const block of run) {
    const day = done.at(-1);
    const said = oneLine(textOf(block.lines));
    const alone = day !== undefined && isDay(oneLine(textOf(day.lines)), sense);
    const told = said.length <= LONGEST_SAID && endWords(said) === "end" && sense.find(said).dates.length === 0;
    if (alone && told && (sense.find(textOf(day.lines)).dates[0]?.date ?? "") > sense.today) {
      done[done.length - 1] = {
        type: "paragraph",
        lines: [[...day.lines.flat(), { text: ": " }, ...block.lines.flat()]],
      };
    } else done.push(block);
  }
  return done;
}

function paired(run: Paragraph[], sense: DateSense): Paragraph[] {
  const lines = run.flatMap((block) => block.lines.map((line) => ({ block, line, text: oneLine(textOf([line])) })));
  const told = lines.some(({ text }, index) => isEndKey(text) && isDay(lines[index + 1]?.text ?? "", sense));
  if (!told) return run;
  const done: Paragraph[] = [];
  let from: Paragraph | null = null;
  for (let index = 0; index < lines.length; index += 1) {
    const [key, value] = [lines[index], lines[index + 1]];
    if (key === undefined) break;
    const pair = value !== undefined && isPair(key.text, value.text, sense);
    const line: Line = pair ? [...key.line, { text: ": " }, ...value.line] : key.line;
    const last = done.at(-1);
    if (last !== undefined && from === key.block) last.lines.push(line);
    else done.push({ type: "paragraph", lines: [line] });
    if (pair) index += 1;
    from = pair ? value.block : key.block;
  }
  return done;
}

function isPair(key: string, value: string, sense: DateSense): boolean {
  const role = roleOf(key);
  if (role === null || value === "" || value.length > LONGEST_VALUE || roleOf(value) !== null) return false;
  if (DAY_ROLES.has(role))
    return isDay(value, sense) || (role !== "release" && /^(?:—|–|-|n\/a|tbd|tba)$/i.test(value));
  if (role === "model") return surelyId(value);
  return (role === "replacement" || role === "state") && !/[.。!?]\s*$/.test(value);
}

const isEndKey = (text: string): boolean => roleOf(text) === "shutdown" && speaksOfLeaving(text);

/** What a short text means as the heading of a field; null for a text with a figure or a mark of its own. */
function roleOf(text: string): ColumnRole | null {
  return text === "" || text.length > LONGEST_KEY || /[\d:：.。!?]/.test(text)
    ? null
    : known(meaningOfHeader(text).role);
}

const known = (role: ColumnRole): ColumnRole | null => (role === "other" ? null : role);

/** A day and nothing more. */
function isDay(text: string, sense: DateSense): boolean {
  if (text.length > LONGEST_VALUE || !/\d/.test(text)) return false;
  const [day, ...others] = sense.find(text).dates;
  if (day === undefined || others.length > 0) return false;
  // "March 31, 2027 (Free tier)": whom it is for.
  const behind = text.slice(day.end).replace(/^\s*[(（][^()（）]{1,48}[)）]\s*$/u, "");
  return !/[\p{L}\p{N}]/u.test(text.slice(0, day.start) + behind);
}
