import type { FoundDate } from "../dates/index.ts";
import { type ColumnRole, DAY_ROLES, meaningOfHeader } from "../table/header-words.ts";
import { stateOf } from "./state.ts";

/** "GA", "Active", "Live since": a stage in which the model is used; the day is that of its start. */
const IN_USE =
  /^(?:(?:public |private |limited )?(?:preview|beta|alpha)|ga|general(?:ly)? availab\w*|start|lancée?|lanzad[oa]|lançad[oa]|lanciat[oa]|eingeführt|gestartet|stable|experimental|正式(?:版|发布)?|预览版?|公测|プレビュー|正式版|미리보기|정식)$/iu;
const SEPARATOR = /^[\s→⇒⟶➜➔>|/·•;,:：–—-]+|[\s→⇒⟶➜➔>|/·•;,:：–—(（-]+$/gu;
const FILLER =
  /\s(?:on|at|from|since|in|by|of|as of|am|seit|ab|zum|le|depuis|el|desde|em|il|dal|(?:no|not) (?:earlier|sooner|before)(?: than)?|not before|at (?:the )?earliest|nicht vor|frühestens(?: am)?|pas avant|no antes del?|não antes de|non prima del?)$/iu;
const LONGEST_LABEL = 60;

export type DatedLine = { text: string; dates: readonly FoundDate[] };

/**
 * "GA D → Deprecated D → Retired D": what each day of a cell is, when every one of them stands beside the name of a step.
 *
 * @param lines the lines of the cell with their days, in the order of the text
 * @returns the step of each day, line by line; null when a day has no step of its own, or all of them have the same
 */
export function stagesSaid(lines: readonly DatedLine[]): ColumnRole[][] | null {
  if (lines.reduce((sum, { dates }) => sum + dates.length, 0) < 2) return null;
  for (const side of ["before", "behind"] as const) {
    const read = lines.map((line) => stepsOf(line, side));
    const roles = read.flat();
    if (roles.every((role) => role !== null) && new Set(roles).size > 1) return read as ColumnRole[][];
  }
  return null;
}

/** "GA D": the step of a day that stands alone; null for other words. */
export function loneStep(line: DatedLine): ColumnRole | null {
  return stepsOf(line, "before")[0] ?? stepsOf(line, "behind")[0] ?? null;
}

function stepsOf({ text, dates }: DatedLine, side: "before" | "behind"): (ColumnRole | null)[] {
  return dates.map((found, index) => {
    if (side === "before") return stepOf(lastPart(text.slice(dates[index - 1]?.end ?? 0, found.start)));
    return stepOf(text.slice(found.end, dates[index + 1]?.start ?? text.length));
  });
}

/** "`x` – deprecated on": the words right before the day, and no name before them. */
const lastPart = (gap: string): string => {
  const parts = gap.split(/\s[–—-]\s|[,;:，；：]\s+/u).filter((part) => /\p{L}/u.test(part));
  return parts.at(-1) ?? "";
};

/** The step that the words beside a day name; null for other words. */
function stepOf(gap: string): ColumnRole | null {
  const words = gap.replace(SEPARATOR, "").replace(FILLER, "").replace(/[*_`]/g, "").trim();
  if (words === "" || words.length > LONGEST_LABEL) return null;
  if (IN_USE.test(words)) return "release";
  const { role } = meaningOfHeader(words);
  if (DAY_ROLES.has(role)) return role;
  const state = role === "other" ? stateOf(words) : null;
  return state === "active" ? "release" : null;
}
