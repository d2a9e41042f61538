import { describe, expect, it } from 'vitest';
import { foldRun, type RunEvent, type RunState } from '../runtime/contract.ts';
import { createMemoryPorts, type CallAnswer, type ReceivedCall } from '../runtime/index.ts';
import {
  aFlow,
  answered,
  fakeClock,
  fakeService,
  field,
  group,
  quiet,
  rowsService,
  testComponents,
  type FakeClock,
  type FlowBuilder,
  type Script,
} from '../runtime/testing/index.ts';
import { listRuns, loadSample } from '../storage/contract.ts';
import { Database } from '../storage/index.ts';
import { createPollState } from './poll-state.ts';
import { createRunCommands, type RunNews } from './run-commands.ts';
import type { CommandTable, Line } from './thread-messages.ts';
import { fakeWorker, type FakeWorker } from './testing/fake-worker.ts';
import { createRunClient, type KeptNews, type ListenNews, type RunAsk } from './worker-client.ts';

let databases = 0;

function aPage(script: Script) {
  const db = new Database(`run-client-${String(++databases)}`);
  const clock = fakeClock();
  const service = fakeService(script);
  const workers: FakeWorker[] = [];
  const state = createPollState();
  let ids = 0;
  const doors: { call: (call: ReceivedCall) => void; isOpen: boolean }[] = [];
  const client = createRunClient(() => {
    const worker = fakeWorker((inside) =>
      createRunCommands({
        tell: (news: RunNews) => {
          inside.postMessage({ news });
        },
        portsFor: (keep) => ({
          ...createMemoryPorts({ service, now: clock.now }),
          state,
          records: { keep },
        }),
        openDatabase: () => Promise.resolve(db),
        loadStore: () => import('../storage/index.ts'),
        exclusively: (act) => act(),
        now: clock.now,
        sleep: (ms) => clock.sleep(ms),
        later: (ms, act) => void clock.sleep(ms).then(act),
        uuid: () => `run-${String(++ids)}`,
        webhooks: {
          open(signal) {
            const door = { call: (_call: ReceivedCall): void => undefined, isOpen: true };
            doors.push(door);
            signal.addEventListener('abort', () => {
              door.isOpen = false;
            });
            return Promise.resolve({
              registration: {
                id: 'w1',
                url: 'http://localhost/hooks/w1',
                reach: 'this-computer' as const,
                expires: 9,
              },
              receive(onCall: (call: ReceivedCall) => void) {
                door.call = onCall;
                return () => {
                  door.isOpen = false;
                };
              },
            });
          },
        },
      }),
    );
    workers.push(worker);
    return worker;
  });
  const events: RunEvent[] = [];
  const news: ListenNews[] = [];
  client.onEvents((batch) => events.push(...batch.events));
  client.onListening((item) => news.push(item));
  const kept: KeptNews[] = [];
  client.onKept((item) => kept.push(item));
  return {
    db,
    kept,
    client,
    clock,
    service,
    workers,
    events,
    news,
    doors,
    state: () => events.reduce<RunState | undefined>(foldRun, undefined),
  };
}

function ask(flow: FlowBuilder, rest: Partial<RunAsk> = {}): RunAsk {
  return {
    runId: 'r1',
    flow: flow.build(),
    scope: { kind: 'flow' },
    writes: 'allow',
    samples: {},
    credentials: {},
    components: testComponents,
    ...rest,
  };
}

const slim = group({ name: field('rows', 'name') });

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
    expect((await run(flow)).passed).toBe(true);
    const { differences } = await run(aFlow().lists('rows').adds('send', group({})));
    expect(differences.map(({ what }) => what)).toEqual(['sent', 'sent', 'sent']);
    expect(service.requests).toHaveLength(asked);
    expect(await client.keepTest({ runId: 'gone', id: 't', name: '', at: 0 })).toEqual({
      ok: false,
      reason: 'nothing-ran',
    });
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
      steps: { send: { status: 'cancelled' } },
    });
    events.length = 0;
    await client.start(ask(aFlow().lists('rows'), { runId: 'r2' }));
    await quiet();
    expect(state()?.status).toBe('done');
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });
});

/** Keeping begins when the end of a run had time to be seen. */
async function afterFirstLook<T>(clock: FakeClock, look: () => T): Promise<Awaited<T>> {
  await clock.advance(200);
  return await look();
}

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
    );
    const states = new Map<string, RunState | undefined>();
    client.onEvents(({ runId, events }) =>
      states.set(runId, events.reduce<RunState | undefined>(foldRun, states.get(runId))),
    );
    await client.start(ask(aFlow().lists('rows')));
    await client.start(ask(aFlow().lists('rows'), { runId: 'beside' }));
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

describe('what a run gave', () => {
  it('is kept when the end of the run had time to be seen: the thread answers the person first', async () => {
    const { client, kept, state, clock } = aPage(rowsService(2));
    await client.start(ask(aFlow().lists('rows')));
    await expect.poll(() => state()?.status).toBe('done');
    await clock.advance(100);
    expect(kept).toEqual([]);
    await expect.poll(() => afterFirstLook(clock, () => kept.length)).toBe(1);
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

describe('a flow that fires by itself', () => {
  it('runs on its schedule and tells which run it is', async () => {
    const { client, clock, news, events } = aPage(rowsService(1));
    const flow = aFlow()
      .lists('rows')
      .starts({ kind: 'schedule', cron: '*/5 * * * *', timeZone: 'UTC' });
    const { next } = await client.listen({ listenId: 'l1', request: ask(flow) });
    expect(new Date(next ?? 0).toISOString()).toBe('2026-03-01T10:05:00.000Z');
    await clock.advance(10 * 60_000);
    await client.stopListening('l1');
    await clock.advance(60 * 60_000);
    expect(news.filter(({ type }) => type === 'fired')).toEqual([
      { type: 'fired', listenId: 'l1', runId: 'run-1', at: Date.UTC(2026, 2, 1, 10, 5) },
      { type: 'fired', listenId: 'l1', runId: 'run-2', at: Date.UTC(2026, 2, 1, 10, 10) },
    ]);
    expect(events.filter(({ type }) => type === 'run.finished')).toHaveLength(2);
  });

  it('gives what is new when it polls', async () => {
    const service = { rows: 2 };
    const { client, clock, events } = aPage((request, call) =>
      rowsService(service.rows)(request, call),
    );
    const flow = aFlow()
      .lists('rows')
      .maps('slim', slim)
      .starts({ kind: 'poll', everySeconds: 10 });
    await client.listen({ listenId: 'l1', request: ask(flow) });
    await clock.advance(9_000);
    service.rows = 3;
    await clock.advance(2_000);
    const last = events
      .filter((event) => event.type === 'step.finished' && event.step === 'slim')
      .at(-1);
    expect(last).toMatchObject({ status: 'done', counts: { in: 1, done: 1 } });
  });

  it('runs for each call, at an address that is given back when it stops', async () => {
    const { client, doors, events } = aPage(rowsService(0));
    const flow = aFlow()
      .receives('call')
      .maps('slim', group({ text: field('call') }));
    const { webhook } = await client.listen({ listenId: 'l1', request: ask(flow) });
    expect(webhook?.url).toBe('http://localhost/hooks/w1');
    doors[0]?.call({ message: 'hello' });
    await quiet();
    expect(events.filter(({ type }) => type === 'run.finished')).toHaveLength(1);
    await client.stopListening('l1');
    expect(doors[0]?.isOpen).toBe(false);
  });

  it('tells a waiting caller the first reply of its run, or how the run ended without one', async () => {
    const { client, doors } = aPage(rowsService(0));
    const answers: CallAnswer[] = [];
    const answer = (said: CallAnswer): void => void answers.push(said);
    const called = async (flow: FlowBuilder): Promise<void> => {
      await client.listen({ listenId: 'l1', request: ask(flow) });
      doors.at(-1)?.call({ message: { no: 7 }, answer });
      await quiet(1_000);
    };
    await called(
      aFlow()
        .receives('call')
        .replies('reply', group({ no: field('call', 'no') })),
    );
    expect(answers).toMatchObject([{ status: 200, body: '{"no":7}' }, 'done']);
    await called(aFlow().receives('call').passesOnce('rest', field('call')));
    expect(answers[2]).toBe('done');
    const broken = aFlow().receives('call').splits('each', field('call', 'no'));
    await called(broken);
    expect(answers[3]).toBe('failed');
  });

  it('takes calls that the page has received, and stops after as many as were wanted', async () => {
    const { client, doors, news, events } = aPage(rowsService(0));
    const flow = aFlow()
      .receives('call')
      .maps('slim', group({ text: field('call') }));
    await client.listen({ listenId: 'l1', request: ask(flow), callsFrom: 'page', firings: 1 });
    await client.hand('l1', 'first');
    await client.hand('l1', 'second');
    await quiet();
    expect(doors).toEqual([]);
    expect(events.filter(({ type }) => type === 'run.finished')).toHaveLength(1);
    expect(news.at(-1)).toEqual({ type: 'stopped', listenId: 'l1' });
  });
});

/** Long enough for a run of many calls: each takes its turn. */
async function aWhile(clock: FakeClock): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await clock.advance(50);
}
