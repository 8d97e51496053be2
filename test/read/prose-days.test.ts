import assert from "node:assert/strict";
import { test } from "node:test";
import { readProse } from "#src/read/prose/index.ts";

function read(at: string, lang: string, text: string, title = "") {
  const evidence = { source: "test", url: "", seen_at: at, trust: "press" as const };
  return readProse({ title, text, published: at, lang, evidence });
}

/** Several days in one text, or the day in another sentence than the model: `model day` of each end, and nothing else. */
const TOLD: readonly (readonly [at: string, lang: string, text: string, told: string])[] = [
  // The day of the letter is not the day of the end.
  [
    "2026-09-17",
    "en",
    "OpenAI told customers on Monday that gpt-9 will be shut down on October 14.",
    "gpt-9 2026-10-14",
  ],
  [
    "2026-09-02",
    "fr",
    "Dans un message adressé mardi à ses clients, OpenAI explique que gpt-9 sera retiré le 31 octobre.",
    "gpt-9 2026-10-31",
  ],
  ["2026-03-13", "ja", "OpenAIは12日、gpt-9を4月15日に終了すると発表した。", "gpt-9 2026-04-15"],
  // One moment by two clocks.
  [
    "2026-05-06",
    "zh",
    "美国太平洋时间5月15日中午起,OpenAI的gpt-9不再提供服务,换算成北京时间已是16日凌晨。",
    "gpt-9 2026-05-15",
  ],
  [
    "2026-04-13",
    "ko",
    "OpenAI의 gpt-9는 4월 20일 오전 9시에 종료되며, 우리 시간으로는 21일 새벽 1시입니다.",
    "gpt-9 2026-04-20",
  ],
  // Until today, and what happened to others.
  [
    "2025-11-19",
    "it",
    "Il 15 dicembre OpenAI ritirerà gpt-9, il modello che fino a oggi costava meno.",
    "gpt-9 2025-12-15",
  ],
  // The day in a sentence of its own.
  ["2026-11-13", "ja", "OpenAIのgpt-9の提供終了が近づいてきた。期限は来月11日。", "gpt-9 2026-12-11"],
  ["2026-11-13", "en", "OpenAI is retiring gpt-9 from its API. The deadline is December 11.", "gpt-9 2026-12-11"],
  // Not the deadline of something else.
  [
    "2026-11-13",
    "en",
    "OpenAI is retiring gpt-9 from its API. The deadline to register for the webinar is December 11.",
    "",
  ],
  // Steps, and the same day.
  [
    "2026-06-17",
    "en",
    "OpenAI is retiring two models. Step one, on July 17, 2026: gpt-9. Step two, on August 16, 2026: gpt-8.",
    "gpt-8 2026-08-16; gpt-9 2026-07-17",
  ],
  [
    "2026-08-12",
    "zh",
    "OpenAI的gpt-9将在本月最后一天下线;同一天离开的还有gpt-8。",
    "gpt-8 2026-08-31; gpt-9 2026-08-31",
  ],
  // With them.
  [
    "2026-09-24",
    "es",
    "El 28 de septiembre OpenAI apaga gpt-9. Con ellos se marcha gpt-8.",
    "gpt-8 2026-09-28; gpt-9 2026-09-28",
  ],
  [
    "2026-11-12",
    "zh",
    "gpt-9下月11日就要从OpenAI的API里消失。一同谢幕的还有gpt-8。",
    "gpt-8 2026-12-11; gpt-9 2026-12-11",
  ],
  [
    "2026-11-12",
    "de",
    "OpenAI schaltet gpt-9 am 11. Dezember ab. Mit ihm verschwindet gpt-8.",
    "gpt-8 2026-12-11; gpt-9 2026-12-11",
  ],
  ["2026-11-12", "it", "OpenAI ritirerà gpt-9 l'11 dicembre. Con lui arriva gpt-10.", "gpt-9 2026-12-11"],
  // The subject of the part before.
  [
    "2026-09-23",
    "zh",
    "OpenAI的gpt-8将于10月14日下架。gpt-9则维持原计划,9月29日退出。",
    "gpt-8 2026-10-14; gpt-9 2026-09-29",
  ],
  // A launch on the same day is no end.
  [
    "2026-08-12",
    "en",
    "OpenAI will shut down gpt-9 on August 31. On the same day it also launches gpt-10.",
    "gpt-9 2026-08-31",
  ],
];

for (const [at, lang, text, told] of TOLD) {
  test(`on ${at} (${lang}): ${text}`, () => {
    const found = read(at, lang, text).facts.filter((fact) => fact.shutdown !== null);
    assert.equal(
      found
        .map((fact) => `${fact.model_id} ${fact.shutdown}`)
        .toSorted()
        .join("; "),
      told,
    );
  });
}
