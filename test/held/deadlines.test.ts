import assert from "node:assert/strict";
import { test } from "node:test";
import { takenApart } from "#src/read/names/slashes.ts";
import { endsInProse, factsOfText } from "./support.ts";

/** What one is asked to do by a day ends what was called deprecated before. */
const ASKED = [
  "We are deprecating acme-3. Please migrate to acme-4 by December 8, 2026.",
  "We are officially deprecating acme-3. We kindly ask all customers to migrate their workloads to the new model acme-4 before December 8, 2026.",
  "acme-3 ist abgekündigt. Bitte wechseln Sie bis zum 8. Dezember 2026 auf acme-4.",
  "acme-3 est obsolète. Veuillez migrer vers acme-4 avant le 8 décembre 2026.",
  "acme-3 está obsoleto. Migre a acme-4 antes del 8 de diciembre de 2026.",
  "O acme-3 está obsoleto. Migre para o acme-4 antes de 8 de dezembro de 2026.",
  "acme-3 è deprecato. Passate ad acme-4 entro l'8 dicembre 2026.",
  "acme-3 は非推奨です。2026年12月8日までに acme-4 へ移行してください。",
  "acme-3 已弃用。请在 2026 年 12 月 8 日前迁移到 acme-4。",
];
for (const text of ASKED) test(text, () => assert.deepEqual(endsInProse(text), ["acme-3 2026-12-08 acme-4"]));

/** The same words after good news end nothing. */
const OFFERED = [
  "acme-3 is better than ever. Please upgrade your SDK before December 8, 2026.",
  "acme-3 now runs on new machines. Please update your firewall rules by December 8, 2026.",
  "We are launching acme-4. Switch to acme-4 before December 8, 2026 to save 20%.",
  "We are launching acme-4. Migrate to it before December 8, 2026.",
  "Switch to acme-4 before December 8, 2026 to get 20% off.",
  "acme-3 est disponible. Veuillez passer à la nouvelle facturation avant le 8 décembre 2026.",
  "acme-3 ist da. Bitte wechseln Sie bis zum 8. Dezember 2026 auf den neuen Tarif.",
  "Hoy lanzamos acme-3. Migre a la nueva facturación antes del 8 de diciembre de 2026.",
  "acme-3 更强了。请在 2026 年 12 月 8 日前升级 SDK。",
  "acme-4を公開しました。2026年12月8日までにacme-4へ移行してください。",
  "acme-3을 출시했습니다. 2026년 12월 8일까지 SDK를 변경하세요.",
  // On the list of those to go since a day, and no day of the end.
  "acme-3 已于 2026-06-24 列入下线计划。",
];
for (const text of OFFERED) test(text, () => assert.deepEqual(endsInProse(text), []));

/** A life that is extended ends on the later day. */
const EXTENDED = [
  "We are extending the availability of acme-3 from December 1, 2026 to December 8, 2026 to give you more time.",
  "La disponibilidad de acme-3 se extendió del 1 de diciembre de 2026 al 8 de diciembre de 2026.",
  "Die Verfügbarkeit von acme-3 wurde vom 1. Dezember 2026 auf den 8. Dezember 2026 verlängert.",
  "La disponibilité de acme-3 est prolongée du 1er décembre 2026 au 8 décembre 2026.",
  "acme-3の提供期限を2026年12月1日から2026年12月8日まで延長しました。",
  "acme-3의 제공 기간이 2026년 12월 1일에서 2026년 12월 8일로 연장되었습니다.",
  "acme-3 的可用期限从 2026 年 12 月 1 日延长至 2026 年 12 月 8 日。",
];
for (const text of EXTENDED) test(text, () => assert.deepEqual(endsInProse(text), ["acme-3 2026-12-08"]));

/** What else is extended, and what else ends beside the name of a model. */
const ELSE = [
  "We have extended the free trial of acme-3 from December 1, 2026 to December 8, 2026.",
  "We are extending access to the acme-3 discount from December 1, 2026 to December 8, 2026.",
  "We are extending the availability of acme-3 to Europe on December 8, 2026.",
  "Die Verfügbarkeit von acme-3 wird am 8. Dezember 2026 auf Europa erweitert.",
  "We have launched acme-3. All Zorro models will shut down on December 8, 2026.",
  "We have launched acme-3. The Zorro models will be retired on December 8, 2026.",
  "Nous avons lancé acme-3. Tous les modèles Zorro seront arrêtés le 8 décembre 2026.",
  "acme-3を公開しました。すべてのZorroモデルは2026年12月8日に終了します。",
  "我们发布了 acme-3。所有 Zorro 模型将于 2026 年 12 月 8 日下线。",
  "Nous lançons acme-3. Aujourd'hui nous annonçons un plan de retrait des anciens modèles.",
  "Wir veröffentlichen acme-3. Heute kündigen wir einen Plan zur Abschaltung älterer Modelle an.",
  "acme-3 を公開しました。本日、旧モデルの廃止計画を発表します。",
  "acme-3를 공개합니다. 오늘 우리는 이전 모델의 종료 계획을 발표합니다.",
  "acme-3: 17 de diciembre de 2026, no se anunció una fecha de cierre.",
  "acme-3 19 maggio 2026 Nessuna data di chiusura annunciata",
  "acme-3は2026年12月19日に公開。終了日は発表されていません。",
  "We are retiring the acme-3 batch endpoint on December 8, 2026.",
  "We are retiring the acme-3 web console on December 8, 2026.",
  "Acme is retiring the acme-3 chat-completions API on December 8, 2026.",
];
for (const text of ELSE) test(text, () => assert.deepEqual(endsInProse(text), []));

test("an id with its path and without it are one model on one place", () => {
  assert.deepEqual(
    endsInProse(
      "Acme will retire `maker/Acme-3` on December 8, 2026. We mark the deployment of `acme-3` as retiring on December 8, 2026.",
    ),
    ["maker/Acme-3 2026-12-08"],
  );
});

test("a list of the deprecated over the day by which to go", async () => {
  const facts = await factsOfText(
    "# News\n\n## A new model\n\nWe are deprecating the following models:\n\n- `acme/a-3`\n- `acme/b-3`\n\nWe ask all customers to migrate to `acme/a-4` before December 8, 2026.",
  );
  assert.deepEqual(
    facts.map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`),
    ["acme/a-3 2026-12-08 acme/a-4", "acme/b-3 2026-12-08 acme/a-4"],
  );
});

test('"Abkündigungsdatum" as the only day of a table is the end, and beside another one the notice', async () => {
  const alone = await factsOfText(
    "# Modelle\n\n## Abgekündigte Modelle\n\n| Modell | Phase | Abkündigungsdatum |\n|---|---|---|\n| acme:7b | Abgekündigt | 30/11/2026 |",
  );
  assert.deepEqual(
    alone.map((fact) => [fact.model_id, fact.shutdown]),
    [["acme:7b", "2026-11-30"]],
  );
  const beside = await factsOfText(
    "# Modelle\n\n| Modell | Abkündigung | Abschaltung |\n|---|---|---|\n| acme:7b | 01.06.2026 | 30.11.2026 |",
  );
  assert.deepEqual(
    beside.map((fact) => [fact.model_id, fact.announced, fact.shutdown]),
    [["acme:7b", "2026-06-01", "2026-11-30"]],
  );
});

/** Bars take names apart where a version stands behind them; a path is one name. */
const BARS: Record<string, readonly string[]> = {
  "glm-4.5/4.5-air/5": ["glm-4.5", "glm-4.5-air", "glm-5"],
  "Claude Sonnet 4.5/4.6": ["Claude Sonnet 4.5", "Claude Sonnet 4.6"],
  "MiniMax M2.5/M2.7/M3": ["MiniMax M2.5", "MiniMax M2.7", "MiniMax M3"],
  "deepseek-v4-flash/v4-pro": ["deepseek-v4-flash", "deepseek-v4-pro"],
  "zai/glm-4.5/4.6": ["zai/glm-4.5", "zai/glm-4.6"],
  "meta-llama/Llama-3.1-8B-Instruct": ["meta-llama/Llama-3.1-8B-Instruct"],
  "openai/gpt-oss-20b": ["openai/gpt-oss-20b"],
  "mistral-7b/7b-v2": ["mistral-7b/7b-v2"],
  "@cf/meta/llama-2-7b-chat-int8": ["@cf/meta/llama-2-7b-chat-int8"],
};
for (const [text, names] of Object.entries(BARS)) test(text, () => assert.deepEqual(takenApart(text), names));
