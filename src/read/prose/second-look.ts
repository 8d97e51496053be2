import type { ProseInput, ProseReading } from "./types.ts";
import { likelihoodOfEnd } from "./wording.ts";

/** Shorter texts say too little by their wording. */
export const SHORTEST = 200;
/**
 * A retirement whose wording is likelier than this is believed: low, since a lost retirement breaks somebody's production.
 * Chosen by measuring each held file with a model of the others (`npm run learn -- --cross`).
 */
export const LIMIT = 0.25;

/** An item as it is judged by its wording. */
export const wholeText = ({ title, text }: Pick<ProseInput, "title" | "text">): string => `${title}\n${text}`;

/**
 * Looks at a whole item again, by its wording: articles about prices, people, faults, law or phones can hold a sentence that
 * reads like a retirement, and are worded unlike texts that report one. It only takes away, never adds.
 *
 * @returns the same reading, or one without facts whose `notes` say why
 */
export function lookedAtAgain(reading: ProseReading, input: ProseInput): ProseReading {
  const whole = wholeText(input);
  if (reading.facts.length === 0 || input.habits?.ownChangelog === true || whole.length < SHORTEST) return reading;
  const likelihood = likelihoodOfEnd(whole);
  if (likelihood > LIMIT) return reading;
  const note = `worded like texts that retire nothing (likelihood ${likelihood.toFixed(2)})`;
  const { topic } = reading;
  return { ...reading, topic, facts: [], notes: [...reading.notes, note] };
}
