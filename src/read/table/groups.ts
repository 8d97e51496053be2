import type { CivilDate, Precision, StatedState } from "../../core/fact.ts";
import type { DateSense } from "../cells/dates.ts";
import { statesOf } from "../cells/state.ts";
import type { Draft } from "./draft.ts";
import { endWords, meaningOfHeader } from "./header-words.ts";

/** "Preview models" tells no state of retirement; "Retired models" does. */
export function groupState(label: string, above: StatedState): StatedState {
  const states = statesOf(label);
  const [only] = states;
  return states.length === 1 && only !== undefined && only !== "active" ? only : above;
}

export type GroupDay = { role: "announced" | "shutdown" | null; date: CivilDate; precision: Precision };

/** The day that a group row gives to the rows below it: "Announced November 2, 2026", "Shut down on 5 March 2027". */
export function groupDay(label: string, sense: DateSense): GroupDay | null {
  const found = sense.find(label).dates.find((date) => date.certain);
  if (found === undefined) return null;
  const words = `${label.slice(0, found.start)} ${label.slice(found.end)}`;
  const role = /\p{L}/u.test(words) ? meaningOfHeader(words).role : null;
  const means = role === "announced" ? "announced" : endWords(words) === "end" ? "shutdown" : null;
  return { role: means, date: found.date, precision: found.precision };
}

/** A bare day over rows with an end is the notice's; over rows without one it is their end where the page says so. */
export function withGroupDay(draft: Draft, day: GroupDay): Draft {
  if (day.role === "shutdown" && draft.shutdown === null)
    return { ...draft, shutdown: day.date, precision: day.precision, floor: day.precision === "earliest" };
  if (day.role === "shutdown" || day.precision !== "day" || draft.announced !== null) return draft;
  const before = draft.shutdown !== null && day.date < draft.shutdown;
  return before || day.role === "announced" ? { ...draft, announced: day.date } : draft;
}
