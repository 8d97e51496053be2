import type { CivilDate, Precision } from "../../core/fact.ts";
import { type Cell, textOf } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";
import { flat, isNothing } from "../cells/marks.ts";
import type { Mention } from "../cells/models.ts";

/** "Retirement date: June 30, 2026" in the cell of a version is none. */
const FIELD = /^[^:：]{3,30}[:：]\s/;

/** The versions that a cell lists, without fields about them. */
export function versionsOf(cell: Cell | undefined): string[] {
  if (cell === undefined) return [];
  const lines = cell.lines.filter((line) => !FIELD.test(textOf([line])));
  return flat({ lines: lines.flatMap((line) => [line, [{ text: "," }]]) })
    .split(/\s*[,;|]\s*|\s+(?:and|or)\s+/)
    .map((part) => part.replace(/[*`]/g, "").trim())
    .filter((part) => part !== "" && !isNothing(part) && part.length <= 40);
}

/** One model with several versions is several records; several models share one version, or pair with as many. */
export function versionsFor(mention: Mention, versions: string[], models: number, index: number): (string | null)[] {
  if (mention.version !== null) return [mention.version];
  // "Model ID | x" over "Versions | x": the id says it already.
  if (versions.length === 0 || (versions.length === 1 && versions[0] === mention.id)) return [null];
  if (models > 1 && versions.length === models) return [versions[index] ?? null];
  return versions;
}

/** "`a` (0125)" for version 0301 of a: another version of the same model takes its place. */
export function namesOtherVersion(text: string, id: string, own: string | null): boolean {
  if (own === null) return false;
  const behind = text.slice(text.indexOf(id) + id.length, text.indexOf(id) + id.length + 30);
  const version =
    /^[`"]?\s*[(（,]?\s*(?:version:?\s*)?[`"]?(\d{4}-\d{2}-\d{2}|\d{3,4}|v?\d{1,3}(?:\.\d+)*)(?!\w)/i.exec(behind)?.[1];
  return text.includes(id) && version !== undefined && version !== own;
}

/**
 * "15 April 2028 (1), 15 July 2028 (2)", "1: 15 April 2028, 2: 15 July 2028" for the versions 1 and 2: each has its own day.
 *
 * @param text the cell of the end
 */
export function dayOfVersion(
  version: string | null,
  versions: readonly string[],
  text: string,
  sense: DateSense,
): { date: CivilDate; precision: Precision } | null {
  if (version === null || versions.length < 2) return null;
  const { dates } = sense.find(text);
  if (dates.length < 2) return null;
  const words = (side: "before" | "behind") =>
    dates.map((day, index) =>
      side === "before"
        ? text.slice(dates[index - 1]?.end ?? 0, day.start)
        : text.slice(day.end, dates[index + 1]?.start ?? text.length),
    );
  for (const side of ["behind", "before"] as const) {
    const told = words(side).map((part) => part.replace(LABEL, "").trim().toLowerCase());
    const own = told.indexOf(version.replace(LABEL, "").trim().toLowerCase());
    const day = dates[own];
    if (day !== undefined && told.filter((part) => part !== "").length === dates.length)
      return { date: day.date, precision: day.precision };
  }
  return null;
}

const LABEL = /[()（）[\]:：,;，；|/–—→-]+|\b(?:versions?|v(?=\d)|for|on)\b\s*/gi;
