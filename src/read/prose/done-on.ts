import { findDates } from "../dates/index.ts";
import { DONE, tellsDone } from "./done.ts";

/** "Retired `x`", "We removed x", "下线 x": an entry that begins with its act tells what was done on its day. */
const BEGINS_DONE =
  /^(?:we )?(?=(?:retired|removed|shut ?down|discontinued|decommissioned|turned off) (?!support|date|from|the (?:option|ability|need)))/i;
const BEGINS_DONE_ZH = /^已?(?=(?:下线|停用|下架|停止服务|移除)[\s:：`「“"A-Za-z])/;

/** The day at the end of the sentence that tells the act. */
function withDay(text: string, day: string): string {
  const from = DONE.exec(text)?.index ?? 0;
  return text.slice(0, from) + text.slice(from).replace(/[.。](?=\s|$)/, ` on ${day}.`);
}

/** "We've retired x." of an entry says "on that day"; the day stands where the reader finds it. */
export function onTheDay(text: string, day: string): string {
  const done = tellsDone(text);
  if (!done && !BEGINS_DONE.test(text) && !BEGINS_DONE_ZH.test(text)) return text;
  if (findDates(text, { at: day }).length > 0) return text;
  return done ? withDay(text, day) : text.replace(BEGINS_DONE, `On ${day}, we `).replace(BEGINS_DONE_ZH, `${day} 起`);
}
