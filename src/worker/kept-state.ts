/**
 * What steps remember from run to run, in the browser's own store: it outlives the page. Where the browser keeps
 * nothing (a private window), it is remembered as long as the page is open.
 *
 * 1. Only keys that passed are kept here. What a polled list has shown is not: an open page looks afresh.
 */
import { parseJson, writeJson, type Json } from '../shared/index.ts';
import type { HostPorts } from '../runtime/index.ts';

const databaseName = 'footbridge-memory';
const storeName = 'state';
const kept = /^passed\//;

export function createKeptState(
  inMemory: HostPorts['state'],
  open: () => Promise<IDBDatabase> = openDatabase,
): HostPorts['state'] {
  let database: Promise<IDBDatabase | undefined> | undefined;
  const opened = (): Promise<IDBDatabase | undefined> =>
    (database ??= open().catch(() => undefined));
  return {
    async get(key) {
      const store = kept.test(key) ? await opened() : undefined;
      if (store === undefined) return inMemory.get(key);
      const found: unknown = await settled(
        store.transaction(storeName).objectStore(storeName).get(key),
      );
      const parsed = typeof found === 'string' ? parseJson(found) : undefined;
      return parsed?.ok === true ? parsed.value : undefined;
    },
    async set(key: string, value: Json) {
      const store = kept.test(key) ? await opened() : undefined;
      if (store === undefined) return inMemory.set(key, value);
      await settled(
        store.transaction(storeName, 'readwrite').objectStore(storeName).put(writeJson(value), key),
      );
    },
  };
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName);
  return settled(request);
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing'));
  });
}
