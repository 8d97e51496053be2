import type { FactKind } from "../../core/fact.ts";
import { oneLine } from "../../lib/one-line.ts";
import { idShaped } from "./tokens.ts";

const BETA_HEADER = /^(\w+-)?beta\s*:\s*\S|^anthropic-beta\b/i;
const ENDPOINT =
  /^(?:(?:get|post|put|patch|delete)\s+)?(?:https?:\/\/[^\s/]+)?\/[\w{}:.-]+(?:\/[\w{}:.-]+)*\/?$|^v\d+(?:beta\d*)?\/[\w/{}.-]+/i;
const FINE_TUNE =
  /^(ft[-:]|finetuned?-)|\bfine-?\s?tune[ds]?\b|\b(fine-?tuned|customi[sz]ed) (models?|versions?|variants?)\b|微调模型/i;
const TRAINING =
  /\b(training|trainings|fine-?tuning|tuning jobs?|creation|creating|new deployments?|provisioned throughput)\b|微调训练/i;
const PARAMETER = /\bparameters?\b|\brequest field\b|参数/i;
const PRODUCT =
  /\b(apis?|platform|builder|dashboard|playground|app|application|integration|console|sdk|cli|plugins?|web ui|studio|portal|extension|agents? sdk|service|prompts?|evals?)$/i;
/** Code that people install: "Python SDK 0.x", "CLI v2". */
const INSTALLED = /\b(sdk|cli|librar(y|ies)|packages?|client|python|node(\.js)?|java|runtime)\b v?\d[\w.]*$/i;
const PROTOCOL = /^(tls|ssl|https?|grpc|oauth|ipv[46]|webhooks?)\b[ \d.v]*$/i;
const FEATURE = /\b(features?|modes?|tools?|connectors?|caching|search tool|code interpreter|beta)$/i;
const AGENT = /\bagents?$/i;

/**
 * What sort of thing the words of a model cell name. Ids are models unless their form says otherwise (`/v1/edits`,
 * `ft-...`, a beta header); words ending in "API", "platform" and the like are products.
 */
export function kindOfThing(text: string): FactKind {
  const plain = oneLine(text.replace(/[`*]/g, ""));
  if (BETA_HEADER.test(plain)) return "beta-header";
  if (ENDPOINT.test(plain) || /\bendpoints?$/i.test(plain)) return "endpoint";
  if (PARAMETER.test(plain)) return "parameter";
  if (TRAINING.test(plain)) return "feature";
  if (FINE_TUNE.test(plain)) return "fine-tune";
  if (idShaped(plain)) return "model";
  if (PRODUCT.test(plain) || INSTALLED.test(plain)) return "product";
  if (FEATURE.test(plain) || PROTOCOL.test(plain)) return "feature";
  if (AGENT.test(plain)) return "agent";
  return "model";
}
