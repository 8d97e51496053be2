/** What a page says of its own dates and words. Each rule asks sentence by sentence, so that it stays linear. */

const SENTENCES = /(?<=[.!?。！？])\s+|\n/;

const EARLIEST = /\bearliest\b|最早|frühest|au plus tôt|más temprana/i;

/** "The shutdown dates listed are the earliest possible dates": then no date of the page is firm. */
export function everyDateIsEarliest(text: string): boolean {
  if (!EARLIEST.test(text)) return false;
  return text.split(SENTENCES).some((sentence) => {
    if (sentence.length > 600 || !EARLIEST.test(sentence)) return false;
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
  /\b(shut ?-?downs?|shut off|retire\w*|retirement|sunset\w*|end[- ]of[- ](?:life|support|service)|eol|removal|removed from|discontinu\w*|decommission\w*)\b|下线|退役|停止服务|提供終了|종료/i;

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

const DEPRECATION_DATE = /\bdeprecation (?:date|time|day)s?\b|弃用(?:日期|时间)|非推奨日/i;

/** "Deprecation dates: when the provider plans to retire each model" explains the word by the end. */
const WHEN_ENDS =
  /\bdates?\b.{0,80}\bwhen\b.{0,60}\b(?:retires?|shuts? down|turns? off|switch(?:es)? off|removes?|discontinues?|sunsets?|stops? serving)\b/i;

const AFTERWARDS = /\b(after|past|following|on|once|from|beyond)\b|之后|以降|后/i;
const GONE =
  /\b(no longer (be )?(available|accessible|supported|served)|(shut|turned|switched) (down|off)|removed|stops? working|(will )?(fails?|returns? (an )?errors?)|(become|becomes|goes) (inactive|unavailable|offline)|cannot be (used|called)|unavailable|inaccessible)\b|不可用|停止|无法|利用できな/i;
/** "The model stays fully functional until the deprecation date." */
const WORKS_UNTIL =
  /\b(?:remain|stay|continue|keep|work|function|available|accessible|usable|callable)\w*\b.{0,60}\b(?:until|till|through|up to|before)\b.{0,24}\bdeprecation (?:date|day)\b/i;
/** "It continues to work after the deprecation date until it is shut down." */
const WORKS_AFTER =
  /\b(?:remain|stay|continue|keep|work)\w*\b.{0,60}\b(?:after|past|beyond)\b.{0,24}\bdeprecation (?:date|day)\b/i;
/** The date as the title of what happens on it. */
const TITLE = /^[\s\d.)*#-]*deprecation (?:date|day)[\s:*]*$/i;

/** "After the deprecation date, the model will no longer be accessible": here "deprecation" is the end. */
export function deprecationIsEnd(text: string): boolean {
  if (!DEPRECATION_DATE.test(text)) return false;
  const sentences = text.split(SENTENCES).filter((sentence) => sentence.trim() !== "");
  return sentences.some((sentence, index) => {
    if (sentence.length > 400) return false;
    if (WHEN_ENDS.test(sentence) || WORKS_UNTIL.test(sentence)) return true;
    if (!DEPRECATION_DATE.test(sentence)) return false;
    const next = sentences[index + 1] ?? "";
    if (TITLE.test(sentence)) return next.length <= 400 && GONE.test(next);
    return AFTERWARDS.test(sentence) && GONE.test(sentence) && !WORKS_AFTER.test(sentence);
  });
}
