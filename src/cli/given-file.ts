import { readFile } from "node:fs/promises";

/**
 * Reads a file that a person named.
 * @param fail makes the error that is thrown from words that say what is wrong with the path and what to do
 */
export async function readGivenFile(
  path: string,
  fail: (words: string) => Error = (words) => new Error(words),
): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw fail(`${path} cannot be read: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file; check the path";
  if (code === "EISDIR") return "it is a folder; name a file in it";
  if (code === "EACCES" || code === "EPERM") return "its permissions forbid it; allow this user to read it";
  return `${code ?? message}; check the path`;
}
