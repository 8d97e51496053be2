import { keepCompiled } from "../lib/compile-cache.ts";

// The thread of pool.ts. A thread has a cache of its own to turn on, and that before the readers are imported.
keepCompiled();
await import("./reading-thread.ts");
