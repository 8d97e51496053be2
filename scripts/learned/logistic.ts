import { SLOTS } from "../../src/read/prose/learned/context.ts";
import { logistic, shareOf, type Weights } from "../../src/read/prose/learned/weights.ts";
import { dice } from "./boost.ts";

const TURNS = 20;
const PACE = 0.12;
const BIAS_PACE = 0.02;
/** How strongly the weights are held back. */
const HELD = 2e-4;

/**
 * Logistic regression over slots, one example after the other, each weight at a pace of its own (Adagrad,
 * https://jmlr.org/papers/v12/duchi11a.html). The same examples in the same order give the same weights.
 */
export function weighedBy(contexts: readonly Int32Array[], truths: readonly boolean[]): Weights {
  const weights = new Float64Array(SLOTS);
  const squares = new Float64Array(SLOTS).fill(1e-2);
  const order = [...contexts.keys()];
  const chance = dice(3);
  let bias = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = Math.floor(chance() * (last + 1));
      [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
    }
    for (const one of order) {
      const slots = contexts[one] ?? new Int32Array();
      const share = shareOf(slots);
      let sum = bias;
      for (const slot of slots) sum += (weights[slot] ?? 0) * share;
      const wrong = logistic(sum) - Number(truths[one]);
      bias -= BIAS_PACE * wrong;
      for (const slot of slots) {
        const down = wrong * share + HELD * (weights[slot] ?? 0);
        squares[slot] = (squares[slot] ?? 0) + down * down;
        weights[slot] = (weights[slot] ?? 0) - (PACE * down) / Math.sqrt(squares[slot] ?? 1);
      }
    }
  }
  const most = weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 1e-9);
  const bytes = Int8Array.from(weights, (weight) => Math.round((weight / most) * 127));
  return { bias, step: most / 127, bytes: Buffer.from(bytes.buffer).toString("base64") };
}
