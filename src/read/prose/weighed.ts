import { daysBetween } from "../../core/civil-date.ts";
import type { Fact } from "../../core/fact.ts";
import { providerOf } from "../../core/surface.ts";
import { withFinished } from "../out-of-preview.ts";
import { type Heard, heardIn, RECENT_DAYS } from "./heard.ts";
import { replacementId } from "./identity.ts";
import { isRow } from "./implied.ts";
import { readHeard } from "./index.ts";
import { lookedAtAgain, SHORTEST, wholeText } from "./second-look.ts";
import { type Day, type Item, itemOf, type Model } from "./learned/item.ts";
import { nearest } from "./learned/near.ts";
import { among, namesOf } from "./learned/of-rules.ts";
import { type Verdict, verdictsOn } from "./learned/verdict.ts";
import type { ProseInput, ProseReading } from "./types.ts";

/**
 * How likely the end of a model must be: for what the rules read too, and for what they do not; and how likely a day and a
 * replacement. Chosen on items that neither the rules nor the learned reader had seen (`npm run learn -- --cross`).
 */
const LIMITS = { ruled: 0.3, silence: 0.03, unruled: 0.65, replacement: 0.5, guess: 0.4 };
/** How sure it must be to tell what the rules do not, of an end that they read. */
const SURE = { day: 0.6, replacement: 0.85 };
/** What is longer is no item but a page, which the rules read; and everything is compared with everything here. */
const MOST = { sentences: 150, mentions: 100 };
/** What a program writes ("Model removed: x", "Shutdown Date: D") has hardly a sentence; people write at least so many. */
const FEWEST_SENTENCES = 3;
const SENTENCE = /^.{15,}[.!?\u3002\uFF01\uFF1F\u2026]["”’»)\]」』]{0,2}\s*$/su;
const MAX_QUOTE = 400;

/**
 * Reads an item as a whole: by the rules of `readProse`, and by a reader that has learned from items whose truths are
 * known. Rules are exact, and blind to what they have no words for; the learned reader sees that, and where it finds an
 * end very unlikely, the rules have misread something.
 */
export function readItem(input: ProseInput): ProseReading {
  const reading = readTwice(input, false);
  return finished(lookedAtAgain(reading, input), input);
}

/**
 * Reads what a person hands over in the same way, but believes the rules in any case: there a lost retirement is worse than a
 * needless one, and somebody looks at what is told.
 */
export const readHanded = (input: ProseInput): ProseReading => finished(readTwice(input, true), input);

function finished(reading: ProseReading, input: ProseInput): ProseReading {
  if (reading.facts.length === 0) return reading;
  return { ...reading, facts: withFinished(reading.facts, () => wholeText(input)) };
}

function readTwice(input: ProseInput, handed: boolean): ProseReading {
  const heard = heardIn(input);
  const reading = readHeard(heard);
  if (input.habits?.ownChangelog === true || wholeText(input).length < SHORTEST || !isProse(heard)) return reading;
  const item = itemOf(heard);
  if (item.sentences.length > MOST.sentences || item.mentions.length > MOST.mentions) return reading;
  return weighed(reading, item, verdictsOn(item, reading, input.defaults?.surface || null), handed);
}

const isProse = ({ raw }: Heard): boolean =>
  raw.filter(({ title, text }) => !title && SENTENCE.test(text)).length >= FEWEST_SENTENCES;

/**
 * A reading by the rules, and what the learned reader thinks of the same item, as one; `notes` say what was left out.
 *
 * @param handed true where nothing that the rules have read may be left out
 */
export function weighed(reading: ProseReading, item: Item, verdicts: readonly Verdict[], handed = false): ProseReading {
  const { topic } = reading;
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.model, verdict]));
  const notes = [...reading.notes];
  const endingOf = (fact: Fact) => {
    const model = item.models.find((one) => namesOf(one).has(fact.model_id.toLowerCase()));
    return model === undefined ? 0 : (verdictOf.get(model)?.ending ?? 0);
  };
  // To silence an item altogether takes more than to leave out one of the ends that it tells.
  const least = reading.facts.some((fact) => endingOf(fact) >= LIMITS.ruled) ? LIMITS.ruled : LIMITS.silence;
  const ruled = among(reading.facts);
  const believed = reading.facts.filter((fact) => endingOf(fact) >= least);
  const facts = reading.facts.flatMap((fact) => {
    const model = item.models.find((one) => namesOf(one).has(fact.model_id.toLowerCase()));
    // A member that the text counts and does not name, and an end without a day, are for the rules alone to tell.
    if (model === undefined || item.days.length === 0) return [fact];
    const verdict = verdictOf.get(model);
    const ending = verdict?.ending ?? 0;
    if (handed && verdict === undefined) return [fact];
    if (verdict !== undefined && (handed || ending >= least)) return [reconsidered(fact, verdict, ruled)];
    // The items of one list end together.
    if (believed.some((other) => areListed(fact, other))) return [fact];
    notes.push(`${fact.model_id}: its end is unlikely (${ending.toFixed(2)})`);
    return [];
  });
  const told = among([...reading.facts, ...reading.withdraws, ...reading.recalled]);
  for (const verdict of verdicts) {
    const day = verdict.days[0]?.likelihood ?? 0;
    if (verdict.ending * day < LIMITS.unruled || told(verdict.model).length > 0) continue;
    if (verdict.model.mentions.some(({ name }) => reading.keeps.has(name.key))) continue;
    if (verdict.model.mentions.every(({ sentence }) => isRow(item.sentences[sentence]?.text ?? ""))) continue;
    if (isUpdate(verdict, item)) continue;
    const fact = factOf(verdict, item);
    if (fact !== null) facts.push(fact);
  }
  return { ...reading, topic, facts, notes };
}

/** Two lines below the same words: their quotes begin alike, and differ from the model's name on. */
function areListed(fact: Fact, other: Fact): boolean {
  const [a, b] = [fact.evidence.quote, other.evidence.quote];
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const begins = (quote: string, id: string) => {
    const at = quote.toLowerCase().lastIndexOf(id.toLowerCase());
    return at >= 25 && at - same <= 6;
  };
  return a !== b && begins(a, fact.model_id) && begins(b, other.model_id);
}

/** "We will begin to update deployments to the next version on D": the day of an upgrade, after which the old one goes on. */
const UPDATES =
  /(?<!\p{L})(?:(?:auto(?:matic(?:ally)?)?[- ]?)?(?:updat|upgrad)(?:e[sd]?|ing)|aktualisier\p{L}*|actuali[sz]\p{L}*|mise? à jour|atualiz\p{L}*|aggiorn\p{L}*)(?!\p{L})|升级|更新|アップグレード|업그레이드|업데이트/iu;

function isUpdate({ days }: Verdict, { sentences, cues }: Item): boolean {
  const written = days[0]?.what.written ?? [];
  return (
    written.length > 0 &&
    written.every(({ sentence }) => {
      const ends = cues("off", sentence).length + cues("until", sentence).length + cues("deprecate", sentence).length;
      return ends === 0 && UPDATES.test(sentences[sentence]?.text ?? "");
    })
  );
}

/**
 * A fact of the rules, which stands, but for a day that is very unlikely beside another one, and with the replacements that
 * the rules have not found.
 */
function reconsidered(fact: Fact, verdict: Verdict, told: (model: Model) => readonly Fact[]): Fact {
  // A model that ends on several places has a day on each, which the rules tell apart.
  if (fact.shutdown === null || told(verdict.model).length > 1) return fact;
  const best = verdict.days[0];
  const own = verdict.days.find(({ what }) => what.date === fact.shutdown)?.likelihood ?? 0;
  const moved = best !== undefined && best.likelihood - own > SURE.day;
  return {
    ...fact,
    ...(moved ? { shutdown: best.what.date, precision: best.what.precision } : {}),
    replacements: fact.replacements.length > 0 ? fact.replacements : missedIn(verdict, fact, told),
  };
}

/** The likely ones; where none is, the likeliest, if it is not a mere guess. */
function replacementsOf({ replacements }: Verdict, surface: string): string[] {
  const [best] = replacements;
  const likely = replacements.filter(({ likelihood }) => likelihood > LIMITS.replacement);
  const some = likely.length === 0 && best !== undefined && best.likelihood > LIMITS.guess ? [best] : likely;
  return some.map(({ what }) => nameOf(what, surface));
}

/** The ones that the rules have missed for an end that they read; what ends itself by them takes nobody's place. */
const missedIn = ({ replacements }: Verdict, { surface }: Fact, told: (model: Model) => readonly Fact[]): string[] =>
  replacements
    .filter(({ what, likelihood }) => likelihood > SURE.replacement && told(what).length === 0)
    .map(({ what }) => nameOf(what, surface));

const nameOf = ({ id, mentions }: Model, surface: string): string => {
  const named = mentions.find(({ name }) => name.name === id || name.text === id) ?? mentions[0];
  return named === undefined ? id : replacementId(named.name, surface);
};

/** What only the learned reader sees; null without a day or a place, and for what is long past. */
function factOf(verdict: Verdict, item: Item): Fact | null {
  const [day, place] = [verdict.days[0], verdict.places[0]?.what];
  if (day === undefined || place === undefined) return null;
  const { date, precision } = day.what;
  const age = daysBetween(date, item.published);
  if (age > RECENT_DAYS) return null;
  return {
    provider: providerOf(place),
    surface: place,
    model_id: verdict.model.id,
    version: null,
    kind: "model",
    announced: null,
    deprecated: null,
    shutdown: date,
    precision,
    replacements: replacementsOf(verdict, place),
    scheduled: true,
    state: age >= 0 ? "retired" : "deprecated",
    evidence: { ...item.evidence, quote: quoteOf(verdict, day.what, item) },
  };
}

/** The sentence that names the model, and the one that gives its day where it is another. */
function quoteOf({ model }: Verdict, day: Day, item: Item): string {
  const pair = nearest(model.mentions, day.written);
  if (pair === null) return "";
  const places = [...new Set([pair.first.sentence, pair.second.sentence])].toSorted((a, b) => a - b);
  return places
    .map((place) => item.sentences[place]?.text ?? "")
    .join(" … ")
    .slice(0, MAX_QUOTE);
}
