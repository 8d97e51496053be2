import type { Store } from "../../src/core/store.ts";

/** A life that ends at a chosen step: from then on nothing that it does reaches the store. */
export type Life = { step: () => void; dead: () => boolean };

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
  return {
    ...store,
    events: around(store.events, step, ["commit"]),
    keyValue: around(store.keyValue, step, ["set"]),
    channels: around(store.channels, step, ["save", "park", "setClass"]),
    cards: around(store.cards, step, ["touch", "forget", "mark"]),
    outbox: around(store.outbox, step, ["claim", "markSending", "finish", "unthread", "fold", "hold"]),
  };
}

function around<T extends object>(part: T, step: () => void, writes: readonly (keyof T)[]): T {
  return new Proxy(part, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function" || !writes.some((one) => one === name)) return value;
      return async (...given: unknown[]) => {
        step();
        const result: unknown = await Reflect.apply(value, target, given);
        step();
        return result;
      };
    },
  });
}
