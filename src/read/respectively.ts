/** "Move to c and d respectively": as many successors as models, one each, in nine languages. */
const RESPECTIVELY =
  /\brespectively\b|(?<!\p{L})(?:bzw\.|beziehungsweise|jeweils|respectivement|respectivamente|rispettivamente)|分别|それぞれ|각각/iu;

/** True where a text says that its lists are to be paired in their order. */
export const pairsInOrder = (text: string): boolean => RESPECTIVELY.test(text);
