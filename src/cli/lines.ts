import type { Evidence } from "../core/fact.ts";
import type { StatusMatch } from "../core/model.ts";
import { surfaceLabel } from "../core/surface.ts";
import { oneLine } from "../lib/one-line.ts";

const LONGEST_QUOTE = 200;

/** One model for a person at a terminal, a fact a line. */
export function matchLines(match: StatusMatch): string {
  const lines = [
    `${match.model_id}${match.version === null ? "" : ` (${match.version})`} on ${surfaceLabel(match.surface)}: ${match.status}`,
    match.announced === null ? null : `announced    ${match.announced}`,
    match.shutdown === null ? null : `shutdown     ${shutdownWords(match)}`,
    match.replacements.length === 0 ? null : `replacement  ${match.replacements.join(", ")}`,
    match.as_of === null ? null : `as of        ${match.as_of}${match.stale ? " (stale)" : ""}`,
    ...match.evidence.slice(0, 2).flatMap((evidence) => [sourceLine(evidence), quoteLine(evidence)]),
    ...match.disagreements.flatMap((other) => [
      `but          ${other.evidence.source} says ${dayWords(other)}`,
      quoteLine(other.evidence),
    ]),
  ];
  return lines.filter((line) => line !== null).join("\n  ");
}

const sourceLine = ({ source, url, quote }: Evidence): string =>
  source === "override" ? `source       your override: ${quote}` : `source       ${source} ${url}`.trimEnd();

function quoteLine({ source, quote }: Evidence): string | null {
  const words = oneLine(quote);
  return words === "" || source === "override" ? null : `             "${words.slice(0, LONGEST_QUOTE)}"`;
}

/** A day as its source gives it: a floor, a month, a day, or that the model stays. */
function dayWords({ shutdown, precision }: Pick<StatusMatch, "shutdown" | "precision">): string {
  if (shutdown === null) return "that it stays, or no date";
  if (precision === "month") return shutdown.slice(0, 7);
  return precision === "earliest" ? `not before ${shutdown}` : shutdown;
}

function shutdownWords(match: StatusMatch): string {
  if (match.precision === "month") return (match.shutdown ?? "").slice(0, 7);
  const days = match.days_left ?? 0;
  const left = days < 0 ? `${-days} days ago` : `in ${days} days`;
  return `${match.precision === "earliest" ? "not before " : ""}${match.shutdown} (${left})`;
}
