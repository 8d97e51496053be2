import { kindOfThing } from "../cells/kind.ts";
import { statesOf } from "../cells/state.ts";
import { surelyId } from "../cells/tokens.ts";
import { type Line, textOf } from "../../parse/document.ts";
import { groupsInSentences, withGroups } from "../lists/replacements.ts";
import { blankDraft, type Draft } from "../table/draft.ts";
import { kindNamed } from "../table/header-words.ts";
import { paragraphsOf, type Section } from "./sections.ts";

const LONGEST = 200;
const DIGITS_OF_A_DAY = /\b20\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/;
/** From here on a notice speaks of something else: what replaces the model, or what the parameter belongs to. */
const ANOTHER = /\b(in favou?r of|replaced by|use|instead|for|from|of|with|in)\b|→|->|请使用|替换为|代わり/i;

/**
 * What a dated entry calls deprecated without saying when it ends: "Deprecated `x` and `y`" under its day. Such facts
 * are no announcement of an end, but the model is not "active" either.
 */
export function undatedNotices(section: Section): Draft[] {
  const day = section.path.findLast((heading) => heading.date !== null)?.date ?? null;
  if (day === null) return [];
  const paragraphs = section.blocks.flatMap((block) => (block.type === "paragraph" ? [block.lines] : []));
  const notices = paragraphs.filter((lines) => isNotice(textOf(lines)));
  const drafts = notices.flatMap((lines) => {
    const quote = textOf(lines).replace(/\s+/g, " ").trim();
    return idsOf(lines).map((id) => ({
      ...blankDraft(id, kindNamed(quote) ?? kindOfThing(id), "prose", section.index),
      announced: day,
      state: "deprecated" as const,
      notice: true,
      quote,
    }));
  });
  return withGroups(drafts, drafts.length === 0 ? [] : groupsInSentences(paragraphsOf(section)));
}

/** A few words that begin or end with the state, and hold no day of their own. */
function isNotice(text: string): boolean {
  if (text.length > LONGEST || DIGITS_OF_A_DAY.test(text)) return false;
  const states = statesOf(text);
  return (
    states.length === 1 &&
    states[0] === "deprecated" &&
    /^\W*deprecat\w*\b|\bdeprecated\W*$|弃用|非推奨/i.test(text.trim())
  );
}

/** Names in code marks, or surely ids, up to where the notice speaks of another thing. */
function idsOf(lines: Line[]): string[] {
  const ids: string[] = [];
  for (const run of lines.flat()) {
    if (run.code === true) ids.push(run.text.trim());
    else {
      if (ids.length > 0 && ANOTHER.test(run.text)) break;
      ids.push(...run.text.split(/[\s,;]+/).filter((word) => surelyId(word) && /\d/.test(word)));
    }
  }
  return [...new Set(ids.filter((id) => id !== "" && !/\s/.test(id)))];
}
