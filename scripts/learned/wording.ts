import { logistic } from "../../src/read/prose/learned/weights.ts";
import { piecesOf, weighed, type WordingModel } from "../../src/read/prose/wording.ts";

/** One text whose truth is known. */
export type Example = { text: string; ends: boolean };

const SLOTS = 2 ** 15;
/** How little the weights are held back; the usual C of logistic regression. */
const FREEDOM = 10;
const TURNS = 400;
const PACE = 0.05;

/**
 * Logistic regression over the pieces of texts, all texts at once, by Adam (https://arxiv.org/abs/1412.6980). The same texts in
 * the same order give the same model.
 */
export function train(examples: readonly Example[]): WordingModel {
  const counts = examples.map(({ text }) => piecesOf(text, SLOTS));
  const seen = new Float64Array(SLOTS);
  for (const one of counts) for (const slot of one.keys()) seen[slot] = (seen[slot] ?? 0) + 1;
  const rarity = Float64Array.from(seen, (texts) =>
    texts === 0 ? 0 : Math.log((1 + examples.length) / (1 + texts)) + 1,
  );
  const step = Math.max(...rarity) / 255;
  const rare = Uint8Array.from(rarity, (value) => Math.round(value / step));
  const rows = counts.map((one) => weighed(one, (slot) => (rare[slot] ?? 0) * step));
  const { weights, bias } = fitted(rows, examples);
  const most = weights.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  const bytes = Int8Array.from(weights, (value) => Math.round((value / most) * 127));
  return {
    slots: SLOTS,
    bias,
    rarity: { step, bytes: Buffer.from(rare).toString("base64") },
    weight: { step: most / 127, bytes: Buffer.from(bytes.buffer).toString("base64") },
  };
}

function fitted(
  rows: readonly [number, number][][],
  examples: readonly Example[],
): { weights: Float64Array; bias: number } {
  const weights = new Float64Array(SLOTS + 1);
  const [mean, spread, slope] = [new Float64Array(SLOTS + 1), new Float64Array(SLOTS + 1), new Float64Array(SLOTS + 1)];
  for (let turn = 1; turn <= TURNS; turn += 1) {
    for (let slot = 0; slot < SLOTS; slot += 1) slope[slot] = (weights[slot] ?? 0) / FREEDOM;
    slope[SLOTS] = 0;
    rows.forEach((row, index) => {
      const sum = row.reduce((all, [slot, value]) => all + value * (weights[slot] ?? 0), weights[SLOTS] ?? 0);
      const wrong = logistic(sum) - Number(examples[index]?.ends);
      for (const [slot, value] of row) slope[slot] = (slope[slot] ?? 0) + wrong * value;
      slope[SLOTS] = (slope[SLOTS] ?? 0) + wrong;
    });
    for (let slot = 0; slot <= SLOTS; slot += 1) {
      const down = slope[slot] ?? 0;
      mean[slot] = 0.9 * (mean[slot] ?? 0) + 0.1 * down;
      spread[slot] = 0.999 * (spread[slot] ?? 0) + 0.001 * down * down;
      const pace = (PACE * Math.sqrt(1 - 0.999 ** turn)) / (1 - 0.9 ** turn);
      weights[slot] = (weights[slot] ?? 0) - (pace * (mean[slot] ?? 0)) / (Math.sqrt(spread[slot] ?? 0) + 1e-8);
    }
  }
  return { weights: weights.subarray(0, SLOTS), bias: weights[SLOTS] ?? 0 };
}
