import type { APIEmbed, APIEmbedField } from "discord.js";
import {
  EMBED_DESCRIPTION_MAX,
  EMBED_FIELD_NAME_MAX,
  EMBED_FIELD_VALUE_MAX,
  EMBED_FIELDS_MAX,
  EMBEDS_MAX,
} from "./limits.ts";
import { fitPieces, type Piece } from "./markdown.ts";

/** Discord refuses an empty field name or value; this shows as nothing. */
const BLANK = "\u200b";
/** Below this much room a piece of text says nothing. */
const LEAST_ROOM = 24;
const MORE = "\n…";

/** Embeds under construction: text and fields in reading order, within one budget. */
export type Page = {
  /** Adds a paragraph. When it does not fit it is cut, marked with an ellipsis, and nothing follows. */
  text(pieces: Piece[]): void;
  field(name: Piece[], value: Piece[]): void;
  /** True when nothing more can be added. */
  full(): boolean;
  /** Units that the next paragraph may have. */
  room(): number;
  embeds(): Pick<APIEmbed, "description" | "fields">[];
};

type Draft = { description: string; fields: APIEmbedField[] };

/**
 * An embed shows its description before its fields, so text that follows fields opens another embed.
 * @param budget units for all text of all embeds together
 */
export function createPage(budget: number): Page {
  const drafts: Draft[] = [{ description: "", fields: [] }];
  let left = budget - MORE.length;
  let full = false;

  const current = (): Draft => drafts.at(-1) as Draft;
  const open = (): boolean => {
    if (drafts.length === EMBEDS_MAX) return false;
    drafts.push({ description: "", fields: [] });
    return true;
  };
  const close = (): void => {
    if (full) return;
    full = true;
    current().description += MORE;
  };
  const separator = (): string => (current().description === "" ? "" : "\n");
  const room = (): number => {
    if (full) return 0;
    const used = current().fields.length > 0 && drafts.length < EMBEDS_MAX ? 0 : current().description.length;
    return Math.max(0, Math.min(EMBED_DESCRIPTION_MAX - MORE.length - used, left) - 1);
  };

  const field = (name: Piece[], value: Piece[]): void => {
    if (full) return;
    if (current().fields.length === EMBED_FIELDS_MAX && !open()) return close();
    const label = fitPieces(name, Math.min(EMBED_FIELD_NAME_MAX, left)).markdown.trim() || BLANK;
    const space = Math.min(EMBED_FIELD_VALUE_MAX, left - label.length);
    if (space < LEAST_ROOM) return close();
    const body = fitPieces(value, space).markdown.trim() || BLANK;
    left -= label.length + body.length;
    current().fields.push({ name: label, value: body, inline: body.length <= 60 });
  };

  const text = (pieces: Piece[]): void => {
    if (full) return;
    if (current().fields.length > 0 && !open()) return field([], pieces);
    const space = room();
    if (space < LEAST_ROOM) return close();
    const fitted = fitPieces(pieces, space);
    if (fitted.markdown.trim() === "") return;
    left -= separator().length + fitted.markdown.length;
    current().description += separator() + fitted.markdown;
    if (fitted.cut) close();
  };

  return {
    text,
    field,
    full: () => full,
    room,
    embeds: () =>
      drafts.map(({ description, fields }) => ({
        ...(description.trim() === "" ? {} : { description }),
        ...(fields.length === 0 ? {} : { fields }),
      })),
  };
}
