import { bestMention } from "./identity.ts";
import type { Advice, ReplacementContext } from "./replacements.ts";

/** Advice to all, and the sentences after the advice before it, up to its own. */
type Turn = { advices: Set<Advice>; from: number; to: number };

/** The turns of a text, found once for all of its models. */
const known = new WeakMap<readonly Advice[], Turn[]>();

/**
 * "a ends. Use b. c ends. Use d.": what is advised is for what was told since the advice before it.
 *
 * @returns the advice that is not for the model whose `frames` the context has; none where the text does not take turns
 */
export function adviceForOthers(context: ReplacementContext): Set<Advice> {
  const turns = known.get(context.advices) ?? turnsOf(context);
  known.set(context.advices, turns);
  const [own, others] = [
    turns.filter((turn) => isHeard(turn, context)),
    turns.filter((turn) => !isHeard(turn, context)),
  ];
  return new Set(own.length === 0 ? [] : others.flatMap(({ advices }) => [...advices]));
}

function turnsOf({ advices, lines, retiring, all }: ReplacementContext): Turn[] {
  const isToAll = ({ exact, title, line, about }: Advice) =>
    exact !== true && title !== true && !line && !about.some((name) => retiring.has(bestMention(name, all).key));
  const turns: Turn[] = [];
  for (const advice of advices.filter((one) => isToAll(one)).toSorted((a, b) => a.sentence - b.sentence)) {
    const last = turns.at(-1);
    const goesOn = last !== undefined && !lines.some((line) => line > last.to && line <= advice.sentence);
    if (goesOn) {
      last.advices.add(advice);
      last.to = advice.sentence;
    } else turns.push({ advices: new Set([advice]), from: last?.to ?? -1, to: advice.sentence });
  }
  return turns;
}

const isHeard = ({ from, to }: Turn, { frames }: ReplacementContext): boolean =>
  [...frames].some((frame) => frame > from && frame <= to);
