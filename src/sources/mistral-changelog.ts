import type { SourceDocument, SourceFamily, SourceSpec } from "../core/source.ts";
import { readChangelog, readPostsFeed } from "./changelog/read.ts";

const spec = (id: string, url: string, form: "auto" | "feed"): SourceSpec => ({
  id,
  url,
  provider: "mistral",
  surface: "mistral-api",
  form,
  trust: "provider",
  nature: "feed",
});

export default {
  family: "mistral-changelog",
  specs: [
    spec("mistral-changelog", "https://docs.mistral.ai/getting-started/changelog", "auto"),
    spec("mistral-changelog-entries-en", "https://docs.mistral.ai/changelog", "auto"),
    spec("mistral-changelog-entries-fr", "https://docs.mistral.ai/fr/changelog", "auto"),
    spec("mistral-news", "https://mistral.ai/rss.xml", "feed"),
  ],
  guards: {
    minBytes: 100,
    mustMention: [["mistral", "codestral", "devstral", "model", "modèle", "<item"]],
    minFacts: 0,
  },
  assumptions:
    "One page with a dated line before each list, or one file per entry with its day in the front matter; launch and end may " +
    "share an entry. Look again when the front matter loses its date.",
  read: (document: SourceDocument) =>
    document.spec.form === "feed" ? readPostsFeed(document, { ownChangelog: true }) : readChangelog(document),
} satisfies SourceFamily;
