import assert from "node:assert/strict";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { after, test } from "node:test";
import type { SourceDocument, SourceSpec } from "#src/core/source.ts";
import { createReaderPool } from "#src/ingest/index.ts";

const folder = fileURLToPath(new URL("../fixtures/ingest/hostile", import.meta.url));
const pool = createReaderPool({ folder, timeoutMs: 800, memoryMb: 64 });
// Filling the memory takes a moment on a busy machine; here the memory must be what ends it, not the time.
const patient = createReaderPool({ folder, timeoutMs: 10_000, memoryMb: 64 });
after(() => Promise.all([pool.close(), patient.close()]));

const spec: SourceSpec = {
  id: "hostile",
  url: "https://a.example/x",
  provider: "acme",
  surface: "acme-api",
  form: "auto",
  trust: "press",
  nature: "feed",
};
const document = (text: string): SourceDocument => ({
  spec,
  url: spec.url,
  text,
  contentType: "text/plain",
  at: "2027-01-01T00:00:00Z",
});

/**
 * How long the main thread works between two looks, at p99 in ms of its own CPU time: a machine whose cores are taken by
 * others delays every loop, and says nothing about this one.
 */
function watchOwnWork(): { stop(): number } {
  const stretches: number[] = [];
  const cpu = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let last = cpu();
  const timer = setInterval(() => {
    const now = cpu();
    stretches.push(now - last);
    last = now;
  }, 5);
  return {
    stop: () => {
      clearInterval(timer);
      stretches.sort((a, b) => a - b);
      return stretches[Math.floor(stretches.length * 0.99)] ?? 0;
    },
  };
}

test("a reader that spins, hoards, hangs, throws or exits makes its body unsound, and the next one is read", async (t) => {
  const reasons: Record<string, RegExp> = {
    spin: /longer than 0.8 s/,
    hoard: /more memory/,
    never: /longer than 0.8 s/,
    throw: /cannot/,
    exit: /stopped/,
  };
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const own = watchOwnWork();
  const began = performance.now();
  for (const [text, reason] of Object.entries(reasons)) {
    const reader = text === "hoard" ? patient : pool;
    const bad = await reader.examine(document(text));
    assert.ok(!bad.sound, text);
    assert.match(bad.reason, reason, text);
    const good = await reader.examine(document("fine"));
    assert.ok(good.sound, text);
    assert.equal(good.reading.problems[0]?.where, "fine");
  }
  loop.disable();
  // Two limits of 0.8 s, and threads that start anew on a busy machine.
  assert.ok(performance.now() - began < 40_000, "the limits of time do not hold");
  const p99 = own.stop();
  const waited = (loop.percentile(99) / 1e6).toFixed(1);
  t.diagnostic(
    `five hostile pages: main loop p99 ${p99.toFixed(1)} ms of its own work (${waited} ms with waits for a core)`,
  );
  assert.ok(p99 <= 50, `${p99} ms`);
});

test("documents wait for a free thread in order, and a closed pool answers", async () => {
  const small = createReaderPool({ folder, size: 2 });
  const read = await Promise.all(["a", "b", "c", "d", "e"].map((text) => small.examine(document(text))));
  assert.deepEqual(
    read.map((examined) => (examined.sound ? examined.reading.problems[0]?.where : examined.reason)),
    ["a", "b", "c", "d", "e"],
  );
  const late = small.examine(document("never"));
  await small.close();
  assert.equal((await late).sound, false);
  assert.equal((await small.examine(document("x"))).sound, false);
});

test("what people are sent is read in the same threads: facts, files, and what takes too long", async (t) => {
  const sentence = "OpenAI will shut down gpt-9-preview in the API on January 8, 2027. Please move to gpt-9.";
  const now = Date.parse("2026-11-30T12:00:00Z");
  const read = await patient.readSent(sentence, "2026-11-29T00:00:00Z", now);
  assert.deepEqual(
    read?.facts.map((fact) => `${fact.surface} ${fact.model_id} ${fact.shutdown}`),
    ["openai-api gpt-9-preview 2027-01-08"],
  );
  const opened = await patient.openSent(new TextEncoder().encode(sentence));
  assert.equal(opened?.text, sentence);
  assert.equal(await patient.openSent(Uint8Array.of(0x89, 0x50, 0x4e, 0x47)), null);
  const hasty = createReaderPool({ folder, timeoutMs: 1, memoryMb: 64 });
  t.after(() => hasty.close());
  const watch = watchOwnWork();
  assert.equal(await hasty.readSent(`${sentence} `.repeat(4_000), null, now), null);
  assert.ok(watch.stop() <= 50);
});
