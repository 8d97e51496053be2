import type { IsoInstant } from "../core/fact.ts";
import { findDates } from "../read/dates/index.ts";

/** The lines of the head of a mail that is forwarded or answered below, in nine languages. */
const WRITER = /^(?:from|von|de|da|发件人|寄件者|差出人|送信者|보낸 ?사람)\s*[:：]/i;
const WHEN =
  /^(?:date|sent|datum|gesendet|envoyé|enviado(?: el| em)?|fecha|data|inviato|日期|发送时间|发件时间|寄件日期|送信日時|日付|날짜|보낸 ?날짜)\s*[:：]\s*(.{6,80})$/i;
const SUBJECT = /^(?:subject|betreff|objet|asunto|assunto|oggetto|主题|主旨|件名|제목)\s*[:：]\s*/i;
const FIELD = /^[\p{L}][\p{L} ]{0,18}\s?[:：]/u;
/** How many lines such a head has. */
const HEAD_LINES = 6;

/**
 * A text without the heads of the mails that are forwarded in it, but for their subjects, and the day on which the innermost was
 * written: what it says of days counts from then. Null for the day where nothing is forwarded.
 */
export function forwardedIn(text: string): { text: string; day: IsoInstant | null } {
  const lines = text.split("\n");
  let day: IsoInstant | null = null;
  for (const [at, line] of lines.entries()) {
    if (!WRITER.test(bare(line))) continue;
    const head = headFrom(lines, at);
    const told = head.map((each) => dayOf(bare(lines[each] ?? ""))).find((each) => each !== null) ?? null;
    if (told === null) continue;
    day = told;
    for (const each of head) lines[each] = subjectOf(bare(lines[each] ?? ""));
  }
  return { text: day === null ? text : lines.join("\n"), day };
}

/** Quote marks and marks of bold type stand around the words of such lines. */
const bare = (line: string): string => line.replace(/^[>\s*]+|[*\s]+$/g, "");

/** The numbers of the lines of a head: one field after the other. */
function headFrom(lines: readonly string[], from: number): number[] {
  const head: number[] = [];
  for (let at = from; at < Math.min(lines.length, from + HEAD_LINES); at += 1) {
    if (!FIELD.test(bare(lines[at] ?? ""))) break;
    head.push(at);
  }
  return head;
}

function dayOf(line: string): IsoInstant | null {
  const when = WHEN.exec(line)?.[1];
  if (when === undefined) return null;
  const found = findDates(when, { at: "2000-01-01" }).find((date) => date.certain && date.precision === "day");
  return found === undefined ? null : `${found.date}T00:00:00Z`;
}

function subjectOf(line: string): string {
  return SUBJECT.test(line) ? line.replace(SUBJECT, "") : "";
}
