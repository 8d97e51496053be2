import { remember } from "../../lib/remember.ts";

/**
 * What makers call their models: enough to tell a name in running text from an ordinary word, and who made it. No list of
 * models: versions and sizes are read by shape, and a family that is missing here is still found by the shape of its ids.
 */
export type Family = {
  family: string;
  /** Who made it, as a surface of `core/surface.ts` where the maker serves it; null for open families. */
  surface: string | null;
  /** Source of a regular expression for the name's first words, in any case. */
  words: string;
  /** True when the name is a model by itself, without a version ("Codestral"). */
  bare?: true;
};

const row = (family: string, surface: string | null, words: string, bare?: true): Family => ({
  family,
  surface,
  words,
  ...(bare === undefined ? {} : { bare }),
});

export const FAMILIES: readonly Family[] = [
  row("gpt", "openai-api", "(?:chat)?gpt(?:[ -](?:oss|image|audio|realtime))?"),
  row("openai-embedding", "openai-api", "text-embedding-(?:ada|3)"),
  row("google-embedding", "gemini-api", "text-embedding-00\\d"),
  row("text-embedding", null, "text-embedding|textembedding-gecko|text-multilingual-embedding"),
  row(
    "instruct-gpt",
    "openai-api",
    "text-(?:davinci|curie|babbage|ada)|code-davinci|davinci|babbage|code-cushman|text-moderation|omni-moderation|codex-mini|computer-use-preview",
    true,
  ),
  row("whisper", "openai-api", "whisper"),
  row("tts", "openai-api", "tts"),
  row("dall-e", "openai-api", "dall[-·.・]?e"),
  row("sora", "openai-api", "sora"),
  row("claude", "anthropic-api", "claude(?:[ -](?:instant|opus|sonnet|haiku|mythos|fable))?"),
  row("claude-tier", "anthropic-api", "opus|sonnet|haiku"),
  row("gemini", "gemini-api", "gemini(?:[ -](?:embedding|robotics|live))?"),
  row("gemma", "gemini-api", "(?:code|pali|med|shield)?gemma"),
  row("palm", "gemini-api", "palm|text-bison|chat-bison|code-bison|codechat-bison|code-gecko|text-unicorn|aqa", true),
  row("imagen", "gemini-api", "imagen"),
  row("veo", "gemini-api", "veo"),
  row("lyria", "gemini-api", "lyria"),
  row(
    "multimodal-embedding",
    "vertex-ai",
    "multimodalembedding|imagetext|imagegeneration|image-segmentation|embedding-gecko|embedding|medlm",
  ),
  row("sonar-llama", "perplexity-api", "llama-3(?:\\.\\d)?-sonar", true),
  row("llama", null, "(?:meta[ -])?(?:code[ -]?)?llama(?:[ -]?guard)?"),
  row("mistral-named", "mistral-api", "(?:open-|labs-)?mistral[ -](?:nemo|saba)", true),
  row(
    "mistral",
    "mistral-api",
    "(?:open-|labs-)?mistral(?:[ -](?:tiny|small|medium|large|nemo|saba|ocr|embed|moderation))?",
  ),
  row(
    "stral",
    "mistral-api",
    "(?:open-|labs-)?(?:mixtral|codestral(?:[ -](?:embed|mamba))?|magistral|devstral|ministral|pixtral(?:[ -]large)?|voxtral|mathstral|leanstral)",
    true,
  ),
  row("command-named", "cohere-api", "command[ -](?:light|nightly)", true),
  row("command", "cohere-api", "command(?:[ -](?:r7b|r\\+|r|a|light|nightly|xlarge|medium|small))"),
  row("embed", "cohere-api", "embed(?:[ -](?:english|multilingual))|(?:cohere[ -])?embed(?=[ -]v?\\d)"),
  row("rerank", "cohere-api", "rerank(?:[ -](?:english|multilingual))?"),
  row("aya", "cohere-api", "(?:c4ai[ -])?aya(?:[ -](?:expanse|vision))?"),
  row("grok", "xai-api", "grok(?:[ -](?:code|vision|beta|imagine))?"),
  row("deepseek", "deepseek-api", "deepseek(?:[ -](?:chat|reasoner|coder|vl))?"),
  row("qwen", "alibaba", "qwen|qwq|qvq|wan"),
  row("kimi", "moonshot-api", "kimi"),
  row("moonshot", "moonshot-api", "moonshot"),
  row("mimo", "xiaomi", "mimo"),
  row(
    "sonar",
    "perplexity-api",
    "sonar(?:[ -](?:pro|small|medium|large|reasoning|deep-research)|(?![ -]?apis?(?![a-z])))|pplx|r1-1776",
    true,
  ),
  row("nova", "bedrock", "(?:amazon[ -])?nova"),
  row(
    "titan",
    "bedrock",
    "(?:amazon[ -])?titan(?:[ -](?:text|image|multimodal))?(?:[ -](?:embeddings?|embed|generator))?",
  ),
  row("jamba", "ai21-api", "(?:ai21[ -])?(?:jamba|jurassic)"),
  row("phi", "azure", "phi"),
  row("mai", "azure", "mai"),
  row("stable-diffusion", "stability-api", "stable[ -](?:diffusion|image|video|audio)|sdxl|sd3"),
  row("glm", "zhipu-api", "(?:zai-|chat)?glm"),
  row("nemotron", null, "nemotron"),
  row("flux", null, "flux"),
  row("yi", null, "yi-"),
  row("minimax", "minimax-api", "minimax|abab"),
  row("ernie", "baidu-api", "ernie"),
  row("hunyuan", "tencent-api", "hunyuan"),
  row("doubao", "volcengine", "doubao|seedream|seedance"),
  row("solar", "upstage-api", "solar"),
  row("hyperclova", "naver-api", "hyperclova|hcx"),
  row("luminous", "aleph-alpha-api", "luminous"),
  row("palmyra", "writer-api", "palmyra"),
  row("voyage", "voyage-api", "voyage-"),
  row(
    "open-other",
    null,
    "exaone|falcon|starcoder|wizardlm|vicuna|olmo|dbrx|arctic|granite|cogito|hermes|bge|zephyr|nous|openchat|sqlcoder|tinyllama|discolm|neural-chat|una-cybertron|bart|distilbert|resnet|detr|llava|m2m100|melotts|raptor|stablelm|mythomax|reka|writer|marengo|pegasus|internlm|internvl|baichuan|jina-|nomic-embed|playai|allam|orpheus|tulu|lfm|longcat|kling|recraft|ideogram|sarvam|elyza|plamo|inflection|stripedhyena|codegeex|skywork",
  ),
];

/** OpenAI's reasoning series: a letter and a digit, so its case and its neighbours must fit exactly. */
export const O_SERIES = "o[1-9](?:-(?:mini|pro|preview|deep-research|high|low))*";

/** The families in order, each as a group of one expression. */
const ANY_FAMILY = new RegExp(`^(?:${FAMILIES.map(({ words }) => `(${words})`).join("|")})(?![a-z])`, "i");
/** Source of an expression for the families that are models by themselves. */
export const BARE_WORDS = FAMILIES.filter(({ bare }) => bare === true)
  .map(({ words }) => words)
  .join("|");
const BARE = new RegExp(`^(?:${BARE_WORDS})(?![a-z])`, "i");

/** True for a word of letters alone that can be a model by itself; never false by mistake. */
export const mayBeBare = (word: string): boolean => BARE.test(word);

const oSeries = new RegExp(`^${O_SERIES}(?![a-z0-9])`);
const O_FAMILY = row("o-series", "openai-api", O_SERIES, true);

/** The family that a name begins with, behind a path or vendor prefix; null when it is none that is known. */
export const familyOf: (name: string) => Family | null = remember((name) => findFamily(name));

function findFamily(name: string): Family | null {
  const path = name.slice(name.lastIndexOf("/") + 1);
  const vendor = name.includes(".") ? name.replace(/^(?:[a-z]{2}\.)?[a-z0-9]+\./, "") : name;
  const tuned = name.replace(/^ft[:-]/, "");
  for (const start of new Set([name, path, vendor, tuned])) {
    const match = ANY_FAMILY.exec(start);
    if (match !== null)
      return FAMILIES[match.findIndex((group, index) => index > 0 && group !== undefined) - 1] ?? null;
    if (oSeries.test(start)) return O_FAMILY;
  }
  return null;
}
