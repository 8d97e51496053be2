import assert from "node:assert/strict";
import { test } from "node:test";
import { endsInProse, factsOfText } from "./support.ts";

type Form = Parameters<typeof factsOfText>[1];
type Shape = { what: string; form?: Form; text: string; ends: string[] };

/** Layouts that a page may take tomorrow; each end as "id day replacements". */
const SHAPES: Shape[] = [
  {
    what: "terms that are days, over what ended then",
    form: "html",
    text: "<main><h1>Model lifecycle</h1><h2>Closed models</h2><h3>2026</h3><dl><dt>20 May 2026</dt><dd><code>acme-3-pro</code>, <code>acme-3-pro-tools</code>. Use <code>acme-4</code>.</dd><dt>1 March 2026</dt><dd><code>acme-2</code>. No successor.</dd></dl></main>",
    ends: ["acme-3-pro 2026-05-20 acme-4", "acme-3-pro-tools 2026-05-20 acme-4", "acme-2 2026-03-01"],
  },
  {
    what: "terms that are ids, in fold-outs below the day of all",
    form: "html",
    text: "<main><h1>Spring cleanup</h1><p>We are retiring older models on <strong>May 31, 2027</strong>. Each entry shows what your requests get.</p><details><summary>Text (2)</summary><dl><dt><code>@ac/meta/llama-3.1-8b</code></dt><dd>error 5028; try <code>@ac/qwen/qwen3-27b</code></dd><dt><code>@ac/mistral/small-3.1</code></dt><dd>error 5028</dd></dl></details><details><summary>Images (1)</summary><dl><dt><code>@ac/sd/sdxl-lightning</code></dt><dd>error 5028</dd></dl></details><p><b>Variants that remain active:</b> <code>@ac/meta/llama-3.1-8b-fast</code></p></main>",
    ends: [
      "@ac/meta/llama-3.1-8b 2027-05-31 @ac/qwen/qwen3-27b",
      "@ac/mistral/small-3.1 2027-05-31",
      "@ac/sd/sdxl-lightning 2027-05-31",
    ],
  },
  {
    what: "a list of names over the fields of all of them",
    form: "html",
    text: "<main><h1>Shutdown schedule</h1><h2>Second quarter of 2027</h2><div><ul><li><code>acme-5.2</code></li><li><code>acme-5.2-2026-01-11</code></li></ul><dl><dt>Move to</dt><dd><code>acme-6.1</code></dd><dt>Stops responding</dt><dd>Wed 16 Jun 2027</dd></dl></div><div><ul><li><code>acme-4-audio</code></li></ul><dl><dt>Move to</dt><dd><code>acme-5-audio</code></dd><dt>Stops responding</dt><dd>Tue 18 May 2027</dd></dl></div></main>",
    ends: [
      "acme-5.2 2027-06-16 acme-6.1",
      "acme-5.2-2026-01-11 2027-06-16 acme-6.1",
      "acme-4-audio 2027-05-18 acme-5-audio",
    ],
  },
  {
    what: "cards with a badge below the name and keys in spans",
    form: "html",
    text: '<main><h1>Model lifecycle</h1><h2>Going away</h2><div class="c"><div><span>acme/oss-20b</span><span>Deprecated</span></div><div><div><span>Last call</span><p>Apr 30, 2027 (Free tier)</p></div><div><span>Try instead</span><p>acme/oss-2-20b</p></div></div></div><div class="c"><div><span>acme/kimi-3</span><span>On hold</span></div><div><div><span>Last call</span><p>On hold (was Feb 15, 2027)</p></div><div><span>Try instead</span><p>—</p></div></div></div></main>',
    ends: ["acme/oss-20b 2027-04-30 acme/oss-2-20b"],
  },
  {
    what: "rows of a card in two spans without a blank",
    form: "html",
    text: '<main><h1>Models</h1><article><h3>Acme 4.5</h3><p><code>acme-4.5</code></p><ul><li><span>Context</span><span>500K</span></li><li><span>Last day</span><span>Aug 16, 2027</span></li><li><span>Move to</span><span><a href="#x">acme-4.6</a></span></li></ul></article></main>',
    ends: ["acme-4.5 2027-08-16 acme-4.6"],
  },
  {
    what: "the day in the heading, the notice above the list",
    text: "# Model lifecycle\n\n## Next shutdowns\n\n### Shutdown on 30 June 2027\n\nDeprecated on 12 April 2027.\n\n* `acme-r-08`: switch to `acme-a-05`\n* `acme-r7b-12`: switch to `acme-s-02`\n",
    ends: ["acme-r-08 2027-06-30 acme-a-05", "acme-r7b-12 2027-06-30 acme-s-02"],
  },
  {
    what: "successors in a list apart from the rows",
    text: "# Deprecations\n\n| Model | Retired on |\n|---|---|\n| `acme-opus-5` | March 15, 2027 |\n| `acme-opus-4` | May 10, 2027 |\n| `acme-haiku-4` | May 10, 2027 |\n\n## Recommended replacements\n\n- `acme-opus-5`: move to `acme-opus-6`. If cost matters, `acme-sonnet-6` is close.\n- `acme-opus-4`, `acme-haiku-4`: `acme-haiku-5`\n",
    ends: [
      "acme-opus-5 2027-03-15 acme-opus-6",
      "acme-opus-4 2027-05-10 acme-haiku-5",
      "acme-haiku-4 2027-05-10 acme-haiku-5",
    ],
  },
  {
    what: "a calendar of kinds, of which one is the end",
    text: "# Model changes\n\n| Day | Kind | Model string | What to do | Announced |\n|---|---|---|---|---|\n| Sep 24, 2027 | Removal | `acme/v3.1` | Use `acme/v4` | Sep 10, 2027 |\n| Sep 24, 2027 | Price | `acme/k3` | Nothing | Sep 10, 2027 |\n| Sep 28, 2027 | Upgrade | `acme/g6` | Nothing, or pin `acme/g6-0715` | Sep 10, 2027 |\n",
    ends: ["acme/v3.1 2027-09-24 acme/v4"],
  },
  {
    what: "days below a part of a year, the act in a bracket",
    text: "# Model changes\n\n## Done\n\n### Summer 2026\n\n- **July 7**: `acme/qwen-2-1.5b` (removal)\n- **July 1**: `acme/sonic-2` (removed)\n\n### Spring 2026\n\n- **May 18**: `acme/k2.5` (removal, use `acme/k3`)\n",
    ends: ["acme/qwen-2-1.5b 2026-07-07", "acme/sonic-2 2026-07-01", "acme/k2.5 2026-05-18 acme/k3"],
  },
  {
    what: "two acts of one item, and a German day before the successor",
    text: "# Lebenszyklus\n\n## Abgeschaltete Modelle\n\n- `Acme-3.1-8B` – abgekündigt am 3. November 2025, abgeschaltet am 16. Februar 2026. Ersatz: `Acme-Small-2`\n",
    ends: ["Acme-3.1-8B 2026-02-16 Acme-Small-2"],
  },
  {
    what: "the version of an item in a bracket",
    text: "# Retirements\n\n## Retired\n\n- 28 February 2026: `gpt-4o` (2024-11-20), replaced by `gpt-5.4`\n- 10 May 2026: `o1` (2024-12-17), replaced by `gpt-5.4`\n",
    ends: ["gpt-4o 2026-02-28 gpt-5.4", "o1 2026-05-10 gpt-5.4"],
  },
  {
    what: "ids in small letters beside the names of models",
    text: "# 模型下线公告\n\n| 模型名称 | 模型版本 | EOM 时间 | EOS 时间 | 推荐替换为 |\n|---|---|---|---|---|\n| Doubao-Seed-1.6 | `doubao-seed-1-6-250615` | 2027.08.20 | 2027.10.22 | `doubao-seed-2-0` |\n| Doubao-Seed-1.6 | `doubao-seed-1-6-251015` | 2027.10.22 | 2028.01.21 | `doubao-seed-2-0` |\n",
    ends: ["doubao-seed-1-6-250615 2027-10-22 doubao-seed-2-0", "doubao-seed-1-6-251015 2028-01-21 doubao-seed-2-0"],
  },
  {
    what: "a heading that ends what stands below beside days of notice and of newcomers",
    text: "# 模型下线\n\n## 即将下线\n\n### 第一批：2027年4月20日下线\n\n公告日期：2026年8月18日\n\n| 模型类型 | 模型（model参数） | 停止新增调用 | 建议替换为 |\n|---|---|---|---|\n| 文本 | `qwen-max-2025-01-25` | 2027年2月20日 | `qwen3.7-max` |\n| 视觉 | `qwen-vl-ocr-2025-08-28` | — | `qwen3.5-ocr` |\n",
    ends: ["qwen-max-2025-01-25 2027-04-20 qwen3.7-max", "qwen-vl-ocr-2025-08-28 2027-04-20 qwen3.5-ocr"],
  },
  {
    what: "steps of a life as a list of data",
    form: "json",
    text: JSON.stringify({
      resources: [
        { model_id: "acme/granite-4", lifecycle: [{ id: "available", start_date: "2025-10-02" }] },
        {
          model_id: "acme/granite-3",
          lifecycle: [
            { id: "available", start_date: "2025-04-02" },
            { id: "deprecated", start_date: "2026-08-01" },
            { id: "withdrawn", start_date: "2027-01-14" },
          ],
        },
      ],
    }),
    ends: ["acme/granite-3 2027-01-14"],
  },
  {
    what: "a day that was first planned, behind the one that counts",
    text: "# Models\n\n| Model | Last day |\n|---|---|\n| `acme-voice-1` | Sep 30, 2027 (first planned for Jun 30, 2027) |\n",
    ends: ["acme-voice-1 2027-09-30"],
  },
  {
    what: "a display name over its id in code marks, and keys in bullets",
    form: "html",
    text: "<main><h1>Models</h1><h2>Models being sunset</h2><div><h3>Acme Flash v2.5</h3><span>Sunsetting</span><div><code>acme_flash_v2_5</code></div><p>Being replaced by <code>acme_flash_v3</code>.</p><ul><li>Sunset notice: 22 October 2026</li><li>Removed on 3 April 2027</li></ul></div></main>",
    ends: ["acme_flash_v2_5 2027-04-03 acme_flash_v3"],
  },
  {
    what: "a remark that begins with 'Note' explains no field of that name",
    form: "html",
    text: "<main><h1>Model lifecycle</h1><p><strong>Note:</strong> A date followed by <i>or later</i> is the earliest day allowed by policy.</p><h3>Acme 3.5</h3><dl><dt>Model ID</dt><dd><code>acme-3.5</code></dd><dt>Retires</dt><dd>January 18, 2028</dd><dt>Note</dt><dd>New projects can't call this model after October 18, 2027.</dd></dl></main>",
    ends: ["acme-3.5 2028-01-18"],
  },
  {
    what: "the days in a component inside of the one that names the model",
    text: '# Models\n\n<ModelGrid>\n  <ModelCard name="Acme Large 4" api={["acme-large-2710", "acme-large-latest"]} status="active" released="2027-10-12" />\n  <ModelCard name="Acme Large 3" api={["acme-large-2512"]} status="deprecated" released="2025-12-02">\n    <Lifecycle deprecated="2026-08-12" retires="2027-02-28" use="acme-large-2710" />\n  </ModelCard>\n</ModelGrid>\n',
    ends: ["acme-large-2512 2027-02-28 acme-large-2710"],
  },
  {
    what: "a heading that promises",
    text: "# Models\n\n| Model | Stage | Won't be retired before |\n|---|---|---|\n| `acme-5` | Active | June 30, 2028 |\n| `acme-4` | Legacy | May 28, 2027 |\n",
    ends: [],
  },
  {
    what: "the earliest day as what one column means",
    text: "# Lifecycle\n\n| Model | End of life |\n|---|---|\n| `acme-3` | March 31, 2027 |\n\nThese models are generally available. The last column is the earliest possible end-of-life date.\n\n| Model | Type | EOL not before |\n|---|---|---|\n| `acme-4` | chat | June 30, 2027 |\n",
    ends: ["acme-3 2027-03-31"],
  },
  {
    what: "a record of several models beside another named in its heading",
    text: "# Notices\n\n## 2026-06-03 Retirement notice: acme-5-code and Beta 3.1 Pro\n\n- **Affected models:** acme-5-code, Beta 3.1 Pro\n- **Last day:** July 1, 2027\n- **Use instead:** acme-6 and Beta 3.5 Pro, in this order\n",
    ends: ["acme-5-code 2027-07-01 acme-6", "Beta 3.1 Pro 2027-07-01 Beta 3.5 Pro"],
  },
];

for (const { what, form, text, ends } of SHAPES)
  test(what, async () => {
    const facts = (await factsOfText(text, form)).filter((fact) => fact.scheduled);
    assert.deepEqual(
      facts.map((fact) => [fact.model_id, fact.shutdown, ...fact.replacements].join(" ")).toSorted(),
      ends.toSorted(),
    );
  });

const SAID: Record<string, string[]> = {
  "We deprecated acme-5 and acme-4. They'll be retired on March 21, 2027 and April 4, 2027, respectively.": [
    "acme-5 2027-03-21",
    "acme-4 2027-04-04",
  ],
  "acme-3 is served until June 30, 2027. All other models of the cleanup are retired on May 31, 2027.": [
    "acme-3 2027-06-30",
  ],
  "Thank you for testing acme-3. The model will be retired on October 3, 2027.": ["acme-3 2027-10-03"],
  "Vielen Dank, dass Sie acme-3 genutzt haben. Das Modell wird am 3. Oktober 2027 abgeschaltet.": ["acme-3 2027-10-03"],
  "Merci d'avoir utilisé acme-3. Le modèle sera arrêté le 3 octobre 2027.": ["acme-3 2027-10-03"],
  "Gracias por usar acme-3. El modelo se retirará el 3 de octubre de 2027.": ["acme-3 2027-10-03"],
  "Obrigado por usar o acme-3. O modelo será desativado em 3 de outubro de 2027.": ["acme-3 2027-10-03"],
  "Grazie per aver utilizzato acme-3. Il modello sarà ritirato il 3 ottobre 2027.": ["acme-3 2027-10-03"],
  "感谢您使用 acme-3。该模型将于2027年10月3日下线。": ["acme-3 2027-10-03"],
  "acme-3 をご利用いただきありがとうございます。本モデルは2027年10月3日に提供を終了します。": ["acme-3 2027-10-03"],
  "acme-3를 이용해 주셔서 감사합니다. 이 모델은 2027년 10월 3일에 종료됩니다.": ["acme-3 2027-10-03"],
};

for (const [text, ends] of Object.entries(SAID)) test(`said: ${text}`, () => assert.deepEqual(endsInProse(text), ends));

/** What ends is a price, or nothing. */
const PRICES = [
  "**acme-4** (`acme-4`). The preview price of $0.10 ends on December 31.",
  "`acme-4`, with 1M tokens. The launch discount expires on March 1, 2027.",
  "`acme-4` has no end date.",
  "`acme-4`: version 2 shares its price and has no end date.",
  "`acme-4`: the introductory price holds until May 14, 2027.",
  "`acme-4`: Einführungspreis gilt bis 1. März 2027",
  "`acme-4`:优惠价格于2027年3月1日截止",
];

test("the end of a price in an entry's list ends no model", async () => {
  for (const item of PRICES)
    for (const heading of ["## 2026-07-16\n\n### In", "## 2026-07-16", "## July 2026"]) {
      const page = `# Changelog\n\n## 2026-09-01\n\nConsole.\n\n${heading}\n\n- ${item}\n- Other news.\n\n## 2026-06-02\n\nDocs.\n\n## 2026-05-02\n\nSDK.\n`;
      const ends = (await factsOfText(page)).filter((fact) => fact.scheduled).map((fact) => fact.model_id);
      assert.deepEqual(ends, [], `${heading} ${item}`);
    }
});
