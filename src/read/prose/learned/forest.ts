import { logistic } from "./weights.ts";

/**
 * Decision trees whose leaves are added up. All nodes in one list, a tree behind the other: `feature` is -1 for a leaf, whose
 * `value` counts; any other goes to the node right behind it where the feature is at most `value`, else to node `other`.
 */
export type Forest = {
  bias: number;
  /** What each feature is called, in the order in which they are given. */
  features: string[];
  roots: number[];
  feature: number[];
  value: number[];
  other: number[];
};

/** What is known of something, by name; every one of a kind has the same names in the same order. */
export type Features = Record<string, number>;

/**
 * The likelihood, 0 to 1, by all trees.
 *
 * @throws Error when the features are not those that the trees were grown on: `npm run learn` makes them anew
 */
export function likelihoodByTrees(forest: Forest, features: Features): number {
  const values = Object.values(features);
  if (!checked.has(forest)) check(forest, features);
  let sum = forest.bias;
  for (const root of forest.roots) {
    let node = root;
    for (;;) {
      const feature = forest.feature[node] ?? -1;
      const value = forest.value[node] ?? 0;
      if (feature < 0) {
        sum += value;
        break;
      }
      node = (values[feature] ?? 0) <= value ? node + 1 : (forest.other[node] ?? 0);
    }
  }
  return logistic(sum);
}

/** The forests whose features were compared by name; every one of a kind has the same. */
const checked = new WeakSet<Forest>();

function check(forest: Forest, features: Features): void {
  const names = Object.keys(features);
  const place = Math.max(
    forest.features.findIndex((name, index) => name !== names[index]),
    names.findIndex((name, index) => name !== forest.features[index]),
  );
  if (place >= 0)
    throw new Error(
      `feature ${place} is ${names[place]} where the trees know ${forest.features[place]}: run npm run learn`,
    );
  checked.add(forest);
}
