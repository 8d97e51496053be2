import { createTask, schedule, validate } from "node-cron";

/** True for an expression of five or six fields that node-cron takes. */
export function validateCron(expression: string): boolean {
  return validate(expression);
}

/**
 * The usual time between two ticks of an expression, in milliseconds: the shortest of the next few gaps.
 * @throws Error on an expression that node-cron does not take
 */
export function cronPeriod(expression: string): number {
  const task = createTask(expression, () => {}, { timezone: "UTC" });
  const runs = task.getNextRuns(6).map((date) => date.getTime());
  void task.destroy();
  const gaps = runs.slice(1).map((at, index) => at - (runs[index] ?? at));
  return Math.max(1000, Math.min(...gaps));
}

export type Ticker = { stop(): Promise<void> };

/**
 * Calls `tick` on a node-cron expression. A tick and no more: missed slots are never caught up, so each tick must ask
 * the store what is due. A tick that comes while the one before still runs is left out. Ticks are told in UTC.
 * @param onError gets what `tick` throws
 */
export function every(expression: string, tick: () => Promise<void>, onError: (error: unknown) => void): Ticker {
  let running: Promise<void> | null = null;
  const task = schedule(
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
