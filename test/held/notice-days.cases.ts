import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** Days of notice that a page or a feed tells beside the end itself. As of 2026-09-20. */
const TABLE =
  "| Model | Shutdown | Use instead |\n|---|---|---|\n| `acme-a-1` | 2026-12-01 | `acme-a-2` |\n| `acme-b-1` | 2027-01-15 | `acme-b-2` |";
const SILENT = ["acme-a-1 null", "acme-b-1 null"];

const PAGES: Record<string, [string, string[]]> = {
  "a log of notices": [
    `# Models\n\n${TABLE}\n\n## Notice log\n\n* **2026-08-01.** We notified developers on \`acme-a-1\` of its retirement.\n* **2026-07-20.** \`acme-b-1\` shuts down on January 15, 2027.`,
    ["acme-a-1 2026-08-01", "acme-b-1 2026-07-20"],
  ],
  "a log of notices, in Chinese": [
    `# 模型\n\n${TABLE}\n\n## 下线公告\n\n- **2026-08-01** 公告：\`acme-a-1\` 与 \`acme-b-1\` 将分别于 12 月 1 日、次年 1 月 15 日下线。`,
    ["acme-a-1 2026-08-01", "acme-b-1 2026-08-01"],
  ],
  "a log that tells other days": [
    `# Models\n\n${TABLE}\n\n## Changes\n\n* **2026-08-01.** \`acme-a-1\` gets a price cut until October 1, 2026.\n* **2026-08-02.** \`acme-b-1\` reads images.`,
    SILENT,
  ],
  "the notice in the entry of its model": [
    "# Models\n\n`acme-a-1`\n: Retires on December 1, 2026. Redirected to `acme-a-2`. Notice sent on August 1, 2026.\n\n`acme-b-1`\n: Retires on January 15, 2027. Notice sent on August 2, 2026.",
    ["acme-a-1 2026-08-01", "acme-b-1 2026-08-02"],
  ],
  "customers who were written to, over the rows": [
    `# Models\n\n## Leaving soon\n\nAffected customers were informed by mail on August 1, 2026.\n\n${TABLE}\n\n## Others\n\n\`acme-c-1\` stays.`,
    ["acme-a-1 2026-08-01", "acme-b-1 2026-08-01"],
  ],
  "customers who were written to, over the rows, in French": [
    `# Modèles\n\n## Bientôt arrêtés\n\nNous avons prévenu les clients concernés par e-mail le 1 août 2026.\n\n${TABLE}`,
    ["acme-a-1 2026-08-01", "acme-b-1 2026-08-01"],
  ],
  "a note on one of the models": [
    `# Models\n\n${TABLE}\n\n> The date of \`acme-b-1\` is final: project owners got an email on August 1, 2026.`,
    ["acme-a-1 null", "acme-b-1 2026-08-01"],
  ],
  "an example, a reminder, a promise, and a notice that is still to come": [
    `# Models\n\nFor example, users informed on August 1, 2026 have until October 30. Reminder: a mail was sent on August 2, 2026. A last notice will be sent on October 1, 2026. Successors were announced for later.\n\n${TABLE}`,
    SILENT,
  ],
  "a day that is no earlier than the end": [
    "# Models\n\nUsers were notified on August 1, 2026.\n\n| Model | Shutdown |\n|---|---|\n| `acme-a-1` | 2026-08-01 |",
    ["acme-a-1 null"],
  ],
  "a row that has its own": [
    "# Models\n\nUsers were notified on August 9, 2026.\n\n| Model | Announced | Shutdown |\n|---|---|---|\n| `acme-a-1` | 2026-08-01 | 2026-12-01 |",
    ["acme-a-1 2026-08-01"],
  ],
};

for (const [name, [text, wanted]] of Object.entries(PAGES))
  test(name, async () => {
    const facts = (await factsOfText(text, "markdown")).filter((fact) => fact.scheduled);
    assert.deepEqual(facts.map((fact) => `${fact.model_id} ${fact.announced}`).toSorted(), wanted);
  });

test("footnotes of Markdown tell the day that a row leaves out, and nothing new of one that has it", async () => {
  const text =
    "# Models\n\n| Model | State | Shutdown |\n|---|---|---|\n| `acme-a-1` | Deprecated [^1] | |\n| `acme-b-1` | Deprecated | 2027-01-15[^2] |\n\nOther words.\n\n[^1]: Switched off on 1 December 2026, announced 1 August 2026. Weights stay where they are.\n[^2]: First planned for 2026-10-01. Moved on request.\n";
  const facts = (await factsOfText(text, "markdown")).filter((fact) => fact.scheduled);
  assert.deepEqual(facts.map((fact) => [fact.model_id, fact.shutdown, fact.announced].join(" ")).toSorted(), [
    "acme-a-1 2026-12-01 2026-08-01",
    "acme-b-1 2027-01-15 ",
  ]);
});
