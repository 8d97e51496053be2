import { existsSync } from "node:fs";

// Preloaded by the npm scripts (`node --import`), and by nothing else: a test that starts the bot must not read a
// developer's tokens. What the environment already has wins. Node's own --env-file-if-exists says a line on standard
// error when there is no file, in front of every answer of the command line.
if (existsSync(".env")) process.loadEnvFile(".env");
