import assert from "node:assert/strict";
import { test } from "node:test";
import { readProse } from "#src/read/prose/index.ts";
import { findModelNames } from "#src/read/names/index.ts";
import { readNews } from "#src/read/news/index.ts";

/** What a line leaves out of a name, and the names that it means. */
const NAMES: readonly (readonly [text: string, names: string])[] = [
  ["moonshot-v1-8k/32k/128k 将下线", "moonshot-v1-8k moonshot-v1-32k moonshot-v1-128k"],
  ["moonshot-v1家族的8k、32k、128k三个规格", "moonshot-v1-8k moonshot-v1-32k moonshot-v1-128k"],
  ["moonshot-v1-8k、32k和128k", "moonshot-v1-8k moonshot-v1-32k moonshot-v1-128k"],
  ["the moonshot-v1 models (8k, 32k and 128k)", "moonshot-v1-8k moonshot-v1-32k moonshot-v1-128k"],
  ["moonshot-v1シリーズの8k、32k", "moonshot-v1-8k moonshot-v1-32k"],
  ["gpt-5, -mini and -nano end", "gpt-5 gpt-5-mini gpt-5-nano"],
  ["gpt-5-mini/gpt-5-nano", "gpt-5-mini gpt-5-nano"],
  ["gpt-4o with 8k, 32k context", "gpt-4o"],
  ["openai/gpt-oss-120b", "openai/gpt-oss-120b"],
  ["Azure OpenAI:GPT-4o世代", "GPT-4o"],
  ["제미나이 3 플래시가 빠진다", "Gemini 3 Flash"],
  ["라마4 스카우트는 종료된다", "Llama 4 Scout"],
  ["클로드 오퍼스 4.1과 소네트", "Claude Opus 4.1"],
  ["クロード ソネット 4は終了", "Claude Sonnet 4"],
  ["제미나이 프로그램 3종", ""],
  ["구글 제미나이 앱", ""],
  ["제미나이 2026년 계획", ""],
  ["Magistral Medium et Magistral Small", "Magistral Medium Magistral Small"],
  ["the preview version of Gemini 9 Flash ends", "Gemini 9 Flash Preview"],
  ["la versione di anteprima di Gemini 9 Flash", "Gemini 9 Flash Preview"],
];

for (const [text, names] of NAMES) {
  test(`named: ${text}`, () => {
    assert.equal(
      findModelNames(text)
        .map(({ name }) => name)
        .join(" "),
      names,
    );
  });
}

/** Who ends, and where: the host against the maker, short names, what makes room for what. */
const TEXTS: readonly (readonly [text: string, told: string, title?: string, lang?: string])[] = [
  [
    "Quick one from the Together inference team. On June 1, 2027 we are removing two models:\n- moonshotai/Kimi-K2-Instruct. Use moonshotai/Kimi-K3, it speaks the same format.\n- Qwen/Qwen3-32B. Use Qwen/Qwen4-30B.",
    "together moonshotai/Kimi-K2-Instruct, together Qwen/Qwen3-32B",
  ],
  [
    "grok-3 and grok-4-0709 are switched off on June 1, 2027. Please test your prompts.\nThe xAI developer team",
    "xai-api grok-3, xai-api grok-4-0709",
  ],
  [
    "Microsoft FoundryでGPT-4o世代をお使いのお客様へお知らせします。gpt-4oは2027年6月1日に提供を終了します。",
    "azure gpt-4o",
  ],
  ["qwen/qwen3-32b는 2027년 6월 1일 서비스가 종료된다.", "groq qwen/qwen3-32b", "그록클라우드, 모델 정리"],
  [
    "Sur la plateforme cloud de Google, gemini-2.5-pro s'éteindra le 1er juin 2027.",
    "vertex-ai gemini-2.5-pro",
    "",
    "fr",
  ],
  ["mistral-small-2506 quitte La Plateforme le 1er juin 2027.", "mistral-api mistral-small-2506"],
  ["为了把算力留给kimi-k3，我们将于2027年6月1日停止提供kimi-k2.5。", "moonshot-api kimi-k2.5"],
  ["Um Platz für grok-5 zu schaffen, wird grok-3 am 1. Juni 2027 abgeschaltet.", "xai-api grok-3"],
  ["Pour faire de la place à grok-5, grok-3 sera retiré le 1er juin 2027.", "xai-api grok-3"],
  [
    "deepseek-v4-pro and kimi-k2.5 are here. kimi-k2.5 joined in May. K2.5 will be removed from Fireworks AI on June 1, 2027.",
    "fireworks kimi-k2.5",
  ],
  [
    "El 1 de junio de 2027 OpenAI apaga gpt-3.5-turbo-instruct, babbage-002 y davinci-002, los últimos que continuaban un texto.",
    "openai-api gpt-3.5-turbo-instruct, openai-api babbage-002, openai-api davinci-002",
  ],
  [
    "GPT-5.2와 제미나이 3 플래시가 2027년 6월 1일 채팅과 에이전트 모드 등 코파일럿의 모든 기능에서 빠진다.",
    "github-copilot GPT-5.2, github-copilot Gemini 3 Flash",
  ],
  ["gpt-9는 2027년 6월 1일 음성 모드를 종료한다.", ""],
  [
    "La génération Gemini 9 s'éteindra le 1er juin 2027 sur Vertex AI. Les identifiants gemini-9-pro et gemini-9-flash renverront ensuite une erreur.",
    "vertex-ai gemini-9-pro, vertex-ai gemini-9-flash",
    "",
    "fr",
  ],
  [
    "Effective June 1, 2027, OpenAI o1-preview and Phi-3.5-MoE instruct (128k) are no longer available in GitHub Models.",
    "github-models OpenAI o1-preview, github-models Phi-3.5-MoE instruct (128k)",
  ],
  [
    "Am 1. Juni 2027 verschwinden bei Cerebras Llama 3.1 8B und Qwen 3 235B Instruct. Wer llama3.1-8b oder qwen-3-235b-a22b-instruct-2507 noch aufruft, bekommt eine Fehlermeldung.",
    "cerebras llama3.1-8b, cerebras qwen-3-235b-a22b-instruct-2507",
  ],
];

for (const [text, told, title = "", lang] of TEXTS) {
  test(`who and where: ${text.slice(0, 90)}`, () => {
    const { facts } = readProse({
      title,
      text,
      published: "2027-05-03",
      ...(lang === undefined ? {} : { lang }),
      evidence: { source: "test", url: "", seen_at: "2027-05-03T00:00:00Z", trust: "press" },
    });
    assert.equal(facts.map((fact) => `${fact.surface} ${fact.model_id}`).join(", "), told);
  });
}

/** Pairs of items: do they tell one story? */
const STORIES: readonly (readonly [one: string, other: string, same: boolean])[] = [
  [
    "On GroqCloud, qwen/qwen3-32b and llama-3.3-70b-versatile will be shut down on June 1, 2027.",
    "A GroqCloud desativa o Llama 3.3 70B e o Qwen3 32B em 1 de junho de 2027.",
    true,
  ],
  [
    "magistral-medium-2509 sera retiré de l'API Mistral le 1er juin 2027.",
    "Mistral AI débranche Magistral Medium le 1er juin 2027.",
    true,
  ],
  ["gpt-9 will be shut down in the OpenAI API on June 1, 2027.", "gpt-9 retires on Azure on June 1, 2027.", false],
  ["GPT-9 leaves ChatGPT on June 1, 2027.", "Le 1er juin 2027, GPT-9 disparaît du menu de ChatGPT.", true],
  ["Fireworks keeps kimi-k9 after all; June 1, 2027 is off.", "kimi-k9 on Fireworks stays: forget June 1, 2027.", true],
  ["Since May 4, 2027 grok-6 is down for me.", "grok-6 障害? May 4, 2027 から繋がらない。", false],
  [
    "llama-3.0-8b leaves Cerebras Inference on June 1, 2027.",
    "llama-3.0-70b leaves Cerebras Inference on June 1, 2027.",
    false,
  ],
  ["GPT-9 gets cheaper on June 1, 2027.", "GPT-9 passed a bar exam on May 2, 2027.", false],
];

for (const [one, other, same] of STORIES) {
  test(`${same ? "one story" : "two stories"}: ${one.slice(0, 60)}`, () => {
    const items = [one, other].map((text, index) => ({
      id: String(index),
      published: `2027-05-0${index + 3}`,
      title: "",
      text,
    }));
    assert.equal(readNews(items)[1]?.same_as, same ? "0" : null);
  });
}
