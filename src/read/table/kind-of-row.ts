import type { Mention } from "../cells/models.ts";
import { idShaped, surelyId } from "../cells/tokens.ts";
import { isKnown } from "../names/index.ts";
import type { Column } from "./column.ts";
import { kindOfColumn, normalHeader } from "./header-words.ts";
import type { Around } from "./rows.ts";

const VOICE =
  /^(?:(?:default|old|legacy|retired|premade) )?(?:voices?|stimmen?|voix|voz|voces|vozes|voc[ei])(?: (?:ids?|names?))?$|音色|ボイス|음성/;

/** A voice has a name of its own or a random string; one that is written as a model's id is called as a model is. */
const isVoice = ({ id }: Mention, column: Column | undefined): boolean =>
  column !== undefined && VOICE.test(normalHeader(column.heading)) && !/[-./:@_]/.test(id) && !isKnown(id);

/** A column of whatever ends; a phrase in it that is written like no model is none. */
const ANYTHING =
  /^(?:items?|things?|what|components?|offerings?|entr(?:y|ies)|element\w*|elementos?|elemento|gegenstand|objet|objeto)$|^(?:项目|事项|対象|項目|항목)$/;

const isAnything = ({ id }: Mention, column: Column | undefined): boolean =>
  column !== undefined &&
  ANYTHING.test(normalHeader(column.heading)) &&
  /\s/.test(id) &&
  !isKnown(id) &&
  !id.split(/\s+/).some((word) => surelyId(word));

/** "Prompt library" under "Affected feature" is a feature; an id under "API endpoints", or Gemini there, is still a model. */
export function ofKind(mention: Mention, column: Column | undefined, around: Around): Mention {
  if (mention.kind !== "model") return mention;
  if (isVoice(mention, column)) return { ...mention, kind: "feature" };
  if (isAnything(mention, column)) return { ...mention, kind: "product" };
  const own = column?.meaning.kind ?? kindOfColumn(column?.heading ?? "");
  const kind = own ?? around.kind;
  if (kind === null) return mention;
  // A section on parameters names the models that take them, beside: only the things' own column tells of models.
  const still = kind === "endpoint" ? idShaped(mention.id) : own !== null && own !== "fine-tune" && isKnown(mention.id);
  return still ? mention : { ...mention, kind };
}
