import { expect, test } from 'vitest';
import { readNewer } from './read-newer.ts';

/** A store of a version that is still to come. */
function aNewerStore(name: string, rows: readonly object[] | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 9_999);
    opening.onerror = () => reject(new Error('the store did not open'));
    opening.onupgradeneeded = () => {
      const made = opening.result;
      made.createObjectStore('flows-of-tomorrow', { keyPath: 'key' });
      if (rows === undefined) return;
      const flows = made.createObjectStore('flows', { keyPath: 'id' });
      for (const row of rows) flows.put(row);
    };
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

test('flows of a newer store are told as far as they can be read; what is none is left out', async () => {
  const flow = { id: 'a', name: 'Mine', steps: { in: 'another form' } };
  await aNewerStore('newer-1', [{ id: 'a', flow }, { id: 'b' }, { id: 'c', flow: { id: 'c' } }]);
  expect(await readNewer('newer-1')).toEqual([{ id: 'a', name: 'Mine', document: flow }]);
});

test('a newer store that keeps flows elsewhere has none to show', async () => {
  await aNewerStore('newer-2', undefined);
  expect(await readNewer('newer-2')).toEqual([]);
});
