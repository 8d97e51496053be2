import type { CivilDate } from "../../core/fact.ts";
import type { DateSense } from "../cells/dates.ts";
import { SENTENCE_END } from "../sentence-end.ts";
import { endWords, meaningOfHeader } from "../table/header-words.ts";

const NOTICE =
  /\b(notif\w*|announc\w*|informed|e-?mailed|communicated|published notice|gave notice|angekündigt|benachrichtigt|mitgeteilt|informiert|annoncé\w*|notifié\w*|prévenu\w*|anunci\w*|avis(amos|ado)|notific\w*|comunic\w*|annunciat\w*)\b|通知|公告|宣布|お知らせ|発表|공지|발표|안내/i;

const LABEL = 30;

/**
 * "Notice published on November 10, 2026", "公告时间：2026-11-10": words that do nothing but give the notice's day; behind it
 * may stand the labels of other days.
 */
function isNoticeLabel(label: string): boolean {
  return label.length <= LABEL && meaningOfHeader(label).role === "announced" && endWords(label) === null;
}

/**
 * The day of the provider's notice, when a sentence tells it: "On March 17, 2025, we emailed all users ...". The first
 * such sentence counts; the date must stand before the verb, and "notified ... of their removal on D" is no notice of D.
 */
export function noticeDateIn(paragraphs: string[], sense: DateSense): CivilDate | null {
  for (const paragraph of paragraphs) {
    for (const sentence of paragraph.split(SENTENCE_END)) {
      const { dates } = sense.find(sentence);
      const [only] = dates;
      if (only?.precision === "day" && only.certain && isNoticeLabel(sentence.slice(0, only.start))) return only.date;
      const verb = sentence.search(NOTICE);
      const date = dates.find((found) => found.precision === "day" && found.certain && found.start < verb);
      if (date !== undefined) return date.date;
    }
  }
  return null;
}

const SENT =
  /\b(?:notices?|notifications?|emails?|announcements?)\b.{0,80}\b(?:were|was|have been|has been|went) (?:sent|published|issued|posted|mailed|emailed|out)\b|(?:benachrichtigung|ankündigung|mitteilung)\w*.{0,80}\b(?:verschickt|versandt|gesendet|veröffentlicht)|\b(?:avis|notifications?)\b.{0,80}\b(?:envoyée?s|publiée?s)|\b(?:avisos?|notificaciones|notificações)\b.{0,80}\b(?:enviad|publicad)[oa]s?|\bavvisi\b.{0,80}\binviati|通知.{0,20}(?:发送|发出|发布)|(?:通知|お知らせ).{0,30}(?:送信|発送|送付)|(?:통지|안내).{0,30}(?:발송|전송)/iu;
const OF_MODELS = /\bmodels?\b|modell|modèle|modelo|模型|型号|モデル|모델/iu;

/** "The notices for the models below were sent on D": the one day of notice that a page gives for all of its rows. */
export function noticeOfPage(paragraphs: readonly string[], sense: DateSense): CivilDate | null {
  const days = paragraphs.flatMap((paragraph) =>
    paragraph.length > 1_000
      ? []
      : paragraph.split(SENTENCE_END).flatMap((sentence) => {
          const [day, ...others] = SENT.test(sentence) && OF_MODELS.test(sentence) ? sense.find(sentence).dates : [];
          return day === undefined || others.length > 0 || !day.certain || day.precision !== "day" ? [] : [day.date];
        }),
  );
  const [only] = days;
  return new Set(days).size === 1 && only !== undefined && only <= sense.today ? only : null;
}
