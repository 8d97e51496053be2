import { readdir } from "node:fs/promises";
import { keepCompiled } from "../src/lib/compile-cache.ts";

/**
 * `npm ci` runs this at its end (`prepare`): every module is compiled once and kept, so that the first start costs as
 * little as the later ones. Nothing is built: without it, or where nothing can be kept, the sources run as they are.
 */
keepCompiled();

const folder = new URL("../src/cli/subcommands/", import.meta.url);
const subcommands = (await readdir(folder)).filter((file) => file.endsWith(".ts"));
const { loadFamilies } = await import("../src/ingest/families.ts");
const { loadMessages } = await import("../src/messages/index.ts");
// What cannot be loaded says so when it is started.
await Promise.allSettled([
  loadFamilies(),
  loadMessages(),
  import("../src/process.ts"),
  import("../src/app.ts"),
  import("../src/ingest/index.ts"),
  import("../src/sources/generic/read.ts"),
  import("../src/platforms/slack/index.ts"),
  import("../src/platforms/discord/index.ts"),
  import("../src/platforms/terminal/index.ts"),
  import("../src/http/page-routes.ts"),
  import("../src/picture/timeline.ts"),
  import("undici"),
  ...subcommands.map((file) => import(new URL(file, folder).href)),
]);
// Some modules leave a timer behind.
process.exit(0);
