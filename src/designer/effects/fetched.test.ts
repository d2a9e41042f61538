import { afterEach, expect, test, vi } from 'vitest';
import { withFetched } from './fetched.ts';

const bench = { toasts: { show: vi.fn() } } as unknown as Parameters<typeof withFetched>[0];

afterEach(() => vi.unstubAllGlobals());

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

test('a defect in what is done is reported, and holds up nothing behind it', async () => {
  const reported: unknown[] = [];
  vi.stubGlobal('reportError', (cause: unknown) => reported.push(cause));
  const defect = new Error('broken');
  const done: string[] = [];
  withFetched(
    bench,
    () => Promise.resolve('first'),
    () => {
      throw defect;
    },
  );
  withFetched(
    bench,
    () => Promise.resolve('next'),
    (code) => done.push(code),
  );
  await vi.waitFor(() => expect(done).toEqual(['next']));
  expect(reported).toEqual([defect]);
});

test('what takes long once it has begun holds up nothing behind it', async () => {
  const done: string[] = [];
  withFetched(
    bench,
    () => Promise.resolve('endless'),
    () => new Promise<never>(() => undefined),
  );
  withFetched(
    bench,
    () => Promise.resolve('next'),
    (code) => done.push(code),
  );
  await vi.waitFor(() => expect(done).toEqual(['next']), { timeout: 1_000 });
});
