import assert from "node:assert/strict";
import { test } from "node:test";
import { meaningOfHeader } from "#src/read/table/header-words.ts";
import { factsOfText } from "./support.ts";

const drawn = (head: string, ...rows: string[]): string =>
  `| ${head} |\n|${head
    .split("|")
    .map(() => "---|")
    .join("")}\n${rows.map((row) => `| ${row} |`).join("\n")}`;

/** Days beside models that are the end of none: whatever ends there is an offer, a thing, a stage, or nothing. */
const PAGES: Record<string, string> = {
  releases: `# Models\n\n${drawn("Model | Release date | Context", "nova-3 | 2026-01-15 | 128k", "nova-4 | 2026-06-01 | 256k")}`,
  cutoff: `# Models\n\n${drawn("Model | Knowledge cutoff", "nova-3 | 2025-12-31", "nova-4 | 2026-06-30")}`,
  cutoff2: `# Models\n\n${drawn("Model | Training data up to | Released", "nova-3 | 2025-12-31 | 2026-01-15")}`,
  promo: `# Pricing\n\n${drawn("Model | Price | Promotion ends", "nova-3 | $1 | 2026-12-31")}`,
  promo2: `# Pricing\n\n- nova-3: 50% off until December 31, 2026\n- nova-4: free until January 15, 2027`,
  trial: `# Free tier\n\nThe free trial of \`nova-3\` ends on December 31, 2026.`,
  changelogLaunch: `# Changelog\n\n## December 1, 2026\n\n- Released \`nova-4\`.\n\n## November 1, 2026\n\n- \`nova-3\` now supports images.`,
  api: `# API versions\n\n${drawn("API version | Retirement date", "2024-02-01 | 2026-12-15", "2024-06-01 | 2027-01-15")}`,
  sdk: `# SDKs\n\n${drawn("Package | End of support", "acme-python 1.x | 2026-12-15", "acme-node 3.x | 2027-01-15")}`,
  params: `# Parameters\n\n- \`top_k\` will be removed on December 15, 2026.\n- \`logit_bias\` is deprecated since January 1, 2026.`,
  endpoints: `# Endpoints\n\n${drawn("Endpoint | Shutdown", "/v1/completions | 2026-12-15", "/v1/edits | 2027-01-15")}`,
  features: `# Features\n\nThe Playground for \`nova-3\` will be removed on December 15, 2026. The model itself stays.`,
  regions: `# Regions\n\n${drawn("Region | Closing date", "us-east-1 | 2026-12-15", "eu-west-2 | 2027-01-15")}`,
  incident: `# Status\n\n## December 15, 2026\n\n\`nova-3\` was unavailable from 10:00 to 10:40 UTC. Resolved.`,
  maintenance: `# Status\n\n\`nova-3\` will be down for maintenance on December 15, 2026 between 02:00 and 04:00 UTC.`,
  finetune: `# Fine-tuning\n\nNew fine-tuning jobs on \`nova-3\` can no longer be created after December 15, 2026. Existing fine-tuned models keep working.`,
  ratelimit: `# Limits\n\nThe raised rate limits of \`nova-3\` end on December 15, 2026.`,
  active: `# Models\n\n## Active models\n\n- nova-3 (since January 15, 2026)\n- nova-4 (since June 1, 2026)`,
  policy: `# Deprecation policy\n\nWe give six months of notice before a model is retired. After the retirement date, requests fail. Last updated December 15, 2026.`,
  example: `# Lifecycle\n\nFor example, if \`nova-3\` was released on January 1, 2026, it may be retired no earlier than January 1, 2027.`,
  notRetired: `# FAQ\n\n## Will nova-3 be retired?\n\nNo. \`nova-3\` stays available; there are no plans to retire it before December 15, 2027.`,
  survey: `# Blog\n\nOur survey on \`nova-3\` closes on December 15, 2026.`,
  cert: `# Certificates\n\nThe TLS certificate of api.nova.example expires on December 15, 2026.`,
  keys: `# Keys\n\nLegacy API keys for \`nova-3\` stop working on December 15, 2026. Create a new key.`,
  console: `# Changelog\n\n## December 1, 2026\n\n- The old console is retired on December 15, 2026. Use the new one to call \`nova-3\`.`,
  price: `# Prices\n\nFrom December 15, 2026 the price of \`nova-3\` falls by 30%.`,
  ga: `# Models\n\n${drawn("Model | Preview until | GA", "nova-5 | 2026-12-15 | 2026-12-16")}`,
  benchmark: `# Leaderboard\n\n${drawn("Model | Score | Date", "nova-3 | 81.2 | 2026-12-15", "nova-4 | 84.1 | 2026-11-02")}`,
  datasets: `# Datasets\n\n- The dataset of \`nova-3\` will be deleted on December 15, 2026.`,
  webinar: `# Events\n\nWebinar on migrating from \`nova-2\` to \`nova-3\`: December 15, 2026.`,
  moved: `# Docs\n\nThe documentation of \`nova-3\` moves to a new address on December 15, 2026; the old pages will be removed.`,
  voices: `# Data retention\n\nLogs of requests to \`nova-3\` are deleted after 30 days, from December 15, 2026 on.`,
  supportedUntilFloor: `# Models\n\n${drawn("Model | Status | Guaranteed until at least", "nova-3 | Active | 2027-12-15", "nova-4 | Active | 2028-01-15")}`,
  defaultSwitch: `# Changelog\n\n## December 1, 2026\n\nFrom December 15, 2026 the default model changes from \`nova-3\` to \`nova-4\`. \`nova-3\` remains available.`,
  alias: `# Changelog\n\n## December 1, 2026\n\nOn December 15, 2026 the alias \`nova-latest\` will point to \`nova-4\`.`,
  lang: `# Modelle\n\nDie Preise für \`nova-3\` gelten bis zum 31. Dezember 2026.`,
  lang2: `# Modèles\n\nL'offre de lancement de \`nova-3\` se termine le 31 décembre 2026.`,
  lang3: `# 模型\n\n\`nova-3\` 限时优惠将于 2026 年 12 月 31 日结束。`,
  lang4: `# モデル\n\n\`nova-3\` の無料キャンペーンは2026年12月31日に終了します。`,
  lang5: `# 모델\n\n\`nova-3\` 무료 체험은 2026년 12월 31일에 종료됩니다.`,
  lang6: `# Modelos\n\nLa promoción de \`nova-3\` termina el 31 de diciembre de 2026.`,
};

for (const [about, text] of Object.entries(PAGES))
  test(`ends no model: ${about}`, async () => {
    const facts = (await factsOfText(text)).filter((fact) => fact.kind === "model" && fact.scheduled);
    assert.deepEqual(
      facts.map((fact) => `${fact.model_id} ${fact.shutdown}`),
      [],
    );
  });

/** Headings over days on which no model ends, in the languages of the project. */
const HEADINGS =
  "Knowledge cutoff|Knowledge cut-off date|Training cutoff|Training data until|Training data cutoff|Last updated|Last modified|Updated on|Price valid until|Offer ends|Promotion ends|Discount until|Trial ends|Trial expires|Free until|Free tier until|License expires|License end date|Contract end|Certificate expires|Token expires|Key expires|Session expires|Quota reset|Preview start|Preview until|Beta until|GA date|Release|Fine-tuning until|Fine-tuning ends|Cache expiration|Retention|Retention until|Data deleted after|Next review|Review date|Audit date|Benchmark date|Tested on|Test date|Verified on|Checked on|Created|Start date|Effective date of price|Price change|Price end|Rate limit until|Support hours|Wissensstand|Wissensstand bis|Trainingsdaten bis|Preis gültig bis|Angebot endet|Rabatt bis|Testphase endet|Lizenz läuft ab|Aktualisiert am|Zuletzt aktualisiert|Date limite des connaissances|Connaissances jusqu'en|Offre valable jusqu'au|Prix valable jusqu'au|Fin de l'offre|Fin de l'essai|Mise à jour|Dernière mise à jour|Fecha de corte de conocimiento|Conocimiento hasta|Oferta válida hasta|Precio válido hasta|Fin de la oferta|Fin de la prueba|Actualizado|Última actualización|Data de corte do conhecimento|Conhecimento até|Oferta válida até|Preço válido até|Fim da oferta|Fim do teste|Atualizado em|Data limite di conoscenza|Conoscenza fino a|Offerta valida fino al|Prezzo valido fino al|Fine dell'offerta|Fine della prova|Aggiornato il|知识截止|知识截止日期|训练数据截止|训练数据截止时间|数据截止日期|优惠截止|优惠截止日期|免费截止|限免截止|活动截止时间|试用到期|许可证到期|更新时间|最后更新|价格有效期|ナレッジカットオフ|知識カットオフ|学習データの期限|トレーニングデータ期限|キャンペーン終了日|割引終了日|無料期間終了日|試用期限|ライセンス期限|更新日|最終更新日|지식 컷오프|학습 데이터 기준일|프로모션 종료일|할인 종료일|무료 체험 종료일|라이선스 만료일|업데이트 날짜|최종 수정일".split(
    "|",
  );

test("headings over days on which no model ends", () => {
  const ends = new Set(["shutdown", "deprecated", "floor", "legacy", "extended"]);
  assert.deepEqual(
    HEADINGS.filter((heading) => ends.has(meaningOfHeader(heading).role)),
    [],
  );
});
