import { expect, it } from 'vitest';
import { aFlow, field, fixed, formula, group } from '../a-flow.ts';
import { rowsService } from '../fake-service.ts';
import type { HostUnderTest } from '../hosts.ts';
import { askHost, refusing, shortly, stateOf, takenLate, takingTime } from './ask-host.ts';

/** R1, R2, R5 and R7: order, back-pressure, a cancel, the same on every host. */
export function describeOrderAndEnds(host: HostUnderTest): void {
  const run = askHost(host);
  const slim = group({ id: field('rows', 'id') });

  it('R1 keeps the order of messages when later calls answer first', async () => {
    const flow = aFlow()
      .lists('rows')
      .finds('detail', slim, { parallel: 4 })
      .maps('out', group({ id: field('detail', 'id') }));
    const ran = await run(flow, async (request, call) => {
      for (let turn = 0; turn < (7 - (call % 7)) * 5; turn++) await Promise.resolve();
      return rowsService(20)(request, call);
    });
    expect(ran.records('out').flatMap(({ output }) => output)).toEqual(
      Array.from({ length: 20 }, (_, id) => ({ id: String(id) })),
    );
  });

  it('R1 keeps the order of messages through steps whose formulas have to be waited for', async () => {
    const waited = formula('$map([$a], function($v) { $v & "!" })', 'rows', 'id');
    const flow = aFlow()
      .lists('rows')
      .maps('wait', group({ id: waited }))
      .filters('keep', { left: waited, is: 'not-equals', right: fixed('3!') })
      .finds('detail', group({ id: waited }), { parallel: 4 });
    const ran = await run(flow, rowsService(9, 4));
    const kept = [0, 1, 2, 4, 5, 6, 7, 8].map((id) => ({ id: `${String(id)}!` }));
    expect(ran.records('wait')).toHaveLength(9);
    expect(ran.records('detail').map(({ input }) => input)).toEqual(kept);
    expect(stateOf(ran).status).toBe('done');
  });

  it('R2 asks for no page long before its rows can be worked on', async () => {
    let sent = 0;
    let farthest = 0;
    const flow = aFlow().lists('rows').adds('send', slim);
    await run(flow, (request, call) => {
      if (request.method === 'POST') sent++;
      else farthest = Math.max(farthest, Number(request.query[0]?.[1] ?? 0) - sent);
      return rowsService(120, 10)(request, call);
    });
    expect(sent).toBe(120);
    expect(farthest).toBeLessThanOrEqual(60);
  });

  it('R5 ends every step when it is cancelled', async () => {
    const flow = aFlow().lists('rows').finds('detail', slim).adds('send', field('detail'));
    const ran = await run(flow, rowsService(50), { cancelAtCall: 9 });
    const { status, steps } = stateOf(ran);
    expect(status).toBe('cancelled');
    for (const step of Object.values(steps)) {
      expect(step.finishedAt).toBeDefined();
      const { in: arrived, done, refused, dropped, held, cancelled } = step.counts;
      expect(done + refused + dropped + held + cancelled).toBe(arrived);
    }
  });

  it.each([
    ['the run has failed elsewhere', {}],
    ['the run stood still at a refusal, and the person ended it', { refusals: 'ask' }],
  ] as const)('R5 counts a write as done that was taken after %s', async (_when, asks) => {
    const flow = aFlow()
      .lists('rows')
      .adds('good', slim, { after: ['rows'] })
      .maps('behind', slim)
      .adds('bad', group({ bad: field('rows', 'id') }), { after: ['rows'] });
    const ran = await run(flow, takenLate(1), { asks, atRefusal: { bad: 'stop' } });
    const { status, steps } = stateOf(ran);
    expect(status).toBe('failed');
    expect(steps['good']).toMatchObject({ status: 'done', counts: { in: 1, done: 1 } });
    expect(ran.records('good')).toMatchObject([
      { state: 'done', response: { status: 201 }, output: [{ id: 0, saved: true }] },
    ]);
  });

  it('reads no further than the records that are wanted', async () => {
    const ran = await run(aFlow().lists('rows').maps('out', slim), rowsService(500), {
      asks: { firstRecords: 5 },
    });
    expect(ran.requests).toHaveLength(1);
    expect(stateOf(ran).steps['out']?.counts.in).toBe(5);
  });

  it('has no more calls under way than the step allows', async () => {
    const ran = await run(
      aFlow().lists('rows').finds('detail', slim, { parallel: 3 }),
      takingTime(rowsService(30)),
    );
    expect(ran.mostAtOnce).toBeLessThanOrEqual(3);
    expect(ran.requests).toHaveLength(31);
  });

  it('R7 gives the same records on every host, and no effect happens twice', async () => {
    const flow = aFlow()
      .lists('rows')
      .filters('some', { not: { left: field('rows', 'id'), is: 'equals', right: fixed(2) } })
      .finds('detail', slim)
      .adds('send', group({ id: field('detail', 'id'), name: field('rows', 'name') }), {
        onFailure: 'skip',
      })
      .maps('other', slim, { after: ['some'] });
    const ran = await run(flow, refusing('4'));
    expect(
      ran.requests.filter(({ method }) => method === 'POST').map(({ body }) => body?.value),
    ).toEqual([
      { id: '0', name: 'row 0' },
      { id: '1', name: 'row 1' },
      { id: '3', name: 'row 3' },
      { id: '4', name: 'row 4' },
    ]);
    expect(ran.requests).toHaveLength(9);
    expect(ran.records('send').map(shortly)).toEqual([
      '0.0 done',
      '0.1 done',
      '0.3 done',
      '0.4 refused',
    ]);
    expect(ran.records('other').map(shortly)).toEqual([
      '0.0 done',
      '0.1 done',
      '0.3 done',
      '0.4 done',
    ]);
  });
}
