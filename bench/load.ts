import { setTimeout as sleep } from "node:timers/promises";
import modelStatus from "../commands/model-status.ts";
import { loadShipped, withShipped } from "#src/catalog/shipped.ts";
import { manualClock, systemClock } from "#src/core/clock.ts";
import type { CommandRequest, CommandServices } from "#src/core/command.ts";
import { type ModelRecord, recordKey } from "#src/core/model.ts";
import type { Platform } from "#src/core/platform.ts";
import type { Store } from "#src/core/store.ts";
import { createCompose, markRepeat } from "#src/announce/compose.ts";
import { createReaderPool, loadFamilies } from "#src/ingest/index.ts";
import { loadMessages } from "#src/messages/index.ts";
import { createOutbox } from "#src/outbox/outbox.ts";
import { openStore } from "#src/store/open.ts";
import { createServices } from "#src/wiring/services.ts";
import { batchTo, channelsAt, START } from "./events.ts";
import { atMost, type Measured, ratioOf } from "./measure.ts";
import { pipelineFor, specsOf } from "./pipeline.ts";

const DELIVERIES = 10_000;
const P99_MS = 50;
/** Twenty questions a second: far more than a workspace asks. */
const EVERY_MS = 50;
const QUESTIONS = 400;

const { messagesFor, tags } = await loadMessages();

function servicesOn(store: Store, records: ReadonlyMap<string, ModelRecord>): CommandServices {
  return createServices({
    store,
    knowledge: async () => records,
    stored: async () => records,
    cursors: { health: () => [] },
    overrides: [],
    messagesFor: (tag) => messagesFor(tag ?? "en"),
    languages: tags,
    platforms: () => new Map(),
    clock: systemClock,
  });
}

const asked = (model: string): CommandRequest => ({
  platform: "slack",
  workspace: "T1",
  channel: "C1",
  channel_id: "slack:T1:C1",
  user: { id: "U1", name: "Ada", may_manage: false },
  command: "model-status",
  subcommand: null,
  options: { model },
  locale: null,
  now: Date.parse(START),
});

/** Elements without end, and text in which every other word looks like a date or a model. */
const hostile = (): string => `${"<div><table><tr><td>".repeat(60_000)}${"gpt-4 retires 2026-13-45 ".repeat(100_000)}`;

/**
 * How long a question waits and is worked on, in this process, while 10,000 deliveries go out (at Discord's pace, to a
 * platform that answers in a millisecond) and hostile pages are read. Counted is the main thread's own work from one
 * question's answer to the next one's, all that ran in between with it: never less than what this process makes somebody
 * wait, whatever else the machine is doing.
 */
async function questions(): Promise<Measured> {
  const store = await openStore(":memory:");
  const channels = channelsAt(
    "discord",
    Array.from({ length: DELIVERIES }, (_, n) => `C${n}`),
    "T1",
  );
  for (const channel of channels) await store.channels.save(channel);
  await store.events.commit(batchTo(channels, "acme-model-1", Date.parse(START)));
  const platform: Platform = {
    name: "discord",
    start: async () => undefined,
    stop: async () => undefined,
    classify: async () => "history",
    find: async () => ({ outcome: "absent" }),
    update: async ({ message_id }) => ({ outcome: "sent", message_id }),
    send: async ({ key }) => {
      await sleep(1);
      return { outcome: "sent", message_id: key };
    },
  };
  const outbox = createOutbox({
    store,
    platforms: new Map([["discord", platform]]),
    compose: createCompose(messagesFor),
    markRepeat: (message) => markRepeat(message, messagesFor("en")),
    clock: systemClock,
    owner: { id: "bench", host: "bench", pid: process.pid },
    random: () => 0.5,
  });
  const services = servicesOn(store, withShipped(new Map(), loadShipped(), new Map(), START));
  const families = await loadFamilies();
  const spec = families.specs.get("openai-deprecations") ?? [...families.specs.values()][0];
  if (spec === undefined) throw new Error("the bench has no source");
  const pool = createReaderPool();
  const page = { spec, url: spec.url, text: hostile(), contentType: "text/html", at: START };
  // The index of names is made at the first question, before anybody waits.
  await modelStatus.run(asked("gpt-4"), services);
  const state = { done: false };
  const reading = (async () => {
    while (!state.done) await pool.examine(page).catch(() => null);
  })();
  const sending = outbox.run();
  const names = ["gpt-4", "claude opus 3 on bedrock", "gemini 1.5 pro", "azure gpt-4o", "no such model"];
  const waits: number[] = [];
  for (let at = 0; at < QUESTIONS; at += 1) {
    const before = process.threadCpuUsage();
    await sleep(EVERY_MS);
    await modelStatus.run(asked(names[at % names.length] ?? ""), services);
    const { user, system } = process.threadCpuUsage(before);
    waits.push((user + system) / 1_000);
  }
  state.done = true;
  await outbox.stop();
  await sending;
  await pool.close();
  await reading;
  await store.close();
  const p99 = waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? Number.NaN;
  return atMost(
    `/model-status while 10,000 deliveries and hostile pages run: p99 in ms, ${waits.length} asked`,
    p99,
    P99_MS,
  );
}

/** Made-up models with one claim each. */
function models(count: number): Map<string, ModelRecord> {
  const shipped = [...withShipped(new Map(), loadShipped(), new Map(), START).values()];
  const made = new Map<string, ModelRecord>();
  for (let n = 0; made.size < count; n += 1) {
    const like = shipped[n % shipped.length];
    if (like === undefined) throw new Error("the bench has no models");
    const turn = Math.floor(n / shipped.length);
    // Other figures, as new models have: those with the figures asked for are all looked at.
    const model_id = like.model_id.replaceAll(/\d/g, (figure) => String((Number(figure) + turn) % 10));
    const record = { ...like, model_id, aliases: turn === 0 ? like.aliases : [model_id] };
    if (n > count * 10) throw new Error("the bench's models are too much alike");
    made.set(recordKey(record), record);
  }
  return made;
}

async function statusGrowth(): Promise<Measured> {
  const store = await openStore(":memory:");
  const [few, many] = [servicesOn(store, models(2_000)), servicesOn(store, models(4_000))];
  const ask = (services: CommandServices) => async () => {
    for (const name of ["gpt-4", "claude 3 opus", "gemini 1.5 pro"]) await modelStatus.run(asked(name), services);
  };
  const ratio = await ratioOf(ask(many), ask(few));
  await store.close();
  return atMost("/model-status when the models double, 2,000 to 4,000", ratio, 1.2);
}

/** CPU of one look at every source, nothing new. */
async function pollsOf(sources: number, channels: number) {
  const clock = manualClock(START);
  const specs = specsOf(sources);
  const { store, poll } = await pipelineFor(specs, clock, async ({ url, etag }) =>
    etag === null
      ? { kind: "body", text: url, bytes: 1, contentType: null, etag: '"1"', lastModified: null, url, status: 200 }
      : { kind: "not-modified", url },
  );
  const names = Array.from({ length: channels }, (_, n) => `C${n}`);
  for (const channel of channelsAt("slack", names, "T1")) await store.channels.save(channel);
  const round = async () => {
    clock.advance(2 * 3_600_000);
    for (const spec of specs) await poll(spec);
  };
  await round();
  return { round, close: () => store.close() };
}

async function pollGrowth(name: string, few: [number, number], many: [number, number], bound: number) {
  const [small, large] = [await pollsOf(...few), await pollsOf(...many)];
  const ratio = await ratioOf(large.round, small.round, 15);
  await small.close();
  await large.close();
  return atMost(name, ratio, bound);
}

/** What waits while much happens, and what grows with what. */
export async function run(): Promise<Measured[]> {
  return [
    await questions(),
    await statusGrowth(),
    await pollGrowth("Polls without news when the sources double, 40 to 80", [40, 100], [80, 100], 2.1),
    await pollGrowth("The same when the channels double, 1,000 to 2,000", [40, 1_000], [40, 2_000], 1.05),
  ];
}
