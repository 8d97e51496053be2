import assert from "node:assert/strict";
import { test } from "node:test";

import { endsInProse, factsOfText } from "./support.ts";

/** Only who does not have the model yet loses it: no end for those who call it. */
const CLOSED: readonly string[] = [
  "New projects can't call gpt-9 after October 18, 2027.",
  "From October 18, 2027, new customers will no longer be able to call gpt-9.",
  "Neue Projekte können gpt-9 ab dem 18. Oktober 2027 nicht mehr nutzen.",
  "Les nouveaux projets ne pourront plus utiliser gpt-9 à partir du 18 octobre 2027.",
  "Los proyectos nuevos no podrán usar gpt-9 a partir del 18 de octubre de 2027.",
  "Novos projetos não poderão usar gpt-9 a partir de 18 de outubro de 2027.",
  "I nuovi progetti non potranno usare gpt-9 dal 18 ottobre 2027.",
  "新项目自2027年10月18日起无法再使用 gpt-9。",
  "新規プロジェクトでは2027年10月18日以降gpt-9を利用できません。",
  "신규 프로젝트는 2027년 10월 18일부터 gpt-9를 사용할 수 없습니다.",
];

/** The same words beside an end of everybody. */
const SHUT: readonly string[] = [
  "gpt-9 is closed to new customers and will be shut down on October 18, 2027.",
  "gpt-9 is closed to new users and retires on October 18, 2027.",
  "gpt-9 ist für neue Kunden gesperrt und wird am 18. Oktober 2027 abgeschaltet.",
  "From October 18, 2027, new and existing customers can no longer use gpt-9.",
  "New users should note that gpt-9 will be shut down on October 18, 2027.",
  "Neue Nutzer beachten bitte, dass gpt-9 am 18. Oktober 2027 abgeschaltet wird.",
  "新用户请注意 gpt-9 将于2027年10月18日下线。",
  "To our knowledge gpt-9 will be shut down on October 18, 2027.",
  "Training and inference with gpt-9 end on October 18, 2027.",
  "New customers have been unable to use gpt-9 since July 1; on October 18, 2027 it is shut down for everyone.",
];

for (const text of CLOSED) test(`closed to newcomers: ${text}`, () => assert.deepEqual(endsInProse(text), []));
for (const text of SHUT)
  test(`shut for everybody: ${text}`, () => assert.deepEqual(endsInProse(text), ["gpt-9 2027-10-18"]));

test("the day in a bracket of an item is that of before", async () => {
  const facts = await factsOfText(
    "# Models\n\n## Withdrawn\n\n- 2027-01-29: `acme-3-405b` (was to be withdrawn on 2026-11-30)\n- 2027-01-30: `acme-4`\n",
  );
  assert.deepEqual(
    facts.map((fact) => `${fact.model_id} ${fact.shutdown}`),
    ["acme-3-405b 2027-01-29", "acme-4 2027-01-30"],
  );
});
