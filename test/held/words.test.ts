import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** What providers may call the columns of one and the same table, and how they may write one and the same day. */
const ENDS =
  "Active until|Available until|Supported through|Last day|Last available date|Service end|Service end date|Valid until|Expires|Expiry date|Expiration|Sunset|Sunset on|EOS|EOS date|EOL|End of life|Decommission date|Turn-down date|Turndown|Termination date|Withdrawal date|Out of service|Removal|Removal date|Remove date|Stop date|Discontinuation|Discontinued on|Retiring on|Retires|Retirement|Retired on|Shutdown|Shut down on|Shut-off date|Offline date|Goes offline|Unavailable after|Unavailable from|Support ends|End of support|Access ends|Ends|End date|Final day|Until|Planned retirement|Scheduled removal|Target shutdown date|Closing date|Deactivation date|Disabled on|API shutdown|Deprecation/retirement date|Retirement (UTC)|Retirement date*|Date of retirement|Date of shutdown|Switch-off|Abschaltung|Fin de vie|Fecha de retiro|Data de desativação|Data di ritiro|下线日期|停用时间|停止服务日期|退役日期|终止日期|下架时间|サービス終了日|廃止日|提供終了予定日|終了予定|종료일|지원 종료일|서비스 종료 예정일|Verfügbar bis|Disponible jusqu'au|Disponible hasta|Disponível até|Disponibile fino al|Ablaufdatum|Außerbetriebnahme|Date d'arrêt|Fecha de apagado|Fin del servicio|Encerramento|Dismissione".split(
    "|",
  );
const MODELS =
  "Model|Models|Model ID|Name|Endpoint|Deployment|API string|API name|Slug|SKU|Engine|Checkpoint|Identifier|Model identifier|Codename|Version|LLM|Foundation model|Base model|Model / alias|Model version|Snapshot|Model name (API)|Model string|ID|Retired model|Old model|Affected model|From|Current model|Modell|Modèle|Modelo|Modello|模型|模型名称|模型ID|模型标识|モデル|モデルID|모델|모델 ID|Model card|Resource|Deprecated|Legacy|What|Item|System|Asset|Service".split(
    "|",
  );
const REPLACEMENTS =
  "Replacement|Replacements|Recommended replacement|Migrate to|Migration|Migration path|Migration target|Successor|Use instead|Upgrade path|Upgrade to|Next model|Target|Alternative|Alternatives|New model|Fallback|Moves to|Move to|Replaced with|Replaced by|Suggested|Suggested model|Recommended|Recommendation|Substitute|Switch to|To|Redirects to|Redirect|Action|What to do|Instead|Our advice|Ersatz|Nachfolger|Empfehlung|Remplacement|Remplaçant|Reemplazo|Alternativa|Substituto|Sostituto|替代模型|推荐替代|建议迁移至|迁移目标|推奨モデル|移行先|代替モデル|대체 모델|권장 모델|Follow-up|Better model|Equivalent|Comparable model|Go-to model|Use|Umleitung|Umgeleitet zu|Redirigé vers|Redirige a|Redirecionado para|Reindirizzato a|转发至|跳转模型|リダイレクト先|리디렉션|후속 모델".split(
    "|",
  );

const table = (headings: string, row: (n: number) => string): string =>
  `# Model retirements\n\n${headings}\n|---|---|---|\n${row(1)}\n${row(2)}\n`;
const told = async (text: string): Promise<string[]> =>
  (await factsOfText(text)).map((fact) => `${fact.model_id} ${fact.kind} ${fact.shutdown} ${fact.replacements.join()}`);
const WHOLE = ["acme-a-1 model 2026-12-01 acme-b-1", "acme-a-2 model 2026-12-02 acme-b-2"];

for (const heading of ENDS) {
  test(`"${heading}" over days is the end of a model, with a replacement beside it and without`, async () => {
    const beside = (n: number) => `| acme-a-${n} | 2026-12-0${n} | acme-b-${n} |`;
    assert.deepEqual(await told(table(`| Model | ${heading} | Replacement |`, beside)), WHOLE);
    const without = (n: number) => `| acme-a-${n} | 2025-12-0${n} | 2026-12-0${n} |`;
    const bare = WHOLE.map((line) => line.replace(/acme-b-\d/, ""));
    assert.deepEqual(await told(table(`| Model | Released | ${heading} |`, without)), bare);
  });
}

for (const heading of MODELS) {
  test(`"${heading}" over ids names the models`, async () => {
    const row = (n: number) => `| acme-a-${n} | 2026-12-0${n} | acme-b-${n} |`;
    assert.deepEqual(await told(table(`| ${heading} | Shutdown date | Replacement |`, row)), WHOLE);
  });
}

for (const heading of REPLACEMENTS) {
  test(`"${heading}" over ids names what takes their place`, async () => {
    const row = (n: number) => `| acme-a-${n} | 2026-12-0${n} | acme-b-${n} |`;
    assert.deepEqual(await told(table(`| Model | Shutdown date | ${heading} |`, row)), WHOLE);
  });
}

const DAYS: readonly (readonly [string, string | null, ("month" | "earliest")?])[] = [
  ["Q4 2026", null],
  ["end of 2026", null],
  ["H2 2026", null],
  ["early 2027", null],
  ["Dec-01-2026", "2026-12-01"],
  ["1-Dec-26", "2026-12-01"],
  ["01-Dec-2026", "2026-12-01"],
  ["20261201", "2026-12-01"],
  ["Dec 1st, 2026", "2026-12-01"],
  ["2026.12.01", "2026-12-01"],
  ["Tue Dec 1 2026", "2026-12-01"],
  ["Tue, 01 Dec 2026", "2026-12-01"],
  ["1 December 2026 at 17:00 UTC", "2026-12-01"],
  ["December 1 2026, 12:00 PM PT", "2026-12-01"],
  ["2026-12-01T00:00:00Z", "2026-12-01"],
  ["2026-12-01 00:00 UTC", "2026-12-01"],
  ["Dec. 1, 2026", "2026-12-01"],
  ["DECEMBER 1, 2026", "2026-12-01"],
  ["December 2026", "2026-12-01", "month"],
  ["Dec '26", "2026-12-01", "month"],
  ["2026-12", "2026-12-01", "month"],
  ["12/2026", "2026-12-01", "month"],
  ["2026/12/1", "2026-12-01"],
  ["1. Dezember 2026", "2026-12-01"],
  ["1er décembre 2026", "2026-12-01"],
  ["1º de dezembro de 2026", "2026-12-01"],
  ["1 de diciembre de 2026", "2026-12-01"],
  ["2026年12月1日", "2026-12-01"],
  ["2026年12月", "2026-12-01", "month"],
  ["2026 年 12 月 1 日 0 时", "2026-12-01"],
  ["2026년 12월 1일", "2026-12-01"],
  ["令和8年12月1日", "2026-12-01"],
  ["Retires in 72 days (2026-12-01)", "2026-12-01"],
  ["72 days left — December 1, 2026", "2026-12-01"],
  ["✅ Retired (2025-12-01)", "2025-12-01"],
  ["~2026-12-01", "2026-12-01"],
  ["2026-12-01*", "2026-12-01"],
  ["2026-12-01 †", "2026-12-01"],
  ["2026-12-01 [1]", "2026-12-01"],
  ["on or after December 1, 2026", "2026-12-01", "earliest"],
  ["Not before 2026-12-01", "2026-12-01", "earliest"],
  ["≥ 2026-12-01", "2026-12-01", "earliest"],
  ["No earlier than Dec 2026", "2026-12-01", "earliest"],
  ["2026-12-01 or later", "2026-12-01", "earliest"],
  ["2026-12-01+", "2026-12-01", "earliest"],
  ["by December 1, 2026", "2026-12-01"],
  ["until December 1, 2026", "2026-12-01"],
  ["TBD (not before 2026-12-01)", "2026-12-01", "earliest"],
  ["TBD", null],
  ["—", null],
  ["Soon", null],
  ["December 1–5, 2026", "2026-12-01"],
  ["Dec 1, 2026 (EU: Jan 15, 2027)", "2026-12-01"],
  ["February 30, 2027", null],
  ["31/11/2026", null],
  ["1/13/2027", "2027-01-13"],
  ["13/1/2027", "2027-01-13"],
  ["2026–12–01", "2026-12-01"],
  ["2026‑12‑01", "2026-12-01"],
  ["2026 Dec 01", "2026-12-01"],
  ["Dec 01 '26", "2026-12-01"],
  ["3 months after launch", null],
  ["December&nbsp;1,&nbsp;2026", "2026-12-01"],
  ["`2026-12-01`", "2026-12-01"],
  ["[2026-12-01](https://x.example/blog)", "2026-12-01"],
  ["1 December, 2026", "2026-12-01"],
  ["the 1st of December 2026", "2026-12-01"],
  ["December the 1st, 2026", "2026-12-01"],
  ["01.12.2026", "2026-12-01"],
  ["1.12.26", null],
  ["2026-335", null],
  ["1764547200", null],
  ["01/12/2026 (DD/MM/YYYY)", "2026-12-01"],
  ["12/01/2026 (MM/DD/YYYY)", "2026-12-01"],
  ["12/1/26", "2026-12-01"],
  ["Mon 1 Dec 2026", "2026-12-01"],
  ["Q1 2027", null],
  ["mid-December 2026", "2026-12-01", "month"],
];

for (const [cell, day, precision] of DAYS) {
  test(`a cell that says "${cell}" gives ${day ?? "no day"}`, async () => {
    const [fact] = await factsOfText(`| Model | Retirement date |\n|---|---|\n| acme-a-1 | ${cell} |\n`);
    assert.equal(fact?.shutdown ?? null, day);
    if (day !== null) assert.equal(fact?.precision, precision ?? "day");
  });
}
