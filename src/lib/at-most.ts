/**
 * Runs `work` over `items`, at most `limit` at a time, in order of arrival.
 * @throws what the first failing piece of work threw, after the others under way have ended
 */
export async function atMost<T>(limit: number, items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(limit, items.length) }, worker));
  const failed = ended.find((result) => result.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}

/** Runs at most `limit` pieces of work at a time, whoever asks; the others wait in order of arrival. */
export function createSlots(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = limit;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The slot goes straight to who waits longest: nobody can take it in between.
      if (next === undefined) free += 1;
      else next();
    }
  };
}
