import { oneLine } from "../../lib/one-line.ts";
import { type Block, textOf } from "../../parse/document.ts";
import { meaningOfHeader } from "../table/header-words.ts";

const LONGEST = 60;
/** "Retiring 30 Nov 2026", "Preview, ends 15 Jan 2027", "Abschaltung am 30.11.2026": words, and the day that closes them. */
const WORDS_FIRST =
  /^(?<words>\p{L}[\p{L} ,·•'’:–—-]{2,32}?)[\s:：·•–—-]+(?:(?:on|am|zum|ab|le|el|em|il|from) )?(?<day>(?:\d|(?:jan|feb|f[ée]v|m[aä]r|apr|avr|abr|ma[iy]|mag|jun|jui|giu|jul|lug|aug|ao[uû]|ago|sep|set|o[ck]t|out|ott|nov|de[cz]|d[ée]c|dic|gen|ene)\p{L}{0,7}\.? \d)[\p{L}\d ./,年月日년월일-]{4,22})$/iu;
/** "2026年11月30日下线": in Chinese, Japanese and Korean the words follow the day. */
const DAY_FIRST = /^(?<day>\d{4}[\d\s./年月日년월일-]{4,14})\s*(?<words>[\p{L} ]{2,12})$/u;

type Definitions = Block & { type: "definitions" };

/**
 * The badge of a card with the day of its end ("Retiring 30 Nov 2026") is one more of the fields below it, where these are
 * terms and none of them tells an end.
 */
export function withBadgeAsField(blocks: Block[]): Block[] {
  const fields = blocks.find((block): block is Definitions => block.type === "definitions");
  if (fields === undefined || fields.entries.some(({ term }) => isEnd(oneLine(textOf(term))))) return blocks;
  const badge = blocks.slice(0, blocks.indexOf(fields)).find((block) => fieldIn(block) !== null);
  const field = badge === undefined ? null : fieldIn(badge);
  if (field === null) return blocks;
  const entry = {
    term: [[{ text: field.words }]],
    details: [{ type: "paragraph" as const, lines: [[{ text: field.day }]] }],
  };
  const more: Definitions = { ...fields, entries: [entry, ...fields.entries] };
  return blocks.flatMap((block) => (block === badge ? [] : [block === fields ? more : block]));
}

function fieldIn(block: Block): { words: string; day: string } | null {
  if (block.type !== "paragraph" || block.lines.length !== 1) return null;
  const text = oneLine(textOf(block.lines));
  if (text.length > LONGEST) return null;
  const { words, day } = (WORDS_FIRST.exec(text) ?? DAY_FIRST.exec(text))?.groups ?? {};
  return words !== undefined && day !== undefined && isEnd(words) ? { words, day } : null;
}

const isEnd = (words: string): boolean => meaningOfHeader(words).role === "shutdown";
