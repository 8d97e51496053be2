import type { StatusMatch } from "../core/model.ts";
import { surfaceLabel } from "../core/surface.ts";

/** One model for a person at a terminal, a fact a line. */
export function matchLines(match: StatusMatch): string {
  const lines = [
    `${match.model_id}${match.version === null ? "" : ` (${match.version})`} on ${surfaceLabel(match.surface)}: ${match.status}`,
    match.announced === null ? null : `announced    ${match.announced}`,
    match.shutdown === null ? null : `shutdown     ${shutdownWords(match)}`,
    match.replacements.length === 0 ? null : `replacement  ${match.replacements.join(", ")}`,
    match.as_of === null ? null : `as of        ${match.as_of}${match.stale ? " (stale)" : ""}`,
    ...match.evidence.slice(0, 2).map((evidence) => `source       ${evidence.source} ${evidence.url}`),
    ...match.disagreements.map((other) => `but          ${other.evidence.source} says ${other.shutdown ?? "no date"}`),
  ];
  return lines.filter((line) => line !== null).join("\n  ");
}

function shutdownWords(match: StatusMatch): string {
  if (match.precision === "month") return (match.shutdown ?? "").slice(0, 7);
  const days = match.days_left ?? 0;
  const left = days < 0 ? `${-days} days ago` : `in ${days} days`;
  return `${match.precision === "earliest" ? "not before " : ""}${match.shutdown} (${left})`;
}
