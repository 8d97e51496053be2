/** Where one sentence of a note ends and the next begins; a full stop before a small letter or a German month ends none. */
export const SENTENCE_END =
  /(?<=[.!?])\s+(?=[\p{Lu}“"(*])(?!(?<=\d\.\s)(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L}))|(?<=[。！？])/u;
