import { holdsWords } from "../cells/models.ts";
import type { FoundDate } from "../dates/index.ts";
import type { NameMention } from "../names/index.ts";
import { speaksOfReplacement } from "../table/header-words.ts";
import type { Lead } from "./leads.ts";
import type { Piece } from "./pieces.ts";

/** Names that a lead says to end, with what the lines around them give. */
export type Group = {
  names: NameMention[];
  lead: Lead;
  date: FoundDate | null;
  replacements: NameMention[];
  quote: string;
};

/**
 * "You use | Try" below a list of models that end: each row says, by names that people use, what takes the place of some of
 * them. True where it is such a table; the groups then have a group for each model that it names.
 */
export function adviseByTable(groups: Group[], piece: Piece & { kind: "table" }): boolean {
  const header = piece.rows[0] ?? [];
  const advised = header.findIndex((cell, index) => index > 0 && speaksOfReplacement(cell));
  if (advised < 1 || groups.length === 0) return false;
  const rows = piece.names().map((row) => ({ old: row[0] ?? [], instead: row[advised] ?? [] }));
  const insteadOf = (model: NameMention) =>
    rows.find(({ old }) => old.some((name) => name.key === model.key || holdsWords(model.name, name.name)))?.instead;
  const known = groups.flatMap((group) => group.names).filter((name) => insteadOf(name) !== undefined);
  if (known.length === 0) return false;
  const split = groups.flatMap((group) => [
    ...group.names.flatMap((name) => {
      const instead = insteadOf(name);
      return instead === undefined ? [] : [{ ...group, names: [name], replacements: [...instead] }];
    }),
    { ...group, names: group.names.filter((name) => insteadOf(name) === undefined) },
  ]);
  groups.splice(0, groups.length, ...split.filter((group) => group.names.length > 0));
  return true;
}
