import { civilDateAt } from "../core/civil-date.ts";
import { isoOf } from "../core/clock.ts";
import type { ModelRecord } from "../core/model.ts";
import type { Override } from "../core/source.ts";
import { rankOf, type Sights } from "./claims.ts";
import { baseKey } from "./names.ts";
import { withOverrides } from "./overrides.ts";
import { providerPageSpeaks } from "./telling.ts";

/**
 * The records that the countdown may speak of: with the operator's corrections on top, and without dates that only
 * second hand gives where a provider's page read lately speaks for the surface. Such a date is not announced either.
 *
 * @param now epoch milliseconds
 */
export function countedRecords(
  records: ReadonlyMap<string, ModelRecord>,
  context: { now: number; sights: Sights; overrides: readonly Override[] },
): Map<string, ModelRecord> {
  const at = isoOf(context.now);
  const spoken = new Map<string, boolean>();
  const speaks = (surface: string) => {
    const known = spoken.get(surface) ?? providerPageSpeaks(surface, context.sights, at);
    spoken.set(surface, known);
    return known;
  };
  const shown = withOverrides(records, context.overrides, civilDateAt(context.now));
  return new Map([...shown].filter(([, record]) => !isSecondHand(record) || !speaks(record.surface)));
}

/** True when no provider and no press speaks of the model, and no operator has corrected it. */
export function isSecondHand(record: ModelRecord): boolean {
  return record.decided_by !== "override" && record.claims.every((claim) => rankOf(claim) === 3);
}

/** What tells that a second-hand row repeats a provider's row under the name of its snapshot or alias. */
export function twinKey(record: ModelRecord): string {
  return `${record.surface}|${baseKey(record.model_id)}|${record.shutdown}`;
}
