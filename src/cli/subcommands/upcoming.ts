import { parseArgs } from "node:util";
import { didYouMean } from "../../lib/nearest.ts";
import { withKnowledge } from "../knowledge.ts";
import { matchLines } from "../lines.ts";
import { print, printJson, type Subcommand, UsageError } from "../subcommand.ts";

export default {
  usage: "upcoming [--provider P] [--surface S] [--days N] [--json]",
  what: "the shutdowns ahead, by date",
  run: async (args, variables) => {
    const { values } = parseArgs({
      args,
      options: {
        provider: { type: "string" },
        surface: { type: "string" },
        days: { type: "string" },
        json: { type: "boolean" },
      },
    });
    const days = values.days === undefined ? undefined : Number(values.days);
    if (days !== undefined && (!Number.isInteger(days) || days < 0))
      throw new UsageError(`--days "${values.days}" is no number of days; write a whole number, like 90`);
    const matches = await withKnowledge(variables, async ({ catalog }) => {
      const records = [...(await catalog.records()).values()];
      known("provider", values.provider, [...catalog.providers(), ...records.map((one) => one.provider)]);
      known("surface", values.surface, [...catalog.surfaces(), ...records.map((one) => one.surface)]);
      return catalog.upcoming({
        ...(values.provider === undefined ? {} : { provider: values.provider }),
        ...(values.surface === undefined ? {} : { surface: values.surface }),
        ...(days === undefined ? {} : { days }),
      });
    });
    if (values.json) await printJson(matches);
    else await print(matches.length === 0 ? "Nothing is known to end.\n" : `${matches.map(matchLines).join("\n")}\n`);
    return 0;
  },
} satisfies Subcommand;

/** @throws UsageError for a name that nothing is known of: an empty answer would sound like good news */
function known(what: string, name: string | undefined, all: readonly string[]): void {
  const names = [...new Set(all)].toSorted();
  if (name === undefined || names.includes(name)) return;
  throw new UsageError(`no ${what} is called "${name}".${didYouMean(name, names)} There are ${names.join(", ")}`);
}
