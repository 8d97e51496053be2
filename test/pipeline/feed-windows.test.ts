import assert from "node:assert/strict";
import { test } from "node:test";
import { manualClock } from "#src/core/clock.ts";
import { loadFamilies } from "#src/ingest/index.ts";
import { loadMessages } from "#src/messages/index.ts";
import { createRehearsal } from "#src/wiring/rehearsal.ts";

const families = await loadFamilies();
const { messagesFor } = await loadMessages();
const HOUR = 3_600_000;

async function feed() {
  const clock = manualClock("2026-01-10T09:00:00Z");
  const spec = families.specFor("deprecations-info-rss");
  const rehearsal = await createRehearsal({ families, specs: [spec], clock, messagesFor });
  const look = async (models: string[], guid: string) => {
    const items = models.map(
      (model) =>
        `<item><title>OpenAI: ${model}</title><guid>${guid}-${model}</guid><description>Provider: OpenAI\nModel ID: ${model}\nShutdown Date: 2026-12-01</description></item>`,
    );
    const text = `<?xml version="1.0"?><rss version="2.0"><channel><title>Deprecation notices</title>${items.join("")}</channel></rss>`;
    const body = {
      bytes: text.length,
      contentType: "application/rss+xml",
      etag: null,
      lastModified: null,
      status: 200,
    };
    const outcome = await rehearsal.pipeline.take(spec, { kind: "body", text, url: spec.url, ...body }, HOUR);
    await rehearsal.outbox.drainOnce();
    clock.advance(HOUR);
    const news = rehearsal.takeTold().filter((told) => told.changes.some((one) => one.kind !== "source-health"));
    return { outcome: outcome.outcome, posts: news.length };
  };
  return { look, close: () => rehearsal.close() };
}

test("rewritten guids 500 times, and an item that slides back into the window: nothing is told again", async () => {
  const { look, close } = await feed();
  assert.deepEqual(await look(["gpt-old-1"], "g"), { outcome: "good", posts: 0 });
  assert.equal((await look(["gpt-old-2", "gpt-old-1"], "g")).posts, 1);
  assert.equal((await look(["gpt-old-1"], "g")).posts, 0);
  assert.equal((await look(["gpt-old-2"], "h")).posts, 0);
  let posts = 0;
  for (let index = 0; index < 500; index += 1) posts += (await look(["gpt-old-2", "gpt-old-1"], `${index}`)).posts;
  assert.equal(posts, 0);
  await close();
});

test("a flood seen twice is one digest; one that is gone at the second look is nothing", async () => {
  const flood = Array.from({ length: 30 }, (_, index) => `gpt-old-${index + 10}`);
  const stays = await feed();
  await stays.look(["gpt-old-1"], "g");
  assert.deepEqual(await stays.look(flood, "g"), { outcome: "quarantined", posts: 0 });
  assert.deepEqual(await stays.look(flood, "h"), { outcome: "good", posts: 1 });
  await stays.close();
  const goes = await feed();
  await goes.look(["gpt-old-1"], "g");
  assert.deepEqual(await goes.look(flood, "g"), { outcome: "quarantined", posts: 0 });
  assert.deepEqual(await goes.look(["gpt-old-1"], "g"), { outcome: "good", posts: 0 });
  await goes.close();
});
