import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** Entries of changelogs and notices that say something of earlier ones, and what stands in them. As of 2026-09-20. */
const told = async (text: string, form: "markdown" | "feed"): Promise<string[]> =>
  (await factsOfText(text, form))
    .filter((fact) => fact.kind === "model" && fact.scheduled)
    .map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`.trim())
    .toSorted();

const update = (day: string, text: string) => `<Update label="${day}">\n${text}\n</Update>`;
const LISTED =
  "- `acme-a-1`: retired on October 1, 2026. Replacement: `acme-a-2`.\n- `acme-b-1`: retired on October 1, 2026. Replacement: `acme-b-2`.";
const MOVED = ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-01 acme-b-2"];

const PAGES: Record<string, [string, string[]]> = {
  "a later entry postpones": [
    [
      update(
        "August 9, 2026",
        "## Retirement postponed\n\n`acme-a-1` and `acme-b-1` will now be retired on December 1, 2026 instead of October 1, 2026.",
      ),
      update("May 12, 2026", `## Clean-up\n\n${LISTED}`),
    ].join("\n\n"),
    MOVED,
  ],
  "a later section postpones": [
    `## 2026-08-09: Retirement postponed\n\nThe retirement of \`acme-a-1\` and \`acme-b-1\` has moved to December 1, 2026.\n\n## 2026-05-12: Retirements\n\n${LISTED}`,
    MOVED,
  ],
  "an earlier entry moves nothing": [
    `## 2026-08-09: Retirements\n\n${LISTED}\n\n## 2026-05-12: Retirements\n\n\`acme-a-1\` and \`acme-b-1\` will be retired on September 30, 2026.`,
    ["acme-a-1 2026-10-01 acme-a-2", "acme-b-1 2026-10-01 acme-b-2"],
  ],
  "a later entry postpones one": [
    `## 2026-08-09: Retirement postponed\n\n\`acme-a-1\` will now be retired on December 1, 2026.\n\n## 2026-05-12: Retirements\n\n${LISTED}`,
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-10-01 acme-b-2"],
  ],
  "a later entry repeats": [
    `## 2026-08-09: Reminder\n\n\`acme-a-1\` will be retired on October 1, 2026.\n\n## 2026-05-12: Retirements\n\n${LISTED}`,
    ["acme-a-1 2026-10-01 acme-a-2", "acme-b-1 2026-10-01 acme-b-2"],
  ],
  "days of notice over lists": [
    "## Removals\n\nAnnounced August 9, 2026:\n\n- `acme-a-1`: removed December 1, 2026, use `acme-a-2`\n\nAnnounced May 12, 2026:\n\n- `acme-b-1`: removed December 1, 2026, use `acme-b-2`",
    MOVED,
  ],
  "names in a list under words that they stay": [
    "## Retirements on December 1, 2026\n\nWe retire these models on December 1, 2026:\n\n- `acme-a-1`\n- `acme-b-1`\n\n### Not affected\n\n- `acme-c-1`\n- `acme-d-1`",
    ["acme-a-1 2026-12-01", "acme-b-1 2026-12-01"],
  ],
  "an extended day among fields": [
    "## February 2027\n\n- `acme-a-1`<br>**Shutdown:** December 1, 2026 (extended from October 15, 2026)<br>**Move to:** `acme-a-2`\n- `acme-b-1`<br>**Shutdown:** December 1, 2026<br>**Move to:** `acme-b-2`",
    MOVED,
  ],
  "names in a paragraph under a day": [
    "## Clean-up: shutdown on December 1, 2026\n\nWe are retiring a group of older models. After **December 1, 2026**, requests to these models fail.\n\n### Text\n\n| Going away | Try |\n|---|---|\n| `acme-a-1` | `acme-a-2` |\n\n### Embeddings\n\n`acme-e-1` and `acme-e-2`. Move to `acme-e-3`.",
    ["acme-a-1 2026-12-01 acme-a-2", "acme-e-1 2026-12-01 acme-e-3", "acme-e-2 2026-12-01 acme-e-3"],
  ],
  "names in a paragraph of what stays": [
    "## Clean-up: shutdown on December 1, 2026\n\nWe are retiring a group of older models. After **December 1, 2026**, requests to these models fail.\n\n### Text\n\n| Going away | Try |\n|---|---|\n| `acme-a-1` | `acme-a-2` |\n\n### Not affected\n\n`acme-e-1` and `acme-e-2`.",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
};

const item = (title: string, day: string, body: string) =>
  `<item><title>${title}</title><link>https://acme.example/${day.slice(5, 7)}</link><pubDate>${day}</pubDate><description><![CDATA[${body}]]></description></item>`;
const feed = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Acme</title>${items.join("")}</channel></rss>`;

const FEEDS: Record<string, [string, string[]]> = {
  "names without marks, in Korean": [
    feed(
      item(
        "임베딩 v1 종료 예정 안내",
        "Wed, 02 Sep 2026 10:00:00 +0900",
        "<p>임베딩 모델 acem-emb-dolphin과 acem-sts-dolphin의 서비스가 2026년 11월 30일 종료됩니다. 임베딩 v2에서 제공하는 acem-m3 모델로 전환해 주시기 바랍니다.</p>",
      ),
    ),
    ["acem-emb-dolphin 2026-11-30 acem-m3", "acem-sts-dolphin 2026-11-30 acem-m3"],
  ],
  "short names without marks, in Korean": [
    feed(
      item(
        "QK-C, QK-B 모델 종료 완료",
        "Fri, 30 Jan 2026 10:00:00 +0900",
        "<p>사전에 안내드린 바와 같이 QK-C, QK-B 모델이 2026년 1월 29일자로 종료되었습니다.</p>",
      ),
    ),
    ["QK-B 2026-01-29", "QK-C 2026-01-29"],
  ],
  "names without marks, in Japanese": [
    feed(
      item(
        "モデル提供終了のお知らせ",
        "Wed, 02 Sep 2026 10:00:00 +0900",
        "<p>埋め込みモデル acem-emb-dolphin は2026年11月30日に提供を終了します。後継は acem-m3 モデルです。</p>",
      ),
    ),
    ["acem-emb-dolphin 2026-11-30 acem-m3"],
  ],
  "names without marks, in Chinese": [
    feed(
      item(
        "模型下线公告",
        "Wed, 02 Sep 2026 10:00:00 +0800",
        "<p>向量模型 acem-emb-dolphin 将于2026年11月30日下线，请切换至 acem-m3 模型。</p>",
      ),
    ),
    ["acem-emb-dolphin 2026-11-30 acem-m3"],
  ],
  "a later item moves the days of a table": [
    feed(
      item(
        "QCX-003, QCX-DASH-001 모델 서비스 종료 일정 변경 안내",
        "Wed, 16 Sep 2026 10:00:00 +0900",
        "<p>일부 모델의 서비스 종료 일정을 아래와 같이 변경합니다.</p><table><tr><th>모델</th><th>변경 전</th><th>변경 후</th><th>대체 모델</th></tr><tr><td>QCX-003</td><td>2026년 10월 17일</td><td>2027년 1월 28일 (목) 14:00</td><td>QCX-007</td></tr><tr><td>QCX-DASH-001</td><td>2026년 10월 17일</td><td>2027년 1월 28일 (목) 14:00</td><td>QCX-DASH-002</td></tr></table>",
      ),
      item(
        "구 모델 서비스 종료 안내",
        "Mon, 17 Aug 2026 10:00:00 +0900",
        "<p>아래 모델이 종료될 예정입니다.</p><ul><li>QCX-003 : 2026년 10월 17일 종료 (대체: QCX-007)</li><li>QCX-DASH-001 : 2026년 10월 17일 종료 (대체: QCX-DASH-002)</li><li>QK-D2 : 2026년 10월 17일 종료 (대체: QCX-DASH-002)</li></ul>",
      ),
    ),
    ["QCX-003 2027-01-28 QCX-007", "QCX-DASH-001 2027-01-28 QCX-DASH-002", "QK-D2 2026-10-17 QCX-DASH-002"],
  ],
  "a later item calls one a mistake": [
    feed(
      item(
        "Correction: @cf/acme/acme-a-1 stays",
        "Thu, 10 Sep 2026 10:00:00 GMT",
        "<p>Our post of August 17 listed <code>@cf/acme/acme-a-1</code> by mistake. The model is not being retired.</p>",
      ),
      item(
        "Models to be retired",
        "Mon, 17 Aug 2026 10:00:00 GMT",
        "<ul><li><code>@cf/acme/acme-a-1</code>: December 1, 2026</li><li><code>@cf/acme/acme-b-1</code>: December 1, 2026</li></ul>",
      ),
    ),
    ["@cf/acme/acme-b-1 2026-12-01"],
  ],
  "a later item calls one a mistake, in German": [
    feed(
      item(
        "Korrektur zu acme-a-1",
        "Thu, 10 Sep 2026 10:00:00 GMT",
        "<p>In unserer Meldung vom 17. August war <code>acme-a-1</code> irrtümlich aufgeführt.</p>",
      ),
      item(
        "Abschaltungen",
        "Mon, 17 Aug 2026 10:00:00 GMT",
        "<p>Diese Modelle werden am 1. Dezember 2026 abgeschaltet:</p><ul><li><code>acme-a-1</code></li><li><code>acme-b-1</code></li></ul>",
      ),
    ),
    ["acme-b-1 2026-12-01"],
  ],
  "a later item tells of another mistake": [
    feed(
      item(
        "Incident report",
        "Thu, 10 Sep 2026 10:00:00 GMT",
        "<p>Requests to <code>acme-a-1</code> were blocked by mistake for two hours.</p>",
      ),
      item(
        "Models to be retired",
        "Mon, 17 Aug 2026 10:00:00 GMT",
        "<p>These models will be retired on December 1, 2026:</p><ul><li><code>acme-a-1</code></li><li><code>acme-b-1</code></li></ul>",
      ),
    ),
    ["acme-a-1 2026-12-01", "acme-b-1 2026-12-01"],
  ],
  "a package": [
    feed(
      item(
        "Python",
        "Wed, 02 Sep 2026 10:00:00 GMT",
        "<p>Das Python-Paket <code>acme-alpha-client</code> unterstützt Python 3.9 nur noch bis 31.01.2027.</p>",
      ),
    ),
    [],
  ],
  "two days, one of which it was": [
    feed(
      item(
        "Two models go",
        "Wed, 02 Sep 2026 10:00:00 GMT",
        "<p><code>acme-a-1</code> and <code>acme-b-1</code> will stop accepting requests on December 1, 2026 (it was November 3). Please switch to <code>acme-c-1</code>.</p>",
      ),
    ),
    ["acme-a-1 2026-12-01 acme-c-1", "acme-b-1 2026-12-01 acme-c-1"],
  ],
  "other things without marks, in Korean": [
    feed(
      item(
        "기능 종료 안내",
        "Wed, 02 Sep 2026 10:00:00 +0900",
        "<p>스킬 트레이너 기능은 2026년 9월 30일을 끝으로 제공이 종료됩니다. QCX-005, QCX-007 모델은 계속 제공됩니다.</p>",
      ),
    ),
    [],
  ],
};

for (const [form, cases] of [
  ["markdown", PAGES],
  ["feed", FEEDS],
] as const) {
  for (const [name, [text, expected]] of Object.entries(cases)) {
    test(name, async () => {
      assert.deepEqual(await told(text, form), expected);
    });
  }
}

test("each list has the day of notice that stands over it", async () => {
  const [text] = PAGES["days of notice over lists"] ?? [""];
  const days = (await factsOfText(text)).map((fact) => `${fact.model_id} ${fact.announced}`).toSorted();
  assert.deepEqual(days, ["acme-a-1 2026-08-09", "acme-b-1 2026-05-12"]);
});
