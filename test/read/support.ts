import type { Fact } from "#src/core/fact.ts";
import type { SourceDocument, SourceSpec } from "#src/core/source.ts";

/** A document as the runner would hand it in, fetched on 2026-11-23 unless told otherwise. */
export function page(text: string, given: Partial<SourceSpec> & { at?: string } = {}): SourceDocument {
  const { at = "2026-11-23T00:00:00Z", ...rest } = given;
  const spec: SourceSpec = {
    id: "acme-models",
    url: "https://acme.example/models",
    provider: "acme",
    surface: "acme-api",
    form: "auto",
    trust: "provider",
    nature: "page",
    ...rest,
  };
  return { spec, url: spec.url, text, contentType: null, at };
}

/** One line per fact, for tables in tests: `kind id version? | announced deprecated shutdown precision | replacements`. */
export function line(fact: Fact): string {
  const name = fact.version === null ? fact.model_id : `${fact.model_id} ${fact.version}`;
  const days = [fact.announced, fact.deprecated, fact.shutdown].map((day) => day ?? "-").join(" ");
  const firmness = fact.precision === null || fact.precision === "day" ? "" : ` ${fact.precision}`;
  const mark = fact.scheduled ? "!" : "";
  const kind = fact.kind === "model" ? "" : `${fact.kind} `;
  return `${mark}${kind}${name} | ${days}${firmness} | ${fact.replacements.join(" ")}`.trimEnd();
}

/** The lines of all facts, sorted, so that the order of a page does not matter. */
export function lines(facts: Fact[]): string[] {
  return facts.map((fact) => line(fact)).toSorted();
}
