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

/** Blocks of a message (at most 50), or of a view (100), where inputs are taken too. */
export function checkBlocks(blocks: unknown[], out: string[], inView = false): void {
  if (blocks.length > (inView ? 100 : 50)) out.push(`${blocks.length} blocks`);
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
      case "image":
        return checkImage(block, say);
      case "input":
        return inView ? checkInput(block, say) : say("input blocks are for modals");
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
    if (isJson(element) && element["type"] === "external_select") {
      checkSelect(element, say);
      continue;
    }
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

/** https://docs.slack.dev/reference/block-kit/blocks/image-block: one of an address and a file, never both. */
function checkImage(block: Json, say: Say): void {
  const { image_url: url, slack_file: file, alt_text: alt } = block;
  if ((url === undefined) === (file === undefined)) say("one of image_url and slack_file");
  if (file !== undefined && (!isJson(file) || (typeof file["id"] === "string") === (typeof file["url"] === "string")))
    say("slack_file needs one of id and url");
  if (typeof alt !== "string" || alt === "" || alt.length > 2000) say("alt_text");
}

/** https://docs.slack.dev/reference/block-kit/blocks/input-block */
function checkInput(block: Json, say: Say): void {
  checkText(block["label"], ["plain_text"], 2000, say);
  if (block["hint"] !== undefined) checkText(block["hint"], ["plain_text"], 2000, say);
  if (typeof block["block_id"] !== "string" || block["block_id"] === "") say("block_id");
  const { element } = block;
  if (!isJson(element)) return say("element");
  const { action_id: id } = element;
  if (typeof id !== "string" || id === "" || id.length > 255) say("action_id");
  checkSelect(element, say);
}

const SELECTS = new Set(["static_select", "multi_static_select", "external_select", "multi_external_select"]);

/** https://docs.slack.dev/reference/block-kit/block-elements: menus, text inputs, time pickers. */
function checkSelect(element: Json, say: Say): void {
  const { type } = element;
  if (element["placeholder"] !== undefined) checkText(element["placeholder"], ["plain_text"], 150, say);
  if (type === "plain_text_input") {
    const { initial_value: value, max_length: max } = element;
    if (max !== undefined && (typeof max !== "number" || max < 1 || max > 3000)) say("max_length");
    if (value !== undefined && (typeof value !== "string" || value.length > Number(max ?? 3000))) say("initial_value");
    return;
  }
  if (type === "timepicker") {
    const time = element["initial_time"];
    if (time !== undefined && (typeof time !== "string" || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)))
      say("initial_time");
    return;
  }
  if (typeof type !== "string" || !SELECTS.has(type)) return say(`unknown element ${String(type)}`);
  const fixed = type.endsWith("static_select");
  const options = element["options"];
  if (fixed) checkOptions(options, 1, say);
  if (type.startsWith("multi_")) {
    const chosen = element["initial_options"];
    if (chosen !== undefined) checkOptions(chosen, 1, say);
    const most = element["max_selected_items"];
    if (most !== undefined && (typeof most !== "number" || most < 1)) say("max_selected_items");
    if (Array.isArray(chosen) && typeof most === "number" && chosen.length > most) say("more chosen than allowed");
    if (fixed && Array.isArray(chosen)) for (const one of chosen as unknown[]) mustBeOffered(one, options, say);
    return;
  }
  const one = element["initial_option"];
  if (one === undefined) return;
  checkOptions([one], 1, say);
  if (fixed) mustBeOffered(one, options, say);
}

/** An initial option must be exactly one of the options. */
function mustBeOffered(one: unknown, options: unknown, say: Say): void {
  const offered = Array.isArray(options) && options.some((option) => JSON.stringify(option) === JSON.stringify(one));
  if (!offered) say("the initial option is not among the options");
}

/** At most 100; text 75, value 75 by the SDK's types, no value twice. */
export function checkOptions(options: unknown, least: number, say: Say): void {
  if (!Array.isArray(options) || options.length < least || options.length > 100) return say("1 to 100 options");
  const values = new Set<unknown>();
  for (const option of options as unknown[]) {
    if (!isJson(option)) return say("an option is not an object");
    checkText(option["text"], ["plain_text"], 75, say);
    const { value } = option;
    if (typeof value !== "string" || value === "" || value.length > 75) say("option value");
    if (values.has(value)) say("an option value twice");
    values.add(value);
  }
}

/** What Slack refuses in a view: https://docs.slack.dev/reference/views and https://docs.slack.dev/surfaces/modals */
export function refuseView(view: unknown): Refusal | null {
  if (!isJson(view)) return { error: "invalid_arguments", messages: ["view is not an object"] };
  const messages: string[] = [];
  const say = (what: string) => messages.push(`/view: ${what}`);
  const { type, blocks } = view;
  if (!Array.isArray(blocks)) say("blocks");
  else checkBlocks(blocks, messages, true);
  const ids = (Array.isArray(blocks) ? blocks : []).map((block) => (isJson(block) ? block["block_id"] : undefined));
  const named = ids.filter((id) => id !== undefined);
  if (new Set(named).size !== named.length) say("block_id twice");
  const hasInputs = Array.isArray(blocks) && blocks.some((block) => isJson(block) && block["type"] === "input");
  if (type === "modal") {
    checkText(view["title"], ["plain_text"], 24, say);
    for (const key of ["submit", "close"]) if (view[key] !== undefined) checkText(view[key], ["plain_text"], 24, say);
    if (hasInputs && view["submit"] === undefined) say("must define submit to use an input block in modals");
  } else if (type !== "home") say("type");
  for (const [key, max] of [
    ["callback_id", 255],
    ["private_metadata", 3000],
    ["external_id", 255],
  ] as const) {
    const value = view[key];
    if (value !== undefined && (typeof value !== "string" || value.length > max)) say(key);
  }
  if (JSON.stringify(view).length > 250_000) return { error: "view_too_large", messages };
  return messages.length > 0 ? { error: "invalid_arguments", messages } : null;
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
