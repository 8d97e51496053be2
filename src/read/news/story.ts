import { daysBetween } from "../../core/civil-date.ts";
import type { Fact } from "../../core/fact.ts";
import { nameKey } from "../../core/model-name.ts";
import { findDates } from "../dates/index.ts";
import { findModelNames } from "../names/index.ts";
import { coresOf, inOneOrder } from "../prose/identity.ts";
import { surfacesIn } from "../prose/surfaces.ts";
import type { ProseReading } from "../prose/index.ts";

/** One model's end as far as two tellings of it can be compared; `short` has names without what people leave out of ids. */
type Ending = {
  surface: string;
  names: string[];
  short: { sized: string; bare: string }[];
  shutdown: string | null;
  precision: Fact["precision"];
};

/** What an item is about: the ends it tells, by kind. */
export type Story = {
  published: string;
  endings: Ending[];
  elsewhere: Ending[];
  withdraws: Ending[];
  topic: ProseReading["topic"];
  /** The days that it names. */
  days: string[];
  /** The models of its headline and lead, where it tells no end. */
  models: string[];
};

const endingOf = (fact: Fact): Ending => ({
  surface: fact.surface,
  names: [fact.model_id, ...(fact.aliases ?? [])].map(coreKey),
  short: [fact.model_id, ...(fact.aliases ?? [])].map(shortKeys),
  shutdown: fact.shutdown,
  precision: fact.precision,
});

/** A name without its snapshot, stage, path and vendor: what two languages' tellings have in common. */
function coreKey(name: string): string {
  const last = name
    .slice(name.lastIndexOf("/") + 1)
    .replace(/^(?:[a-z]{2}\.)?(?:anthropic|meta|amazon|cohere|mistral)\.(?=[a-z])/, "");
  const key = nameKey(last);
  return inOneOrder(key.replace(/ (?:20\d{6}|20\d{2} \d{2} \d{2}|00\d|preview|latest)(?: .*)?$/, ""));
}

/** The same without what people leave out of an id: sizes of experts, tuning, a build of a month. */
const shortKeys = (name: string): { sized: string; bare: string } =>
  coresOf(name.replace(/^(?:[a-z]{2}\.)?(?:anthropic|meta|amazon|cohere|mistral)\.(?=[a-z])/, ""));

/** The ends on the place that the headline names; all where it names none: what else an item tells is an aside. */
function mainOf(title: string, facts: readonly Fact[]): readonly Fact[] {
  const places = surfacesIn(title.toLowerCase(), []);
  const [only] = new Set(places.map((place) => place.surface));
  const alone = places.every((place) => place.surface === only && !place.company);
  const main = alone ? facts.filter((fact) => fact.surface === only) : [];
  return main.length > 0 ? main : facts;
}

/** How much of a text is its lead, in UTF-16 units. */
const LEAD = 400;

/** What one item says, for comparing it with others. */
export function storyOf(item: { published: string; title?: string; text?: string }, reading: ProseReading): Story {
  const text = `${item.title ?? ""}\n${item.text ?? ""}`;
  const silent = reading.facts.length === 0;
  return {
    days: findDates(text, { at: item.published, locale: reading.lang })
      .filter((date) => date.precision === "day")
      .map((date) => date.date),
    models: silent
      ? findModelNames(text.slice(0, LEAD).replaceAll("\n", " "))
          .filter((name) => name.sure)
          .map((name) => coreKey(name.name))
      : [],
    published: item.published.slice(0, 10),
    endings: mainOf(item.title ?? "", reading.facts).map(endingOf),
    elsewhere: reading.elsewhere.map(endingOf),
    withdraws: reading.withdraws.map(endingOf),
    topic: reading.facts.length === 0 && reading.elsewhere.length === 0 ? reading.topic : null,
  };
}

/** Days between two claims of one end that still are one announcement: a month against its day, a slip of the press. */
const SLIP_DAYS = 3;

function sameDay(a: Ending, b: Ending): boolean {
  if (a.shutdown === null || b.shutdown === null) return true;
  if (a.precision === "month" || b.precision === "month") return a.shutdown.slice(0, 7) === b.shutdown.slice(0, 7);
  return Math.abs(daysBetween(a.shutdown, b.shutdown)) <= SLIP_DAYS;
}

const sameModel = (a: Ending, b: Ending): boolean =>
  a.surface === b.surface &&
  (a.names.some((name) => b.names.includes(name)) ||
    // Where one telling leaves the size out, the other's counts for nothing.
    a.short.some((one) =>
      b.short.some((other) => one.sized === other.sized || one.bare === other.sized || one.sized === other.bare),
    ));

/** Two lists tell one story when they share a model with one day, and that is most of the shorter list. */
function overlap(a: readonly Ending[], b: readonly Ending[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const shared = a.filter((one) => b.some((other) => sameModel(one, other) && sameDay(one, other))).length;
  return shared > 0 && shared >= Math.min(a.length, b.length) / 2;
}

/** What is no retirement is told within this many days. */
const TELLING_DAYS = 21;

/** Two items that tell no end: most of the same models in the lead, and a day that both name. */
function sameEvent(a: Story, b: Story): boolean {
  if (a.models.length === 0 || b.models.length === 0) return false;
  if (a.topic !== null && b.topic !== null && a.topic.kind !== b.topic.kind) return false;
  if (Math.abs(daysBetween(a.published, b.published)) > TELLING_DAYS) return false;
  const [one, other] = [new Set(a.models), new Set(b.models)];
  const shared = [...one].filter((model) => other.has(model)).length;
  if (shared === 0 || shared < Math.min(one.size, other.size) / 2) return false;
  // "Since yesterday" in two items says nothing: a fault has many who tell of it.
  const near = (day: string, { published }: Story) => Math.abs(daysBetween(day, published)) <= 1;
  return a.days.some((day) => b.days.includes(day) && !near(day, a) && !near(day, b));
}

/** Stories of one thing are told within this many days. */
const LONGEST_APART = 400;

/** Money and hearsay are news for two weeks; the same figure ties them for longer. */
const TOPIC_DAYS = 14;
const FIGURE_DAYS = 31;

/** The same kind of news about exactly the same models, with no figures that differ. */
function sameTopic(a: Story, b: Story): boolean {
  if (a.topic === null || b.topic === null || a.topic.kind !== b.topic.kind) return false;
  const [one, other] = [new Set(a.topic.models), new Set(b.topic.models)];
  if (one.size !== other.size || ![...one].every((model) => other.has(model))) return false;
  const figures = b.topic.percents;
  const shared = a.topic.percents.some((figure) => figures.includes(figure));
  if (!shared && a.topic.percents.length > 0 && figures.length > 0) return false;
  return Math.abs(daysBetween(a.published, b.published)) <= (shared ? FIGURE_DAYS : TOPIC_DAYS);
}

/** True when two items tell the same announcement: the same models leave the same place on the same day. */
export function sameStory(a: Story, b: Story): boolean {
  if (Math.abs(daysBetween(a.published, b.published)) > LONGEST_APART) return false;
  return (
    overlap(a.endings, b.endings) ||
    // What leaves an app, told beside an end of one's own, is an aside.
    ((a.endings.length === 0) === (b.endings.length === 0) && overlap(a.elsewhere, b.elsewhere)) ||
    overlap(a.withdraws, b.withdraws) ||
    sameTopic(a, b) ||
    sameEvent(a, b)
  );
}
