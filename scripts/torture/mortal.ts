import type { Store } from "../../src/core/store.ts";

/** A life that ends at a chosen step: from then on nothing that it does reaches the store. */
export type Life = { step(): void; dead(): boolean };

/** @param steps how many steps it may take; 0: it lives on */
export function lifeOf(steps: number, onDeath: () => void = () => undefined): Life {
  let left = steps;
  let dead = false;
  return {
    dead: () => dead,
    step: () => {
      if (dead) throw new Error("this process is dead");
      if (left === 0) return;
      left -= 1;
      if (left > 0) return;
      dead = true;
      onDeath();
      throw new Error("killed at a write");
    },
  };
}

/** The store of a process that may die before and after each of its writes: each of both is one step of its life. */
export function mortal(store: Store, step: () => void): Store {
  const around =
    <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      step();
      const result = await work(...given);
      step();
      return result;
    };
  const { events, outbox, keyValue, channels, cards } = store;
  return {
    ...store,
    events: { ...events, commit: around(events.commit) },
    keyValue: { ...keyValue, set: around(keyValue.set) },
    channels: {
      ...channels,
      save: around(channels.save),
      park: around(channels.park),
      setClass: around(channels.setClass),
    },
    cards: { ...cards, touch: around(cards.touch), forget: around(cards.forget), mark: around(cards.mark) },
    outbox: {
      ...outbox,
      claim: around(outbox.claim),
      markSending: around(outbox.markSending),
      finish: around(outbox.finish),
      unthread: around(outbox.unthread),
      fold: around(outbox.fold),
      hold: around(outbox.hold),
    },
  };
}
