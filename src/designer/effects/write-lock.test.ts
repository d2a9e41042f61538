import { afterEach, expect, test, vi } from 'vitest';
import { holdWriteLock } from './write-lock.ts';

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
