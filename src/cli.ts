import { readdir } from "node:fs/promises";
import { keepCompiled } from "./lib/compile-cache.ts";
import { UsageError, type Subcommand } from "./cli/subcommand.ts";
import { helpOf, isParseArgsError, wordsOfArguments } from "./cli/usage.ts";
import { scrub } from "./lib/log.ts";
import { didYouMean } from "./lib/nearest.ts";

const HELP = ["--help", "-h"];
const FOLDER = new URL("./cli/subcommands/", import.meta.url);

/** The subcommands are the files of src/cli/subcommands; only the one that is named is loaded. */
async function subcommandNames(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((file) => file.endsWith(".ts")).map((file) => file.slice(0, -3));
}

async function usage(names: string[]): Promise<string> {
  const all = await Promise.all(names.map(load));
  return [
    "usage: npm run -s sundown -- SUBCOMMAND ...",
    ...all.map((one) => `  ${one.usage}\n      ${one.what}`),
    "SUBCOMMAND --help tells of one; exit codes: 0 fine, 1 failed, 2 wrong usage.",
  ].join("\n");
}

async function load(name: string): Promise<Subcommand> {
  const module: { default: Subcommand } = await import(new URL(`${name}.ts`, FOLDER).href);
  return module.default;
}

/** Runs one subcommand. Returns the exit code: 0 fine, 1 failed, 2 wrong usage. */
async function run(argv: string[]): Promise<number> {
  const names = await subcommandNames();
  const asksForHelp = argv[0] === "help";
  const [name, ...rest] = asksForHelp ? argv.slice(1) : argv;
  if (name === undefined) {
    if (asksForHelp) console.log(await usage(names));
    else console.error(await usage(names));
    return asksForHelp ? 0 : 2;
  }
  if (HELP.includes(name)) {
    console.log(await usage(names));
    return 0;
  }
  if (!names.includes(name)) {
    console.error(
      `sundown: there is no subcommand "${name}".${didYouMean(name, names)} There are ${names.join(", ")}; --help says more.`,
    );
    return 2;
  }
  const subcommand = await load(name);
  const end = rest.indexOf("--");
  if (asksForHelp || (end < 0 ? rest : rest.slice(0, end)).some((word) => HELP.includes(word))) {
    console.log(helpOf(subcommand));
    return 0;
  }
  try {
    return await subcommand.run(rest, process.env);
  } catch (error) {
    const words = scrub(error instanceof Error ? error.message : String(error), []);
    if (error instanceof UsageError || isParseArgsError(error)) {
      const wrong = isParseArgsError(error) ? wordsOfArguments(error, subcommand.usage) : words.split("\n")[0];
      console.error(`sundown ${name}: ${wrong} (usage: ${subcommand.usage})`);
      return 2;
    }
    console.error(`sundown ${name}: ${words}`);
    if (process.env["LOG_LEVEL"] === "debug" && error instanceof Error) console.error(error.stack);
    return 1;
  }
}

// `| head` closes the pipe when it has enough; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

keepCompiled();
process.exitCode = await run(process.argv.slice(2));
