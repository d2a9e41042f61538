import { expect, test, vi } from 'vitest';
import { withFetched } from './fetched.ts';

const bench = { toasts: { show: vi.fn() } } as unknown as Parameters<typeof withFetched>[0];

test('what was asked for first is done first, also where the code of the second is there earlier', async () => {
  const done: string[] = [];
  let arrive: (code: string) => void = () => undefined;
  const slow = new Promise<string>((resolve) => {
    arrive = resolve;
  });
  withFetched(
    bench,
    () => slow,
    (code) => done.push(code),
  );
  withFetched(
    bench,
    () => Promise.resolve('second'),
    (code) => done.push(code),
  );
  await Promise.resolve();
  expect(done).toEqual([]);
  arrive('first');
  await vi.waitFor(() => expect(done).toEqual(['first', 'second']));
});

test('code that cannot be fetched is told, and holds up nothing behind it', async () => {
  const done: string[] = [];
  withFetched(
    bench,
    () => Promise.reject(new Error('gone')),
    () => done.push('never'),
  );
  withFetched(
    bench,
    () => Promise.resolve('next'),
    (code) => done.push(code),
  );
  await vi.waitFor(() => expect(done).toEqual(['next']));
  expect(bench.toasts.show).toHaveBeenCalledOnce();
});
