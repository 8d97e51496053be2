import type { CivilDate } from "../core/fact.ts";
import type { ModelRecord } from "../core/model.ts";
import type { Override } from "../core/source.ts";
import { fullKey } from "./names.ts";

/**
 * The operator's correction of a record that counts on `today`; null when there is none. The model may be written as a
 * person would; without a version the correction speaks of all of them.
 */
export function overrideOf(
  overrides: readonly Override[],
  record: Pick<ModelRecord, "surface" | "model_id" | "version" | "aliases">,
  today: CivilDate,
): Override | null {
  const fits = (override: Override) =>
    override.surface === record.surface &&
    (override.version === undefined || override.version === record.version) &&
    (override.until === undefined || today <= override.until) &&
    [record.model_id, ...record.aliases].some((name) => fullKey(name) === fullKey(override.model));
  return overrides.find((override) => fits(override)) ?? null;
}

/** The record as the operator wants it seen; what the sources say stays in its claims. */
export function overridden(record: ModelRecord, overrides: readonly Override[], today: CivilDate): ModelRecord {
  const override = overrideOf(overrides, record, today);
  if (override === null) return record;
  // An ignored model is neither counted down nor listed as ending; it can still be asked for.
  if (override.set === "ignore") return { ...record, scheduled: false, decided_by: "override" };
  const { shutdown, replacements, announced } = override.set;
  return {
    ...record,
    ...(shutdown === undefined ? {} : { shutdown, precision: shutdown === null ? null : "day", stages: [] }),
    ...(shutdown === undefined ? {} : { scheduled: shutdown !== null }),
    ...(replacements === undefined ? {} : { replacements }),
    ...(announced === undefined ? {} : { announced }),
    decided_by: "override",
  };
}

/**
 * All records with the operator's corrections on top: for the countdown and for answers. Never stored, so that a
 * correction that expires or is taken away leaves nothing behind.
 */
export function withOverrides(
  records: ReadonlyMap<string, ModelRecord>,
  overrides: readonly Override[],
  today: CivilDate,
): Map<string, ModelRecord> {
  if (overrides.length === 0) return new Map(records);
  return new Map([...records].map(([key, record]) => [key, overridden(record, overrides, today)]));
}
