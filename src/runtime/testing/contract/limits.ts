import { expect, it } from 'vitest';
import type { Json } from '../../../shared/index.ts';
import { aFlow, field, fixed, group } from '../a-flow.ts';
import { answered, fakeService, rowsService, type Script } from '../fake-service.ts';
import type { HostUnderTest } from '../hosts.ts';
import { createMemoryPorts } from '../../memory-ports.ts';
import { askHost, shortly, stateOf, takingTime } from './ask-host.ts';

/** The limits of a run: each is a refusal at its step, in words, never a crash. */
export function describeLimits(host: HostUnderTest): void {
  const run = askHost(host);
  const slim = group({ id: field('rows', 'id') });
  const small = { messageBytes: 1_000 };
  /** Five rows; the third one has this beside its name. */
  const rowsWith =
    (extra: Json): Script =>
    (request, call) =>
      request.path === '/rows' && request.method === 'GET'
        ? answered(200, {
            items: [0, 1, 2, 3, 4].map((id) => ({ id, extra: id === 2 ? extra : '' })),
            next: null,
          })
        : rowsService(0)(request, call);

  it('refuses what a service gave at the first message that is too big; those before it have left', async () => {
    const ran = await run(aFlow().lists('rows').maps('out', slim), rowsWith('x'.repeat(2_000)), {
      asks: { limits: small },
    });
    const { status, failure, steps } = stateOf(ran);
    expect(status).toBe('failed');
    expect(failure).toMatchObject({
      code: 'runs.entry-too-big',
      params: { megabytes: 1_000 / 1024 / 1024 },
    });
    expect(steps['rows']).toMatchObject({
      status: 'failed',
      counts: { in: 1, refused: 1, out: 2 },
    });
    expect(ran.records('out').flatMap(({ output }) => output)).toEqual([{ id: 0 }, { id: 1 }]);
  });

  it.each(['skip', 'error-branch'] as const)(
    'goes on with a list behind an entry that is too big, where the step says "%s", and tells how many it left out',
    async (onFailure) => {
      const flow = aFlow()
        .lists('rows', { onFailure })
        .maps('out', slim)
        .maps('told', group({ id: fixed('told') }), { after: [] })
        .onError('rows', 'told');
      const ran = await run(flow, rowsWith('x'.repeat(2_000)), { asks: { limits: small } });
      expect(stateOf(ran).status).toBe('done');
      expect(stateOf(ran).steps['rows']?.counts).toMatchObject({ in: 1, refused: 1 });
      expect(ran.records('rows')).toMatchObject([
        { state: 'refused', failure: { code: 'runs.entries-left-out', params: { count: 1 } } },
      ]);
      expect(ran.records('out').map(shortly)).toEqual([
        '0.0 done',
        '0.1 done',
        '0.3 done',
        '0.4 done',
      ]);
      expect(ran.records('told')).toHaveLength(onFailure === 'error-branch' ? 1 : 0);
    },
  );

  it('goes on behind an entry that is too big where a list is taken apart, and gathers the others', async () => {
    const flow = aFlow()
      .receives('in')
      .splits('each', field('in', 'list'), { onFailure: 'skip' })
      .collects('all', field('each', 'position'));
    const ran = await run(flow, rowsService(0), {
      asks: { received: [{ list: ['a', 'x'.repeat(980), 'c', 'd'] }], limits: small },
    });
    expect(ran.records('all').flatMap(({ output = [] }) => output)).toMatchObject([
      { list: [1, 3, 4] },
    ]);
    expect(stateOf(ran).steps['each']?.counts).toMatchObject({ in: 1, refused: 1, out: 3 });
  });

  it('does not stay at an entry that is too big, however often it looks for something new', async () => {
    const { state } = createMemoryPorts({ service: fakeService(rowsService(0)) });
    const flow = aFlow().lists('rows', { onFailure: 'skip' }).adds('send', slim);
    const look = async (script: Script) => {
      const asks = { onlyNew: true, remembers: true, limits: small } as const;
      const { requests } = await run(flow, script, { asks, state });
      return requests.flatMap(({ body }) => (body === undefined ? [] : [body.value]));
    };
    expect(await look(rowsService(1))).toEqual([]);
    const big = rowsWith('x'.repeat(2_000));
    expect(await look(big)).toEqual([{ id: 1 }, { id: 3 }, { id: 4 }]);
    expect(await look(big)).toEqual([]);
  });

  it('counts a file in a message with what it holds, not with how it is written', async () => {
    const ran = await run(
      aFlow().lists('rows').maps('out', slim),
      rowsWith({ base64: 'A'.repeat(1_200) }),
      { asks: { limits: small } },
    );
    expect(stateOf(ran).status).toBe('done');
  });

  it('refuses a list that comes in one message before all of its pages are asked for', async () => {
    const ran = await run(
      aFlow().lists('rows', { emit: 'whole-list' }).maps('out', fixed('x')),
      rowsService(1_000, 50),
      { asks: { limits: small } },
    );
    expect(stateOf(ran).failure?.code).toBe('runs.message-too-big');
    expect(ran.requests.length).toBeLessThan(3);
  });

  it('leaves out a message that a step makes too big, where the step says so', async () => {
    const ran = await run(
      aFlow()
        .lists('rows')
        .finds('detail', slim)
        .maps('big', group({ a: field('rows', 'extra'), b: field('rows', 'extra') }), {
          onFailure: 'skip',
        })
        .adds('send', slim),
      rowsWith('x'.repeat(600)),
      { asks: { limits: small } },
    );
    expect(stateOf(ran).status).toBe('done');
    expect(ran.records('big').map(shortly)).toEqual([
      '0.0 done',
      '0.1 done',
      '0.2 refused',
      '0.3 done',
      '0.4 done',
    ]);
    expect(ran.records('send')).toHaveLength(4);
  });

  it('refuses the message with which a gathered list would become too big; the next list begins anew', async () => {
    const long = group({ text: fixed('x'.repeat(300)) });
    const flow = (size: number) =>
      aFlow()
        .lists('rows')
        .collects('all', long, { settings: { of: 'run', size }, onFailure: 'skip' });
    const whole = await run(flow(10), rowsService(5), { asks: { limits: small } });
    expect(stateOf(whole).steps['all']?.counts).toMatchObject({
      in: 5,
      done: 3,
      refused: 2,
      out: 1,
    });
    expect(whole.records('all').find(({ state }) => state === 'refused')?.failure?.code).toBe(
      'runs.list-too-big',
    );
    const parts = await run(flow(2), rowsService(5), { asks: { limits: small } });
    expect(stateOf(parts).steps['all']?.counts).toMatchObject({ done: 5, refused: 0, out: 3 });
  });

  /** Three steps that may make eight calls at once each. */
  const wide = () =>
    aFlow()
      .lists('rows')
      .finds('one', slim, { after: ['rows'], parallel: 8 })
      .finds('two', slim, { after: ['rows'], parallel: 8 })
      .finds('three', slim, { after: ['rows'], parallel: 8 });

  it.each([
    ['16', {}, 16],
    ['as many as the run may', { callsAtOnce: 3 }, 3],
  ] as const)('has %s calls under way, of all steps together', async (_many, limits, most) => {
    const ran = await run(wide(), takingTime(rowsService(30)), { asks: { limits } });
    expect(stateOf(ran).status).toBe('done');
    expect(ran.requests).toHaveLength(91);
    expect(ran.mostAtOnce).toBeLessThanOrEqual(most);
  });

  it('takes what the flow says, and what is asked of the run before that', async () => {
    const flow = () => aFlow().lists('rows').maps('out', slim).limits({ messages: 25 });
    const ofFlow = await run(flow(), rowsService(30));
    expect(stateOf(ofFlow).failure).toMatchObject({
      code: 'runs.too-many-messages',
      params: { limit: 25 },
    });
    const asked = await run(flow(), rowsService(30), { asks: { limits: { messages: 30 } } });
    expect(stateOf(asked).status).toBe('done');
    const called = await run(wide().limits({ callsAtOnce: 2 }), takingTime(rowsService(30)));
    expect(called.mostAtOnce).toBeLessThanOrEqual(2);
  });

  it('gives the same in order when calls wait for each other, and tries again among them', async () => {
    const failed = new Set<string>();
    const ran = await run(
      aFlow().lists('rows').finds('detail', slim, { parallel: 8 }).maps('out', field('detail')),
      (request, call) => {
        const isNew = request.path !== '/rows' && !failed.has(request.path);
        failed.add(request.path);
        return isNew && call % 3 === 0 ? answered(503, {}) : rowsService(12)(request, call);
      },
      { asks: { limits: { callsAtOnce: 2 } } },
    );
    expect(stateOf(ran).status).toBe('done');
    expect(ran.records('out').map(({ input }) => (input as { readonly id: string }).id)).toEqual(
      Array.from({ length: 12 }, (_, at) => String(at)),
    );
  });

  it('R5 a cancel ends what waits for its turn to call, and only what was on its way may be sent', async () => {
    const ran = await run(wide(), takingTime(rowsService(30)), {
      asks: { limits: { callsAtOnce: 2 } },
      cancelAtCall: 9,
    });
    expect(stateOf(ran).status).toBe('cancelled');
    const why = ['one', 'two', 'three'].flatMap((step) =>
      ran.records(step).flatMap(({ failure }) => failure?.code ?? []),
    );
    const sent = why.filter((code) => code === 'runs.cancelled-while-sending');
    expect(sent.length).toBeLessThanOrEqual(2);
  });

  it('makes no more messages than a run may, and says so where it would have', async () => {
    const ran = await run(
      aFlow().lists('rows').maps('out', slim).adds('send', slim),
      rowsService(30, 10),
      { asks: { limits: { messages: 25 } } },
    );
    const { failure, steps } = stateOf(ran);
    expect(failure).toMatchObject({ code: 'runs.too-many-messages', params: { limit: 25 } });
    expect(steps['rows']).toMatchObject({ status: 'failed', counts: { refused: 1, out: 25 } });
    for (const { counts } of Object.values(steps)) {
      const { in: arrived, done, refused, dropped, held, cancelled } = counts;
      expect(done + refused + dropped + held + cancelled).toBe(arrived);
    }
  });

  it('counts what is made of messages that were made of one, and no step they go through', async () => {
    const three: Json = { list: [1, 2, 3] };
    const flow = aFlow()
      .receives('call')
      .splits('each', field('call', 'list'))
      .maps('one', field('each'))
      .maps('two', field('one'))
      .splits('again', fixed([1, 2, 3]));
    const asks = { received: [three] };
    const enough = await run(flow, rowsService(0), { asks: { ...asks, limits: { messages: 12 } } });
    expect(stateOf(enough).status).toBe('done');
    const less = await run(flow, rowsService(0), { asks: { ...asks, limits: { messages: 11 } } });
    expect(stateOf(less)).toMatchObject({
      failure: { code: 'runs.too-many-messages' },
      steps: { again: { counts: { done: 2, refused: 1, out: 8 } } },
    });
  });
}
