import { readFileSync } from "node:fs";
import { once } from "../../../lib/remember.ts";
import { type Forest, likelihoodByTrees } from "./forest.ts";
import { contextsOf, hintsOf, wordHintsOf } from "./hints.ts";
import type { Day, Item, Model } from "./item.ts";
import { featuresOfCompany } from "./of-company.ts";
import { featuresOfDay } from "./of-day.ts";
import { featuresOfModel, type Hints } from "./of-model.ts";
import { featuresOfPlace, placesFor } from "./of-place.ts";
import { featuresOfReplacement } from "./of-replacement.ts";
import { featuresOfRules, ruledBy, ruledDay, ruledPlace, ruledReplacement, type Ruled } from "./of-rules.ts";
import type { ProseReading } from "../types.ts";
import { likelihoodBy, type Weights } from "./weights.ts";

/** What `npm run learn` writes. */
export type Learned = {
  /** Which words speak of an end, of a replacement, of the day of an end. */
  ends: Weights;
  replaces: Weights;
  dates: Weights;
  /** Which statements tell of the end of a model that they name. */
  statements: Forest;
  /** Which model ends: each for itself, and then with what is thought of the others. */
  models: Forest;
  company: Forest;
  days: Forest;
  places: Forest;
  replacements: Forest;
};

/** The file that ships: see `docs/decisions/0007-learned-reader.md`. */
export const LEARNED_FILE = new URL("learned.json", import.meta.url);

export type Likely<T> = { what: T; likelihood: number };

/** What the learned reader thinks of one model of an item, the likeliest first; likelihoods from 0 to 1. */
export type Verdict = {
  model: Model;
  /** That it stops being served to developers. */
  ending: number;
  days: Likely<Day>[];
  places: Likely<string>[];
  replacements: Likely<Model>[];
};

/** Less likely ends are not looked at any further. */
const LEAST = 0.02;
const ENDING = 0.5;

const likeliest = <T>(some: readonly T[], likelihood: (what: T) => number): Likely<T>[] =>
  some.map((what) => ({ what, likelihood: likelihood(what) })).toSorted((a, b) => b.likelihood - a.likelihood);

/** How likely each model of an item ends: what the first look says of the others counts in the second. */
function endingsBy(forests: Learned, item: Item, hints: Hints, ruled: Ruled): Map<Model, number> {
  const own = new Map(item.models.map((model) => [model, featuresOfModel(item, model, hints)]));
  const first = new Map([...own].map(([model, features]) => [model, likelihoodByTrees(forests.models, features)]));
  const ending = (model: Model) => first.get(model) ?? 0;
  return new Map(
    [...own].map(([model, features]) => {
      const company = featuresOfCompany(item, model, ending, hints);
      const rules = featuresOfRules(ruled, model);
      return [model, likelihoodByTrees(forests.company, { ...features, ...company, ...rules })];
    }),
  );
}

/**
 * What is thought of each model of an item that may end.
 *
 * @param usual the place that the source speaks of where it names none
 */
export function verdictsBy(
  learned: Learned,
  item: Item,
  hints: Hints,
  reading: ProseReading,
  usual: string | null,
): Verdict[] {
  const ruled = ruledBy(reading);
  const endings = endingsBy(learned, item, hints, ruled);
  const ending = (model: Model) => endings.get(model) ?? 0;
  return item.models
    .filter((model) => ending(model) >= LEAST)
    .map((model) => {
      const leaving = item.models.filter((other) => other === model || ending(other) >= ENDING);
      const days = likeliest(item.days, (day) =>
        likelihoodByTrees(learned.days, {
          ...featuresOfDay(item, model, day, ending(model), hints),
          ...ruledDay(ruled, model, day),
        }),
      );
      const day = days[0]?.what ?? null;
      return {
        model,
        ending: ending(model),
        days,
        places: likeliest(placesFor(item, model, usual), (place) =>
          likelihoodByTrees(learned.places, {
            ...featuresOfPlace(item, model, place, day, ending(model), usual),
            ...ruledPlace(ruled, model, place),
          }),
        ),
        replacements: likeliest(
          item.models.filter((other) => other !== model),
          (other) =>
            likelihoodByTrees(learned.replacements, {
              ...featuresOfReplacement(item, model, other, leaving, ending, hints),
              ...ruledReplacement(ruled, model, other),
            }),
        ),
      };
    });
}

const shipped = once(() => {
  const learned = JSON.parse(readFileSync(LEARNED_FILE, "utf8")) as Learned;
  const { ends, replaces, dates } = learned;
  return {
    learned,
    speaking: { ends: likelihoodBy(ends), replaces: likelihoodBy(replaces), dates: likelihoodBy(dates) },
  };
});

/** The same by the models that ship with the project. */
export function verdictsOn(item: Item, reading: ProseReading, usual: string | null): Verdict[] {
  if (item.models.length === 0 || item.days.length === 0) return [];
  const { learned, speaking } = shipped();
  return verdictsBy(
    learned,
    item,
    hintsOf(item, wordHintsOf(contextsOf(item), speaking), learned.statements),
    reading,
    usual,
  );
}
