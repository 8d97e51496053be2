import { readdir } from "node:fs/promises";
import { keepCompiled } from "./lib/compile-cache.ts";
import { UsageError, type Subcommand } from "./cli/subcommand.ts";

const FOLDER = new URL("./cli/subcommands/", import.meta.url);

/** The subcommands are the files of src/cli/subcommands; only the one that is named is loaded. */
async function subcommandNames(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((file) => file.endsWith(".ts")).map((file) => file.slice(0, -3));
}

async function usage(names: string[]): Promise<string> {
  const all = await Promise.all(names.map(load));
  return ["usage: npm run -s sundown -- SUBCOMMAND ...", ...all.map((one) => `  ${one.usage}\n      ${one.what}`)].join(
    "\n",
  );
}

async function load(name: string): Promise<Subcommand> {
  const module: { default: Subcommand } = await import(new URL(`${name}.ts`, FOLDER).href);
  return module.default;
}

/** Runs one subcommand. Returns the exit code: 0 fine, 1 failed, 2 wrong usage. */
async function run(argv: string[]): Promise<number> {
  const names = await subcommandNames();
  const [name, ...rest] = argv;
  if (name === undefined || name === "help" || name === "--help") {
    console.log(await usage(names));
    return name === undefined ? 2 : 0;
  }
  if (!names.includes(name)) {
    console.error(`sundown: there is no subcommand "${name}"; there are ${names.join(", ")}`);
    return 2;
  }
  const subcommand = await load(name);
  try {
    return await subcommand.run(rest, process.env);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (error instanceof UsageError || isParseArgsError(error)) {
      console.error(`sundown ${name}: ${words.split("\n")[0]} (usage: ${subcommand.usage})`);
      return 2;
    }
    console.error(`sundown ${name}: ${words}`);
    if (process.env["LOG_LEVEL"] === "debug" && error instanceof Error) console.error(error.stack);
    return 1;
  }
}

function isParseArgsError(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

// `| head` closes the pipe when it has enough; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

keepCompiled();
process.exitCode = await run(process.argv.slice(2));
