import type { NameMention } from "../names/index.ts";
import type { Clause, ReadSentence } from "./clauses.ts";
import type { CueFinder } from "./lexicon.ts";
import type { Memory } from "./memory.ts";

/** Whom and what a statement of an end leaves out: offers, some customers, an app; told by what stands around it. */

/** How many sentences behind it an offer may be meant without a word for it. */
const REACH = 3;

/** An offer for some time: what ends next, without a name, is the offer. */
export const OFFER =
  /期間限定|割引|半額|キャンペーン|[%割]引|무료[^.]{0,10}(?:나요|까요|인가요|입니까)|기간 한정|할인|반값|프로모션/u;

/** "75%引きとある。期間限定だ。5月5日で終了": what ends unnamed is the price that was spoken of last. */
export function isOfMoney(
  { names, anaphor }: Clause,
  meant: readonly NameMention[],
  index: number,
  { money, named }: Memory,
  cues: CueFinder,
): boolean {
  if (!cues.dropsSubjects || names.length > 0 || anaphor.length > 0 || meant.length === 0) return false;
  return money >= 0 && money >= named && index - money <= REACH;
}

/** "…的终点是9月10日:新账号申请不到": what stands behind the colon explains and limits nothing. */
function beforeColon({ start, end, off }: Clause, plain: string): string {
  const colon = off[0] === undefined ? -1 : plain.slice(off[0].end, end).search(/[:;]/u);
  return colon < 0 || off[0] === undefined ? plain.slice(start, end) : plain.slice(start, off[0].end + colon);
}

/** "新規の利用は5月10日で締め切り、x は…": a limit before a comma is of what stands before that comma. */
export function isLimited(clause: Clause, { plain }: ReadSentence, cues: CueFinder): boolean {
  if (cues.tag === "zh") return cues.has("limited", beforeColon(clause, plain));
  const { start, end, names } = clause;
  const first = names[0];
  const comma = cues.dropsSubjects && first !== undefined ? plain.slice(start, first.start).lastIndexOf("、") : -1;
  return cues.has("limited", plain.slice(comma < 0 ? start : start + comma, end));
}

/** "アプリのメニューから外す", "앱에서 뺀다": out of the menu of an app, and of no place where developers call it. */
export const FROM_APP =
  /(?:アプリ|チャット|ウェブ版|web版|選択(?:メニュー|欄|画面|肢)|モデル選択)(?:の(?:モデル)?(?:メニュー|一覧|選択(?:欄|肢|画面|メニュー)?))?から|アプリ(?:「[^」]{1,20}」)?[^。]{0,24}(?:モデル一覧|メニュー|選択肢)から|앱(?: ?['‘’'"“][^'’'"”]{1,20}['’'"”]이?)?[^.]{0,12}(?:메뉴|목록)에서|(?:앱|채팅|선택 메뉴|모델 선택|웹 버전)(?: ?(?:모델 )?(?:메뉴|목록))?에서/u;

/** True where a statement takes a model out of an app alone. */
export function leavesApp(
  { start, end, surfaces }: Clause,
  { plain }: ReadSentence,
  place: string | null,
  { surface, app }: Memory,
  defaultSurface: string | null,
  cues: CueFinder,
): boolean {
  if (!cues.dropsSubjects || defaultSurface !== null || place !== null || surface !== null) return false;
  if (surfaces.some((one) => !one.company)) return false;
  const text = plain.slice(start, end);
  return (app || FROM_APP.test(plain)) && !cues.has("developer", text);
}
