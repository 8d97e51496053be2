import { findDates } from "../dates/index.ts";
import { DONE, tellsDone } from "./done.ts";

/** "Retired `x`", "We removed x", "下线 x": an entry that begins with its act tells what was done on its day. */
const BEGINS_DONE =
  /^(?:we )?(?=(?:retired|removed|shut ?down|discontinued|decommissioned|turned off) (?!support|date|from|the (?:option|ability|need)))/i;
const BEGINS_DONE_ZH = /^已?(?=(?:下线|停用|下架|停止服务|移除)[\s:：`「“"A-Za-z])/;

/** The day at the end of the sentence that tells the act. */
function withDay(text: string, day: string): string {
  const from = DONE.exec(text)?.index ?? 0;
  return text.slice(0, from) + text.slice(from).replace(/\.(?=\s|$)|。/, ` on ${day}.`);
}

const SENTENCES = /(?<=[^\d\s][.!?])\s+|(?<=[。！？])|\n/;
/** "As announced on D, requests fail from now on": the day of a notice, beside the act. */
const TOLD =
  /\b(?:announc|notif|inform|warn|communicat|deprecated|wrote|mailed|e-?mailed)\w*|\b(?:as|like) (?:we )?(?:said|told)\b|an(?:ge)?kündig|mitgeteilt|annonc|prévenu|anunci|avisad|comunicad|annunci|公告|通知|预告|告知|発表|お知らせ|告知|予告|공지|안내|예고|발표/iu;

/** True where the text gives the act another day than the entry's; a sentence that only says when it was told gives none. */
function daysOtherThanNotices(text: string, day: string): boolean {
  if (findDates(text, { at: day }).length === 0) return false;
  return text
    .split(SENTENCES)
    .some((sentence) => findDates(sentence, { at: day }).length > 0 && (!TOLD.test(sentence) || tellsDone(sentence)));
}

/** "We've retired x." of an entry says "on that day"; the day stands where the reader finds it. */
export function onTheDay(text: string, day: string): string {
  const done = tellsDone(text);
  if (!done && !BEGINS_DONE.test(text) && !BEGINS_DONE_ZH.test(text)) return text;
  if (daysOtherThanNotices(text, day)) return text;
  return done ? withDay(text, day) : text.replace(BEGINS_DONE, `On ${day}, we `).replace(BEGINS_DONE_ZH, `${day} 起`);
}
