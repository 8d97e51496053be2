import { ADVISES } from "../cells/advice.ts";
import { speaksOfReplacement } from "../table/header-words.ts";

/** "`a` moves to `b`", "a is answered by b": what stands behind the old name and leads to the new one. */
const LEADS_ON = [
  "(?:(?:is|are|was|were|will be|will|has been|have been|gets?) )?(?:now |then |automatically )?(?:moves?|moved|redirects?|redirected|rerouted|routed|forwarded|switch(?:es|ed)|migrat(?:es|ed)|mapped) (?:automatically )?(?:over )?to",
  "(?:is|are|was|were|will be|has been|have been) (?:now |then )?(?:answered|served|succeeded|handled) by",
  "(?:wird|werden|wurden?) (?:nun |künftig |jetzt |automatisch )?(?:durch|an)",
  "(?:est|sont|sera|seront) (?:automatiquement )?(?:redirigée?s? vers|servie?s? par)|(?:se )?redirigen? a|(?:é|são|será|serão) redirecionad[oa]s? para|(?:viene|vengono|è|sono|sarà|saranno) reindirizzat[oaie] a",
].join("|");

/** A cheap look before it: what every such lead has. */
const MAY_LEAD = / (?:to|by|durch|an|vers|par|a|para) |(?:重定向|转发|跳转|路由|切换)[到至]/i;
const LEADING = new RegExp(
  [
    String.raw`(?<=[\p{L}\p{N}\x60"'”)])[,;.]?\s(?:${LEADS_ON})\s+`,
    String.raw`\s?(?:会|将)?(?:自动)?(?:重定向|转发|跳转|路由|切换)(?:到|至)\s?`,
  ].join("|"),
  "iu",
);

const ARROW = new RegExp(
  [
    String.raw`\s*(?:→|⇒|->|=>|⟶)\s*`,
    String.raw`(?<![\p{L}\p{N}-])we (?:recommend|suggest|advise)(?: (?:using|you use|that you use|(?:migrating|moving|switching|upgrading) to))?(?: instead)?:?\s+`,
    String.raw`(?<![\p{L}\p{N}-])${ADVISES}(?![\p{L}\p{N}]):?\s+`,
    String.raw`\s[—–-]\s(?:please )?(?:switch|move|migrate|change|upgrade|wechseln sie|passez|cambi[ae]|mude|passa(?:te)?) (?:over )?(?:to|zu|auf|à|a|para) `,
    String.raw`[(,;]\s*(?:recommended )?(?:successor|replacement|alternative|replaced with|upgrade)(?: is|:)\s+|(?:^|[(（，,、；;。]\s*)(?:请|建议|推荐|可)*(?:您|尽快|及时|用户)*(?:改用|换用|使用|(?:迁移|切换|升级)(?:至|到|为)|替换(?:为|成)|替代为)\s*|[、。]\s*(?:代わりに|移行先は|後継は)\s*`,
  ].join("|"),
  "iu",
);
/** Languages that put the verb last: the clause before "please use". */
const BEHIND =
  /(?:^|[、。.]\s*)(?=[^、。.]{1,4}?(?:[^、。.]|\.(?=\S)){1,60}?(?:を(?:ご利用|お使い|ご使用|使用)|(?:へ|に)(?:ご)?移行|に統合|[을를] 사용|[으]?로 (?:전환|이전|마이그레이션|대체)))/;
/** "…, bitte auf `b` wechseln": the successor stands within the words that lead to it. */
const WITHIN =
  /[,;.(（]\s*(?:bitte |wir empfehlen,? |man sollte )?(?:auf|zu|nach|durch) (?=[\p{L}\p{N}@][^\s,;]{2,60} (?:zu )?(?:wechseln|umsteigen|umstellen|migrieren|umziehen|ersetzen)(?!\p{L}))/iu;
/** "`b` takes over": the successor, before the words that call it so. */
const TAKES_OVER =
  /[.;,]\s(?=\S{3,60} (?:(?:now |then |will )?(?:takes? over(?: (?:its|their) (?:workloads?|traffic|role|place|jobs?))?|takes? (?:its|over its) place|replaces? (?:it|them)|succeeds? (?:it|them))|is (?:its|the) (?:successor|replacement)|tritt an (?:seine|ihre|deren) stelle|(?:ersetzt|beerbt) (?:ihn|sie|es)|prend (?:le relais|sa place|la relève)|l[oa] (?:sustituye|reemplaza)|[oa] substitui|l[oa] sostituisce|prende il suo posto)(?!\p{L}))/iu;
/** "(Nachfolger: x)", "(대체 모델: x)": a bracket or clause whose key speaks of a replacement. */
const KEYED = /[(（,，;；.。]\s*([^:：()（）,，;；.。]{2,30})[:：]\s*/g;

/** Where the replacement of an item begins, in whatever way it is pointed at. */
export function arrowIn(text: string): { index: number; length: number } | null {
  const [plain, leading] = [ARROW.exec(text), MAY_LEAD.test(text) ? LEADING.exec(text) : null];
  const arrow = plain === null || (leading !== null && leading.index <= plain.index) ? leading : plain;
  if (arrow !== null) return { index: arrow.index, length: arrow[0].length };
  const behind = BEHIND.exec(text);
  if (behind !== null) return { index: behind.index, length: behind[0].length };
  const within = WITHIN.exec(text);
  if (within !== null) return { index: within.index, length: within[0].length };
  const over = TAKES_OVER.exec(text);
  if (over !== null) return { index: over.index, length: over[0].length };
  const keyed = [...text.matchAll(KEYED)].find((match) => speaksOfReplacement(match[1] ?? ""));
  return keyed === undefined ? null : { index: keyed.index, length: keyed[0].length };
}
