import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { PriceRow } from "#src/core/price.ts";
import { comparePrices } from "#src/core/price.ts";
import { createPrices, shippedPrices } from "#src/catalog/prices.ts";
import litellm from "#src/sources/litellm.ts";
import openrouter from "#src/sources/openrouter.ts";
import { type KeptPrices, createPriceBook } from "#src/wiring/prices.ts";

const rows = (table: Record<string, PriceRow>) => new Map(Object.entries(table));
const list = (table: Record<string, PriceRow>, day = "2026-08-01", name = "acme-list") => ({
  list: name,
  day,
  rows: rows(table),
});

function read(family: typeof litellm | typeof openrouter, body: unknown) {
  const [spec] = family.specs;
  assert.ok(spec !== undefined);
  const text = JSON.stringify(body);
  const { prices } = family.read({ spec, url: spec.url, text, contentType: null, at: "2026-08-01T00:00:00Z" });
  return prices ?? new Map();
}

describe("prices of models", () => {
  it("are found under another spelling of the same name, and never for another model or another place", () => {
    const pricesOf = createPrices([
      list({
        "acme-api|acme-4-2026-01-05": [2, 8, 1000],
        "acme-api|acme-4-2026-06-01": [2, 8, 2000],
        "acme-api|acme-mini-4-2026-01-05": [1, 4, 1000],
        "acme-api|acme-5-2026-01-05": [3, 9, 1000],
        "acme-api|acme-5-2026-06-01": [6, 9, 1000],
        "azure|eu/acme-4": [9, 9, 9],
      }),
    ]);
    assert.deepEqual(pricesOf("acme-api", "acme-4"), {
      input: 2,
      output: 8,
      context: null,
      list: "acme-list",
      day: "2026-08-01",
    });
    assert.equal(pricesOf("acme-api", "Acme 4 (2026-06-01)")?.context ?? 2000, 2000);
    assert.equal(pricesOf("acme-api", "acme-4", "2026-06-01")?.context, 2000, "a version is a day");
    assert.equal(pricesOf("acme-api", "acme-5"), null, "its days differ, so none is meant");
    assert.equal(pricesOf("acme-api", "acme-4-2026-03-03"), null, "a day that no list has");
    for (const other of ["acme-4-mini", "acme-4.1", "acme-4-preview", "acme"])
      assert.equal(pricesOf("acme-api", other)?.input ?? null, other === "acme-4-mini" ? 1 : null, other);
    assert.equal(pricesOf("azure", "acme-4"), null, "a region has its own price");
    assert.equal(pricesOf("bedrock", "acme-4"), null);
  });

  it("come from the later list, and stay when a list drops the model", () => {
    const pricesOf = createPrices([
      list({ "acme-api|old": [5, 5, 5], "acme-api|both": [1, 1, 1] }, "2026-01-01"),
      list({ "acme-api|both": [2, 2, 2] }, "2026-08-01"),
    ]);
    assert.deepEqual([pricesOf("acme-api", "old")?.day, pricesOf("acme-api", "both")?.input], ["2026-01-01", 2]);
  });

  it("of a closed model are the maker's own; of open weights and variants, OpenRouter's alone", () => {
    const model = (id: string, more: object = {}) => ({
      id,
      pricing: { prompt: "0.000005", completion: "0.00003" },
      context_length: 1000,
      expiration_date: null,
      ...more,
    });
    const prices = read(openrouter, {
      data: [
        model("openai/gpt-9", { canonical_slug: "openai/gpt-9-20260709", hugging_face_id: "" }),
        model("openai/gpt-oss-9", { hugging_face_id: "openai/gpt-oss-9" }),
        model("openai/gpt-8:free"),
        model("~openai/gpt-latest"),
        model("nobody/gpt-7"),
      ],
    });
    assert.deepEqual(
      [...prices.keys()].filter((key) => !key.startsWith("openrouter|")),
      ["openai-api|gpt-9-20260709", "openai-api|gpt-9"],
    );
    assert.deepEqual(prices.get("openai-api|gpt-9"), [5, 30, 1000]);
  });

  it("are shown with the difference per million tokens", () => {
    const of = (input: number | null, output: number | null) => ({
      input,
      output,
      context: 128_000,
      list: "a",
      day: "2026-08-01",
    });
    assert.equal(comparePrices(of(2.5, 10), of(0.25, 10)).price, "$0.25 / $10 (−$2.25 / ±$0)");
    assert.equal(comparePrices(of(0.075, null), of(1000, 2)).price, "$1,000 / $2 (+$999.925 / –)");
    assert.deepEqual(comparePrices(null, of(1.5, 2)), { price: "$1.50 / $2", context: "128,000" });
    assert.deepEqual(comparePrices(of(1, 1), null), { price: null, context: null });
  });

  it("ship with the project, each list with its day", () => {
    const lists = shippedPrices();
    assert.ok(
      lists.length >= 2 && lists.every(({ day, rows: all }) => /^20\d\d-\d\d-\d\d$/.test(day) && all.size > 50),
    );
    assert.notEqual(createPrices(lists)("openai-api", "gpt-4o"), null);
  });
});

describe("the price book", () => {
  const cache = () => {
    const kept = new Map<string, KeptPrices>();
    return {
      get: async (key: string) => kept.get(key),
      set: async (key: string, value: KeptPrices) => kept.set(key, structuredClone(value)),
    };
  };
  const SHIPPED = [list({ "acme-api|acme-1": [9, 9, 9] }, "2026-01-01")];

  it("takes what polls find, keeps what a list drops, and has it all after a restart", async () => {
    const kept = cache();
    const good: { at: string | null } = { at: null };
    const open = () => createPriceBook({ shipped: SHIPPED, kept, lists: ["acme-list"], lastGood: () => good.at });
    const book = await open();
    assert.equal(book.pricesOf("acme-api", "acme-1")?.input, 9);
    await book.keep(
      "acme-list",
      rows({ "acme-api|acme-1": [1, 1, 1], "acme-api|acme-2": [2, 2, 2] }),
      "2026-08-01T09:00:00Z",
    );
    await book.keep("acme-list", rows({ "acme-api|acme-2": [3, 3, 3] }), "2026-09-01T09:00:00Z");
    for (const one of [book, await open()]) {
      const [first, second] = [one.pricesOf("acme-api", "acme-1"), one.pricesOf("acme-api", "acme-2")];
      assert.deepEqual([first?.input, first?.day], [1, "2026-08-01"]);
      assert.deepEqual([second?.input, second?.day], [3, "2026-09-01"]);
    }
    // "Not modified" is a look as well: the price is as fresh as that.
    good.at = "2026-11-20T09:00:00Z";
    assert.equal(book.pricesOf("acme-api", "acme-2")?.day, "2026-11-20");
    assert.equal(book.pricesOf("acme-api", "acme-1")?.day, "2026-08-01");
  });
});
