import { parseArgs } from "node:util";
import { neededSettings } from "../../wiring/settings.ts";
import { restoreStore } from "../../store/open.ts";
import { readGivenFile } from "../given-file.ts";
import { type Subcommand, UsageError } from "../subcommand.ts";

export default {
  usage: "restore FILE",
  what: "puts a backup in the place of the state; announces nothing again",
  run: async (args, variables) => {
    const { positionals } = parseArgs({ args, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError("name one file that `backup` wrote");
    if (!isBackup(await readGivenFile(file)))
      throw new Error(`${file} is no backup; name a file that \`npm run -s sundown -- backup FILE\` wrote`);
    const settings = await neededSettings(variables);
    const { dataDir } = settings.env;
    const restored = await restoreStore(file, dataDir, settings.clock.now());
    console.error(`restored ${file} to ${dataDir}`);
    if (restored.kept !== null) console.error(`the store that was there is kept as ${restored.kept}`);
    if (restored.unclear > 0)
      console.error(
        `${restored.unclear} deliveries may have gone out since the backup; they are looked up before they are sent`,
      );
    return 0;
  },
} satisfies Subcommand;

/** The first bytes of every SQLite file: https://www.sqlite.org/fileformat.html#the_database_header */
function isBackup(bytes: Buffer): boolean {
  return bytes.subarray(0, 16).toString("latin1") === "SQLite format 3\0";
}
