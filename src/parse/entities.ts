import { treeOf } from "./html-tree.ts";

const known = new Map<string, string>();

/** Text with its HTML character references decoded (`&amp;`, `&#8209;`, `&nbsp;`). Unknown names stay as written. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&#?[a-zA-Z0-9]{1,32};/g, (entity) => {
    const before = known.get(entity);
    if (before !== undefined) return before;
    const decoded = treeOf(entity).children?.[0]?.data ?? entity;
    if (known.size < 500) known.set(entity, decoded);
    return decoded;
  });
}
