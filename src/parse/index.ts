/** The whole of the room: text in, documents, feeds and data out. Pure; nothing here touches disk or network. */
export type { Block, Cell, Doc, Feed, FeedItem, Line, ListItem, Run } from "./document.ts";
export { textOf } from "./document.ts";
export { detectForm, type DetectedForm } from "./form.ts";
export { parseDocument } from "./parse.ts";
export { parseHtml } from "./html.ts";
export { parseMarkdown } from "./markdown.ts";
export { parseText } from "./text.ts";
export { parseFeed } from "./feed.ts";
export { embeddedJson } from "./hydration.ts";
export { parseJson } from "./json.ts";
export { parseYaml } from "./data.ts";
export { decodeBody } from "./decode.ts";
export { decodeEastern } from "./eastern.ts";
export { linesOf, type Placed, walk } from "./walk.ts";
export { ParseLimitError } from "./limits.ts";
export { DELIMITER } from "./broken-rows.ts";
export { withTextTables } from "./text-tables.ts";
export { writtenLines } from "./written.ts";
