import type { CommandSpec, OptionSpec, SubcommandSpec } from "../../core/command.ts";
import { nearestWord } from "../../core/spelling.ts";
import { cleanLine } from "./text.ts";

export type ParsedCommand =
  | { ok: true; subcommand: string | null; options: Record<string, string> }
  /** What was not understood, and what would be: `option`, `value`, `allowed` and `likely` fit Messages.watch.unknownValue. */
  | { ok: false; option: string; value: string; allowed: string; likely: string | null };

/**
 * Reads what a person typed after a command, where the platform gives one line of text (Slack, the terminal).
 * A first word that names a subcommand selects it; `key=value` (or `key="two words"`, `--key value`, `key value`) sets an option by name; whole
 * numbers go to the first free integer option; all other words together are the first free text option, so that
 * `/model-status claude opus 3` needs no quotes.
 */
export function parseCommandText(spec: CommandSpec, text: string): ParsedCommand {
  const tokens = tokenise(cleanLine(text));
  const subcommands = spec.subcommands ?? [];
  if (subcommands.length === 0) return readOptions(spec, null, spec.options, tokens);
  const first = tokens.shift();
  if (first === undefined) return { ok: true, subcommand: null, options: {} };
  const chosen = subcommands.find((subcommand) => sameName(subcommand.name, first.text));
  if (chosen) return readOptions(spec, chosen.name, chosen.options, tokens);
  return refused(`/${spec.name}`, first.text, names(subcommands));
}

/** How to use a command, one line for each form: `/model-watch add [provider] [days=]`. */
export function usageOf(spec: CommandSpec): string[] {
  const show = (option: OptionSpec) => (option.required ? option.name : `[${option.name}]`);
  const forms: (SubcommandSpec | CommandSpec)[] = spec.subcommands?.length ? spec.subcommands : [spec];
  return forms.map((form) =>
    [`/${spec.name}`, ...(form === spec ? [] : [form.name]), ...form.options.map(show)].join(" "),
  );
}

type Token = { text: string; key: string | null };

const QUOTES: Record<string, string> = { '"': '"', "“": "”", "”": "”", "„": "“", "「": "」" };

/** Splits at white space outside quotes. Phones type curly quotes, so those count too; an open quote runs to the end. */
function tokenise(line: string): Token[] {
  const tokens: Token[] = [];
  let current: Token | null = null;
  let closing: string | null = null;
  for (const mark of line) {
    if (closing !== null) {
      if (mark === closing) closing = null;
      else if (current) current.text += mark;
      continue;
    }
    if (mark === " ") {
      if (current) tokens.push(current);
      current = null;
      continue;
    }
    current ??= { text: "", key: null };
    const opens = QUOTES[mark];
    if (opens !== undefined && current.text === "") closing = opens;
    else if (mark === "=" && current.key === null && current.text !== "") {
      current.key = current.text;
      current.text = "";
    } else current.text += mark;
  }
  if (current) tokens.push(current);
  return tokens;
}

function readOptions(
  command: CommandSpec,
  subcommand: string | null,
  specs: OptionSpec[],
  tokens: Token[],
): ParsedCommand {
  const form = subcommand === null ? `/${command.name}` : `/${command.name} ${subcommand}`;
  const options: Record<string, string> = {};
  const words: string[] = [];
  const queue = joinNamed(joinDashed(tokens, specs), specs);
  for (const token of queue) {
    if (token.key === null) {
      words.push(token.text);
      continue;
    }
    const spec = specs.find((option) => sameName(option.name, token.key ?? ""));
    if (!spec) return refused(form, `${token.key}=`, names(specs), token.key);
    options[spec.name] = token.text;
  }
  const rest: string[] = [];
  for (const word of words) {
    const number = /^-?\d{1,9}$/.test(word) ? specs.find((spec) => free(spec, "integer", options)) : undefined;
    if (number) options[number.name] = word;
    else rest.push(word);
  }
  if (rest.length > 0) {
    const target = specs.find((spec) => free(spec, "string", options));
    if (!target) {
      return refused(form, rest.join(" "), specs.length === 0 ? [form] : names(specs));
    }
    options[target.name] = rest.join(" ");
  }
  return check(subcommand, specs, options);
}

/** `--days 30` is the same as `days=30`. A `--word` that names no option stays a word. */
function joinDashed(tokens: Token[], specs: OptionSpec[]): Token[] {
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    const name = (token.key ?? token.text).startsWith("--") ? (token.key ?? token.text).slice(2) : null;
    const known = name !== null && specs.some((spec) => sameName(spec.name, name));
    if (!known) joined.push(token);
    else if (token.key !== null) joined.push({ key: name, text: token.text });
    else joined.push({ key: name, text: tokens[(index += 1)]?.text ?? "" });
  }
  return joined;
}

/** `time 09:00` is the same as `time=09:00`, and `milestones 90 30` as `milestones="90 30"`: up to the next name. */
function joinNamed(tokens: Token[], specs: OptionSpec[]): Token[] {
  const named = (token: Token) => token.key === null && specs.some((option) => sameName(option.name, token.text));
  const joined: Token[] = [];
  let open: Token | null = null;
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (named(token) && next !== undefined && next.key === null && !named(next)) {
      open = { key: token.text, text: "" };
      joined.push(open);
    } else if (open !== null && token.key === null && !named(token)) {
      open.text = `${open.text} ${token.text}`.trim();
    } else {
      open = null;
      joined.push(token);
    }
  }
  return joined;
}

function check(subcommand: string | null, specs: OptionSpec[], options: Record<string, string>): ParsedCommand {
  for (const spec of specs) {
    const value = options[spec.name];
    if (value === undefined || value === "") {
      delete options[spec.name];
      if (spec.required) return refused(spec.name, "", [spec.description]);
      continue;
    }
    if (spec.type === "integer" && !/^-?\d{1,9}$/.test(value)) return refused(spec.name, value, ["1", "2", "3", "…"]);
    if (!spec.choices) continue;
    const chosen = spec.choices.find((choice) => sameName(choice.value, value) || sameName(choice.name, value));
    if (!chosen)
      return refused(
        spec.name,
        value,
        spec.choices.map((choice) => choice.value),
      );
    options[spec.name] = chosen.value;
  }
  return { ok: true, subcommand, options };
}

function free(spec: OptionSpec, type: OptionSpec["type"], options: Record<string, string>): boolean {
  return spec.type === type && options[spec.name] === undefined;
}

function sameName(a: string, b: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll("_", "-");
  return plain(a) === plain(b);
}

function names(list: { name: string }[]): string[] {
  return list.map((entry) => entry.name);
}

/** @param meant what of it may be mistyped: the value, or the option's name */
function refused(option: string, value: string, allowed: string[], meant = value): ParsedCommand {
  return { ok: false, option, value, allowed: allowed.join(", "), likely: nearestWord(meant, allowed) };
}
