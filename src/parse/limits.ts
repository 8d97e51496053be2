/** Caps against documents that are built to exhaust memory or the stack; far above anything a real page holds. */
export const MAX_DEPTH = 400;
export const MAX_TABLE_CELLS = 300_000;
export const MAX_SPAN = 1_000;

/** A document that is beyond the caps. It is never read in part: half a page would look like withdrawn models. */
export class ParseLimitError extends Error {
  override name = "ParseLimitError";
}
