import { createInterface } from "node:readline";
import { startFakeDiscord } from "./index.ts";

/**
 * The fake as a process of its own: prints `{"apiUrl", "token"}` as one line of JSON, then answers each line of JSON on
 * standard input (`{"call": "messages"}`, `{"call": "fault", "args": [{...}]}`, `{"call": "slash", "args": [...]}`) with
 * one line. Options come as JSON in the first argument. Ends when its input ends.
 */
const fake = await startFakeDiscord(JSON.parse(process.argv[2] ?? "{}") as object);
const print = (value: unknown) =>
  process.stdout.write(
    `${JSON.stringify(value ?? null, (_, part: unknown) => (typeof part === "bigint" ? part.toString() : part))}\n`,
  );
print({ apiUrl: fake.apiUrl, token: fake.token });
for await (const line of createInterface({ input: process.stdin })) {
  const { call, args = [] } = JSON.parse(line) as { call: string; args?: unknown[] };
  const member: unknown = (fake as Record<string, unknown>)[call];
  print(typeof member === "function" ? await (member as (...given: unknown[]) => unknown)(...args) : member);
}
await fake.close();
