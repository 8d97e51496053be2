import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { addDays } from "#src/core/civil-date.ts";
import { oneLine } from "#src/lib/one-line.ts";
import { type Block, parseDocument, walk } from "#src/parse/index.ts";
import { dateSense } from "#src/read/cells/dates.ts";
import { inferOrder, scanDates } from "#src/read/dates/index.ts";
import { type Lead, leadOf } from "#src/read/lists/lead.ts";
import { readModelList } from "#src/read/lists/models.ts";
import { blockText } from "#src/read/page/section.ts";
import { entriesOf } from "#src/read/prose/entries.ts";
import { cuesOf } from "#src/read/prose/lexicon.ts";
import { languageOf } from "#src/read/prose/language.ts";
import { en } from "#src/read/prose/lang/en.ts";
import { readNotice } from "#src/read/prose/notices.ts";
import { sentencesOf } from "#src/read/prose/sentences.ts";
import { plainHeader } from "#src/read/table/plain-header.ts";
import { FOLDER, pages } from "#test/held/support.ts";

// What is passed over because a cheap look says that nothing can be in it: here it is looked at all the same.

const all = [...pages(), ...pages(`${FOLDER}later/`)];
const documents = all.flatMap(({ text, contentType }) => {
  try {
    return [parseDocument(text, { form: "auto", contentType })];
  } catch {
    return [];
  }
});
const news = ["news.jsonl", "news-2.jsonl", "prose-1.jsonl", "prose-2.jsonl", "prose-3.jsonl"].flatMap((file) =>
  readFileSync(FOLDER + file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { title: string; text: string }),
);

type List = Block & { type: "list" };

/** The same list with an empty list below each item: items with lists below them are always read. */
const opened = (list: List): List => ({
  ...list,
  items: list.items.map((item) => ({
    ...item,
    children: [
      ...item.children.map((child) => (child.type === "list" ? opened(child) : child)),
      { type: "list", ordered: false, items: [] },
    ],
  })),
});

describe("what is passed over unread", () => {
  it("is an item of a list that says no end, under words that say none: it gives no model", () => {
    const sense = dateSense({ at: "2026-11-01", order: null });
    const silent: Lead = { text: "", says: null, date: null };
    const dated: Lead = { ...silent, date: { date: "2026-12-01", precision: "day" } };
    let lists = 0;
    for (const { block, headings } of documents.flatMap((doc) => [...walk(doc)])) {
      if (block.type !== "list") continue;
      lists += 1;
      const labels = [
        "",
        headings.at(-1) ?? "",
        ...block.items.slice(0, 1).map((item) => blockText({ type: "paragraph", lines: item.lines })),
      ];
      for (const label of labels)
        for (const fallback of [silent, dated, leadOf(headings.join(": "), sense)])
          for (const leaving of [false, true]) {
            const around = {
              section: 0,
              state: null,
              leaving,
              notice: false,
              kind: null,
              subject: null,
              from: "list" as const,
            };
            const read = (list: List) => readModelList(list, label, fallback, around, sense);
            assert.deepEqual(read(block), read(opened(block)), `${label}: ${JSON.stringify(block).slice(0, 300)}`);
          }
    }
    assert.ok(lists > 60, `${lists} lists`);
  });

  it("is every other form of a date in a text that is one plain day", () => {
    for (let day = "2023-12-01"; day < "2025-02-01"; day = addDays(day, 1)) {
      const date = new Date(`${day}T00:00:00Z`);
      const text = date.toLocaleDateString("en-US", { dateStyle: "long", timeZone: "UTC" });
      // With a blank behind it, it is looked at as any other text.
      for (const context of [
        { at: "2026-11-01" },
        { at: "2026-11-01", order: "dmy" as const, relative: false, locale: "de" },
      ])
        assert.deepEqual(scanDates(text, context), scanDates(`${text} `, context), text);
    }
    assert.deepEqual(scanDates("February 30, 2025", { at: "2026-11-01" }).dates, []);
  });

  it("is a text without numbers that could be a date when the order of days and months is asked for", () => {
    const part = fc.constantFrom(...Array.from("0193/-.‐‑‒–−－／１２３ a"));
    const text = fc.array(part, { maxLength: 14 }).map((units) => units.join(""));
    fc.assert(
      // Beside a line that holds them, the numbers are looked at whatever the text is.
      fc.property(text, (each) => assert.equal(inferOrder([each]), inferOrder([`1-1\n${each}`]))),
      { numRuns: 3_000 },
    );
  });

  it("is what an entry says of the names that follow, where none can follow", () => {
    const context = {
      evidence: { source: "acme", url: "", seen_at: "2026-11-01T00:00:00Z", trust: "provider" as const },
      defaults: { provider: "acme", surface: "acme-api" },
    };
    // An item may be a name for all that is known, though this one is none and says nothing.
    const last: Block = { type: "list", ordered: false, items: [{ lines: [[{ text: "·" }]], children: [] }] };
    const asEntries = news.map(({ title, text }) => parseDocument(`## 2026-06-01\n\n${title}\n\n${text}`));
    let told = 0;
    for (const doc of [...documents, ...asEntries])
      for (const notice of entriesOf(doc, "2026-11-01")) {
        const facts = readNotice(notice, context);
        told += facts.length;
        assert.deepEqual(facts, readNotice({ ...notice, blocks: [...notice.blocks, last] }, context));
      }
    assert.ok(told > 100, `${told} facts`);
  });

  it("is every letter beyond ASCII in a heading that has none", () => {
    const part = fc.constantFrom(...Array.from("aB c\t\n_*`:()[]-1.Z"));
    const text = fc.array(part, { maxLength: 16 }).map((units) => units.join(""));
    fc.assert(
      // A footnote mark becomes a blank, and the blanks around a heading are taken away.
      fc.property(text, (each) => assert.equal(plainHeader(each), plainHeader(`${each}†`))),
      { numRuns: 3_000 },
    );
  });

  it("is a single space where runs of blanks become one", () => {
    const part = fc.constantFrom(...Array.from("ab  \t\n\u00a0\u3000\ufeff"));
    const text = fc.array(part, { maxLength: 12 }).map((units) => units.join(""));
    fc.assert(fc.property(text, (each) => assert.equal(oneLine(each), each.replace(/\s+/g, " ").trim())));
  });

  it("is an expression of a language that the words of a sentence do not need", () => {
    const kinds = ["off", "until", "deprecate", "stay", "not", "replaceBefore", "replaceAfter", "things"] as const;
    const body = (kind: (typeof kinds)[number]) =>
      en[kind].join("|").replaceAll("[^.;]", "(?:[^.;]|\\.(?=\\S)|(?<=\\d)\\.)");
    const cues = cuesOf("en");
    for (const { title, text } of news) {
      if (languageOf(`${title}\n${text}`) !== "en") continue;
      for (const sentence of sentencesOf(`${title}\n${text}`)) {
        const plain = sentence.text.toLowerCase();
        for (const kind of kinds) {
          const whole = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${body(kind)})(?![\\p{L}\\p{N}_])`, "gu");
          const wanted = [...plain.matchAll(whole)].map(({ index, 0: match }) => ({
            start: index,
            end: index + match.length,
          }));
          assert.deepEqual(cues.find(kind, plain), wanted, `${kind} in ${plain}`);
        }
      }
    }
  });
});
