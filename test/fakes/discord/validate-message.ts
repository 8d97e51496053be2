import type { Json } from "./model.ts";
import {
  checkText,
  checkUrl,
  checkWellFormed,
  count,
  createProblems,
  isObject,
  type Problems,
  Refusal,
  textOf,
} from "./validate.ts";

/**
 * Refuses what Discord refuses of a message: https://docs.discord.com/developers/resources/message and
 * https://docs.discord.com/developers/components/reference. Throws Refusal.
 */
export function validateMessage(body: unknown, options: { partial?: boolean } = {}): void {
  if (!isObject(body)) throw new Refusal(400, 50109, "The request body contains invalid JSON.");
  checkWellFormed(body);
  const problems = createProblems();
  checkText(problems, "content", body["content"], { max: 2000 });
  checkNonce(problems, body);
  const embeds = listOf(problems, "embeds", body["embeds"], 10);
  embeds.forEach((embed, index) => checkEmbed(problems, `embeds.${index}`, embed));
  const total = embeds.reduce<number>((sum, embed) => sum + embedLength(embed), 0);
  if (total > 6000) problems.add("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
  checkComponents(problems, listOf(problems, "components", body["components"], 5));
  checkAllowedMentions(problems, body["allowed_mentions"]);
  checkFiles(problems, body);
  problems.throwIfAny();
  const files = Array.isArray(body["__files"]) ? body["__files"].length : 0;
  const empty = !textOf(body["content"]).trim() && embeds.length === 0 && files === 0;
  if (empty && options.partial !== true) throw new Refusal(400, 50006, "Cannot send an empty message");
}

function checkNonce(problems: Problems, body: Json): void {
  const nonce = body["nonce"];
  if (nonce !== undefined && nonce !== null && typeof nonce !== "string" && !Number.isInteger(nonce))
    problems.add("nonce", "BASE_TYPE_STRING", "Must be a string or an integer");
  if (textOf(nonce).length > 25) problems.add("nonce", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
  const enforce = body["enforce_nonce"];
  if (enforce !== undefined && typeof enforce !== "boolean")
    problems.add("enforce_nonce", "BASE_TYPE_BOOLEAN", "Must be a boolean");
}

function listOf(problems: Problems, path: string, value: unknown, max: number): unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    problems.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used");
    return [];
  }
  if (value.length > max) problems.add(path, "BASE_TYPE_MAX_LENGTH", `Must be ${max} or fewer in length.`);
  return value;
}

function checkEmbed(problems: Problems, path: string, embed: unknown): void {
  if (!isObject(embed)) return problems.add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used");
  checkText(problems, `${path}.title`, embed["title"], { max: 256 });
  checkText(problems, `${path}.description`, embed["description"], { max: 4096 });
  checkUrl(problems, `${path}.url`, embed["url"]);
  const color = embed["color"];
  if (color !== undefined && (!Number.isInteger(color) || (color as number) < 0 || (color as number) > 0xffffff))
    problems.add(`${path}.color`, "NUMBER_TYPE_MAX", "int value should be less than or equal to 16777215.");
  const fields = listOf(problems, `${path}.fields`, embed["fields"], 25);
  fields.forEach((field, index) => {
    const at = `${path}.fields.${index}`;
    const object = isObject(field) ? field : {};
    checkText(problems, `${at}.name`, object["name"], { max: 256, required: true });
    checkText(problems, `${at}.value`, object["value"], { max: 1024, required: true });
  });
  if (isObject(embed["footer"]))
    checkText(problems, `${path}.footer.text`, embed["footer"]["text"], { max: 2048, required: true });
  if (isObject(embed["author"]))
    checkText(problems, `${path}.author.name`, embed["author"]["name"], { max: 256, required: true });
  const shows = ["title", "description", "fields", "footer", "author", "image", "thumbnail", "timestamp"];
  const empty = (value: unknown) => value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  if (shows.every((key) => empty(embed[key]))) problems.add(path, "BASE_TYPE_REQUIRED", "This field is required");
}

function embedLength(embed: unknown): number {
  if (!isObject(embed)) return 0;
  const length = (value: unknown) => (typeof value === "string" ? count(value) : 0);
  const inner = (value: unknown, key: string) => (isObject(value) ? length(value[key]) : 0);
  const fields = Array.isArray(embed["fields"]) ? embed["fields"] : [];
  return (
    length(embed["title"]) +
    length(embed["description"]) +
    inner(embed["footer"], "text") +
    inner(embed["author"], "name") +
    fields.reduce<number>((sum, field) => sum + inner(field, "name") + inner(field, "value"), 0)
  );
}

function checkComponents(problems: Problems, rows: unknown[]): void {
  const ids = new Set<unknown>();
  rows.forEach((row, index) => {
    const path = `components.${index}`;
    if (!isObject(row) || row["type"] !== 1)
      return problems.add(`${path}.type`, "BASE_TYPE_CHOICES", 'Value of field "type" must be one of (1,).');
    const parts = Array.isArray(row["components"]) ? row["components"] : [];
    if (parts.length === 1 && isObject(parts[0]) && parts[0]["type"] === 3)
      return checkSelect(problems, `${path}.components.0`, parts[0], ids);
    if (parts.length < 1 || parts.length > 5)
      problems.add(`${path}.components`, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
    parts.forEach((part, place) => checkButton(problems, `${path}.components.${place}`, part, ids));
  });
}

/** https://docs.discord.com/developers/components/reference#string-select */
function checkSelect(problems: Problems, path: string, part: Json, ids: Set<unknown>): void {
  checkText(problems, `${path}.custom_id`, part["custom_id"], { min: 1, max: 100, required: true });
  if (ids.has(part["custom_id"]))
    problems.add(`${path}.custom_id`, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
  ids.add(part["custom_id"]);
  checkText(problems, `${path}.placeholder`, part["placeholder"], { max: 150 });
  const options = Array.isArray(part["options"]) ? (part["options"] as unknown[]) : [];
  if (options.length < 1 || options.length > 25)
    problems.add(`${path}.options`, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length.");
  const [least, most] = [Number(part["min_values"] ?? 1), Number(part["max_values"] ?? 1)];
  if (!(least >= 0 && least <= 25 && most >= 1 && most <= 25 && least <= most && most <= options.length))
    problems.add(`${path}.max_values`, "BASE_TYPE_MAX_VALUE", "min_values and max_values do not fit the options");
  const values = new Set<unknown>();
  let preset = 0;
  options.forEach((option, index) => {
    const at = `${path}.options.${index}`;
    const object = isObject(option) ? option : {};
    checkText(problems, `${at}.label`, object["label"], { max: 100, required: true });
    checkText(problems, `${at}.value`, object["value"], { min: 1, max: 100, required: true });
    checkText(problems, `${at}.description`, object["description"], { max: 100 });
    if (values.has(object["value"]))
      problems.add(
        `${at}.value`,
        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        "The specified option value is already used",
      );
    values.add(object["value"]);
    if (object["default"] === true) preset += 1;
  });
  if (preset > most) problems.add(`${path}.options`, "SELECT_COMPONENT_TOO_MANY_DEFAULTS", "Too many default values");
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal */
export function validateModal(problems: Problems, data: Json): void {
  checkText(problems, "data.title", data["title"], { min: 1, max: 45, required: true });
  checkText(problems, "data.custom_id", data["custom_id"], { min: 1, max: 100, required: true });
  const parts = Array.isArray(data["components"]) ? (data["components"] as unknown[]) : [];
  if (parts.length < 1 || parts.length > 5)
    problems.add("data.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
  const ids = new Set<unknown>();
  parts.forEach((part, index) => {
    const path = `data.components.${index}`;
    const label = isObject(part) ? part : {};
    const input = isObject(label["component"]) ? label["component"] : {};
    if (label["type"] !== 18 || input["type"] !== 4)
      return problems.add(`${path}.type`, "BASE_TYPE_CHOICES", "The fake knows labels with text inputs.");
    checkText(problems, `${path}.label`, label["label"], { min: 1, max: 45, required: true });
    checkText(problems, `${path}.description`, label["description"], { max: 100 });
    checkText(problems, `${path}.component.custom_id`, input["custom_id"], { min: 1, max: 100, required: true });
    if (ids.has(input["custom_id"]))
      problems.add(`${path}.component`, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    ids.add(input["custom_id"]);
    if (![1, 2].includes(input["style"] as number))
      problems.add(`${path}.component.style`, "BASE_TYPE_CHOICES", "Must be one of (1, 2).");
    const max = Number(input["max_length"] ?? 4000);
    if (max < 1 || max > 4000) problems.add(`${path}.component.max_length`, "NUMBER_TYPE_MAX", "1 to 4000");
    checkText(problems, `${path}.component.value`, input["value"], { max });
    checkText(problems, `${path}.component.placeholder`, input["placeholder"], { max: 100 });
  });
}

/** At most 10 files, each with a description of at most 1,024; an attachment names a file, or one that stays. */
function checkFiles(problems: Problems, body: Json): void {
  const files = Array.isArray(body["__files"]) ? (body["__files"] as Json[]) : [];
  const listed = listOf(problems, "attachments", body["attachments"], 10);
  if (files.length > 10) problems.add("files", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.");
  listed.forEach((entry, index) => {
    const object = isObject(entry) ? entry : {};
    checkText(problems, `attachments.${index}.description`, object["description"], { max: 1024 });
  });
  for (const file of files)
    if ((file["bytes"] as Buffer).length > 10 * 1024 * 1024) throw new Refusal(413, 40005, "Request entity too large");
}

function checkButton(problems: Problems, path: string, part: unknown, ids: Set<unknown>): void {
  if (!isObject(part) || part["type"] !== 2)
    return problems.add(`${path}.type`, "BASE_TYPE_CHOICES", "The fake knows buttons only.");
  checkText(problems, `${path}.label`, part["label"], { max: 80, required: true });
  if (part["style"] === 5) return checkUrl(problems, `${path}.url`, part["url"], 512);
  if (![1, 2, 3, 4].includes(part["style"] as number))
    problems.add(`${path}.style`, "BASE_TYPE_CHOICES", "Must be one of (1, 2, 3, 4, 5).");
  checkText(problems, `${path}.custom_id`, part["custom_id"], { min: 1, max: 100, required: true });
  if (part["url"] !== undefined)
    problems.add(path, "BUTTON_COMPONENT_CUSTOM_ID_OR_URL", "A custom id and url cannot both be specified");
  if (ids.has(part["custom_id"]))
    problems.add(`${path}.custom_id`, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
  ids.add(part["custom_id"]);
}

function checkAllowedMentions(problems: Problems, value: unknown): void {
  if (!isObject(value)) return;
  const parse = Array.isArray(value["parse"]) ? value["parse"] : [];
  for (const kind of parse)
    if (!["roles", "users", "everyone"].includes(kind as string))
      problems.add("allowed_mentions.parse", "BASE_TYPE_CHOICES", "Must be one of ('roles', 'users', 'everyone').");
  for (const kind of ["users", "roles"])
    if (parse.includes(kind) && Array.isArray(value[kind]))
      problems.add("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", `parse:["${kind}"] and ${kind}`);
}

/**
 * Whom a message alerts. Escapes are ignored on purpose: what keeps the bot silent must be `allowed_mentions`, which
 * defaults to everything (to users only in interactions) when it is absent.
 */
export function pingsOf(content: string, allowed: unknown, interaction: boolean): string[] {
  const rules = isObject(allowed) ? allowed : { parse: interaction ? ["users"] : ["users", "roles", "everyone"] };
  const parse = Array.isArray(rules["parse"]) ? (rules["parse"] as string[]) : [];
  const listed = (kind: string, id: string) => Array.isArray(rules[kind]) && (rules[kind] as string[]).includes(id);
  const pings: string[] = [];
  if (parse.includes("everyone")) pings.push(...(content.match(/@(?:everyone|here)/g) ?? []));
  for (const [mention, role, id = ""] of content.matchAll(/<@(&|!)?(\d{1,20})>/g)) {
    const kind = role === "&" ? "roles" : "users";
    if (parse.includes(kind) || listed(kind, id)) pings.push(mention);
  }
  return pings;
}
