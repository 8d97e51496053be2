/** What an item says of its model right behind the name: it is none of those that end. */

const GOES_ON =
  /^[\s:：,;(（—–-]*(?:(?:it|this (?:one|model)|er|es|sie|il|elle|este|esta|questo) )?(?:(?:is|are|will be|ist|est|es|é|è) )?(?:(?:not|nicht|pas|no está|no es|não é|não está|non è) (?:affected|impacted|part of|included|concerned|among|retired|being retired|betroffen|dabei|concern\p{L}+|inclus\p{L}*|afectad[oa]|afetad[oa]|interessat[oa]|coinvolt[oa])|unaffected|unchanged|exempt\p{L}*|excluded|stays|stay|remains|remain|continues|keeps (?:running|working|going)|goes on|bleibt|bleiben|läuft weiter|unverändert|ausgenommen|reste|restent|continue|inchangée?|sigue|permanece|continúa|sin cambios|continua|segue|sem alterações|resta|rimane|invariat[oa])(?!\p{L})/iu;
/** Their words for it stand last. */
const GOES_ON_EAST =
  /不受影响|不在(?:此列|其中|本次)|不包括在内|继续(?:提供|可用|服务|支持|使用)|保持不变|対象外|対象ではありません|含まれません|引き続き|継続(?:して|し)?(?:提供|利用)|影響(?:は|を受け)(?:ありません|ません)|대상이? ?아[니닙]|해당(?:되지|하지) 않|제외(?:됩니다|된다|입니다)|계속 (?:제공|사용|이용|지원|유지)|유지됩니다|영향(?:이|을)? ?(?:없|받지)/u;

/**
 * True where an item of a list of ends takes its model out of it: "x: stays", "x is not affected".
 *
 * @param item the item
 * @param rest its words behind the name
 */
export const goesOn = (item: string, rest: string): boolean => GOES_ON.test(rest) || GOES_ON_EAST.test(item);
