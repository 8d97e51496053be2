import { matchesOf } from "../../lib/remember.ts";
import { SURFACES } from "../../core/surface.ts";
import { expressionIndex } from "../stem-index.ts";
import { CONSUMER, PLACES } from "./place-names.ts";

/** Where a clause says that something happens. `company` names a maker, not a place: the weaker sign. */
export type SurfaceMention = { start: number; end: number; surface: string; company: boolean };

/** Names of companies, which say "this maker's own API" only when nothing better is said. */
const COMPANIES: readonly (readonly [string, string])[] = [
  ["openai-api", "openai|open ai|오픈ai|オープンai"],
  ["anthropic-api", "anthropic|앤트로픽|앤스로픽|アンソロピック"],
  ["gemini-api", "google|谷歌|구글|グーグル|deepmind"],
  ["azure", "microsoft|微软|マイクロソフト|마이크로소프트"],
  ["bedrock", "amazon|aws|亚马逊|아마존|アマゾン"],
  ["mistral-api", "mistral(?: ai)?|미스트랄|ミストラル"],
  ["cohere-api", "cohere|코히어|コーヒア|コヒア"],
  ["xai-api", "xai|x\\.ai|엑스ai"],
  ["deepseek-api", "deepseek|深度求索|딥시크|ディープシーク"],
  ["moonshot-api", "moonshot(?: ai)?|月之暗面|kimi开放平台|문샷|ムーンショット"],
  ["alibaba", "alibaba(?: cloud)?|阿里云|阿里巴巴|알리바바|アリババ"],
  ["xiaomi", "xiaomi|小米|샤오미|mimo开放平台"],
  ["perplexity-api", "perplexity|퍼플렉시티|パープレキシティ"],
  ["github-copilot", "github|깃허브|ギットハブ"],
  ["cloudflare", "cloudflare|클라우드플레어|クラウドフレア"],
  ["groq", "groq"],
  ["fireworks", "fireworks(?: ai)?|파이어웍스"],
  ["together", "together ai|together\\.ai"],
  ["cerebras", "cerebras|세레브라스|セレブラス"],
  ["ai21-api", "ai21(?: labs| studio)?"],
  ["aleph-alpha-api", "aleph alpha"],
  ["assemblyai-api", "assemblyai"],
  ["baidu-api", "baidu|qianfan|百度(?:智能云)?|千帆|바이두|バイドゥ"],
  ["deepgram-api", "deepgram"],
  ["elevenlabs-api", "elevenlabs|eleven labs|일레븐랩스|イレブンラボ"],
  ["minimax-api", "minimax(?: ?开放平台)?|미니맥스"],
  ["naver-api", "naver(?: cloud)?|clova studio|네이버(?: ?클라우드)?|클로바 ?스튜디오"],
  ["stability-api", "stability(?: ai|\\.ai)|스태빌리티"],
  ["tencent-api", "tencent(?: cloud)?|腾讯云?|텐센트|テンセント"],
  ["upstage-api", "upstage|업스테이지|アップステージ"],
  ["volcengine", "volcengine|volcano engine|byteplus|bytedance|火山(?:引擎|方舟)|字节跳动|바이트댄스"],
  ["voyage-api", "voyage ai"],
  ["writer-api", "writer ai studio|writer\\.com"],
  ["zhipu-api", "zhipu(?: ai)?|z\\.ai|bigmodel|智谱(?: ?ai)?|지푸|智譜"],
  ["baseten", "baseten"],
  ["databricks", "databricks|mosaic ai|데이터브릭스|データブリックス"],
  ["deepinfra", "deepinfra"],
  ["nebius", "nebius"],
  ["novita", "novita(?: ai)?"],
  ["oracle", "oci generative ai|oracle(?: cloud)?|오라클|オラクル|甲骨文"],
  ["ovh", "ovh(?:cloud)?"],
  // A common verb, too.
  [
    "replicate",
    "(?<=(?:on|from|bei|auf|sur|chez|su|da|em|en) )replicate(?! (?:the|this|that|these|our|your|a|an|it)(?![a-z]))|replicate['’]s",
  ],
  ["sambanova", "sambanova(?: cloud)?|sambacloud"],
  ["sap", "sap ai core|sap"],
  ["scaleway", "scaleway"],
  ["snowflake", "snowflake(?: cortex)?|스노우플레이크|スノーフレイク"],
  ["watsonx", "(?:ibm )?watsonx(?:\\.ai)?|ibm(?: cloud)?"],
];

const compile = ([surface, source]: readonly [string, string], company: boolean) => ({
  surface,
  company,
  re: new RegExp(
    `(?<![a-z0-9/@._-])(?:${source})(?:-(?:konto|team|kund|nutzer|plattform|katalog|konsole|projekt|angebot|modell)[a-zäöüß]*)?(?![a-z0-9/_]|-[a-z0-9]|\\.[a-z])`,
    "g",
  ),
});

const RULES = [...PLACES.map((entry) => compile(entry, false)), ...COMPANIES.map((entry) => compile(entry, true))];

/** Which of them can match in a text. They match whole words only. */
const rulesIn = expressionIndex(() => [...PLACES, ...COMPANIES].map(([, source]) => source), undefined, true);

/** Where developers call the models of a consumer app; null where nobody knows. */
export function ownApiOf(consumer: string): string | null {
  return OWN_APIS.get(consumer) ?? null;
}

const OWN_APIS = new Map([
  ["chatgpt", "openai-api"],
  ["claude-app", "anthropic-api"],
  ["gemini-app", "gemini-api"],
  ["le-chat", "mistral-api"],
]);

/** True for places where people chat and no developer calls a model. */
export function isConsumer(surface: string): boolean {
  return CONSUMER.has(surface) || SURFACES.some((entry) => entry.id === surface && !entry.developer);
}

/**
 * The places that lower-case text names, in reading order; the longer name wins where two overlap ("Azure OpenAI" is
 * Azure), and names inside of a model's name count for nothing.
 *
 * @param written the same text in its own letters, by which a proper name is told from a common one
 */
export function surfacesIn(
  plain: string,
  taken: readonly { start: number; end: number }[],
  written = plain,
): SurfaceMention[] {
  const found: SurfaceMention[] = [];
  for (const number of rulesIn(plain)) {
    const rule = RULES[number];
    if (rule === undefined) continue;
    const { surface, company, re } = rule;
    for (const match of matchesOf(re, plain)) {
      // "la plateforme" is any platform; Mistral's has a capital letter.
      if (match[0] === "la plateforme" && written[match.index + 3] === "p") continue;
      found.push({ start: match.index, end: match.index + match[0].length, surface, company });
    }
  }
  const free = found.filter((place) => taken.every((name) => place.end <= name.start || place.start >= name.end));
  const longest = free.toSorted((a, b) => b.end - b.start - (a.end - a.start) || Number(a.company) - Number(b.company));
  const kept: SurfaceMention[] = [];
  for (const place of longest) {
    if (kept.every((other) => place.end <= other.start || place.start >= other.end)) kept.push(place);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}
