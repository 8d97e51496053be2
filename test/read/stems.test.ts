import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { matchesOf } from "#src/lib/remember.ts";
import { cuesOf } from "#src/read/prose/lexicon.ts";
import { en } from "#src/read/prose/lang/en.ts";
import { expressionIndex, stemIndex } from "#src/read/stem-index.ts";
import { waysOf } from "#src/read/stems.ts";

function isExpression(source: string): boolean {
  try {
    return new RegExp(source, "u").source !== "";
  } catch {
    return false;
  }
}

const needs = (source: string) => waysOf(source).map((way) => way.needs);

describe("what an expression needs", () => {
  it("parts the alternatives, those in brackets aside", () => {
    assert.deepEqual(
      waysOf("abc|d(?:e|f)g").map((way) => way.source),
      ["abc", "d(?:e|f)g"],
    );
    assert.deepEqual(needs("abc|d(?:e|f)g"), [[["abc"]], [["deg", "dfg"]]]);
  });

  it("writes out what may be left out, and keeps the shortest of what holds another", () => {
    assert.deepEqual(needs("retir(?:e|es|ed|ing)"), [[["retire", "retiring"]]]);
    assert.deepEqual(needs("colou?r"), [[["color", "colour"]]]);
  });

  it("needs several texts where something unknown stands between, the longer first", () => {
    assert.deepEqual(needs("pull .{0,30}offline"), [[["offline"], ["pull "]]]);
  });

  it("counts what must stand ahead, and nothing that must not", () => {
    assert.deepEqual(needs("finished(?= today)"), [[["finished"], [" today"]]]);
    assert.deepEqual(needs("use(?!less)"), [[["use"]]]);
    assert.deepEqual(needs("(?<!no )longer"), [[["longer"]]]);
  });

  it("knows nothing of classes, escapes and back references", () => {
    assert.deepEqual(needs("\\d+[^a-z]?.*"), [[]]);
    assert.deepEqual(needs("(?<mark>[/.])\\d\\k<mark>"), [[["/", "."]]]);
  });

  it("knows where a word must begin or end, and cuts long texts", () => {
    assert.deepEqual(needs("\\boff\\b"), [[["\boff\b"]]]);
    assert.deepEqual(needs("\\b(?:retir\\w*|eol)\\b"), [[["\beol", "\bretir"]]]);
    assert.deepEqual(
      waysOf("off|no longer (?:up|served)", true).map((way) => way.needs),
      [[["\boff\b"]], [["\bno longer se", "\bno longer up\b"]]],
    );
    // Beside no letter of a word the edge says that one stands on the other side.
    assert.deepEqual(needs("\\b off"), [[[" off"]]]);
    assert.deepEqual(needs("\\béolien\\b"), [[["éolien\b"]]]);
  });

  it("needs nothing of a source that it does not understand", () => {
    assert.deepEqual(waysOf("a|b)c"), [{ source: "a|b)c", needs: [] }]);
    assert.deepEqual(needs("("), [[]]);
  });
});

describe("the index of expressions", () => {
  it("tells those that can match in one walk, overlapping stems and all", () => {
    const index = stemIndex(["she", "he", "hers", "his"].map((word) => [[word]]));
    assert.deepEqual(index("ushers"), [0, 1, 2]);
    assert.deepEqual(index("a thistle"), [3]);
    assert.deepEqual(index(""), []);
  });

  it("asks for each of several needs, and forgets them from one text to the next", () => {
    const index = stemIndex([[["pull"], ["from", "off"]], []]);
    assert.deepEqual(index("pull it"), [1]);
    assert.deepEqual(index("from it"), [1]);
    assert.deepEqual(index("taken off, then they pull"), [0, 1]);
  });

  it("asks for the edges of words where they are needed", () => {
    const index = stemIndex([[["\boff\b"]], [["\bend"]], [[" end"]], [["\bende\b"]]]);
    assert.deepEqual(index("offer, turnoff, send"), []);
    assert.deepEqual(index("off"), [0]);
    assert.deepEqual(index("offer it. (off)"), [0]);
    assert.deepEqual(index("the ending"), [1, 2]);
    assert.deepEqual(index("éende"), [1, 3]);
  });

  it("finds Eastern words among Western ones", () => {
    const index = stemIndex([[["下线", "retire"]], [["下线"]], [["shut"], ["停"]]]);
    assert.deepEqual(index("we retire it"), [0]);
    assert.deepEqual(index("retire 下线"), [0, 1]);
    assert.deepEqual(index("shut 停"), [2]);
  });

  it("never leaves out an expression that matches", () => {
    const part = fc.constantFrom(
      "a",
      "b",
      "ab",
      " ",
      "\\b",
      "(?:a|b )",
      "(?:ab|a\\w*)",
      "a?",
      "\\w*",
      "[ab]",
      "b+",
      "é",
      "-",
      "(?=b)",
      "(?<=a)",
      "(?!a)",
      ".",
    );
    const source = fc
      .array(fc.array(part, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 })
      .map((ways) => ways.map((way) => way.join("")).join("|"))
      .chain((inside) => fc.constantFrom(inside, `\\b(?:${inside})\\b`, `(?:${inside})-(?:${inside})`))
      .filter((one) => isExpression(one));
    const text = fc
      .array(fc.constantFrom(...Array.from("aab é-_下")), { maxLength: 12 })
      .map((units) => units.join(""));
    fc.assert(
      fc.property(
        fc.array(source, { minLength: 1, maxLength: 3 }),
        fc.array(text, { minLength: 1, maxLength: 9 }),
        (sources, texts) => {
          const [anywhere, words] = [expressionIndex(() => sources), expressionIndex(() => sources, undefined, true)];
          for (const each of texts) {
            const matching = (wrap: (one: string) => string) =>
              sources.flatMap((one, number) => (new RegExp(wrap(one), "u").test(each) ? [number] : []));
            const missed = (found: readonly number[], wanted: readonly number[]) =>
              wanted.filter((number) => !found.includes(number)).map((number) => `${sources[number]} in "${each}"`);
            assert.deepEqual(
              missed(
                anywhere(each),
                matching((one) => one),
              ),
              [],
            );
            const alone = (one: string) => `(?<![\\p{L}\\p{N}_])(?:${one})(?![\\p{L}\\p{N}_])`;
            assert.deepEqual(missed(words(each), matching(alone)), []);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("stops when enough are known", () => {
    const index = expressionIndex(() => ["one", "two"], 1);
    assert.deepEqual(index("two, then one"), [1]);
  });
});

describe("the words of a language", () => {
  it("are found as the alternation of all of them finds them", () => {
    const whole = en.off.join("|").replaceAll("[^.;]", "(?:[^.;]|\\.(?=\\S)|(?<=\\d)\\.)");
    const alternation = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${whole})(?![\\p{L}\\p{N}_])`, "gu");
    const texts = [
      "acme-1 will be retired and removed on 1 may; calls to it will then fail.",
      "we turn version 2.5 and its preview off, then pull the plug: no longer available.",
      "the switched lamp, the windows and the endless pulling say nothing.",
      "it goes dark, is shut down and reaches its end of life. it gets an error, and is gone.",
    ];
    for (const text of texts) {
      const wanted = matchesOf(alternation, text).map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
      }));
      assert.deepEqual(cuesOf("en").find("off", text), wanted, text);
    }
    assert.equal(cuesOf("en").mayEnd(texts[0] ?? ""), true);
    assert.equal(cuesOf("en").mayEnd("a plain note about colours"), false);
  });
});
