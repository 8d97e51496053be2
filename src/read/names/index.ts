export { classifyThing } from "./classify.ts";
export { familyOf, type Family } from "./families.ts";
export { findModelNames, isKnown, type NameMention } from "./find.ts";
export { looksLikeModelId, trimId } from "./id-shape.ts";
