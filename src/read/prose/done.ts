import { remember } from "../../lib/remember.ts";

/** A finished act: "we've retired", "wurde abgeschaltet", "已下线". */
export const DONE =
  /(?:['’]ve|\bhave|\bhas|\bhad|\bwas|\bwere)(?: now)? (?:been )?(?:retired|removed|shut ?(?:down|off)|discontinued|sunset|(?:turned|switched) off|decommissioned|taken (?:offline|down)|withdrawn)|\b(?:reached|passed) (?:the |its |their )?end of (?:life|service)|\bwent (?:offline|out of service)|hat (?:das|sein) (?:lebens|service)?ende erreicht|atteint (?:la|sa) fin de vie|lleg(?:ó|aron) al final de su vida|cheg(?:ou|aram) ao fim d[ae] (?:sua )?vida|raggiunto la fine del ciclo|\b(?:is|are) now (?:retired|removed|shut ?down|discontinued|decommissioned|(?:turned|switched) off)\b|(?<!(?:which|that) )\b(?:is|are)(?: now)? gone(?=[.;]| from)|\bnow (?:returns? (?:an? |http )?(?:error|4\d\d)|fails?)\b|\bcan no longer be (?:called|used|accessed|reached|selected)\b(?! (?:from|after|as of|starting|on|by|to|for|as|with|in) )|\b(?:is|are)(?: now)? no longer (?:available|supported|accessible|served|offered|accepted|callable|reachable|usable)(?! (?:from|after|as of|starting|on \w+ \d|to new|for new))|\b(?:ist|sind) (?:ab sofort |jetzt )?nicht (?:mehr|länger) (?:verfügbar|erreichbar|nutzbar)|n[’']est plus (?:disponible|accessible)|ne sont plus (?:disponibles|accessibles)|ya no est[áa]n? (?:disponible|accesible)|não est(?:á|ão) mais disponíve|non (?:è|sono) più (?:disponibil|accessibil)|\b(?:is|are)(?: now)? deprecated from\b|wurden? (?:\S+ ){0,3}(?:abgeschaltet|eingestellt|entfernt)|(?:a été|ont été|avons) (?:retir|arrêt|supprim|désactiv)\S*|(?:ha|han|hemos) (?:sido )?(?:retirad|apagad|eliminad)\S*|(?:foi|foram) (?:desligad|removid|descontinuad|desativad|encerrad|retirad)\S*|(?:fue|fueron|se ha|se han) (?:retirad|eliminad|apagad|desactivad)\S*|(?:è stato|sono stati|abbiamo) (?:ritirat|rimoss|spent)\S*|已(?:经)?(?:下线|停用|下架|停止服务|移除)|(?:終了|廃止|停止)(?:いた)?しました|(?:利用|使用)(?:が)?できなくなりました|더 이상 (?:사용|이용|호출)할 수 없|(?:종료|중단)(?:되었|했)/gi;

/** "Once x is no longer available, requests fail": what is supposed is not done. */
const SUPPOSED =
  /\b(?:once|when|whenever|after|until|before|if|as soon as|sobald|wenn|bevor|falls|lorsqu\w*|quand|une fois|si|cuando|una vez|quando|assim que|una volta|se)(?![\p{L}])[^,.;]*$/iu;

/** Where a text tells a finished act; null where it tells none. */
export const doneIn: (text: string) => number | null = remember((text) => {
  const told = [...text.matchAll(DONE)].find(({ index }) => {
    const from = Math.max(text.lastIndexOf(".", index), text.lastIndexOf("\n", index)) + 1;
    return !SUPPOSED.test(text.slice(Math.max(from, index - 80), index));
  });
  return told?.index ?? null;
});

/** True for a text that tells a finished act. */
export const tellsDone = (text: string): boolean => doneIn(text) !== null;
