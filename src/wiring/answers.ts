import { createHash } from "node:crypto";
import { shownAddress } from "../core/address.ts";
import type { Fact, IsoInstant } from "../core/fact.ts";
import type { PriceRow } from "../core/price.ts";
import type { SourceDocument, SourceSpec } from "../core/source.ts";
import type { SourceState } from "../core/source-state.ts";
import type { Examined } from "../ingest/examine.ts";
import type { FetchResult } from "../ingest/fetch.ts";
import type { Log } from "../lib/log.ts";

/** What a source's answer says, when it can be believed. */
export type GoodAnswer =
  /** What it repeats stands in the source's cursor, which moves in one write. */
  | { kind: "unchanged" }
  | {
      kind: "read";
      facts: Fact[];
      etag: string | null;
      lastModified: string | null;
      hash: string;
      prices?: ReadonlyMap<string, PriceRow>;
    };
export type BadAnswer = { kind: "bad"; health: "suspect" | "failed"; reason: string };
export type Answer = GoodAnswer | BadAnswer;

/**
 * A fetched answer as facts, or as the reason why it is not believed.
 *
 * @param state the source's cursor: a body that it has seen is not read again
 * @param at when it was fetched
 */
export async function readAnswer(
  spec: SourceSpec,
  fetched: FetchResult,
  state: SourceState,
  at: IsoInstant,
  deps: { examine(document: SourceDocument): Promise<Examined>; log: Log },
): Promise<Answer> {
  if (fetched.kind === "failed") return { kind: "bad", health: "failed", reason: fetched.reason };
  if (fetched.kind === "not-modified") return { kind: "unchanged" };
  const hash = createHash("sha256").update(fetched.text).digest("hex");
  // The page from before a flood that waits is no repetition of the flood: it is read, and ends the waiting.
  if (hash === state.body_hash && state.quarantine === null) return { kind: "unchanged" };
  const { text, contentType, url } = fetched;
  const examined = await deps.examine({ spec: withoutSecrets(spec), url: shownAddress(url), text, contentType, at });
  if (!examined.sound) return { kind: "bad", health: "suspect", reason: examined.reason };
  for (const problem of examined.reading.problems)
    deps.log.warn({ source: spec.id, where: problem.where }, `could not be read: ${problem.what}`);
  const { etag, lastModified } = fetched;
  const { facts, prices } = examined.reading;
  return { kind: "read", facts, etag, lastModified, hash, ...(prices === undefined ? {} : { prices }) };
}

/** Readers put addresses into evidence, which everybody sees. */
function withoutSecrets(spec: SourceSpec): SourceSpec {
  return { ...spec, url: shownAddress(spec.url) };
}
