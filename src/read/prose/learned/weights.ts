/** One weight for each slot, as bytes in base64, with what one step of them is worth. */
export type Weights = { bias: number; step: number; bytes: string };

/** The likelihood, 0 to 1, that what stands among such words is what the weights were made for. */
export type Likelihood = (slots: Int32Array) => number;

export const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));

/** Long contexts say no more than short ones. */
export const shareOf = (slots: Int32Array): number => 1 / Math.sqrt(slots.length === 0 ? 1 : slots.length);

export function likelihoodBy({ bias, step, bytes }: Weights): Likelihood {
  const weights = new Int8Array(Buffer.from(bytes, "base64"));
  return (slots) => {
    let sum = 0;
    for (const slot of slots) sum += weights[slot] ?? 0;
    return logistic(bias + sum * step * shareOf(slots));
  };
}
