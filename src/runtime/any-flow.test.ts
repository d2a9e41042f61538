import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldRun } from './fold-run.ts';
import type { RunState } from './run-state.ts';
import type { CalledFlow } from './run-request.ts';
import { aFlow, field, fixed, formula, group, testComponents } from './testing/a-flow.ts';
import { quiet } from './testing/fake-ports.ts';
import { answered, rowsService, type Script } from './testing/fake-service.ts';
import { dyingHost, inProcessHost, type AskInThread, type Ran } from './testing/hosts.ts';
import { expectSound } from './testing/sound-reports.ts';

/** One step of a made-up flow: what it is, where it comes after (positions before it), what it does with refusals. */
const stepShape = fc.record({
  kind: fc.constantFrom(
    'map',
    'filter',
    'find',
    'add',
    'list',
    'route',
    'each',
    'each',
    'collect',
    'collect',
    'batch',
    'once',
    'join',
    'wait',
    'slow-down',
    'code',
    'look-up',
    'call',
    'reply',
  ),
  /** Which way out of a router it follows, whether a router takes all ways, whether everything of a run is collected. */
  other: fc.boolean(),
  after: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }),
  onFailure: fc.constantFrom('stop', 'skip', 'skip', 'error-branch'),
  parallel: fc.constantFrom(undefined, 1, 3, 8),
  disabled: fc.constantFrom(false, false, false, true),
  // Given at once, waited for, and one that fails for some of the data.
  formula: fc.constantFrom(
    undefined,
    undefined,
    '$a & ""',
    '$map([$a], function($v) { $v & "" })',
    '$map([$a], function($v) { $assert($number($v) % 5 != 4, "no") }) ? $a : $a',
  ),
} as const);
const runShape = fc.record({
  rows: fc.nat(25),
  pageSize: fc.integer({ min: 1, max: 10 }),
  steps: fc.array(stepShape, { maxLength: 7 }),
  refuseEvery: fc.constantFrom(0, 0, 2, 3, 7),
  failEvery: fc.constantFrom(0, 0, 4),
  // When a service is asked, in the middle of a report, or at any other moment.
  cancel: fc.oneof(
    fc.constant({}),
    fc.record({ cancelAtCall: fc.constantFrom(0, 1, 5, 20) }),
    fc.record({ cancelAtReport: fc.integer({ min: 1, max: 120 }) }),
    fc.record({ cancelAfterTurns: fc.nat(1_500) }),
  ),
  writes: fc.constantFrom('ask', 'allow'),
  confirm: fc.constantFrom('send', 'do-not-send', 'go-on-invented'),
  firstRecords: fc.constantFrom(undefined, undefined, 1, 5),
  callsAtOnce: fc.constantFrom(undefined, 1, 2),
} as const);
type RunShape = typeof runShape extends fc.Arbitrary<infer Shape> ? Shape : never;

/** What the flows that it calls do: one reads and answers, the other one writes. */
const calledFlows: readonly CalledFlow[] = [
  [
    'reading',
    aFlow()
      .receives('in')
      .finds('detail', group({ id: field('in', 'id') }))
      .replies('answer', field('detail')),
  ] as const,
  [
    'writing',
    aFlow()
      .receives('in')
      .adds('send', group({ id: field('in', 'id') })),
  ] as const,
].map(([id, flow]) => ({
  flow: { ...flow.build(), id, name: id },
  components: testComponents,
  credentials: {},
}));

function askFor(shape: RunShape): AskInThread {
  const flow = aFlow().lists('s0');
  /** A list of a list of a list is a million messages: two in a row say as much. */
  let lists = 1;
  for (const [
    at,
    { kind, after, onFailure, parallel, disabled, other, formula: text },
  ] of shape.steps.entries()) {
    const id = `s${String(at + 1)}`;
    const before = [...new Set(after.map((position) => `s${String(position % (at + 1))}`))];
    const routed = new Set(
      shape.steps.flatMap((step, earlier) =>
        step.kind === 'route' ? [`s${String(earlier + 1)}`] : [],
      ),
    );
    // All that it follows by one way: routers by one of theirs, others by their only one.
    const [first = 's0'] = before;
    const alike = before.filter((from) => routed.has(from) === routed.has(first));
    const by = !routed.has(first) ? 'out' : other ? 'less' : 'otherwise';
    const extras = {
      after: alike,
      by,
      onFailure,
      disabled,
      ...(parallel === undefined ? {} : { parallel }),
    };
    const id0 = text === undefined ? field('s0', 'id') : formula(text, 's0', 'id');
    const input = group({ id: id0, before: field(before[0] ?? 's0', 'id') });
    if (kind === 'map') flow.maps(id, input, extras);
    else if (kind === 'filter')
      flow.filters(id, { left: id0, is: 'not-equals', right: fixed(at) }, extras);
    else if (kind === 'find') flow.finds(id, input, extras);
    else if (kind === 'add') flow.adds(id, input, extras);
    else if (kind === 'route')
      flow.routes(
        id,
        {
          less: { left: id0, is: 'less', right: fixed(at * 3) },
          some: { left: field('s0', 'id'), is: 'not-equals', right: fixed(at) },
        },
        { ...extras, settings: { match: other ? 'all' : 'first' } },
      );
    else if (kind === 'each')
      flow.splits(
        id,
        { kind: 'list', parts: Array.from({ length: at % 4 }, () => ({ item: id0 })) },
        extras,
      );
    else if (kind === 'collect')
      flow.collects(id, id0, { ...extras, settings: other ? { of: 'run' } : {} });
    else if (kind === 'batch')
      flow.collects(id, id0, { ...extras, settings: { size: (at % 3) + 1 } });
    else if (kind === 'once') flow.passesOnce(id, id0, extras);
    else if (kind === 'join') flow.joins(id, extras);
    else if (kind === 'wait') flow.waits(id, extras);
    else if (kind === 'slow-down') flow.slowsDown(id, 100, extras);
    else if (kind === 'code') flow.runsCode(id, input, extras);
    else if (kind === 'look-up')
      flow.looksUp(id, fixed([{ id: 0 }, { id: at }, { id: 7 }]), id0, {
        ...extras,
        settings: { otherwise: other ? 'drop' : 'refuse' },
      });
    else if (kind === 'call') flow.calls(id, other ? 'reading' : 'writing', input, extras);
    else if (kind === 'reply') flow.replies(id, input, extras);
    else if (lists++ < 2) flow.lists(id, { after: alike, by, onFailure, disabled });
    else flow.maps(id, input, extras);
    if (onFailure === 'error-branch' && at > 0) flow.onError(`s${String(at)}`, id);
  }
  return {
    request: {
      runId: 'r',
      flow: flow.build(),
      scope: { kind: 'flow' },
      writes: shape.writes,
      samples: {},
      credentials: {},
      calls: calledFlows,
      ...(shape.firstRecords === undefined ? {} : { firstRecords: shape.firstRecords }),
      ...(shape.callsAtOnce === undefined ? {} : { limits: { callsAtOnce: shape.callsAtOnce } }),
    },
    script: scriptOf(shape),
    confirm: Object.fromEntries(shape.steps.map((_, at) => [`s${String(at + 1)}`, shape.confirm])),
    ...shape.cancel,
  };
}

/** Decides by what is asked, not by when: the same request gets the same answer on every host. */
function scriptOf({ rows, pageSize, refuseEvery, failEvery }: RunShape): Script {
  return async (request, call) => {
    const id = Number(
      (request.body?.value as { id?: number } | undefined)?.id ??
        request.path.split('/')[2] ??
        Number.NaN,
    );
    for (let turn = 0; turn < ((id || 0) * 7) % 11; turn++) await Promise.resolve();
    if (refuseEvery > 0 && id % refuseEvery === 1) return answered(422, { message: 'no' });
    if (failEvery > 0 && id % failEvery === 2) return answered(503, { message: 'busy' });
    return rowsService(rows, pageSize)(request, call);
  };
}

/** Where ways meet, what comes first depends on the host: steps for which that matters are drawn for one host alone. */
function orderly(kind: RunShape['steps'][number]['kind']): typeof kind {
  if (kind === 'batch') return 'collect';
  return kind === 'once' ? 'map' : kind;
}

function stateOf({ events }: Ran): RunState {
  return events.reduce<RunState | undefined>(foldRun, undefined) as RunState;
}

function outcomeOf(ran: Ran) {
  const { status, steps } = stateOf(ran);
  return {
    status,
    steps: Object.fromEntries(
      Object.keys(steps).map((id) => [
        id,
        ran
          .records(id)
          .map((record) => `${record.id} ${record.state} ${JSON.stringify(record.output)}`)
          .toSorted(),
      ]),
    ),
  };
}

/** What was asked of services, whatever came first. */
function sentIn({ requests }: Ran): readonly string[] {
  return requests
    .map(({ method, path, query, body }) => JSON.stringify([method, path, query, body?.value]))
    .toSorted();
}

/** R5: sound reports, and a record of its own for each message that came. */
function expectAllCounted(ran: Ran): void {
  expectSound(ran.events);
  for (const [id, { counts }] of Object.entries(stateOf(ran).steps)) {
    expect(ran.records(id)).toHaveLength(counts.in);
    expect(new Set(ran.records(id).map((record) => record.id)).size).toBe(counts.in);
  }
}

describe('any flow, whatever services do and whenever it is cancelled', () => {
  it('ends with every step final and every message in exactly one count and one record', async () => {
    await fc.assert(
      fc.asyncProperty(runShape, async (shape) => {
        const ran = await inProcessHost.run(askFor(shape));
        expectAllCounted(ran);
        expect(ran.mostAtOnce).toBeLessThanOrEqual(shape.callsAtOnce ?? 16);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('ends so when it is cancelled while a run that has failed waits for its last calls', async () => {
    await fc.assert(
      fc.asyncProperty(runShape, fc.nat(40), async (shape, cancelAfterRefusal) => {
        const steps = shape.steps.map((step) => ({ ...step, onFailure: 'stop' as const }));
        const ask = askFor({ ...shape, steps, writes: 'allow', refuseEvery: 2, cancel: {} });
        // What is refused is so at once, while other answers are still to come.
        const script: Script = async (request, call) => {
          const answer = await ask.script(request, call);
          if (answer.kind === 'answered' && answer.status < 400) await quiet(60);
          return answer;
        };
        expectAllCounted(await inProcessHost.run({ ...ask, script, cancelAfterRefusal }));
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('ends so on a host that dies after every effect, also where a refusal or a cancel stops it', async () => {
    await fc.assert(
      fc.asyncProperty(runShape, async (shape) => {
        const steps = shape.steps.slice(0, 5);
        expectAllCounted(await dyingHost.run(askFor({ ...shape, rows: shape.rows % 6, steps })));
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('sends the same and records the same on a host that dies after every effect, when nothing stops it', async () => {
    await fc.assert(
      fc.asyncProperty(runShape, async (shape) => {
        const steps = shape.steps.map((step) => ({
          ...step,
          onFailure: step.onFailure === 'stop' ? ('skip' as const) : step.onFailure,
          kind: step.kind === 'list' ? ('map' as const) : orderly(step.kind),
        }));
        const ask = askFor({
          ...shape,
          rows: shape.rows % 6,
          steps: steps.slice(0, 5),
          cancel: {},
        });
        const dying = await dyingHost.run(ask);
        const whole = await inProcessHost.run(ask);
        expect(outcomeOf(dying)).toEqual(outcomeOf(whole));
        expect(sentIn(dying)).toEqual(sentIn(whole));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('records after "leave refused messages out" what it records when the steps say so from the start', async () => {
    await fc.assert(
      fc.asyncProperty(runShape, async (shape) => {
        const saying = (onFailure: 'stop' | 'skip') =>
          askFor({
            ...shape,
            cancel: {},
            steps: shape.steps.map((step) => ({
              ...step,
              kind: orderly(step.kind),
              onFailure: step.onFailure === 'error-branch' ? step.onFailure : onFailure,
            })),
          });
        const asked = saying('stop');
        const ran = await inProcessHost.run({
          ...asked,
          request: { ...asked.request, refusals: 'ask' },
          atRefusal: Object.fromEntries(asked.request.flow.steps.map(({ id }) => [id, 'skip'])),
        });
        expect(ran.events.at(-1)?.type).toBe('run.finished');
        expect(outcomeOf(ran).steps).toEqual(
          outcomeOf(await inProcessHost.run(saying('skip'))).steps,
        );
      }),
      { numRuns: 70 },
    );
  }, 60_000);
});
