import { afterEach, expect, test, vi } from 'vitest';

interface Script {
  startOnFreePort(start: (port: number) => Promise<Started>): Promise<Started>;
}
interface Started {
  readonly port: number;
}

// One of the project's own plain modules.
const { startOnFreePort } = (await import(
  '../../scripts/serve-until-ended.mjs' as string
)) as Script;
afterEach(() => vi.unstubAllEnvs());

const startUnless =
  (...taken: readonly number[]) =>
  (port: number): Promise<Started> =>
    port > 65_535
      ? Promise.reject(new RangeError('options.port should be >= 0 and < 65536.'))
      : taken.includes(port)
        ? Promise.reject(
            Object.assign(new Error(`${String(port)} is taken`), { code: 'EADDRINUSE' }),
          )
        : Promise.resolve({ port });

test('begins at the wanted port, and takes the next one that is free', async () => {
  vi.stubEnv('PORT', '5000');
  expect(await startOnFreePort(startUnless(5000, 5001))).toEqual({ port: 5002 });
});

test('what is no port is told by its name, and there is none behind the last one', async () => {
  for (const wanted of ['99999', 'x', '-1']) {
    vi.stubEnv('PORT', wanted);
    await expect(startOnFreePort(startUnless())).rejects.toThrow(`PORT is "${wanted}"`);
  }
  vi.stubEnv('PORT', '65535');
  await expect(startOnFreePort(startUnless(65_535))).rejects.toThrow('65535 is taken');
});
