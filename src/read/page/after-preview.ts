import { textOfBlocks } from "../block-text.ts";
import { nameOutOfPreview } from "../out-of-preview.ts";
import type { Draft } from "../table/draft.ts";
import type { Section } from "./sections.ts";

/** "x is generally available. x-preview will be shut down on D": x takes its place, unless it ends itself. */
export function withFinished(drafts: readonly Draft[], sections: readonly Section[]): Draft[] {
  const ending = new Set(drafts.flatMap(({ id, shutdown }) => (shutdown === null ? [] : [id.toLowerCase()])));
  return drafts.map((draft) => {
    const section = sections[draft.section];
    if (section === undefined || draft.shutdown === null || draft.kind !== "model" || draft.replacements.length > 0)
      return draft;
    const name = nameOutOfPreview(draft.id, `${section.heading?.text ?? ""}\n${textOfBlocks(section.blocks, false)}`);
    return name === null || ending.has(name.toLowerCase()) ? draft : { ...draft, replacements: [name] };
  });
}
