import { expect, it } from 'vitest';
import type { CalledFlow, RunRequest } from '../../run-request.ts';
import { foldRun } from '../../fold-run.ts';
import type { RunState } from '../../run-state.ts';
import { aFlow, field, fixed, group, testComponents, type FlowBuilder } from '../a-flow.ts';
import { answered, rowsService, type Script } from '../fake-service.ts';
import type { HostAsk, HostUnderTest, Ran } from '../hosts.ts';
import { takingTime } from './ask-host.ts';

/** Flows that call flows, as facts for any host. */
export function describeCalls(host: HostUnderTest): void {
  const run = (
    flow: FlowBuilder,
    calls: readonly CalledFlow[],
    rest: Partial<HostAsk> & { readonly asks?: Partial<RunRequest> } = {},
  ): Promise<Ran> => {
    const { asks, ...others } = rest;
    return host.run({
      script: rowsService(3),
      ...others,
      request: {
        runId: 'r1',
        flow: flow.build(),
        scope: { kind: 'flow' },
        writes: 'allow',
        samples: {},
        credentials: {},
        calls,
        ...asks,
      },
    });
  };
  const calling = (id: string) =>
    aFlow()
      .lists('rows')
      .calls('call', id, group({ id: field('rows', 'id') }), { onFailure: 'skip' })
      .maps('out', group({ id: field('rows', 'id'), got: field('call') }));
  const writing = () =>
    aFlow()
      .receives('in')
      .adds('send', group({ id: field('in', 'id') }));

  it('gives for each message what the called flow answers, in order, and no effect happens twice', async () => {
    const asking = aFlow()
      .receives('in')
      .finds('detail', group({ id: field('in', 'id') }))
      .replies('answer', group({ found: field('detail', 'id') }))
      .adds('send', group({ id: field('in', 'id') }));
    const ran = await run(calling('asking'), [called('asking', asking)]);
    expect(ran.records('out').map(({ input }) => input)).toEqual([
      { id: 0, got: { found: '0' } },
      { id: 1, got: { found: '1' } },
      { id: 2, got: { found: '2' } },
    ]);
    expect(ran.requests.filter(({ method }) => method === 'POST')).toHaveLength(3);
    expect(ran.replies).toEqual({});
    expect(Object.keys(stateOf(ran).steps)).toEqual(['rows', 'call', 'out']);
  });

  it('has no more calls under way than the run may, those of the flows that it calls among them', async () => {
    const asking = aFlow()
      .receives('in')
      .finds('detail', field('in'), { parallel: 4 })
      .replies('answer', field('detail'));
    const flow = aFlow()
      .lists('rows')
      .calls('call', 'asking', group({ id: field('rows', 'id') }), { parallel: 8 })
      .finds('beside', group({ id: field('rows', 'id') }), { after: ['rows'], parallel: 8 });
    const ran = await run(flow, [called('asking', asking)], {
      script: takingTime(rowsService(20)),
      asks: { limits: { callsAtOnce: 3 } },
    });
    expect(stateOf(ran).status).toBe('done');
    expect(ran.requests).toHaveLength(41);
    expect(ran.mostAtOnce).toBeLessThanOrEqual(3);
  });

  it('gives "done" of a called flow without a Reply', async () => {
    const ran = await run(calling('writing'), [called('writing', writing())]);
    expect(ran.records('call').map(({ output }) => output)).toEqual(
      Array.from({ length: 3 }, () => [{ done: true }]),
    );
  });

  it('holds a call as one write where the called flow writes, and sends its writes when confirmed', async () => {
    const asks = { writes: 'ask' } as const;
    const calls = [called('writing', writing())];
    const withheld = await run(calling('writing'), calls, {
      asks,
      confirm: { call: 'do-not-send' },
    });
    expect(withheld.requests.map(({ method }) => method)).toEqual(['GET']);
    expect(withheld.records('call')[0]).toMatchObject({
      state: 'held',
      request: { method: 'CALL', address: 'writing', body: { id: 0 } },
    });
    const sent = await run(calling('writing'), calls, { asks, confirm: { call: 'send' } });
    expect(sent.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST', 'POST']);
  });

  it('does not say that a call goes to the person: what the called flow sends is not in it', async () => {
    const ran = await run(calling('writing'), [called('writing', writing())], {
      asks: { writes: 'ask' },
      confirm: { call: [{ sendTo: { email: 'me@example.org' } }, 'do-not-send'] },
    });
    expect(ran.events.map(({ type }) => type)).not.toContain('step.readdressed');
    expect(ran.events.filter(({ type }) => type === 'step.held')).toHaveLength(2);
    expect(ran.requests.map(({ method }) => method)).toEqual(['GET']);
  });

  it('holds nothing where the called flow and those that it calls only read', async () => {
    const inner = aFlow()
      .receives('in')
      .finds('detail', group({ id: field('in', 'id') }));
    const outer = aFlow().receives('in').calls('deeper', 'inner', field('in'));
    const calls = [called('inner', inner), called('outer', outer)];
    const ran = await run(calling('outer'), calls, { asks: { writes: 'ask' } });
    expect(stateOf(ran).steps['call']).toMatchObject({ status: 'done', counts: { done: 3 } });
    expect(ran.requests).toHaveLength(4);
  });

  it.each([
    ['is not here', [], 'steps.call-missing'],
    [
      'is not started by a call',
      [called('gone', aFlow().lists('rows'))],
      'steps.call-not-callable',
    ],
  ] as const)('refuses messages for a flow that %s, and names it', async (_why, calls, code) => {
    const ran = await run(calling('gone'), calls, { asks: { writes: 'ask' } });
    expect(ran.records('call')[0]).toMatchObject({
      state: 'refused',
      failure: { code, params: { flow: 'gone' } },
    });
  });

  it('refuses a message whose call does not end well, with the flow, its step and the reason', async () => {
    const outer = aFlow().receives('in').calls('deeper', 'writing', field('in'));
    const calls = [called('writing', writing()), called('outer', outer)];
    const ran = await run(calling('outer'), calls, { script: refusing('1') });
    expect(ran.records('call').map(({ state }) => state)).toEqual(['done', 'refused', 'done']);
    expect(ran.records('call')[1]?.failure).toMatchObject({
      code: 'steps.call-failed',
      params: { calledFlow: 'outer → writing', calledStep: 'send' },
      serviceWords: 'no',
      status: 422,
    });
  });

  it('ends calls in a circle at five inside each other', async () => {
    const circle = aFlow()
      .receives('in')
      .adds('send', group({ id: field('in', 'id') }))
      .calls('again', 'circle', field('in'));
    const flow = aFlow()
      .receives('in')
      .calls('call', 'circle', fixed({ id: 'a' }));
    const ran = await run(flow, [called('circle', circle)], { asks: { received: [{}] } });
    expect(ran.requests).toHaveLength(5);
    expect(stateOf(ran).failure).toMatchObject({
      code: 'steps.call-failed',
      params: { why: 'steps.call-too-deep', flow: 'circle' },
    });
  });

  it('takes a Reply that says no for a refusal, and misses one that was not reached', async () => {
    const no = aFlow()
      .receives('in')
      .replies('answer', fixed('not today'), { settings: { status: 409 } });
    const silent = aFlow()
      .receives('in')
      .filters('never', { left: field('in', 'id'), is: 'equals', right: fixed('x') })
      .replies('answer', field('in'));
    expect(
      (await run(calling('no'), [called('no', no)])).records('call')[0]?.failure,
    ).toMatchObject({ code: 'steps.call-refused', status: 409, serviceWords: 'not today' });
    const missed = await run(calling('silent'), [called('silent', silent)]);
    expect(missed.records('call')[0]?.failure?.code).toBe('steps.call-unanswered');
  });

  it('reaches the called flow with a cancel, and every step ends', async () => {
    const ran = await run(calling('writing'), [called('writing', writing())], {
      script: rowsService(50),
      cancelAtCall: 6,
    });
    const { status, steps } = stateOf(ran);
    expect(status).toBe('cancelled');
    const { in: came, done, cancelled } = steps['call']?.counts ?? { in: 0, done: 0, cancelled: 0 };
    expect(done + cancelled).toBe(came);
    expect(ran.requests.length).toBeLessThan(12);
  });
}

function called(id: string, flow: FlowBuilder): CalledFlow {
  return { flow: { ...flow.build(), id, name: id }, components: testComponents, credentials: {} };
}

function refusing(id: string): Script {
  return (request, call) => {
    const body = request.body?.value as { readonly id?: unknown } | undefined;
    return request.method === 'POST' && String(body?.id) === id
      ? answered(422, { message: 'no' })
      : rowsService(3)(request, call);
  };
}

function stateOf({ events }: Ran): RunState {
  let state: RunState | undefined;
  for (const event of events) state = foldRun(state, event);
  if (state === undefined) throw new Error('the run reported nothing');
  return state;
}
