import { describe, expect, it } from 'vitest';
import { foldRun, type RunEvent, type RunState } from '../runtime/contract.ts';
import {
  aFlow,
  answered,
  fakeClock,
  field,
  group,
  quiet,
  rowsService,
  testComponents,
  type FakeClock,
  type FlowBuilder,
} from '../runtime/testing/index.ts';
import type { CommandTable, Line } from './thread-messages.ts';
import { expectSound } from '../runtime/testing/sound-reports.ts';
import { shortest } from '../shared/testing/shortest.ts';
import { fakeWorker, type FakeWorker } from './testing/fake-worker.ts';
import { createRunClient } from './worker-client.ts';
import { aPage, ask, slim } from './testing/a-page.ts';

describe('a run in the worker', () => {
  it('reports to the page until it is done, and its records can be paged', async () => {
    const { client, state } = aPage(rowsService(30));
    await client.start(ask(aFlow().lists('rows').maps('slim', slim)));
    await quiet();
    expect(state()?.status).toBe('done');
    expect(state()?.steps['slim']?.counts.done).toBe(30);
    const page = await client.recordsPage({ runId: 'r1', step: 'slim', offset: 28, limit: 10 });
    expect(page.total).toBe(30);
    expect(page.records.map(({ index, output }) => [index, output])).toEqual([
      [28, [{ name: 'row 28' }]],
      [29, [{ name: 'row 29' }]],
    ]);
    expect((await client.record({ runId: 'r1', step: 'slim', index: 3 }))?.output).toEqual([
      { name: 'row 3' },
    ]);
  });

  it('sends held writes when the page says so', async () => {
    const { client, state, service } = aPage(rowsService(2));
    await client.start(ask(aFlow().lists('rows').adds('send', slim), { writes: 'ask' }));
    await quiet();
    expect(state()?.status).toBe('held');
    await client.confirm('r1', 'send', 'send');
    await quiet();
    expect(state()?.status).toBe('done');
    expect(service.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
  });

  it('takes one answer for what was shown: said twice, what is held next is still shown first', async () => {
    const { client, clock, state, service } = aPage(rowsService(1_005));
    await client.start(ask(aFlow().lists('rows').adds('send', slim), { writes: 'ask' }));
    await expect.poll(() => state()?.status).toBe('held');
    void client.confirm('r1', 'send', 'send-shown');
    void client.confirm('r1', 'send', 'send-shown');
    await clock.advance(1_000);
    await expect.poll(() => state()?.steps['send']?.counts).toMatchObject({ done: 1_000, held: 5 });
    expect(service.requests.filter(({ method }) => method === 'POST')).toHaveLength(1_000);
    await client.cancel('r1');
  });

  it('R5 ends in words when the store does not give what it should begin with', async () => {
    const { client, db, state } = aPage(rowsService(1));
    db.close();
    const scope = { kind: 'from', step: 'rows' } as const;
    await client.start(ask(aFlow().lists('rows'), { scope, again: { runId: 'r0', step: 'rows' } }));
    await expect.poll(() => state()?.status).toBe('failed');
    expect(state()?.failure?.code).toBe('flows.storage-closed');
  });

  it('tries again all that another run refused, as it came, and goes on to what follows', async () => {
    const refusing = { on: true };
    const { client, clock, state, events } = aPage((request, call) =>
      request.method === 'POST' && refusing.on
        ? answered(422, { message: 'no' })
        : rowsService(80)(request, call),
    );
    const flow = aFlow()
      .lists('rows')
      .adds('send', slim, { onFailure: 'skip' })
      .maps('out', group({ name: field('rows', 'name') }));
    await client.start(ask(flow));
    await aWhile(clock);
    expect(state()?.steps['send']?.counts.refused).toBe(80);
    refusing.on = false;
    events.length = 0;
    const again = { runId: 'r1', step: 'send' };
    const scope = { kind: 'from', step: 'send' } as const;
    await client.start(ask(flow, { runId: 'r2', scope, again }));
    await aWhile(clock);
    expect(state()?.steps['out']?.counts.done).toBe(80);
    const { records } = await client.recordsPage({
      runId: 'r2',
      step: 'out',
      offset: 79,
      limit: 1,
    });
    expect(records).toMatchObject([{ id: '0.79', input: { name: 'row 79' } }]);
  });

  it('says that what was refused is gone with its run', async () => {
    const { client, state } = aPage(rowsService(1));
    const scope = { kind: 'from', step: 'rows' } as const;
    await client.start(ask(aFlow().lists('rows'), { scope, again: { runId: 'r0', step: 'rows' } }));
    await expect.poll(() => state()?.failure?.code).toBe('runs.messages-gone');
    expect(state()?.status).toBe('failed');
  });

  it('keeps a run as a test, and asks no service when it runs it', async () => {
    const { client, service } = aPage(rowsService(3));
    const flow = aFlow().lists('rows').adds('send', slim);
    await client.start(ask(flow));
    await quiet();
    const asked = service.requests.length;
    const test = await client.keepTest({ runId: 'r1', id: 't1', name: 'Three rows', at: 7 });
    if (!test.ok) throw new Error(test.reason);
    const components = testComponents;
    const run = (of: FlowBuilder) =>
      client.runTest({ test: test.value, flow: of.build(), components });
    expect((await run(flow))?.passed).toBe(true);
    const other = await run(aFlow().lists('rows').adds('send', group({})));
    expect(other?.differences.map(({ what }) => what)).toEqual(['sent', 'sent', 'sent']);
    expect(service.requests).toHaveLength(asked);
    expect(await client.keepTest({ runId: 'gone', id: 't', name: '', at: 0 })).toEqual({
      ok: false,
      reason: 'nothing-ran',
    });
  });

  it('stops a test within 200 ms when the page says so, and the next one runs', async () => {
    const { client } = aPage(rowsService(3), (ports) => ({
      ...ports,
      sleep: () => new Promise((resolve) => setImmediate(resolve)),
    }));
    const flow = aFlow().lists('rows').maps('slim', slim);
    await client.start(ask(flow));
    await expect
      .poll(
        async () =>
          (await client.recordsPage({ runId: 'r1', step: 'slim', offset: 0, limit: 1 })).total,
      )
      .toBe(3);
    const test = await client.keepTest({ runId: 'r1', id: 't1', name: 'Three rows', at: 7 });
    if (!test.ok) throw new Error(test.reason);
    const run = (of: FlowBuilder) =>
      client.runTest({ test: test.value, flow: of.build(), components: testComponents });
    const years = { settings: { amount: 1_000_000, unit: 'hour' } };
    const stopped = async (): Promise<number> => {
      const long = run(aFlow().lists('rows').waits('pause', years).maps('slim', slim));
      await new Promise((resolve) => setTimeout(resolve, 20));
      const asked = performance.now();
      void client.stopTest('t1');
      expect(await long).toBeUndefined();
      return performance.now() - asked;
    };
    expect(await shortest(200, stopped)).toBeLessThan(200);
    expect((await run(flow))?.passed).toBe(true);
  });

  it('ends when the page cancels it', async () => {
    const { client, state } = aPage((request, call) =>
      request.method === 'POST' ? new Promise(() => undefined) : rowsService(2)(request, call),
    );
    await client.start(ask(aFlow().lists('rows').adds('send', slim)));
    await quiet();
    await client.cancel('r1');
    await quiet();
    expect(state()?.status).toBe('cancelled');
  });

  it('ends as failed when its worker dies; the next run gets a new one', async () => {
    const { client, clock, state, workers, events } = aPage((request, call) =>
      request.method === 'POST' ? new Promise(() => undefined) : rowsService(2)(request, call),
    );
    await client.start(ask(aFlow().lists('rows').adds('send', slim)));
    await clock.advance(100);
    workers[0]?.crash();
    expect(state()).toMatchObject({
      status: 'failed',
      failure: { code: 'runs.host-gone' },
      finishedAt: clock.now(),
      steps: {
        send: {
          status: 'cancelled',
          finishedAt: clock.now(),
          counts: { in: 2, done: 0, cancelled: 2 },
        },
      },
    });
    events.length = 0;
    await client.start(ask(aFlow().lists('rows'), { runId: 'r2' }));
    await quiet();
    expect(state()?.status).toBe('done');
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });
});

it.each([0, 1, 2, 5, 9, 12])(
  'R5 leaves every step final and every message counted when the worker dies at call %i',
  async (fatal) => {
    const { client, untilOver, state, events, workers } = aPage((request, call) => {
      if (call === fatal) workers[0]?.crash();
      return rowsService(6, 2)(request, call);
    });
    const flow = aFlow()
      .lists('rows')
      .finds('detail', group({ id: field('rows', 'id') }), { parallel: 3 })
      .adds('send', slim)
      .collects('list', field('send', 'name'), { settings: { of: 'run' } });
    await client.start(ask(flow)).catch(() => undefined); // it may die before it answers
    await untilOver();
    expect(state()?.failure?.code).toBe('runs.host-gone');
    expectSound(events);
  },
);

describe('a run that is stuck in a formula without an end', () => {
  const stuck = (inside: Line): CommandTable => ({
    'run.start': ({ runId }: { runId: string }): void => {
      const events: RunEvent[] = [
        { type: 'run.started', runId, at: 5, steps: ['slim', 'send'] },
        { type: 'step.started', step: 'slim', at: 6 },
      ];
      inside.postMessage({ news: { kind: 'batch', batch: { runId, number: 1, events } } });
    },
    'run.acknowledge': (): void => undefined,
    'run.cancel': () => new Promise(() => undefined),
  });

  it('is ended with its worker two seconds after it was to stop; the next one has a fresh worker', async () => {
    const clock = fakeClock();
    const workers: FakeWorker[] = [];
    const client = createRunClient(
      () => {
        const worker = fakeWorker(stuck);
        workers.push(worker);
        return worker;
      },
      (ms) => clock.sleep(ms),
      clock.now,
    );
    const states = new Map<string, RunState | undefined>();
    client.onEvents(({ runId, events }) =>
      states.set(runId, events.reduce<RunState | undefined>(foldRun, states.get(runId))),
    );
    await client.start(ask(aFlow().lists('rows')));
    await client.start(ask(aFlow().lists('rows'), { runId: 'beside' }));
    await clock.advance(40);
    const [id = ''] = states.keys();
    const stopped = client.cancel(id);
    await clock.advance(1_999);
    expect([states.get(id)?.status, workers[0]?.isEnded]).toEqual(['running', false]);
    await clock.advance(1);
    await stopped;
    expect(states.get(id)).toMatchObject({
      status: 'cancelled',
      steps: { slim: { status: 'cancelled' }, send: { status: 'not-reached' } },
    });
    expect(states.get('beside')).toMatchObject({
      status: 'failed',
      failure: { code: 'runs.host-gone' },
    });
    await client.start(ask(aFlow().lists('rows'), { runId: 'next' }));
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });
});

/** Long enough for a run of many calls: each takes its turn. */
async function aWhile(clock: FakeClock): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await clock.advance(50);
}
