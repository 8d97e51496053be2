import type { StatedState } from "../../core/fact.ts";
import { remember } from "../../lib/remember.ts";
import { wordBook } from "../word-book.ts";

/** Words of a state cell or of a heading, in the order in which they must be asked. Stems, any language of the project. */
const WORDS = {
  withdrawn:
    /\b((retirement|deprecation|shutdown|removal|notice|announcement|date)s? (is |was |were |has been |have been )?withdrawn|cancell?ed|no longer deprecated|reinstated|postponed indefinitely)\b|已取消|撤回|取り消し/,
  retired:
    /\b(retired|withdrawn|closed(?! ?-?(source|weights?|beta|model))|shut ?-?down|has been removed|removed|discontinued|end[- ]of[- ](life|service|support)|eol|eos|turned off|switched off|decommissioned|sunsetted|no longer (available|supported|accessible)|unavailable|offline|terminated|expired|inactive|gone|abgeschaltete?[nrs]?|eingestellte?[nrs]?|retire[es]?|arrete[es]?|retirad[oa]s?|descontinuad[oa]s?|desativad[oa]s?|encerrad[oa]s?|dismess[oaie]|ritirat[oaie])\b|已下线|已停用|已退役|已停服|已关闭|已下架|退役|停止服务|終了済|シャットダウン済|提供終了|廃止済|종료됨|종료/,
  deprecated:
    /\b(deprecat\w*|retiring|sunsetting|sunset|closing down|being (retired|removed|phased out)|phas(ed|ing) out|scheduled (for|to)|pending (end|retirement|removal)|upcoming (retirement|shutdown|removal)|end of life soon|veraltet|abgekundigt|auslaufend|obsolete?[es]?|depreciee?s?|obsolet[oaie]s?|en desuso)\b|弃用|棄用|废弃|即将下线|待下线|计划下线|下线|非推奨|廃止予定|지원 중단|사용 중단/,
  legacy: /\b(legacy|maintenance|old|superseded|previous)\b|旧版|历史|レガシー|레거시|이전/,
  active:
    /\b(active|current(ly)?|available|generally available|ga|stable|supported|live|production|recommended|preview|beta|latest|in service|aktiv|aktuell|verfugbar|actife?s?|actuelle?s?|disponibles?|activ[oa]s?|ativ[oa]s?|atual|disponivel|disponiveis|attiv[oaie]|disponibil[ei])\b|正常|可用|在役|在线|提供中|利用可能|사용 가능|활성|最新/,
};
const STATES = Object.keys(WORDS) as (keyof typeof WORDS)[];
const wordsIn = wordBook(WORDS);

const NEGATED = /\b(not|never|no|isn't|aren't|without)\b[^.;]{0,20}\b(deprecat|retir|shut|sunset|remov)/;

/** "Will be retired", "to be removed": what is to come has not happened. */
const TO_COME =
  /\b(?:will(?: soon)? be|to be|going to be|about to be|sera|seront|sera[ns]?|serao|saranno|verra) (?:retired|withdrawn|closed|shut ?-?down|removed|discontinued|turned off|switched off|decommissioned|unavailable|offline|terminated|retire[es]?|arrete[es]?|retirad[oa]s?|descontinuad[oa]s?|desativad[oa]s?|encerrad[oa]s?|dismess[oaie]|ritirat[oaie])\b|\bwird (?:abgeschaltet|eingestellt)\b/g;

function plainOf(text: string): string {
  return foldedOf(text).replace(TO_COME, "deprecated");
}

function foldedOf(text: string): string {
  // oxlint-disable-next-line no-control-regex -- all of ASCII
  if (!/[^\x00-\x7f]/.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKC")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase();
}

/**
 * The state that a cell or a heading says, or null. "Deprecated (Claude Opus 4.7 and later)" is deprecated, "Not
 * deprecated" and "No shutdown date announced" say nothing. Columns of states say few different things, so it is kept.
 */
export const stateOf: (text: string) => StatedState = remember((text) => {
  const plain = plainOf(text);
  return NEGATED.test(plain) ? null : (STATES.find(wordsIn(plain)) ?? null);
});

/** All states that a heading names: "Legacy and end-of-life models" names two, and so tells none of a row. */
export const statesOf: (text: string) => readonly Exclude<StatedState, null>[] = remember((text) => {
  // "Deprecations and retirements" is what a section is about, not what its rows are.
  const plain = plainOf(text).replace(
    /\b(deprecations?|retirements?|shutdowns?|recommended (?:alternatives?|replacements?|successors?|upgrades?|actions?|migrations?))\b/g,
    " ",
  );
  const named = STATES.filter(wordsIn(plain));
  return NEGATED.test(plain) ? [] : named;
});
