import { describe, expect, it } from 'vitest';
import { createKeptState } from './kept-state.ts';
import { createPollState } from './poll-state.ts';

/** As much of a browser's store as is used: what is put under a key is got again. */
function aBrowserStore() {
  const kept = new Map<string, unknown>();
  const request = (result: unknown) => {
    const made = { result, onsuccess: undefined as (() => void) | undefined };
    queueMicrotask(() => made.onsuccess?.());
    return made;
  };
  const store = {
    get: (key: string) => request(kept.get(key)),
    put: (value: unknown, key: string) => request(kept.set(key, value)),
  };
  const database = { transaction: () => ({ objectStore: () => store }) };
  return { kept, open: () => Promise.resolve(database as unknown as IDBDatabase) };
}

describe('what steps remember in a browser', () => {
  it('outlives the page, with long whole numbers as they were', async () => {
    const { open } = aBrowserStore();
    const before = createKeptState(createPollState(), open);
    await before.set('passed/f/s', ['a', 12345678901234567890n]);
    const after = createKeptState(createPollState(), open);
    expect(await after.get('passed/f/s')).toEqual(['a', 12345678901234567890n]);
    expect(await after.get('passed/f/other')).toBeUndefined();
  });

  it('leaves what a polled list has shown to the open page', async () => {
    const { kept, open } = aBrowserStore();
    const state = createKeptState(createPollState(), open);
    await state.set('seen/f/s', ['a']);
    expect(kept.size).toBe(0);
    expect(await state.get('seen/f/s')).toEqual(['a']);
  });

  it('lasts as long as the page where the browser keeps nothing', async () => {
    const state = createKeptState(createPollState(), () => Promise.reject(new Error('private')));
    await state.set('passed/f/s', ['a']);
    expect(await state.get('passed/f/s')).toEqual(['a']);
  });
});
