import type { Clause, ReadSentence } from "./clauses.ts";
import type { Frame } from "./frame.ts";
import type { Cue, CueFinder } from "./lexicon.ts";
import { isConsumer } from "./surfaces.ts";

/** A place where the text takes back an end that it tells: whose, where and which day, as far as it says so. */
type Denial = {
  sentence: number;
  title: boolean;
  /** Keys of the models that it names; null for what was told before. */
  keys: ReadonlySet<string> | null;
  places: ReadonlySet<string>;
  /** Days of its own sentence. */
  days: readonly string[];
  /** The end was published and is taken back, not only talked of. */
  withdraws: boolean;
};

/** How many sentences before it "that is false" reaches. */
const REACH = 10;

/** "It says that x ends": what was just called made up goes on. */
const SAYS_IT =
  /^(?:it|the (?:mail|e-?mail|letter|post|message|note|screenshot|slide|image|notice)|darin|dort|elle|il|le (?:courriel|message)|la (?:lettre|capture)|en (?:él|ella)|el (?:correo|mensaje)|la (?:carta|captura)|nel(?:la)?|il messaggio|la mail|o (?:e-mail|texto)|a mensagem|信里|邮件|信中|帖子|截图|图中|その(?:メール|投稿)|(?:그|이) ?(?:메일|글))/u;

/** What stands before "does not end" where no model is named: the model that is spoken of, and no other thing. */
const OF_IT =
  /(?:^|[\s“"'「『(,，。:：、]|\bas )(?:it|they|both|neither|(?:the|this|that) models?|the (?:two|three)|es|sie|beide|das modell|dieses modell|die modelle|il|ils|elle|elles|le modèle|les modèles|(?:el|los|este) modelos?|(?:o|os|este) modelos?|ele|eles|(?:il|i|questo) modell[oi]|(?:该|这些?|此)?模型|它们?|(?:同)?モデル(?:を|は|が)?|(?:해당 )?모델(?:을|은|이)?)[\s,，;:：“"'「『]*$/u;

/** "No plans to retire", "no model was removed": it says itself whom it means. */
const OF_MODELS =
  /plan|piani|pläne|absicht|intention|retrait|arrêt|model|modèle|计划|打算|安排|说法|意向|予定|計画|方針|わけ|eol|非推奨|계획|예정|방침/u;

/** The names of the statement that a denial is made of; null where it means what was spoken of before. */
function meant(cue: Cue, clause: Clause, sentence: ReadSentence): ReadonlySet<string> | null | undefined {
  const before = clause.names.filter((name) => name.end <= cue.start + 1);
  const behind = clause.names.filter((name) => name.start >= cue.end - 1);
  const from = before.at(-1)?.end ?? clause.start;
  // "Your fine-tunes of x are not deleted": another thing goes on.
  if (clause.things.some((thing) => thing.start >= from && thing.end <= cue.start)) return undefined;
  if (before.length > 0) return new Set(before.map((name) => name.key));
  if (behind.length > 0) return new Set(behind.map((name) => name.key));
  const said = sentence.text.toLowerCase().slice(cue.start, cue.end);
  return OF_IT.test(sentence.plain.slice(clause.start, cue.start)) || OF_MODELS.test(said) ? null : undefined;
}

const daysOf = ({ clauses }: ReadSentence): string[] =>
  clauses.flatMap((clause) =>
    clause.dates.map((date) => (date.precision === "month" ? date.date.slice(0, 7) : date.date)),
  );

/** The places that statements name, without companies. */
export const placesOf = (clauses: readonly Clause[]): ReadonlySet<string> =>
  new Set(clauses.flatMap((clause) => clause.surfaces.filter((place) => !place.company).map((place) => place.surface)));

function denialsOf(sentence: ReadSentence, index: number, cues: CueFinder, raw: string): Denial[] {
  const shared = { sentence: index, title: sentence.title, days: daysOf(sentence) };
  const found: Denial[] = [];
  for (const cue of cues.find("kept", raw)) {
    const clause = sentence.clauses.find((one) => cue.start >= one.start && cue.start < one.end);
    const keys = clause === undefined ? undefined : meant(cue, clause, sentence);
    if (clause === undefined || keys === undefined) continue;
    found.push({ ...shared, keys, places: placesOf([clause]), withdraws: sentence.withdrawn });
  }
  const mistaken = cues.has("mistaken", raw);
  if (mistaken || cues.has("untrue", raw)) {
    const names = sentence.names.map((name) => name.key);
    const keys = names.length > 0 && !sentence.title ? new Set(names) : null;
    found.push({ ...shared, keys, places: placesOf(sentence.clauses), withdraws: mistaken });
  }
  return found;
}

/** A key without the day of a snapshot: a headline leaves it out. */
const bareOf = (key: string): string =>
  key
    .replace(/ 20\d{6}$/, "")
    .split(" ")
    .filter((part) => part !== "claude")
    .toSorted()
    .join(" ");

const sameDay = (day: string, other: string): boolean =>
  day.length === other.length ? day === other : day.slice(0, 7) === other.slice(0, 7);

const dayOf = ({ date }: Frame): string | null =>
  date === null ? null : date.precision === "month" ? date.date.slice(0, 7) : date.date;

/** True when a denial is of this statement: of its model, its place and its day. */
function covers(
  denial: Denial,
  frame: Frame,
  key: string,
  told: readonly string[],
  at: string,
  only: boolean,
): boolean {
  if (denial.keys !== null && !denial.keys.has(key)) return false;
  if (frame.surface !== null && isConsumer(frame.surface)) return false;
  if (denial.places.size > 0 && frame.surface !== null && !denial.places.has(frame.surface)) return false;
  const day = dayOf(frame);
  const own = denial.days.filter((one) => told.some((other) => sameDay(one, other)));
  if (own.length > 0) return day === null || own.some((one) => sameDay(one, day));
  if (only && frame.sentence <= denial.sentence) return true;
  if (frame.sentence <= denial.sentence) return denial.keys !== null || denial.sentence - frame.sentence <= REACH;
  if (denial.keys === null && frame.sentence === denial.sentence + 1 && SAYS_IT.test(frame.quote.toLowerCase()))
    return true;
  // What is told behind it in other words is denied with it, and another day to come is news.
  return day === null || day <= at || told.some((other) => sameDay(other, day));
}

/**
 * The statements that the text lets stand. What it calls untrue, made up or not planned is left out; what was published
 * and is taken back is marked as withdrawn.
 */
export function withoutDenied(
  frames: readonly Frame[],
  sentences: readonly ReadSentence[],
  cues: CueFinder,
  raws: readonly string[],
): Frame[] {
  if (frames.length === 0) return [];
  const denials = sentences.flatMap((sentence, index) => denialsOf(sentence, index, cues, raws[index] ?? ""));
  if (denials.length === 0) return [...frames];
  const at = sentences[0]?.at ?? "";
  // Where the text speaks of one model's end alone, a denial is of it, however far behind.
  const only = new Set(frames.flatMap(({ names }) => names.map((name) => bareOf(name.key)))).size === 1;
  return frames.flatMap((frame) => {
    const left: Frame[] = [];
    const of = (key: string) =>
      denials.filter((denial) => {
        const days = frames
          .filter((one) => one.names.some((name) => name.key === key))
          .map((one) => ({ one, day: dayOf(one) }));
        const before = days.filter(({ one }) => one.sentence <= denial.sentence);
        // A headline denies the first day that the text tells.
        const told = (
          denial.title && !before.some(({ day }) => day !== null)
            ? days.filter(({ day }) => day !== null).slice(0, 1)
            : before
        ).flatMap(({ day }) => day ?? []);
        return covers(denial, frame, key, told, at, only);
      });
    const kept = frame.names.filter((name) => of(name.key).length === 0);
    const withdrawn = frame.names.filter((name) => of(name.key).some((denial) => denial.withdraws));
    if (kept.length > 0) left.push({ ...frame, names: kept });
    if (withdrawn.length > 0) left.push({ ...frame, names: withdrawn, withdrawn: true });
    return left;
  });
}
