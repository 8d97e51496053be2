import type { Action, Block } from "../../src/core/message.ts";
import type { Messages } from "../../src/core/messages.ts";

/** One page of a long list; `page` counts from 1 and is always one that exists. */
export type Paged<T> = { shown: T[]; page: number; from: number; of: number; last: number };

/** A page out of range, or not a number, is the nearest that exists. */
export function pageOf<T>(items: T[], wanted: number, size: number): Paged<T> {
  const last = Math.max(1, Math.ceil(items.length / size));
  const page = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), last) : 1;
  const from = (page - 1) * size;
  return { shown: items.slice(from, from + size), page, from, of: items.length, last };
}

/** Where in the list this is, and the buttons to the other pages; nothing when one page holds it all. */
export function pageBlocks<T>(
  paged: Paged<T>,
  asked: { command: string; options: Record<string, string> },
  messages: Messages,
): Block[] {
  if (paged.last === 1) return [];
  const { pages } = messages;
  const to = (page: number, label: string): Action => ({
    label,
    style: "normal",
    command: asked.command,
    options: { ...asked.options, page: String(page) },
    in_place: true,
  });
  const actions = [
    ...(paged.page > 1 ? [to(paged.page - 1, pages.previous)] : []),
    ...(paged.page < paged.last ? [to(paged.page + 1, pages.next)] : []),
  ];
  const words = pages.page(paged.from + 1, paged.from + paged.shown.length, paged.of);
  return [
    { type: "note", content: [words] },
    { type: "actions", actions },
  ];
}
