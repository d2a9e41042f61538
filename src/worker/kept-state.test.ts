import { afterEach, describe, expect, it } from 'vitest';
import { Database } from '../storage/index.ts';
import { createKeptState } from './kept-state.ts';
import { createPollState } from './poll-state.ts';

const opened: Database[] = [];
afterEach(async () => {
  await opened.splice(0)[0]?.delete();
});
function aPage(): () => Promise<Database> {
  const database = new Database('kept-state');
  opened.push(database);
  return () => Promise.resolve(database);
}

describe('what steps remember in a browser', () => {
  it('outlives the page', async () => {
    await createKeptState(createPollState(), aPage()).set('passed/f/s', ['a', 'b']);
    const after = createKeptState(createPollState(), aPage());
    expect(await after.get('passed/f/s')).toEqual(['a', 'b']);
    expect(await after.get('passed/f/other')).toBeUndefined();
  });

  it('leaves what a polled list has shown to the open page', async () => {
    const open = aPage();
    const state = createKeptState(createPollState(), open);
    await state.set('seen/f/s', ['a']);
    expect(await (await open()).memories.count()).toBe(0);
    expect(await state.get('seen/f/s')).toEqual(['a']);
  });

  it('lasts as long as the page where the browser keeps nothing', async () => {
    const state = createKeptState(createPollState(), () => Promise.reject(new Error('private')));
    await state.set('passed/f/s', ['a']);
    expect(await state.get('passed/f/s')).toEqual(['a']);
  });
});
