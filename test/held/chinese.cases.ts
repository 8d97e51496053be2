import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readNews } from "#src/read/news/index.ts";
import { readProse } from "#src/read/prose/index.ts";
import { FOLDER } from "./support.ts";

/**
 * Ways to say in Chinese, simplified and traditional, that a model ends, and ways that end something else or nothing:
 * "text|id day; id day", read as of Wednesday 10 June 2026.
 */
const AT = "2026-06-10";

const rows = readFileSync(`${FOLDER}chinese.txt`, "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split("|") as [text: string, told: string]);

const sorted = (told: string) =>
  told
    .split(";")
    .map((one) => one.trim())
    .toSorted()
    .join("; ");

test("what ends, and what does not, in the words of Chinese press, mails, changelogs and threads", () => {
  const wrong = rows.flatMap(([text, told]) => {
    const evidence = { source: "x", url: "", seen_at: AT, trust: "press" } as const;
    const invented = text.includes("acme-") ? { defaults: { provider: "acme", surface: "acme" } } : {};
    const { facts } = readProse({
      title: "",
      text: text.replaceAll("\\n", "\n"),
      published: AT,
      evidence,
      ...invented,
    });
    const day = (fact: (typeof facts)[number]) =>
      fact.precision === "month" ? fact.shutdown?.slice(0, 7) : fact.shutdown;
    const got = sorted(facts.map((fact) => `${fact.model_id} ${day(fact)}`).join(";"));
    return got === sorted(told) ? [] : [`${text} gave ${got === "" ? "nothing" : got}`];
  });
  assert.deepEqual(wrong, []);
});

test("less than four weeks is no day", () => {
  const item = {
    id: "1",
    published: "2025-06-19T00:00:00Z",
    title: "acme-lyra-2接口倒计时",
    text: "距离关停只剩不到四周。公司再次催促仍在调用acme-lyra-2的客户搬走:7月14日之后,这个模型名将不再有响应。",
  };
  const days = readNews([item]).flatMap(({ models }) => models.map(({ shutdown }) => shutdown));
  assert.deepEqual(days, ["2025-07-14"]);
});
