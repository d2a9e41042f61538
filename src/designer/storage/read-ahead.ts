/**
 * One read of the browser's store without the library that keeps it (Dexie is a tenth of the first load).
 *
 * 1. Only a store of exactly this version is read. For anything else (none yet, an older or newer one, trouble) the
 *    answer is undefined, and who asks goes the usual way, which upgrades, refuses and explains.
 * 2. The connection is closed at once: an open one would stand in the way of an upgrade. One that was opened ahead of the read is
 *    closed by it, or when somebody upgrades.
 */
import {
  databaseName,
  databaseVersion,
  type FlowRow,
  type HistoryRow,
  type JournalHead,
  type JournalRow,
} from '../../storage/contract.ts';
import { openStored, type StoredFlow } from './journal.ts';

let opened: Promise<IDBDatabase | undefined> | undefined;

/** For a page that is about to read a flow: the store is opened while the page is still made. */
export function openAhead(name = databaseName): void {
  opened ??= connect(name).catch(() => undefined);
}

export async function readAhead(id: string, name = databaseName): Promise<StoredFlow | undefined> {
  const opening = opened ?? connect(name).catch(() => undefined);
  opened = undefined;
  const database = await opening;
  if (database === undefined) return undefined;
  try {
    // Dexie counts a version as ten of the browser's.
    if (database.version !== databaseVersion * 10) return undefined;
    const reading = database.transaction(['flows', 'histories', 'journal'], 'readonly');
    const [row, head, rows] = await Promise.all([
      answerOf<FlowRow | undefined>(reading.objectStore('flows').get(id)),
      answerOf<JournalHead | HistoryRow | undefined>(reading.objectStore('histories').get(id)),
      answerOf<JournalRow[]>(reading.objectStore('journal').index('flow').getAll(id)),
    ]);
    return row === undefined ? undefined : openStored(row, head, rows);
  } catch {
    return undefined; // invariant 1
  } finally {
    database.close();
  }
}

async function connect(name: string): Promise<IDBDatabase> {
  const asked = indexedDB.open(name);
  // There is none yet: to make it is not the matter of a reader.
  asked.onupgradeneeded = () => asked.transaction?.abort();
  const database = await answerOf(asked);
  database.onversionchange = () => database.close();
  return database;
}

function answerOf<Value>(asked: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('the store does not answer'));
  });
}
