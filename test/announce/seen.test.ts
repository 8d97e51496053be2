import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createSeen, type SeenMark } from "#src/announce/seen.ts";
import { openStore } from "#src/store/open.ts";
import { openKeyv } from "#src/store/keyv.ts";
import { changeOf } from "./build.ts";

const AT = "2026-04-14T17:00:00Z";
const nothingKnown = async () => new Set<string>();

describe("the seen marks", () => {
  it("sorts fresh from seen, by meaning and not by source or words", async () => {
    const store = await openStore(":memory:");
    const seen = createSeen(openKeyv<SeenMark>(store, "seen"), (keys) => store.events.known(keys));
    const change = changeOf({ model_id: "acme-1" });
    assert.deepEqual((await seen.sort([change])).fresh, [change]);
    await seen.mark([change], AT);
    const elsewhere = changeOf({ model_id: "ACME-1", source: "a-feed", evidence: null, at: "2026-06-01T00:00:00Z" });
    const moved = changeOf({ model_id: "acme-1", kind: "date-moved", shutdown: "2026-09-01", previous: "2026-07-14" });
    const sorted = await seen.sort([elsewhere, moved]);
    assert.deepEqual(sorted, { fresh: [moved], again: [elsewhere] });
    await store.close();
  });

  it("takes the provider's words when one poll says the same twice", async () => {
    const press = changeOf({ model_id: "acme-1", source: "press" });
    if (press.evidence) press.evidence.trust = "press";
    const provider = changeOf({ model_id: "acme-1" });
    const seen = createSeen(cacheOf(new Map()), nothingKnown);
    const sorted = await seen.sort([press, provider]);
    assert.deepEqual(sorted, { fresh: [provider], again: [press] });
  });

  it("500 rewritten sightings of one announcement: none is fresh, the sources are kept within bounds", async () => {
    const marks = new Map<string, SeenMark>();
    const seen = createSeen(cacheOf(marks), nothingKnown);
    await seen.mark([changeOf({ model_id: "acme-1" })], AT);
    let posts = 0;
    for (let index = 0; index < 500; index += 1) {
      const again = changeOf({ model_id: "acme-1", source: `feed-${index}`, at: `2026-05-01T00:00:00Z` });
      const sorted = await seen.sort([again]);
      posts += sorted.fresh.length;
      await seen.mark(sorted.again, "2026-05-01T00:00:00Z");
    }
    assert.equal(posts, 0);
    const [mark] = marks.values();
    assert.equal(mark?.at, AT);
    assert.equal(mark?.sources.length, 20);
  });

  it("a change that only the events know is not fresh: the mark was lost in a crash", async () => {
    const change = changeOf({ model_id: "acme-1" });
    const seen = createSeen(cacheOf(new Map()), async (keys) => new Set(keys));
    assert.deepEqual(await seen.sort([change]), { fresh: [], again: [change] });
  });

  it("rejects when either store fails, for a failure is never 'not seen'", async () => {
    const broken = { get: async () => Promise.reject(new Error("locked")), set: async () => false };
    await assert.rejects(createSeen(broken, nothingKnown).sort([changeOf({ model_id: "a" })]), /locked/);
    const deaf = { get: async () => undefined, set: async () => false };
    await assert.rejects(createSeen(deaf, nothingKnown).mark([changeOf({ model_id: "a" })], AT), /was not written/);
    const events = async () => Promise.reject(new Error("disk"));
    await assert.rejects(createSeen(cacheOf(new Map()), events).sort([changeOf({ model_id: "a" })]), /disk/);

    const store = await openStore(":memory:");
    const real = createSeen(openKeyv<SeenMark>(store, "seen"), nothingKnown);
    await store.close();
    await assert.rejects(real.sort([changeOf({ model_id: "a" })]), "a closed database must reject through Keyv too");
  });

  it("treats a damaged mark as a mark", async () => {
    const change = changeOf({ model_id: "a" });
    const marks = new Map<string, SeenMark>([[change.dedup_key, "garbage" as never]]);
    const seen = createSeen(cacheOf(marks), nothingKnown);
    assert.equal((await seen.sort([change])).fresh.length, 0);
    await seen.mark([change], AT);
  });
});

function cacheOf(marks: Map<string, SeenMark>): Parameters<typeof createSeen>[0] {
  return { get: async (key) => marks.get(key), set: async (key, value) => marks.set(key, value) };
}
