import { keepCompiled } from "./lib/compile-cache.ts";

// `npm start`. Imported after the cache is on, or its modules would not be kept.
keepCompiled();
const { main } = await import("./process.ts");
// A name look-up that hangs in the system's resolver must not keep a stopped process alive.
process.exit(await main());
