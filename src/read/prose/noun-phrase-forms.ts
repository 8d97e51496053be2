import { FULL_MONTH } from "../dates/months.ts";
import { NOUNS, type Nouns } from "./noun-phrase-words.ts";

/** The expressions of a language that find the nouns which a model hangs on. */
export type NounForms = ReturnType<typeof formsOf>;

/** "The API of OpenAI": whose it is, and not what it is for. */
const MAKERS =
  "openai|google|mistral|anthropic|x ?ai|grok|groq|groqcloud|cohere|deepseek|moonshot|perplexity|microsoft|azure|amazon|aws|bedrock|vertex|gemini|claude|alibaba|meta|cloudflare|github|fireworks|cerebras|together(?: ai)?";

const word = (source: string): string => `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`;

const found = (source: string): RegExp => new RegExp(source, "u");

function formsOf(nouns: Nouns) {
  const { article, determiner, joint, relative, where } = nouns;
  const opens = "(?:(?:et|mais|or|y|pero|enfin|además|e|ma|mas|inoltre|além disso) )?";
  const joined = `(?<=[\\s’'])(?:${joint})(?:${article})?`;
  const close = "[`\"'“«]?\\s?$";
  // "The director of the project x": a noun may stand beside the name.
  const ends = `${joined}(?:\\p{L}{3,} )?${close}`;
  return {
    noun: found(`^\\s*${opens}(?:${determiner})([\\p{L}][^,;:()]{1,90}?)\\s?(?:${ends}|$)`),
    object: found(`^\\s*(?:(?:${joint}))?(?:${determiner})([\\p{L}][^,;:()]{1,60}?)\\s?${ends}`),
    subject: found(`^\\s*(?:${determiner})([\\p{L}][^,;:()]{1,60}?)\\s*$`),
    // "The April version": when and whose it is makes no other thing of it.
    own: found(word(`${nouns.own}|${nouns.ends}|${MAKERS}|${FULL_MONTH}`)),
    not: found(word(nouns.not)),
    calls: found(word(nouns.calls)),
    limit: found(`^[\`"»”]? (?:${nouns.limit}) `),
    verb: found(word(nouns.verb)),
    auxiliary: found(`(?<=[\\s’'])(?:${nouns.auxiliary})$`),
    joint: found(`(?<=[\\s’'])(?:${joint})`),
    hangs: found(ends),
    // The same without a noun beside the name.
    straight: found(`${joined}${close}`),
    model: found(`^(?:\\p{L}+ )?(?:${nouns.model})(?!\\p{L})`),
    day: found(`(?<!\\p{L})(?:${nouns.day})$`),
    determiner: found(`(?<![\\p{L}])(?:${determiner})$`),
    endOf: found(`^(?:${nouns.ends}) (?:${nouns.of})(?:${article})?(\\p{L}[^,;:.()]*)`),
    relative: found(`^(?:[\`"»”]\\s?)?,? ?(?:${relative})(?![\\p{L}])`),
    where: found(`^\\s*(?:${determiner})([\\p{L}][^,;:()]{1,60}?) (?:${where}) [^,;:]{0,60}$`),
    acts: found(`^(?:${nouns.acts})$`),
    single: found(`^\\s*(?:${determiner})[^,;:()]{0,30}?(?:${nouns.single})(?![\\p{L}])[^,;:()]{0,40}?${ends}`),
    aside: found(
      `^(?:(?:${nouns.aside}) (?:${joint})|(?:${relative}|${where}) [^,;:]{0,60}|${nouns.participle} [^,;:]{0,60}(?<=\\s)(?:${joint})(?:${article})?)$`,
    ),
  };
}

const READ: ReadonlyMap<string, NounForms> = new Map(
  Object.entries(NOUNS).map(([tag, nouns]) => [tag, formsOf(nouns)]),
);

/** The expressions of a language by its tag; undefined where nothing is known of its nouns. */
export const nounForms = (tag: string): NounForms | undefined => READ.get(tag);
