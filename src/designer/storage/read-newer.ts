import { databaseName } from '../../storage/contract.ts';
import type { Json } from '../../shared/index.ts';

/** A flow of a store that this version does not open: what can be told of it, and its document as it is. */
export interface NewerFlow {
  readonly id: string;
  readonly name: string;
  readonly document: Json;
}

/** Looks into the store of a newer version, as far as it keeps flows where this one does. Nothing is written. */
export async function readNewer(name = databaseName): Promise<readonly NewerFlow[]> {
  const database = await answerOf(indexedDB.open(name));
  try {
    if (!database.objectStoreNames.contains('flows')) return [];
    const reading = database.transaction(['flows'], 'readonly').objectStore('flows');
    return (await answerOf(reading.getAll() as IDBRequest<unknown[]>)).flatMap(flowIn);
  } finally {
    database.close();
  }
}

function flowIn(row: unknown): readonly NewerFlow[] {
  const document = partOf(row, 'flow');
  const id = partOf(document, 'id');
  const name = partOf(document, 'name');
  // What is stored is JSON plus big integers.
  return typeof id === 'string' && typeof name === 'string'
    ? [{ id, name, document: document as Json }]
    : [];
}

function partOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function answerOf<Value>(asked: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('the store does not answer'));
  });
}
