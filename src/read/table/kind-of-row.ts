import type { Mention } from "../cells/models.ts";
import { idShaped } from "../cells/tokens.ts";
import { isKnown } from "../names/index.ts";
import type { Column } from "./column.ts";
import { kindOfColumn, normalHeader } from "./header-words.ts";
import type { Around } from "./rows.ts";

const VOICE =
  /^(?:(?:default|old|legacy|retired|premade) )?(?:voices?|stimmen?|voix|voz|voces|vozes|voc[ei])(?: (?:ids?|names?))?$|音色|ボイス|음성/;

/** A voice has a name of its own or a random string; one that is written as a model's id is called as a model is. */
const isVoice = ({ id }: Mention, column: Column | undefined): boolean =>
  column !== undefined && VOICE.test(normalHeader(column.heading)) && !/[-./:@_]/.test(id) && !isKnown(id);

/** "Prompt library" under "Affected feature" is a feature; an id under "API endpoints", or Gemini there, is still a model. */
export function ofKind(mention: Mention, column: Column | undefined, around: Around): Mention {
  if (mention.kind !== "model") return mention;
  if (isVoice(mention, column)) return { ...mention, kind: "feature" };
  const own = column?.meaning.kind ?? kindOfColumn(column?.heading ?? "");
  const kind = own ?? around.kind;
  if (kind === null) return mention;
  // A section on parameters names the models that take them, beside: only the things' own column tells of models.
  const still = kind === "endpoint" ? idShaped(mention.id) : own !== null && own !== "fine-tune" && isKnown(mention.id);
  return still ? mention : { ...mention, kind };
}
