/** The two models of which "the older one" or "the smaller one" is said; null for one, or for more than two. */
export function pairOf<T extends { key: string }>(models: readonly T[]): [T, T] | null {
  const [first, second, ...more] = new Map(models.map((name) => [name.key, name])).values();
  return first === undefined || second === undefined || more.length > 0 ? null : [first, second];
}
