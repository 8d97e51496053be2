import cron from "node-cron";

/** True for an expression of five or six fields that node-cron takes. */
export function validateCron(expression: string): boolean {
  return cron.validate(expression);
}

export type Ticker = { stop(): Promise<void> };

/**
 * Calls `tick` on a node-cron expression. A tick and no more: missed slots are never caught up, so each tick must ask
 * the store what is due. A tick that comes while the one before still runs is left out. Ticks are told in UTC.
 * @param tick must not throw; what it throws goes to `onError`
 */
export function every(expression: string, tick: () => Promise<void>, onError: (error: unknown) => void): Ticker {
  let running: Promise<void> | null = null;
  const task = cron.schedule(
    expression,
    () => {
      if (running !== null) return;
      running = tick()
        .catch(onError)
        .finally(() => {
          running = null;
        });
    },
    { timezone: "UTC" },
  );
  return {
    stop: async () => {
      await task.destroy();
      await running;
    },
  };
}
