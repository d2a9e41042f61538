import { expect, test } from 'vitest';
import { later } from './later.ts';

interface Counter {
  add(by: number): void;
  total(): Promise<number>;
}

const fail = () => expect.unreachable();

function aCounter() {
  let total = 0;
  let fetched = 0;
  let arrive: () => void = () => undefined;
  const counter = later<Counter>(async () => {
    fetched += 1;
    await new Promise<void>((resolve) => (arrive = resolve));
    return { add: (by) => void (total = total * 10 + by), total: () => Promise.resolve(total) };
  }, fail);
  return { counter, now: () => total, fetched: () => fetched, arrive: () => arrive() };
}

test('fetches nothing before something is asked, and then once', async () => {
  const { counter, fetched, arrive } = aCounter();
  expect(fetched()).toBe(0);
  counter.add(1);
  const total = counter.total();
  arrive();
  expect(await total).toBe(1);
  expect(fetched()).toBe(1);
});

test('does in their order what was asked meanwhile, and all that follows at once', async () => {
  const { counter, now, arrive } = aCounter();
  counter.add(1);
  counter.add(2);
  expect(now()).toBe(0);
  const total = counter.total();
  arrive();
  expect(await total).toBe(12);
  counter.add(3);
  expect(now()).toBe(123);
});

test('says that the code cannot be fetched, to whoever waits too, and tries again', async () => {
  let lost = 0;
  let isThere = false;
  const counter = later<Counter>(
    () =>
      isThere
        ? Promise.resolve({ add: () => undefined, total: () => Promise.resolve(7) })
        : Promise.reject(new TypeError('gone')),
    () => (lost += 1),
  );
  await expect(counter.total()).rejects.toThrow('gone');
  expect(lost).toBe(1);
  isThere = true;
  expect(await counter.total()).toBe(7);
});
