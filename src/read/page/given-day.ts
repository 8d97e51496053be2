import { SENTENCE_END } from "../sentence-end.ts";
import type { Draft } from "../table/draft.ts";
import { isOtherwise, saysOfEnd } from "../table/ends.ts";
import { endWords } from "../table/header-words.ts";

const LONGEST = 300;
/** "On the given date", "zum angegebenen Datum", "于所列日期": the day is that of each row below. */
const GIVEN =
  /\b(?:on|from|after|by|until|at|as of|past) (?:the|their|its|each|that|this) (?:[\p{L}']+ ){0,3}(?:dates?|days?)\b(?! of)|\b(?:am|zum|ab|nach) (?:dem )?(?:jeweils |unten )?(?:angegebenen|genannten|aufgeführten|jeweiligen) (?:datum|tag|termin)|\b(?:à|après|dès) la date (?:indiquée|donnée|mentionnée|ci-dessous)|\b(?:en|a partir de|después de) la fecha (?:indicada|señalada|dada)|\b(?:na|a partir da|após a) data (?:indicada|informada|abaixo)|\b(?:alla|dalla|dopo la) data (?:indicata|riportata)|(?:所列|所示|下列|以下|表中|对应)(?:的)?(?:日期|时间)|(?:下記|以下|記載|表|表示)の(?:日付|日|期日)|(?:아래|표|기재된|해당)(?:의)? ?(?:날짜|일자)/iu;
const LEAVES = /\bleaves? (?:the |our )?(?:serverless|service|platform|api|catalog)/i;
const TOLD_THEN = /\b(?:announc|notif|inform|publish|email)\w*\b|公告|通知|発表|공지/i;

/** True for words over a table that call the days of its rows an end: "The models below leave serverless on the given date." */
export function endsOnGivenDay(text: string): boolean {
  return text.split(SENTENCE_END).some((sentence) => {
    if (sentence.length > LONGEST || !GIVEN.test(sentence) || isOtherwise(sentence)) return false;
    const ends = LEAVES.test(sentence) || saysOfEnd(sentence) === "end" || endWords(sentence) === "end";
    return ends && !TOLD_THEN.test(sentence);
  });
}

/** Rows that have only a day of deprecation, below such words: that day is their end. */
export function withGivenDay(drafts: Draft[], above: readonly string[]): Draft[] {
  const bare = drafts.every((draft) => draft.shutdown === null && !draft.legacy);
  if (!bare || !drafts.some((draft) => draft.deprecated !== null)) return drafts;
  if (!above.some((text) => endsOnGivenDay(text))) return drafts;
  return drafts.map((draft) =>
    draft.deprecated === null ? draft : { ...draft, shutdown: draft.deprecated, precision: "day", notice: true },
  );
}
