import { describe, expect, it } from 'vitest';
import { inProcessHost } from '../testing/hosts.ts';
import {
  aFlow,
  field,
  fixed,
  formula,
  group,
  testCatalog,
  type FlowBuilder,
} from '../testing/a-flow.ts';
import { answered, rowsService, type Script } from '../testing/fake-service.ts';
import type { RunRequest } from '../run-request.ts';
import { neverAborted } from '../ports.ts';
import type { FlowTest } from './flow-test.ts';
import { allowing, mayDifferAt } from './may-differ.ts';
import { recordTest, type NoTest } from './record-test.ts';
import { runTest, type TestPorts } from './run-test.ts';
import type { TestReport } from './test-report.ts';
import { waysNeverTaken } from './ways-taken.ts';

const slim = group({ id: field('rows', 'id'), name: field('rows', 'name') });

async function recorded(
  flow: FlowBuilder,
  script: Script = rowsService(3),
  asks: Partial<RunRequest> = {},
): Promise<FlowTest | NoTest> {
  const document = flow.build();
  const ran = await inProcessHost.run({
    request: {
      runId: 'r1',
      flow: document,
      scope: { kind: 'flow' },
      writes: 'allow',
      samples: {},
      credentials: {},
      ...asks,
    },
    script,
  });
  const made = recordTest({
    id: 't1',
    name: 'A good run',
    at: 5,
    startedAt: 0,
    flow: document,
    received: asks.received,
    records: Object.fromEntries(
      document.steps.map(({ id }) => {
        const records = ran.records(id);
        return [id, { records, total: records.length }];
      }),
    ),
  });
  return made.ok ? made.value : made.reason;
}

async function kept(...of: Parameters<typeof recorded>): Promise<FlowTest> {
  const test = await recorded(...of);
  if (typeof test === 'string') throw new Error(`no test: ${test}`);
  return test;
}

function check(test: FlowTest, flow: FlowBuilder): Promise<TestReport> {
  return checkOn({ sleep: () => Promise.resolve() }, test, flow);
}

async function checkOn(host: TestPorts, test: FlowTest, flow: FlowBuilder): Promise<TestReport> {
  const report = await runTest(test, flow.build(), testCatalog, host, neverAborted);
  if (report === undefined) throw new Error('nobody stopped the test');
  return report;
}

describe('a test made of a run', () => {
  it('passes while the flow does the same, and calls nobody', async () => {
    const flow = aFlow().lists('rows').maps('slim', slim).adds('send', field('slim'));
    expect(await check(await kept(flow), flow)).toEqual({
      test: 't1',
      passed: true,
      differences: [],
      more: 0,
    });
  });

  it('says which message sends what otherwise when the mapping has changed', async () => {
    const before = aFlow().lists('rows').adds('send', slim);
    const after = aFlow()
      .lists('rows')
      .adds('send', group({ id: field('rows', 'id'), name: fixed('row 1') }));
    const { passed, differences } = await check(await kept(before), after);
    expect(passed).toBe(false);
    expect(differences).toEqual([
      { step: 'send', what: 'sent', message: 1, path: ['name'], expected: 'row 0', got: 'row 1' },
      { step: 'send', what: 'sent', message: 3, path: ['name'], expected: 'row 2', got: 'row 1' },
    ]);
  });

  it('goes on with the recorded answer of a write, so that what follows is what it was', async () => {
    const flow = (name: string) =>
      aFlow()
        .lists('rows')
        .adds('send', group({ id: fixed(name) }))
        .maps('out', group({ saved: field('send', 'saved') }));
    const { differences } = await check(await kept(flow('a')), flow('b'));
    expect([...new Set(differences.map(({ step }) => step))]).toEqual(['send']);
  });

  it('can take what came now as what is expected from then on', async () => {
    const flow = (name: string) =>
      aFlow()
        .lists('rows')
        .adds('send', group({ id: fixed(name) }))
        .maps('out', group({ saved: field('send', 'saved') }));
    const { asItIsNow } = await check(await kept(flow('a')), flow('b'));
    if (asItIsNow === undefined) throw new Error('all of it came');
    expect((await check(asItIsNow, flow('b'))).passed).toBe(true);
    const { differences } = await check(asItIsNow, flow('a'));
    expect(differences[0]).toMatchObject({ step: 'send', expected: 'b', got: 'a' });
  });

  it('says at a step that only computes what it gives otherwise', async () => {
    const flow = (text: string) =>
      aFlow()
        .lists('rows')
        .maps('out', group({ said: fixed(text) }));
    const { differences } = await check(await kept(flow('hello'), rowsService(1)), flow('bye'));
    expect(differences).toEqual([
      { step: 'out', what: 'gave', message: 1, path: ['said'], expected: 'hello', got: 'bye' },
    ]);
  });

  it('does not look at fields that may differ, nor at values where only the shape counts', async () => {
    const flow = (text: string) =>
      aFlow()
        .lists('rows')
        .maps('out', group({ said: fixed(text), id: field('rows', 'id') }));
    const test = await kept(flow('hello'));
    const out = test.steps.findIndex(({ step }) => step === 'out');
    const withStep = (change: (of: FlowTest['steps'][number]) => FlowTest['steps'][number]) => ({
      ...test,
      steps: test.steps.map((each, at) => (at === out ? change(each) : each)),
    });
    expect(
      (
        await check(
          withStep((each) => mayDifferAt(each, ['said'])),
          flow('bye'),
        )
      ).passed,
    ).toBe(true);
    expect(
      (
        await check(
          withStep((each) => ({ ...each, mode: 'shape' })),
          flow('bye'),
        )
      ).passed,
    ).toBe(true);
  });

  it('notices by itself what is otherwise in every run', async () => {
    const flow = aFlow()
      .lists('rows')
      .maps('out', group({ id: field('rows', 'id'), now: formula('$millis()', 'rows', 'id') }));
    const test = await kept(flow);
    const aged: FlowTest = { ...test, startedAt: 1_000 };
    const first = await check(aged, flow);
    expect(first.differences.map(({ what }) => what)).toEqual(['gave', 'gave', 'gave']);
    const allowed = allowing(aged, first.differences);
    expect(allowed.steps[1]).toMatchObject({ mode: 'except', mayDiffer: [['now']] });
    expect((await check(allowed, flow)).passed).toBe(true);
  });

  it('says when a message goes another way, or no longer gets through', async () => {
    const flow = (most: number) =>
      aFlow()
        .lists('rows')
        .routes('way', { small: { left: field('rows', 'id'), is: 'less', right: fixed(most) } })
        .maps('out', slim, { after: ['way'], by: 'small' });
    const { differences } = await check(await kept(flow(2)), flow(1));
    expect(differences).toEqual([
      { step: 'way', what: 'way', message: 2, expected: ['small'], got: ['otherwise'] },
      { step: 'out', what: 'count', expected: 2, got: 1 },
    ]);
    const broken = aFlow()
      .lists('rows')
      .adds('send', group({ id: formula('$error("no")', 'rows', 'id') }));
    const report = await check(await kept(aFlow().lists('rows').adds('send', slim)), broken);
    expect(report.differences[0]).toMatchObject({
      step: 'send',
      what: 'became',
      message: 1,
      expected: 'done',
      got: 'refused',
    });
  });

  it('says when other messages come than then, also when they are as many and only their shape counts', async () => {
    const flow = (by: string) =>
      aFlow()
        .lists('rows')
        .routes(
          'way',
          {
            small: { left: field('rows', 'id'), is: 'less', right: fixed(2) },
            big: { left: field('rows', 'id'), is: 'greater', right: fixed(0) },
          },
          { settings: { match: 'all' } },
        )
        .maps('out', slim, { after: ['way'], by });
    const test = await kept(flow('small'));
    const shaped: FlowTest = {
      ...test,
      steps: test.steps.map((step) => ({ ...step, mode: 'shape' as const })),
    };
    const { passed, differences } = await check(shaped, flow('big'));
    expect(passed).toBe(false);
    expect(differences).toEqual([{ step: 'out', what: 'others', count: 1 }]);
  });

  it('keeps a refusal of the service as its answer', async () => {
    const picky: Script = (request, call) =>
      (request.body?.value as { id?: number } | undefined)?.id === 1
        ? answered(422, { message: 'no' })
        : rowsService(3)(request, call);
    const flow = aFlow().lists('rows').adds('send', slim, { onFailure: 'skip' });
    const test = await kept(flow, picky);
    expect(test.steps[1]?.messages.map(({ state }) => state)).toEqual(['done', 'refused', 'done']);
    expect((await check(test, flow)).passed).toBe(true);
  });

  it('begins with what came in then, and shows writes that were only held', async () => {
    const flow = aFlow()
      .receives('order')
      .adds('send', group({ of: field('order', 'n') }));
    const test = await kept(flow, rowsService(1), { received: [{ n: 1 }, { n: 2 }] });
    expect((await check(test, flow)).passed).toBe(true);
    const more = aFlow()
      .receives('order')
      .adds('send', group({ of: field('order', 'n'), also: fixed('x') }));
    expect((await check(test, more)).differences.map(({ what }) => what)).toEqual(['sent', 'sent']);
  });

  it('says that a step is gone, or that a new one has no answer', async () => {
    const before = aFlow().lists('rows').finds('detail', slim);
    const after = aFlow().lists('rows').finds('other', slim);
    const report = await check(await kept(before), after);
    expect(report.differences).toEqual([
      { step: 'detail', what: 'gone', name: 'detail' },
      { step: 'other', what: 'no-answer', count: 3 },
    ]);
    expect(report).not.toHaveProperty('asItIsNow');
  });

  it('waits for nothing: hours of a Rate limit and a Delay take the host a moment', async () => {
    const flow = aFlow()
      .lists('rows')
      .slowsDown('slow', 1, { settings: { unit: 'hour' } })
      .waits('later', { settings: { amount: 3, unit: 'hour' } })
      .maps('out', slim);
    let breaths = 0;
    const host: TestPorts = {
      sleep: () => {
        breaths++;
        return Promise.resolve();
      },
    };
    const { passed } = await checkOn(host, await kept(flow, rowsService(5)), flow);
    expect(passed).toBe(true);
    expect(breaths).toBeLessThan(200);
  });

  it('R5 ends at the next breath when it is stopped, and says nothing', async () => {
    const flow = aFlow()
      .lists('rows')
      .waits('long', { settings: { amount: 1_000_000, unit: 'hour' } })
      .runsCode('code', slim);
    const test = await kept(aFlow().lists('rows'), rowsService(3));
    const stop = new AbortController();
    let breaths = 0;
    const host: TestPorts = {
      sleep: () => {
        if (++breaths === 5) stop.abort();
        return Promise.resolve();
      },
    };
    expect(await runTest(test, flow.build(), testCatalog, host, stop.signal)).toBeUndefined();
    expect(breaths).toBeLessThan(8);
  });

  it('says why the flow cannot be run at all', async () => {
    const { passed, failure } = await check(
      await kept(aFlow().lists('rows')),
      aFlow().unknown('x'),
    );
    expect(passed).toBe(false);
    expect(failure?.code).toBe('runs.unknown-operation');
  });

  it('is none of a run that has too much in it, or nothing', async () => {
    expect(await recorded(aFlow().lists('rows').maps('out', slim), rowsService(300))).toBe(
      'too-many',
    );
    expect(
      recordTest({ id: 't', name: '', at: 0, startedAt: 0, flow: { steps: [] }, records: {} }),
    ).toEqual({ ok: false, reason: 'nothing-ran' });
  });
});

it('the connected ways that no test has taken are told, none while there is no test', async () => {
  const flow = aFlow()
    .lists('rows')
    .routes('way', {
      small: { left: field('rows', 'id'), is: 'less', right: fixed(2) },
      big: { left: field('rows', 'id'), is: 'greater', right: fixed(100) },
    })
    .maps('one', slim, { after: ['way'], by: 'small' })
    .maps('two', slim, { after: ['way'], by: 'big' })
    .adds('send', slim, { after: ['one'], onFailure: 'error-branch' })
    .onError('send', 'two');
  const test = await kept(flow);
  expect(waysNeverTaken(flow.build(), testCatalog, [test])).toEqual([
    { step: 'way', port: 'big' },
    { step: 'send', port: 'error' },
  ]);
  expect(waysNeverTaken(flow.build(), testCatalog, [])).toEqual([]);
});
