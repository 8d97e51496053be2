import type { FoundDate } from "../dates/index.ts";
import { type ColumnRole, DAY_ROLES, meaningOfHeader } from "../table/header-words.ts";

/** What the words around a day in a cell say of it, when they say that it is not the day that counts. */

const MOVED =
  "moved|changed|extended|postponed|delayed|deferred|pushed|rescheduled|shifted|updated|revised|brought forward";

/** "(was 2026-10-01)", "originally planned for", "postponed from", "原定", at the end of the words before a day. */
const OLD = new RegExp(
  [
    `(?:^|[^\\p{L}])(?:was|were|previous(?:ly)?|former(?:ly)?|original(?:ly)?|initial(?:ly)?|first (?=planned|scheduled|set|announced|given|expected|due|promised)|zuerst|d['’]abord|primero|primeiro|dapprima|earlier|prior|old|not|instead of|rather than|(?:${MOVED})(?: back| out)? from|ursprünglich|vorher|zuvor|bisher|bislang|statt|nicht|verschoben vom|initialement|auparavant|précédemment|anciennement|au lieu du|reportée? du|antes|anteriormente|originalmente|inicialmente|en lugar del|aplazad[oa] del|em vez de|adiad[oa] de|in precedenza|originariamente|inizialmente|prima|invece del|rinviat[oa] dal)(?: ?(?:scheduled|planned|expected|given|promised|set|announced|due|date|day|on|for|as|geplant|für|am|zum|den|prévue?|le|au|previst[oa]|para|el|em|per il|il))*`,
    "(?:原(?:定|为|計劃|计划|本|先)?|此前|之前|先前|变更前|變更前|当初|以前|従来|旧|変更前|당초|기존|이전|원래)(?:は|の|에는|에|的)?(?:日期|时间|日程|期限|予定(?:日)?|일정)?(?:为|是|は)?",
  ]
    .map((words) => `(?:${words})`)
    .join("|"),
  "iu",
);
const AT_END = new RegExp(`(?:${OLD.source})[\\s:：]*$`, "iu");

/** "postponed to", "延期至" between two days: words that one day takes the place of another. */
const PUT_OFF = [
  `(?:^|[^\\p{L}])(?:(?:${MOVED})(?: back| out)? (?:to|until|till)|(?:verschoben|verlegt|vertagt) auf(?: den)?|verlängert bis(?: zum)?|(?:report|repouss|décal|avanc)ée?s? (?:au|jusqu'au)|prolongée?s? jusqu'au|(?:se )?(?:aplaz|pospon|pospuest|retras|prorrog|traslad)\\p{L}* (?:al|hasta el|para el)|(?:adiad|prorrogad|transferid|movid)[oa]s? (?:para|até)(?: o)?|slitt\\p{L}* al|(?:rinviat|spostat|prorogat)[oaie] (?:al|fino al))`,
  "(?:延期|延长|延長|推迟|推遲|调整|調整|更改|变更|變更|改)(?:至|到|为|為)",
];
const POSTPONED = new RegExp(`(?:${PUT_OFF.join("|")})[\\s:：]*$`, "iu");
const ARROW = /^\s*(?:→|⇒|⟶|->|=>)\s*$/u;
/** In a cell an arrow or "now" says the same. */
const NEW = new RegExp(
  `(?:→|⇒|⟶|->|=>|(?:^|[^\\p{L}])(?:now|new(?: date)?|jetzt|nun|neu|désormais|ahora|agora|ora)|(?:现|現)(?:为|為)|${PUT_OFF.join("|")})[\\s:：]*$`,
  "iu",
);
/** "(it was November 30)": a bracket behind the day that counts, which says what the day was before. */
const WAS =
  /(?:[(（]\s*(?:(?:it|this|that|the date|es|das|c['’]|ce|cela|data|fecha|la fecha|a data) ?)?(?:was|were|war|était|era)|(?<!\p{L})(?:an)?statt)(?: (?:on|for|scheduled for|planned for|am|dem|des|vom|le|el|para el|il))*[\s:：]*$/iu;

/** True for words that end in "(was" or "originally planned for": the day behind them no longer counts. */
export const tellsOldDay = (before: string): boolean => AT_END.test(before) || WAS.test(before);

/** "から2026年12月11日に延期": in Japanese and Korean the words follow the new day. */
const NEW_BEHIND =
  /^\s*(?:に|へ)(?:延期|変更|延長)|^\s*(?:으로|로)\s*(?:연기|변경|연장)|^\s*(?:verschoben|verlegt|vertagt|verlängert)(?!\p{L})/u;

/** Days of the page or of the notice, in a bracket behind the day that counts. */
const ASIDE =
  /^[\s(（[]*(?:last |zuletzt )?(?:updated|verified|checked|as of|stand|aktualisiert|mis à jour|actualizado|atualizado|aggiornato|更新(?:于|日)?|確認)[\s:：]*(?:on|am|le|el|em|il)?\s*$/iu;

/** "Retired: ", and "(announced " behind the day that counts. */
const LABELLED = /[:：]\s*$|[(（][^()（）\d]{3,40}$/;
/** ", announced on", ". Told on", "(API, notice of": the same behind a comma or a sentence, for the words of a notice. */
const TOLD_BEFORE =
  /[,;.(，；、（。]\s*(?:first |we |customers |users )?(?:announced|notified|communicated|told|e-?mailed|warned|published|posted|notice(?: given| sent)?|announcement|angekündigt|mitgeteilt|bekannt gegeben|hinweis|ankündigung|annoncée?|annonce|préavis|anunciad[oa]|anuncio|anúncio|aviso|comunicad[oa]|annunciat[oa]|annuncio|avviso)(?: (?:on|of|from|to (?:customers|users) on|am|vom|le|du|el|del?|em|do|da|il|dell?))*[\s’']*$/iu;
const TIME_WORDS = /^[(（]|\s+(?:since|on|at|from|in|seit|am|le|depuis|desde|el|em|dal)$/gi;
/** "（2026年9月3日発表）": the words stand behind the day. */
const TOLD_BEHIND = /^\s*(?:に)?(?:発表|公表|公開|公告|公布|发布|通知|告知|발표|공지)/u;

/** What the words around one of several days say of it: it counts, it counted once, when somebody looked, or its own meaning. */
export type DaySays = { as: "own" } | { as: "old" } | { as: "aside" } | { as: "role"; role: ColumnRole };

/**
 * What the days of one line are, by the words between them.
 *
 * @param dates the days in the order of the text
 * @returns one answer for each; a lone day counts, unless words and a colon before it say what else it is
 */
export function whatDaysSay(text: string, dates: readonly FoundDate[]): DaySays[] {
  const said: DaySays[] = [];
  for (const [index, found] of dates.entries()) {
    const from = dates[index - 1]?.end ?? 0;
    const between = text.slice(Math.max(from, found.start - LONGEST_WORDS), found.start);
    const behind = text.slice(found.end, Math.min(dates[index + 1]?.start ?? text.length, found.end + LONGEST_WORDS));
    if (said.at(-1)?.as === "own" && (NEW.test(between) || NEW_BEHIND.test(behind)))
      said[said.length - 1] = { as: "old" };
    said.push(dates.length > 1 ? sayOf(between, behind) : (labelOf(between) ?? { as: "own" }));
  }
  return said;
}

/**
 * The days of a sentence without those that it puts off: "planned for D, is postponed to E" is about E.
 *
 * @param dates the days in the order of the text
 */
export function withoutReplaced(text: string, dates: FoundDate[]): FoundDate[] {
  if (dates.length < 2) return dates;
  const replaced = dates.filter((found, index) => {
    const before = dates[index - 1];
    if (before !== undefined && WAS.test(text.slice(Math.max(before.end, found.start - LONGEST_WORDS), found.start)))
      return true;
    const next = dates[index + 1];
    if (next === undefined) return false;
    const between = text.slice(Math.max(found.end, next.start - LONGEST_WORDS), next.start);
    return (
      POSTPONED.test(between) || ARROW.test(between) || NEW_BEHIND.test(text.slice(next.end, next.end + LONGEST_WORDS))
    );
  });
  return replaced.length === 0 ? dates : dates.filter((found) => !replaced.includes(found));
}

const LONGEST_WORDS = 120;

function sayOf(between: string, behind: string): DaySays {
  if (ASIDE.test(between)) return { as: "aside" };
  if (TOLD_BEFORE.test(between)) return { as: "role", role: "announced" };
  if (/[(（]\s*$/.test(between) && TOLD_BEHIND.test(behind)) return { as: "role", role: "announced" };
  if (AT_END.test(between)) return { as: "old" };
  return labelOf(between) ?? { as: "own" };
}

function labelOf(between: string): DaySays | null {
  if (!LABELLED.test(between)) return null;
  const words = between
    .replace(/[\s:：–—-]+$/, "")
    .trim()
    .replace(TIME_WORDS, "")
    .trim();
  const { role } = meaningOfHeader(words);
  return DAY_ROLES.has(role) ? { as: "role", role } : null;
}
