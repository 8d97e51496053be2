/** The whole of the room: from an address to facts that can be believed, or the reason why not. */
export { createFetcher, type Fetcher, type FetchRequest, type FetchResult } from "./fetch.ts";
export type { Resolve } from "./addresses.ts";
export { judgeBody, judgeReading, type Verdict } from "./guard.ts";
export { fetchWithIncludes, includesOf } from "./includes.ts";
export { extractFacts } from "./extract.ts";
export { examine, type Examined } from "./examine.ts";
export { type Families, loadFamilies } from "./families.ts";
export { createReaderPool, type ReaderPool } from "./pool.ts";
