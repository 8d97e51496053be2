import type { SourceSpec } from "../core/source.ts";
import { SURFACES } from "../core/surface.ts";
import { nearest } from "../lib/nearest.ts";
import type { ConfigFile } from "./file.ts";
import type { ConfigProblem } from "./problem.ts";

/**
 * Providers and surfaces of the file that look like a mistyped one: a subscription to "opnai" would be silent for ever.
 * A name that is near to none stays: sources tell of new providers every month.
 */
export function strangeNames(config: ConfigFile, specs: readonly SourceSpec[]): ConfigProblem[] {
  const providers = distinct([...SURFACES, ...specs].map((one) => one.provider));
  const surfaces = distinct([...SURFACES.map((one) => one.id), ...specs.map((one) => one.surface)]);
  const check = (where: string, name: string, known: readonly string[]): ConfigProblem[] => {
    const near = nearest(name, known);
    return near === null
      ? []
      : [{ where, what: `"${name}" is not known. Did you mean "${near}"? Mend it, or nothing is ever told of it` }];
  };
  const ofSubscriptions = config.subscriptions.flatMap(({ subscription }, at) => [
    ...subscription.providers.flatMap((name, n) => check(`subscriptions.${at}.providers.${n}`, name, providers)),
    ...subscription.surfaces.flatMap((name, n) => check(`subscriptions.${at}.surfaces.${n}`, name, surfaces)),
  ]);
  const ofOverrides = config.overrides.flatMap(({ surface }, at) =>
    check(`overrides.${at}.surface`, surface, surfaces),
  );
  return [...ofSubscriptions, ...ofOverrides];
}

function distinct(names: string[]): string[] {
  return [...new Set(names)].toSorted();
}
