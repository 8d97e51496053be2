import { contextOf } from "./context.ts";
import type { Item, Mention, WrittenDay } from "./item.ts";
import { type Forest, likelihoodByTrees } from "./forest.ts";
import { featuresOfMention } from "./of-mention.ts";
import type { Hints } from "./of-model.ts";
import type { Likelihood } from "./weights.ts";
import { wordsOf } from "./words.ts";

/** The contexts of the names and days of an item, each looked at once. A name that stands inside of another has none. */
export type Contexts = { of: (spot: Mention | WrittenDay) => Int32Array | undefined };

export function contextsOf(item: Item): Contexts {
  const words = wordsOf(item);
  const found = new Map<string, Int32Array>();
  for (const [place, word] of words.entries()) {
    const spot = word.mention ?? word.day;
    if (spot !== undefined) found.set(keyOf(spot), contextOf(item, words, place));
  }
  return { of: (spot) => found.get(keyOf(spot)) };
}

const keyOf = (spot: Mention | WrittenDay): string => `${"name" in spot ? "name" : "day"} ${spot.at} ${spot.end}`;

/** Which words speak of what: the three lists of weights. */
export type Speaking = { ends: Likelihood; replaces: Likelihood; dates: Likelihood };

/** What the words around the names and days of an item hint at. */
export function wordHintsOf(contexts: Contexts, { ends, replaces, dates }: Speaking): Omit<Hints, "says"> {
  const kept = (likelihood: Likelihood) => {
    const known = new Map<Mention | WrittenDay, number>();
    return (spot: Mention | WrittenDay): number => {
      const before = known.get(spot);
      if (before !== undefined) return before;
      const context = contexts.of(spot);
      const answer = context === undefined ? 0 : likelihood(context);
      known.set(spot, answer);
      return answer;
    };
  };
  return { ends: kept(ends), replaces: kept(replaces), dates: kept(dates) };
}

/** The same, and what the statements around the names say. */
export function hintsOf(item: Item, words: Omit<Hints, "says">, statements: Forest): Hints {
  const said = new Map(
    item.mentions.map((mention) => [mention, likelihoodByTrees(statements, featuresOfMention(item, mention, words))]),
  );
  return { ...words, says: (mention) => said.get(mention) ?? 0 };
}
