import { findDates } from "../dates/index.ts";
import { doneIn, tellsDone } from "./done.ts";

/** "Retired `x`", "We removed x", "下线 x": an entry that begins with its act tells what was done on its day. */
const BEGINS_DONE =
  /^(?:we )?(?=(?:retired|removed|shut ?down|discontinued|decommissioned|turned off) (?!support|date|from|the (?:option|ability|need)))/i;
const BEGINS_DONE_ZH = /^已?(?=(?:下线|停用|下架|停止服务|移除)[\s:：`「“"A-Za-z])/;

/** The day at the end of the sentence that tells the act. */
function withDay(text: string, day: string): string {
  const from = doneIn(text) ?? 0;
  return text.slice(0, from) + text.slice(from).replace(/\.(?=\s|$)|。/, ` on ${day}.`);
}

const SENTENCES = /(?<=[^\d\s][.!?])\s+|(?<=[。！？])|\n/;
/** "As announced on D, requests fail from now on": the day of a notice, beside the act. */
const TOLD =
  /\b(?:announc|notif|inform|warn|communicat|deprecated|wrote|mailed|e-?mailed)\w*|\b(?:as|like) (?:we )?(?:said|told)\b|an(?:ge)?kündig|mitgeteilt|annonc|prévenu|anunci|avisad|comunicad|annunci|公告|通知|预告|告知|発表|お知らせ|告知|予告|공지|안내|예고|발표/iu;

/** "as announced on ", "Wie am D angekündigt", "D にお知らせした", "按照 D 的公告": the words right beside the day of a notice. */
const TOLD_BEFORE =
  /(?:announced|notified|informed|communicated|communicat\p{L}*|told|said|wrote|angekündigt|mitgeteilt|annoncé\p{L}*|indiqué|anunci\p{L}+|comunic\p{L}+|avis\p{L}+|annunci\p{L}+)(?: (?:back|first|already|earlier|you))?(?: (?:on|in|at|of|am|vom|le|du|el|del|em|en|il|nel))*[\s(（]*$/iu;
const TOLD_BEHIND =
  /^[)）]?\s?(?:angekündigt|mitgeteilt|bekannt ?gegeben|(?:に|の)?(?:お知らせ|発表|告知|公告|ご案内)|(?:에|자)? ?(?:안내|공지|발표)|的?(?:公告|通知|宣布))/iu;

const isOfNotice = (text: string, { start, end }: { start: number; end: number }): boolean =>
  TOLD_BEFORE.test(text.slice(Math.max(0, start - 60), start)) || TOLD_BEHIND.test(text.slice(end, end + 16));

/** True where the text gives the act another day than the entry's; a day on which it was told gives none. */
function daysOtherThanNotices(text: string, day: string): boolean {
  if (findDates(text, { at: day }).length === 0) return false;
  return text.split(SENTENCES).some((sentence) => {
    const days = findDates(sentence, { at: day });
    const open = days.filter((found) => !isOfNotice(sentence, found));
    return open.length > 0 && (!TOLD.test(sentence) || tellsDone(sentence));
  });
}

/** The text without the days of notices in the sentences that tell the act: its only day is the entry's. */
function withoutNoticeDays(text: string, day: string): string {
  const days = findDates(text, { at: day }).filter((found) => isOfNotice(text, found));
  return days
    .toReversed()
    .reduce((left, { start, end }) => left.slice(0, start) + earlier(left.slice(end)) + left.slice(end), text);
}

const earlier = (behind: string): string =>
  /^\s?[\p{Script=Han}\p{Script=Hiragana}]/u.test(behind)
    ? "以前"
    : /^\s?\p{Script=Hangul}/u.test(behind)
      ? "이전"
      : "then";

/** "We've retired x." of an entry says "on that day"; the day stands where the reader finds it. */
export function onTheDay(text: string, day: string): string {
  const done = tellsDone(text);
  if (!done && !BEGINS_DONE.test(text) && !BEGINS_DONE_ZH.test(text)) return text;
  if (daysOtherThanNotices(text, day)) return text;
  return done
    ? withDay(withoutNoticeDays(text, day), day)
    : text.replace(BEGINS_DONE, `On ${day}, we `).replace(BEGINS_DONE_ZH, `${day} 起`);
}
