import type { NameMention } from "../names/index.ts";
import type { ReadSentence } from "./clauses.ts";
import type { Frame } from "./frame.ts";
import type { Role } from "./roles.ts";

/** "Imagen 9 ends on D. This concerns a, b and c.": the sentence behind an end says which ids it is of. */

const REACH = 2;
const CONCERNS =
  /^(?:(?:this|it|that|the (?:change|shutdown|retirement|removal|notice|deprecation)) (?:concerns?|affects?|covers?|includes?|applies to|impacts?|involves?)|(?:the )?(?:affected|impacted|concerned|relevant) (?:models?|ids?|model ids?|versions?|snapshots?|endpoints?) (?:are|is|include)|(?:affected|impacted)(?: models?| ids?)?:|(?:das|dies|die abschaltung) betrifft|betroffen (?:sind|ist)|(?:cela|ceci|l['’]arrêt) concerne|(?:sont|est) concernée?s?|(?:esto|el retiro) (?:afecta a|incluye)|(?:los )?(?:modelos )?afectados(?: son)?|(?:isso|a desativação) (?:afeta|inclui)|(?:os )?(?:modelos )?afetados(?: são)?|(?:ciò|la dismissione) (?:riguarda|interessa|include)|(?:涉及|受影响|包括|具体(?:为|包括))|(?:対象(?:は|モデル)|該当(?:する)?モデル)|(?:대상(?: 모델)?(?:은|:)|해당 모델))/u;

/** The ids that such a sentence adds to the statement before it, each for its family or for all of it. */
export function concerned(
  { plain, names, clauses, text }: ReadSentence,
  index: number,
  roles: ReadonlyMap<NameMention, Role>,
  frames: readonly Frame[],
): Frame[] {
  const last = frames.findLast((frame) => !frame.title);
  if (last === undefined || last.date === null || last.weak || last.rumour || index - last.sentence > REACH) return [];
  if (
    !CONCERNS.test(plain.trim()) ||
    clauses.some(({ off, stay, things }) => off.length + stay.length + things.length > 0)
  )
    return [];
  const families = last.names.filter((name) => name.form === "display");
  const ids = names.filter(
    (name) =>
      name.form === "id" &&
      roles.get(name) !== "replacement" &&
      (families.length === 0 || families.some((family) => name.family === family.family)),
  );
  // The family stands for them.
  if (ids.length > 0) last.names = last.names.filter((name) => !families.includes(name));
  return ids.length === 0 ? [] : [{ ...last, names: ids, sentence: index, quote: `${last.quote} ${text}` }];
}
