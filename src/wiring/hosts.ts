import type { SourceSpec } from "../core/source.ts";

/**
 * The hosts that a source's evidence may link to: its own address's, and those of its provider's other sources, since a
 * feed's items lead to its pages. A feed item can carry any address; only these become links (reliability.md, X6).
 */
export function hostsOf(specs: readonly SourceSpec[]): (source: string) => readonly string[] {
  const bySource = new Map<string, string[]>();
  const byProvider = Map.groupBy(specs, (spec) => spec.provider);
  for (const spec of specs) {
    const hosts = (byProvider.get(spec.provider) ?? [spec]).flatMap((other) =>
      URL.canParse(other.url) ? [new URL(other.url).hostname] : [],
    );
    bySource.set(spec.id, [...new Set(hosts)]);
  }
  return (source) => bySource.get(source) ?? [];
}
