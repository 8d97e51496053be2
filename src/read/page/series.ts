import type { Block } from "../../parse/document.ts";
import { linesOf } from "./plain-names.ts";

const NUMBERED = /^([a-z]{3,16})(\d{1,2}(?:\.\d{1,2})?)[a-z]?(?:_[a-z\d]{2,12}){1,3}$/;
/** Formats, types and places that have a number behind them. */
const NO_SERIES =
  /^(?:int|uint|float|sha|utf|base|ipv|http|oauth|step|page|user|item|test|part|level|option|arg|param|input|output|image|video|audio|file|token|key|role|value|field|line|col|column|row|layer|block|head|group|tool|app|env|job|run|task|batch|node|gpu|cpu|phase|stage|tier|plan|slot|opt|var|ver|version|api|region|zone|host|port)$/;

/**
 * Ids joined by "_" whose numbers make a series of them: `vid3a_turbo` beside `vid4_turbo`. One alone may be a parameter.
 */
export function seriesIn(blocks: readonly Block[]): ReadonlySet<string> {
  const byStem = new Map<string, Map<string, string[]>>();
  for (const run of blocks.flatMap((block) => linesOf(block)).flat()) {
    const id = run.text.trim();
    const [, stem, number] = run.code === true ? (NUMBERED.exec(id) ?? []) : [];
    if (stem === undefined || number === undefined || NO_SERIES.test(stem)) continue;
    const numbers = byStem.get(stem) ?? new Map<string, string[]>();
    byStem.set(stem, numbers.set(number, [...(numbers.get(number) ?? []), id]));
  }
  return new Set([...byStem.values()].flatMap((numbers) => (numbers.size > 1 ? [...numbers.values()].flat() : [])));
}
