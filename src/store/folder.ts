import { access, constants, mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { StoreError } from "./errors.ts";

/**
 * Makes the folder of the store, with its parents. Not by `mkdir(..., { recursive: true })`: that one never comes back from
 * file systems that refuse with ENOENT, such as /proc (seen with Node 26.10).
 *
 * @throws StoreError that says what is in the way and what to do
 */
export async function makeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    if (found.code !== "ENOENT") throw refused(folder, found.code);
    const parent = dirname(resolve(folder));
    if (parent !== resolve(folder)) await makeFolder(parent);
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw refused(folder, error.code);
    });
    return;
  }
  if (!found.isDirectory()) throw refused(folder, "ENOTDIR");
}

/** The same, and that files can be put there. @throws StoreError */
export async function makeWritableFolder(folder: string): Promise<void> {
  await makeFolder(folder);
  await access(folder, constants.W_OK | constants.X_OK).catch((error: NodeJS.ErrnoException) => {
    throw refused(folder, error.code);
  });
}

function refused(folder: string, code: string | undefined): StoreError {
  const why: Record<string, string> = {
    ENOTDIR: `${folder} is a file; set DATA_DIR to a folder`,
    EACCES: `${folder} cannot be written by this user; change its rights, or set DATA_DIR to another folder`,
    EPERM: `${folder} cannot be written by this user; change its rights, or set DATA_DIR to another folder`,
    EROFS: `${folder} is on a disk that cannot be written; set DATA_DIR to another folder`,
    ENOSPC: `the disk of ${folder} is full; free some space, nothing is sent until then`,
  };
  const words =
    why[code ?? ""] ?? `${folder} cannot be made (${code ?? "unknown reason"}); set DATA_DIR to another folder`;
  return new StoreError(code === "ENOSPC" ? "full" : "io", words);
}
