/** Places by the names people use beside those of `core/surface.ts`. */
export const PLACES: readonly (readonly [string, string])[] = [
  [
    "azure",
    "azure(?: openai| ai)?(?: service| foundry| studio)?|microsoft foundry|microsofts? cloud|(?:cloud|nuvem|nube|nuage) (?:de|da|di|von) microsoft|azure上|애저|アジュール",
  ],
  ["bedrock", "(?:amazon |aws )?bedrock|베드록|ベッドロック"],
  [
    "vertex-ai",
    "vertex(?: ai)?|gemini enterprise agent platform|google[ -]cloud|googles? cloud|(?:cloud|nuvem|nube) (?:de|da|do|di|von) google|谷歌云|구글 ?클라우드|グーグル・?クラウド|버텍스|バーテックス",
  ],
  ["gemini-api", "gemini api|(?:google )?ai studio|gemini-api|api (?:de |do |da |di |del )?gemini|제미나이 api"],
  ["openai-api", "openai(?:['’]s)?(?: own)? (?:api|platform|plattform|plataforma)|openai api"],
  ["anthropic-api", "(?:claude|anthropic)(?:['’]s)?(?: own| first-party)? (?:api|platform|console)"],
  ["github-models", "github models"],
  ["github-copilot", "(?:github[ -])?copilot(?! ?studio| ?app)|깃허브 코파일럿|코파일럿"],
  ["cloudflare", "(?:cloudflare )?workers ai"],
  ["groq", "groqcloud|groq ?cloud|groq api|그록 ?클라우드|グロック・?クラウド"],
  ["mistral-api", "la plateforme(?! (?:des?|du|pour|d[’']|qui|sur|et))|mistral(?: ai)? api|api (?:de|di) mistral"],
  ["cohere-api", "cohere(?:['’]s)? (?:api|platform)"],
  ["xai-api", "xai api"],
  ["deepseek-api", "deepseek(?: 开放平台| ?api)"],
  ["moonshot-api", "moonshot api|kimi (?:api|open platform|开放平台)"],
  ["alibaba", "model studio|百炼|dashscope"],
  ["perplexity-api", "(?:perplexity|sonar|agent) api"],
  ["openrouter", "openrouter|오픈라우터|オープンルーター"],
  ["fireworks", "fireworks(?: ai)? (?:api|platform|serverless)"],
  [
    "together",
    "(?<=(?:on|from|at|by|bei|von|sur|chez|en|em|na|su|da|auf) )together(?! with| ai)|together(?: ai)? (?:inference|serverless|platform|plattform|api|team|cloud|console)|투게더 ?ai|トゥギャザー",
  ],
  ["cerebras", "cerebras inference|cerebras[ -]cloud"],
  ["chatgpt", "chatgpt|챗gpt|チャットgpt"],
  [
    "claude-app",
    "클로드 앱|claude ?アプリ|claude ?(?:应用|客户端)|claude\\.ai|claude(?:['’]s)? (?:app|apps|desktop|mobile)",
  ],
  [
    "gemini-app",
    "제미나이 앱|gemini ?アプリ|gemini ?(?:应用|客户端)|gemini(?:[ -](?:app|apps|advanced))|l['’]application (?:grand public )?gemini",
  ],
  ["le-chat", "le chat"],
];

/** Places where people chat and no developer calls a model. */
export const CONSUMER: ReadonlySet<string> = new Set(["chatgpt", "claude-app", "gemini-app", "le-chat"]);

const OF_DEVELOPERS = PLACES.flatMap(([surface, source]) => (CONSUMER.has(surface) ? [] : [source])).join("|");

/**
 * "x leaves Bedrock on …": the source of an expression for verbs of going, which tell an end only before a place and a day.
 *
 * @param verbs sources of the forms of the verb
 * @param articles what may stand before the place, blanks included
 * @param when source of what must follow within 40 characters; a number where nothing is given
 */
export function goesFrom(verbs: string, articles: string, when = "\\d"): string {
  return `(?:${verbs})(?= (?:${articles})?(?:${OF_DEVELOPERS})(?![\\p{L}\\d])[^.;]{0,40}${when})`;
}
