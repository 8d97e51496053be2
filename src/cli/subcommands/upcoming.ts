import { parseArgs } from "node:util";
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
      throw new UsageError("--days takes a whole number");
    const matches = await withKnowledge(variables, (services) =>
      services.catalog.upcoming({
        ...(values.provider === undefined ? {} : { provider: values.provider }),
        ...(values.surface === undefined ? {} : { surface: values.surface }),
        ...(days === undefined ? {} : { days }),
      }),
    );
    if (values.json) await printJson(matches);
    else await print(matches.length === 0 ? "Nothing is known to end.\n" : `${matches.map(matchLines).join("\n")}\n`);
    return 0;
  },
} satisfies Subcommand;
