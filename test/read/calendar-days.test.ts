import assert from "node:assert/strict";
import { test } from "node:test";
import { findDates } from "#src/read/dates/index.ts";

/** Days as news tell them, by the language they are told in: what a reader on that day understands. */
const TOLD: readonly (readonly [at: string, lang: string, text: string, dates: string])[] = [
  // A weekday with the number of its day.
  ["2026-09-21", "es", "El próximo miércoles 30 dejarán de funcionar", "2026-09-30"],
  ["2026-08-03", "it", "Lunedì 17 la API spegnerà il modello", "2026-08-17"],
  ["2026-08-03", "fr", "Le service s'arrête lundi 17, à midi", "2026-08-17"],
  ["2026-08-03", "pt", "O modelo sai do ar na segunda-feira (17)", "2026-08-17"],
  ["2026-08-03", "de", "Am Montag, dem 17., ist Schluss", "2026-08-17"],
  ["2026-08-03", "en", "It stops on Monday the 17th", "2026-08-17"],
  ["2026-08-03", "en", "It stops on Monday, 15:59 UTC", "2026-08-03"],
  // A weekday of a named week.
  ["2026-05-19", "de", "Am Mittwoch kommender Woche verschwinden sie", "2026-05-27"],
  ["2026-05-19", "de", "Nächste Woche Mittwoch ist Schluss", "2026-05-27"],
  ["2026-05-19", "de", "am Freitag dieser Woche", "2026-05-22"],
  ["2026-05-19", "es", "el viernes de esta semana", "2026-05-22"],
  ["2026-05-20", "en", "It goes on Friday week", "2026-05-29"],
  ["2026-05-20", "fr", "il disparaît vendredi en huit", "2026-05-29"],
  ["2026-05-20", "zh", "将于下下周五下线", "2026-06-05"],
  ["2026-05-20", "ja", "再来週の金曜日に終了", "2026-06-05"],
  ["2026-08-26", "zh", "说kimi-k2.5下周一停服", "2026-08-31"],
  // The last or first day of a month, and one of its weekdays.
  ["2026-08-12", "zh", "将在本月最后一天下线", "2026-08-31"],
  ["2026-08-12", "ja", "今月末日に提供を終える", "2026-08-31"],
  ["2026-08-12", "ko", "이달 마지막 날 종료된다", "2026-08-31"],
  ["2026-08-12", "de", "am letzten Tag des Monats", "2026-08-31"],
  ["2026-08-12", "en", "on the last day of September it goes", "2026-09-30"],
  ["2026-08-12", "fr", "le dernier jour du mois prochain", "2026-09-30"],
  ["2026-08-12", "es", "el último día de septiembre", "2026-09-30"],
  ["2026-08-12", "pt", "no último dia do mês", "2026-08-31"],
  ["2026-08-12", "it", "l'ultimo giorno di settembre", "2026-09-30"],
  ["2026-10-06", "es", "el primer lunes de noviembre, día 2, perderá", "2026-11-02"],
  ["2026-10-06", "en", "on the last Friday of October", "2026-10-30"],
  ["2026-10-06", "de", "am zweiten Dienstag im November", "2026-11-10"],
  ["2026-10-06", "fr", "le premier lundi de novembre", "2026-11-02"],
  ["2026-10-06", "it", "il primo lunedì di novembre", "2026-11-02"],
  ["2026-10-06", "pt", "na primeira segunda-feira de novembro", "2026-11-02"],
  ["2026-10-06", "zh", "11月第一个周一", "2026-11-02"],
  ["2026-10-06", "ja", "11月の第1月曜日", "2026-11-02"],
  ["2026-10-06", "ko", "11월 첫째 주 월요일", "2026-11-02"],
  // The month that was named before.
  ["2026-03-13", "ja", "まず来月1日に一つ、もう一つは同月15日まで", "2026-04-01 2026-04-15"],
  ["2026-03-13", "de", "am 1. April der eine, am 15. desselben Monats der andere", "2026-04-01 2026-04-15"],
  ["2026-03-13", "es", "el 1 de abril uno y el 15 del mismo mes el otro", "2026-04-01 2026-04-15"],
  ["2026-03-13", "en", "April 1 for one and the 15th of the same month for the other", "2026-04-01 2026-04-15"],
  // This year.
  ["2026-06-22", "ja", "本年10月14日に終了", "2026-10-14"],
  // Tomorrow, and what only sounds like it.
  ["2026-04-30", "de", "Morgen, am Tag der Arbeit, enden sie", "2026-05-01"],
  ["2026-04-30", "de", "Guten Morgen, jeden Morgen und am Morgen", ""],
  ["2026-04-30", "es", "Mañana, festivo, se apaga", "2026-05-01"],
  ["2026-04-30", "es", "por la mañana y cada mañana", ""],
  // "Second" is no Monday.
  ["2026-06-17", "pt", "A segunda leva sai em 16 de agosto", "2026-08-16"],
  ["2026-06-17", "pt", "Na segunda a empresa desliga o modelo", "2026-06-15"],
  // Counted to the day.
  ["2026-06-17", "pt", "daqui a exatos 30 dias", "2026-07-17"],
  ["2026-06-17", "de", "in genau drei Monaten", "2026-09-17"],
  ["2026-06-17", "en", "in exactly three months", "2026-09-17"],
  // A launch or a limit long past gives no year to a day to come.
  ["2026-03-24", "pt", "lançado em março de 2024, será aposentado em abril", "2024-03-01 2026-04-01"],
  ["2026-03-24", "en", "released in March 2024, it leaves in May", "2024-03-01 2026-05-01"],
  ["2026-06-24", "it", "create prima del 2024 vanno rigenerate entro settembre", "2026-09-01"],
];

for (const [at, lang, text, dates] of TOLD) {
  test(`on ${at}, "${text}" (${lang}) means ${dates || "no day"}`, () => {
    const found = findDates(text, { at, locale: lang }).map((date) => date.date);
    assert.equal(found.join(" "), dates);
  });
}
