import { parseArgs } from "node:util";
import { withKnowledge } from "../knowledge.ts";
import { print, printJson, type Subcommand } from "../subcommand.ts";

export default {
  usage: "sources [--json]",
  what: "the sources and their health",
  run: async (args, variables) => {
    const { values } = parseArgs({ args, options: { json: { type: "boolean" } } });
    const sources = await withKnowledge(variables, (services) => services.sources());
    if (values.json) {
      await printJson(sources);
      return 0;
    }
    for (const source of sources) {
      const look = source.last_good === null ? "never read" : `read ${source.last_good}, ${source.rows ?? 0} rows`;
      await print(`${source.id}: ${source.health}, ${look}${source.problem === null ? "" : `; ${source.problem}`}\n`);
    }
    return 0;
  },
} satisfies Subcommand;
