/** The surfaces that are known by name: where a model is called, and who runs that place. */
export type Surface = {
  id: string;
  provider: string;
  label: string;
  /** How people and articles call it, lower case. */
  names: string[];
  /** False for consumer apps: leaving ChatGPT is not leaving an API. */
  developer: boolean;
  /** Whose models it serves: the maker's own, those of many makers beside much else (a cloud), or hardly anything else (a host). */
  serves: "own" | "cloud" | "host";
  /** False where no source of ours looks: people tell of it, and lists of prices hold it without its ends being followed. */
  watched: boolean;
};

const row = (
  id: string,
  provider: string,
  label: string,
  names: string[],
  given: Partial<Pick<Surface, "developer" | "serves" | "watched">> = {},
): Surface => ({ id, provider, label, names, developer: true, serves: "own", watched: true, ...given });

const cloud = (id: string, provider: string, label: string, names: string[]): Surface =>
  row(id, provider, label, names, { serves: "cloud" });

const host = (id: string, provider: string, label: string, names: string[]): Surface =>
  row(id, provider, label, names, { serves: "host" });

const elsewhere = (serves: "own" | "host", id: string, provider: string, label: string, names: string[]): Surface =>
  row(id, provider, label, names, { serves, watched: false });

export const SURFACES: readonly Surface[] = [
  row("openai-api", "openai", "OpenAI API", ["openai", "openai api"]),
  row("chatgpt", "openai", "ChatGPT", ["chatgpt"], { developer: false }),
  cloud("azure", "azure", "Azure", [
    "azure",
    "azure openai",
    "azure ai foundry",
    "microsoft foundry",
    "azure foundry",
    "microsoft azure",
  ]),
  row("anthropic-api", "anthropic", "Claude API", ["anthropic", "anthropic api", "claude api"]),
  row("gemini-api", "google", "Gemini API", ["gemini api", "google ai studio", "ai studio"]),
  cloud("vertex-ai", "google", "Vertex AI", [
    "vertex",
    "vertex ai",
    "gemini enterprise agent platform",
    "google cloud",
  ]),
  cloud("bedrock", "aws", "Amazon Bedrock", ["bedrock", "amazon bedrock", "aws bedrock", "aws"]),
  row("cohere-api", "cohere", "Cohere API", ["cohere", "cohere api"]),
  row("mistral-api", "mistral", "Mistral API", ["mistral", "mistral api", "la plateforme", "mistral ai"]),
  host("groq", "groq", "GroqCloud", ["groq", "groqcloud"]),
  row("xai-api", "xai", "xAI API", ["xai", "x.ai", "xai api"]),
  row("deepseek-api", "deepseek", "DeepSeek API", ["deepseek", "deepseek api"]),
  row("moonshot-api", "moonshot", "Moonshot API", ["moonshot", "moonshot ai", "kimi", "kimi api"]),
  row("alibaba", "alibaba", "Alibaba Model Studio", [
    "alibaba",
    "alibaba cloud",
    "model studio",
    "dashscope",
    "bailian",
  ]),
  row("xiaomi", "xiaomi", "Xiaomi MiMo", ["xiaomi", "mimo"]),
  host("cerebras", "cerebras", "Cerebras Inference", ["cerebras"]),
  host("fireworks", "fireworks", "Fireworks", ["fireworks", "fireworks ai"]),
  host("together", "together", "Together", ["together", "together ai"]),
  host("perplexity-api", "perplexity", "Perplexity API", ["perplexity", "perplexity api", "sonar api"]),
  host("cloudflare", "cloudflare", "Cloudflare Workers AI", ["cloudflare", "workers ai", "cloudflare workers ai"]),
  cloud("github-copilot", "github", "GitHub Copilot", ["copilot", "github copilot"]),
  cloud("github-models", "github", "GitHub Models", ["github models"]),
  cloud("openrouter", "openrouter", "OpenRouter", ["openrouter"]),
  // Not watched, but told of: what ends there must not be taken for an end with the maker.
  elsewhere("own", "ai21-api", "ai21", "AI21 Studio", ["ai21", "ai21 studio", "ai21 labs"]),
  elsewhere("own", "aleph-alpha-api", "aleph-alpha", "Aleph Alpha", ["aleph alpha"]),
  elsewhere("own", "assemblyai-api", "assemblyai", "AssemblyAI", ["assemblyai"]),
  elsewhere("own", "baidu-api", "baidu", "Baidu Qianfan", ["baidu", "qianfan", "千帆"]),
  elsewhere("own", "deepgram-api", "deepgram", "Deepgram", ["deepgram"]),
  elsewhere("own", "elevenlabs-api", "elevenlabs", "ElevenLabs", ["elevenlabs"]),
  elsewhere("own", "minimax-api", "minimax", "MiniMax", ["minimax"]),
  elsewhere("own", "naver-api", "naver", "CLOVA Studio", ["naver", "clova studio"]),
  elsewhere("own", "stability-api", "stability", "Stability AI", ["stability", "stability ai"]),
  elsewhere("own", "tencent-api", "tencent", "Tencent Cloud", ["tencent", "tencent cloud"]),
  elsewhere("own", "upstage-api", "upstage", "Upstage", ["upstage"]),
  elsewhere("own", "volcengine", "volcengine", "Volcengine Ark", [
    "volcengine",
    "volcano engine",
    "byteplus",
    "火山方舟",
  ]),
  elsewhere("own", "voyage-api", "voyage", "Voyage AI", ["voyage", "voyage ai"]),
  elsewhere("own", "writer-api", "writer", "Writer", ["writer", "writer ai studio"]),
  elsewhere("own", "zhipu-api", "zhipu", "Zhipu AI", ["zhipu", "zhipu ai", "z.ai", "bigmodel", "智谱"]),
  elsewhere("host", "baseten", "baseten", "Baseten", ["baseten"]),
  elsewhere("host", "databricks", "databricks", "Databricks", ["databricks", "mosaic ai"]),
  elsewhere("host", "deepinfra", "deepinfra", "DeepInfra", ["deepinfra"]),
  elsewhere("host", "nebius", "nebius", "Nebius", ["nebius"]),
  elsewhere("host", "novita", "novita", "Novita AI", ["novita", "novita ai"]),
  elsewhere("host", "oracle", "oracle", "OCI Generative AI", ["oracle", "oci generative ai"]),
  elsewhere("host", "ovh", "ovh", "OVHcloud", ["ovh", "ovhcloud"]),
  elsewhere("host", "replicate", "replicate", "Replicate", ["replicate"]),
  elsewhere("host", "sambanova", "sambanova", "SambaNova", ["sambanova"]),
  elsewhere("host", "sap", "sap", "SAP AI Core", ["sap", "sap ai core"]),
  elsewhere("host", "scaleway", "scaleway", "Scaleway", ["scaleway"]),
  elsewhere("host", "snowflake", "snowflake", "Snowflake Cortex", ["snowflake", "snowflake cortex"]),
  elsewhere("host", "watsonx", "ibm", "IBM watsonx", ["ibm", "watsonx", "watsonx.ai"]),
];

/** The surfaces that a source of ours looks at. */
export const WATCHED: readonly Surface[] = SURFACES.filter((surface) => surface.watched);

/** The surfaces that serve other makers' models beside or instead of their own. */
export const servesOthers: ReadonlySet<string> = new Set(
  SURFACES.filter((surface) => surface.serves !== "own").map((surface) => surface.id),
);

/**
 * Clouds that do not serve the closed models of another cloud's maker: Gemini is called at Google alone.
 * https://learn.microsoft.com/azure/ai-foundry/concepts/model-lifecycle-retirement
 * https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
 */
const NOT_SERVED: Readonly<Record<string, readonly string[]>> = { azure: ["gemini-api"], bedrock: ["gemini-api"] };

/** False where a place cannot serve the models of a maker, whose own surface is given; true where nothing is known of it. */
export const mayServe = (surface: string, makerSurface: string | null): boolean =>
  makerSurface === null || NOT_SERVED[surface]?.includes(makerSurface) !== true;

const byId = new Map(SURFACES.map((surface) => [surface.id, surface]));

/** The surface of that id, or undefined: new surfaces come from configuration and feeds. */
export function surfaceOf(id: string): Surface | undefined {
  return byId.get(id);
}

/** A human label for any surface id, known or not. */
export function surfaceLabel(id: string): string {
  return byId.get(id)?.label ?? id;
}

/** Who runs a surface; an unknown surface is its own provider. */
export function providerOf(surfaceId: string): string {
  return byId.get(surfaceId)?.provider ?? surfaceId.replace(/-api$/, "");
}
