import { afterEach, expect, test, vi } from 'vitest';
import { holdWriteLock, ifNobodyWrites, openFlows } from './write-lock.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** One tab that gets the lock at once; what others say and take is done by hand. */
function aTab() {
  const requests: { steal(): void }[] = [];
  const channels: { onmessage: (() => void) | null }[] = [];
  vi.stubGlobal('navigator', {
    locks: {
      request: (_name: string, _options: LockOptions, hold: (lock: object) => Promise<void>) =>
        new Promise<void>((resolve, reject) => {
          const isFirst = requests.length === 0;
          requests.push({
            steal: () => {
              reject(new DOMException('stolen', 'AbortError'));
            },
          });
          if (isFirst) void hold({}).then(resolve);
        }),
    },
  });
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      onmessage: (() => void) | null = null;
      constructor() {
        channels.push(this);
      }
      close(): void {
        this.onmessage = null;
      }
    },
  );
  const saves: (() => void)[] = [];
  const heard: string[] = [];
  const lock = holdWriteLock('f', {
    gained: () => heard.push('gained'),
    lost: () => heard.push('lost'),
    asked: () => new Promise((saved) => saves.push(saved)),
  });
  return {
    heard,
    lock,
    please: () => channels[0]?.onmessage?.(),
    saved: async () => {
      for (const save of saves) save();
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    },
    steal: () => requests[0]?.steal(),
    get waits() {
      return requests.length - 1;
    },
  };
}

test('gives the lock away once, however often it is asked for before the flow is saved', async () => {
  const tab = aTab();
  tab.please();
  tab.please();
  await tab.saved();
  tab.lock.release();
  expect(tab.heard).toEqual(['gained', 'lost']);
  expect(tab.waits).toBe(1);
});

test('loses the lock once when it is stolen while the flow is saved', async () => {
  const tab = aTab();
  tab.please();
  tab.steal();
  await tab.saved();
  tab.lock.release();
  expect(tab.heard).toEqual(['gained', 'lost']);
  expect(tab.waits).toBe(1);
});

/** The locks of a browser: who has asked first has it, a signal ends the waiting. */
function theLocks() {
  const held = new Map<string, Promise<unknown>>();
  vi.stubGlobal('navigator', {
    locks: {
      query: () => Promise.resolve({ held: Array.from(held.keys(), (name) => ({ name })) }),
      request: async (
        name: string,
        { signal }: { signal: AbortSignal },
        hold: () => Promise<void>,
      ) => {
        const gone = new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        });
        await Promise.race([held.get(name), gone]);
        await hold();
      },
    },
  });
  return {
    hold(flow: string, ms: number): void {
      const name = `footbridge.flow.${flow}`;
      const free = new Promise((resolve) => setTimeout(resolve, ms));
      held.set(
        name,
        free.then(() => held.delete(name)),
      );
    },
  };
}

test('a tab that is just closing is waited for, another one is not', async () => {
  const locks = theLocks();
  locks.hold('closing', 300);
  locks.hold('open', 5_000);
  locks.hold('not-asked-for', 5_000);
  expect(await openFlows(['closing', 'free'])).toEqual(new Set());
  expect(await openFlows(['open', 'free'])).toEqual(new Set(['open']));
});

test('something is done to a flow that nobody writes, and what goes wrong there is told', async () => {
  const locks = theLocks();
  locks.hold('closing', 300);
  locks.hold('open', 5_000);
  const done: string[] = [];
  const act = (name: string) => () => Promise.resolve(void done.push(name));
  expect(await ifNobodyWrites('closing', act('closing'))).toBe(true);
  expect(await ifNobodyWrites('open', act('open'))).toBe(false);
  expect(done).toEqual(['closing']);
  await expect(ifNobodyWrites('free', () => Promise.reject(new Error('full')))).rejects.toThrow(
    'full',
  );
});
