import type { DateSense } from "../cells/dates.ts";
import { stateOf } from "../cells/state.ts";
import { blankDraft, type Draft } from "../table/draft.ts";
import { endWords, meaningOfHeader } from "../table/header-words.ts";

const CHANGED = /\b(?:changed|moved|updated|went)\b.{0,20}?\bfrom\b/i;
const LONGEST = 400;

/**
 * Reads a line of a tracker that says how a field of a model changed: "X: Release status changed from 'GA' to 'Closing
 * down: 2026-04-01'". Only what it changed to counts. Null for every other line, and for a change that ends nothing.
 */
export function draftOfChange(line: string, sense: DateSense): Draft | null {
  const text = line.replace(/[*`]/g, "").replace(/\s+/g, " ").trim();
  const from = CHANGED.exec(text);
  const colon = text.indexOf(":");
  if (text.length > LONGEST || from === null || colon < 1 || colon > from.index) return null;
  const name = text.slice(0, colon).trim();
  const field = text.slice(colon + 1, from.index).trim();
  const to = text.lastIndexOf(" to ");
  if (name === "" || name.length > 80 || to < from.index) return null;
  const after = text.slice(to + 4).replace(/^['"“‘]|['"”’.]+$/g, "");
  const state = stateOf(after);
  const role = meaningOfHeader(field).role;
  const ends = endWords(after) === "end" || state === "deprecated" || state === "retired" || role === "shutdown";
  const date = sense.find(after).dates[0];
  if (!ends || date === undefined) return null;
  return {
    ...blankDraft(name, "model", "list", 0),
    shutdown: date.date,
    precision: date.precision,
    floor: date.precision === "earliest",
    state: state === "active" ? null : state,
    notice: true,
    quote: text,
  };
}
