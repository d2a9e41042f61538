import { beforeEach, describe, expect, it } from 'vitest';
import { refusedAt } from '../failure.ts';
import { Interrupted } from '../engine/interrupted.ts';
import { cancelled } from '../failure.ts';
import { filesWorld } from '../testing/files-world.ts';
import { inOne, makingFiles, NotMade, type Keep } from './made-files.ts';

const megabyte = new Uint8Array(1024 * 1024);
async function* pieces(count: number, then: () => void = () => undefined) {
  for (let at = 0; at < count; at++) {
    await Promise.resolve();
    yield megabyte;
  }
  then();
}

describe('files that a step makes', () => {
  let files: ReturnType<typeof filesWorld>;
  let stop: AbortController;
  beforeEach(() => {
    files = filesWorld();
    stop = new AbortController();
  });
  const making = (make: (keep: Keep) => Promise<unknown>) => {
    const { ports } = files.world;
    const setup = { step: { id: 'step' }, world: { ports, signal: stop.signal } };
    const breathe = (): Promise<void> =>
      stop.signal.aborted ? Promise.reject(new Interrupted(cancelled)) : Promise.resolve();
    const at = { message: { id: '1' }, context: { breathe } };
    return makingFiles(
      setup as unknown as Parameters<typeof makingFiles>[0],
      at as unknown as Parameters<typeof makingFiles>[1],
      make,
    );
  };

  it('are named with what they are', async () => {
    const made = await making((keep) =>
      keep({ name: 'a.zip', type: 'application/zip' }, pieces(2)),
    );
    expect(made).toMatchObject({
      value: { name: 'a.zip', type: 'application/zip', size: 2 * megabyte.length },
    });
  });

  it('have at most 100 MB', async () => {
    expect((await making((keep) => keep({ name: 'a' }, pieces(100)))).ok).toBe(true);
    expect(await making((keep) => keep({ name: 'b' }, pieces(101)))).toMatchObject({
      reason: { code: 'steps.file-made-too-large', params: { megabytes: 100 } },
    });
    expect(files.count()).toBe(1);
  });

  it('are all gone where one of them cannot be made', async () => {
    const broken = (): never => {
      throw new NotMade(refusedAt('steps.zip-broken', ['content']));
    };
    const made = await making(async (keep) => {
      await keep({ name: 'a' }, pieces(1));
      await keep({ name: 'b' }, pieces(1, broken));
    });
    expect(made).toMatchObject({ reason: { code: 'steps.zip-broken' } });
    expect(files.count()).toBe(0);
  });

  it('are all gone when the run is cancelled in the middle of one', async () => {
    let taken = 0;
    const made = making(async (keep) => {
      await keep({ name: 'a' }, pieces(1));
      const endless = pieces(Number.POSITIVE_INFINITY);
      await keep(
        { name: 'b' },
        (async function* () {
          for await (const piece of endless) {
            if (++taken === 3) stop.abort();
            yield piece;
          }
        })(),
      );
    });
    await expect(made).rejects.toBeInstanceOf(Interrupted);
    expect([taken, files.count()]).toEqual([3, 0]);
  });

  it('are at hand at once up to a limit, which is told in words', async () => {
    const tooLarge = () => refusedAt('steps.zip-too-large', [], { megabytes: 1 });
    expect((await inOne(pieces(2), 2 * megabyte.length, tooLarge)).length).toBe(
      2 * megabyte.length,
    );
    await expect(inOne(pieces(3), 2 * megabyte.length, tooLarge)).rejects.toMatchObject({
      failure: { code: 'steps.zip-too-large' },
    });
  });
});
