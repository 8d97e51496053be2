import { monthNumber } from "../dates/months.ts";

const JOINED = /^(?:(\p{L}{3,9})-\d{1,2}-(?:19|20)\d\d|(?:19|20)\d\d-(\p{L}{3,9})-\d{1,2})$/u;

/** "Dec-15-2026", "2026-Dec-15": a day whose joints make it look like an id. */
export function isJoinedDay(text: string): boolean {
  const [, first, second] = JOINED.exec(text) ?? [];
  const word = first ?? second;
  return word !== undefined && monthNumber(word.toLowerCase()) !== null;
}
