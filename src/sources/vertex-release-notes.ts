import type { SourceDocument, SourceFamily, SourceSpec } from "../core/source.ts";
import { readNotesFeed } from "./changelog/read.ts";

const spec = (id: string, url: string): SourceSpec => ({
  id,
  url,
  provider: "google",
  surface: "vertex-ai",
  form: "feed",
  trust: "provider",
  nature: "feed",
});

export default {
  family: "vertex-release-notes",
  specs: [
    spec("vertex-release-notes", "https://docs.cloud.google.com/feeds/generative-ai-on-vertex-ai-release-notes.xml"),
    spec(
      "agent-platform-release-notes",
      "https://docs.cloud.google.com/feeds/gemini-enterprise-agent-platform-release-notes.xml",
    ),
    spec("gcp-release-notes-vertex-ai", "https://docs.cloud.google.com/feeds/gcp-release-notes.xml"),
  ],
  guards: { minBytes: 200, mustMention: [["<entry", "<item"]], minFacts: 0 },
  assumptions:
    "Each Atom entry is one note, or one day with a heading per note; ends stand as prose, as lists under a sentence, or as pipe " +
    'tables under "update your endpoints before" a day. The same note may come again under another id. Look again when ' +
    "notes lose their days.",
  read: (document: SourceDocument) => readNotesFeed(document),
} satisfies SourceFamily;
