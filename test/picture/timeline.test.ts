import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { describe, it } from "node:test";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { inflateSync } from "node:zlib";
import type { StatusMatch } from "#src/core/model.ts";
import { fontsFor } from "#src/picture/fonts.ts";
import { MOST_ROWS, timelineOf } from "#src/picture/rows.ts";
import { timelineAlt, timelinePng } from "#src/picture/timeline.ts";
import { depsOf, messagesFor } from "../http/support.ts";

const today = "2026-11-23";
const months = 12;
const messages = messagesFor("en");
const [base] = await depsOf().upcoming({});

function match(shutdown: string | null, model_id: string, more: Partial<StatusMatch> = {}): StatusMatch {
  assert.ok(base);
  return { ...base, shutdown, model_id, version: null, precision: shutdown === null ? null : "day", ...more };
}

/** Width, height and colour type of a PNG, and its pixels' bytes (unfiltered lines are not needed to compare). */
function readPng(png: Buffer): { width: number; height: number; colors: number; data: Buffer } {
  assert.equal(png.subarray(0, 8).toString("latin1"), "\x89PNG\r\n\x1a\n");
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const size = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(png.subarray(at + 8, at + 8 + size));
    at += size + 12;
  }
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    colors: png[25] ?? 0,
    data: inflateSync(Buffer.concat(parts)),
  };
}

describe("the rows of the picture", () => {
  it("are the shutdowns of the window alone, the nearest first", () => {
    const matches = [
      match("2027-11-23", "late"),
      match("2027-11-22", "last"),
      match(today, "first"),
      match("2026-11-22", "past"),
      match(null, "none"),
    ];
    const { rows, total, left } = timelineOf({ matches, messages, today, months });
    assert.deepEqual(
      rows.map((row) => row.title),
      ["first", "last"],
    );
    assert.deepEqual(
      rows.map((row) => row.days),
      [0, 364],
    );
    assert.deepEqual([total, left], [2, 0]);
  });

  it("stand on an axis of whole months", () => {
    const {
      rows,
      months: axis,
      today: at,
    } = timelineOf({ matches: [match("2026-12-01", "a"), match("2026-12-31", "b")], messages, today, months });
    assert.equal(axis.length, 13);
    assert.deepEqual([axis[0]?.label, axis[1]?.label, axis[1]?.count], ["Nov", "Dec", 2]);
    const [a, b] = rows;
    assert.ok(at < (a?.at ?? 0) && (a?.at ?? 0) > 1 / 13 && (b?.at ?? 1) < 2 / 13);
  });

  it("are grouped by surface and day when there are too many, and the rest is counted", () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      match(`2026-12-${String(1 + (at % 20)).padStart(2, "0")}`, `m-${at}`),
    );
    const { rows, left, total } = timelineOf({ matches: many, messages, today, months });
    assert.equal(rows.length, MOST_ROWS - 1);
    assert.match(rows[0]?.title ?? "", /^3 models: m-0, m-20, m-40$/);
    assert.equal(left, total - 3 * rows.length);
    const exactly = timelineOf({ matches: many.slice(0, MOST_ROWS), messages, today, months });
    assert.deepEqual([exactly.rows.length, exactly.left], [MOST_ROWS, 0]);
  });
});

describe("the picture", () => {
  it("is a PNG of 1200 by 675 pixels without a hole, in either language, for any number of models", async () => {
    const seen = new Set<string>();
    for (const [tag, matches] of [
      ["en", []],
      ["en", [match("2026-12-01", "one")]],
      ["zh-CN", [match("2026-12-01", "one")]],
      [
        "zh-CN",
        Array.from({ length: 200 }, (_, at) =>
          match("2027-01-01", `模型-${at} ${"x".repeat(300)} \u0000 \ud800 😀 한`, { surface: `s${at % 40}` }),
        ),
      ],
    ] as const) {
      const png = await timelinePng({ matches, messages: messagesFor(tag), today });
      const { width, height, data } = readPng(png);
      assert.deepEqual([width, height], [1200, 675]);
      assert.ok(png.length < 150_000, `${png.length} bytes`);
      seen.add(createHash("sha256").update(data).digest("hex"));
    }
    assert.equal(seen.size, 4);
  });

  it("finds a font for what a language file says, in both weights", async () => {
    const fonts = await fontsFor("停用 Model Қ Ω");
    const names = new Set(fonts.map((font) => font.name.replace(/ \d+$/, "")));
    for (const name of ["noto-sans latin", "noto-sans cyrillic-ext", "noto-sans greek", "noto-sans-sc"])
      assert.ok(names.has(name), [...names].join());
    assert.equal(fonts.filter((font) => font.weight === 700).length * 2, fonts.length);
    assert.ok((await fontsFor("abc")).length <= 4);
  });

  it("is told in words to those who do not see it", () => {
    const matches = Array.from({ length: 40 }, (_, at) =>
      match("2027-01-01", `model-with-a-long-name-${at}`, { surface: `surface-${at}` }),
    );
    const alt = timelineAlt({ matches, messages, today });
    assert.match(alt, /^Model shutdowns, next 12 months\n1 January 2027: model-with/);
    assert.ok(alt.length <= 900);
    assert.match(timelineAlt({ matches: [], messages, today, months: 6 }), /next 6 months/);
  });

  it("lets everything else go on while it is painted", async () => {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const png = await timelinePng({ matches: [match("2026-12-02", "other")], messages: messagesFor("zh-CN"), today });
    delay.disable();
    assert.ok(png.length > 0);
    assert.ok(delay.max < 300e6, `${Math.round(delay.max / 1e6)} ms`);
  });

  it("loads its machinery at the first picture, not before", () => {
    const script = `await import(${JSON.stringify(fileURLToPath(new URL("../../src/picture/timeline.ts", import.meta.url)))});
      console.log(process.report.getReport().sharedObjects.some((one) => one.includes("resvg")));`;
    const said = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    assert.match(said, /false/);
  });
});
