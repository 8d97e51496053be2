import { civilDateAt } from "../core/civil-date.ts";
import type { CivilDate, IsoInstant } from "../core/fact.ts";
import type { PriceList, PriceRow } from "../core/price.ts";
import type { KeyedCache } from "../core/store.ts";
import { createPrices, type PricesOf } from "../catalog/prices.ts";

/** A list as it is kept: what it says now, and what it said last of the models that it has dropped since. */
export type KeptPrices = { day: CivilDate; rows: [key: string, row: PriceRow, dropped?: CivilDate][] };

/** More names than any list has ever had; what was dropped longest ago goes first. */
const MOST_ROWS = 20_000;

export type PriceBook = {
  pricesOf: PricesOf;
  /** Takes what a good look at a list has shown. @throws StoreError */
  keep(list: string, rows: ReadonlyMap<string, PriceRow>, at: IsoInstant): Promise<void>;
};

/**
 * The prices that ship with the project, and over them what polls have found. An unchanged list has been read as well:
 * its day is that of the last good look.
 */
export async function createPriceBook(deps: {
  shipped: readonly PriceList[];
  kept: KeyedCache<KeptPrices>;
  /** The sources that may list prices. */
  lists: readonly string[];
  lastGood: (list: string) => IsoInstant | null;
}): Promise<PriceBook> {
  const live = new Map<string, KeptPrices>();
  for (const list of deps.lists) {
    const kept = await deps.kept.get(list);
    if (kept !== undefined) live.set(list, kept);
  }
  let book: { stamp: string; pricesOf: PricesOf } | null = null;
  let kept = 0;

  const dayOf = (list: string, { day }: KeptPrices): CivilDate => {
    const good = deps.lastGood(list);
    const read = good === null ? day : civilDateAt(Date.parse(good));
    return read > day ? read : day;
  };
  return {
    pricesOf: (surface, model, version) => {
      const stamp = [kept, ...[...live].map(([list, one]) => dayOf(list, one))].join(" ");
      if (book?.stamp !== stamp) {
        const fresh = [...live].flatMap(([list, one]) => listsOf(list, one, dayOf(list, one)));
        book = { stamp, pricesOf: createPrices([...deps.shipped, ...fresh]) };
      }
      return book.pricesOf(surface, model, version);
    },
    keep: async (list, rows, at) => {
      const day = civilDateAt(Date.parse(at));
      const before = live.get(list);
      const gone = (before?.rows ?? []).filter(([key]) => !rows.has(key));
      const dropped = gone.map(([key, row, since]): KeptPrices["rows"][0] => [key, row, since ?? before?.day ?? day]);
      const oldestLast = dropped.toSorted(([, , a = ""], [, , b = ""]) => (a < b ? 1 : -1));
      const now: KeptPrices = { day, rows: [...rows, ...oldestLast].slice(0, MOST_ROWS) as KeptPrices["rows"] };
      await deps.kept.set(list, now);
      live.set(list, now);
      kept += 1;
    },
  };
}

function listsOf(list: string, { rows }: KeptPrices, day: CivilDate): PriceList[] {
  const byDay = Map.groupBy(rows, ([, , dropped]) => dropped ?? day);
  return [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([read, some]) => ({ list, day: read, rows: new Map(some.map(([key, row]) => [key, row])) }));
}
