import { daysBetween } from "../../core/civil-date.ts";
import type { Fact } from "../../core/fact.ts";
import { mayServe, providerOf } from "../../core/surface.ts";
import type { FoundDate } from "../dates/index.ts";
import { familyOf, type NameMention } from "../names/index.ts";
import type { ReadSentence } from "./clauses.ts";
import { versionBehind } from "./frame-dates.ts";
import type { Frame } from "./frame.ts";
import { bestMention, catalogName, idOf } from "./identity.ts";
import { type Advice, replacementsFor } from "./replacements.ts";
import { isConsumer } from "./surfaces.ts";
import type { ProseInput } from "./types.ts";

/** Who is named where no statement says who speaks: in the headline, under the letter, as the only host, and first of all. */
export type Companies = {
  titleCompany: string | null;
  sender: string | null;
  onlyHost: string | null;
  anyCompany: string | null;
};

/** One model on one place with all statements about it. */
export type Claimed = { name: NameMention; surface: string; frames: Frame[] };

const MAX_QUOTE = 400;

/** Ids that say by their form who serves them. */
function hostOf(id: string): string | null {
  if (/^@(?:cf|hf)\//.test(id)) return "cloudflare";
  // "ChatGPT-4o" is how people call what an app shows; "chatgpt-4o-latest" is an id of the API.
  if (/^ChatGPT[ -]\d/.test(id) && !id.endsWith("-latest")) return "chatgpt";
  if (id.startsWith("accounts/fireworks/")) return "fireworks";
  return /^(?:[a-z]{2,6}\.)?(?:anthropic|meta|amazon|cohere|ai21|mistral|stability|deepseek|qwen|openai)\.[a-z]/.test(
    id,
  )
    ? "bedrock"
    : null;
}

/** "mistralai/Mistral-Small-24B": the name of open weights, by which no maker serves them. */
const OPEN_WEIGHTS = /^[\w.-]+\/(?=.*[A-Z])/;

/** "claude-x@20250219" is an id of Vertex AI alone: elsewhere the model goes by the name that the text gives it. */
const VERTEX_ID = /@(?:20\d{6}|default|00\d)$/;

function namedOn({ name, surface }: Claimed, all: readonly NameMention[]): NameMention {
  if (surface === "vertex-ai" || !VERTEX_ID.test(name.name)) return name;
  return all.find((other) => other.form === "display" && bestMention(other, all).key === name.key) ?? name;
}

/** The longest name under which a text tells a model of a catalogue that goes by display names. */
function inCatalog(
  { name, frames }: Claimed,
  { all, sentences }: { all: readonly NameMention[]; sentences: readonly ReadSentence[] },
): string {
  const told = frames.flatMap((frame) => {
    const text = sentences[frame.sentence]?.text ?? "";
    const own = frame.names.filter((other) => bestMention(other, all).key === name.key);
    return own
      .filter((other) => text.slice(other.start, other.end) === other.text)
      .map((other) => catalogName(other, text));
  });
  return told.toSorted((a, b) => b.length - a.length)[0] ?? idOf(name);
}

/** Groups frames by model and place; display names and ids of one model meet. */
export function groupFrames(
  frames: readonly Frame[],
  all: readonly NameMention[],
  { titleCompany, sender, onlyHost, anyCompany }: Companies,
): Claimed[] {
  const groups = new Map<string, Claimed>();
  for (const frame of frames) {
    for (const name of frame.names) {
      const best = bestMention(name, all);
      const told = frame.surface !== null && mayServe(frame.surface, best.makerSurface) ? frame.surface : null;
      const surface =
        hostOf(best.name) ??
        told ??
        titleCompany ??
        sender ??
        onlyHost ??
        (OPEN_WEIGHTS.test(best.name) ? anyCompany : (best.makerSurface ?? familyOf(best.name)?.surface)) ??
        anyCompany ??
        "unknown";
      const key = `${surface}|${best.key}`;
      const group = groups.get(key) ?? { name: best, surface, frames: [] };
      group.frames.push(frame);
      groups.set(key, group);
    }
  }
  const made = withoutFamilies(datedByFamily(withHeadlines(underPaths([...groups.values()]))));
  // What a headline leaves open, the text says: it leaves an app.
  const told = (group: Claimed) => group.frames.some((frame) => !frame.title && frame.date !== null);
  const onlyApps =
    made.some(({ surface }) => isConsumer(surface)) && made.every((one) => !told(one) || isConsumer(one.surface));
  const leftApp = (group: Claimed) =>
    !told(group) &&
    !isConsumer(group.surface) &&
    group.frames.some((frame) => frame.title) &&
    (onlyApps ||
      made.some((other) => other !== group && other.name.key === group.name.key && isConsumer(other.surface)));
  return made.filter((group) => !leftApp(group));
}

/** The path of an interface, by which no model is known. */
const API_PATH = /^(?:models|projects|publishers|endpoints|deployments)\//;

/** "Acme ends `maker/Model-3`. … the deployment of `model-3`": on one place both are the id with its path. */
function underPaths(groups: Claimed[]): Claimed[] {
  const last = ({ name }: Claimed) => name.name.slice(name.name.lastIndexOf("/") + 1).toLowerCase();
  const pathOf = (group: Claimed) =>
    group.name.form === "id" && !group.name.name.includes("/")
      ? groups.find(
          (other) =>
            other.surface === group.surface &&
            other.name.name.includes("/") &&
            !API_PATH.test(other.name.name) &&
            last(other) === last(group),
        )
      : undefined;
  for (const group of groups) pathOf(group)?.frames.push(...group.frames);
  return groups.filter((group) => pathOf(group) === undefined);
}

/**
 * "Retirement notice: GPT-9 by 15 January" over "gpt-9 will be retired in Azure OpenAI on 15 January": a headline that names
 * no place is of the place where the text says that the same model ends by then.
 */
function withHeadlines(groups: Claimed[]): Claimed[] {
  const placeless = (group: Claimed) => group.frames.every(({ title, surface }) => title && surface === null);
  const meant = (headline: Claimed) =>
    groups.filter(
      (other) =>
        other.name.key === headline.name.key &&
        !isConsumer(other.surface) &&
        other.frames.some(({ title, surface }) => !title && surface === other.surface) &&
        headline.frames.every(
          ({ date }) => date === null || other.frames.some((frame) => !frame.title && frame.date?.date === date.date),
        ),
    );
  const told = new Map(groups.filter(placeless).map((group) => [group, meant(group)]));
  return groups.flatMap((group) => {
    if ((told.get(group)?.length ?? 0) > 0) return [];
    const headlines = [...told].flatMap(([headline, places]) => (places.includes(group) ? headline.frames : []));
    return [headlines.length === 0 ? group : { ...group, frames: [...group.frames, ...headlines] }];
  });
}

/** "The Gemini 9 generation ends on 20 October. The ids a, b and c then return an error": the family's day is theirs. */
function datedByFamily(groups: Claimed[]): Claimed[] {
  return groups.map((group) => {
    if (group.name.form !== "id" || group.frames.some((frame) => frame.date !== null)) return group;
    const family = groups.find(
      (other) =>
        other.surface === group.surface &&
        other.name.form === "display" &&
        group.name.key.startsWith(`${other.name.key} `) &&
        other.frames.some((one) => group.frames.some((own) => own.sentence - one.sentence === 1)),
    );
    const dated = family?.frames.filter((frame) => frame.date !== null && !frame.weak && !frame.rumour) ?? [];
    return dated.length === 0 ? group : { ...group, frames: [...group.frames, ...dated] };
  });
}

/** "Gemini 1.5" of a headline, or "Gemini 1.5 models" beside their ids, is not one more model beside "Gemini 1.5 Pro" of the text. */
function withoutFamilies(groups: Claimed[]): Claimed[] {
  const longer = (group: Claimed) =>
    groups.some(
      (other) =>
        other !== group &&
        group.name.key
          .replace(/ 0$/, "")
          .split(" ")
          .every((part) => other.name.key.split(" ").includes(part)),
    );
  const listed = (group: Claimed) =>
    group.frames.every((frame) => frame.names.some((name) => name.several && name.family === group.name.family)) &&
    groups.some(
      (other) => other.surface === group.surface && other.name.form === "id" && other.name.family === group.name.family,
    );
  const divided = (group: Claimed) =>
    longer(group) && group.frames.every((frame) => frame.title || frame.names.every((name) => name.several));
  // "Imagen 4 in its three variants: a, b, c": the ids are what it stands for.
  const hasMembers = (group: Claimed, ends: (member: Claimed) => boolean) =>
    group.frames.some((frame) => !frame.title) &&
    groups.filter(
      (other) =>
        other.surface === group.surface &&
        other.name.form === "id" &&
        other.name.key.startsWith(`${group.name.key} `) &&
        ends(other),
    ).length >= 2;
  const spelled = (group: Claimed) =>
    hasMembers(group, (member) =>
      group.frames.every(({ sentence, title }) => title || member.frames.some((one) => one.sentence === sentence)),
    );
  // Or its members are named in the sentence behind it, and end with it.
  const listedNext = (group: Claimed) =>
    hasMembers(group, (member) => group.frames.some((frame) => !frame.title && member.frames.includes(frame)));
  const told = (group: Claimed) => group.frames.every((frame) => frame.title) && longer(group);
  // "x-235b" of a headline is "x-235b-instruct-2507" of the text.
  const short = (group: Claimed) =>
    group.frames.every((frame) => frame.title) &&
    groups.some((other) => other !== group && other.name.key.startsWith(`${group.name.key} `));
  // "The x-v1 family", beside x-v1-8k and x-v1-32k.
  const ofIds = (group: Claimed) =>
    group.name.several && groups.some((other) => other !== group && other.name.key.startsWith(`${group.name.key} `));
  return groups.filter((group) =>
    group.name.form === "display"
      ? !(listed(group) || told(group) || divided(group) || spelled(group) || listedNext(group))
      : !(short(group) || ofIds(group)),
  );
}

const IN_WEEKS = /^(?:[\d一二三四한두세네일이삼사] ?)?(?:週間|주일?) ?(?:後|뒤|후)$/u;

/** The day that decides: a firm day of the body, then of the title, then a floor, then a month, then none. */
export function decidingFrame(group: Claimed, today: string): Frame | undefined {
  // "Closed to new accounts on D, offline for all on E": what ends for some is not what ends.
  const rank = ({ date, weak, title, stage, rumour, since, limited, claim, lastDay }: Frame): number => {
    const base = date === null ? 30 : { day: 0, earliest: 10, month: 20 }[date.precision];
    // "Deprecated on 26 August", a day to come, tells more than an end without a day.
    const told = date !== null && date.precision === "day" && date.date > today && stage !== true;
    return (
      base +
      (weak ? (told ? 25 : 40) : 0) +
      (stage === true ? 5 : 0) +
      (title ? 2 : 0) +
      (rumour ? 25 : 0) +
      (since === true ? 4 : 0) +
      // "In a week" beside "next Monday": the day of the week is the exact one.
      (date?.relative === true && IN_WEEKS.test(date.text) ? 1 : 0) +
      (claim === true ? 7 : 0) +
      (lastDay === true ? 1 : 0) +
      // What has ended in one place ends in another later: of two days, the one to come is the news.
      (date !== null &&
      date.precision === "day" &&
      !date.relative &&
      (date.past ?? date.date) < today &&
      date.date < today
        ? 6
        : 0) +
      (limited ? 50 : 0)
    );
  };
  return group.frames.toSorted((a, b) => rank(a) - rank(b) || a.sentence - b.sentence)[0];
}

/** A day that stands open between two years or weeks, chosen by tense: what is recalled is past. */
export function settled(date: FoundDate, recall: boolean): string {
  if (recall && date.past !== undefined) return date.past;
  if (date.relative && !date.certain && date.future !== undefined) return date.future;
  return date.date;
}

/** True when a text says of a model that it ends on a place, and not later than on a day. */
function endsBy(name: NameMention, surface: string, day: string | null, groups: readonly Claimed[]): boolean {
  const own = groups.find((group) => group.surface === surface && group.name.key === name.key);
  const frame = own === undefined ? undefined : decidingFrame(own, day ?? "");
  if (frame === undefined || frame.weak || frame.date === null || day === null) return false;
  return settled(frame.date, frame.recall || frame.past) <= day;
}

export function factOf(
  group: Claimed,
  frame: Frame,
  context: {
    input: ProseInput;
    advices: readonly Advice[];
    all: readonly NameMention[];
    sentences: readonly ReadSentence[];
    announced: string | null;
    retiring: ReadonlySet<string>;
    groups: readonly Claimed[];
  },
): Fact {
  const { input, all } = context;
  const told = frame.date === null ? null : settled(frame.date, frame.recall || frame.past);
  // The day that something was called deprecated on is not the day of its end.
  const date = frame.weak && told !== null && told <= input.published.slice(0, 10) ? null : told;
  const id =
    group.surface === "github-models" ? inCatalog(group, context) : idOf(namedOn(group, context.all), group.surface);
  const sentence = context.sentences[frame.sentence];
  const written = frame.names.find((name) => bestMention(name, all).key === group.name.key);
  const version =
    group.surface === "azure" && sentence !== undefined && written !== undefined
      ? versionBehind(sentence.text, written)
      : null;
  const peers = context.groups.filter(
    (other) =>
      other.surface === group.surface &&
      other.frames.some((one) => group.frames.some((mine) => mine.sentence === one.sentence)),
  );
  const lines = [...new Set(context.groups.flatMap((other) => other.frames.map((one) => one.sentence)))].toSorted(
    (a, b) => a - b,
  );
  const names = new Set(all.filter((name) => bestMention(name, all).key === group.name.key).map((name) => name.name));
  return {
    provider:
      input.defaults?.surface === group.surface && input.defaults.provider
        ? input.defaults.provider
        : providerOf(group.surface),
    surface: group.surface,
    model_id: id,
    version,
    kind: "model",
    announced: context.announced !== null && (date === null || context.announced <= date) ? context.announced : null,
    deprecated: null,
    shutdown: date,
    precision: date === null ? null : (frame.date?.precision ?? null),
    replacements: replacementsFor(
      group.name,
      peers.map((peer) => peer.name),
      {
        advices: context.advices,
        frames: new Set(group.frames.map((one) => one.sentence)),
        all,
        retiring: context.retiring,
        ending: context.groups.filter((other) => other.surface === group.surface).map((other) => other.name),
        endsToo: (name) => endsBy(name, group.surface, date, context.groups),
        lines,
        linesAsSet: new Set(lines),
        surface: group.surface,
        inCatalog: (name) => {
          const own = context.sentences.find(({ names }) => names.includes(name));
          return own === undefined ? idOf(name) : catalogName(name, own.text);
        },
        manyPlaces: new Set(context.groups.map((other) => other.surface)).size > 1,
      },
    ),
    scheduled: !frame.weak || date !== null,
    state: frame.weak
      ? "deprecated"
      : date !== null && daysBetween(date, input.published.slice(0, 10)) >= 0
        ? "retired"
        : "deprecated",
    aliases: [...names].filter((name) => name !== id),
    ...(frame.limited ? { scope: frame.quote.slice(0, 120) } : {}),
    evidence: { ...input.evidence, quote: frame.quote.slice(0, MAX_QUOTE) },
  };
}
