/** Blanks that are to become one space; a single space, by far the most frequent, is left where it is. */
const BLANKS = /[^\S ]\s*| \s+/g;

/** A text with each run of blanks as one space, also its line breaks. */
export function withSingleSpaces(text: string): string {
  return text.replace(BLANKS, " ");
}

/** A text as one line without blanks around it, each run of blanks inside as one space. */
export function oneLine(text: string): string {
  return text.replace(BLANKS, " ").trim();
}
