/** What a page says of its own dates and words. Each rule asks sentence by sentence, so that it stays linear. */

const SENTENCES = /(?<=[.!?。！？])\s+|\n/;

const EARLIEST = /\bearliest\b|最早|frühest|au plus tôt|más temprana/i;

const ONE_COLUMN =
  /\b(?:(?:the|this|that) )?(?:last|first|second|third|next|right|left|right-hand|left-hand|final|this|that) column\b|\b(?:letzte|erste|zweite|dritte) spalte\b|\b(?:dernière|première|deuxième) colonne\b|\b(?:última|primera|segunda) columna\b/i;

/** "The shutdown dates listed are the earliest possible dates": then no date of the page is firm. */
export function everyDateIsEarliest(text: string): boolean {
  if (!EARLIEST.test(text)) return false;
  return text.split(SENTENCES).some((sentence) => {
    if (sentence.length > 600 || !EARLIEST.test(sentence)) return false;
    // "The last column is the earliest possible date": of one column of one table.
    if (ONE_COLUMN.test(sentence)) return false;
    return (
      /\b(shut ?down|retirement|retire|sunset|end[- ]of[- ]life|deprecation)\b|下线|停用|Abschalt|arrêt|retiro/i.test(
        sentence,
      ) &&
      /\bdates?\b|日期|日付|Dat(um|en)|fechas?/i.test(sentence) &&
      /\b(all|listed|indicate|below|table|page|possible|these|tracked|announced)\b|所有|列出/i.test(sentence) &&
      !/\b\d{4}\b/.test(sentence)
    );
  });
}

const END_WORDS =
  /\b(shut ?-?downs?|shut off|retire\w*|retirement|sunset\w*|end[- ]of[- ](?:life|support|service)|eol|removal|removed from|discontinu\w*|decommission\w*)\b|\b(?:removed|unavailable|offline|gone) (?:\w+ ){0,2}?(?:after )?(?:\w+ ){0,2}?(?:days?|weeks?|months?|years?)(?: later)?\b|下线|退役|停止服务|提供終了|종료/i;

const VAGUE =
  /\b(in (the )?(a |an |one|two|three|four|six|\w+ing|\d+|next) ?\w* ?(days?|weeks?|months?)|shortly|soon|eventually|in the future)\b/i;

/**
 * True when a changelog says "will be deprecated" where it means the end: it never tells a deprecation together with the
 * retirement that follows it.
 */
export function deprecatedMeansOff(text: string): boolean {
  const sentences = text.split(SENTENCES).filter((sentence) => /\bdeprecat/i.test(sentence));
  const firm = sentences.filter(
    (sentence) => /\bwill (be deprecated|deprecate)\b/i.test(sentence) && !VAGUE.test(sentence),
  );
  if (firm.length === 0) return false;
  return !sentences.some((sentence) => END_WORDS.test(sentence));
}

/** True when a page has no other word than "deprecation" for the end of a model, so that it must mean it. */
export function knowsOnlyDeprecation(text: string): boolean {
  return !END_WORDS.test(text);
}
