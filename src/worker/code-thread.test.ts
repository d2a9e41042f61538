import { describe, expect, it } from 'vitest';
import type { CodeAnswer } from '../runtime/index.ts';
import { fakeClock, quiet } from '../runtime/testing/index.ts';
import { createCodeThread, type CodeCommands } from './code-thread.ts';
import { fakeWorker, type FakeWorker } from './testing/fake-worker.ts';

const ask = { source: 'return 1;', input: '{}', timeLimitMs: 1_000 };
const never = new Promise<CodeAnswer>(() => undefined);
const one: CodeAnswer = { ok: true, output: '1' };
const going = new AbortController().signal;

function aThread(act: () => Promise<CodeAnswer>) {
  const clock = fakeClock();
  const workers: FakeWorker[] = [];
  const commands: CodeCommands = { 'code.ready': () => Promise.resolve(), 'code.run': act };
  const port = createCodeThread(
    () => {
      const worker = fakeWorker(() => commands);
      workers.push(worker);
      return worker;
    },
    (ms) => clock.sleep(ms),
  );
  return { port, clock, workers };
}

describe('the thread of functions', () => {
  it('starts with the first function, and is kept for the next', async () => {
    const { port, workers } = aThread(() => Promise.resolve(one));
    expect(workers).toHaveLength(0);
    expect(await port.run(ask, going)).toEqual(one);
    expect(await port.run(ask, going)).toEqual(one);
    expect(workers).toHaveLength(1);
  });

  it('is ended when a function does not come to its end; the next one has a fresh thread', async () => {
    let calls = 0;
    const { port, clock, workers } = aThread(() => (calls++ === 0 ? never : Promise.resolve(one)));
    const late = port.run(ask, going);
    const next = port.run(ask, going);
    await quiet();
    await clock.advance(2_999);
    expect(workers[0]?.isEnded).toBe(false);
    await clock.advance(1);
    expect(await late).toEqual({ ok: false, reason: 'too-slow' });
    expect(await next).toEqual(one);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });

  it('is ended when the run is cancelled', async () => {
    const { port, workers } = aThread(() => never);
    const controller = new AbortController();
    const cut = port.run(ask, controller.signal);
    await quiet();
    controller.abort();
    await expect(cut).rejects.toThrow('cancelled');
    expect(workers[0]?.isEnded).toBe(true);
  });

  it('lets a cancelled run go at once that waits in line, and ends nothing of the one before it', async () => {
    const { port, workers } = aThread(() => never);
    void port.run(ask, going).catch(() => undefined);
    const controller = new AbortController();
    const waiting = port.run(ask, controller.signal);
    await quiet();
    controller.abort();
    await expect(waiting).rejects.toThrow('cancelled');
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([false]);
  });

  it('starts no thread for a run that is cancelled already', async () => {
    const { port, workers } = aThread(() => never);
    const controller = new AbortController();
    controller.abort();
    await expect(port.run(ask, controller.signal)).rejects.toThrow();
    expect(workers).toHaveLength(0);
  });

  it('fails, and does not hang, when its thread breaks', async () => {
    const { port, workers } = aThread(() => never);
    const cut = port.run(ask, going);
    await quiet();
    workers[0]?.crash();
    await expect(cut).rejects.toThrow('ended');
  });
});
