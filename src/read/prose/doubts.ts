import type { NameMention } from "../names/index.ts";
import type { ReadSentence } from "./clauses.ts";
import type { Frame } from "./frame.ts";
import type { CueFinder } from "./lexicon.ts";

/**
 * Reasons not to believe a text as a whole: satire, hearsay, faults, models that are said to go on, a look back, people who
 * retire.
 */

/** A whole text as the reader sees it. */
export type Whole = { sentences: ReadSentence[]; cues: CueFinder; all: NameMention[] };

/** A headline that calls its own text hearsay. */
const RUMOUR_HEAD =
  /^(?:\p{L}+ )?(?:rumou?r|gerücht|rumeur|rumor|boato|indiscrezione|voci|传闻|传言|噂|うわさ|루머|소문)\p{L}{0,2}\s?(?:[:\uFF1A–—-]|\()/u;
const CONFIRMS = /confirm|bestätig|conferm|证实|確認|확인/u;

/** "The model itself goes on", told beside a part of it that ends. */
const ITSELF =
  /(?<!\p{L})(?:the )?model['’]s (?:still )?(?:there|fine|up|alive|ok|okay|not going)(?!\p{L})|(?:the )?models? (?:itself|themselves) (?:is|are|will|stays?|remains?|continues?|keeps?|does|do|isn|aren)|(?:das modell selbst|die modelle selbst|les? modèles? (?:lui-même|eux-mêmes)|(?:el|los) (?:propios? modelos?|modelos? en sí)|(?:o|os) (?:próprios? modelos?|modelos? em si)|(?:il|i) (?:modell[oi] stess[oi]|modell[oi] in sé)|模型(?:服务)?本身|(?:文中|上述|以上|文内|提到|涉及)[^,。]{0,8}模型[^,。]{0,8}(?:照常|不受影响|继续|照旧|不变)|模型(?:并)?没(?:有)?(?:下架|下线)|没有(?:任何)?模型(?:被)?(?:下线|下架|停用)|(?:モデル(?:そのもの|自体))|모델 자체)/u;
const ELSEWHERE =
  /hugging ?face|download|weights|self-host|gewicht|poids|télécharg|pesos|descarg|pesi|scaric|权重|下载|重み|ダウンロード|가중치|다운로드/u;

const BACK =
  /恢复(?:了|正常|供应|访问|调用)|(?:已经?|确认|全部)恢复|回滚(?:完|了|好)|(?:已经?|正在)回滚|已?修复(?:了|完)|虚惊一场|又(?:能用|好|回来)了|回来了/u;

function keepsModels({ plain, text, clauses }: ReadSentence): boolean {
  const lower = text.toLowerCase();
  if (!ITSELF.test(lower) || ELSEWHERE.test(lower)) return false;
  const here = clauses.flatMap((clause) => clause.surfaces).every((place) => place.company);
  const ends = clauses.some((clause) => clause.off.length > 0 && plain.slice(clause.start, clause.end).trim() !== "");
  return here && (clauses.some((clause) => clause.stay.length > 0) || !ends);
}

/** Reasons not to believe any statement of the text; null when there is none. */
export function doubt({ sentences, cues }: Whole, frames: readonly Frame[]): string | null {
  const plain = sentences.map((sentence) => sentence.plain);
  if (plain.some((text) => cues.has("unserious", text))) return "a joke, a satire or a piece of fiction";
  const speaks = sentences.some((sentence) =>
    sentence.names.some((name) =>
      cues.find("speech", sentence.plain).some((cue) => cue.start >= name.end && cue.start - name.end <= 2),
    ),
  );
  if (speaks) return "the model is a figure of speech here";
  // "Back again": what was gone today was not taken away.
  const back = plain.some((text) => cues.tag === "zh" && BACK.test(text));
  const firm = frames.some(
    ({ date, rumour, weak, sentence }) =>
      date !== null && !rumour && !weak && (!back || date.date > (sentences[sentence]?.at ?? "") || !date.relative),
  );
  if (!firm && plain.some((text) => cues.has("outage", text))) return "a fault, not a retirement";
  const head = plain[0] ?? "";
  if (sentences[0]?.title === true && RUMOUR_HEAD.test(head) && !CONFIRMS.test(head)) return "hearsay";
  if (sentences.some((sentence) => keepsModels(sentence))) return "the models themselves are said to stay";
  const rumours = sentences.filter((sentence) => sentence.rumour).length;
  if (rumours >= 2 && !frames.some((frame) => !frame.rumour && frame.date?.precision === "day")) return "hearsay";
  return null;
}

/** Pensions and people who stop working: "retiring on 1 May 2031" is then theirs. */
const OF_PEOPLE =
  /(?<!\p{L})(?:pension(?:s|ers?)?(?: (?:funds?|schemes?|pots?|savers?|age))?|retirees?|retirement (?:age|savings|maths|math|planning|planner|homes?|part(?:y|ies)|income|funds?|benefits|communit(?:y|ies)|gift|speech|advisers?)|401\(k\)|early retirement|superannuation)(?!\p{L})/giu;
const PEOPLES_END =
  /(?<!\p{L})(?:retir\p{L}*|last day|final day|leav(?:e|es|ing)|stop(?:s|ping)? work\p{L}*)(?!\p{L})/giu;

/** True for a text of pensions in which nothing ends by other words than those that people use of themselves. */
export function ofPeople(raw: readonly { text: string }[], frames: readonly Frame[]): boolean {
  if (frames.length === 0) return false;
  const words = raw.reduce((sum, { text }) => sum + (text.match(OF_PEOPLE)?.length ?? 0), 0);
  return words >= 2 && frames.every(({ quote }) => quote.search(PEOPLES_END) >= 0);
}

const LOOKS_BACK =
  /\b(?:look(?:ing)? back|in retrospect|retrospective|year in review|models we lost|the year in|remembers the departed|the departed|(?:obits|those) we (?:lost|buried)|year[- ]end (?:list|review)|in memoriam|obituar(?:y|ies)|roll call|took from us|(?:average|typical) (?:lifespan|lifetime|life)|lifespans? of)\b|rückblick|nachruf|(?:durchschnittliche|mittlere) lebensdauer|lebensdauer von \d|wie lange leben|nécrologi|durée de vie moyenne|necrológic|obituari|(?:vida|duración) media|esperanza de vida|obituário|vida média|necrolog|(?:vita|durata) media|平均(?:寿命|存活)|寿命(?:を(?:調|集計|まとめ)|统计|盘点|调查)|追悼|讣告|追悼|평균 수명|수명을 (?:모|조사|집계)|부고|rückschau|blick zurück|rétrospective|rétroviseur|retrospectiva|mirada atrás|(?:deixou|ficou|ficaram) para trás|retrospettiva|sguardo indietro|回顾|盘点|振り返|回顧|仕事納め|お世話になったモデル|去っていったモデル|今年(?:お別れ|引退|退場)した|一年の?(?:まとめ|総決算)|돌아보|회고|결산|한 해를 (?:마무리|정리|돌)|올해 (?:떠난|사라진|작별한|종료된) 모델|떠나보낸 모델/u;
const NOTHING_NEW =
  /\bno new (?:\w+ )?(?:retirements?|shutdowns?|dates)\b|keine neuen (?:\p{L}*termine|abschalt)|neue termine nennt [^.]{0,30} nicht|aucune nouvelle (?:date|fermeture)|ninguna (?:nueva )?fecha(?: nueva)?|nenhuma nova (?:data|desativ)|nessuna nuova (?:data|dismissione)|没有新的(?:下线|停用)|新たな(?:提供終了|終了|廃止)の予定は|새로운 (?:종료|중단) (?:계획|일정)(?:은|이)? 없/u;

/** An item that looks back, or says itself that it brings no new end: its days without a year are past. */
export function isRecap(sentences: readonly ReadSentence[]): boolean {
  return sentences.some(
    ({ text }, index) => (index < 2 && LOOKS_BACK.test(text.toLowerCase())) || NOTHING_NEW.test(text.toLowerCase()),
  );
}
