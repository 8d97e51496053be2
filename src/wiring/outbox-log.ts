import type { Metrics } from "../http/metrics.ts";
import type { Log } from "../lib/log.ts";
import type { OutboxEvent } from "../outbox/types.ts";

const TROUBLE = new Set<string>(["dead", "parked", "platform-stopped", "breaker", "expired", "store-trouble"]);

/** One log line per decision of the outbox, and its figures for /metrics. */
export function observeOutbox(log: Log, metrics: Metrics): (event: OutboxEvent) => void {
  return (event) => {
    if (event.type === "attempt") metrics.attempted(event.platform, event.outcome, event.ms / 1000);
    const { type, ...fields } = event;
    if (TROUBLE.has(type)) log.warn(fields, `delivery: ${type}`);
    else log.info(fields, `delivery: ${type}`);
  };
}
