import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Loads every `.ts` module of a folder, in file-name order, and returns their default exports by file name (without
 * `.ts`). The one loader of the project: sources, commands, messages and platforms come through here.
 *
 * @param accept narrows a default export, or returns null when the module is not what the folder holds
 * @param except file names (without `.ts`) that are not part of the collection, such as the folder's own `index`
 * @throws Error naming the path, when a module cannot be loaded or is not accepted; nothing is skipped in silence
 */
export async function loadFolder<T>(
  folder: string,
  accept: (value: unknown) => T | null,
  except: readonly string[] = [],
): Promise<Map<string, T>> {
  const names = (await readdir(folder))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .map((file) => file.slice(0, -3))
    .filter((name) => !except.includes(name))
    .toSorted();
  // Side by side: Node reads the next file while it compiles the last one.
  return new Map(await Promise.all(names.map(async (name): Promise<[string, T]> => [name, await load(name)])));

  async function load(name: string): Promise<T> {
    const path = join(folder, `${name}.ts`);
    const module: { default?: unknown } = await import(pathToFileURL(path).href).catch((cause: unknown) => {
      throw new Error(`${path}: cannot be loaded: ${cause instanceof Error ? cause.message : String(cause)}`, {
        cause,
      });
    });
    const value = accept(module.default);
    if (value === null) throw new Error(`${path}: its default export is not what this folder holds`);
    return value;
  }
}
