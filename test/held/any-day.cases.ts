import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

const DAYS =
  "2026-12-15|2026/12/15|2026.12.15|December 15, 2026|Dec. 15, 2026|15 Dec 2026|15-Dec-2026|Dec-15-2026|2026-Dec-15|15th December 2026|Tuesday, December 15, 2026|12/15/2026|15.12.2026|2026-12-15 17:00 UTC|December 15, 2026 at 10:00 AM PT|December 15, 2026, 12:00 PM PST|15. Dezember 2026|Dienstag, 15. Dezember 2026|15 décembre 2026|15 de diciembre de 2026|15 de dezembro de 2026|15 dicembre 2026|2026年12月15日|2026年12月15日（星期二）|2026年12月15日 00:00（北京时间）|2026年12月15日(火)|2026년 12월 15일|2026년 12월 15일(화)|Dec 15 '26".split(
    "|",
  );

const PLACES: Record<string, (day: string) => string> = {
  "in a cell": (day) => `| Model | Shutdown date |\n|---|---|\n| nova-3 | ${day} |`,
  "in a field": (day) => `## nova-3\n\n- Shutdown date: ${day}\n- Replacement: nova-4`,
  "in a sentence": (day) => `\`nova-3\` will be shut down on ${day}. Use \`nova-4\`.`,
  "behind a name": (day) => `## Upcoming shutdowns\n\n- nova-3: ${day}`,
  "in brackets": (day) => `## Upcoming shutdowns\n\n- nova-3 (${day})`,
  "before a name": (day) => `## Upcoming shutdowns\n\n- ${day}: nova-3`,
  "in a heading": (day) => `## ${day}\n\nThe following models are shut down:\n\n- nova-3`,
};

for (const [place, write] of Object.entries(PLACES))
  test(`any form of a day, ${place}`, async () => {
    const missed: string[] = [];
    for (const day of DAYS) {
      const facts = await factsOfText(`# Model deprecations\n\n${write(day)}\n`);
      const told = facts.map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.precision}`).join();
      if (told !== "nova-3 2026-12-15 day") missed.push(`${day}: ${told}`);
    }
    assert.deepEqual(missed, []);
  });
