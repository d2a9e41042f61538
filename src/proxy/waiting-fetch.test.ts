import { expect, it } from 'vitest';
import { RefusedError, toRefusalResponse } from './refusal.ts';
import { waitingForRoom } from './waiting-fetch.ts';

function asking(answers: readonly (() => Response)[]) {
  const waits: number[] = [];
  let asked = 0;
  const fetch = waitingForRoom(
    () => Promise.resolve((answers[Math.min(asked++, answers.length - 1)] as () => Response)()),
    (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  );
  return { fetch, waits, asked: () => asked };
}

const tooFast = (): Response =>
  toRefusalResponse(new RefusedError('proxy.calls-too-fast', { count: 60_000, seconds: 20 }));

it('asks again when there is room, after the time that it was told', async () => {
  const tooMany = (): Response => toRefusalResponse(new RefusedError('proxy.too-many-calls'));
  const { fetch, waits } = asking([tooMany, tooFast, () => new Response('done')]);
  expect(await (await fetch('/api/call', {})).text()).toBe('done');
  expect(waits).toEqual([1_000, 20_000]);
});

it('gives the refusal after a minute of waiting', async () => {
  const { fetch, waits } = asking([tooFast]);
  expect((await fetch('/api/call', {})).status).toBe(429);
  expect(waits).toEqual([20_000, 20_000, 20_000]);
});

it('asks nothing twice that a service was asked', async () => {
  const ofService = (): Response =>
    new Response('', { status: 429, headers: { 'Retry-After': '1' } });
  const other = (): Response => toRefusalResponse(new RefusedError('proxy.webhook-busy'));
  for (const answer of [ofService, other]) {
    const { fetch, asked } = asking([answer]);
    await fetch('/api/call', {});
    expect(asked()).toBe(1);
  }
});

it('ends at once when the call is aborted while it waits', async () => {
  const cancel = new AbortController();
  const fetch = waitingForRoom(() => Promise.resolve(tooFast()));
  const asked = fetch('/api/call', { signal: cancel.signal });
  cancel.abort(new Error('cancelled'));
  await expect(asked).rejects.toThrow('cancelled');
});
