import type { Features, Forest } from "../../src/read/prose/learned/forest.ts";
import { logistic } from "../../src/read/prose/learned/weights.ts";

/** How a forest is grown; the rest is fixed. */
export type Growth = { trees: number; depth: number };

const PACE = 0.08;
/** How little a leaf is believed that holds few examples. */
const DOUBT = 2;
const FEWEST = 8;
/** What share of the examples, and of the features, each tree sees. */
const EXAMPLES = 0.7;
const FEATURES = 0.5;
const BINS = 32;
const LEAST_GAIN = 1e-3;

/**
 * Gradient boosted trees with logistic loss (https://doi.org/10.1214/aos/1013203451), over features in at most 32 bins. The
 * same examples in the same order give the same forest.
 */
export function grown(rows: readonly Features[], truths: readonly boolean[], { trees, depth }: Growth): Forest {
  const chance = dice(7);
  const features = Object.keys(rows[0] ?? {});
  const columns = features.map((_, feature) => binned(rows.map((row) => Object.values(row)[feature] ?? 0)));
  const positive = truths.filter(Boolean).length;
  const bias = Math.log((positive + 0.5) / (truths.length - positive + 0.5));
  const forest: Forest = { bias, features, roots: [], feature: [], value: [], other: [] };
  const sums = new Float64Array(rows.length).fill(bias);
  const [slope, weight] = [new Float64Array(rows.length), new Float64Array(rows.length)];
  for (let tree = 0; tree < trees; tree += 1) {
    for (const [row, truth] of truths.entries()) {
      const likelihood = logistic(sums[row] ?? 0);
      slope[row] = Number(truth) - likelihood;
      weight[row] = Math.max(1e-6, likelihood * (1 - likelihood));
    }
    const seen = [...rows.keys()].filter(() => chance() < EXAMPLES);
    const offered = columns.map((column, feature) => ({ ...column, feature })).filter(() => chance() < FEATURES);
    forest.roots.push(forest.feature.length);
    split(forest, offered, { slope, weight }, Int32Array.from(seen), depth);
    for (const row of rows.keys()) sums[row] = (sums[row] ?? 0) + leafOf(forest, columns, row);
  }
  return rounded(forest);
}

type Column = { cuts: number[]; bins: Uint8Array };
type Offered = Column & { feature: number };
type Push = { slope: Float64Array; weight: Float64Array };

/** The values of a feature by the cuts between them. */
function binned(values: readonly number[]): Column {
  const sorted = values.toSorted((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  const cuts =
    distinct.length <= BINS
      ? distinct.slice(1).map((value, index) => (value + (distinct[index] ?? 0)) / 2)
      : [
          ...new Set(
            Array.from({ length: BINS - 1 }, (_, bin) => sorted[Math.floor(((bin + 1) * sorted.length) / BINS)] ?? 0),
          ),
        ];
  const bin = (value: number) => {
    const at = cuts.findIndex((cut) => value <= cut);
    return at < 0 ? cuts.length : at;
  };
  return { cuts, bins: Uint8Array.from(values, bin) };
}

/** Adds a node for some examples, and the nodes below it. */
function split(forest: Forest, columns: readonly Offered[], push: Push, rows: Int32Array, depth: number): void {
  const node = forest.feature.length;
  let [slopes, weights] = [0, 0];
  for (const row of rows) {
    slopes += push.slope[row] ?? 0;
    weights += push.weight[row] ?? 0;
  }
  forest.feature.push(-1);
  forest.value.push((PACE * slopes) / (weights + DOUBT));
  forest.other.push(0);
  const cut = depth === 0 || rows.length < 2 * FEWEST ? null : bestCut(columns, push, rows, slopes, weights);
  if (cut === null) return;
  const { bins, cuts, feature } = cut.column;
  forest.feature[node] = feature;
  forest.value[node] = cuts[cut.bin] ?? 0;
  split(
    forest,
    columns,
    push,
    rows.filter((row) => (bins[row] ?? 0) <= cut.bin),
    depth - 1,
  );
  forest.other[node] = forest.feature.length;
  split(
    forest,
    columns,
    push,
    rows.filter((row) => (bins[row] ?? 0) > cut.bin),
    depth - 1,
  );
}

type Cut = { column: Offered; bin: number };

function bestCut(
  columns: readonly Offered[],
  push: Push,
  rows: Int32Array,
  slopes: number,
  weights: number,
): Cut | null {
  const whole = (slopes * slopes) / (weights + DOUBT);
  let [best, most]: [Cut | null, number] = [null, LEAST_GAIN];
  for (const column of columns) {
    const size = column.cuts.length + 1;
    const [slope, weight, count] = [new Float64Array(size), new Float64Array(size), new Int32Array(size)];
    for (const row of rows) {
      const bin = column.bins[row] ?? 0;
      slope[bin] = (slope[bin] ?? 0) + (push.slope[row] ?? 0);
      weight[bin] = (weight[bin] ?? 0) + (push.weight[row] ?? 0);
      count[bin] = (count[bin] ?? 0) + 1;
    }
    let [leftSlope, leftWeight, left] = [0, 0, 0];
    for (let bin = 0; bin < size - 1; bin += 1) {
      leftSlope += slope[bin] ?? 0;
      leftWeight += weight[bin] ?? 0;
      left += count[bin] ?? 0;
      if (left < FEWEST || rows.length - left < FEWEST) continue;
      const right = slopes - leftSlope;
      const gain = leftSlope ** 2 / (leftWeight + DOUBT) + right ** 2 / (weights - leftWeight + DOUBT) - whole;
      if (gain > most) [best, most] = [{ column, bin }, gain];
    }
  }
  return best;
}

/** What the newest tree says of an example. */
function leafOf({ roots, feature, value, other }: Forest, columns: readonly Column[], row: number): number {
  let node = roots.at(-1) ?? 0;
  for (;;) {
    const column = columns[feature[node] ?? -1];
    if (column === undefined) return value[node] ?? 0;
    const cut = column.cuts.indexOf(value[node] ?? 0);
    node = (column.bins[row] ?? 0) <= cut ? node + 1 : (other[node] ?? 0);
  }
}

/** Six digits say enough, and make half the file. */
const rounded = (forest: Forest): Forest => ({
  ...forest,
  value: forest.value.map((value) => Number(value.toPrecision(6))),
});

/** Numbers from 0 to 1 that are the same each time: a linear congruential generator. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
