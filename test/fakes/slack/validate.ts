/**
 * What Slack refuses in a message, with its error codes: https://docs.slack.dev/reference/block-kit/blocks and
 * https://docs.slack.dev/reference/methods/chat.postMessage#errors. Written from the documentation, not from our renderer.
 */

export type Refusal = { error: string; messages: string[] };

type Json = Record<string, unknown>;

const BUTTON_STYLES = new Set<unknown>([undefined, "primary", "danger"]);

export function refuseMessage(args: Json): Refusal | null {
  const { text, blocks, metadata } = args;
  const messages: string[] = [];
  if (blocks !== undefined) {
    if (!Array.isArray(blocks)) return { error: "invalid_blocks_format", messages: ["blocks is not an array"] };
    checkBlocks(blocks as unknown[], messages);
    if (messages.length > 0) return { error: "invalid_blocks", messages };
    if (textTotal(blocks) > 13_200) return { error: "msg_blocks_too_long", messages: ["sum of text"] };
  }
  const empty = typeof text !== "string" || text === "";
  if (empty && (!Array.isArray(blocks) || blocks.length === 0)) return { error: "no_text", messages: [] };
  return metadata === undefined ? null : refuseMetadata(metadata);
}

function refuseMetadata(metadata: unknown): Refusal | null {
  if (!isJson(metadata)) return { error: "invalid_metadata_format", messages: ["metadata is not an object"] };
  const { event_type: type, event_payload: payload } = metadata;
  if (typeof type !== "string" || !/^[a-z][a-z0-9_]*$/.test(type)) {
    return { error: "invalid_metadata_schema", messages: ["event_type"] };
  }
  if (!isJson(payload)) return { error: "invalid_metadata_schema", messages: ["event_payload"] };
  return JSON.stringify(metadata).length > 8000 ? { error: "metadata_too_large", messages: [] } : null;
}

function checkBlocks(blocks: unknown[], out: string[]): void {
  if (blocks.length > 50) out.push(`${blocks.length} blocks`);
  const ids = new Set<string>();
  blocks.forEach((block, index) => {
    const say = (what: string) => out.push(`/blocks/${index}: ${what}`);
    if (!isJson(block)) return say("is not an object");
    if (typeof block["block_id"] === "string" && block["block_id"].length > 255) say("block_id is too long");
    switch (block["type"]) {
      case "header":
        return checkText(block["text"], ["plain_text"], 150, say);
      case "divider":
        return;
      case "section":
        return checkSection(block, say);
      case "context":
        return checkContext(block["elements"], say);
      case "actions":
        return checkActions(block["elements"], ids, say);
      default:
        return say(`unknown type ${String(block["type"])}`);
    }
  });
}

type Say = (what: string) => void;

function checkSection(block: Json, say: Say): void {
  const { text, fields } = block;
  if (text === undefined && fields === undefined) return say("section without text and fields");
  if (text !== undefined) checkText(text, ["plain_text", "mrkdwn"], 3000, say);
  if (fields === undefined) return;
  if (!Array.isArray(fields) || fields.length === 0 || fields.length > 10) return say("1 to 10 fields");
  for (const field of fields) checkText(field, ["plain_text", "mrkdwn"], 2000, say);
}

function checkContext(elements: unknown, say: Say): void {
  if (!Array.isArray(elements) || elements.length === 0 || elements.length > 10) return say("1 to 10 elements");
  for (const element of elements) checkText(element, ["plain_text", "mrkdwn"], 3000, say);
}

function checkActions(elements: unknown, ids: Set<string>, say: Say): void {
  if (!Array.isArray(elements) || elements.length === 0 || elements.length > 25) return say("1 to 25 elements");
  for (const element of elements as unknown[]) {
    if (!isJson(element) || element["type"] !== "button") {
      say("not a button");
      continue;
    }
    checkText(element["text"], ["plain_text"], 75, say);
    const { action_id: id, value, url, style } = element;
    if (typeof id !== "string" || id === "" || id.length > 255) say("action_id");
    else if (ids.has(id)) say("action_id twice");
    else ids.add(id);
    if (value !== undefined && (typeof value !== "string" || value.length > 2000)) say("value");
    if (url !== undefined && (typeof url !== "string" || url.length > 3000)) say("url");
    if (!BUTTON_STYLES.has(style)) say("style");
  }
}

function checkText(value: unknown, types: string[], max: number, say: Say): void {
  if (!isJson(value) || typeof value["type"] !== "string" || !types.includes(value["type"])) return say("text type");
  const { text } = value;
  if (typeof text !== "string" || text.length === 0) return say("text is empty");
  if (text.length > max) say(`text has ${text.length} of ${max} characters`);
  if (!text.isWellFormed()) say("text is cut inside a code point");
}

/** Every string that a reader sees, in order. */
export function visibleTexts(blocks: unknown): { text: string; type: string; verbatim: boolean }[] {
  if (Array.isArray(blocks)) return blocks.flatMap(visibleTexts);
  if (!isJson(blocks)) return [];
  const { type, text, verbatim } = blocks;
  if ((type === "mrkdwn" || type === "plain_text") && typeof text === "string") {
    return [{ text, type, verbatim: verbatim === true }];
  }
  return Object.values(blocks).flatMap(visibleTexts);
}

function textTotal(blocks: unknown): number {
  return visibleTexts(blocks).reduce((sum, part) => sum + part.text.length, 0);
}

/** How many mentions Slack would make of a message: https://docs.slack.dev/messaging/formatting-message-text */
export function countPings(args: Json): number {
  const tokens = /<(?:@[UW][A-Z0-9]*|!(?:here|channel|everyone)|!subteam\^[A-Z0-9]+)(?:\|[^>]*)?>/g;
  const names = /(?:^|[^\w])@(?:here|channel|everyone)\b/g;
  const count = (text: string, linksNames: boolean) =>
    (text.match(tokens)?.length ?? 0) + (linksNames ? (text.match(names)?.length ?? 0) : 0);
  const linksNames = isTrue(args["link_names"]) || args["parse"] === "full";
  const top = typeof args["text"] === "string" ? count(args["text"], linksNames) : 0;
  const inBlocks = visibleTexts(args["blocks"])
    .filter((part) => part.type === "mrkdwn" || part.text.includes("<"))
    .map((part) => count(part.text, !part.verbatim && part.type === "mrkdwn"));
  return inBlocks.reduce((sum, one) => sum + one, top);
}

export function isTrue(value: unknown): boolean {
  return value === true || value === "true" || value === "1" || value === 1;
}

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
