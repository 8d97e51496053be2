import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findDates, inferOrder, readDate } from "#src/read/dates/index.ts";

const AT = "2026-06-15";
const one = (text: string, extra = {}) => readDate(text, { at: AT, ...extra });

const CELLS: readonly (readonly [string, string, string])[] = [
  ["2026-09-28", "2026-09-28", "day"],
  ["2026\u201109\u201128", "2026-09-28", "day"],
  ["2026/06/10", "2026-06-10", "day"],
  ["Dec 11, 2026", "2026-12-11", "day"],
  ["October 23rd, 2026", "2026-10-23", "day"],
  ["Thursday, October 23, 2026", "2026-10-23", "day"],
  ["29 September 2026", "2026-09-29", "day"],
  ["29. September 2026", "2026-09-29", "day"],
  ["the 1er juillet 2026", "2026-07-01", "day"],
  ["12 de mayo de 2026", "2026-05-12", "day"],
  ["5 agosto 2026", "2026-08-05", "day"],
  ["30 de setembro de 2026", "2026-09-30", "day"],
  ["2026年7月14日", "2026-07-14", "day"],
  ["2026년 7월 14일", "2026-07-14", "day"],
  ["令和8年7月14日", "2026-07-14", "day"],
  ["2026-07-14T16:00:00Z", "2026-07-14", "day"],
  ["July 14, 2026 at 12:00 PT", "2026-07-14", "day"],
  ["北京时间2026年6月30日0时", "2026-06-30", "day"],
  ["July 2027", "2027-07-01", "month"],
  ["2027-07", "2027-07-01", "month"],
  ["Not sooner than Feb 5, 2027", "2027-02-05", "earliest"],
  ["July 21, 2027 or later", "2027-07-21", "earliest"],
  ["Earliest February 2027", "2027-02-01", "earliest"],
  ["at earliest 2027-01-05", "2027-01-05", "earliest"],
  ["nicht vor dem 5. August 2026", "2026-08-05", "earliest"],
  ["pas avant le 3 mars 2027", "2027-03-03", "earliest"],
  ["最早2027年2月", "2027-02-01", "earliest"],
  ["3 mars 2027 ou ultérieurement", "2027-03-03", "earliest"],
  ["3 de marzo de 2027 o posterior", "2027-03-03", "earliest"],
  ["3 marzo 2027 o successiva", "2027-03-03", "earliest"],
  ["3 de março de 2027 ou posterior", "2027-03-03", "earliest"],
  ["2026年8月5日より前に終わることはない", "2026-08-05", "earliest"],
  ["September 28", "2026-09-28", "day"],
  ["7月14日", "2026-07-14", "day"],
];

for (const [text, date, precision] of CELLS) {
  test(`a cell "${text}" is ${date} (${precision})`, () => {
    const reading = one(text);
    assert.equal(reading?.date, date);
    assert.equal(reading?.precision, precision);
  });
}

const RELATIVE: readonly (readonly [string, string, string])[] = [
  ["2025-06-16", "It leaves next month, on Monday the 14th.", "2025-07-14"],
  ["2026-01-13", "On the 17th of next month we remove it", "2026-02-17"],
  ["2026-04-16", "switched off in 60 days", "2026-06-15"],
  ["2026-04-16", "in two weeks", "2026-04-30"],
  ["2026-04-16", "it ends tomorrow", "2026-04-17"],
  ["2026-06-12", "Am kommenden Montag endet es", "2026-06-15"],
  ["2025-09-03", "cesseront de répondre le 24 du mois", "2025-09-24"],
  ["2025-09-20", "将于下周三停止服务", "2025-09-24"],
  ["2025-06-18", "다음 달 14일", "2025-07-14"],
  ["2025-09-10", "vai desligar em 30 dias", "2025-10-10"],
  ["2026-02-20", "来月2日に終了", "2026-03-02"],
  ["2026-02-20", "tra 14 giorni", "2026-03-06"],
  ["2026-02-20", "dentro de tres semanas", "2026-03-13"],
];

for (const [at, text, date] of RELATIVE) {
  test(`on ${at}, "${text}" means ${date}`, () => {
    assert.deepEqual(
      findDates(text, { at }).map((found) => found.date),
      [date],
    );
  });
}

test("what looks like a date and is none gives nothing", () => {
  const none = [
    "gpt-4-0613",
    "claude-3-opus-20240229",
    "10.12.2025-preview",
    "version 2024-12-17",
    "Q3 2026",
    "N/A",
    "TBD",
    "1.67",
    "—",
  ];
  for (const text of none) assert.equal(one(text), null, text);
});

test("an impossible date is reported and not corrected", () => {
  const reading = one("2026-09-31");
  assert.equal(reading?.date, null);
  assert.match(reading?.problem ?? "", /2026-09-31/);
});

test("a part of a month keeps the precision of a month", () => {
  const [found] = findDates("gone by mid-July", { at: "2025-06-18" });
  assert.deepEqual([found?.date, found?.precision, found?.part], ["2025-07-01", "month", "mid"]);
});

test("a day without a year takes the year that stands before it", () => {
  const dates = findDates("On 6 June 2025 one went; 14 July saw the next.", { at: "2026-08-05" });
  assert.deepEqual(
    dates.map((found) => found.date),
    ["2025-06-06", "2025-07-14"],
  );
});

test("the page's own dates decide between day and month", () => {
  assert.equal(inferOrder(["6/10/2025", "9/28/2025"]), "mdy");
  assert.equal(inferOrder(["6/10/2025", "28/9/2025"]), "dmy");
  assert.equal(inferOrder(["2025-06-10"]), "ymd");
  assert.equal(inferOrder(["6/10/2025"]), null);
  assert.equal(one("6/10/2025", { order: "mdy" })?.date, "2025-06-10");
  assert.equal(one("6/10/2025", { order: "dmy" })?.date, "2025-10-06");
  assert.equal(one("6/10/2025")?.certain, false);
  assert.equal(one("6/6/2025")?.certain, true);
});

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-12-31"), noInvalidDate: true });

test("every form of any day gives that day, and its place in the text", () => {
  fc.assert(
    fc.property(day, fc.constantFrom("", "shut down on ", "終了日: "), (date, lead) => {
      const iso = date.toISOString().slice(0, 10);
      const [y, m, d] = [iso.slice(0, 4), Number(iso.slice(5, 7)), Number(iso.slice(8))];
      const name = MONTHS[m - 1] ?? "";
      const forms = [
        iso,
        iso.replaceAll("-", "\u2011"),
        `${name} ${d}, ${y}`,
        `${d} ${name} ${y}`,
        `${name.slice(0, 3)} ${d}, ${y}`,
        `${y}年${m}月${d}日`,
        `${y}년 ${m}월 ${d}일`,
        `${y}/${m}/${d}`,
      ];
      for (const form of forms) {
        const [found, ...rest] = findDates(`${lead}${form} and then`, { at: AT });
        assert.equal(rest.length, 0, form);
        assert.deepEqual([found?.date, found?.precision, found?.text], [iso, "day", form]);
      }
    }),
    { numRuns: 300 },
  );
});

test("no text throws, hangs or yields a day that does not exist", () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(...Array.from("0123456789-/. 年月日,thMayJulyin"), "in ", "days", "2026", "\u2011"),
        maxLength: 80,
      }),
      (text) => {
        for (const found of findDates(text, { at: AT }))
          assert.doesNotThrow(() => Temporal.PlainDate.from(found.date, { overflow: "reject" }));
      },
    ),
    { numRuns: 500 },
  );
});
