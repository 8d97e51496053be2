import type { NameMention } from "../names/index.ts";
import type { ReadSentence } from "./clauses.ts";
import { bestMention, replacementId } from "./identity.ts";
import type { Role } from "./roles.ts";

export type Advice = { sentence: number; names: NameMention[]; about: NameMention[]; inOrder: boolean };

const IN_ORDER =
  /\brespectively\b|\bin that order\b|jeweils|respectivement|dans cet ordre|respectivamente|por ese orden|nessa ordem|rispettivamente|nell['’]ordine|分别|依次|それぞれ|各々|각각|순서대로/i;

/** What each sentence advises to move to, and which models it says that of. */
export function advicesOf(sentences: readonly ReadSentence[], roles: Map<NameMention, Role>): Advice[] {
  return sentences.flatMap((sentence, index) => {
    const names = sentence.names.filter((name) => roles.get(name) === "replacement");
    if (names.length === 0) return [];
    const about = sentence.names.filter((name) => roles.get(name) !== "replacement");
    return [{ sentence: index, names, about, inOrder: IN_ORDER.test(sentence.text) }];
  });
}

const TIERS =
  /\b(?:opus|sonnet|haiku|flash lite|flash|pro|mini|nano|codex|large|medium|small|embed|rerank|tts|omni|vision|image|audio|realtime)\b/g;

const tierOf = (key: string): string => [...key.matchAll(TIERS)].map((match) => match[0]).join(" ");

/** "Sonnet for Sonnet, Opus for Opus": where every replacement has its own tier and the retiring ones have the same. */
function byTier(
  model: NameMention,
  retiring: readonly NameMention[],
  advice: readonly NameMention[],
): NameMention[] | null {
  const tiers = new Set(advice.map((name) => tierOf(name.key)));
  const wanted = new Set(retiring.map((name) => tierOf(name.key)));
  if (tiers.size < 2 || wanted.size < 2 || ![...wanted].every((tier) => tiers.has(tier))) return null;
  return advice.filter((name) => tierOf(name.key) === tierOf(model.key));
}

/**
 * The replacements of one retiring model: paired by order where the text says so or the numbers agree, by tier, by being
 * named with it, else what is advised for all.
 */
export function replacementsFor(
  model: NameMention,
  group: readonly NameMention[],
  context: {
    advices: readonly Advice[];
    frames: ReadonlySet<number>;
    all: readonly NameMention[];
    retiring: ReadonlySet<string>;
    surface: string;
  },
): string[] {
  const same = (a: NameMention, b: NameMention) => bestMention(a, context.all).key === bestMention(b, context.all).key;
  const chosen: NameMention[] = [];
  for (const advice of context.advices) {
    const about = advice.about.filter((name) => context.retiring.has(bestMention(name, context.all).key));
    if (about.length > 0 && !about.some((name) => same(name, model))) continue;
    const near =
      about.length > 0 ||
      [...context.frames].some((frame) => advice.sentence - frame >= -1 && advice.sentence - frame <= 6);
    if (!near) continue;
    const scope = about.length > 1 ? about : group;
    const unique = distinct(advice.names, context.all);
    const rows = distinct(scope, context.all);
    const place = rows.findIndex((name) => same(name, model));
    const tiered = byTier(model, rows, unique);
    if (tiered !== null) chosen.push(...tiered);
    else if (advice.inOrder && unique.length === rows.length && place >= 0)
      chosen.push(...unique.slice(place, place + 1));
    else chosen.push(...unique);
  }
  const ids = distinct(chosen, context.all)
    .filter((name) => !same(name, model))
    .map((name) => replacementId(bestMention(name, context.all), context.surface));
  return [...new Set(ids)];
}

function distinct(names: readonly NameMention[], all: readonly NameMention[]): NameMention[] {
  const seen = new Map<string, NameMention>();
  for (const name of names) {
    const best = bestMention(name, all);
    if (!seen.has(best.key)) seen.set(best.key, best);
  }
  return [...seen.values()];
}
