import type { Draft } from "../table/draft.ts";

/** Whether a page uses "deprecation date" for the day on which a model stops answering. */

const SENTENCES = /(?<=[.!?。！？])\s+|\n|(?<=[。！？])/;
const LONGEST = 400;

const DEPRECATION_DATE =
  /\bdeprecation[ _](?:date|time|day|deadline)s?\b|\bdates? of (?:the )?deprecation\b|\bdeprecated (?:on|date)\b["”*`)]|\bdates? de (?:dépréciation|l[’']?obsolescence|fin de prise)|\b(?:fecha|data)s? d(?:e|i) (?:obsolescencia|deprecaci[oó]n|descontinua\p{L}+|deprecia\p{L}+|deprecazione|obsolescência)|\b(?:abkündigungs|veraltungs|deprecation-?)(?:datum|tag)(?!\p{L})|(?:弃用|棄用|废弃|淘汰)(?:日期|时间|日)|非推奨(?:日|となる日)|지원 중단(?:일| 날짜| 일자)/iu;

/** "Deprecation dates: when the provider plans to retire each model" explains the word by the end. */
const WHEN_ENDS =
  /\bdates?\b.{0,80}\bwhen\b.{0,60}\b(?:retires?|shuts? down|turns? off|switch(?:es)? off|removes?|discontinues?|sunsets?|stops? serving)\b/i;

/** The words that make of a date a definition: "is the day on which", "means the last day", "ist der Tag, an dem". */
export const DEFINES =
  /^["“”*_`')\]]{0,4}\s{0,2}(?:column )?(?:(?:on|in|of|at) (?:an?|the|each|every) [\p{L}-]+ )?(?:is|are|means?|marks?|denotes?|indicates?|gives?|shows?|tells?|refers? to|stands? for|[:=–—-]|ist|bezeichnet|nennt|est|désigne|indique|correspond à|es|indica|corresponde a|é|è|corrisponde a|是|即|指|表示|とは|は|이란|은|는)(?=[\s\p{P}"“]|\p{Script=Han}|\p{Script=Hiragana}|$)/iu;
const DENIED =
  /^["“”*_`')\]]{0,4}\s{0,2}(?:column )?(?:(?:is|are|does|do)(?:n['’]t| not)\b|ist nicht|n[’']est pas|no es|não é|non è|不是|并非|ではなく)/iu;

const AFTERWARDS =
  /\b(?:after|past|following|on|once|from|beyond|as of|starting|at|nach|ab|après|à partir de|dès|después de|tras|a partir d[aeo]|após|dopo|dal|dalla)\b|之后|以降|后|起|を過ぎ|이후|부터/i;
export const GONE =
  /\b(?:no longer (?:be )?(?:available|accessible|supported|served|answers?|responds?|works?|callable|usable|reachable)|(?:shut|turned|switched|taken) (?:down|off|offline)|(?:is|are|be|gets?) (?:removed|retired|decommissioned|deleted|rejected|gone)|removed from|(?:stops?|ceases?) (?:to )?(?:work|answer|respond|function|serv|be(?:ing)? (?:served|available|reachable|callable))\w*|(?:will )?(?:fails?|returns? (?:an? )?(?:errors?|(?:http )?(?:status )?(?:code )?[`“"]?4\d\d))|get (?:an? )?(?:errors?|(?:http )?[`“"]?4\d\d)|(?:become|becomes|goes) (?:inactive|unavailable|offline|dark)|(?:can ?not|can(?:['’]t| no longer)) be (?:used|called|reached|accessed|invoked)|we (?:remove|retire|switch off|turn off|shut down|take down|stop serving)|last day|unavailable|inaccessible|nicht mehr (?:verfügbar|erreichbar|nutzbar|antwortet|aufgerufen|beantwortet)|abgeschaltet|entfernt|ne sera plus|n[’']est plus (?:disponible|accessible|servi)|ne répond(?:ra)? plus|retiré|dejará de (?:funcionar|estar|responder)|deja de (?:funcionar|estar|responder)|deixa(?:rá)? de (?:funcionar|responder|estar)|smett(?:e|erà) di (?:funzionare|rispondere)|non (?:è|sarà) più (?:disponibile|raggiungibile))(?![\p{L}])|不可用|停止(?:服务|响应|提供|调用)|无法(?:调用|使用|访问)|下线|不再(?:可用|提供|响应)|利用できな|使えなく|停止(?:する|します|される)|호출할 수 없|사용할 수 없|응답하지 않/iu;
/** What stops for newcomers, or for something beside the model, is not the model's end. */
export const PARTLY =
  /\b(?:new (?:customers?|users?|accounts?|deployments?|projects?|jobs?|endpoints?|sign-?ups?|sessions?|fine-?tun\w+|workloads?|integrations?)|fine-?tuning|training|recommend\w*|updates?|improve\w*|bug ?fix\w*|support tickets?|listed|documentation|docs|discounts?|promot\w*|from the (?:documentation|docs|playground|list|console)|neukunden|nouveaux clients|nuevos clientes|novos clientes|nuovi clienti)\b|新(?:用户|客户|建|增)|新規|신규|推荐|更新/i;
/** "90 days after the deprecation date" is another day. */
const LATER =
  /\b(?:\d+|one|two|three|four|six|nine|twelve|thirty|sixty|ninety|a few|some|several|many)[ -]+(?:\w+ )?(?:days?|weeks?|months?|years?) (?:after|past|following|from|later)\b|\bthen\b|\bshut ?down date\b|\bretirement date\b|\b\d+ (?:tagen?|monaten?|wochen) nach|天后|个月后|か月後|개월 후/i;
/** "The model stays fully functional until the deprecation date." */
const WORKS_UNTIL =
  /\b(?:remain|stay|continue|keep|work|function|available|accessible|usable|callable|answer|respond|serve)\w*\b.{0,60}\b(?:until|till|through|up to|before)\b.{0,24}\bdeprecation (?:date|day)\b/i;
/** "It continues to work after the deprecation date until it is shut down." */
const WORKS_AFTER =
  /\b(?:remain|stay|continue|keep|work)\w*\b.{0,60}\b(?:after|past|beyond)\b.{0,24}\bdeprecation (?:date|day)\b|\bdeprecation (?:date|day)\b.{0,60}\b(?:remains?|stays?|continues?|keeps?|still|works)\b/i;
/** The date as the title of what happens on it. */
const TITLE = /^[\s\d.)*#-]*deprecation (?:date|day)[\s:*]*$/i;

/**
 * True when a page explains its deprecation date by the end: "After the deprecation date, the model will no longer be
 * accessible", "The deprecation date is the day on which the model stops answering".
 */
export function deprecationIsEnd(text: string): boolean {
  if (!DEPRECATION_DATE.test(text)) return false;
  const sentences = text.split(SENTENCES).filter((sentence) => sentence.trim() !== "");
  return sentences.some((sentence, index) => {
    if (sentence.length > LONGEST) return false;
    if (WHEN_ENDS.test(sentence) || WORKS_UNTIL.test(sentence)) return true;
    const named = DEPRECATION_DATE.exec(sentence);
    if (named === null) return false;
    const next = sentences[index + 1] ?? "";
    if (TITLE.test(sentence)) return next.length <= LONGEST && GONE.test(next);
    if (WORKS_AFTER.test(sentence) || LATER.test(sentence)) return false;
    const behind = sentence.slice(named.index + named[0].length);
    return !DENIED.test(behind) && (isDefined(behind) || sentence.split(CONTRAST).some((part) => goneAfter(part)));
  });
}

const CONTRAST = /[;；]|,? (?:but|while|whereas|aber|mais|pero|mas|ma) |，而|，但/i;

const DEPRECATED_MODELS =
  /^\W{0,4}(?:all |any |our )?deprecated (?:models?|versions?|snapshots?)(?!\p{L})|\b(?:once|when|after|as soon as) (?:a|the|any) (?:model|version|snapshot) (?:is|has been|gets|becomes) deprecated\b|^veraltete modelle|^abgekündigte modelle|^les modèles (?:dépréciés|obsolètes)|^los modelos (?:obsoletos|descontinuados)|^os modelos (?:descontinuados|obsoletos)|^i modelli (?:deprecati|obsoleti)|^(?:已)?(?:弃用|废弃)的?模型|^非推奨(?:の)?モデル/iu;
const SOME_DAY =
  /\b(?:still|until|till|before|eventually|later|soon|someday|future|period|grace|notice|scheduled|planned|announced|after (?:\w+ ){0,3}(?:days?|weeks?|months?)|within|may|might|can be|could|should|remain\w*|continue\w*|noch|bis|später|encore|ensuite|aún|todavía|luego|ainda|depois|ancora|poi)\b|仍|之后|将|まで|今後/iu;

/** "Deprecated models are removed from the API and can no longer be called": the state is the end, and so is its day. */
export const deprecatedIsGone = (text: string): boolean =>
  /deprecated|veraltet|abgekündigt|dépréci|obsol|descontinuad|deprecat|弃用|废弃|非推奨/i.test(text) &&
  text
    .split(SENTENCES)
    .some(
      (sentence) =>
        sentence.length <= LONGEST &&
        DEPRECATED_MODELS.test(sentence.trim()) &&
        GONE.test(sentence) &&
        !PARTLY.test(sentence) &&
        !LATER.test(sentence) &&
        !SOME_DAY.test(sentence),
    );

/** "... is the day on which the model stops answering": the words behind the date, up to the end of their clause. */
function isDefined(behind: string): boolean {
  if (!DEFINES.test(behind)) return false;
  const clause = behind.split(CONTRAST)[0] ?? "";
  return GONE.test(clause) && !PARTLY.test(clause);
}

const goneAfter = (part: string): boolean =>
  DEPRECATION_DATE.test(part) && AFTERWARDS.test(part) && GONE.test(part) && !PARTLY.test(part);

/**
 * Rows that know a day of deprecation alone, on a page that explains it as the end: no sentence beside them ("redirected
 * until D") decides it then.
 */
export function withDeprecationAsEnd(drafts: readonly Draft[]): Draft[] {
  const inRows = ({ from }: Draft) => from === "table";
  const keyOf = ({ id, version }: Draft) => `${id.toLowerCase()}|${version ?? ""}`;
  const ended = new Set(drafts.filter((draft) => inRows(draft) && draft.shutdown !== null).map(keyOf));
  return drafts.map((draft) =>
    !inRows(draft) || draft.legacy || draft.deprecated === null || ended.has(keyOf(draft))
      ? draft
      : { ...draft, shutdown: draft.deprecated, precision: "day" as const },
  );
}
