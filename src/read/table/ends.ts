/** What no promotion, price or licence does: the verbs of an end in sentences, where a heading's words would say too much. */
const ENDS =
  /\b(?:retir|remov|shut ?-?(?:ting )?(?:down|off)|sunset|discontinu|decommission|withdraw|turn(?:ed|ing)? off|no longer (?:be )?(?:available|accessible|served|supported)|stop(?:ped|s|ping)? (?:serving|working|responding|accepting|on|at)\b|leav(?:e|es|ing) (?:the|our|on)\b|go(?:es|ing)? (?:away|off-?line|dark|offline)\b|(?:taken?|taking|brought|went|goes) off-?line\b|end[- ]of[- ](?:life|service)|abgeschaltet|eingestellt|retiré|arrêté|supprimé|retirad|retirar(?:á|án)|apagad|apagar(?:á|án)|eliminad|desativad|descontinuad|ritirat|dismess|rimoss)|下线|下線|停用|退役|下架|停止服务|停止提供|提供終了|提供を(?:停止|終了)|廃止|종료|(?:제공|지원)을? ?중단/i;
const DEPRECATES = /\bdeprecat|弃用|废弃|非推奨|지원 중단/i;
const OTHERWISE = /\b(?:not|never|unless|price|pricing|discount|promotion|trial|free)\b|n['’]t\b|价格|优惠|免费/i;

/** Whether a sentence tells the end of something, or only its deprecation; null for neither. */
export function saysOfEnd(text: string): "end" | "deprecated" | null {
  if (ENDS.test(text)) return "end";
  return DEPRECATES.test(text) ? "deprecated" : null;
}

/** True for a sentence that denies, or is about a price or a trial: what ends there is no model. */
export const isOtherwise = (text: string): boolean => OTHERWISE.test(text);
