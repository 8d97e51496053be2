import type { CivilDate, Precision } from "../../core/fact.ts";

/** "2025 年 7 月 14 日". */
export function date(value: CivilDate, precision: Precision): string {
  const [year, month, day] = value.split("-");
  if (precision === "month") return `${year} 年 ${Number(month)} 月`;
  const full = `${year} 年 ${Number(month)} 月 ${Number(day)} 日`;
  return precision === "earliest" ? `不早于 ${full}` : full;
}

/** @param days from today to the day; negative when it is past */
export function daysLeft(days: number): string {
  if (days === 0) return "今天";
  if (days === 1) return "明天";
  if (days === -1) return "昨天";
  return days > 0 ? `${days} 天后` : `${-days} 天前`;
}

/** @param minutes since it was read */
export function age(minutes: number): string {
  if (minutes < 1) return "刚刚";
  if (minutes < 60) return `${minutes} 分钟前`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} 小时前`;
  return `${Math.floor(minutes / 1440)} 天前`;
}

/** A blank before a digit, as Chinese text has it. */
function spaced(days: number): string {
  const words = daysLeft(days);
  return /^\d/.test(words) ? ` ${words}` : words;
}

/** A milestone of the countdown in one line; `days` as in `daysLeft`. */
export function reminder(model: string, surface: string, value: CivilDate, precision: Precision, days: number): string {
  const what = `${model}（${surface}）`;
  if (precision === "earliest") return `${what}可能停用，不早于 ${date(value, "day")}（${daysLeft(days)}）`;
  if (precision === "month") return `${what}将于 ${date(value, "month")}停用（${spaced(days)}进入该月）`;
  if (days < 0) return `${what}已于 ${date(value, "day")}停用（${daysLeft(days)}）`;
  return `${what}将于${spaced(days)}停用：${date(value, "day")}`;
}
