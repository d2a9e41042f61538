import { describe, expect, it } from 'vitest';
import {
  aFlow,
  answered,
  field,
  group,
  rowsService,
  type FakeClock,
} from '../runtime/testing/index.ts';
import { loadSample } from '../storage/contract.ts';
import { aPage, ask, slim } from './testing/a-page.ts';

/** Keeping begins when the end of a run had time to be seen. */
async function afterFirstLook<T>(clock: FakeClock, look: () => T): Promise<Awaited<T>> {
  await clock.advance(200);
  return await look();
}

describe('what a run gave', () => {
  it('is kept when the end of the run had time to be seen: the thread answers the person first', async () => {
    const { client, kept, state, clock } = aPage(rowsService(2));
    await client.start(ask(aFlow().lists('rows')));
    await expect.poll(() => state()?.status).toBe('done');
    await clock.advance(100);
    expect(kept).toEqual([]);
    await expect.poll(() => afterFirstLook(clock, () => kept.length)).toBe(1);
  });

  it('waits while another run goes on, which would stand still meanwhile: ten seconds at most', async () => {
    const rows = rowsService(2);
    const { client, kept, state, clock } = aPage((request, call) =>
      call === 0 ? rows(request, call) : new Promise(() => undefined),
    );
    const afterWaiting = async (looks: number) => {
      for (let look = 0; look < looks; look++)
        await afterFirstLook(clock, () => new Promise(setImmediate));
      return kept.map(({ runId }) => runId);
    };
    await client.start(ask(aFlow().lists('rows')));
    await expect.poll(() => state()?.status).toBe('done');
    await client.start(ask(aFlow().lists('rows'), { runId: 'r2' }));
    expect(await afterWaiting(40)).toEqual([]);
    await expect.poll(() => afterWaiting(20)).toEqual(['r1']);
  });

  it('is kept in the store by the worker; the page is told hashes, and small contents', async () => {
    const { client, kept, db, clock } = aPage(rowsService(2));
    await client.start(ask(aFlow().lists('rows').maps('slim', slim)));
    await expect.poll(() => afterFirstLook(clock, () => kept.length)).toBe(1);
    const slimmed = kept[0]?.samples.find(({ step }) => step === 'slim');
    expect(slimmed?.sample).toMatchObject({
      origin: 'recorded',
      messages: [{ name: 'row 0' }, { name: 'row 1' }],
      ids: ['0.0', '0.1'],
    });
    const stored = await loadSample(db, slimmed?.entry?.hash ?? '');
    expect(stored?.messages).toEqual([{ name: 'row 0' }, { name: 'row 1' }]);
  });

  it('stays in the store when it is big: the page learns where', async () => {
    const big = 'x'.repeat(300_000);
    const { client, kept, db, clock } = aPage(() =>
      answered(200, { items: [{ name: big }], next: null }),
    );
    await client.start(ask(aFlow().lists('rows').maps('slim', slim)));
    await expect.poll(() => afterFirstLook(clock, () => kept.length)).toBe(1);
    const slimmed = kept[0]?.samples.find(({ step }) => step === 'slim');
    expect(slimmed?.sample).toMatchObject({ messages: [], apart: slimmed?.entry?.hash });
    expect((await loadSample(db, slimmed?.sample.apart ?? ''))?.messages).toEqual([{ name: big }]);
  });

  it('comes in again without being read when it is big and the run can still be looked at', async () => {
    const { client, kept, state, db, clock } = aPage(rowsService(0));
    const flow = aFlow()
      .receives('call')
      .maps('slim', group({ text: field('call', 'big') }));
    await client.start(ask(flow, { received: [{ big: 'x'.repeat(300_000) }] }));
    await expect.poll(() => afterFirstLook(clock, () => kept.length)).toBe(1);
    const receivedSample = kept[0]?.samples.find(({ step }) => step === 'call')?.sample.apart ?? '';
    await db.samples.clear();
    await client.start(ask(flow, { runId: 'r2', receivedSample }));
    await expect.poll(() => state()).toMatchObject({ runId: 'r2', status: 'done' });
  });

  it('goes to the page whole when the browser takes nothing', async () => {
    const { client, kept, db, clock } = aPage(rowsService(1));
    db.close();
    await client.start(ask(aFlow().lists('rows')));
    await expect.poll(() => afterFirstLook(clock, () => kept.length)).toBe(2);
    expect(kept[1]?.notKept?.code).toBe('flows.storage-closed');
    expect(kept[0]?.samples[0]?.entry).toBeUndefined();
    expect(kept[0]?.samples[0]?.sample.messages).toMatchObject([{ name: 'row 0' }]);
  });

  it('can come in again by its hash; what is gone ends the run in words', async () => {
    const { client, kept, state, events, clock } = aPage(rowsService(0));
    const flow = aFlow()
      .receives('call')
      .maps('slim', group({ text: field('call') }));
    await client.start(ask(flow, { received: ['hello'] }));
    await expect.poll(() => afterFirstLook(clock, () => kept.length)).toBe(1);
    const hash = kept[0]?.samples.find(({ step }) => step === 'call')?.entry?.hash ?? '';
    await client.start(ask(flow, { runId: 'r2', receivedSample: hash }));
    await expect.poll(() => afterFirstLook(clock, () => kept.length)).toBe(2);
    expect(kept[1]?.samples.at(-1)?.sample.messages).toEqual([{ text: 'hello' }]);
    events.length = 0;
    await client.start(ask(flow, { runId: 'r3', receivedSample: 'sha256-gone' }));
    await expect.poll(() => state()?.failure?.code).toBe('runs.sample-gone');
  });
});
