import { parseArgs, type ParseArgsConfig } from "node:util";
import { isParseArgsError, wordsOfArguments } from "../src/cli/usage.ts";
import { didYouMean } from "../src/lib/nearest.ts";

/** Ends the process as the command line does: `--help` with 0, a wrong argument with one line and 2. */
export function readOptions<const T extends ParseArgsConfig>(usage: string, config: T) {
  if (process.argv.slice(2).some((word) => word === "--help" || word === "-h")) {
    console.log(`usage: npm run -s ${usage}`);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    if (!isParseArgsError(error)) throw error;
    return wrong(`${wordsOfArguments(error, usage)} (usage: npm run -s ${usage})`);
  }
}

/** Ends the process with what exists, when one of the wanted names does not. */
export function known(what: string, wanted: readonly string[], all: readonly string[]): void {
  const strange = wanted.find((name) => !all.includes(name));
  if (strange !== undefined)
    wrong(`there is no ${what} "${strange}".${didYouMean(strange, all)} There are ${[...new Set(all)].join(", ")}`);
}

/** One line on standard error and exit code 2. */
export function wrong(words: string): never {
  console.error(words);
  process.exit(2);
}
