import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { MetricReadings, Metrics } from "./metrics.ts";

/** A registry of its own, so that two bots in one process (tests) do not share figures. */
export function createRegistry(readings: MetricReadings): Metrics {
  const registers = [new Registry()];
  const registry = registers[0] as Registry;
  const polls = new Counter({
    name: "sundown_polls_total",
    help: "Polls by source and outcome.",
    labelNames: ["source", "outcome"],
    registers,
  });
  const events = new Counter({
    name: "sundown_events_total",
    help: "Changes found, by kind.",
    labelNames: ["kind"],
    registers,
  });
  const sends = new Counter({
    name: "sundown_sends_total",
    help: "Sends by platform and result.",
    labelNames: ["platform", "result"],
    registers,
  });
  const sendSeconds = new Histogram({
    name: "sundown_send_seconds",
    help: "Duration of a send.",
    labelNames: ["platform"],
    registers,
  });
  const commandSeconds = new Histogram({
    name: "sundown_command_seconds",
    help: "Duration of a command.",
    labelNames: ["command"],
    registers,
  });
  const age = new Gauge({
    name: "sundown_source_age_seconds",
    help: "Seconds since the last good poll.",
    labelNames: ["source"],
    registers,
  });
  const rows = new Gauge({
    name: "sundown_source_rows",
    help: "Facts on the last good page.",
    labelNames: ["source"],
    registers,
  });
  const outbox = new Gauge({
    name: "sundown_outbox_rows",
    help: "Deliveries by state.",
    labelNames: ["state"],
    registers,
  });
  return {
    polled: (source, outcome) => polls.inc({ source, outcome }),
    event: (kind) => events.inc({ kind }),
    attempted: (platform, result, seconds) => {
      sends.inc({ platform, result });
      sendSeconds.observe({ platform }, seconds);
    },
    command: (command, seconds) => commandSeconds.observe({ command }, seconds),
    render: async (now) => {
      for (const source of await readings.sources()) {
        if (source.last_good !== null) age.set({ source: source.id }, (now - Date.parse(source.last_good)) / 1000);
        if (source.rows !== null) rows.set({ source: source.id }, source.rows);
      }
      for (const [state, count] of Object.entries(await readings.outbox())) outbox.set({ state }, count);
      return registry.metrics();
    },
  };
}
