import { didYouMean } from "../lib/nearest.ts";
import type { Subcommand } from "./subcommand.ts";

/** True for the complaints of node:util's parseArgs: https://nodejs.org/api/errors.html#err_parse_args_unknown_option */
export function isParseArgsError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

/** What parseArgs complains of, in one sentence with what to write instead; the options are those of the usage line. */
export function wordsOfArguments(error: Error & { code: string }, usage: string): string {
  const named = /'([^']*)'/.exec(error.message)?.[1]?.replace(/ <value>$/, "") ?? "";
  const options = [...new Set(usage.match(/--[a-z][a-z-]*/g))];
  if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION")
    return `there is no option ${named}.${didYouMean(named, options)}${options.length === 0 ? " It takes none" : ` There are ${options.join(", ")}`}`;
  if (error.code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL") return `"${named}" is not expected here; leave it out`;
  if (/does not take/.test(error.message)) return `${named} takes no value; write it alone`;
  if (/ambiguous/.test(error.message))
    return `${named} needs a value; one that begins with a dash is written ${named}=-1`;
  return `${named} needs a value`;
}

/** The help of one subcommand. */
export function helpOf({ usage, what }: Subcommand): string {
  return `usage: npm run -s sundown -- ${usage}\n    ${what}`;
}
