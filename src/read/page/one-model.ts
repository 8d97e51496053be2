import { keyOfName } from "../names/find.ts";
import { idShaped, partsOf } from "../cells/tokens.ts";
import { isKnown } from "../names/index.ts";
import type { Draft } from "../table/draft.ts";
import type { Section } from "./sections.ts";

/** A page about one model has its name for a title ("Nova Canvas"), over sections that name none. */
export function subjectOfPage(section: Section | undefined): string | null {
  const title = section?.path.find((heading) => heading.title);
  return title !== undefined && isKnown(title.text) ? title.text : null;
}

/** What such a page says of its title holds for the one id that it lists, if that is an id of this name. */
export function underOwnId(drafts: Draft[], sections: readonly Section[]): Draft[] {
  const name = subjectOfPage(sections.find((section) => section.path.some((heading) => heading.title)));
  if (name === null || !drafts.some((draft) => draft.id === name)) return drafts;
  const key = keyOfName(name);
  const ids = new Set(drafts.flatMap(({ id }) => (id !== name && keyOfName(id).includes(key) ? [id] : [])));
  const [id] = ids;
  if (id === undefined || ids.size > 1) return drafts;
  return drafts.map((draft) => (draft.id === name ? { ...draft, id, names: [...draft.names, name] } : draft));
}

/** "Acme 2 (fall release)" over the ids that end on the day told of it: a heading's name stands for what is named below it. */
export function withoutHeads(drafts: readonly Draft[], sections: readonly Section[]): Draft[] {
  const isHead = (draft: Draft) => {
    const heading = sections[draft.section]?.heading;
    return draft.kind === "model" && /\s/.test(draft.id) && heading?.title === false && heading.text.includes(draft.id);
  };
  const names = (draft: Draft, head: Draft) =>
    draft.section === head.section &&
    draft.kind === "model" &&
    !/\s/.test(draft.id) &&
    isOfName(draft.id, head.id) &&
    draft.shutdown === head.shutdown;
  return drafts.filter(
    (draft) => draft.shutdown === null || !isHead(draft) || !drafts.some((other) => names(other, draft)),
  );
}

/** "Acme 2" stands for `acme-2-mini`, and not for a model of another family that the heading names beside it. */
const isOfName = (id: string, name: string): boolean =>
  keyOfName(id)
    .split(" ")
    .includes(keyOfName(name).split(" ")[0] ?? "");

/** "acme-2 and acme-2-mini" as one name, as a heading gives it, is two. */
export function eachNamed(drafts: readonly Draft[]): Draft[] {
  return drafts.flatMap((draft) => {
    const ids = draft.kind === "model" ? partsOf(draft.id) : [];
    const sure = ids.length > 1 && ids.every((id) => /\d/.test(id) && idShaped(id));
    return sure ? ids.map((id) => ({ ...draft, id, names: [] })) : [draft];
  });
}
