import type { CivilDate } from "../../core/fact.ts";
import type { DateSense } from "../cells/dates.ts";
import { meaningOfHeader } from "../table/header-words.ts";

const NOTICE =
  /\b(notif\w*|announc\w*|informed|e-?mailed|communicated|published notice|gave notice|angekündigt|benachrichtigt|mitgeteilt|informiert|annoncé\w*|notifié\w*|prévenu\w*|anunci\w*|avis(amos|ado)|notific\w*|comunic\w*|annunciat\w*)\b|通知|公告|宣布|お知らせ|発表|공지|발표|안내/i;
const SENTENCE_END = /(?<=[.!?])\s+(?=[A-Z“"(])|(?<=[。！？])/;

/** "Notice published on November 10, 2026", "公告时间：2026-11-10": a line that gives the notice's day and nothing more. */
function isDateLine(sentence: string, dateAt: number): boolean {
  return sentence.length <= 60 && meaningOfHeader(sentence.slice(0, dateAt)).role === "announced";
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
      if (dates.length === 1 && only?.precision === "day" && only.certain && isDateLine(sentence, only.start))
        return only.date;
      const verb = sentence.search(NOTICE);
      const date = dates.find((found) => found.precision === "day" && found.certain && found.start < verb);
      if (date !== undefined) return date.date;
    }
  }
  return null;
}
