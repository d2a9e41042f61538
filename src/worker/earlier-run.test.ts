import { describe, expect, it } from 'vitest';
import {
  aFlow,
  answered,
  rowsService,
  testComponents,
  type FakeClock,
} from '../runtime/testing/index.ts';
import { listRuns } from '../storage/contract.ts';
import { aPage, ask, slim } from './testing/a-page.ts';

/** Keeping begins when the end of a run had time to be seen. */
async function afterFirstLook<T>(clock: FakeClock, look: () => T): Promise<Awaited<T>> {
  await clock.advance(200);
  return await look();
}

describe('an earlier run', () => {
  const flow = aFlow().lists('rows').maps('slim', slim);

  async function afterOneRun(page: ReturnType<typeof aPage>) {
    const { id } = flow.build();
    await page.db.flows.put({ id, rev: 1, flow: flow.build() });
    await page.client.start(ask(flow));
    await expect
      .poll(() => afterFirstLook(page.clock, () => listRuns(page.db, id)))
      .toHaveLength(1);
  }

  it('is kept when it is over, and shown as it was by a page that was opened anew', async () => {
    const page = aPage(rowsService(3));
    await afterOneRun(page);
    page.workers[0]?.crash();
    const looked = await page.client.openRun('r1');
    expect(looked?.state.steps['slim']?.counts.done).toBe(3);
    expect(looked?.data).toEqual({ count: 3, total: 3 });
    const { records, total } = await page.client.recordsPage({
      runId: 'r1',
      step: 'slim',
      offset: 1,
      limit: 1,
    });
    expect([records[0]?.output, total]).toEqual([[{ name: 'row 1' }], 3]);
  });

  it('lends its data to another run: the source is not called again', async () => {
    const page = aPage(rowsService(3));
    await afterOneRun(page);
    const asked = page.service.requests.length;
    page.events.length = 0;
    await page.client.start(ask(flow, { runId: 'r2', sameDataAs: 'r1' }));
    await expect.poll(() => page.state()?.status).toBe('done');
    expect(page.state()?.steps['slim']?.counts.done).toBe(3);
    expect(page.service.requests).toHaveLength(asked);
  });

  it('lends the refused messages that it tried again, and no others', async () => {
    let isDown = true;
    const page = aPage((request, call) => {
      const isRefused = isDown && JSON.stringify(request.body?.value ?? null).includes('row 1');
      return request.method === 'POST' && isRefused
        ? answered(422, { message: 'no' })
        : rowsService(3)(request, call);
    });
    const sends = aFlow().lists('rows').adds('send', slim, { onFailure: 'skip' });
    const { id } = sends.build();
    await page.db.flows.put({ id, rev: 1, flow: sends.build() });
    const runs = async (rest: Parameters<typeof ask>[1]): Promise<readonly unknown[]> => {
      page.events.length = 0;
      const asked = page.service.requests.length;
      await page.client.start(ask(sends, rest));
      await page.untilOver();
      return page.service.requests.slice(asked).map(({ body }) => body?.value);
    };
    // As the page asks: a run from a later step sends the samples of the steps before along.
    const later = {
      scope: { kind: 'from', step: 'send' },
      samples: { rows: [0, 1, 2].map((row) => ({ id: row, name: `row ${String(row)}` })) },
      sampleIds: { rows: ['0.0', '0.1', '0.2'] },
    } as const;
    await runs({});
    isDown = false;
    const again = { runId: 'r1', step: 'send' };
    expect(await runs({ runId: 'r2', ...later, again })).toEqual([{ name: 'row 1' }]);
    await expect
      .poll(() => afterFirstLook(page.clock, () => listRuns(page.db, id)))
      .toHaveLength(2);
    expect((await page.client.openRun('r2'))?.data).toEqual({ count: 1, total: 1 });
    const same = { runId: 'r3', ...later, sameDataAs: 'r2' };
    expect(await runs(same)).toEqual([{ name: 'row 1' }]);
  });

  it('is compared with the one after it', async () => {
    const rows = { count: 3 };
    const page = aPage((request, call) => rowsService(rows.count)(request, call));
    await afterOneRun(page);
    rows.count = 4;
    await page.clock.advance(1_000);
    await page.client.start(ask(flow, { runId: 'r2' }));
    await expect
      .poll(() => afterFirstLook(page.clock, () => listRuns(page.db, flow.build().id)))
      .toHaveLength(2);
    const changes = await page.client.changes({ runId: 'r2', step: 'slim', side: 'output' });
    expect(changes).toMatchObject({ added: 1, removed: 0, changed: 0, same: 3, by: 'name' });
  });

  it('goes into a file, and comes from one to be looked at', async () => {
    const page = aPage(rowsService(2));
    await afterOneRun(page);
    const text = await page.client.writeRunFile({ runId: 'r1', components: testComponents });
    const read = await page.client.readRunFile(new Blob([text ?? '']));
    if (!read.ok) throw new Error(read.reason.code);
    const { records } = await page.client.recordsPage({
      runId: read.value.row.id,
      step: 'slim',
      offset: 0,
      limit: 9,
    });
    expect(records.map(({ output }) => output)).toEqual([[{ name: 'row 0' }], [{ name: 'row 1' }]]);
  });
});
