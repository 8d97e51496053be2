const CLOCK =
  "\\d{1,2}(?:[:.]\\d{2}| ?h(?: ?\\d{2})?(?![\\p{L}\\d])| ?[ap]\\.?m\\b\\.?| ?uhr|[時时点시](?: ?\\d{1,2} ?[分분])?)";
const ZONE = "(?: ?(?:uhr|utc|gmt|[a-z]{2,4}))?";
/** "Between 02:00 and 05:00 UTC", "de 2 h à 5 h", "02:00〜05:00": an hour after which it is as before. */
const WINDOW = new RegExp(
  `${CLOCK}${ZONE} ?(?:and|to|until|und|bis|et|à|jusqu[’']à|y|a las|hasta|a|e|às|até|alle|[-–—~〜～至到]|から|부터) ?(?:the |las |die )?${CLOCK}`,
  "iu",
);
const FOR_SOME_TIME =
  /\bfor (?:about |around |up to )?(?:\d+|one|two|three|four|a few|several) (?:minutes|hours)\b|(?:für|rund|etwa) (?:\d+|zwei|drei|einige) (?:minuten|stunden)|pendant (?:\d+|quelques|deux|trois) (?:minutes|heures)|durante (?:\d+|unos|dos|tres|alguns|duas|três) (?:minutos|horas)|per (?:\d+|due|tre|alcune) (?:minuti|ore)/iu;
const MAINTENANCE = /maintenance|wartung|mantenimiento|manutenç|manutenzione|维护|維護|メンテナンス|점검|유지 ?보수/iu;
const FOR_GOOD =
  /retir|remov|shut(?:s|ting)? ?-?(?:down|off)|sunset|discontinu|decommission|deprecat|end[- ]of[- ]life|abgeschaltet|eingestellt|außer betrieb|supprim|arrêt|eliminad|desativad|descontinuad|encerrad|ritirat|dismess|rimoss|下线|停用|退役|下架|廃止|提供終了|提供を終了|종료|폐기/iu;

/** True for a sentence on some hours without service: what is "unavailable" then comes back. */
export function isWindow(sentence: string): boolean {
  if (!/\d/.test(sentence) || !(WINDOW.test(sentence) || FOR_SOME_TIME.test(sentence))) return false;
  return MAINTENANCE.test(sentence) || !FOR_GOOD.test(sentence);
}
