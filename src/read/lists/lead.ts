import type { CivilDate, Precision } from "../../core/fact.ts";
import { type DaySays, whatDaysSay } from "../cells/date-words.ts";
import type { DateSense } from "../cells/dates.ts";
import { plainText } from "../dates/plain-text.ts";
import { languageOf } from "../prose/language.ts";
import { leadOf as readLead } from "../prose/leads.ts";
import { cuesOf } from "../prose/lexicon.ts";
import { SENTENCE_END } from "../sentence-end.ts";
import { endWords, meaningOfHeader, speaksOfReplacement } from "../table/header-words.ts";

/** What the words over a list say of what is in it. */
export type Lead = {
  text: string;
  says: "end" | "deprecated" | "replacement" | "stays" | null;
  date: { date: CivilDate; precision: Precision } | null;
  /** Only the title of the page speaks of ends, over a dated heading: an item must name its successor to be one. */
  weak?: true;
  /** The sentence right above the list gives the end of all that is in it, with its day. */
  pointed?: true;
};

const STAYS =
  /\b(remain(?:s|ed)?|(?<!\b(?:of|all|retir\w{1,3}|remov\w{1,3}|deprecat\w{1,3}|sunset\w{0,4}) (?:the |our )?)remaining|continu\w*|unaffected|not affected|not impacted|still|stay\w*|unchanged|excluded|exceptions?)\b|\b(active|available|supported) (variants|versions|models)\b|不受影响|仍(然)?可用|继续|影響を受け(ない|ません)|引き続き|영향을 받지|계속/i;
const POINTS_DOWN =
  /\b(following|these|listed|below|affected|folgende\w*|suivants?|suivantes?|siguientes?|seguintes?|seguenti)\b[^.]{0,80}|(以下|下列|如下|下記|次の|다음|아래)[^.。]{0,80}/i;

/** "We retire the following": the verb stands before what it points at. */
const POINTED =
  /\b(?:deprecat|retir|remov|sunset|discontinu|withdraw|decommission|shut(?:ting)? down|turn(?:ing)? off)\w*(?: \w+){0,3} (?:following|these)\b/i;

/** "The following are now available:" over what begins. */
const BEGINS =
  /\b(?:now|newly|generally)? ?available\b|\b(?:new|added|adds?|adding|launch\w*|introduc\w*|supports?)\b|neu\p{L}{0,2} (?:modelle|verfügbar)|nouveaux? mod|nuevos? mod|novos? mod|nuovi mod|新增|上线|推出|追加|提供開始|출시|추가/iu;

/** True for words that something goes on. */
export const saysStays = (text: string): boolean => STAYS.test(text);

/** The day of the end in a text that gives several; null where its sentences tell none. */
export function endDayOf(text: string, sense: DateSense): CivilDate | null {
  return readLead(text, sense.today, cuesOf(languageOf(text)), false).date?.date ?? null;
}

/** Who is said to go on: models, or what stands below. */
const MODELS =
  /(?<!\p{L})(?:models?|variants?|versions?|snapshots?|names?|ids?|ones?|others?|endpoints?|modell\p{L}*|modelos?|modèles?|modelli)(?!\p{L})|模型|型号|版本|モデル|バージョン|모델|버전/iu;

/** "The affected models of this family are:": which of those that the words further up end. */
const AFFECTED =
  /(?<!\p{L})(?:affected|impacted|betroffene?n?|concernés?|afectad[oa]s|afetad[oa]s|interessat[ie])(?!\p{L})|受影响|影響を受ける|対象(?:と(?:な|する)|の)|영향을? ?받는|대상/iu;

/** "The impacted models are the following.", whatever else is said beside it. */
export const listsAffected = (text: string): boolean =>
  text
    .split(SENTENCE_END)
    .some((sentence) => AFFECTED.test(sentence) && MODELS.test(sentence) && !STAYS.test(sentence));

/** "Links made before stay valid for 24 hours." above a list is no word on what the list holds. */
function ofTheList(text: string): boolean {
  if (!STAYS.test(text)) return false;
  if (!/[.。!！]\s*$/.test(text) || text.length <= SHORT) return true;
  return text
    .split(SENTENCE_END)
    .some((sentence) => STAYS.test(sentence) && (MODELS.test(sentence) || POINTS_DOWN.test(sentence)));
}

/** "Notified on March 16, 2027." above a list: the day of the notice, and none of an end. */
export function isOfNotice(text: string, day: { start: number; end: number }): boolean {
  const sentence = text.slice(0, day.start).split(SENTENCE_END).at(-1) ?? "";
  if (sentence.length > SHORT || endWords(sentence) !== null) return false;
  const words = sentence
    .replace(/[\s:：(（]+(?:on|at|am|vom|le|du|el|em|il|del|do)?[\s:：(（]*$/iu, "")
    .replace(/^[\s*_(（]+/u, "");
  return words !== "" && meaningOfHeader(words).role === "announced";
}

const SHORT = 40;

/** A day that can be that of the end: not one that no longer counts, nor that of an update or a notice. */
const isOpen = (says: DaySays | undefined): boolean =>
  says === undefined || says.as === "own" || (says.as === "role" && says.role === "shutdown");

/** "Retired on D, without a redirect:" speaks of none. */
const NOBODY =
  /\b(?:without|no|not any) (?:an? |any |direct |planned )*(?:redirect\w*|replacements?|successors?|alternatives?|substitutes?|migration)\b|\b(?:ohne|kein\w*) (?:\w+ )?(?:nachfolge\w*|ersatz|umleitung)\b|\bsans (?:remplaçant|redirection|successeur)\b|\bsin (?:reemplazo|sustituto|sucesor)\b|\bsem (?:substituto|sucessor)\b|\bsenza (?:sostitut\w+|successore)\b|(?:无|無|没有)(?:替代|替换|后继)\w*|(?:後継|代替)(?:モデル)?なし|대체 ?모델 ?없\S*/giu;

/** "No shutdown date has been announced for these models.": what is left of the text says no end. */
export function deniesEnd(text: string): boolean {
  const cues = cuesOf(languageOf(text));
  const plain = cues.fold(plainText(text));
  const denials = cues.find("kept", plain);
  if (denials.length === 0) return false;
  return (
    endWords(
      denials.reduce((left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end), plain),
    ) === null
  );
}

/** "On D we moved the shutdown to E": of several days the one that the end was put off to counts. */
const PUT_OFF_TO =
  /(?<!\p{L})(?:(?:mov|push|postpon|extend|delay|shift|chang|reschedul|defer)(?:ed|ing|es?)?(?: (?:back|out|(?!to |until |till )[\p{L}’'-]+)){0,5} (?:to|until|till)|(?:verschoben|verlegt|verlängert)(?: \p{L}+){0,2}|(?:auf|bis zum) (?:den )?(?=\S+ ?\S* ?\S* (?:verschoben|verlegt|verlängert))|(?:report|repouss|décal|prolong)\p{L}*(?: [\p{L}’']+){0,5} (?:au|jusqu['’]au)|(?:aplaz|pospus|pospon|retras|prorrog)\p{L}*(?: \p{L}+){0,5} (?:al|hasta el|para el)|(?:adi|prorrog)\p{L}*(?: \p{L}+){0,5} (?:para|até)(?: o)?|(?:rinvi|spost|prorog)\p{L}*(?: \p{L}+){0,5} (?:al|fino al))\s*$|(?:推迟|推遲|延期|延长|延長)(?:到|至|为|為)\s*$/iu;

/** "We will not shut these down before the date shown": the days below are the earliest ones, and no end is told. */
const PROMISED_BELOW = new RegExp(
  [
    "(?:\\bnot|\\bnever|n['’]t|\\bno|\\bnone)(?: [\\p{L}-]+){0,8} (?:earlier than|sooner than|before)(?: [\\p{L}-]+){0,4} (?:shown|listed|below|given|named|dates?|days?|column|table|above|stated)",
    "\\bnicht (?:\\p{L}+ ){0,6}?(?:vor|früher als) (?:\\p{L}+ ){0,4}?(?:genannten?|angegebenen?|gezeigten?|datum|tag|termin)",
    "(?:\\bpas|aucun\\p{L}*) (?:\\p{L}+ ){0,6}?avant (?:\\p{L}+ ){0,3}?(?:dates?|jours?|indiquée?s?|affichée?s?)",
    "\\bno (?:\\p{L}+ ){0,6}?antes de(?:l)? (?:\\p{L}+ ){0,3}?(?:fechas?|días?|indicad[oa]s?)",
    "\\bnão (?:\\p{L}+ ){0,6}?antes d[aeo]s? (?:\\p{L}+ ){0,3}?(?:datas?|dias?|indicad[oa]s?)",
    "\\bnon (?:\\p{L}+ ){0,6}?prima d\\p{L}+ (?:\\p{L}+ ){0,3}?(?:dat[ae]|giorn[oi]|indicat[oaie])",
    "不会?(?:早于|在)[^。]{0,12}(?:所示|所列|以下|下列|下表|下述)(?:日期|时间)?|(?:表示|記載|以下)の?(?:日|日付)より前に[^。]{0,20}(?:ません|ない)|(?:표시된|아래)[^.]{0,10} (?:이전|전)에[^.]{0,20}(?:않|없)",
  ].join("|"),
  "iu",
);

/** True for words that make the days below them the earliest ones. */
export const promisesBelow = (text: string): boolean => PROMISED_BELOW.test(text);

/** Reads the last sentences above a list. Their date is the list's, unless its items bring their own. */
export function leadOf(text: string, sense: DateSense): Lead {
  const words = endWords(text);
  if (PROMISED_BELOW.test(text)) return { text, says: "stays", date: null };
  if (words !== null && deniesEnd(text)) return { text, says: "stays", date: null };
  const days = sense.find(text).dates.filter((date) => date.certain);
  const notices = days.filter((date) => isOfNotice(text, date));
  const says = whatDaysSay(text, days);
  const open = days.filter((day, index) => !notices.includes(day) && isOpen(says[index]));
  // "As announced on D, these are retired on E": of several days that of the end counts.
  const told = open.length > 1 && words !== null ? endDayOf(text, sense) : null;
  const later = open.findLast((day) => PUT_OFF_TO.test(text.slice(0, day.start)));
  const found = later ?? open.find((day) => day.date === told) ?? open[0];
  const date = found === undefined ? null : { date: found.date, precision: found.precision };
  const pointing = POINTS_DOWN.exec(text)?.[0] ?? "";
  const points = pointing === "" ? null : (endWords(pointing) ?? endWords(POINTED.exec(text)?.[0] ?? ""));
  if (points === null && ofTheList(text)) return { text, says: "stays", date: null };
  if (points !== null) return { text, says: words, date };
  if (words === null && /[:：]\s*$/.test(text) && BEGINS.test(text)) return { text, says: "stays", date: null };
  if (words === null && listsAffected(text)) return { text, says: null, date };
  if (speaksOfReplacement(text.replace(NOBODY, " "))) return { text, says: "replacement", date: null };
  return { text, says: words, date };
}
