/** Where one sentence of a note ends and the next begins; a full stop before a small letter ends none. */
export const SENTENCE_END = /(?<=[.!?])\s+(?=[\p{Lu}“"(*])|(?<=[。！？])/u;
