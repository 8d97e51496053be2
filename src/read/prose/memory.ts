import type { FoundDate } from "../dates/index.ts";
import type { NameMention } from "../names/index.ts";
import type { Asked } from "./asked.ts";
import type { Clause, ReadSentence } from "./clauses.ts";
import type { Frame } from "./frame.ts";
import { isBullet, isListLine, isRow } from "./implied.ts";
import type { Due } from "./deadline.ts";
import type { CueFinder } from "./lexicon.ts";
import { isLabelDate, type List } from "./lists.ts";
import type { Role } from "./roles.ts";
import { isConsumer } from "./surfaces.ts";

/** What the sentences before say that this one leaves out. */
export type Memory = {
  topic: NameMention[];
  surface: string | null;
  last: Frame | null;
  /** The day of an end whose models come later: "several models … on 1 May. The following …". */
  pending: { date: FoundDate; sentence: number } | null;
  /** The day of the sentence before to which this one points: "that is when". */
  thatDay: FoundDate | null;
  /** Who was said to stay for longer, where nobody was spoken of before. */
  kept: NameMention[];
  list: List | null;
  /** The last line of a list that names models. */
  bullet: number;
  /** The headline says that models leave an app. */
  app: boolean;
  /** The last sentence that ends a thing of a model: a mode, a parameter. */
  other: number;
  /** The last sentences that speak of money without a name, and that name a model. */
  money: number;
  named: number;
  /** The day by which a sentence asked to leave models that nothing was said of yet. */
  due: Due | null;
  /** The line before asks what to use instead, or answers it. */
  asked: boolean;
  /** The sentence before asks when models end. */
  when: Asked | null;
  /** The day to come of the heading that the text stands under. */
  heading: FoundDate | null;
  /** The keys of what was launched: "older models" are none of them. */
  fresh: ReadonlySet<string>;
};

/** Tells the names that a sentence calls new: what is launched or added does not end. */
export function newIn({ plain, clauses }: ReadSentence, cues: CueFinder): (name: NameMention) => boolean {
  const launches = cues
    .find("launch", plain)
    // "x, launched on 24 February, ends": what is said of it in passing is old news.
    // "连同今年初才推出的x": when it came.
    .filter(
      (cue) =>
        !(
          cues.tag === "zh" &&
          plain.startsWith("的", cue.end) &&
          CAME.test(plain.slice(Math.max(0, cue.start - 8), cue.start))
        ),
    )
    .filter((cue) => {
      const aside = /[,(]\s?$/.test(plain.slice(0, cue.start));
      return !(aside && clauses.some(({ off, dates }) => off.some((end) => end.start > cue.end) && dates.length > 1));
    });
  return (name) =>
    launches.some(
      (cue) =>
        (cue.start >= name.end && cue.start - name.end <= 5) ||
        (name.start >= cue.end && name.start - cue.end <= 3 && !/[,，、;]/.test(plain.slice(cue.end, name.start))) ||
        // "With the release of x, the preview will be switched off": "the release of x ends" says something else.
        (name.start >= cue.end &&
          OF.test(plain.slice(cue.end, name.start)) &&
          UPON.test(plain.slice(Math.max(0, cue.start - 40), cue.start))),
    );
}

/** "Snapshots, such as x, …": what is an example is not what is spoken of. */
const EXAMPLE =
  /(?:(?<!\p{L})(?:e\.g\.,?|such as|for example,?|for instance,?|z\. ?b\.|beispielsweise|etwa|wie|par exemple,?|tel(?:le)?s? que|por ejemplo,?|como|por exemplo,?|ad esempio,?|come)(?: the)?|例如|比如|诸如|たとえば|例えば|예를 들어,?|예컨대)\s?[\x60"'“「(（]?$/u;

const isExample = ({ start }: NameMention, plain: string): boolean =>
  EXAMPLE.test(plain.slice(Math.max(0, start - 20), start));

const CAME = /(?:年初?|[月日天]|年底|季度|才|曾|早先|当年)(?:才|刚)?(?:正式)?$/u;
const OF = /^ (?:of|von|der|des|de|du|del|do|da|di)(?: the| our| new| neuen?| la| el| o)? ?[`"'“]?$/u;
const UPON =
  /(?:^|[^\p{L}])(?:with|following|after|since|upon|on|given|mit|nach|seit|avec|après|suite à|depuis|con|tras|desde|com|após|dopo|in seguito a)(?: (?:the|our|la|el|o|a|le|der|dem|l['’]|il))?(?: \p{L}{2,20}){0,2} ?$/u;

/** The consumer app that a statement names where it names no model: what is named next leaves that app. */
export function appOf(clause: Clause, { plain }: ReadSentence, cues: CueFinder): string | null {
  if (cues.has("developer", plain.slice(clause.start, clause.end))) return null;
  return clause.surfaces.find((place) => isConsumer(place.surface))?.surface ?? null;
}

/** The day of a heading, where it is still to come: what stands under it without a day of its own ends then. */
export function headingDay(sentence: ReadSentence, before: FoundDate | null): FoundDate | null {
  if (!/^#{1,6}\s/.test(sentence.text)) return before;
  const dates = sentence.clauses.flatMap((clause) => clause.dates);
  const [date] = dates;
  const alone = date !== undefined && dates.length === 1 && isLabelDate(sentence.text, date);
  return alone && date.date > sentence.at && date.precision === "day" ? date : null;
}

/** "Platform: Fireworks AI": a line of a form that says where. */
const PLACE_LABEL =
  /^(?:[-*•]\s+)?(?:platform|provider|service|host|vendor|anbieter|plattform|dienst|fournisseur|plateforme|proveedor|plataforma|provedor|fornitore|piattaforma|平台|服务商|提供元|プラットフォーム|サービス|플랫폼|제공사)\s?[:\uFF1A]/iu;

const TO_USERS =
  /(?<!\p{L})(?:customers?|users?|using|kunden|kundinnen|nutzer\p{L}*|nutzen|verwenden|clients?|utilis\p{L}*|clientes|usuarios?|usuários?|usan|usam|utiliz\p{L}*|clienti|utenti|usate|utilizz\p{L}*)(?!\p{L})|客户|用户|お客様|お使い|ご利用|고객|이용|사용자|호출하(?:신|시|고)/u;

/** What a sentence without a statement leaves for those that follow. */
export function remember(
  sentence: ReadSentence,
  roles: Map<NameMention, Role>,
  memory: Memory,
  cues: CueFinder,
): Memory {
  const isNew = newIn(sentence, cues);
  const plain = sentence.clauses
    .filter((clause) => clause.stay.length === 0)
    .flatMap((clause) =>
      clause.names.filter(
        (name) =>
          roles.get(name) !== "replacement" && !(sentence.title && isNew(name)) && !isExample(name, sentence.plain),
      ),
    );
  const places = sentence.clauses
    .filter((clause) => sentence.title || clause.stay.length === 0)
    .flatMap((clause) => clause.surfaces)
    .filter((surface) => !surface.company);
  // A letter names its place once: "thank you for using …", "to all who run x on …".
  const greets =
    memory.last === null &&
    (sentence.names.length === 0 || TO_USERS.test(sentence.plain)) &&
    new Set(places.map((one) => one.surface)).size === 1;
  const labelled = PLACE_LABEL.test(sentence.text)
    ? sentence.clauses.flatMap((clause) => clause.surfaces)[0]
    : undefined;
  const place = sentence.title || greets ? places[0] : labelled;
  // Models listed line by line are spoken of together.
  // "Neither does x": what is said next is said of it, too.
  const item = isBullet(sentence.text) || isRow(sentence.text) || isListLine(`- ${sentence.text}`, sentence.names, 0);
  const listed = (item && memory.bullet === sentence.paragraph - 1) || cues.has("likewise", sentence.plain);
  // "This name always followed the x of the day": what it is compared with is not what is spoken of.
  const [stand] = sentence.clauses.flatMap((clause) => clause.anaphor);
  const same =
    cues.tag === "zh" &&
    memory.topic.length > 0 &&
    stand !== undefined &&
    stand.start <= 2 &&
    sentence.names.every((name) => name.start >= stand.end);
  // "Since we launched x, few call y": where the words stand beside a name, the others are not new.
  const some = sentence.names.filter((name) => isNew(name));
  const all = some.length === 0 && cues.has("launch", sentence.plain);
  const launched = (all ? sentence.names : some).map((name) => name.key);
  const fresh = launched.length === 0 ? memory.fresh : new Set([...memory.fresh, ...launched]);
  // "Affected feature: the old format of x": what follows is said of the feature.
  const [label] = sentence.clauses.flatMap(({ things }) =>
    things.filter(({ end }) => /^[:\uFF1A]/.test(sentence.plain.slice(end))),
  );
  if (label !== undefined && sentence.names.every(({ start }) => start >= label.end)) return { ...memory, topic: [] };
  if (same) return { ...memory, surface: memory.surface ?? place?.surface ?? null };
  const kept = sentence.names.filter((name) => roles.get(name) !== "replacement" && !(sentence.title && isNew(name)));
  return {
    ...memory,
    kept: kept.length > 0 ? kept : memory.kept,
    topic: plain.length > 0 ? [...(listed ? memory.topic : []), ...plain] : memory.topic,
    bullet: item && plain.length > 0 ? sentence.paragraph : memory.bullet,
    surface: memory.surface ?? place?.surface ?? null,
    fresh,
  };
}
