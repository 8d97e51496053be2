import { type Column, MOST } from "./column.ts";
import { type ColumnRole, normalHeader } from "./header-words.ts";

const SPAN: ReadonlySet<ColumnRole> = new Set(["other", "availability", "note", "date", "state", "release", "surface"]);
/** "Served", "Support period": the model is there from the one day to the other. */
const SERVES =
  /^((service|key|lifecycle) )?(dates|periods?|active)$|\b(served|available|availability|supported|support|in service|offered|hosted|lifetime|life ?span|life ?cycle|(service|support|availability|serving) (period|window)|live|from|verfugbar\w*|zeitraum|laufzeit|betrieb|disponib\w*|periode|periodo|vigencia)\b|期间|期間|周期|기간/;

/** "Announced on A, stops on B" in a rule of notice. */
const EXAMPLE = /\b(examples?|e ?g|beispiele?|exemples?|ejemplos?|exemplos?|esempi[o]?)\b|示例|举例|例|예시/;

/** "A – B" in most cells, or "GA D → Retired D": what each day is, the cells say. */
export function stepsOrPeriods(column: Column): "period" | "steps" | null {
  const { role } = column.meaning;
  const serves = SERVES.test(normalHeader(column.heading));
  if (EXAMPLE.test(normalHeader(column.heading))) return null;
  if (!SPAN.has(role) && !(role === "shutdown" && serves)) return null;
  if (column.steps >= 0.4) return "steps";
  if (column.periods < MOST) return null;
  return serves ? "period" : null;
}
