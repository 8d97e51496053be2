import { createRequire } from "node:module";
import type * as Zod from "zod";

/** What is asked of a schema here. */
export type Schema<T> = { parse(value: unknown): T; safeParse(value: unknown): Zod.ZodSafeParseResult<T> };

const require = createRequire(import.meta.url);

/**
 * A schema that is built, and zod loaded, when the first value is checked: most starts of the process check none, and zod
 * is a hundred modules.
 * @param make pure; called at most once
 */
export function schema<T>(make: (z: typeof Zod) => Zod.ZodType<T>): Schema<T> {
  let made: Zod.ZodType<T> | null = null;
  const built = () => (made ??= make(require("zod") as typeof Zod));
  return { parse: (value) => built().parse(value), safeParse: (value) => built().safeParse(value) };
}
