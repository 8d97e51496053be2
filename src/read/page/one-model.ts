import { keyOfName } from "../names/find.ts";
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
