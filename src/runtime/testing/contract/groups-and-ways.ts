import { expect, it } from 'vitest';
import { aFlow, field, fixed, formula, group } from '../a-flow.ts';
import { answered, rowsService } from '../fake-service.ts';
import type { HostUnderTest } from '../hosts.ts';
import { expectSound } from '../sound-reports.ts';
import { askHost, listOf, refusing, stateOf } from './ask-host.ts';

/** Groups, branches and joins. */
export function describeGroupsAndWays(host: HostUnderTest): void {
  const run = askHost(host);
  const slim = group({ id: field('rows', 'id') });

  it('R1 ends groups in the order in which they were opened, and lists are in order', async () => {
    const flow = aFlow()
      .lists('rows')
      .splits('each', listOf('a', 'b', 'c'))
      .finds('detail', group({ id: field('rows', 'id') }), { parallel: 4 })
      .collects('list', group({ id: field('detail', 'id'), entry: field('each', 'entry') }))
      .maps('out', field('list', 'list'));
    const ran = await run(flow, async (request, call) => {
      for (let turn = 0; turn < (7 - (call % 7)) * 5; turn++) await Promise.resolve();
      return rowsService(8)(request, call);
    });
    expect(ran.records('out').map(({ input }) => input)).toEqual(
      Array.from({ length: 8 }, (_, id) =>
        ['a', 'b', 'c'].map((entry) => ({ id: String(id), entry })),
      ),
    );
    expect(ran.records('out').map(({ id }) => id)).toEqual(
      Array.from({ length: 8 }, (_, id) => `0.${String(id)}`),
    );
  });

  it('R3 tells lists of the same message apart that different steps took apart, and sends each of them', async () => {
    const flow = aFlow()
      .lists('rows')
      .splits('one', listOf('a', 'b'))
      .splits('other', listOf('c'), { after: ['rows'] })
      .collects('list', field('rows', 'id'), { after: ['one', 'other'] })
      .addsOnce('send', group({ count: field('list', 'count') }));
    const ran = await run(flow, rowsService(2));
    expect(ran.records('send').map(({ id, input }) => [id, input])).toEqual([
      ['0.0@one', { count: 2 }],
      ['0.0@other', { count: 1 }],
      ['0.1@one', { count: 2 }],
      ['0.1@other', { count: 1 }],
    ]);
    const keys = ran.requests.flatMap(({ headers }) => headers.map(([, value]) => value));
    expect(new Set(keys).size).toBe(4);
  });

  it('R5 ends a step behind a Join after its last message, also where another way ended the group', async () => {
    const flow = aFlow()
      .lists('rows')
      .joins('met', { after: ['rows'] })
      .maps(
        'out',
        group({ id: formula('$map([$a], function($v) { $v & "" })', 'met', 'rows', 'id') }),
      )
      .waits('later', { after: ['rows'] })
      .collects('list', field('rows', 'id'), { after: ['later', 'rows'] });
    const ran = await run(flow, rowsService(1));
    expectSound(ran.events);
    expect(stateOf(ran).steps['out']?.counts).toMatchObject({ in: 1, done: 1, out: 1 });
  });

  it('R4 ends a group when messages of it were refused or left out, and counts each once', async () => {
    const flow = aFlow()
      .lists('rows')
      .splits('each', listOf('a', 'b'))
      .filters('some', {
        any: [
          { left: field('each', 'entry'), is: 'equals', right: fixed('a') },
          { left: field('rows', 'id'), is: 'equals', right: fixed(1) },
        ],
      })
      .adds('send', slim, { onFailure: 'skip' })
      .collects('list', field('each', 'entry'))
      .maps('out', group({ id: field('rows', 'id'), list: field('list', 'list') }));
    const ran = await run(flow, refusing('3'));
    expect(ran.records('out').map(({ input }) => input)).toEqual([
      { id: 0, list: ['a'] },
      { id: 1, list: ['a', 'b'] },
      { id: 2, list: ['a'] },
      { id: 4, list: ['a'] },
    ]);
    expect(stateOf(ran).steps['list']?.counts).toMatchObject({ in: 5, done: 5, out: 4 });
  });

  it('R4 stands still with what is gathered, and gives it when the refused message is left out', async () => {
    const flow = aFlow().lists('rows').adds('send', slim).collects('list', field('rows', 'id'));
    const ran = await run(flow, refusing('4'), {
      asks: { refusals: 'ask' },
      atRefusal: { send: 'skip' },
    });
    expect(stateOf(ran).status).toBe('done');
    expect(ran.records('list').flatMap(({ output }) => output)).toEqual([
      { list: [0, 1, 2, 3], count: 4 },
    ]);
  });

  it('R5 gives no list of a run that was cancelled, and counts what was in it', async () => {
    const flow = aFlow()
      .lists('rows')
      .finds('detail', slim)
      .collects('list', field('detail', 'id'))
      .adds('send', field('list'));
    const ran = await run(flow, rowsService(50), { cancelAtCall: 9 });
    const { status, steps } = stateOf(ran);
    expect(status).toBe('cancelled');
    expect(['cancelled', 'not-reached']).toContain(steps['list']?.status);
    expect(steps['list']?.counts.cancelled).toBe(steps['list']?.counts.in);
    expect(steps['list']?.counts.out).toBe(0);
    expect(ran.requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('counts where a router sent its messages, none is lost', async () => {
    const flow = aFlow()
      .lists('rows')
      .routes('way', { first: { left: field('rows', 'id'), is: 'less', right: fixed(2) } })
      .maps('out', slim, { after: ['way'], by: 'otherwise' });
    const ran = await run(flow, rowsService(5));
    expect(stateOf(ran).steps['way']?.counts).toMatchObject({
      in: 5,
      out: 5,
      byPort: { first: 2, otherwise: 3 },
    });
    expect(ran.records('out').map(({ input }) => input)).toEqual([{ id: 2 }, { id: 3 }, { id: 4 }]);
    expect(ran.records('way').map(({ ports }) => ports)).toEqual(
      ['first', 'first', 'otherwise', 'otherwise', 'otherwise'].map((way) => [way]),
    );
  });

  it('joins the copies of each message, in order, whichever way is slower, and says which are missing', async () => {
    const flow = aFlow()
      .lists('rows')
      .finds('detail', slim, { parallel: 4, onFailure: 'skip' })
      .maps('short', group({ name: field('rows', 'name') }), { after: ['rows'] })
      .joins('both', { after: ['detail', 'short'] })
      .maps('out', group({ id: field('rows', 'id'), all: field('both') }));
    const ran = await run(flow, async (request, call) => {
      for (let turn = 0; turn < (7 - (call % 7)) * 5; turn++) await Promise.resolve();
      if (request.path === '/rows/3') return answered(404, { message: 'gone' });
      return rowsService(6)(request, call);
    });
    expect(ran.records('out').map(({ input }) => input)).toEqual(
      Array.from({ length: 6 }, (_, id) => {
        const short = { name: `row ${String(id)}` };
        return id === 3
          ? { id, all: { ways: { short }, missing: ['detail'] } }
          : {
              id,
              all: { ways: { detail: { id: String(id), found: true }, short }, missing: [] },
            };
      }),
    );
    expect(stateOf(ran).steps['both']?.counts).toMatchObject({ in: 11, done: 11, out: 6 });
  });
}
