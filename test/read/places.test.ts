import assert from "node:assert/strict";
import { test } from "node:test";
import { readProse } from "#src/read/prose/index.ts";

function read(lang: string, text: string, title = "") {
  const at = "2026-11-20";
  const evidence = { source: "test", url: "", seen_at: at, trust: "press" as const };
  return readProse({ title, text, published: at, lang, evidence });
}

const ends = (lang: string, text: string, title = ""): string[] =>
  read(lang, text, title)
    .facts.map(({ model_id, surface, shutdown }) => `${model_id} ${surface} ${shutdown}`)
    .toSorted();

const TWO_DAYS = ["claude-opus-9 bedrock 2027-06-01", "claude-opus-9 vertex-ai 2027-07-01"];

/** One statement, two places, a day for each. */
const EACH: readonly (readonly [lang: string, text: string])[] = [
  ["en", "claude-opus-9 will be retired on Amazon Bedrock on June 1, 2027 and on Vertex AI on July 1, 2027."],
  ["en", "On June 1, 2027 claude-opus-9 leaves Amazon Bedrock, and on July 1, 2027 Vertex AI."],
  ["en", "claude-opus-9 stays on Amazon Bedrock until June 1, 2027 and on Vertex AI until July 1, 2027."],
  ["de", "claude-opus-9 wird auf Amazon Bedrock am 1. Juni 2027 und auf Vertex AI am 1. Juli 2027 abgeschaltet."],
  ["zh", "claude-opus-9 将于2027年6月1日在Amazon Bedrock下线,7月1日在Vertex AI下线。"],
  ["ja", "claude-opus-9 は Amazon Bedrock では2027年6月1日、Vertex AI では7月1日に提供を終了します。"],
  ["ko", "claude-opus-9은 Amazon Bedrock에서 2027년 6월 1일, Vertex AI에서 7월 1일에 종료됩니다."],
  ["fr", "claude-opus-9 sera retiré d'Amazon Bedrock le 1er juin 2027 et de Vertex AI le 1er juillet 2027."],
  ["es", "claude-opus-9 se retirará de Amazon Bedrock el 1 de junio de 2027 y de Vertex AI el 1 de julio de 2027."],
  ["pt", "claude-opus-9 será desativado no Amazon Bedrock em 1 de junho de 2027 e no Vertex AI em 1 de julho de 2027."],
  ["it", "claude-opus-9 sarà ritirato da Amazon Bedrock il 1 giugno 2027 e da Vertex AI il 1 luglio 2027."],
];

for (const [lang, text] of EACH)
  test(`each place has its day (${lang}): ${text}`, () => assert.deepEqual(ends(lang, text), TWO_DAYS));

test("places that are listed share the day", () => {
  assert.deepEqual(
    ends("en", "claude-opus-9 will be retired from the Claude API, Amazon Bedrock and Vertex AI on June 1, 2027."),
    [
      "claude-opus-9 anthropic-api 2027-06-01",
      "claude-opus-9 bedrock 2027-06-01",
      "claude-opus-9 vertex-ai 2027-06-01",
    ],
  );
});

test("a place that a remark names is not where it ends", () => {
  const text =
    "claude-opus-9, which is also available on Amazon Bedrock and Vertex AI, will be retired in the Claude API on June 1, 2027.";
  assert.deepEqual(ends("en", text), ["claude-opus-9 anthropic-api 2027-06-01"]);
});

test("models that leave different places on different days keep their own", () => {
  const text =
    "claude-opus-9 leaves Amazon Bedrock on June 1, 2027 and claude-sonnet-9 leaves Vertex AI on July 1, 2027.";
  assert.deepEqual(ends("en", text), ["claude-opus-9 bedrock 2027-06-01", "claude-sonnet-9 vertex-ai 2027-07-01"]);
});

test("a headline without a place is of the place that the text names, and says a name short", () => {
  const title = "Retirement notice: Migrate to gpt-9.6 by 15 January 2027 - GPT-9.1 chat";
  const text =
    "On 15 January 2027, gpt-9.1-chat will be retired in Azure OpenAI. Recommended action: upgrade to gpt-9.6-chat by 15 January 2027.";
  assert.deepEqual(ends("en", text, title), ["gpt-9.1-chat azure 2027-01-15"]);
  assert.deepEqual(read("en", text, title).facts[0]?.replacements, ["gpt-9.6-chat"]);
});

test("a preview's stable model is what one moves to; what the writer has tried is no advice", () => {
  const stable =
    "OpenAI will shut down GPT-9 preview in its API on February 17, 2027. Developers should move to GPT-9.";
  assert.deepEqual(read("en", stable).facts[0]?.replacements, ["gpt-9"]);
  const tried =
    "command-r-9 wird am 15. Dezember 2026 in der API abgeschaltet. Als Ersatz wird command-a-9 genannt. Ich habe gpt-4o als Alternative probiert.";
  assert.deepEqual(read("de", tried).facts[0]?.replacements, ["command-a-9"]);
});

/** What ends for some customers ends for nobody else; without them it is a retirement. */
const FOR_SOME: readonly (readonly [lang: string, text: string, some: string])[] = [
  ["en", "Access SOMEto gpt-9 ends on February 2, 2027.", "for unverified organizations "],
  ["de", "SOMEwird gpt-9 am 2. Februar 2027 abgeschaltet.", "Für nicht verifizierte Organisationen "],
  ["fr", "gpt-9 sera retiré le 2 février 2027SOME.", " pour les organisations non vérifiées"],
  ["es", "gpt-9 se retirará el 2 de febrero de 2027SOME.", " para las organizaciones no verificadas"],
  ["pt", "gpt-9 será desativado em 2 de fevereiro de 2027SOME.", " para organizações não verificadas"],
  ["it", "gpt-9 sarà ritirato il 2 febbraio 2027SOME.", " per le organizzazioni non verificate"],
  ["zh", "gpt-9 将于2027年2月2日SOME下线。", "对未认证的组织"],
  ["ja", "gpt-9 は2027年2月2日にSOME提供を終了します。", "未認証の組織への"],
  ["ko", "gpt-9은 2027년 2월 2일 SOME종료됩니다.", "미인증 조직에서 "],
];

for (const [lang, text, some] of FOR_SOME)
  test(`what ends for some is no retirement (${lang}): ${text}`, () => {
    assert.deepEqual(ends(lang, text.replace("SOME", some)), []);
    assert.deepEqual(ends(lang, text.replace("SOME", "")), ["gpt-9 openai-api 2027-02-02"]);
  });

/** The sentence behind an end that says which ids it is of. */
const CONCERNED: readonly (readonly [lang: string, text: string])[] = [
  [
    "en",
    "Imagen 9 will be shut down on June 24, 2027. This concerns imagen-9.0-generate-001 and imagen-9.0-ultra-001.",
  ],
  [
    "en",
    "Imagen 9 will be shut down on June 24, 2027. Affected models are imagen-9.0-generate-001 and imagen-9.0-ultra-001.",
  ],
  ["de", "Imagen 9 wird am 24. Juni 2027 abgeschaltet. Das betrifft imagen-9.0-generate-001 und imagen-9.0-ultra-001."],
  ["fr", "Imagen 9 sera retiré le 24 juin 2027. Cela concerne imagen-9.0-generate-001 et imagen-9.0-ultra-001."],
  ["zh", "Imagen 9 将于2027年6月24日下线。涉及 imagen-9.0-generate-001 和 imagen-9.0-ultra-001。"],
];

for (const [lang, text] of CONCERNED)
  test(`the ids that an end concerns (${lang}): ${text}`, () =>
    assert.deepEqual(ends(lang, text), [
      "imagen-9.0-generate-001 gemini-api 2027-06-24",
      "imagen-9.0-ultra-001 gemini-api 2027-06-24",
    ]));

test("a plan of before, of which one model is taken out", () => {
  const text =
    "gpt-9-a, gpt-9-b and gpt-9-c were scheduled to be retired on April 1, 2027. We've decided to keep serving gpt-9-a, and no date is set for it. The other two models will be retired on April 1, 2027 as planned.";
  assert.deepEqual(ends("en", text), ["gpt-9-b openai-api 2027-04-01", "gpt-9-c openai-api 2027-04-01"]);
});

test("the words in the bracket of a day say when it is", () => {
  const text =
    "gpt-9-a is closed to newly registered users (full sunset on March 20). Existing users can call it until that day.";
  assert.deepEqual(ends("en", text), ["gpt-9-a openai-api 2027-03-20"]);
});

test("a pronoun behind a colon is of what stands before it", () => {
  const text =
    "gpt-9-a was on the list by mistake and will not be retired. gpt-9-b gets more time: it goes on April 1, 2027 instead of March 1.";
  assert.deepEqual(ends("en", text), ["gpt-9-b openai-api 2027-04-01"]);
});

test("a model that becomes an alias of another one has ended", () => {
  const text = "On April 1, 2027, gpt-9-a becomes an alias of gpt-9-b: your code keeps working.";
  assert.deepEqual(ends("en", text), ["gpt-9-a openai-api 2027-04-01"]);
});

test("the rest of a name may stand between its beginning and its id", () => {
  const text = "FLUX.9 [dev] FP8 (flux-9-dev-fp8) will be retired in the OpenAI API on January 15, 2027.";
  assert.deepEqual(ends("en", text), ["flux-9-dev-fp8 openai-api 2027-01-15"]);
});
