import type { Json } from '../../shared/index.ts';
import { operationOf, type Flow } from '../../flow/index.ts';
import type { MessageRecord } from '../message-record.ts';
import type { RunCatalog } from '../plan/plan-run.ts';
import { differences, type Alike, type ValueDifference } from './differences.ts';
import type { Expectation, FlowTest, RecordedMessage } from './flow-test.ts';
import { sent } from './record-test.ts';
import type { MessageState, TestDifference } from './test-report.ts';

/** What is different from the recorded run, step by step in the flow's order. */
export function compareRun(
  test: FlowTest,
  flow: Pick<Flow, 'steps'>,
  catalog: RunCatalog,
  records: (step: string) => readonly MessageRecord[],
): readonly TestDifference[] {
  const expectations = new Map(test.steps.map((each) => [each.step, each]));
  const gone = test.steps
    .filter(({ step }) => !flow.steps.some(({ id }) => id === step))
    .map(({ step, name }): TestDifference => ({ step, what: 'gone', name }));
  const found = flow.steps.flatMap((step) => {
    const got = records(step.id);
    const expected = expectations.get(step.id);
    const passesOn = operationOf(step, catalog)?.outputShape === 'same-message';
    return expected === undefined
      ? unanswered(step.id, got)
      : compareStep(expected, got, { passesOn });
  });
  return [...gone, ...found];
}

function compareStep(
  expected: Expectation,
  got: readonly MessageRecord[],
  facts: { readonly passesOn: boolean },
): readonly TestDifference[] {
  const { step, messages } = expected;
  const found: TestDifference[] = [];
  if (messages.length !== got.length)
    found.push({ step, what: 'count', expected: messages.length, got: got.length });
  const byId = new Map(got.map((record) => [record.id, record]));
  const isById = messages.some(({ id }) => byId.has(id));
  const others = isById ? messages.filter(({ id }) => !byId.has(id)).length : 0;
  if (others > 0 && messages.length === got.length)
    found.push({ step, what: 'others', count: others });
  for (const [at, message] of messages.entries()) {
    const record = isById ? byId.get(message.id) : got[at];
    if (record !== undefined && !isUnanswered(record))
      found.push(...compareMessage(expected, message, record, at + 1, facts));
  }
  return [...found, ...unanswered(step, got)];
}

function compareMessage(
  { step, mode, mayDiffer }: Expectation,
  expected: RecordedMessage,
  got: MessageRecord,
  message: number,
  { passesOn }: { readonly passesOn: boolean },
): readonly TestDifference[] {
  const alike: Alike = { mode, mayDiffer };
  const was = asSent(expected.state);
  const is = asSent(got.state);
  if (was !== is || expected.failure?.code !== got.failure?.code)
    return [
      {
        step,
        what: 'became',
        message,
        expected: expected.state,
        got: got.state,
        ...(got.failure !== undefined && { failure: got.failure }),
      },
    ];
  const valued = (what: 'sent' | 'gave') => (found: ValueDifference) =>
    ({ step, what, message, ...found }) as const;
  if (expected.request !== undefined)
    return [
      ...differences(expected.input, got.input, alike).map(valued('sent')),
      ...otherwiseSent(step, message, expected, got, alike),
    ];
  const ways = expected.ports ?? [];
  if (ways.join('\n') !== (got.ports ?? []).join('\n'))
    return [{ step, what: 'way', message, expected: ways, got: got.ports ?? [] }];
  if (passesOn) return [];
  return outputsDifferences(expected.output ?? [], got.output ?? [], alike).map(valued('gave'));
}

/** The same fields may be sent to another place, or in another form, when a setting has changed. */
function otherwiseSent(
  step: string,
  message: number,
  { input, request }: RecordedMessage,
  got: MessageRecord,
  alike: Alike,
): readonly TestDifference[] {
  if (
    request === undefined ||
    differences(input, got.input, { ...alike, mode: 'exact' }).length > 0
  )
    return [];
  if (got.request === undefined) return [];
  const now = sent(got.request);
  const one = `${request.method} ${request.address}`;
  const other = `${now.method} ${now.address}`;
  if (one !== other) return [{ step, what: 'address', message, expected: one, got: other }];
  return differences(request.body, now.body, alike).map((found) => ({
    step,
    what: 'sent',
    message,
    ...found,
  }));
}

/** A step that gives one thing is spoken of by its fields; of one that gives several the place comes first. */
function outputsDifferences(
  expected: readonly Json[],
  got: readonly Json[],
  alike: Alike,
): readonly ValueDifference[] {
  if (expected.length === 1 && got.length === 1) return differences(expected[0], got[0], alike);
  const inList = alike.mayDiffer.map((place) => ['*', ...place]);
  return differences(expected, got, { ...alike, mayDiffer: [...alike.mayDiffer, ...inList] });
}

function unanswered(step: string, got: readonly MessageRecord[]): readonly TestDifference[] {
  const count = got.filter(isUnanswered).length;
  return count === 0 ? [] : [{ step, what: 'no-answer', count }];
}

function isUnanswered({ failure }: MessageRecord): boolean {
  return failure?.code === 'runs.no-recorded-answer';
}

/** A write that was only shown counts as sent: here it is neither. */
function asSent(state: MessageState): MessageState {
  return state === 'held' ? 'done' : state;
}
