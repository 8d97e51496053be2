import type { DeliveryState } from "../core/delivery.ts";
import type { SourceHealth } from "../core/source.ts";

/** What the process counts, for Prometheus. Names follow https://prometheus.io/docs/practices/naming/ */
export type Metrics = {
  polled(source: string, outcome: string): void;
  event(kind: string): void;
  attempted(platform: string, result: string, seconds: number): void;
  command(name: string, seconds: number): void;
  /** The text of /metrics; gauges are read at this moment. */
  render(now: number): Promise<string>;
};

export type MetricReadings = {
  sources(): Promise<SourceHealth[]>;
  outbox(): Promise<Record<DeliveryState, number>>;
};

/** Counts from the first event on. prom-client is imported then, and not while the bot starts. */
export function createMetrics(readings: MetricReadings): Metrics {
  let loading: Promise<Metrics> | null = null;
  const registry = () => (loading ??= import("./registry.ts").then(({ createRegistry }) => createRegistry(readings)));
  // A registry that cannot be loaded is told to who asks for the figures; nobody is stopped by it.
  const count = (note: (metrics: Metrics) => void) => void registry().then(note, () => undefined);
  return {
    polled: (source, outcome) => count((metrics) => metrics.polled(source, outcome)),
    event: (kind) => count((metrics) => metrics.event(kind)),
    attempted: (platform, result, seconds) => count((metrics) => metrics.attempted(platform, result, seconds)),
    command: (name, seconds) => count((metrics) => metrics.command(name, seconds)),
    render: async (now) => (await registry()).render(now),
  };
}
