import { civilDateAt } from "../core/civil-date.ts";
import { DECISION, type Decision } from "../core/decision.ts";
import type { Fact, IsoInstant } from "../core/fact.ts";
import type { ModelRecord } from "../core/model.ts";
import type { Override, SourceSpec } from "../core/source.ts";
import { FRESH_DAYS, type Sights } from "./claims.ts";
import type { Difference } from "./diff.ts";
import { overrideOf } from "./overrides.ts";
import { isPast } from "./reading.ts";

export type TellingContext = {
  spec: Pick<SourceSpec, "id" | "trust">;
  at: IsoInstant;
  baseline: boolean;
  sights: Sights;
  overrides: readonly Override[];
};

/** Why a difference is told to nobody; null when it is news. The order is that of the strongest reason. */
export function whyUntold(
  record: ModelRecord,
  fact: Fact,
  difference: Difference,
  kin: readonly ModelRecord[],
  context: TellingContext,
): Decision | null {
  const byOperator = operatorsReason(record, difference, context);
  if (byOperator !== null) return byOperator;
  if (context.baseline) return DECISION.baseline;
  if (fact.kind !== "model" && fact.kind !== "agent") return DECISION.notCountedDown;
  const byTime = reasonOfTime(fact, difference, context.at);
  if (byTime !== null) return byTime;
  if (difference.kind === "announced" && kin.some((one) => one.scheduled && one.shutdown === fact.shutdown)) {
    return DECISION.otherName;
  }
  return context.spec.trust === "second-hand" ? secondHandReason(record, difference, context) : null;
}

function operatorsReason(record: ModelRecord, difference: Difference, context: TellingContext): Decision | null {
  const override = overrideOf(context.overrides, record, civilDateAt(Date.parse(context.at)));
  if (override === null) return null;
  if (override.set === "ignore") return DECISION.ignored;
  const decided = difference.kind === "replacement-changed" ? override.set.replacements : override.set.shutdown;
  return decided === undefined ? null : DECISION.overridden;
}

function reasonOfTime(fact: Fact, difference: Difference, at: IsoInstant): Decision | null {
  const past = isPast(fact.shutdown, fact.precision, at);
  const wasPast =
    typeof difference.previous === "string" && isPast(difference.previous, precisionBefore(difference), at);
  if (difference.kind === "withdrawn") return wasPast ? DECISION.pastModel : null;
  if (difference.kind === "replacement-changed") return past ? DECISION.pastModel : null;
  if (difference.kind !== "date-moved") return past ? DECISION.alreadyPast : null;
  if (difference.refined === true) return DECISION.refined;
  // A date that moved from days ahead to a day that is over is news; one that was over before is not.
  return past && wasPast ? DECISION.alreadyPast : null;
}

function precisionBefore(difference: Difference): Fact["precision"] {
  return difference.before?.fact.precision ?? "day";
}

/** Second hand alerts alone only where no provider's page speaks; it never moves what another source said. */
function secondHandReason(record: ModelRecord, difference: Difference, context: TellingContext): Decision | null {
  if (providerPageSpeaks(record.surface, context.sights, context.at)) return DECISION.providerSpeaks;
  if (difference.kind === "withdrawn") return DECISION.sourcesDiffer;
  const other = difference.before !== null && difference.before.source !== context.spec.id;
  return difference.kind === "date-moved" && other ? DECISION.sourcesDiffer : null;
}

/** True when a provider's page about this surface was read within the last 30 days. */
export function providerPageSpeaks(surface: string, sights: Sights, at: IsoInstant): boolean {
  const since = Date.parse(at) - FRESH_DAYS * 86_400_000;
  return [...sights.values()].some(
    (sight) =>
      sight.trust === "provider" &&
      sight.nature === "page" &&
      sight.surface === surface &&
      sight.last_good !== null &&
      Date.parse(sight.last_good) >= since,
  );
}
