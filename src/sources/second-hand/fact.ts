import { isCivilDate } from "../../core/civil-date.ts";
import type { Fact, Precision, StatedState } from "../../core/fact.ts";
import type { SourceDocument } from "../../core/source.ts";
import { providerOf, WATCHED } from "../../core/surface.ts";

/** What an aggregator says of one model, before the parts that are the same for all of them are added. */
export type Claimed = {
  surface: string;
  model_id: string;
  announced?: string | null;
  deprecated?: string | null;
  shutdown?: string | null;
  precision?: Precision;
  replacements?: string[];
  /** Default: true when there is a shutdown date. */
  scheduled?: boolean;
  state?: StatedState;
  aliases?: string[];
  quote: string;
};

/** A fact from an aggregator's claim; the evidence is the aggregator's own page, whatever links its text holds. */
export function factOf(document: SourceDocument, claim: Claimed): Fact {
  const shutdown = claim.shutdown ?? null;
  const fact: Fact = {
    provider: providerOf(claim.surface),
    surface: claim.surface,
    model_id: claim.model_id,
    version: null,
    kind: "model",
    announced: claim.announced ?? null,
    deprecated: claim.deprecated ?? null,
    shutdown,
    precision: shutdown === null ? null : (claim.precision ?? "day"),
    replacements: claim.replacements ?? [],
    scheduled: claim.scheduled ?? shutdown !== null,
    state: claim.state ?? null,
    evidence: {
      source: document.spec.id,
      url: document.url,
      quote: claim.quote.slice(0, 300),
      seen_at: document.at,
      trust: document.spec.trust,
    },
  };
  const aliases = (claim.aliases ?? []).filter((alias) => alias !== "" && alias !== claim.model_id);
  if (aliases.length > 0) fact.aliases = aliases;
  return fact;
}

/** The civil date that a value starts with ("2026-08-10", "2026-08-10T00:00:00Z"), or null when it is none. */
export function dayOf(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const day = value.trim().slice(0, 10);
  return isCivilDate(day) ? day : null;
}

/**
 * The surface that an aggregator's provider name means, helped by the page it cites: "Google" is the Gemini API on
 * ai.google.dev and Vertex AI on cloud.google.com. An unknown name becomes a surface of its own.
 */
export function surfaceNamed(name: string, cited: string | null): string {
  const wanted = name.trim().toLowerCase();
  const host = cited !== null && URL.canParse(cited) ? new URL(cited).host : "";
  if (wanted.startsWith("google") || wanted === "gemini") {
    return wanted.includes("vertex") || wanted.includes("cloud") || host.endsWith("cloud.google.com")
      ? "vertex-ai"
      : "gemini-api";
  }
  const direct = WATCHED.find((surface) => surface.id === wanted || surface.names.includes(wanted));
  if (direct !== undefined) return direct.id;
  const byName = WATCHED.find((surface) => surface.names.some((known) => known.length > 3 && wanted.includes(known)));
  if (byName !== undefined) return byName.id;
  const slug = PROVIDER_SLUGS.get(wanted) ?? wanted;
  const byProvider = WATCHED.find((surface) => surface.provider === slug);
  return byProvider?.id ?? wanted.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** Slugs of aggregators for a company, where they differ from ours for who runs the surface. */
const PROVIDER_SLUGS: ReadonlyMap<string, string> = new Map([
  ["amazon", "aws"],
  ["moonshotai", "moonshot"],
  ["qwen", "alibaba"],
  ["microsoft", "azure"],
  ["x-ai", "xai"],
]);

const MONTH =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{1,2}\b/i;
/** Words that end a heading about several models, never a model's name. */
const GROUP_END = /\b(?:models|snapshots?|updates?|endpoints?|modules?|sdk|features?|regions?)\)?\.?$/i;

/**
 * True when a text can be a model's id or display name. Scrapers put section titles, joined lists and date cells in
 * the place of a model when a page changes; those are dropped and reported, never announced.
 */
export function canBeModel(text: string): boolean {
  const name = text.trim();
  if (name.length < 2 || name.length > 80 || !/[a-z0-9]/i.test(name)) return false;
  if (/[,;|<>{}]|\.\s|\.$|\n/.test(name) || MONTH.test(name) || GROUP_END.test(name)) return false;
  return name.split(/\s+/).length <= 8;
}
