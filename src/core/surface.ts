/** The surfaces that are known by name: where a model is called, and who runs that place. */
export type Surface = {
  id: string;
  provider: string;
  label: string;
  /** How people and articles call it, lower case. */
  names: string[];
  /** False for consumer apps: leaving ChatGPT is not leaving an API. */
  developer: boolean;
};

const row = (id: string, provider: string, label: string, names: string[], developer = true): Surface => ({
  id,
  provider,
  label,
  names,
  developer,
});

export const SURFACES: readonly Surface[] = [
  row("openai-api", "openai", "OpenAI API", ["openai", "openai api"]),
  row("chatgpt", "openai", "ChatGPT", ["chatgpt"], false),
  row("azure", "azure", "Azure", [
    "azure",
    "azure openai",
    "azure ai foundry",
    "microsoft foundry",
    "azure foundry",
    "microsoft azure",
  ]),
  row("anthropic-api", "anthropic", "Claude API", ["anthropic", "anthropic api", "claude api"]),
  row("gemini-api", "google", "Gemini API", ["gemini api", "google ai studio", "ai studio"]),
  row("vertex-ai", "google", "Vertex AI", ["vertex", "vertex ai", "gemini enterprise agent platform", "google cloud"]),
  row("bedrock", "aws", "Amazon Bedrock", ["bedrock", "amazon bedrock", "aws bedrock", "aws"]),
  row("cohere-api", "cohere", "Cohere API", ["cohere", "cohere api"]),
  row("mistral-api", "mistral", "Mistral API", ["mistral", "mistral api", "la plateforme", "mistral ai"]),
  row("groq", "groq", "GroqCloud", ["groq", "groqcloud"]),
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
  row("cerebras", "cerebras", "Cerebras Inference", ["cerebras"]),
  row("fireworks", "fireworks", "Fireworks", ["fireworks", "fireworks ai"]),
  row("together", "together", "Together", ["together", "together ai"]),
  row("perplexity-api", "perplexity", "Perplexity API", ["perplexity", "perplexity api", "sonar api"]),
  row("cloudflare", "cloudflare", "Cloudflare Workers AI", ["cloudflare", "workers ai", "cloudflare workers ai"]),
  row("github-copilot", "github", "GitHub Copilot", ["copilot", "github copilot"]),
  row("github-models", "github", "GitHub Models", ["github models"]),
  row("openrouter", "openrouter", "OpenRouter", ["openrouter"]),
];

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
