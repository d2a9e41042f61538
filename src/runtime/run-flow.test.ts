import { describe, expect, it } from 'vitest';
import { foldRun, type RunEvent, type RunRequest, type RunState } from './contract.ts';
import { runFlow } from './run-flow.ts';
import type { Binding } from '../mapping/index.ts';
import {
  aFlow,
  field,
  fixed,
  formula,
  group,
  testCatalog,
  type FlowBuilder,
} from './testing/a-flow.ts';
import { fakePorts, fakeStart, quiet, type FakePorts } from './testing/fake-ports.ts';
import { answered, rowsService, type Script } from './testing/fake-service.ts';

interface Started {
  readonly events: RunEvent[];
  readonly ports: FakePorts;
  readonly ended: Promise<void>;
  cancel(): void;
  state(): RunState;
  counts(step: string): Record<string, number>;
}

function start(flow: FlowBuilder, script: Script, request: Partial<RunRequest> = {}): Started {
  const ports = fakePorts(script);
  const events: RunEvent[] = [];
  const controller = new AbortController();
  const ended = runFlow(
    {
      runId: 'r1',
      flow: flow.build(),
      scope: { kind: 'flow' },
      writes: 'allow',
      samples: {},
      credentials: {},
      ...request,
    },
    testCatalog,
    ports,
    controller.signal,
    (event) => events.push(event),
  );
  const state = (): RunState => events.reduce<RunState | undefined>(foldRun, undefined) as RunState;
  return {
    events,
    ports,
    ended,
    state,
    cancel: () => {
      controller.abort();
    },
    counts(step) {
      const { counts } = state().steps[step] ?? {};
      return Object.fromEntries(Object.entries(counts ?? {}).filter(([, count]) => count > 0));
    },
  };
}

async function run(...asked: Parameters<typeof start>): Promise<Started> {
  const started = start(...asked);
  await started.ended;
  return started;
}

const outputs = ({ ports }: Started, step: string) =>
  ports.kept.page(step, 0, 10_000).records.flatMap(({ output }) => output ?? []);

const slim = group({ name: field('rows', 'name') });

describe('a run', () => {
  it('reads, maps, filters and sends, and counts every message once', async () => {
    const flow = aFlow()
      .lists('rows')
      .maps('slim', group({ id: field('rows', 'id'), name: field('rows', 'name') }))
      .filters('most', { left: field('slim', 'id'), is: 'not-equals', right: fixed(1) })
      .adds('send', field('slim'));
    const done = await run(flow, rowsService(3));
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
    const done = await run(flow, rowsService(2));
    expect(outputs(done, 'late')).toEqual([
      { name: 'row 0', flow: 'A flow' },
      { name: 'row 1', flow: 'A flow' },
    ]);
  });

  it('gives each message of a call that came in', async () => {
    const flow = aFlow()
      .receives('call')
      .maps('slim', group({ email: field('call', 'mail') }));
    const done = await run(flow, rowsService(0), {
      received: [{ mail: 'ada@example.com' }, { mail: 'bob@example.com' }],
    });
    expect(outputs(done, 'slim')).toEqual([
      { email: 'ada@example.com' },
      { email: 'bob@example.com' },
    ]);
  });

  it('leaves steps unreached that no message came to', async () => {
    const flow = aFlow().lists('rows').maps('slim', slim);
    const done = await run(flow, rowsService(0));
    expect(done.state().steps['slim']?.status).toBe('not-reached');
    expect(done.state().status).toBe('done');
  });

  it('passes messages through a step that is switched off', async () => {
    const flow = aFlow()
      .lists('rows')
      .filters('none', { any: [] }, { disabled: true })
      .maps('slim', slim);
    const done = await run(flow, rowsService(1));
    expect(done.counts('slim')).toEqual({ in: 1, done: 1, out: 1 });
    expect(done.state().steps['none']?.status).toBe('not-reached');
  });

  it('ends a list whose pages lead back to an earlier one', async () => {
    const leadsOn = new Map([
      ['0', 'a'],
      ['a', 'b'],
      ['b', 'a'],
    ]);
    const done = await run(aFlow().lists('rows').maps('slim', slim), (request, call) => {
      if (call > 10) throw new Error('asked for ever');
      const after = request.query.find(([name]) => name === 'after')?.[1] ?? '0';
      return answered(200, { items: [{ name: after }], next: leadsOn.get(after) ?? null });
    });
    expect(done.state().steps['rows']?.failure?.code).toBe('failures.next-in-circle');
    expect(done.ports.service.requests).toHaveLength(3);
  });

  it('says which step it cannot run, and runs nothing', async () => {
    const done = await run(aFlow().lists('rows').unknown('gone'), rowsService(1));
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
    const run = start(flow, async (request, call) => {
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
    const done = await run(flow, rowsService(2), { scope: { kind: 'up-to', step: 'slim' } });
    expect(Object.keys(done.state().steps)).toEqual(['rows', 'slim']);
    expect(done.ports.service.requests).toHaveLength(1);
  });

  it('runs one step alone on the samples of the steps before it', async () => {
    const flow = aFlow()
      .lists('rows')
      .maps('slim', slim)
      .adds('send', group({ full: field('slim', 'name'), id: field('rows', 'id') }));
    const done = await run(flow, rowsService(0), {
      scope: { kind: 'only', step: 'send' },
      samples: { rows: [{ id: 7 }, { id: 8 }], slim: [{ name: 'Ada' }, { name: 'Bob' }] },
    });
    expect(done.ports.service.requests.map(({ body }) => body?.value)).toEqual([
      { full: 'Ada', id: 7 },
      { full: 'Bob', id: 8 },
    ]);
  });

  it('stops paging when enough records have left the first step', async () => {
    const done = await run(aFlow().lists('rows').maps('slim', slim), rowsService(1_000), {
      firstRecords: 5,
    });
    expect(done.ports.service.requests).toHaveLength(1);
    expect(done.counts('slim')).toEqual({ in: 5, done: 5, out: 5 });
  });
});

describe('messages that a service refuses', () => {
  const picky: Script = (request) => {
    if (request.method !== 'POST') return rowsService(4)(request, 0);
    const { name } = request.body?.value as { name: string };
    return name === 'row 1'
      ? answered(422, {
          message: 'Not accepted',
          errors: [{ field: 'name', message: 'must not end in 1' }],
        })
      : answered(201, { name });
  };

  it('are skipped, counted, and told with the field and the value that was sent', async () => {
    const done = await run(aFlow().lists('rows').adds('send', slim, { onFailure: 'skip' }), picky);
    expect(done.state().status).toBe('done');
    expect(done.counts('send')).toEqual({ in: 4, done: 3, refused: 1, out: 3 });
    expect(done.state().steps['send']?.refusals).toEqual([
      {
        message: '0.1',
        index: 1,
        failure: expect.objectContaining({
          kind: 'terminal',
          status: 422,
          serviceWords: 'Not accepted',
          fields: [{ path: ['name'], value: 'row 1', words: 'must not end in 1' }],
        }) as unknown,
      },
    ]);
  });

  it('stop the run where the step says so, and nothing more is sent', async () => {
    const done = await run(aFlow().lists('rows').adds('send', slim), picky);
    expect(done.state().status).toBe('failed');
    expect(done.state().steps['send']?.status).toBe('failed');
    expect(done.counts('send')).toEqual({ in: 4, done: 1, refused: 1, cancelled: 2, out: 1 });
    expect(done.ports.service.requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });

  it('are not made up while the step is switched off: its way for failures gets nothing', async () => {
    const flow = aFlow()
      .lists('rows')
      .adds('send', slim, { onFailure: 'error-branch', disabled: true })
      .maps('failed', slim, { after: [] })
      .onError('send', 'failed')
      .maps('sent', slim, { after: ['send'] });
    const run = start(flow, rowsService(3));
    await run.ended;
    expect(run.counts('sent')).toEqual({ in: 3, done: 3, out: 3 });
    expect(run.counts('failed')).toEqual({});
  });

  it('take the error branch with what was sent', async () => {
    const flow = aFlow()
      .lists('rows')
      .adds('send', slim, { onFailure: 'error-branch' })
      .maps(
        'log',
        group({ who: field('send', 'input', 'name'), why: field('send', 'error', 'words') }),
        { after: [] },
      )
      .onError('send', 'log');
    const done = await run(flow, picky);
    expect(outputs(done, 'log')).toEqual([{ who: 'row 1', why: 'Not accepted' }]);
    expect(done.counts('send')).toEqual({ in: 4, done: 3, refused: 1, out: 4 });
  });

  it('are refused before anything is sent when the mapping cannot be made', async () => {
    const strict = group({
      name: { kind: 'ref', from: 'rows', path: ['nickname'], ifMissing: 'stop' },
    });
    const done = await run(
      aFlow().lists('rows').adds('send', strict, { onFailure: 'skip' }),
      rowsService(2),
    );
    expect(done.counts('send')).toEqual({ in: 2, refused: 2 });
    expect(done.state().steps['send']?.refusals[0]?.failure).toMatchObject({
      code: 'mapping.source-missing',
      fields: [{ path: ['name'] }],
    });
  });
});

describe('tries', () => {
  const flaky = (failures: number, status: number, headers = {}): Script => {
    let left = failures;
    return (request, call) =>
      left-- > 0 ? answered(status, { message: 'busy' }, headers) : rowsService(1)(request, call);
  };

  it('are made again after a growing time when a read fails for now', async () => {
    const started = start(aFlow().lists('rows'), flaky(2, 503));
    await started.ports.clock.advance(10_000);
    await started.ended;
    expect(started.state().status).toBe('done');
    const delays = started.events.flatMap((event) =>
      event.type === 'step.retrying' ? [event.delayMs] : [],
    );
    expect(delays).toHaveLength(2);
    expect(delays[0]).toBeGreaterThanOrEqual(250);
    expect(delays[0]).toBeLessThanOrEqual(500);
    expect(delays[1]).toBeGreaterThanOrEqual(500);
    expect(delays[1]).toBeLessThanOrEqual(1_000);
  });

  it('wait as long as the service asks', async () => {
    const started = start(aFlow().lists('rows'), flaky(1, 429, { 'retry-after': '7' }));
    await started.ports.clock.advance(6_999);
    expect(started.ports.service.requests).toHaveLength(1);
    await started.ports.clock.advance(1);
    await started.ended;
    expect(started.ports.service.requests).toHaveLength(2);
    expect(started.state().finishedAt).toBe(fakeStart + 7_000);
  });

  it('wait until the time that a service names in another way', async () => {
    const until = {
      date: 'Tue, 20 Aug 2013 14:50:41 GMT',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '1377010251',
    };
    const started = start(aFlow().lists('rows'), flaky(1, 403, until));
    await started.ports.clock.advance(9_999);
    expect(started.ports.service.requests).toHaveLength(1);
    await started.ports.clock.advance(1);
    await started.ended;
    expect(started.ports.service.requests).toHaveLength(2);
  });

  it('are not made again for a write that the service would not know again', async () => {
    const done = await run(aFlow().receives('call').adds('send', field('call')), flaky(1, 503), {
      received: [{ a: 1 }],
    });
    expect(done.ports.service.requests).toHaveLength(1);
    expect(done.state().status).toBe('failed');
  });

  it('carry the same key for a write that the service knows again', async () => {
    const started = start(aFlow().receives('call').addsOnce('send', field('call')), flaky(1, 503), {
      received: [{ a: 1 }],
    });
    await started.ports.clock.advance(1_000);
    await started.ended;
    expect(started.ports.service.requests.map(({ headers }) => headers)).toEqual([
      [['Idempotency-Key', 'r1/0/send']],
      [['Idempotency-Key', 'r1/0/send']],
    ]);
  });
});

describe('writes that ask', () => {
  const flow = () => aFlow().lists('rows').adds('send', slim).maps('after', field('send'));

  it('are shown exactly, and nothing is sent', async () => {
    const started = start(flow(), rowsService(3), { writes: 'ask' });
    await quiet();
    expect(started.state().status).toBe('held');
    expect(started.state().steps['send']).toMatchObject({
      status: 'held',
      heldEffect: 'write',
      counts: { in: 3, held: 3 },
    });
    expect(started.ports.service.requests).toHaveLength(1);
    expect(
      started.ports.kept
        .page('send', 0, 10)
        .records.map(({ state, request }) => [state, request?.method, request?.body]),
    ).toEqual([
      ['held', 'POST', { name: 'row 0' }],
      ['held', 'POST', { name: 'row 1' }],
      ['held', 'POST', { name: 'row 2' }],
    ]);
    started.cancel();
    await started.ended;
  });

  it('go on in the same run when the person says send, without reading again', async () => {
    const started = start(flow(), rowsService(3), { writes: 'ask' });
    await quiet();
    started.ports.signal.send('confirm:send', 'send');
    await started.ended;
    expect(started.state().status).toBe('done');
    expect(started.ports.service.requests.map(({ method }) => method)).toEqual([
      'GET',
      'POST',
      'POST',
      'POST',
    ]);
    expect(started.counts('send')).toEqual({ in: 3, done: 3, out: 3 });
    expect(started.counts('after')).toEqual({ in: 3, done: 3, out: 3 });
  });

  it('end as held when the person says do not send; what follows is not reached', async () => {
    const started = start(flow(), rowsService(3), { writes: 'ask' });
    await quiet();
    started.ports.signal.send('confirm:send', 'do-not-send');
    await started.ended;
    expect(started.state().status).toBe('done');
    expect(started.counts('send')).toEqual({ in: 3, held: 3 });
    expect(started.state().steps['after']?.status).toBe('not-reached');
    expect(started.ports.service.requests).toHaveLength(1);
  });

  it('ask once for each step that writes', async () => {
    const twice = aFlow()
      .lists('rows')
      .adds('first', slim)
      .removes('second', group({ id: field('first', 'name') }));
    const started = start(twice, rowsService(2), { writes: 'ask' });
    await quiet();
    started.ports.signal.send('confirm:first', 'send');
    await quiet();
    expect(
      started.events.flatMap((event) =>
        event.type === 'step.held' ? [[event.step, event.effect, event.count]] : [],
      ),
    ).toEqual([
      ['first', 'write', 2],
      ['second', 'delete', 2],
    ]);
    started.ports.signal.send('confirm:second', 'send');
    await started.ended;
    expect(started.state().status).toBe('done');
  });

  it('hold a thousand and leave the rest at their source', async () => {
    const started = start(aFlow().lists('rows').adds('send', slim), rowsService(5_000), {
      writes: 'ask',
    });
    await quiet(20_000);
    expect(started.state().status).toBe('held');
    expect(started.state().steps['send']?.counts.held).toBe(1_000);
    expect(started.ports.service.requests.length).toBeLessThan(13);
    started.ports.signal.send('confirm:send', 'send');
    await started.ended;
    expect(started.counts('send')).toEqual({ in: 5_000, done: 5_000, out: 5_000 });
  });

  it('hold the next thousand when the person let go only what was shown', async () => {
    const started = start(aFlow().lists('rows').adds('send', slim), rowsService(1_500), {
      writes: 'ask',
    });
    await quiet(20_000);
    started.ports.signal.send('confirm:send', 'send-shown');
    await quiet(20_000);
    expect(started.state().status).toBe('held');
    expect(started.counts('send')).toEqual({ in: 1_500, done: 1_000, out: 1_000, held: 500 });
    started.ports.signal.send('confirm:send', 'do-not-send');
    await started.ended;
  });

  it('end as cancelled when the run is cancelled', async () => {
    const started = start(flow(), rowsService(3), { writes: 'ask' });
    await quiet();
    started.cancel();
    await started.ended;
    expect(started.state().status).toBe('cancelled');
    expect(started.counts('send')).toEqual({ in: 3, cancelled: 3 });
  });
});

describe('a cancel', () => {
  it('ends calls on their way and every step, and counts what was left undone', async () => {
    const never: Script = (request, call) =>
      request.method === 'POST' ? new Promise(() => undefined) : rowsService(5)(request, call);
    const started = start(aFlow().lists('rows').adds('send', slim), never);
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
      const started = start(flow, rowsService(1));
      while (started.state()?.steps['many']?.startedAt === undefined) await quiet(10);
      started.cancel();
      await started.ended;
      expect(started.state().status).toBe('cancelled');
      expect(started.counts('many')).toEqual({ in: 1, cancelled: 1 });
      expect(started.ports.service.requests).toHaveLength(1);
    },
  );
});

describe('a polled flow', () => {
  const rows = () => aFlow().lists('rows').maps('slim', slim);
  const look = (
    ports: FakePorts,
    flow: FlowBuilder = rows(),
    whenEvent: (event: RunEvent, cancel: () => void) => void = () => undefined,
  ) => {
    const controller = new AbortController();
    return runFlow(
      {
        runId: `r${String(ports.service.requests.length)}`,
        flow: flow.build(),
        scope: { kind: 'flow' },
        writes: 'allow',
        samples: {},
        credentials: {},
        onlyNew: true,
      },
      testCatalog,
      ports,
      controller.signal,
      (event) => {
        whenEvent(event, () => {
          controller.abort();
        });
      },
    );
  };
  const newOnes = async (ports: FakePorts, flow: FlowBuilder = rows()) => {
    const events: RunEvent[] = [];
    await look(ports, flow, (event) => events.push(event));
    return events.reduce<RunState | undefined>(foldRun, undefined)?.steps['slim']?.counts.in;
  };
  /** Three pages of two rows; `refuses` says which page the service does not give. */
  const aService = () => {
    const service = { rows: 6, refuses: undefined as string | undefined };
    const script: Script = (request, call) =>
      (request.query.find(([name]) => name === 'after')?.[1] ?? '0') === service.refuses
        ? answered(400, { message: 'no' })
        : rowsService(service.rows, 2)(request, call);
    return { service, ports: fakePorts(script) };
  };

  it('only remembers at first, then gives what is new, once', async () => {
    const { service, ports } = aService();
    expect(await newOnes(ports)).toBe(0);
    service.rows = 8;
    expect(await newOnes(ports)).toBe(2);
    expect(await newOnes(ports)).toBe(0);
  });

  it.each(['0', '2'])(
    'does not take old rows for new when its first look fails at row %s',
    async (at) => {
      const { service, ports } = aService();
      service.refuses = at;
      await look(ports);
      service.refuses = undefined;
      expect(await newOnes(ports)).toBe(0);
      service.rows = 7;
      expect(await newOnes(ports)).toBe(1);
    },
  );

  it('does not take old rows for new when its first look skips a page that fails', async () => {
    const { service, ports } = aService();
    const skipping = () => aFlow().lists('rows', { onFailure: 'skip' }).maps('slim', slim);
    service.refuses = '2';
    await look(ports, skipping());
    service.refuses = undefined;
    expect(await newOnes(ports, skipping())).toBe(0);
  });

  it.each(['list', 'send'])(
    'gives all that was in one list again when the list was left undone at %s',
    async (where) => {
      const { service, ports } = aService();
      const listing = () =>
        rows().collects('list', field('slim', 'id')).adds('send', field('list'));
      await look(ports, listing());
      service.rows = 9;
      await look(ports, listing(), (event, cancel) => {
        if (event.type === 'step.started' && event.step === where) cancel();
      });
      expect(await newOnes(ports, listing())).toBe(3);
      expect(await newOnes(ports, listing())).toBe(0);
    },
  );

  it('does not take old rows for new when its first look is cancelled', async () => {
    const { ports } = aService();
    await look(ports, rows(), (event, cancel) => {
      if (event.type === 'step.started') cancel();
    });
    expect(await newOnes(ports)).toBe(0);
  });

  it('gives every row once when a later look breaks off half-way', async () => {
    const { service, ports } = aService();
    await look(ports);
    service.rows = 12;
    service.refuses = '8';
    expect(await newOnes(ports)).toBe(2);
    service.refuses = undefined;
    expect(await newOnes(ports)).toBe(4);
    expect(await newOnes(ports)).toBe(0);
  });

  it('gives a row once when a later look is cancelled after that row', async () => {
    const { service, ports } = aService();
    const sending = () => aFlow().lists('rows').adds('send', slim);
    await look(ports, sending());
    service.rows = 40;
    await look(ports, sending(), (event, cancel) => {
      if (event.type === 'step.counted' && event.step === 'send' && event.counts.done === 3)
        cancel();
    });
    await look(ports, sending());
    const sent = ports.service.requests.filter(({ method }) => method === 'POST');
    const names = sent.map(({ body }) => (body?.value as { name: string }).name);
    expect(new Set(names).size).toBe(34);
    // The one that was on its way when the run was cancelled may have arrived, or not.
    expect(names.length - new Set(names).size).toBeLessThanOrEqual(1);
    expect(names.filter((name) => name === 'row 6')).toHaveLength(1);
  });
});
