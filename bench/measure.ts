/** One row of the performance table. */
export type Measured = { name: string; ratio: number; bound: number; ok: boolean };

/** CPU milliseconds of this process, all its threads, for `times` turns: other work on the machine does not count. */
export async function cpuMs(work: () => unknown, times = 1): Promise<number> {
  const before = process.cpuUsage();
  for (let turn = 0; turn < times; turn += 1) await work();
  const spent = process.cpuUsage(before);
  return (spent.user + spent.system) / 1_000;
}

/** Ours against the bare way, turn by turn in one run, after a warm-up; the least of each, since noise only adds. */
export async function ratioOf(ours: () => unknown, bare: () => unknown, rounds = 9): Promise<number> {
  for (let turn = 0; turn < 3; turn += 1) {
    await ours();
    await bare();
  }
  const [mine, theirs]: [number[], number[]] = [[], []];
  const times = Math.max(1, Math.ceil(15 / Math.max(await cpuMs(ours), 0.1)));
  for (let round = 0; round < rounds; round += 1) {
    mine.push(await cpuMs(ours, times));
    theirs.push(await cpuMs(bare, times));
  }
  return Math.min(...mine) / Math.min(...theirs);
}

export function atMost(name: string, ratio: number, bound: number): Measured {
  return { name, ratio, bound, ok: ratio <= bound };
}
