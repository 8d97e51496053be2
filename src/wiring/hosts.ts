import type { SourceSpec } from "../core/source.ts";

/**
 * The hosts that a source's evidence may link to: its own address's, and for a provider's own source those of its other
 * ones, since a feed's items lead to its pages. Who copies others speaks for its own host alone. A feed item can carry
 * any address; only these become links (reliability.md, X6).
 */
export function hostsOf(specs: readonly SourceSpec[]): (source: string) => readonly string[] {
  const bySource = new Map<string, string[]>();
  const own = specs.filter((spec) => spec.trust === "provider");
  const byProvider = Map.groupBy(own, (spec) => spec.provider);
  for (const spec of specs) {
    const family = spec.trust === "provider" ? (byProvider.get(spec.provider) ?? []) : [spec];
    const hosts = family.flatMap((other) => (URL.canParse(other.url) ? [new URL(other.url).hostname] : []));
    bySource.set(spec.id, [...new Set(hosts)]);
  }
  return (source) => bySource.get(source) ?? [];
}
