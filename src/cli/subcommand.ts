/** One file in src/cli/subcommands exports one of these as default. */
export type Subcommand = {
  /** `status <model> [--json]` */
  usage: string;
  /** One line of help. */
  what: string;
  /**
   * @param args the words after the subcommand's name
   * @param variables the environment
   * @returns the exit code: 0 fine, 1 failed
   * @throws UsageError for wrong usage (exit code 2); anything else is one line on standard error (exit code 1)
   */
  run(args: string[], variables: Record<string, string | undefined>): Promise<number>;
};

/** Wrong usage: the message says what was wrong; the command line adds the right usage. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Prints a value as JSON on standard output and resolves when it is written, however long it is. */
export async function printJson(value: unknown): Promise<void> {
  await print(`${JSON.stringify(value, null, 1)}\n`);
}

/** Writes text to standard output and resolves when it is written; a closed pipe ends it quietly. */
export async function print(text: string): Promise<void> {
  await new Promise<void>((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}
