import type { FactKind } from "../../core/fact.ts";
import { trimId } from "./id-shape.ts";

const RULES: readonly (readonly [RegExp, FactKind])[] = [
  [
    /(?:^|\s)\/?v\d(?:beta\d?)?\/[a-z]|^\/[a-z]|https?:\/\/|\bendpoints?\b|\bapis?\b(?! key)|エンドポイント|端点|接口/i,
    "endpoint",
  ],
  [/^(?:openai|anthropic)-beta\b|\bbeta header\b|^[a-z]+(?:-[a-z]+)+-20\d{2}-\d{2}-\d{2}$/i, "beta-header"],
  [/\bfine[- ]?tun(?:e|ed|es|ing)\b|^ft:|微调|ファインチューニング|afinad|ajust[ée]/i, "fine-tune"],
  [/^[a-z]+(?:_[a-z0-9]+)+$|\b(?:parameter|field|header|argument)s?\b/, "parameter"],
  [/\bagents?\b|^(?:computer-use|deep-research)-agent/i, "agent"],
  [
    /\b(?:sdk|module|library|platform|console|playground|studio|app|dashboard|product|service|plugin|plugins|assistants?|evals?)\b/i,
    "product",
  ],
  [/\b(?:feature|tool|mode|caching|streaming|search|support|option|setting)s?\b/i, "feature"],
];

const BETA_HEADER = /^[a-z]+(?:-[a-z0-9]+)*-20\d{2}-\d{2}-\d{2}$/;
const MODEL_WORD =
  /gpt|claude|gemini|preview|^o\d|llama|mistral|-\d+b\b|davinci|embedding|tts|whisper|dall-e|sora|realtime|transcribe|\d\.\d/i;

/** What kind of thing a name or a phrase is that a page says will end. Anything without a sign of another kind is a model. */
export function classifyThing(text: string): FactKind {
  const bare = trimId(text.trim());
  if (BETA_HEADER.test(bare) && !MODEL_WORD.test(bare)) return "beta-header";
  if (/^[^\s/]+$/.test(bare) && MODEL_WORD.test(bare) && !bare.startsWith("ft:") && !bare.startsWith("/"))
    return "model";
  return RULES.find(([rule]) => rule.test(bare))?.[1] ?? "model";
}
