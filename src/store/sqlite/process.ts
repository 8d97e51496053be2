import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";

/**
 * When a process of this machine started, as an opaque text that another process with the same number does not share;
 * null when the system does not tell. The name of the PID namespace is part of it, so that two containers that share a
 * host name do not take each other for dead.
 */
export function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the command in brackets and may hold blanks; the 22nd is the start, in ticks since boot.
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${readlinkSync("/proc/self/ns/pid")}/${boot}/${ticks ?? ""}`;
  } catch {
    return psStart(pid);
  }
}

function psStart(pid: number): string | null {
  if (process.platform === "linux" || process.platform === "win32") return null;
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", timeout: 2000 }).trim() || null;
  } catch {
    return null;
  }
}

/**
 * True when the process that wrote (host, pid, started) is surely gone: it was of this machine and of this PID
 * namespace, and no process has its number, or another one has it now. In doubt false.
 */
export function surelyGone(
  holder: { host: string; pid: number; started: string | null },
  here: { host: string; pid: number },
): boolean {
  if (holder.host !== here.host) return false;
  const own = processStart(process.pid);
  const namespace = (start: string) => start.split("/")[0];
  if (own?.includes("/") === true && holder.started?.includes("/") === true) {
    if (namespace(own) !== namespace(holder.started)) return false;
  }
  if (!isAlive(holder.pid)) return true;
  const started = processStart(holder.pid);
  return started !== null && holder.started !== null && started !== holder.started;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
