import { pairsInOrder } from "../respectively.ts";
import { speaksOfReplacement } from "../table/header-words.ts";
import type { FoundDate } from "../dates/index.ts";
import { findModelNames, type NameMention } from "../names/index.ts";
import type { Clause } from "./clauses.ts";

/**
 * What a statement leaves to its context: an end whose subject is the end itself ("access ends on …", "Abschaltung am …"),
 * "the first … the second", and members of a list below a sentence that tells the day.
 */

const ENDING =
  /(?<!\p{L})(?:access|availability|shut-?down|retirement|removal|sunset|discontinuation|end[ -]of[ -](?:life|service|support)|eol|last (?:day|date)|final day|letzte[rn]? \p{L}*tag|dernier jour|último d[ií]a|ultimo giorno|service|support|betrieb|abschalt(?:ung|termin|datum)|außerbetriebnahme|abschied|einstellung|stilllegung|zugang|zugriff|schluss|lebensende|supportende|arrêt|accès|fin de (?:vie|service|support)|fermeture|retrait|mise hors service|extinction|acceso|cierre|(?<=\bla )retirada|apagado|baja|desconexión|acesso|encerramento|desligamento|desativação|(?<=(?<!\p{L})a )retirada|remoção|accesso|spegnimento|chiusura|ritiro|dismissione|disattivazione|(?<=data di )rimozione)(?!\p{L})|(?:终止|下线|停用|停服|退役|关停)(?:时间|日期|日)|(?:終了|停止|廃止)(?:日|予定日|時期)|(?:종료|중단|폐기)(?:일|일자|일정|시점)/u;

/** True when what a statement names as its subject is the end: it is the end of what was spoken of before. */
export function isOfItsEnd(text: string, clause: Clause): boolean {
  return clause.off.length > 0 && ENDING.test(text);
}

/** How long a fault lasted: what ends for hours comes back. */
const FOR_HOURS =
  /(?<!\p{L})(?:for|lasted|within|während|für|rund|etwa|knapp|pendant|durant|durante|por|per|for about)?\s?(?:about |around |some |almost |nearly |circa |cerca de |unos |environ |près de |quasi )?(?:\d{1,3}|an?|one|two|three|four|five|six|ein(?:e|er)?|zwei|drei|vier|fünf|sechs|une?|deux|trois|quatre|cinq|una?|dos|tres|cuatro|uma?|duas|dois|três|quatro|due|tre|quattro)[ -](?:hours?|minutes?|stunden?|minuten?|heures?|horas?|minutos?|ore|ora|minuti)(?!\p{L})|(?:한|두|세|네|다섯|반|몇) ?시간(?: ?(?:동안|넘게|가량|남짓|만에))|(?:数|半)(?:時間|日|十分)(?:間|ほど|余り)?(?:停止|止ま|落ち)|\d{1,3} ?(?:個)?(?:小时|小時|分钟|分鐘|時間|分間|시간|분)(?: ?동안|半|左右|ほど|余り|間)?/u;

/** True when a statement of an end says for how long it was, in hours. */
export function isForHours(text: string): boolean {
  return FOR_HOURS.test(text) && !NOTICE_HOURS.test(text);
}

/** "24 hours' notice", "at 12:00" and "the hour has come" are no lengths of a fault. */
const NOTICE_HOURS =
  /notice|(?:wrote|replied|answered|responded|got) (?:back |to (?:me|us) )?(?:with)?in(?: just| under| about)? (?:an?|one|two|three|\d+) (?:hours?|minutes?)|(?:cheg\p{L}+|llega\p{L}*|llegó) (?:a|la) hora|(?:within|in|binnen|dans les?|en|em|entro) \d+ (?:hours|stunden|heures|horas|ore)|(?:小时|小時|分钟|分鐘|時間|分間|시간|분) ?(?:前|内|以内|이내|전)/u;

/** "We retire x from our lab": somebody stops using it, and nobody stops serving it. */
const OWN_USE =
  /(?<!\p{L})(?:(?:from|in|of|out of) our (?:own )?(?:[\p{L}-]+ )?|aus unser(?:em|er|en) (?:[\p{L}-]+ )?|de (?:notre|nos|nuestr[oa]s?|noss[oa]s?) |d[ao] nosso |da nossa |da(?:l|lla|i) nostr[oaie] )(?:lab(?:or\p{L}*|s)?|tests?\p{L}*|pruebas?|testes?|prove|newsroom|redak\p{L}*|rédaction|redacción|redação|redazione|office|comparisons?|vergleich\p{L}*|comparati\p{L}*|confront\p{L}*|stack|pipelines?|code(?: ?bases?)?|products?|produkt\p{L}*|produits?|productos?|produtos?|prodott[oi]|bots?|laborator\p{L}*)(?!\p{L})|我们(?:团队|公司|部门|小组|组|内部|这边|项目)[^,。]{0,14}(?:弃用|停用|不用|换掉|告别)|(?:我们|本刊|编辑部)的?(?:实验室|测试|评测|产品|流程)|(?:弊社|当社|編集部|自社)の?(?:テスト|検証|製品|ラボ)|(?:社内|自社|弊社|当社|手元|うち|自分|自前)の(?:コード|リポジトリ|プロジェクト|アプリ|ボット|スクリプト)(?:から|では)|(?:우리|자사|편집부) ?(?:실험실|테스트|제품)/u;

/** "The bank is phasing out x and moving its workloads to y": so does who has workloads of his own. */
const MOVES_ITS_OWN =
  /(?<!\p{L})(?:mov|switch|migrat|port|transferr)(?:es|ing|ed|s) (?:all |most |all of |most of |over )?(?:its|his|her) (?:own )?(?:[\p{L}-]+ )?(?:workloads?|traffic|stack|pipelines?|systems?|bots?|apps?|products?|code)(?!\p{L})/u;
const BY_US = /^[^\p{L}]*(?:we|they)(?!\p{L})/u;
/** "OpenAI is moving …", but not "OpenAI's customer is moving …". */
const OWNED = /^['’]s?\s(?!(?:re|ve|ll))/u;

/** True when a statement says that somebody leaves off using a model. */
export function isOwnUse({ surfaces, start }: Clause, text: string): boolean {
  if (OWN_USE.test(text)) return true;
  if (!MOVES_ITS_OWN.test(text) || BY_US.test(text)) return false;
  const lead = text.search(/\p{L}/u);
  return !surfaces.some((place) => place.start - start <= lead && !OWNED.test(text.slice(place.end - start)));
}

const EARLIEST =
  /(?<!\p{L})(?:earliest (?:possible )?(?:day|date|point|moment)|frühest\p{L}{1,3} (?:mögliche\p{L}? )?(?:tag|termin|datum|zeitpunkt)|(?:date|jour) (?:la |le )?plus (?:proche|tôt)|(?:fecha|día) más (?:temprana|próxima|cercana)|data mais (?:próxima|cedo)|prima data (?:utile |possibile )?in cui|primo giorno (?:utile )?in cui|data più vicina)(?!\p{L})|最早(?:也要)?(?:可能|的(?:日期|时间))|最も早い(?:日|時期)|가장 이른 (?:날|시점|일자|시기)/u;

/** "The earliest day on which x can end": a floor, however far the day stands from the word. */
export const tellsEarliest = (text: string): boolean => EARLIEST.test(text);

const FIRST =
  /(?<!\p{L})(?:the (?:first|former)(?: one)?|(?:der|die|das) (?:erste|erstere)|erstere[sr]?|le premier|la première|el primero|la primera|o primeiro|a primeira|il primo|la prima)(?!\p{L})|前者|전자(?:는|가)/u;
const SECOND =
  /(?<!\p{L})(?:the (?:second|latter|other)(?: one)?|(?:der|die|das) (?:zweite|letztere|andere)|letztere[sr]?|le second|la seconde|el segundo|la segunda|o segundo|a segunda|il secondo|la seconda|l[’']altro|el otro|o outro|l[’']autre)(?!\p{L})|后者|後者|후자(?:는|가)/u;

/** "The first ends on 1 July and the second on 1 September", "on 1 July and 1 September, respectively": each of two with its own day. */
export function inOrder(
  text: string,
  start: number,
  dates: readonly FoundDate[],
  topic: readonly NameMention[],
): { names: NameMention[]; date: FoundDate }[] {
  const models = [...new Map(topic.map((name) => [name.key, name])).values()];
  // "They are retired on A and B, respectively."
  if (models.length > 1 && models.length === dates.length && pairsInOrder(text))
    return models.flatMap((name, index) => {
      const date = dates[index];
      return date === undefined ? [] : [{ names: [name], date }];
    });
  if (models.length !== 2) return [];
  const places = [FIRST.exec(text), SECOND.exec(text)].map((match) => (match === null ? null : start + match.index));
  return models.flatMap((name, index) => {
    const place = places[index];
    if (place === null || place === undefined) return [];
    const date = dates.find((day) => day.start >= place);
    return date === undefined ? [] : [{ names: [name], date }];
  });
}

/** "2026-08-01 (large), 2026-09-01 (small)": a word behind each day that only one of the models has in its name. */
export function byWordBehind(
  plain: string,
  dates: readonly FoundDate[],
  topic: readonly NameMention[],
): { names: NameMention[]; date: FoundDate }[] {
  const models = [...new Map(topic.map((name) => [name.key, name])).values()];
  if (models.length < 2 || dates.length < 2) return [];
  const found = dates.flatMap((date) => {
    const word = /^ ?[(\uFF08](?:for |für |pour |para |per )?([\p{L}\d.-]{1,20})[)\uFF09]/u.exec(
      plain.slice(date.end, date.end + 40),
    )?.[1];
    const owners = models.filter((name) => word !== undefined && name.key.split(" ").includes(word));
    return owners.length === 1 ? [{ names: owners, date }] : [];
  });
  return found.length === dates.length ? found : [];
}

const BULLET = /^(?:(?:[-*•·‣–]|\d{1,2}[.)])\s+|[・●○◆■▶]\s*)/u;

/** True for a line that begins with the mark of a list. */
export const isBullet = (text: string): boolean => BULLET.test(text);

/** True for a line of a list that holds names and hardly a word beside them: as many letters as `most`. */
export function isListLine(text: string, names: readonly NameMention[], most = 12): boolean {
  if (names.length === 0) return false;
  if (isRow(text)) return true;
  if (!BULLET.test(text)) return false;
  const line = text.replace(BULLET, "");
  const found = findModelNames(line);
  const seen = new Set(found.map((name) => name.text));
  // All found ones in one pass: a line may hold ten thousand.
  let rest = found.map(({ start }, index) => line.slice(found[index - 1]?.end ?? 0, start)).join("");
  rest += line.slice(found.at(-1)?.end ?? 0);
  for (const name of names) if (!seen.has(name.text)) rest = rest.replace(name.text, "");
  return rest.replace(/\([^)]{0,60}\)/g, "").replace(/[^\p{L}]/gu, "").length <= most;
}

/** True for a row of a table that is written with bars. */
export const isRow = (text: string): boolean => /^\|.*\|$/.test(text);

/** The names of a row's first cell that has any, and those of the cells below a head that says what to use instead. */
export function cellsOf(
  row: string,
  head: string | null,
  names: readonly NameMention[],
): { models: NameMention[]; instead: NameMention[] } {
  const heads = (head ?? "").split("|");
  const column = (name: NameMention) => row.slice(0, name.start).split("|").length - 1;
  const instead = names.filter((name) => speaksOfReplacement(heads[column(name)] ?? ""));
  const others = names.filter((name) => !instead.includes(name));
  const first = Math.min(...others.map(column));
  return { models: others.filter((name) => column(name) === first), instead };
}

/** "No date has been set yet": words that an end is certain and its day is not. */
const NO_DAY_YET =
  /(?<!\p{L})(?:(?:a|the|its|their) (?:new|exact|final|precise) (?:shut-?down |retirement |removal |end )?(?:date|day|deadline) (?:will (?:be (?:announced|set|published|shared|communicated|confirmed)|follow)|is (?:to follow|to be announced|pending)|follows)|(?:announce|communicate|share|publish|set|confirm|give you) (?:a|the|its) new (?:date|day|deadline)|neue[rs]? (?:termin|datum)(?:[^.;]{0,30} )?(?:folgt|bekannt|mitgeteilt|genannt)|nouvelle date (?:sera|suivra)|nueva fecha (?:se |será)|nova data (?:será|vai)|nuova data (?:sarà|verrà))(?!\p{L})|新的?(?:下线|停用|终止)?(?:日期|时间)[^。,]{0,4}(?:另行|后续|待定|稍后)|新しい(?:日程|日付|期日)[^。]{0,6}(?:追って|後日|改めて|未定)|새로?운? ?(?:일정|날짜)[^.]{0,6}(?:추후|나중|다시)|(?:not|n['’]t|no|yet to|without) (?:yet )?(?:been )?(?:set|fixed|announced?|decided|scheduled|chosen|have|give|given)? ?(?:an? |the |any |exact |final |firm )*(?:shut-?down|retirement|removal|end|sunset|eol)?[ -]?(?:date|day)(?: has been (?:set|announced|fixed))?|(?:date|day)(?: of the \w+)? (?:is |are |will be |to be |has )?(?:tbd|tba|to be (?:announced|confirmed|determined|decided)|not (?:yet )?(?:been )?(?:set|fixed|announced|decided)|(?:follow|announced) later|follows)|(?:abschalt\p{L}*|end)?(?:termin|datum|zeitpunkt)\p{L}* (?:\p{L}+ ){0,3}(?:noch (?:nicht|offen|aus)|nicht fest|folgt)|(?:genauen?|konkreten?|exakten?) (?:\p{L}*termin|\p{L}*datum|zeitpunkt|tag) (?:\p{L}+ ){0,5}(?:noch (?:mit|bekannt)|später|gesondert|rechtzeitig|zu gegebener zeit)|date (?:\p{L}+ ){0,4}(?:n['’]est|n['’]a|sera|reste) (?:pas |été |encore )*(?:fixée|arrêtée|annoncée|communiquée|à préciser|à confirmer)|(?:fecha|data) (?:\p{L}+ ){0,4}(?:aún |todavía |ainda |ancora )?(?:no|não|non|por|da|a) (?:\p{L}+ ){0,3}(?:fijad|definid|confirm|anunci|determin|fissat|stabilit|comunicat|decis)\p{L}*|(?:sem|senza) (?:indicar|revelar|informar|definir|divulgar|precisar|fixar|dizer|indicare|rivelare|precisare|comunicare|fissare|fornire|dare) (?:a |uma |la |una )?data|data (?:exata|concreta|final|precisa|definitiva|esatta)? ?(?:será|vai ser|sarà|verrà) (?:comunicad|anunciad|divulgad|informad|definid|comunicat|annunciat|resa nota|fissat|indicat)\p{L}*|(?:下线|停服|停用|具体|确切|准确|关停|终止|退役)的?(?:时间|日期|日子)[^。]{0,8}(?:待定|未定|尚未|另行|容后|没定|没说|再说)|没有(?:给出|公布|说明)(?:具体|确切)?的?(?:日期|日子|时间)|还是没有(?:日子|日期|时间)|(?:終了|停止|廃止|具体的な)(?:日|時期|日程|日付|期日)[^。]{0,8}(?:未定|未発表|決まっていない|追って|後日|改めて|別途)|(?:종료|중단|폐기) ?(?:일|일자|일정|시점)[^.]{0,10}(?:미정|정해지지|추후|나중)|(?:정확한|구체적인|자세한|세부) ?(?:(?:종료|중단|폐기) ?)?(?:일정|날짜|일자|시점|시기)(?:은|는|을|를)? [^.]{0,8}(?:추후|나중|다시|별도|미정|정해지지)/u;

const POSTPONED =
  /\b(?:postpon|push(?:es|ed|ing) back|delay(?:s|ed|ing)|defer(?:s|red|ring))|verschieb|verschob|vertagt|aufgeschoben|repouss|report(?:e|é|ée|és|ées|ent) |différ(?:e|é)|ajourn|aplaz|pospon|pospuso|retras(?:a|ó)|adi(?:a|ou|ado|ada|am) |rinvi(?:a|o|ato|ata|ano)|posticip|slitta|推迟|推遲|延后|延期|延遲|先送り|미루|미뤘|연기했|연기한|늦춰|늦췄/u;

/** True when a text puts off the day that it names before: "planned for D, is postponed". */
export function isPutOff(plain: string, dayEnd: number): boolean {
  const found = POSTPONED.exec(plain);
  return found !== null && found.index >= dayEnd;
}

/** True when a text speaks of something that is put off. */
export const isPostponed = (plain: string): boolean => POSTPONED.test(plain);

/** True when a text says that the day of an end is still to be told. */
export const saysNoDayYet = (plain: string): boolean => NO_DAY_YET.test(plain);
