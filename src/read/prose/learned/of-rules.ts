import type { ProseReading } from "../types.ts";
import type { Fact } from "../../../core/fact.ts";
import type { Features } from "./forest.ts";
import type { Day, Model } from "./item.ts";

/** What the rules have read in an item, model by model. */
export type Ruled = {
  reading: ProseReading;
  of: (model: Model) => readonly Fact[];
  /** Why the item as a whole was not believed. */
  doubted: boolean;
};

export const namesOf = ({ id, mentions }: Model): Set<string> =>
  new Set([id, ...mentions.flatMap(({ name }) => [name.name, name.text])].map((name) => name.toLowerCase()));

/** A reading by the rules, ready to be asked for models. */
export function ruledBy(reading: ProseReading): Ruled {
  const about = among(reading.facts);
  // A note about one model begins with its name.
  return { reading, of: about, doubted: reading.notes.some((note) => !note.includes(": ")) };
}

/** The facts that are about a model, by any of its names. */
export function among(facts: readonly Fact[]): (model: Model) => readonly Fact[] {
  const known = new Map<Model, readonly Fact[]>();
  return (model) => {
    const before = known.get(model);
    if (before !== undefined) return before;
    const names = namesOf(model);
    const own = facts.filter((fact) => names.has(fact.model_id.toLowerCase()));
    known.set(model, own);
    return own;
  };
}

/** What the rules say of the end of a model, and of the item around it. */
export function featuresOfRules({ reading, of, doubted }: Ruled, model: Model): Features {
  const names = namesOf(model);
  const told = (facts: readonly Fact[]) => facts.filter((fact) => names.has(fact.model_id.toLowerCase())).length;
  return {
    ruled: of(model).length,
    ruledElsewhere: told(reading.elsewhere),
    ruledWithdrawn: told(reading.withdraws),
    ruledRecalled: told(reading.recalled),
    ruledNoted: Number(reading.notes.some((note) => names.has(note.slice(0, note.indexOf(": ")).toLowerCase()))),
    ruledDoubted: Number(doubted),
    ruledIn: reading.facts.length,
    ruledOutside: reading.elsewhere.length + reading.withdraws.length,
    ruledInstead: Number(
      reading.facts.some(({ replacements }) => replacements.some((id) => names.has(id.toLowerCase()))),
    ),
  };
}

/** What the rules say of a day as that of the end of a model. */
export function ruledDay({ reading, of }: Ruled, model: Model, { date }: Day): Features {
  return {
    ruled: Number(of(model).some(({ shutdown }) => shutdown === date)),
    ruledOther: Number(of(model).some(({ shutdown }) => shutdown !== date)),
    ruledIn: reading.facts.filter(({ shutdown }) => shutdown === date).length,
    ruledElsewhere: reading.elsewhere.filter(({ shutdown }) => shutdown === date).length,
    ruledWithdrawn: reading.withdraws.filter(({ shutdown }) => shutdown === date).length,
  };
}

/** What the rules say of a place as the one where a model ends. */
export function ruledPlace({ reading, of }: Ruled, model: Model, place: string): Features {
  return {
    ruled: Number(of(model).some(({ surface }) => surface === place)),
    ruledOther: Number(of(model).some(({ surface }) => surface !== place)),
    ruledIn: reading.facts.filter(({ surface }) => surface === place).length,
  };
}

/** What the rules say of a model as the one that takes the place of another. */
export function ruledReplacement({ reading, of }: Ruled, model: Model, other: Model): Features {
  const names = namesOf(other);
  const named = (facts: readonly Fact[]) =>
    facts.filter(({ replacements }) => replacements.some((id) => names.has(id.toLowerCase()))).length;
  return {
    ruled: named(of(model)),
    ruledIn: named(reading.facts),
    ruledModel: of(model).length,
    ruledCount: of(model)[0]?.replacements.length ?? -1,
  };
}
