import { describe, expect, it } from 'vitest';
import {
  foldRun,
  type MessageRecord,
  type RunEvent,
  type RunRequest,
  type RunState,
} from '../contract.ts';
import type { Binding } from '../../mapping/index.ts';
import { aFlow, field, fixed, formula, group, type FlowBuilder } from './a-flow.ts';
import { describeCalls } from './calls-contract.ts';
import { createMemoryPorts } from '../memory-ports.ts';
import { answered, fakeService, rowsService, type Script } from './fake-service.ts';
import type { HostAsk, HostUnderTest, Ran } from './hosts.ts';

/** The rules R1-R7 as facts, for any host of the engine. A new host calls this with itself. */
export function describeHost(name: string, host: HostUnderTest): void {
  const run = (
    flow: FlowBuilder,
    script: Script,
    rest: Partial<HostAsk> & { readonly asks?: Partial<RunRequest> } = {},
  ): Promise<Ran> => {
    const { asks, ...others } = rest;
    return host.run({
      request: {
        runId: 'r1',
        flow: flow.build(),
        scope: { kind: 'flow' },
        writes: 'allow',
        samples: {},
        credentials: {},
        ...asks,
      },
      script,
      ...others,
    });
  };
  const slim = group({ id: field('rows', 'id') });

  describe(`the engine on ${name}`, () => {
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

    it('R3 tries a read again that fails for now, and tells it', async () => {
      let asked = 0;
      const ran = await run(aFlow().lists('rows'), (request, call) =>
        asked++ < 2 ? answered(503, {}) : rowsService(1)(request, call),
      );
      expect(stateOf(ran).status).toBe('done');
      expect(ran.events.filter(({ type }) => type === 'step.retrying')).toHaveLength(2);
    });

    it('R4 skips what is refused and counts it', async () => {
      const ran = await run(
        aFlow().lists('rows').adds('send', slim, { onFailure: 'skip' }),
        refusing('3'),
      );
      expect(stateOf(ran).steps['send']).toMatchObject({
        status: 'done',
        counts: { in: 5, done: 4, refused: 1 },
      });
    });

    it('R4 stops at what is refused, and every message is in one count', async () => {
      const ran = await run(aFlow().lists('rows').adds('send', slim), refusing('3'));
      expect(stateOf(ran).status).toBe('failed');
      expect(stateOf(ran).steps['send']?.counts).toMatchObject({
        in: 5,
        done: 3,
        refused: 1,
        cancelled: 1,
      });
    });

    it('R4 stands still at a refusal, leaves it out when the person says so, and does nothing twice', async () => {
      const ran = await run(aFlow().lists('rows').adds('send', slim), refusing('3'), {
        asks: { refusals: 'ask' },
        atRefusal: { send: 'skip' },
      });
      expect(typesOf(ran.events).filter((type) => /^run|halted/.test(type))).toEqual([
        'run.started',
        'step.halted',
        'run.held',
        'run.resumed',
        'run.finished',
      ]);
      expect(stateOf(ran).steps['send']).toMatchObject({
        status: 'done',
        counts: { in: 5, done: 4, refused: 1 },
      });
      expect(ran.requests.map(({ method }) => method)).toEqual([
        'GET',
        'POST',
        'POST',
        'POST',
        'POST',
        'POST',
      ]);
    });

    it('R4 ends at a refusal when the person says so, as if nobody had been asked', async () => {
      const ran = await run(aFlow().lists('rows').adds('send', slim), refusing('3'), {
        asks: { refusals: 'ask' },
        atRefusal: { send: 'stop' },
      });
      expect(stateOf(ran).status).toBe('failed');
      expect(stateOf(ran).steps['send']).toMatchObject({
        status: 'failed',
        counts: { in: 5, done: 3, refused: 1, cancelled: 1 },
      });
    });

    it('R4 asks nobody when the last message is refused: nothing is left that could go on', async () => {
      const ran = await run(aFlow().lists('rows').adds('send', slim), refusing('4'), {
        asks: { refusals: 'ask' },
        atRefusal: {},
      });
      expect(typesOf(ran.events)).not.toContain('step.halted');
      expect(stateOf(ran).status).toBe('failed');
      expect(stateOf(ran).steps['send']?.counts).toMatchObject({ in: 5, done: 4, refused: 1 });
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

    it('holds writes and sends them in the same run, without reading again', async () => {
      const flow = aFlow().lists('rows').adds('send', slim);
      const ran = await run(flow, rowsService(3), {
        asks: { writes: 'ask' },
        confirm: { send: 'send' },
      });
      expect(typesOf(ran.events).filter((type) => type.startsWith('run.'))).toEqual([
        'run.started',
        'run.held',
        'run.resumed',
        'run.finished',
      ]);
      expect(ran.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST', 'POST']);
    });

    it('sends what was held, however many refused messages wait behind it for the error branch', async () => {
      const onlyFirst = formula('$assert($a < 1, "no")', 'rows', 'id');
      const flow = aFlow()
        .lists('rows')
        .adds('send', group({ id: field('rows', 'id'), check: onlyFirst }), {
          onFailure: 'error-branch',
        })
        .maps('told', group({ id: field('rows', 'id') }), { after: [] })
        .onError('send', 'told');
      const ran = await run(flow, rowsService(60), {
        asks: { writes: 'ask' },
        confirm: { send: 'send' },
      });
      expect(ran.requests.map(({ method }) => method)).toEqual(['GET', 'POST']);
      expect(stateOf(ran).steps['send']?.counts).toMatchObject({ in: 60, done: 1, refused: 59 });
      expect(ran.records('told')).toHaveLength(59);
    });

    it('sends nothing that the person did not want sent', async () => {
      const flow = aFlow().lists('rows').adds('send', slim);
      const ran = await run(flow, rowsService(3), {
        asks: { writes: 'ask' },
        confirm: { send: 'do-not-send' },
      });
      expect(ran.requests.map(({ method }) => method)).toEqual(['GET']);
      expect(ran.records('send').map(({ state }) => state)).toEqual(['held', 'held', 'held']);
    });

    it('sends only what was shown, and shows what comes later, when the person says so', async () => {
      const flow = aFlow()
        .lists('rows')
        .adds('first', slim)
        .adds('second', slim, { after: ['rows', 'first'] });
      const ran = await run(flow, rowsService(2), {
        asks: { writes: 'ask' },
        confirm: { first: 'send', second: ['send-shown', 'do-not-send'] },
      });
      expect(stateOf(ran).steps['first']?.counts).toMatchObject({ in: 2, done: 2, held: 0 });
      expect(stateOf(ran).steps['second']?.counts).toMatchObject({ in: 4, done: 2, held: 2 });
      expect(ran.requests.filter(({ method }) => method === 'POST')).toHaveLength(4);
    });

    it('shows held writes again with the recipients that the person wants, and sends exactly these', async () => {
      const flow = aFlow()
        .lists('rows')
        .invites('send', group({ id: field('rows', 'id'), to: fixed('ada@example.com') }));
      const ran = await run(flow, rowsService(2), {
        asks: { writes: 'ask' },
        confirm: { send: [{ sendTo: { email: 'me@example.org' } }, 'send'] },
      });
      const sent = [0, 1].map((id) => ({ id, to: 'me@example.org' }));
      expect(typesOf(ran.events).filter((type) => /^run|held|readdressed/.test(type))).toEqual([
        'run.started',
        'step.held',
        'run.held',
        'run.resumed',
        'step.readdressed',
        'step.held',
        'run.held',
        'run.resumed',
        'run.finished',
      ]);
      expect(ran.requests.flatMap(({ body }) => (body === undefined ? [] : [body.value]))).toEqual(
        sent,
      );
      expect(ran.records('send').map(({ input, request }) => [input, request?.body])).toEqual(
        sent.map((one) => [one, one]),
      );
      expect(ran.records('send').map(({ readdressed }) => readdressed)).toEqual([
        [['to']],
        [['to']],
      ]);
      expect(stateOf(ran).steps['send']?.sendsTo).toEqual({ email: 'me@example.org' });
    });

    it('sends to the real recipients when the person takes their own back', async () => {
      const flow = aFlow()
        .lists('rows')
        .invites('send', group({ to: fixed('ada@example.com') }));
      const ran = await run(flow, rowsService(1), {
        asks: { writes: 'ask' },
        confirm: { send: [{ sendTo: { email: 'me@example.org' } }, { sendTo: {} }, 'send'] },
      });
      expect(ran.requests.at(-1)?.body?.value).toEqual({ to: 'ada@example.com' });
      expect(ran.records('send')[0]?.readdressed).toBeUndefined();
      expect(stateOf(ran).steps['send']?.sendsTo).toBeUndefined();
    });

    it('asks nobody about a step whose writes the person always lets go', async () => {
      const flow = aFlow().lists('rows').adds('send', slim).adds('then', slim);
      const ran = await run(flow, rowsService(2), {
        asks: { writes: 'ask', sendsAlways: ['send'] },
        confirm: { then: 'do-not-send' },
      });
      expect(stateOf(ran).steps['send']?.counts).toMatchObject({ done: 2, held: 0 });
      expect(stateOf(ran).steps['then']?.counts).toMatchObject({ done: 0, held: 2 });
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
        async (request, call) => {
          for (let turn = 0; turn < 30; turn++) await Promise.resolve();
          return rowsService(30)(request, call);
        },
      );
      expect(ran.mostAtOnce).toBeLessThanOrEqual(3);
      expect(ran.requests).toHaveLength(31);
    });

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
      expect(ran.records('out').map(({ input }) => input)).toEqual([
        { id: 2 },
        { id: 3 },
        { id: 4 },
      ]);
      expect(ran.records('way').map(({ ports }) => ports)).toEqual(
        ['first', 'first', 'otherwise', 'otherwise', 'otherwise'].map((way) => [way]),
      );
    });

    it('keeps which refused messages took the way of failures', async () => {
      const flow = aFlow()
        .lists('rows')
        .adds('send', slim, { onFailure: 'error-branch' })
        .maps('told', group({ id: field('rows', 'id') }), { after: [] })
        .onError('send', 'told');
      const ran = await run(flow, refusing('3'));
      expect(ran.records('send').map(({ ports }) => ports)).toEqual([
        undefined,
        undefined,
        undefined,
        ['error'],
        undefined,
      ]);
    });

    it('continues from a step on what the steps before it gave, and asks none of those', async () => {
      const flow = aFlow()
        .lists('rows')
        .finds('detail', slim)
        .adds('send', group({ id: field('detail', 'id'), name: field('rows', 'name') }))
        .maps('out', group({ sent: field('send', 'id'), row: field('rows', 'id') }));
      const ran = await run(flow, rowsService(9), {
        asks: {
          scope: { kind: 'from', step: 'send' },
          samples: {
            rows: [1, 2, 3].map((id) => ({ id, name: `row ${String(id)}` })),
            detail: [{ id: 'b' }, { id: 'c' }],
          },
          sampleIds: { rows: ['0.1', '0.2', '0.3'], detail: ['0.2', '0.3'] },
        },
      });
      expect(ran.requests.map(({ method }) => method)).toEqual(['POST', 'POST']);
      expect(ran.records('out').map(({ id, input }) => ({ id, input }))).toEqual([
        { id: '0.2', input: { sent: 'b', row: 2 } },
        { id: '0.3', input: { sent: 'c', row: 3 } },
      ]);
      expect(Object.keys(stateOf(ran).steps)).toEqual(['send', 'out']);
      expect(stateOf(ran).status).toBe('done');
    });

    it('R2 works off more messages than wait at once, where a run begins at a step that calls out', async () => {
      const flow = aFlow()
        .lists('rows')
        .adds('send', slim)
        .maps('out', group({ id: field('send', 'id') }));
      const rows = Array.from({ length: 150 }, (_, id) => ({ id }));
      for (const scope of [
        { kind: 'only', step: 'send' },
        { kind: 'from', step: 'send' },
      ] as const) {
        const ran = await run(flow, rowsService(0), { asks: { scope, samples: { rows } } });
        expect(stateOf(ran).status).toBe('done');
        expect(stateOf(ran).steps['send']?.counts.done).toBe(150);
      }
    });

    it('continues behind a router with those that took the way, not with the others', async () => {
      const flow = aFlow()
        .lists('rows')
        .routes('way', { first: { left: field('rows', 'id'), is: 'less', right: fixed(2) } })
        .maps('out', slim, { after: ['way'], by: 'first' });
      const rows = [{ id: 1 }, { id: 5 }];
      const ran = await run(flow, rowsService(0), {
        asks: {
          scope: { kind: 'from', step: 'out' },
          samples: { rows, way: rows },
          samplePorts: { way: [['first'], ['otherwise']] },
        },
      });
      expect(ran.records('out').map(({ input }) => input)).toEqual([{ id: 1 }]);
    });

    it('continues up to a step, and no further', async () => {
      const flow = aFlow().lists('rows').maps('one', slim).maps('two', slim).maps('three', slim);
      const ran = await run(flow, rowsService(9), {
        asks: {
          scope: { kind: 'from', step: 'one', upTo: 'two' },
          samples: { rows: [{ id: 1 }] },
        },
      });
      expect(Object.keys(stateOf(ran).steps)).toEqual(['one', 'two']);
    });

    it('continues with the refused messages of another run, as they came, and on to what follows', async () => {
      const flow = aFlow()
        .lists('rows')
        .adds('send', slim)
        .maps('out', group({ row: field('rows', 'name'), more: field('plan', 'x') }));
      const ran = await run(flow, rowsService(9), {
        asks: {
          scope: { kind: 'from', step: 'send' },
          arriving: [{ id: '0.7', body: {}, sources: { rows: { id: 7, name: 'seven' } } }],
          samples: { rows: [{ id: 1, name: 'one' }] },
        },
      });
      expect(ran.requests.map(({ body }) => body?.value)).toEqual([{ id: 7 }]);
      expect(ran.records('out').map(({ id, input }) => ({ id, input }))).toEqual([
        { id: '0.7', input: { row: 'seven' } },
      ]);
    });

    it('asks nobody for a step that is left out: it gives what belongs to each message', async () => {
      const flow = aFlow()
        .lists('rows')
        .finds('detail', slim)
        .maps('out', group({ id: field('rows', 'id'), at: field('detail', 'at') }));
      const ran = await run(flow, rowsService(3), {
        asks: {
          leftOut: ['detail'],
          samples: { detail: [{ at: 'second' }, { at: 'first' }] },
          sampleIds: { detail: ['0.1', '0.0'] },
        },
      });
      expect(ran.requests.map(({ path }) => path)).toEqual(['/rows']);
      expect(ran.records('out').map(({ input }) => input)).toEqual([
        { id: 0, at: 'first' },
        { id: 1, at: 'second' },
        { id: 2, at: 'second' },
      ]);
    });

    it('begins with the sample of a first step that is left out', async () => {
      const ran = await run(aFlow().lists('rows').maps('out', slim), rowsService(3), {
        asks: { leftOut: ['rows'], samples: { rows: [{ id: 8 }, { id: 9 }] }, firstRecords: 1 },
      });
      expect(ran.requests).toEqual([]);
      expect(ran.records('out').map(shortly)).toEqual(['0.0 done']);
    });

    it('takes the answers of an earlier run where there are some: nobody is called', async () => {
      const flow = aFlow()
        .lists('rows')
        .adds('send', slim, { onFailure: 'skip' })
        .maps('out', field('send'));
      const failure = {
        kind: 'terminal',
        code: 'failures.refused',
        params: {},
        fields: [],
      } as const;
      const ran = await run(flow, rowsService(3), {
        asks: {
          answers: {
            rows: { '0': { output: [{ id: 1 }, { id: 2 }, { id: 3 }] } },
            send: { '0.0': { output: [{ saved: 'yes' }] }, '0.1': { failure } },
          },
        },
      });
      expect(ran.requests).toEqual([]);
      expect(
        ran
          .records('send')
          .map(({ state, input, request, failure: why }) => [
            state,
            input,
            request?.method,
            why?.code,
          ]),
      ).toEqual([
        ['done', { id: 1 }, 'POST', undefined],
        ['refused', { id: 2 }, 'POST', 'failures.refused'],
        ['refused', { id: 3 }, 'POST', 'runs.no-recorded-answer'],
      ]);
      expect(ran.records('out').map(({ output }) => output)).toEqual([[{ saved: 'yes' }]]);
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

    it('answers each call once, with the first reply', async () => {
      const flow = aFlow()
        .receives('in')
        .replies('early', group({ number: field('in', 'number') }))
        .adds('send', field('in'))
        .replies('late', fixed('too late'));
      const ran = await run(flow, rowsService(0), {
        asks: { received: [{ number: 7 }, { number: 8 }] },
      });
      expect(ran.replies).toMatchObject({
        0: { status: 200, body: '{"number":7}' },
        1: { status: 200, body: '{"number":8}' },
      });
      expect(stateOf(ran).status).toBe('done');
    });

    describeCalls(host);

    it('lets a key pass once in all runs, and again where its message was left undone', async () => {
      const { state } = createMemoryPorts({ service: fakeService(rowsService(0)) });
      const flow = () =>
        aFlow()
          .receives('in')
          .passesOnce('once', field('in', 'mail'), { settings: { where: 'runs' } })
          .adds('send', field('in'));
      const passed = async (mails: readonly string[], refused?: string) => {
        const ran = await run(flow(), refused === undefined ? rowsService(0) : refusing(refused), {
          asks: { received: mails.map((mail) => ({ id: mail, mail })), remembers: true },
          state,
        });
        return ran.records('send').map(({ id, state: how }) => `${mails[Number(id)] ?? ''} ${how}`);
      };
      expect(await passed(['a', 'b', 'c'], 'b')).toEqual(['a done', 'b refused', 'c cancelled']);
      expect(await passed(['a', 'b', 'c', 'd'])).toEqual(['c done', 'd done']);
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
  });
}

function listOf(...values: readonly string[]): Binding {
  return { kind: 'list', parts: values.map((value) => ({ item: fixed(value) })) };
}

/** Five rows; the one with this id is refused when it is added. */
function refusing(id: string): Script {
  return (request, call) => {
    const sent = request.body?.value as { readonly id: string | number } | undefined;
    return sent !== undefined && String(sent.id) === id
      ? answered(422, { message: 'no' })
      : rowsService(5)(request, call);
  };
}

function stateOf({ events }: Ran): RunState {
  const state = events.reduce<RunState | undefined>(foldRun, undefined);
  if (state === undefined) throw new Error('the run reported nothing');
  return state;
}

function typesOf(events: readonly RunEvent[]): readonly string[] {
  return events.map(({ type }) => type);
}

function shortly({ id, state }: MessageRecord): string {
  return `${id} ${state}`;
}
