import { describe, expect, it } from 'vitest';
import type { Binding } from '../mapping/index.ts';
import type { HttpRequest } from '../catalog/index.ts';
import { runFlow } from './run-flow.ts';
import { aFlow, field, fixed, formula, group, testCatalog } from './testing/a-flow.ts';
import { fakePorts, quiet } from './testing/fake-ports.ts';
import { answered, rowsService, type Script } from './testing/fake-service.ts';
import { startRun, runToEnd } from './testing/started-run.ts';

const slim = group({ name: field('rows', 'name') });

describe('a run', () => {
  it('reads, maps, filters and sends, and counts every message once', async () => {
    const flow = aFlow()
      .lists('rows')
      .maps('slim', group({ id: field('rows', 'id'), name: field('rows', 'name') }))
      .filters('most', { left: field('slim', 'id'), is: 'not-equals', right: fixed(1) })
      .adds('send', field('slim'));
    const done = await runToEnd(flow, rowsService(3));
    expect(done.state().status).toBe('done');
    expect(done.counts('rows')).toEqual({ in: 1, done: 1, out: 3 });
    expect(done.counts('slim')).toEqual({ in: 3, done: 3, out: 3 });
    expect(done.counts('most')).toEqual({ in: 3, done: 2, dropped: 1, out: 2 });
    expect(done.counts('send')).toEqual({ in: 2, done: 2, out: 2 });
    expect(done.ports.service.requests.slice(1).map(({ body }) => body?.value)).toEqual([
      { id: 0, name: 'row 0' },
      { id: 2, name: 'row 2' },
    ]);
  });

  it('lets a step read what a step far before it gave', async () => {
    const flow = aFlow()
      .lists('rows')
      .maps('other', fixed({ unrelated: true }))
      .maps('late', group({ name: field('rows', 'name'), flow: field('flow', 'name') }));
    const done = await runToEnd(flow, rowsService(2));
    expect(done.outputs('late')).toEqual([
      { name: 'row 0', flow: 'A flow' },
      { name: 'row 1', flow: 'A flow' },
    ]);
  });

  it('gives each message of a call that came in', async () => {
    const flow = aFlow()
      .receives('call')
      .maps('slim', group({ email: field('call', 'mail') }));
    const done = await runToEnd(flow, rowsService(0), {
      received: [{ mail: 'ada@example.com' }, { mail: 'bob@example.com' }],
    });
    expect(done.outputs('slim')).toEqual([
      { email: 'ada@example.com' },
      { email: 'bob@example.com' },
    ]);
  });

  it('leaves steps unreached that no message came to', async () => {
    const flow = aFlow().lists('rows').maps('slim', slim);
    const done = await runToEnd(flow, rowsService(0));
    expect(done.state().steps['slim']?.status).toBe('not-reached');
    expect(done.state().status).toBe('done');
  });

  it('passes messages through a step that is switched off', async () => {
    const flow = aFlow()
      .lists('rows')
      .filters('none', { any: [] }, { disabled: true })
      .maps('slim', slim);
    const done = await runToEnd(flow, rowsService(1));
    expect(done.counts('slim')).toEqual({ in: 1, done: 1, out: 1 });
    expect(done.state().steps['none']?.status).toBe('not-reached');
  });

  it('comes once to a step that two ways lead to through steps that are switched off', async () => {
    const flow = aFlow()
      .receives('in')
      .maps('one', group({}), { disabled: true })
      .maps('two', group({}), { after: ['in'], disabled: true })
      .adds('send', group({ n: field('in', 'n') }), { after: ['one', 'two'] });
    const done = await runToEnd(flow, rowsService(0), { received: [{ n: 1 }] });
    expect(done.records('send').map(({ id }) => id)).toEqual(['0']);
    expect(done.ports.service.requests).toHaveLength(1);
  });

  it('ends a list whose pages lead back to an earlier one', async () => {
    const leadsOn = new Map([
      ['0', 'a'],
      ['a', 'b'],
      ['b', 'a'],
    ]);
    const done = await runToEnd(aFlow().lists('rows').maps('slim', slim), (request, call) => {
      if (call > 10) throw new Error('asked for ever');
      const after = request.query.find(([name]) => name === 'after')?.[1] ?? '0';
      return answered(200, { items: [{ name: after }], next: leadsOn.get(after) ?? null });
    });
    expect(done.state().steps['rows']?.failure?.code).toBe('failures.next-in-circle');
    expect(done.ports.service.requests).toHaveLength(3);
  });

  it('says which step it cannot run, and runs nothing', async () => {
    const done = await runToEnd(aFlow().lists('rows').unknown('gone'), rowsService(1));
    expect(done.state().steps['gone']).toMatchObject({
      status: 'failed',
      failure: { code: 'runs.unknown-operation' },
    });
    expect(done.state().status).toBe('failed');
    expect(done.ports.service.requests).toEqual([]);
  });
});

describe('steps that have to wait for formulas', () => {
  it('end after all their messages, also when several calling steps give them some at once', async () => {
    const waited = (from: string) => formula('$map([$a], function($v) { $v & "" })', from, 'id');
    const longWaited = formula(
      '$map([$a], function($v) { $assert($number($v) % 5 != 4, "no") }) ? $a : $a',
      's0',
      'id',
    );
    const flow = aFlow()
      .lists('s0')
      .adds('s1', group({ id: field('s0', 'id') }))
      .finds('s2', group({ id: field('s0', 'id') }))
      .maps('s3', group({ id: field('s0', 'id') }), { after: ['s0'] })
      .maps('s4', group({ id: longWaited }), { after: ['s0'] })
      .maps('s5', group({ id: waited('s0') }), { after: ['s1', 's3'] });
    const run = startRun(flow, async (request, call) => {
      const sent = request.body?.value as { id?: number } | undefined;
      const id = Number(sent?.id ?? request.path.split('/')[2] ?? 0);
      for (let turn = 0; turn < (id * 7) % 11; turn++) await Promise.resolve();
      return rowsService(2, 1)(request, call);
    });
    await run.ended;
    expect(run.counts('s4')).toEqual({ in: 2, done: 2, out: 2 });
    expect(run.counts('s5')).toEqual({ in: 4, done: 4, out: 4 });
  });
});

describe('a part of a flow', () => {
  it('ends at the chosen step', async () => {
    const flow = aFlow().lists('rows').maps('slim', slim).adds('send', field('slim'));
    const done = await runToEnd(flow, rowsService(2), { scope: { kind: 'up-to', step: 'slim' } });
    expect(Object.keys(done.state().steps)).toEqual(['rows', 'slim']);
    expect(done.ports.service.requests).toHaveLength(1);
  });

  it('runs one step alone on the samples of the steps before it', async () => {
    const flow = aFlow()
      .lists('rows')
      .maps('slim', slim)
      .adds('send', group({ full: field('slim', 'name'), id: field('rows', 'id') }));
    const done = await runToEnd(flow, rowsService(0), {
      scope: { kind: 'only', step: 'send' },
      samples: { rows: [{ id: 7 }, { id: 8 }], slim: [{ name: 'Ada' }, { name: 'Bob' }] },
    });
    expect(done.ports.service.requests.map(({ body }) => body?.value)).toEqual([
      { full: 'Ada', id: 7 },
      { full: 'Bob', id: 8 },
    ]);
  });

  it('stops paging when enough records have left the first step', async () => {
    const done = await runToEnd(aFlow().lists('rows').maps('slim', slim), rowsService(1_000), {
      firstRecords: 5,
    });
    expect(done.ports.service.requests).toHaveLength(1);
    expect(done.counts('slim')).toEqual({ in: 5, done: 5, out: 5 });
  });
});

describe('a cancel', () => {
  it('ends calls on their way and every step, and counts what was left undone', async () => {
    const never: Script = (request, call) =>
      request.method === 'POST' ? new Promise(() => undefined) : rowsService(5)(request, call);
    const started = startRun(aFlow().lists('rows').adds('send', slim), never);
    await quiet();
    started.cancel();
    await started.ended;
    expect(started.ports.service.traffic.now).toBe(0);
    expect(started.state().status).toBe('cancelled');
    expect(started.state().steps['send']?.status).toBe('cancelled');
    expect(started.counts('send')).toEqual({ in: 5, cancelled: 5 });
    expect(started.ports.kept.get('send', 0)?.failure?.code).toBe('runs.cancelled-while-sending');
    expect(started.ports.kept.get('send', 1)?.failure?.code).toBe('runs.cancelled');
  });

  it('says of a message that was answered, and was to be tried again, that it was not through', async () => {
    const busy: Script = (request, call) =>
      request.method === 'POST' ? answered(503, {}) : rowsService(1)(request, call);
    const started = startRun(aFlow().lists('rows').addsOnce('send', slim), busy);
    await quiet();
    started.cancel();
    await started.ended;
    expect(started.counts('send')).toEqual({ in: 1, cancelled: 1 });
    expect(started.records('send')).toMatchObject([
      { response: { status: 503 }, failure: { code: 'runs.cancelled-after-answer' } },
    ]);
  });

  it('says of a list that came, and had not all left, that it was not through', async () => {
    const started = startRun(
      aFlow().lists('rows').adds('send', slim).maps('out', field('send')),
      rowsService(80),
      {},
      {
        onEvent(event, cancel) {
          if (event.type === 'step.counted' && event.step === 'send' && event.counts.done === 2)
            cancel();
        },
      },
    );
    await started.ended;
    expect(started.counts('rows')).toMatchObject({ in: 1, cancelled: 1 });
    expect(started.records('rows')).toMatchObject([
      { response: { status: 200 }, failure: { code: 'runs.cancelled-after-answer' } },
    ]);
  });

  const failing: Script = (request, call) => {
    if (request.path === '/rows/0') return new Promise(() => undefined);
    return request.method === 'POST' ? answered(422, {}) : rowsService(1)(request, call);
  };
  it.each([
    ['gives them up', {}],
    [
      'does not give them up',
      { ports: { service: { call: async (asked) => failing(asked as HttpRequest, 0) } } },
    ],
  ] as const satisfies [string, Parameters<typeof startRun>[3]][])(
    'ends a run that has failed and waits for its last calls, where the host %s',
    async (_how, host) => {
      const flow = aFlow()
        .lists('rows')
        .finds('slow', group({ id: field('rows', 'id') }), { after: ['rows'] })
        .adds('bad', slim, { after: ['rows'] });
      const started = startRun(flow, failing, {}, host);
      await quiet(2_000);
      expect(started.state().status).toBe('running');
      started.cancel();
      await started.ended;
      expect(started.state().status).toBe('failed');
      expect(started.counts('slow')).toEqual({ in: 1, cancelled: 1 });
      expect(started.records('slow')[0]?.failure?.code).toBe('runs.cancelled-while-sending');
    },
  );

  it.each([
    ['which keys have passed', { remembers: true }],
    ['what the list had shown', { onlyNew: true }],
  ])('does not wait until the host tells %s', async (_what, asks) => {
    const flow = aFlow()
      .lists('rows')
      .passesOnce('once', field('rows', 'id'), { settings: { where: 'runs' } });
    const get = (): Promise<never> => new Promise(() => undefined);
    const state = { get, set: () => Promise.resolve() };
    const started = startRun(flow, rowsService(1), asks, { ports: { state } });
    await quiet();
    started.cancel();
    await quiet();
    expect(started.events.at(-1)).toMatchObject({ type: 'run.finished', status: 'cancelled' });
  });

  it('ends a run that reads the clock to ask the person', async () => {
    let isAsking = false;
    let tell = (): void => undefined;
    const later = new Promise<void>((resolve) => (tell = resolve));
    const started = startRun(
      aFlow().lists('rows').adds('send', slim),
      rowsService(1),
      { writes: 'ask' },
      {
        ports: { now: () => (isAsking ? later.then(() => 0) : Promise.resolve(0)) },
        onEvent(event) {
          if (event.type === 'step.counted' && event.counts.held === 1) isAsking = true;
        },
      },
    );
    await quiet();
    started.cancel();
    await quiet();
    tell();
    await started.ended;
    expect(started.state().status).toBe('cancelled');
    expect(started.counts('send')).toEqual({ in: 1, cancelled: 1 });
  });

  it('is listened to once, however many calls there were, where the host has a signal of its own', async () => {
    const controller = new AbortController();
    const ports = fakePorts(rowsService(50));
    const listeners = [countListeners(controller.signal)];
    const flow = aFlow()
      .lists('rows')
      .finds('detail', group({ id: field('rows', 'id') }))
      .build();
    await runFlow(
      { runId: 'r', flow, scope: { kind: 'flow' }, writes: 'allow', samples: {}, credentials: {} },
      testCatalog,
      {
        ...ports,
        step(_key, act) {
          const { signal } = new AbortController();
          listeners.push(countListeners(signal));
          return act(signal);
        },
      },
      controller.signal,
      () => undefined,
    );
    expect(listeners).toHaveLength(52);
    expect(listeners.map(({ added }) => added).every((added) => added === 1)).toBe(true);
    expect(listeners.map(({ removed }) => removed).every((removed) => removed === 1)).toBe(true);
  });

  it.each(['maps', 'adds'] as const)(
    'is heard while a step that %s works out many formulas',
    async (step) => {
      const entry = formula('$map([$a], function($v) { $v })', 'item:x');
      const many: Binding = {
        kind: 'list',
        parts: [
          {
            forEach: fixed(Array.from({ length: 100_000 }, (_, at) => at)),
            name: 'x',
            item: entry,
          },
        ],
      };
      const flow = aFlow().lists('rows')[step]('many', group({ many }));
      const started = startRun(flow, rowsService(1));
      while (started.state()?.steps['many']?.startedAt === undefined) await quiet(10);
      started.cancel();
      await started.ended;
      expect(started.state().status).toBe('cancelled');
      expect(started.counts('many')).toEqual({ in: 1, cancelled: 1 });
      expect(started.ports.service.requests).toHaveLength(1);
    },
  );
});

describe('a host that cannot remember', () => {
  const full = (): Promise<never> =>
    Promise.reject(Object.assign(new Error('/a/path'), { code: 'ENOSPC' }));
  const keeps = { get: () => Promise.resolve(undefined), set: full };

  it.each([
    ['keys that pass once', { remembers: true }, keeps, 'done'],
    ['what a list has shown', { onlyNew: true }, keeps, 'done'],
    ['what a list had shown', { onlyNew: true }, { ...keeps, get: full }, 'not-reached'],
    ['keys that had passed', { remembers: true }, { ...keeps, get: full }, 'not-reached'],
  ] as const)(
    'R5 %s: the run ends in words, every step is final',
    async (_what, asks, state, rows) => {
      const flow = aFlow()
        .lists('rows')
        .passesOnce('once', field('rows', 'id'), { settings: { where: 'runs' } });
      const ended = await runToEnd(flow, rowsService(2), asks, { ports: { state } });
      expect(ended.events.at(-1)).toMatchObject({
        type: 'run.finished',
        status: 'failed',
        failure: { code: 'runs.not-remembered', params: { reason: 'ENOSPC' } },
      });
      expect(ended.state().steps['rows']?.status).toBe(rows);
      expect(ended.events.filter(({ type }) => type === 'step.finished')).toHaveLength(2);
    },
  );
});

function countListeners(signal: AbortSignal): { added: number; removed: number } {
  const counted = { added: 0, removed: 0 };
  const add = signal.addEventListener.bind(signal) as (...what: unknown[]) => void;
  const remove = signal.removeEventListener.bind(signal) as (...what: unknown[]) => void;
  signal.addEventListener = (...what: unknown[]) => {
    counted.added++;
    add(...what);
  };
  signal.removeEventListener = (...what: unknown[]) => {
    counted.removed++;
    remove(...what);
  };
  return counted;
}
