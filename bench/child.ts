import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/**
 * The other side in a process of its own, so that its work is in neither half of a ratio.
 * @param script a module's text that serves and then prints one line of JSON, which is `told`
 * @param input what it can read from its standard input
 */
export async function startChild(
  script: string,
  input = "",
): Promise<{ told: Record<string, string>; child: ChildProcess }> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    cwd: new URL("..", import.meta.url),
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(input);
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { told: JSON.parse(line) as Record<string, string>, child };
}
