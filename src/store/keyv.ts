import { Keyv, keyvStorageCapability, type KeyvStorageAdapter } from "keyv";
import type { KeyValueBackend, Store } from "../core/store.ts";

/** Keyv 6's storage adapter without its optional event emitter: an adapter here has no events, it rejects. */
export type KeyvBackend = Pick<
  KeyvStorageAdapter,
  | "namespace"
  | "capabilities"
  | "get"
  | "set"
  | "setMany"
  | "delete"
  | "clear"
  | "has"
  | "hasMany"
  | "getMany"
  | "deleteMany"
  | "iterator"
>;

/**
 * The adapter between Keyv and the store's key-value table, for one namespace. Make one for each Keyv: two Keyvs on one
 * object would read each other's keys. Every failure of the store rejects, so that it is never taken for a miss.
 */
export function keyvBackend(keyValue: KeyValueBackend, namespace: string): KeyvBackend {
  const set = async (key: string, value: unknown, expires?: number): Promise<boolean> => {
    if (typeof value !== "string") throw new TypeError("Keyv must hand over serialised values");
    await keyValue.set(namespace, key, value, expires ?? null);
    return true;
  };
  const has = async (key: string) => (await keyValue.get(namespace, key)) !== undefined;
  const remove = async (key: string) => keyValue.delete(namespace, key);
  const backend: KeyvBackend = {
    namespace,
    get: async (key) => keyValue.get(namespace, key),
    getMany: async (keys) => Promise.all(keys.map(async (key) => keyValue.get(namespace, key))),
    set,
    setMany: async (entries) => Promise.all(entries.map(async ({ key, value, expires }) => set(key, value, expires))),
    delete: remove,
    deleteMany: async (keys) => Promise.all(keys.map(remove)),
    clear: async () => keyValue.clear(namespace),
    has,
    hasMany: async (keys) => Promise.all(keys.map(has)),
    iterator: async function* iterate() {
      for (const entry of await keyValue.entries(namespace)) {
        // What Keyv stored comes out as the string it handed in; it decodes the value itself.
        yield entry;
      }
    },
  };
  // `expires: true` makes Keyv use the adapter as it is, and not wrap it in its bridge for older adapters.
  backend.capabilities = keyvStorageCapability(backend);
  return backend;
}

/**
 * A Keyv on the store, with one purpose per namespace: seen marks, a source's validators, snapshots, preferences.
 *
 * No `error` listener may be attached to it: with one, Keyv 6 answers a failed read with `undefined`, which means "not
 * seen" and would post twice. Without one its operations reject (https://github.com/jaredwray/keyv, "Events").
 */
export function openKeyv<T>(store: Pick<Store, "keyValue">, namespace: string): Keyv<T> {
  return new Keyv<T>({ store: keyvBackend(store.keyValue, namespace), namespace });
}
