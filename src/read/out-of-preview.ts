import type { Fact } from "../core/fact.ts";

/** What tells a trial version from the model itself, and perhaps its day: "-preview", "-beta-0305", "-exp-11-2026". */
const TRIAL =
  /[-_. ]?(?:preview|beta|alpha|exp(?:erimental)?|early[-_]access|ea|rc\d*)(?:[-_.]\d{2,4}){0,3}(?![a-z\d])/i;

/** Words that a trial is over, and the model there for good. */
const FINISHED =
  /\bgeneral(?:ly)? availab\w+|\bGA\b|\b(?:out of|leav\w+|left|exit\w*|graduat\w+ from) (?:its |their |the )?(?:public |private )?(?:preview|beta|alpha)\b|\b(?:stable|final|production) (?:version|release|model|id|name|snapshot)|allgemein verfügbar|finale version|disponibilité générale|version stable|disponibilidad general|versión estable|disponibilidade geral|versão estável|disponibilità generale|versione stabile|正式(?:版|提供|リリース|上线|发布|推出|可用)|一般提供|GA版|정식 ?(?:출시|버전|제공|서비스)/iu;

/**
 * The name of what a preview became: the text that ends "x-preview" says that x is now there for good.
 *
 * @param id what ends
 * @param text all that is said around it
 * @returns the name as the text writes it; null when the text does not name it, or does not say that the trial is over
 */
export function nameOutOfPreview(id: string, text: string): string | null {
  const name = id.replace(TRIAL, "");
  if (name === id || name.length < 4 || !FINISHED.test(text)) return null;
  const lower = text.toLowerCase();
  const wanted = name.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    const after = lower.slice(at + wanted.length, at + wanted.length + 2);
    if (!/[\w./@-]/.test(lower[at - 1] ?? " ") && !/^[\w@:]|^[-./][\w]/.test(after))
      return text.slice(at, at + wanted.length);
  }
  return null;
}

/** "x is generally available. x-preview ends on D": x takes its place, unless it ends itself. `text` is asked for if needed. */
export function withFinished(facts: readonly Fact[], text: () => string): Fact[] {
  const isOpen = (fact: Fact) => fact.kind === "model" && fact.scheduled && fact.replacements.length === 0;
  const ending = new Set(facts.map((fact) => fact.model_id.toLowerCase()));
  return facts.map((fact) => {
    const name = isOpen(fact) && TRIAL.test(fact.model_id) ? nameOutOfPreview(fact.model_id, text()) : null;
    return name === null || ending.has(name.toLowerCase()) ? fact : { ...fact, replacements: [name] };
  });
}
