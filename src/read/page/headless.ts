import { findModelNames } from "../names/find.ts";
import { endWords } from "../table/header-words.ts";

/** "Removed on 6 November." under a model's own heading lacks its subject. */
const HEADLESS =
  /(^|[.!]\s+)(?=(?:(?:will|is|was|has|to|scheduled|planned)\b[\w ]{0,24}\b)?(?:deprecat|remov|retir|discontinu|sunset|shut|turn|withdr|decommission)\w*\b)/gi;

/** Words that open such a sentence before its verb or its day: "Wird am", "Sera", "Se", "将于". */
const OPENING =
  /^(?:(?:wird|wurde|ist|sera|est|a été|se|fue|será|foi|sarà|verrà|viene|è stato|will be|is|was|has been|scheduled for|planned for|on|from|as of|by|am|ab|zum|le|el|em|il|dal|à partir du|a partir (?:del|de)|desde el)\s+|将?(?:计划|预计)?(?:于|在)\s*|已于\s*){1,3}/iu;
/** "The model will be removed": under its own heading it is the subject. */
const ITSELF =
  /^(?:(?:the|this) )?(?:hosted )?(?:model|endpoint|snapshot|voice)s? (?=(?:(?:will|is|was|has|to) )?(?:be |been )?(?:deprecat|remov|retir|discontinu|sunset|shut|turn|withdr|decommission|stop|go(?:es|ing)? away)\w*)/i;
/** "2025-10-28: Claude Sonnet 3.7 model" heads a notice on a model and is no name of it. */
const PHRASE = /\s(?:models?|modelle?|modelos?|modèles?|modell[oi])$|模型$|モデル$|모델$/iu;
const SENTENCES = /(?<=(?:\D|\d{4})[.!?])\s+(?=[\p{Lu}“"(`])|(?<=[。！？])/u;

/** What a model's own heading stands over says it of the model, where its sentences leave the subject out. */
export function withSubject(text: string, subject: string | null): string {
  if (subject === null) return text;
  const led = text.replace(HEADLESS, (before) => `${before}${subject} `);
  if (!/\d{4}/.test(led) || PHRASE.test(subject)) return led;
  const sentences = led.split(SENTENCES);
  const joint = /[。！？]/.test(led) ? "" : " ";
  return sentences.map((sentence) => (isHeadless(sentence) ? named(sentence, subject) : sentence)).join(joint);
}

/** "Endpoint removed Dec 4.": a participle that lacks its verb, too. */
const BARE =
  /^(?:deprecated|removed|retired|discontinued|sunset|shut ?down|turned off|switched off|withdrawn|decommissioned)(?!\p{L})/iu;

/** "Ends on 1 December.": its verb follows its subject. */
const VERB = /^(?:ends|stops|retires|expires|closes|leaves|goes|disappears|endet)(?= )/i;

function named(sentence: string, subject: string): string {
  if (VERB.test(sentence)) return `${subject} ${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`;
  if (!ITSELF.test(sentence)) return `${subject}: ${sentence}`;
  const said = sentence.replace(ITSELF, "");
  return `${subject} ${BARE.test(said) ? "is " : ""}${said}`;
}

/** "Wird am 1. Dezember 2026 abgeschaltet.": it begins with its verb or its day, and names nobody. */
function isHeadless(sentence: string): boolean {
  if (!/\d{4}/.test(sentence) || endWords(sentence) === null || findModelNames(sentence).length > 0) return false;
  const open = sentence.trim().replace(OPENING, "");
  return ITSELF.test(sentence) || /^\d/.test(open) || endWords(open.split(/\s+/, 1)[0] ?? "") !== null;
}
