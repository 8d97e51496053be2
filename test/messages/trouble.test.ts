import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { problemWords } from "#src/core/trouble.ts";
import { loadMessages } from "#src/messages/index.ts";

const { messagesFor } = await loadMessages();

const KNOWN: [string, RegExp, RegExp][] = [
  ["getaddrinfo ENOTFOUND docs.acme.example (ENOTFOUND)", /address cannot be found/, /找不到其地址/],
  ["connect ECONNREFUSED 127.0.0.1:9", /cannot be reached/, /无法连接/],
  ["no whole answer within 30 s", /in time/, /限定时间/],
  ["the body is empty", /empty/, /为空/],
  ["only 2 facts, at least 20 are usual", /less than usual/, /少于平时/],
  ["the server answered 503", /answered 503/, /返回 503/],
];

describe("a source's problem in words", () => {
  for (const [noted, english, chinese] of KNOWN)
    it(noted, () => {
      assert.match(problemWords(noted, messagesFor("en")), english);
      assert.match(problemWords(noted, messagesFor("zh-CN")), chinese);
    });

  it("is left as it was noted where no word is known", () => {
    assert.equal(problemWords("something odd", messagesFor("zh-CN")), "something odd");
  });
});
