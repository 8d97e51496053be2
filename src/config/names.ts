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
  return [...ofSubscriptions, ...ofOverrides, ...twice(config)];
}

/** Two corrections of one model, of which only the first would count, and two first subscriptions of one channel. */
function twice({ overrides, subscriptions }: ConfigFile): ConfigProblem[] {
  const again = (part: string, keys: readonly string[]): ConfigProblem[] =>
    keys.flatMap((key, at) => {
      const first = keys.indexOf(key);
      return key === "" || first === at
        ? []
        : [{ where: `${part}.${at}`, what: `it is about the same as ${part}.${first}. Keep one of them` }];
    });
  const corrected = overrides.map(({ surface, model, version, until }) =>
    model === undefined ? "" : JSON.stringify([surface, model.toLowerCase(), version ?? null, until ?? null]),
  );
  const places = subscriptions.map(({ platform, workspace, channel }) =>
    channel === undefined ? "" : JSON.stringify([platform, workspace, channel]),
  );
  return [...again("overrides", corrected), ...again("subscriptions", places)];
}

function distinct(names: string[]): string[] {
  return [...new Set(names)].toSorted();
}
