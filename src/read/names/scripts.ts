/**
 * Names of models as Korean and Japanese texts spell them in their own letters: "제미나이 3 플래시", "クロード オーパス 4". No list of
 * models: words for makers' families and for sizes, and the numbers between them.
 */
const FAMILY_WORDS: readonly (readonly [string, string])[] = [
  ["제미나이|ジェミニ", "Gemini"],
  ["클로드|クロード", "Claude"],
  ["라마|ラマ|リャマ", "Llama"],
  ["큐원|큐웬|クウェン", "Qwen"],
  ["그록|グロック", "Grok"],
  ["미스트랄|ミストラル", "Mistral"],
  ["딥시크|ディープシーク", "DeepSeek"],
  ["젬마|ジェマ", "Gemma"],
  ["이마젠|イマジェン", "Imagen"],
];

const SIZE_WORDS: readonly (readonly [string, string])[] = [
  ["프로|プロ", "Pro"],
  ["플래시|フラッシュ", "Flash"],
  ["라이트|ライト", "Lite"],
  ["미니|ミニ", "Mini"],
  ["나노|ナノ", "Nano"],
  ["울트라|ウルトラ", "Ultra"],
  ["맥스|マックス", "Max"],
  ["플러스|プラス", "Plus"],
  ["오퍼스|오푸스|オーパス", "Opus"],
  ["소네트|소넷|ソネット", "Sonnet"],
  ["하이쿠|ハイク", "Haiku"],
  ["스카우트|スカウト", "Scout"],
  ["매버릭|マーベリック", "Maverick"],
  ["라지|ラージ", "Large"],
  ["미디엄|ミディアム", "Medium"],
  ["스몰|スモール", "Small"],
  ["터보|ターボ", "Turbo"],
  ["패스트|ファスト", "Fast"],
  ["코덱스|コーデックス", "Codex"],
  ["코더|コーダー", "Coder"],
  ["프리뷰|プレビュー", "Preview"],
];

const sourceOf = (words: readonly (readonly [string, string])[]): string => words.map(([source]) => source).join("|");
const LATIN_SIZES =
  "Pro|Flash|Lite|Mini|Nano|Ultra|Max|Plus|Opus|Sonnet|Haiku|Scout|Maverick|Large|Medium|Small|Turbo|Fast|Codex|Coder|Preview";
/** A word goes on in no letter of its own script but a particle: 프로 in 프로는 and not in 프로그램. */
const WHOLE = "(?!(?![가를을는은와과의로도에이만])[가-힣]|[ァ-ヺー]|[A-Za-z0-9])";
const PART = `[ ·・-]?(?:(?:${sourceOf(SIZE_WORDS)}|${LATIN_SIZES})${WHOLE}|\\d{1,3}[Bb](?![A-Za-z0-9])|v?\\d{1,2}(?:\\.\\d{1,2})?(?![\\dA-Za-z년월일日年月%]|\\.\\d| ?(?:주(?:간|일)?(?:[ ,.]|뒤|후|안|내|만|째|$)|개|종|가지|시간|분|배|명|週|か月|ヶ月|カ月|種|つの|個|時間|分|倍|人)))`;
const NAME = new RegExp(`(?<![가-힣ァ-ヺー])(?:${sourceOf(FAMILY_WORDS)})(?:${PART}){1,5}`, "g");
const WORD = new RegExp(`${sourceOf(FAMILY_WORDS)}|${sourceOf(SIZE_WORDS)}`, "g");
const LATIN = new Map(
  [...FAMILY_WORDS, ...SIZE_WORDS].flatMap(([source, word]) => source.split("|").map((one) => [one, word] as const)),
);

const OTHER_LETTERS = /[\uAC00-\uD7A3\u30A1-\u30FA]/;

/** A name in other letters, where it stands, and the same in Latin ones. */
export type Spelled = { start: number; text: string; latin: string };

/** The names of a text that are spelled in Korean or Japanese letters; each has a number. */
export function spelledIn(text: string): Spelled[] {
  if (!OTHER_LETTERS.test(text)) return [];
  return [...text.matchAll(NAME)].flatMap((match) => {
    if (!/\d/.test(match[0])) return [];
    const latin = match[0]
      .replace(WORD, (word) => ` ${LATIN.get(word) ?? word} `)
      .replace(/[·・-]/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    return [{ start: match.index, text: match[0], latin }];
  });
}
