import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** Texts with models, days and words of an end on which no model ends. */
const TEXTS: readonly string[] = [
  "# Models\n\n| Model | Knowledge cutoff | Context |\n|---|---|---|\n| acme-a-1 | 2025-12-01 | 128k |\n",
  "# Models\n\n| Model | Training data until | Released |\n|---|---|---|\n| acme-a-1 | December 2025 | 2026-02-01 |\n",
  "# Pricing\n\n| Model | Price | Valid until |\n|---|---|---|\n| acme-a-1 | $1 | 2026-12-01 |\n",
  "# Pricing\n\nThe launch discount on acme-a-1 ends on December 1, 2026.\n",
  "# News\n\nFree access to acme-a-1 ends December 1, 2026; paid use goes on.\n",
  "# News\n\nacme-a-1 will be removed from the free tier on December 1, 2026.\n",
  "# Status\n\nacme-a-1 was unavailable on September 1, 2026 from 10:00 to 11:00 UTC.\n",
  "# Status\n\nScheduled maintenance: acme-a-1 will be offline on December 1, 2026 between 10:00 and 12:00 UTC.\n",
  "# Changes\n\nThe `top_k` parameter of acme-a-1 will be removed on December 1, 2026.\n",
  "# API versions\n\n| API version | Retirement date |\n|---|---|\n| 2024-05-01-preview | 2026-12-01 |\n| 2024-06-01 | 2026-12-02 |\n",
  "# Regions\n\nacme-a-1 will no longer be available in eu-west-1 after December 1, 2026.\n",
  "# News\n\nacme-a-2 replaces acme-a-1 as the default model on December 1, 2026. acme-a-1 remains available.\n",
  "# News\n\nOn December 1, 2026 the alias acme-a-latest will point to acme-a-2.\n",
  "# Models\n\nacme-a-1 will not be retired before December 1, 2027.\n",
  "# Models\n\nThere are no plans to retire acme-a-1.\n",
  "# News\n\nWe have postponed the retirement of acme-a-1, planned for December 1, 2026, until further notice.\n",
  "# News\n\nThe retirement of acme-a-1 on December 1, 2026 has been cancelled.\n",
  "# News\n\nAccording to rumours, acme-a-1 may be shut down in December 2026.\n",
  "# FAQ\n\nWill acme-a-1 be retired on December 1, 2026? No.\n",
  "# Policy\n\nModels are retired at least 6 months after a notice. A model announced on June 1, 2026 would be retired on December 1, 2026.\n",
  "# Models\n\n| Model | Retirement date |\n|---|---|\n| acme-a-1 | — |\n| acme-b-1 | None planned |\n| acme-c-1 | Not scheduled |\n",
  "# Events\n\n| Event | Date |\n|---|---|\n| acme-conf-26 | December 1, 2026 |\n",
  "# Models\n\n## Page history\n\n| Date | Change |\n|---|---|\n| 2026-09-01 | Added retirement date of acme-a-1 (2026-12-01) |\n",
  "# Evals\n\n| Model | Score | Run date |\n|---|---|---|\n| acme-a-1 | 88 | 2026-09-01 |\n",
  "# Models\n\n| Model | Release date | Status |\n|---|---|---|\n| acme-a-1 | 2026-09-01 | GA |\n| acme-b-1 | 2026-12-01 | Coming soon |\n",
  "# Beta\n\nThe beta of acme-a-1 ends on December 1, 2026, when it becomes generally available.\n",
  "# Preview\n\nThe preview period of acme-a-1 ends on December 1, 2026. It will then be GA.\n",
  "# Fine-tuning\n\nFine-tuning of acme-a-1 will no longer be possible after December 1, 2026. Inference goes on.\n",
  "# Limits\n\nThe rate limits of acme-a-1 will be removed on December 1, 2026.\n",
  "# Licence\n\nThe licence of acme-a-1 expires on December 1, 2026.\n",
  "# News\n\nacme-a-1 is no longer in public preview; it is generally available since September 1, 2026.\n",
  "# ChatGPT\n\nacme-a-1 will be removed from the chat app on December 1, 2026. It stays in the API.\n",
  "# Batch\n\nBatch support for acme-a-1 ends December 1, 2026.\n",
  "# Docs\n\nSupport hours for acme-a-1 customers change on December 1, 2026.\n",
  "# 公告\n\nacme-a-1 的优惠价格将于2026年12月1日结束。\n",
  "# 公告\n\nacme-a-1 将于2026年12月1日升级，服务不中断。\n",
  "# お知らせ\n\nacme-a-1 は2026年12月1日にメンテナンスのため一時停止します。\n",
  "# News\n\nDer Rabatt auf acme-a-1 endet am 1. Dezember 2026.\n",
];

for (const text of TEXTS) {
  test(`no end: ${text.split("\n").at(-2)}`, async () => {
    const told = (await factsOfText(text)).filter((fact) => fact.scheduled);
    assert.deepEqual(
      told.map((fact) => `${fact.model_id} ${fact.shutdown}`),
      [],
    );
  });
}
