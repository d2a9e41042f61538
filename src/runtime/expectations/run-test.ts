/**
 * Runs a flow against a test: with what came in then, and with the answers that services gave then.
 *
 * 1. Nobody is called and nothing is sent, whatever the flow says now.
 * 2. Time begins at the recorded start and goes on by what steps wait, without anybody waiting; nothing is remembered afterwards.
 * 3. Whoever waits for it can stop it, as any run: within what a breath takes.
 * 4. Like the recorded run it never ends early: what is refused is left out, and the rest goes on.
 */
import type { Flow } from '../../flow/index.ts';
import { foldRun } from '../fold-run.ts';
import type { RunState } from '../run-state.ts';
import type { MessageRecord } from '../message-record.ts';
import type { RecordedAnswer, RunRequest } from '../run-request.ts';
import { createMemoryPorts, type MemoryPortsOptions } from '../memory-ports.ts';
import type { RunCatalog } from '../plan/plan-run.ts';
import type { HostPorts } from '../ports.ts';
import { runFlow } from '../run-flow.ts';
import { compareRun } from './compare-run.ts';
import type { FlowTest } from './flow-test.ts';
import { recordTest } from './record-test.ts';
import type { TestDifference, TestReport } from './test-report.ts';

/** What a host lends a test: how it runs a person's functions, and how it lets other things happen meanwhile. */
export type TestPorts = Pick<HostPorts, 'code' | 'sleep'>;

const recordsKept = 10_000;
const mostTold = 50;
/** After so many naps that nobody waits for, the host gets its turn. */
const napsBetweenBreaths = 1_000;

/** Undefined: the signal stopped it, and half a run says nothing. */
export async function runTest(
  test: FlowTest,
  flow: Flow,
  catalog: RunCatalog,
  host: TestPorts,
  signal: AbortSignal,
): Promise<TestReport | undefined> {
  const ports = createMemoryPorts({
    service: {
      call: () => {
        throw new Error('a test asks no service');
      },
    },
    ...timeWithoutWaiting(test.startedAt, host),
    recordsKept,
  });
  let state: RunState | undefined;
  const request: RunRequest = {
    runId: test.id,
    flow,
    scope: { kind: 'flow' },
    writes: 'allow',
    refusals: 'ask',
    samples: {},
    credentials: {},
    answers: answersOf(test),
    ...(test.firstRecords !== undefined && { firstRecords: test.firstRecords }),
    ...(test.received !== undefined && { received: test.received }),
  };
  await runFlow(
    request,
    catalog,
    {
      ...ports,
      code: host.code,
      signal: { wait: () => Promise.resolve('skip'), send: () => undefined },
    },
    signal,
    (event) => {
      state = foldRun(state, event);
    },
  );
  if (state?.status === 'cancelled') return undefined;
  const records = (step: string): readonly MessageRecord[] =>
    ports.kept.page(step, 0, recordsKept).records;
  const found = compareRun(test, flow, catalog, records);
  const now = found.length === 0 ? undefined : asItIsNow(test, flow, found, records);
  const failure = isUnable(state) ? state?.failure : undefined;
  return {
    test: test.id,
    passed: found.length === 0 && failure === undefined,
    differences: found.slice(0, mostTold),
    more: Math.max(0, found.length - mostTold),
    ...(now !== undefined && { asItIsNow: now }),
    ...(failure !== undefined && { failure }),
  };
}

/**
 * A wait of hours is thousands of naps with a breath after each: the clock goes on with them, and the host gets its turn now
 * and then. Breaths of work are the host's as ever.
 */
function timeWithoutWaiting(
  startedAt: number,
  host: TestPorts,
): Required<Pick<MemoryPortsOptions, 'now' | 'sleep'>> {
  let [now, naps, breathsOfNaps] = [startedAt, 0, 0];
  return {
    now: () => now,
    sleep(ms) {
      now += ms;
      if (ms > 0) {
        breathsOfNaps++;
        return ++naps % napsBetweenBreaths === 0 ? host.sleep(0) : Promise.resolve();
      }
      if (breathsOfNaps === 0) return host.sleep(0);
      breathsOfNaps--;
      return Promise.resolve();
    },
  };
}

/** What came now as what is expected, looked at as before. A message that nobody answered has no answer to expect. */
function asItIsNow(
  test: FlowTest,
  flow: Flow,
  found: readonly TestDifference[],
  records: (step: string) => readonly MessageRecord[],
): FlowTest | undefined {
  if (found.some(({ what }) => what === 'no-answer')) return undefined;
  const { id, name, at, startedAt, firstRecords, received } = test;
  const made = recordTest({
    id,
    name,
    at,
    startedAt,
    firstRecords,
    received,
    flow,
    records: Object.fromEntries(
      flow.steps.map((step) => {
        const known = records(step.id);
        return [step.id, { records: known, total: known.length }];
      }),
    ),
  });
  if (!made.ok) return undefined;
  const before = new Map(test.steps.map((each) => [each.step, each]));
  return {
    ...made.value,
    steps: made.value.steps.map((step) => {
      const { mode, mayDiffer } = before.get(step.step) ?? step;
      return { ...step, mode, mayDiffer };
    }),
  };
}

function answersOf(test: FlowTest): NonNullable<RunRequest['answers']> {
  return Object.fromEntries(
    test.steps.map(({ step, messages }) => [
      step,
      Object.fromEntries(
        messages.map(({ id, output, failure }): [string, RecordedAnswer] => [
          id,
          failure === undefined ? { output: output ?? [] } : { failure },
        ]),
      ),
    ]),
  );
}

/** The flow cannot be run as it is: no step has begun. */
function isUnable(state: RunState | undefined): boolean {
  return (
    state?.failure !== undefined &&
    Object.values(state.steps).every(({ startedAt }) => startedAt === undefined)
  );
}
