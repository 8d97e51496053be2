import type { Clause } from "./clauses.ts";

/** "Será desligado em D", "Smetterà di rispondere il D": a verb of the third person, and nobody named before it. */
const AUXILIARY: Readonly<Record<string, RegExp>> = {
  pt: /^\s*(?:(?:e|depois|então|já) )?(?:será|vai ser|foi)(?: (?:\p{L}+mente|então|já))? $/u,
  it: /^\s*(?:(?:e|poi|dopo|quindi|infine) )?(?:sarà|verrà|viene|è stato)(?: (?:\p{L}+mente|poi|quindi|già))? $/u,
};
const VERB: Readonly<Record<string, RegExp>> = {
  pt: /^(?:deixará de|sairá d|parará de|não (?:estará|ficará|responderá|funcionará))(?!\p{L}{2})/u,
  it: /^(?:smetterà di|uscirà d|cesserà di|non (?:sarà|risponderà|funzionerà)(?! stat))/u,
};
const VERB_REACH = 24;
/** Of a model, which is masculine, and of no version or page. */
const OF_A_MODEL = /o$/u;

/** True for a statement that begins with its verb, as these languages do where they go on about the same thing. */
export function beginsWithVerb({ off, start }: Clause, plain: string, tag: string): boolean {
  const [end] = off;
  const auxiliary = AUXILIARY[tag];
  if (end === undefined || auxiliary === undefined) return false;
  const [before, said] = [plain.slice(start, end.start), plain.slice(end.start, end.end)];
  if (auxiliary.test(before)) return OF_A_MODEL.test(said);
  return (
    /^(?:|quel giorno|da allora|poi|nesse dia|depois disso|a partir daí),?$/u.test(
      before.replace(/^[;,]/u, "").trim(),
    ) && VERB[tag]?.test(plain.slice(end.start, end.start + VERB_REACH)) === true
  );
}
