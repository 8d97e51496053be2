import assert from "node:assert/strict";
import { test } from "node:test";
import { readProse } from "#src/read/prose/index.ts";

/** Texts that say of each of several models what takes its place, by short names, by order, by "the rest". */
const TEXTS: readonly (readonly [text: string, told: string, lang?: string])[] = [
  [
    "On June 1, 2027 we retire acme-4-8b and acme-4-70b. Traffic on the 8B should move to acme-5-9b; for the 70B we suggest acme-5-80b or, if you need vision, acme-5-vl-90b.",
    "acme-4-8b>acme-5-9b acme-4-70b>acme-5-80b+acme-5-vl-90b",
  ],
  [
    "On June 1, 2027 we retire acme-4-8b and acme-4-70b. Light traffic should move to acme-5-9b; for the 70B we suggest acme-5-80b.",
    "acme-4-8b>acme-5-9b acme-4-70b>acme-5-80b",
  ],
  [
    "qwen-3-32b and glm-4.5 will be retired on June 1, 2027. We would move GLM users to glm-5.1; Qwen users will find qwen-4-30b a drop-in.",
    "qwen-3-32b>qwen-4-30b glm-4.5>glm-5.1",
  ],
  [
    "gpt-realtime, gpt-realtime-mini and gpt-audio stop working on June 1, 2027. The successors are gpt-realtime-3 for the first, gpt-realtime-3-mini for the second and gpt-audio-3 for the audio model.",
    "gpt-realtime>gpt-realtime-3 gpt-realtime-mini>gpt-realtime-3-mini gpt-audio>gpt-audio-3",
  ],
  [
    "Am 1. Juni 2027 werden gemini-2.5-pro, gemini-2.5-flash und gemini-2.5-flash-lite abgeschaltet. Google empfiehlt für Pro und Flash gemini-3.5-flash, für die Sparvariante gemini-3.1-flash-lite.",
    "gemini-2.5-pro>gemini-3.5-flash gemini-2.5-flash>gemini-3.5-flash gemini-2.5-flash-lite>gemini-3.1-flash-lite",
  ],
  [
    "Am 1. Juni 2027 werden embed-english-v2.0, c4ai-aya-expanse-8b und c4ai-aya-vision-8b abgeschaltet. Für die beiden Aya-Modelle empfehlen wir command-a-03-2025, für das Embed-Modell embed-v4.0.",
    "embed-english-v2.0>embed-v4.0 c4ai-aya-expanse-8b>command-a-03-2025 c4ai-aya-vision-8b>command-a-03-2025",
  ],
  [
    "Le 1er juin 2027, claude-sonnet-4-5, claude-haiku-3-5 et claude-haiku-4-5 seront retirés. Anthropic recommande claude-sonnet-5 pour le Sonnet, claude-haiku-5 pour les deux Haiku.",
    "claude-sonnet-4-5>claude-sonnet-5 claude-haiku-3-5>claude-haiku-5 claude-haiku-4-5>claude-haiku-5",
  ],
  [
    "OpenAI apagará gpt-5, gpt-5-mini y gpt-5-nano el 1 de junio de 2027. Recomienda gpt-5.6-sol para el primero, gpt-5.6-terra para el mini y gpt-5.6-luna para el nano.",
    "gpt-5>gpt-5.6-sol gpt-5-mini>gpt-5.6-terra gpt-5-nano>gpt-5.6-luna",
  ],
  [
    "O acme-4-8b, o acme-4-scout-17b e o acme-4-70b serão desligados em 1 de junho de 2027. Nossas sugestões: acme-5-80b ou acme-5-vl-90b no lugar do Scout e do 70B; acme-5-9b no lugar do 8B.",
    "acme-4-8b>acme-5-9b acme-4-scout-17b>acme-5-80b+acme-5-vl-90b acme-4-70b>acme-5-80b+acme-5-vl-90b",
  ],
  [
    "gpt-5-mini e gpt-5-nano saranno ritirati il 1 giugno 2027. OpenAI consiglia gpt-5.6-terra al posto del mini e gpt-5.6-luna al posto del nano.",
    "gpt-5-mini>gpt-5.6-terra gpt-5-nano>gpt-5.6-luna",
    "it",
  ],
  [
    "gpt-5、gpt-5-mini和gpt-5-nano将于2027年6月1日下线。官方建议的去处是：gpt-5换gpt-5.6-sol，mini换gpt-5.6-terra，nano换gpt-5.6-luna。",
    "gpt-5>gpt-5.6-sol gpt-5-mini>gpt-5.6-terra gpt-5-nano>gpt-5.6-luna",
  ],
  [
    "gpt-5、gpt-5-mini、o3は2027年6月1日に提供を終了する。推奨される移行先はgpt-5とo3がgpt-5.6-sol、gpt-5-miniがgpt-5.6-terra。",
    "gpt-5>gpt-5.6-sol gpt-5-mini>gpt-5.6-terra o3>gpt-5.6-sol",
  ],
  [
    "gpt-4oとgpt-4o-miniは2027年6月1日に提供を終了します。置き換え先として、前者にはgpt-5.1を、後者にはgpt-4.1-miniを推奨します。",
    "gpt-4o>gpt-5.1 gpt-4o-mini>gpt-4.1-mini",
  ],
  [
    "acme-4-8b와 acme-4-70b는 2027년 6월 1일 종료된다. 70B 사용자는 acme-5-80b, 8B 사용자는 acme-5-9b로 옮기라는 안내다.",
    "acme-4-8b>acme-5-9b acme-4-70b>acme-5-80b",
  ],
  [
    "GPT-5.2와 GPT-5.2-Codex, GPT-5.1이 2027년 6월 1일 깃허브 코파일럿에서 제거된다. 대신 쓸 모델로는 차례대로 GPT-5.5, GPT-5.3-Codex, GPT-5.4를 권했다.",
    "GPT-5.2>GPT-5.5 GPT-5.2-Codex>GPT-5.3-Codex GPT-5.1>GPT-5.4",
  ],
  [
    "Two steps.\nFirst, acme-4-8b and acme-4-9b are retired on June 1, 2027. For both, acme-5-10b is the recommended replacement.\nThen acme-4-70b will be retired on July 1, 2027. We suggest acme-5-80b.",
    "acme-4-8b>acme-5-10b acme-4-9b>acme-5-10b acme-4-70b>acme-5-80b",
  ],
  [
    "gpt-5 and gpt-5-mini will be shut down on June 1, 2027. Requests for them are routed to gpt-5.5.",
    "gpt-5>gpt-5.5 gpt-5-mini>gpt-5.5",
  ],
  ["To free up capacity for grok-5 we retire grok-3 and grok-3-mini on June 1, 2027.", "grok-3> grok-3-mini>"],
  [
    "gpt-5 and gpt-5-mini will be shut down on June 1, 2027. gpt-6, faster than the mini, was launched in May; use gpt-5.5 instead.",
    "gpt-5>gpt-5.5 gpt-5-mini>gpt-5.5",
  ],
  [
    "llama-4-8b und qwen-3-32b werden am 1. Juni 2027 abgeschaltet. Für das kleine Llama rät der Anbieter zu gpt-oss-120b, für alle anderen zu glm-4.7.",
    "llama-4-8b>gpt-oss-120b qwen-3-32b>glm-4.7",
  ],
  [
    "Le modèle llama-4-8b et qwen-3-32b seront retirés le 1er juin 2027. Le premier cède sa place à gpt-oss-120b, le second à glm-4.7.",
    "llama-4-8b>gpt-oss-120b qwen-3-32b>glm-4.7",
  ],
  [
    "claude-opus-4 and claude-sonnet-4 are retired on June 1, 2027. Opus customers get claude-opus-5 as a drop-in, while claude-sonnet-5 replaces the Sonnet.",
    "claude-opus-4>claude-opus-5 claude-sonnet-4>claude-sonnet-5",
  ],
];

for (const [text, told, lang] of TEXTS) {
  test(text, () => {
    const { facts } = readProse({
      title: "",
      text,
      published: "2027-03-01",
      ...(lang === undefined ? {} : { lang }),
      evidence: { source: "test", url: "", seen_at: "2027-03-01T00:00:00Z", trust: "press" },
    });
    assert.equal(facts.map((fact) => `${fact.model_id}>${fact.replacements.join("+")}`).join(" "), told);
  });
}
