/**
 * The browser's store as the designer itself would have written it: made in Node by the designer's own modules, in a store that
 * is none, and put into the browser as it came out. What the store is made of is said nowhere twice.
 */
// Before Dexie: it looks for a database when it is loaded.
import 'fake-indexeddb/auto';
import type { Page } from '@playwright/test';
import { withPlaces } from '../src/designer/state/step-box.ts';
import { keepImported } from '../src/designer/storage/import-flow.ts';
import type { Flow } from '../src/flow/index.ts';
import { Database, isTest, testsIn } from '../src/storage/index.ts';

interface Table {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly indexes: readonly Pick<IDBIndex, 'name' | 'keyPath' | 'unique' | 'multiEntry'>[];
  readonly rows: readonly unknown[];
}
interface Store {
  readonly name: string;
  readonly version: number;
  readonly tables: readonly Table[];
}

/** The store of somebody who has taken in this flow and nothing else. */
export async function storeWith(imported: Flow): Promise<Store> {
  const { sampleContents = {}, calledFlows = [], ...flow } = imported;
  const db = new Database();
  await db.delete({ disableAutoOpen: false });
  const tests = testsIn(flow.tests, () => crypto.randomUUID());
  await keepImported(
    db,
    {
      flow: withPlaces({ ...flow, tests: flow.tests.filter((test) => !isTest(test)) }),
      tests,
      sampleContents,
      called: calledFlows.map(withPlaces),
      bindings: [],
    },
    Date.now(),
  );
  const { name, version, objectStoreNames } = db.backendDB();
  const names = [...objectStoreNames];
  const reading = db.backendDB().transaction(names);
  const tables = await Promise.all(
    names.map(async (table) => {
      const store = reading.objectStore(table);
      const indexes = [...store.indexNames].map((index) => {
        const { name, keyPath, unique, multiEntry } = store.index(index);
        return { name, keyPath, unique, multiEntry };
      });
      return {
        name: table,
        keyPath: store.keyPath,
        indexes,
        rows: await db.table(table).toArray(),
      };
    }),
  );
  db.close();
  return { name, version, tables };
}

/** All that the browser keeps of the page, from now on; the page must not be open in it. */
export function putStore(page: Page, store: Store): Promise<void> {
  return page.evaluate(async ({ name, version, tables }) => {
    const request = <Value>(asked: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error ?? new Error('the store did not answer'));
      });
    await request(indexedDB.deleteDatabase(name));
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => {
      for (const { name, keyPath, indexes, rows } of tables) {
        const table = opening.result.createObjectStore(name, { keyPath });
        for (const index of indexes) table.createIndex(index.name, index.keyPath, index);
        for (const row of rows) table.put(row);
      }
    };
    (await request(opening)).close();
  }, store);
}
