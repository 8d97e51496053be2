import type { NameMention } from "../names/index.ts";
import type { Clause, ReadSentence } from "./clauses.ts";
import type { Role } from "./roles.ts";

/**
 * Korean nouns between a model and a verb: "x의 응답 시간 보장은 7월 1일에 폐지된다", "x 광고가 사라진다". What has the mark of the
 * subject or the object ends, and the model is only whose it is.
 */

/** Right behind a name: the noun that it belongs to. */
const OWNER = /^[`"'”」』]?(?:의 |에서의 | (?=[\uAC00-\uD7A3]))/u;
/** A noun with its mark. */
const MARKED = /[\uAC00-\uD7A3]{2,}(?:은|는|이|가|을|를)(?= |$)/u;

/** Nouns through which the end of the model itself is told, and words that stand beside them. */
const ITS_OWN =
  /모델|버전|서비스|지원|제공|운영|공급|이용|사용|호출|접근|접속|요청|수명|주기|생애|생명|(?<!예약 ?)판매|api|별칭|이름|명칭|스냅샷|종료|중단|중지|폐기|폐지|은퇴|퇴역|만료|삭제|제거|시점|시기|일정|날짜|일자|기한|마지막|(?:문|막|날|끝|불|숨)(?:을|이|은)|스위치|전원|플러그|시대|역사|여정|역할|임무|소임|가동|서버|배포|연결|트래픽|고객|이용자|사용자|개발자|프로젝트|미리보기|프리뷰|시리즈|제품군|라인업|계열|전환|마이그레이션|대체|후속|플랫폼|카탈로그|목록|모두|전부|각각|둘 ?다|둘(?:이|은|을)|등(?=[ 의을이은])| 및 |[\w)]와 |[\w)]과 |,/u;

/** True where every model of a statement is only the owner of another noun that ends. */
export function isOwnerOnly(clause: Clause, { plain }: ReadSentence, roles: ReadonlyMap<NameMention, Role>): boolean {
  const [end] = clause.off;
  const names = clause.names.filter((name) => roles.get(name) !== "replacement");
  if (end === undefined || names.length === 0) return false;
  return names.every((name, index) => {
    const next = names[index + 1]?.start ?? end.start;
    if (name.end > end.start || next !== end.start) return false;
    let between = plain.slice(name.end, end.start);
    for (const { start, end: to } of clause.dates)
      if (start >= name.end && to <= end.start) between = between.replace(plain.slice(start, to), "");
    return OWNER.test(between) && MARKED.test(between) && !ITS_OWN.test(between);
  });
}
