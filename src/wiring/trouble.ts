import { setTimeout as sleep } from "node:timers/promises";

/** Looks that fail together are told together: without a network that is every source. */
const GATHER_MS = 1_500;
const MOST_LINES = 3;

/** Tells a person at the terminal of sources that could not be read: one line each for few, one line in all for many. */
export function createTrouble(say: (words: string) => void): (source: string, reason: string) => void {
  const waiting = new Map<string, string>();
  const tell = () => {
    const told = [...waiting];
    waiting.clear();
    const [first] = told;
    if (told.length <= MOST_LINES || first === undefined) {
      for (const [source, reason] of told) say(`${source}: ${reason}; the last good data stay, it is tried again.`);
      return;
    }
    say(
      `${told.length} sources cannot be read (${first.join(": ")}, and so on); check the network. ` +
        "The last good data stay, they are tried again; /model-sources shows each.",
    );
  };
  return (source, reason) => {
    if (waiting.size === 0) void sleep(GATHER_MS, undefined, { ref: false }).then(tell);
    waiting.set(source, reason);
  };
}
