/** Words on which what to take instead follows: "Use", "Please migrate your traffic to", "Bitte verwenden Sie". A source of an expression, case ignored. */
export const ADVISES: string = [
  "(?:please |bitte |veuillez |por favor,? |si prega di )?(?:use|try|replaced (?:by|with)|superseded by|in favou?r of",
  "(?:ersetzt|abgelöst) durch|remplacée?s? par|(?:reemplazad|sustituid|substituíd)[oa]s? por|sostituit[oaie] (?:da|con)",
  "(?:re-?(?:embed|index|train|run|deploy|tune|build)|migrate|move|switch|upgrade|transition|change)(?: [\\w-]{1,20}){0,3}? (?:to|with|onto)",
  "(?:verwenden|nutzen|benutzen|wechseln|migrieren) sie(?: (?:bitte|stattdessen|künftig|zukünftig))*(?: (?:zu|auf|nach))?",
  "(?:utilise[rz]|privilégie[rz]|migre[rz] vers|passe[rz] (?:à|au|vers))(?: plutôt)?",
  "(?:utilice|utilize|migre (?:a|para)|cambie a|mude para)",
  "(?:utilizzare|utilizzate|usare|passare a|migrare (?:a|verso)))",
].join("|");

/** "Requests go to x", "Requests fail; move to x": what happens to a call afterwards, up to the name. */
const HAPPENS =
  "(?:(?:requests|calls|traffic) )?(?:(?:are|is|will be|will|get|now|then|automatically) ){0,2}(?:go|goes|redirect(?:s|ed)?|rerouted|routed|forwarded|switched|fail(?:s|ed)? over) (?:automatically )?to|(?:requests|calls) (?:will )?(?:fail|return (?:an )?errors?)[.;,]? (?:please )?(?:use|move to|switch to|migrate to)";

/** A text that begins with such words, or that ends with them where a language puts them last. */
const ADVICE = new RegExp(
  `^(?:${ADVISES}|${HAPPENS}):?\\s+\\S|(?:を(?:ご利用|お使い|ご使用|使用して)(?:いただ|くださ)|(?:へ|に)(?:ご)?移行(?:して)?ください|사용하세요|사용해 ?주세요|사용하십시오)`,
  "i",
);
const LONGEST = 160;

/** True for a note that says what to use instead. */
export function isAdvice(text: string): boolean {
  return text.length <= LONGEST && ADVICE.test(text);
}
