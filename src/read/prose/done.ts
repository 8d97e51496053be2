import { remember } from "../../lib/remember.ts";

/** A finished act: "we've retired", "wurde abgeschaltet", "已下线". */
export const DONE =
  /(?:['’]ve|\bhave|\bhas|\bhad|\bwas|\bwere)(?: now)? (?:been )?(?:retired|removed|shut ?(?:down|off)|discontinued|sunset|(?:turned|switched) off|decommissioned|taken (?:offline|down)|withdrawn)|\b(?:reached|passed) (?:the |its |their )?end of (?:life|service)|\bwent (?:offline|out of service)|hat (?:das|sein) (?:lebens|service)?ende erreicht|atteint (?:la|sa) fin de vie|lleg(?:ó|aron) al final de su vida|cheg(?:ou|aram) ao fim d[ae] (?:sua )?vida|raggiunto la fine del ciclo|\b(?:is|are)(?: now)? no longer (?:available|supported|accessible|served|offered)(?! (?:from|after|as of|starting|on \w+ \d|to new|for new))|\b(?:ist|sind) (?:ab sofort |jetzt )?nicht (?:mehr|länger) (?:verfügbar|erreichbar|nutzbar)|n[’']est plus (?:disponible|accessible)|ne sont plus (?:disponibles|accessibles)|ya no est[áa]n? (?:disponible|accesible)|não est(?:á|ão) mais disponíve|non (?:è|sono) più (?:disponibil|accessibil)|\b(?:is|are)(?: now)? deprecated from\b|wurden? \S+ (?:abgeschaltet|eingestellt|entfernt)|(?:a été|ont été|avons) (?:retir|arrêt|supprim|désactiv)\S*|(?:ha|han|hemos) (?:sido )?(?:retirad|apagad|eliminad)\S*|(?:foi|foram) (?:desligad|removid|descontinuad)\S*|(?:è stato|sono stati|abbiamo) (?:ritirat|rimoss|spent)\S*|已(?:经)?(?:下线|停用|下架|停止服务|移除)|(?:終了|廃止|停止)しました|(?:종료|중단)(?:되었|했)/i;

/** True for a text that tells a finished act. */
export const tellsDone: (text: string) => boolean = remember((text) => DONE.test(text));
