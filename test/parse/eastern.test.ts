import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeBody, decodeEastern } from "../../src/parse/index.ts";

/** All characters of two bytes of an encoding, by character: an encoder made of the decoder. */
function encoderOf(encoding: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const bytesOf = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      try {
        const char = decoder.decode(Uint8Array.of(lead, trail));
        if (Array.from(char).length === 1 && !bytesOf.has(char)) bytesOf.set(char, [lead, trail]);
      } catch {
        // No character has these bytes.
      }
    }
  return (text) =>
    Uint8Array.from(
      Array.from(text).flatMap((char) => (char < "\u0080" ? [char.charCodeAt(0)] : (bytesOf.get(char) ?? [63]))),
    );
}

const WRITTEN: readonly (readonly [string, string])[] = [
  ["gb18030", "各位开发者：acme-chat-1 模型将于 2026年12月20日 停止服务，请尽快切换到 acme-chat-2。"],
  ["big5", "各位開發者：acme-chat-1 模型將於 2026年12月20日 停止服務，請在這個日期之前換用 acme-chat-2。"],
  ["shift_jis", "acme-chat-1 は2026年12月20日に提供を終了します。acme-chat-2 への移行をお願いします。"],
  ["euc-jp", "acme-chat-1 は2026年12月20日に提供を終了します。acme-chat-2 への移行をお願いします。"],
  ["euc-kr", "acme-chat-1 모델은 2026년 12월 20일에 서비스가 종료됩니다. acme-chat-2 모델로 이전해 주시기 바랍니다."],
];

for (const [encoding, text] of WRITTEN)
  test(`text of ${encoding} that says nothing of it is read as such`, () => {
    assert.equal(decodeEastern(encoderOf(encoding)(text)), text);
  });

test("western text of one byte a letter is left to its own encoding", () => {
  const latin = Buffer.from("Le modèle sera arrêté le 3 décembre, à côté.", "latin1");
  assert.equal(decodeEastern(latin), null);
  assert.equal(decodeBody(latin, null, decodeEastern), "Le modèle sera arrêté le 3 décembre, à côté.");
});
