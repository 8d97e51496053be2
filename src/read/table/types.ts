import type { FactKind } from "../../core/fact.ts";
import type { Cell } from "../../parse/document.ts";
import { flat } from "../cells/marks.ts";
import type { Column } from "./columns.ts";
import { type ColumnRole, kindOfType } from "./header-words.ts";

/** What a column of kinds says of the row: "Parameter", "SDK". Most pages have none. */
export function typeOf(columns: Column[], row: Cell[]): FactKind | null {
  for (const column of columns) {
    if (!TYPE_ROLES.has(column.role) || !TYPE_HEADING.test(column.heading)) continue;
    const text = flat(row[column.index]);
    const kind = text.length <= 30 ? kindOfType(text) : null;
    if (kind !== null) return kind;
  }
  return null;
}

const TYPE_ROLES: ReadonlySet<ColumnRole> = new Set(["maker", "other", "note"]);
const TYPE_HEADING =
  /\b(types?|kinds?|categor\w*|what|class|object|entity|resource|typ|art|tipo|tipos)\b|^$|类|類|種|유형|종류/i;
