import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from './database.ts';
import { createKeeper } from './keep-connection.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aConnection(isOpen = true) {
  const told: string[] = [];
  const database = {
    isOpen: () => isOpen,
    rest: (isResting: boolean) => void told.push(isResting ? 'rests' : 'works'),
    close: () => {
      told.push('closed');
      return Promise.resolve();
    },
  } as Partial<Database> as Database;
  return { database, told };
}

describe('a connection whose task has ended', () => {
  it('is found once again by the same sign-in, and keeps no process alive in between', () => {
    const keeper = createKeeper();
    const { database, told } = aConnection();
    keeper.keep('a', database);
    expect(keeper.take('b')).toBeUndefined();
    expect(keeper.take('a')).toBe(database);
    expect(keeper.take('a')).toBeUndefined();
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual(['rests', 'works']);
  });

  it('is closed when nobody needs it for five seconds', () => {
    const keeper = createKeeper();
    const { database, told } = aConnection();
    keeper.keep('a', database);
    vi.advanceTimersByTime(5_000);
    expect(told).toEqual(['rests', 'closed']);
    expect(keeper.take('a')).toBeUndefined();
  });

  it('is not used when it was lost meanwhile', () => {
    const keeper = createKeeper();
    keeper.keep('a', aConnection(false).database);
    expect(keeper.take('a')).toBeUndefined();
  });

  it('makes room for later ones', () => {
    const keeper = createKeeper();
    const made = Array.from({ length: 17 }, () => aConnection());
    for (const { database } of made) keeper.keep('a', database);
    expect(made.filter(({ told }) => told.includes('closed'))).toHaveLength(1);
  });

  it('is told apart by address, way to sign in and every value of the form', () => {
    const { keyOf } = createKeeper();
    const ask = { origin: 'tcp://a:1', credentialType: 'mysql', values: { password: 'x' } };
    const others = [
      { ...ask, origin: 'tcp://a:2' },
      { ...ask, credentialType: 'postgresql' },
      { ...ask, values: { password: 'y' } },
    ];
    expect(keyOf({ ...ask })).toBe(keyOf(ask));
    for (const other of others) expect(keyOf(other)).not.toBe(keyOf(ask));
  });
});
