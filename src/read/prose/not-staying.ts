import type { NameMention } from "../names/index.ts";
import type { ReadSentence } from "./clauses.ts";
import type { Frame } from "./frame.ts";
import type { CueFinder } from "./lexicon.ts";
import type { Role } from "./roles.ts";

/**
 * "It leaves the API on 17 February", and elsewhere "gpt-4o stays": whom a statement without a name means cannot be a model
 * that the text says to stay. Then it is what the headline names; where that names no other, it was the model after all ("it
 * stays for now; it ends on 1 May").
 */
export function notStaying(
  frames: readonly Frame[],
  sentences: readonly ReadSentence[],
  stays: ReadonlySet<string>,
  roles: ReadonlyMap<NameMention, Role>,
  cues: CueFinder,
): Frame[] {
  if (stays.size === 0) return [...frames];
  const heads = sentences
    // A headline that launches something names what comes, not what goes.
    .filter(({ title, plain }) => title && !cues.has("launch", plain))
    .flatMap(({ names }) => names)
    .filter((name) => !stays.has(name.key) && roles.get(name) !== "replacement");
  return frames.map((frame) => {
    const here = new Set<NameMention>(sentences[frame.sentence]?.names);
    const staying = ({ key }: NameMention) => stays.has(key);
    if (frame.names.length === 0 || frame.names.some((name) => here.has(name) || !staying(name))) return frame;
    return heads.length > 0 ? { ...frame, names: heads } : frame;
  });
}
