import { systemClock } from "#src/core/clock.ts";
import { dueByChannel } from "#src/countdown/reminders.ts";
import { createCompose, markRepeat } from "#src/announce/compose.ts";
import { loadShipped, withShipped } from "#src/catalog/shipped.ts";
import { loadMessages } from "#src/messages/index.ts";
import { createOutbox } from "#src/outbox/outbox.ts";
import { openStore } from "#src/store/open.ts";
import { batchTo, channelsAt, START } from "./events.ts";

/** `node memory-child.ts STORE CHANNELS`: a bot's main thread at work for that many channels; prints its memory in bytes. */
const [path = ":memory:", count = "0"] = process.argv.slice(2);
// All that the bot's main thread holds in any case.
await Promise.all([
  import("#src/app.ts"),
  import("#src/platforms/discord/index.ts"),
  import("#src/platforms/slack/index.ts"),
]);
const { messagesFor } = await loadMessages();
const store = await openStore({ path }, { durability: "normal" });
const names = Array.from({ length: Number(count) }, (_, n) => `C${n}`);
for (const channel of channelsAt("slack", names, "T1")) await store.channels.save(channel);
const records = [...withShipped(new Map(), loadShipped(), new Map(), START).values()];
const outbox = createOutbox({
  store,
  platforms: new Map(),
  compose: createCompose(messagesFor),
  markRepeat: (message) => markRepeat(message, messagesFor("en")),
  clock: systemClock,
  owner: { id: "bench", host: "bench", pid: process.pid },
  random: () => 0.5,
});
await outbox.drainOnce();
for (let round = 0; round < 3; round += 1) {
  const channels = await store.channels.all();
  await store.events.commit(batchTo(channels, `acme-model-${round}`, Date.parse(START)));
  const known = (keys: string[]) => store.events.known(keys);
  await Array.fromAsync(dueByChannel({ records, channels, now: Date.parse(START), known }));
}
console.log(process.resourceUsage().maxRSS * 1_024);
await store.close();
