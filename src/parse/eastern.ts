/** Encodings of East Asia that text files are written in without saying so: https://encoding.spec.whatwg.org/#names-and-labels */
const ENCODINGS = ["gb18030", "shift_jis", "euc-jp", "euc-kr", "big5"] as const;

/** The most frequent characters of running Chinese, simplified and traditional, and syllables of Korean. */
const FREQUENT = new Set(
  "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日者意无这個們來為國說時會對於著過發後裡還進樣開從實無模型号停下线替换月日版" +
    "이다는을를에의가은로고하지기한도시서사대자인어그리정부일해수전제공아나들습니모델종료중단용스비과와으합여있없년월만보주상오라",
);

/** Less than this share of such characters is no text of that encoding, but noise that happens to decode. */
const LEAST = 0.25;

/**
 * Text of an East Asian encoding that nothing declares, recognised by its most frequent characters: wrong encodings give
 * rare ones. Null where none fits; only for bytes that are no UTF-8.
 */
export function decodeEastern(bytes: Uint8Array): string | null {
  let best: { text: string; share: number } | null = null;
  for (const encoding of ENCODINGS) {
    const text = decoded(bytes, encoding);
    if (text === null) continue;
    const share = shareOfFrequent(text);
    if (share >= LEAST && share > (best?.share ?? 0)) best = { text, share };
  }
  return best?.text ?? null;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function shareOfFrequent(text: string): number {
  let all = 0;
  let frequent = 0;
  for (const char of text) {
    if (char < "\u0080") continue;
    all += 1;
    // Kana, but for the half-width ones, which any bytes give in Shift_JIS.
    if (FREQUENT.has(char) || /[\u3001-\u3002\u3041-\u30FC]/.test(char)) frequent += 1;
  }
  return all === 0 ? 0 : frequent / all;
}
