import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { neededSettings } from "../../wiring/settings.ts";
import { openStore } from "../../store/open.ts";
import { storeFile } from "../../store/sqlite/file.ts";
import { type Subcommand, UsageError } from "../subcommand.ts";

export default {
  usage: "backup FILE",
  what: "copies the whole state to a file, while the bot runs or not",
  run: async (args, variables) => {
    const { positionals } = parseArgs({ args, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError("name one file to write");
    const settings = await neededSettings(variables);
    const { dataDir } = settings.env;
    if (!existsSync(storeFile(dataDir)))
      throw new Error(
        `there is no store in ${dataDir}; start the bot once, or set DATA_DIR to the folder that it uses`,
      );
    const store = await openStore({ dataDir });
    try {
      await store.backup(file);
    } finally {
      await store.close();
    }
    console.error(`backed up ${dataDir} to ${file}`);
    return 0;
  },
} satisfies Subcommand;
