/** One thing that is wrong in the environment or the configuration file: where it stands, what is wrong, what to do. */
export type ConfigProblem = { where: string; what: string };

/** One line a problem, for a person who mends them all in one go. */
export function problemLines(problems: readonly ConfigProblem[]): string {
  return problems.map(({ where, what }) => `  ${where}: ${what}`).join("\n");
}
