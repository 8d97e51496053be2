import type { FoundDate } from "../dates/index.ts";
import type { Clause, ReadSentence } from "./clauses.ts";
import { openDates } from "./frame-dates.ts";
import { type Frame, plainFrame } from "./frame.ts";
import type { CueFinder } from "./lexicon.ts";
import type { Memory } from "./memory.ts";
import { newIn } from "./memory.ts";
import type { Role } from "./roles.ts";
import type { NameMention } from "../names/index.ts";
import { isConsumer } from "./surfaces.ts";
import { beginsWithVerb } from "./verb-first.ts";

/**
 * What one sentence says of an end that another one told: "The deadline is 1 May", "Step two: x, on 1 June",
 * "y goes the same day, too".
 */

const DEADLINE =
  /(?<!\p{L})(?:deadlines?|cut-?off(?: date)?|end date|last day|final day|the (?:cut|date|axe|curtain|switch-off|end)|d-day|stichtag|frist|fristende|enddatum|ablaufdatum|(?:der|als) termin|échéance|date (?:butoir|limite|fatidique)|couperet|coupure|fecha (?:límite|tope|de corte)|plazo|el corte|prazo|data[ -](?:limite|final)|o corte|scadenza|termine ultimo|data limite|il taglio)(?!\p{L})|截止|期限|大限|时间(?:定在|为|是)|締め?切|タイムリミット|最終日|終了の?(?:日|時期|日程)は|기한|시한|마감|만료일|디데이/u;

/** Days until which one may do something else. */
const OTHER_AIM =
  /register|sign[ -]?up|refund|apply|applications?|feedback|survey|book|early bird|submissions?|voting|votes?|ballots?|nominations?|polls?|anmeld|bewerb|rückmeld|umfrage|inscri|rembours|sondage|reembols|encuesta|cadastr|pesquisa|iscri|rimbors|sondaggio|报名|退款|申请|反馈|注册|申し込|返金|応募|アンケート|신청|환불|설문|등록/u;

/** "시점은 내년 2월 중순이고": the time of what was told, said of a month, too. */
const ITS_TIME =
  /(?:시점|시기|종료일|종료 일자|디데이|그 날짜|날짜)(?:은|는) [^,.]{0,6}$|(?:時期|期日|その日|終了日|時点|日付)は[^、。]{0,4}$/u;

/** Letters that a sentence may have beside its day to be only about it: "It happens on 1 May." */
const FEW = 22;
const FEW_EAST = 12;

/** The day of a sentence that tells nothing but the day of what was said before; null for any other. */
export function dayOnly(sentence: ReadSentence, cues: CueFinder): FoundDate | null {
  const { plain, clauses, names, at } = sentence;
  if (names.length > 0 || sentence.title || sentence.question || sentence.rumour) return null;
  if (clauses.some((clause) => clause.stay.length + clause.things.length > 0)) return null;
  const days = clauses
    .flatMap((clause) => openDates(clause, sentence, cues))
    .filter((date) => date.date > at && date.precision !== "month");
  const [day] = days;
  if (day === undefined || new Set(days.map((date) => date.date)).size > 1) return null;
  if (OTHER_AIM.test(plain) || cues.has("launch", plain) || cues.has("price", plain) || cues.has("limited", plain))
    return null;
  if (DEADLINE.test(plain)) return day;
  const rest = (plain.slice(0, day.start) + plain.slice(day.end)).replace(/[^\p{L}]/gu, "");
  return rest.length <= (cues.dropsSubjects ? FEW_EAST : FEW) && clauses.every((clause) => clause.off.length === 0)
    ? day
    : null;
}

const WITHIN = 2;

/** The day or month of a sentence that says when it happens and names nothing but what takes over. */
export function timeOf(
  sentence: ReadSentence,
  roles: ReadonlyMap<NameMention, Role>,
  cues: CueFinder,
): FoundDate | null {
  const { plain, clauses, names, at } = sentence;
  if (!cues.dropsSubjects || names.some((name) => roles.get(name) !== "replacement")) return null;
  if (sentence.title || sentence.question || sentence.rumour || cues.has("price", plain)) return null;
  const days = clauses.flatMap((clause) => openDates(clause, sentence, cues)).filter((date) => date.date > at);
  return days.find((date) => ITS_TIME.test(plain.slice(Math.max(0, date.start - 16), date.start))) ?? null;
}

/** The statement without a day, or with its month alone, that such a sentence dates: one of the last few. */
export function datedLater(frames: readonly Frame[], index: number, date: FoundDate, quote: string): Frame[] {
  const last = frames.at(-1);
  // "It goes in July. The exact day is 28 July."
  const isOpen = ({ date: told }: Frame) =>
    told === null ||
    (told.precision === "month" && date.precision === "day" && told.date.slice(0, 7) === date.date.slice(0, 7));
  if (last === undefined || !isOpen(last) || last.title || index - last.sentence > WITHIN) return [];
  return frames
    .filter((frame) => frame.sentence === last.sentence && isOpen(frame) && !frame.rumour)
    .map((frame) => ({ ...frame, date, weak: false, sentence: index, quote }));
}

const STAGE =
  /(?<!\p{L})(?:(?:step|phase|stage|wave|group|batch|round|tranche) (?:one|two|three|four|\d|[ab])|(?:first|second|third|final|last|next) (?:step|phase|stage|wave|group|batch|round|tranche)|(?:erste|zweite|dritte|letzte|nächste)[rn]? (?:schritt|phase|stufe|etappe|welle|gruppe|runde|tranche)|(?:schritt|phase|stufe|etappe|welle|gruppe) (?:eins|zwei|drei|\d)|(?:première?|deuxième|seconde?|troisième|dernière?) (?:étape|phase|vague|lot|groupe|salve|tranche|fournée|temps)|(?:étape|phase|vague|lot) \d|(?:primer|primera|segund[oa]|tercera?|últim[oa]) (?:fase|etapa|tanda|grupo|ola|lote|tramo|oleada)|(?:primeir[oa]|segund[oa]|terceir[oa]|últim[oa]) (?:leva|fase|etapa|onda|grupo|lote|remessa)|^a (?:primeira|segunda|terceira)(?= (?:vem|sai|leva|inclui|atinge|acontece|ocorre))|(?:fase|etapa) (?:\d|um|dois|due)|(?:prim[oa]|second[oa]|terz[oa]|ultim[oa]) (?:fase|tappa|ondata|gruppo|tranche|blocco|tornata|scaglione))(?!\p{L})|第[一二三123](?:批|步|阶段|波|轮|弾|段階|陣|ステップ|フェーズ)|首批|^(?:まず|次に|続いて|先是|首先)|(?<!\d)[123]차(?:로|는|에|:| )|[12]단계/u;

/** "Step one, on 1 July: a and b": models and a day under a text that says that models end, without a verb of its own. */
export function stagedIn(
  sentence: ReadSentence,
  index: number,
  roles: Map<NameMention, Role>,
  memory: Memory,
  cues: CueFinder,
): Frame[] {
  const { plain, clauses, names } = sentence;
  if (names.length === 0 || sentence.title) return [];
  if (clauses.some((clause) => clause.stay.length + clause.off.length > 0)) return [];
  // "Two models leave us. Concerned are a and b, both on 30 November."
  const concerned =
    cues.has("likewise", plain) &&
    !cues.has("launch", plain) &&
    !cues.has("price", plain) &&
    clauses.every(({ things }) => things.length === 0);
  if (!STAGE.test(plain) && !concerned) return [];
  const isNew = newIn(sentence, cues);
  const models = names.filter((name) => roles.get(name) === "plain" && !isNew(name));
  const days = clauses
    .flatMap((clause) => openDates(clause, sentence, cues))
    .filter((date) => date.precision === "day");
  const [day] = days;
  if (day === undefined || models.length !== names.length || new Set(days.map((date) => date.date)).size > 1) return [];
  return [
    plainFrame({
      names: models,
      date: day,
      surface: memory.surface,
      title: sentence.title,
      sentence: index,
      quote: sentence.text,
    }),
  ];
}

const ALSO =
  /(?<!\p{L})(?:goes?|leaves?|follows?|ends?|retires?|too|also|as well|auch|ebenfalls|ebenso|aussi|également|también|igualmente|também|igualmente|anche|pure)(?!\p{L})|还有|也|一并|同样|离开|も|ともに|도|함께/u;
const REACH = 6;

/** "y goes, too, on the same day": what shares the day of another shares its end. */
export function onSameDay(
  clause: Clause,
  { sentence, index, roles }: { sentence: ReadSentence; index: number; roles: Map<NameMention, Role> },
  last: Frame | null,
  cues: CueFinder,
): Frame[] {
  if (last === null || last.date === null || last.weak || last.recall || index - last.sentence > REACH) return [];
  if (clause.stay.length + clause.things.length > 0 || clause.names.length === 0) return [];
  const text = sentence.plain.slice(clause.start, clause.end);
  if (!cues.has("sameDay", text) || !ALSO.test(text) || sentence.rumour || sentence.question) return [];
  if (cues.has("launch", text) || cues.has("announced", text)) return [];
  if (clause.dates.some((date) => date.precision === "day")) return [];
  const isNew = newIn(sentence, cues);
  const models = clause.names.filter((name) => roles.get(name) === "plain" && !isNew(name));
  if (models.length === 0 || models.length !== clause.names.length) return [];
  return [{ ...last, names: models, title: sentence.title, sentence: index, quote: sentence.text }];
}

/** True for a part of a sentence that tells nothing of its own and that a later part speaks of: "its last day is …". */
export function isTakenUp(clause: Clause, { plain, clauses }: ReadSentence, cues: CueFinder): boolean {
  const { off, until, deprecate, stay, surfaces } = clause;
  if (off.length + until.length + deprecate.length > 0) return false;
  // "It stays in the app; developers can no longer call this model": the same one.
  if (stay.length > 0 && !surfaces.some((place) => isConsumer(place.surface))) return false;
  return clauses.some(
    (other) =>
      other.start >= clause.end &&
      other.names.length === 0 &&
      other.off.length > 0 &&
      // Languages that leave the subject out go on about the model of the part before.
      (cues.dropsSubjects ||
        other.anaphor.length > 0 ||
        beginsWithVerb(other, plain, cues.tag) ||
        cues.has("possessive", plain.slice(other.start, other.end))),
  );
}
