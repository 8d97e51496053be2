/**
 * What a button carries: the command to run, as one short string that survives a restart of the bot.
 * Form: `command?key=value&key=value`; `command` may be two words, the second being the subcommand.
 */

/** Discord's limit of a custom id, the smallest of all platforms: https://docs.discord.com/developers/components/reference */
export const ACTION_ID_MAX = 100;

export type DecodedAction = {
  command: string;
  subcommand: string | null;
  options: Record<string, string>;
  /** The answer takes the place of the private answer that holds the button. */
  in_place?: true;
};

/** Before the command of a button whose answer is shown in place. */
const IN_PLACE = "^";

/**
 * The command as text of at most `max` UTF-16 units, or null when it does not fit. Then the renderer leaves the button
 * out and prints `typedCommand` instead: a cut value would run something else.
 */
export function encodeAction(
  command: string,
  options: Record<string, string>,
  max: number = ACTION_ID_MAX,
  inPlace = false,
): string | null {
  const pairs = Object.entries(options).map(([key, value]) => `${escape(key)}=${escape(value)}`);
  const name = inPlace ? `${IN_PLACE}${command}` : command;
  const text = pairs.length === 0 ? name : `${name}?${pairs.join("&")}`;
  return text.length <= max && text.isWellFormed() ? text : null;
}

/** The command of a button; null for anything that encodeAction did not make. */
export function decodeAction(text: string): DecodedAction | null {
  const inPlace = text.startsWith(IN_PLACE);
  const [name = "", query = ""] = splitOnce(inPlace ? text.slice(IN_PLACE.length) : text, "?");
  const words = /^([a-z0-9_-]{1,40})(?: ([a-z0-9_-]{1,40}))?$/.exec(name);
  if (!words?.[1]) return null;
  const options: Record<string, string> = {};
  for (const pair of query === "" ? [] : query.split("&")) {
    const [key, value] = splitOnce(pair, "=").map(unescape);
    if (!key || value == null) return null;
    options[key] = value;
  }
  const decoded = { command: words[1], subcommand: words[2] ?? null, options };
  return inPlace ? { ...decoded, in_place: true } : decoded;
}

/** The same command as a person would type it: `/model-status gpt-4.5`, `/model-watch add provider="a b"`. */
export function typedCommand(command: string, options: Record<string, string>): string {
  const entries = Object.entries(options);
  const quoted = (value: string) => (/[\s"“”=]/.test(value) ? `"${value.replaceAll(/["“”]/g, "")}"` : value);
  const only = entries.length === 1 ? entries[0] : undefined;
  if (only) return `/${command} ${quoted(only[1])}`;
  return [`/${command}`, ...entries.map(([key, value]) => `${key}=${quoted(value)}`)].join(" ");
}

function escape(text: string): string {
  return !/[%&=?]/.test(text) ? text : text.replaceAll(/[%&=?]/g, (mark) => encodeURIComponent(mark));
}

function unescape(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}
