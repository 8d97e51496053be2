import { parseArgs } from "node:util";
import { withKnowledge } from "../knowledge.ts";
import { matchLines } from "../lines.ts";
import { print, printJson, type Subcommand, UsageError } from "../subcommand.ts";

export default {
  usage: "status <model> [--json]",
  what: "what is known of a model, however a person writes it",
  run: async (args, variables) => {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: "boolean" } } });
    const query = positionals.join(" ").trim();
    if (query === "") throw new UsageError("name a model, however you would write it");
    const answer = await withKnowledge(variables, (services) => services.catalog.status(query));
    if (values.json) await printJson(answer);
    else if (answer.matches.length > 0) await print(`${answer.matches.map(matchLines).join("\n\n")}\n`);
    else {
      const near =
        answer.suggestions.length > 0
          ? ` Near names: ${answer.suggestions.join(", ")}`
          : " Check its spelling, or look through `npm run -s sundown -- upcoming`.";
      await print(`Nothing is known of "${query}".${near}\n`);
    }
    return 0;
  },
} satisfies Subcommand;
