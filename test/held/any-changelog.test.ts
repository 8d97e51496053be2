import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** The same end as an entry may tell it. */
const ENTRIES: Record<string, string> = {
  s: "We are deprecating `nova-3`. It will be shut down on December 15, 2026. Use `nova-4` instead.",
  plain: "nova-3 will be removed from the API on December 15, 2026; please use nova-4.",
  bullets:
    "- Added streaming to `nova-4`.\n- `nova-3` is deprecated and will be retired on December 15, 2026. Use `nova-4`.\n- Fixed a bug in the console.",
  list: "The following models will be shut down on December 15, 2026:\n\n- `nova-3` (use `nova-4`)",
  table: "| Model | Shutdown date | Replacement |\n|---|---|---|\n| `nova-3` | December 15, 2026 | `nova-4` |",
  sub: "#### Deprecation of nova-3\n\nThis model will be retired on December 15, 2026. Use `nova-4`.",
  bold: "**Deprecated:** `nova-3` → `nova-4`, shutdown on December 15, 2026.",
  warn: "> **Warning**\n> `nova-3` will stop working on December 15, 2026. Switch to `nova-4`.",
  rel: "`nova-3` will be shut down in 106 days, on December 15, 2026. Use `nova-4`.",
  kv: "- Model: `nova-3`\n- Shutdown: December 15, 2026\n- Replacement: `nova-4`",
};
const others = ["`nova-4` is now available with 256k context.", "Improved latency of `nova-4-mini`."];
const days: readonly (readonly [iso: string, us: string])[] = [
  ["2026-09-15", "September 15, 2026"],
  ["2026-08-31", "August 31, 2026"],
  ["2026-07-01", "July 1, 2026"],
];
const day = (at: number) => ({ iso: days[at]?.[0] ?? "", us: days[at]?.[1] ?? "" });

const inline = (text: string): string =>
  text
    .replace(/^> ?/gm, "")
    .replace(/\*\*([^*]*)\*\*/g, "<strong>$1</strong>")
    .replace(/`([^`]*)`/g, "<code>$1</code>");

function asHtml(text: string): string {
  if (text.startsWith("|"))
    return "<table><tr><th>Model</th><th>Shutdown date</th><th>Replacement</th></tr><tr><td>nova-3</td><td>December 15, 2026</td><td>nova-4</td></tr></table>";
  return text
    .split("\n\n")
    .map((part) => {
      if (part.startsWith("#### ")) return `<h4>${part.slice(5)}</h4>`;
      if (!part.startsWith("- ")) return `<p>${inline(part)}</p>`;
      return `<ul>${part
        .split("\n")
        .map((line) => `<li>${inline(line.slice(2))}</li>`)
        .join("")}</ul>`;
    })
    .join("");
}

/** Changelogs as providers lay them out: the second of three entries tells the end, on 2026-08-31. */
const forms: Record<string, (b: string) => string> = {
  h2iso: (b) =>
    `# Changelog\n\n## ${day(0).iso}\n\n${others[0]}\n\n## ${day(1).iso}\n\n${b}\n\n## ${day(2).iso}\n\n${others[1]}\n`,
  h2us: (b) =>
    `# Release notes\n\n## ${day(0).us}\n\n${others[0]}\n\n## ${day(1).us}\n\n${b}\n\n## ${day(2).us}\n\n${others[1]}\n`,
  h3title: (b) =>
    `# What's new\n\n### ${day(0).us} – New model\n\n${others[0]}\n\n### ${day(1).us} – Changes to models\n\n${b}\n\n### ${day(2).us} – Faster\n\n${others[1]}\n`,
  monthly: (b) =>
    `# Changelog\n\n## September 2026\n\n### 15\n\n${others[0]}\n\n## August 2026\n\n### Aug 31\n\n${b}\n\n## July 2026\n\n### Jul 1\n\n${others[1]}\n`,
  bold: (b) =>
    `# Changelog\n\n**${day(0).us}**\n\n${others[0]}\n\n**${day(1).us}**\n\n${b}\n\n**${day(2).us}**\n\n${others[1]}\n`,
  update: (b) =>
    `<Update label="${day(0).us}">\n${others[0]}\n</Update>\n\n<Update label="${day(1).us}">\n${b}\n</Update>\n\n<Update label="${day(2).us}">\n${others[1]}\n</Update>\n`,
  vers: (b) =>
    `# Changelog\n\n## v3.2.0 (${day(0).iso})\n\n${others[0]}\n\n## v3.1.0 (${day(1).iso})\n\n${b}\n\n## v3.0.0 (${day(2).iso})\n\n${others[1]}\n`,
  desc: (b) =>
    `# Changelog\n\n## Model changes\n*${day(1).us}*\n\n${b}\n\n## New model\n*${day(0).us}*\n\n${others[0]}\n\n## Faster\n*${day(2).us}*\n\n${others[1]}\n`,
  html: (b) =>
    `<!doctype html><html><body><main><h1>Changelog</h1>${[others[0] ?? "", b, others[1] ?? ""]
      .map(
        (text, at) =>
          `<article><time datetime="${day(at).iso}">${day(at).us}</time><div>${asHtml(text)}</div></article>`,
      )
      .join("")}</main></body></html>`,
};

/** Headings and fields below a day that is no heading: their notice is not known. */
const WITHOUT_NOTICE = new Set(["bold sub", "html sub", "html kv"]);

for (const [form, write] of Object.entries(forms))
  for (const [about, entry] of Object.entries(ENTRIES))
    test(`an entry of a changelog: ${form} ${about}`, async () => {
      const facts = (await factsOfText(write(entry), form === "html" ? "html" : "markdown")).filter((f) => f.scheduled);
      const notice = WITHOUT_NOTICE.has(`${form} ${about}`) ? null : "2026-08-31";
      assert.deepEqual(
        facts.map((fact) => [fact.model_id, fact.shutdown, fact.replacements.join(), fact.announced]),
        [["nova-3", "2026-12-15", "nova-4", notice]],
      );
    });
