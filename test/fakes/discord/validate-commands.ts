import { checkText, count, createProblems, isObject, type Problems, Refusal } from "./validate.ts";

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Refuses what Discord refuses of commands: https://docs.discord.com/developers/interactions/application-commands */
export function validateCommands(body: unknown): void {
  if (!Array.isArray(body)) throw new Refusal(400, 50035, "Invalid Form Body");
  const problems = createProblems();
  if (body.length > 100) throw new Refusal(400, 30032, "Maximum number of application commands reached (100).");
  const names = new Set<unknown>();
  const menus = new Set<unknown>();
  body.forEach((command, index) => {
    const path = String(index);
    if (!isObject(command)) return problems.add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used");
    if (command["type"] === 2 || command["type"] === 3) return checkMenu(problems, path, command, menus);
    checkName(problems, path, command["name"], names);
    checkText(problems, `${path}.description`, command["description"], { min: 1, max: 100, required: true });
    if (lengthOf(command) > 8000) problems.add(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds 8000");
    const rights = command["default_member_permissions"];
    if (rights != null && (typeof rights !== "string" || !/^\d+$/.test(rights)))
      problems.add(`${path}.default_member_permissions`, "BASE_TYPE_STRING", "Must be a bit set in a string");
    checkOptions(problems, path, command["options"], true);
  });
  problems.throwIfAny();
}

/** User and message commands: names in any case with blanks, no description, no options; 15 of a type. */
function checkMenu(problems: Problems, path: string, command: Record<string, unknown>, taken: Set<unknown>): void {
  const name = checkText(problems, `${path}.name`, command["name"], { min: 1, max: 32, required: true });
  const key = `${String(command["type"])} ${name}`;
  if (taken.has(key)) problems.add(`${path}.name`, "APPLICATION_COMMANDS_DUPLICATE_NAME", "Names must be unique");
  taken.add(key);
  if (taken.size > 15)
    problems.add(path, "APPLICATION_COMMANDS_MAX", "Maximum number of application commands reached.");
  if (command["description"] !== undefined && command["description"] !== "")
    problems.add(`${path}.description`, "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED", "Not allowed here");
  if (command["options"] !== undefined)
    problems.add(`${path}.options`, "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_NOT_ALLOWED", "Not allowed here");
}

function checkName(problems: Problems, path: string, value: unknown, taken: Set<unknown>): void {
  const name = checkText(problems, `${path}.name`, value, { min: 1, max: 32, required: true });
  if (!NAME.test(name) || name !== name.toLowerCase())
    problems.add(`${path}.name`, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
  if (taken.has(name)) problems.add(`${path}.name`, "APPLICATION_COMMANDS_DUPLICATE_NAME", "Names must be unique");
  taken.add(name);
}

function checkOptions(problems: Problems, path: string, value: unknown, top: boolean): void {
  if (value === undefined) return;
  const options = Array.isArray(value) ? value : [];
  if (options.length > 25) problems.add(`${path}.options`, "BASE_TYPE_BAD_LENGTH", "Must be 25 or fewer in length.");
  const names = new Set<unknown>();
  let optional = false;
  const grouped = options.some((option) => isObject(option) && option["type"] === 1);
  options.forEach((option, index) => {
    const at = `${path}.options.${index}`;
    if (!isObject(option)) return problems.add(at, "MODEL_TYPE_CONVERT", "Only dictionaries may be used");
    checkName(problems, at, option["name"], names);
    checkText(problems, `${at}.description`, option["description"], { min: 1, max: 100, required: true });
    const type = option["type"];
    if (typeof type !== "number" || type < 1 || type > 11)
      problems.add(`${at}.type`, "BASE_TYPE_CHOICES", "Unknown type");
    if (grouped && type !== 1)
      problems.add(at, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Subcommands and options cannot be mixed");
    if (type === 1) {
      if (!top) problems.add(at, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Subcommands cannot be nested");
      return checkOptions(problems, at, option["options"], false);
    }
    if (option["required"] === true && optional)
      problems.add(at, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must come first");
    if (option["required"] !== true) optional = true;
    checkChoices(problems, at, option);
  });
}

function checkChoices(problems: Problems, path: string, option: Record<string, unknown>): void {
  const choices = option["choices"];
  if (choices === undefined) return;
  if (option["autocomplete"] === true)
    problems.add(path, "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_WITH_CHOICES", "Not both choices and autocomplete");
  validateChoices(problems, path, choices, option["type"] === 4);
}

/** Choices of an option, or an autocomplete answer: at most 25, names and values of at most 100. */
export function validateChoices(problems: Problems, path: string, choices: unknown, numbers: boolean): void {
  const list = Array.isArray(choices) ? choices : [];
  if (!Array.isArray(choices) || list.length > 25)
    problems.add(`${path}.choices`, "BASE_TYPE_BAD_LENGTH", "Must be between 0 and 25 in length.");
  list.forEach((choice, index) => {
    const at = `${path}.choices.${index}`;
    const object = isObject(choice) ? choice : {};
    checkText(problems, `${at}.name`, object["name"], { min: 1, max: 100, required: true });
    if (numbers) {
      if (!Number.isInteger(object["value"])) problems.add(`${at}.value`, "NUMBER_TYPE_COERCE", "Must be an integer");
    } else checkText(problems, `${at}.value`, object["value"], { min: 1, max: 100, required: true });
  });
}

function lengthOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, entry) => sum + lengthOf(entry), 0);
  if (!isObject(value)) return 0;
  const own = ["name", "description", "value"].map((key) => value[key]);
  const text = own.reduce<number>((sum, part) => sum + (typeof part === "string" ? count(part) : 0), 0);
  return text + lengthOf(value["options"]) + lengthOf(value["choices"]);
}
