import {
  attachmentsIn,
  failure,
  success,
  writeJson,
  type Json,
  type Result,
} from '../../shared/index.ts';
import type { Flow } from '../../flow/index.ts';
import type { RequestPreview } from '../../catalog/index.ts';
import type { MessageRecord } from '../message-record.ts';
import type { Expectation, FlowTest, RecordedMessage } from './flow-test.ts';

/** A test is read by people and kept in the browser: a run with five entries is one, a run with all of them is none. */
export const mostTestMessages = 200;
const mostCharacters = 2_000_000;

/** Why a run cannot be kept as a test. */
export type NoTest = 'nothing-ran' | 'stopped' | 'invented' | 'too-many' | 'too-big' | 'reads-file';

export interface RunToKeep {
  readonly id: string;
  readonly name: string;
  readonly at: number;
  readonly startedAt: number;
  readonly firstRecords?: number | undefined;
  readonly received?: readonly Json[] | undefined;
  readonly flow: Pick<Flow, 'steps'>;
  /** The records of each step that ran, and how many there were. */
  readonly records: Readonly<
    Record<string, { readonly records: readonly MessageRecord[]; readonly total: number }>
  >;
}

/** Makes a test of a run; every step is expected to be exactly so at first. */
export function recordTest(run: RunToKeep): Result<FlowTest, NoTest> {
  const { id, name, at, startedAt, firstRecords, received, flow } = run;
  const steps: Expectation[] = [];
  for (const step of flow.steps) {
    const known = Object.hasOwn(run.records, step.id) ? run.records[step.id] : undefined;
    if (known === undefined || known.total === 0) continue;
    if (known.total > mostTestMessages) return failure('too-many');
    const messages: RecordedMessage[] = [];
    for (const record of known.records) {
      if (record.state === 'cancelled') return failure('stopped');
      if (record.invented !== undefined) return failure('invented');
      if (record.isLetGo === true) return failure('too-big');
      // What a service would be asked is compared; what a step read itself is gone.
      if (record.request === undefined && attachmentsIn(record.input).length > 0)
        return failure('reads-file');
      messages.push(messageOf(record, record.state));
    }
    steps.push({ step: step.id, name: step.name, mode: 'exact', mayDiffer: [], messages });
  }
  if (steps.length === 0) return failure('nothing-ran');
  const test: FlowTest = {
    id,
    name,
    at,
    startedAt,
    ...(firstRecords !== undefined && { firstRecords }),
    ...(received !== undefined && { received: [...received] }),
    steps,
  };
  // Recorded messages are JSON; only their types say more.
  return writeJson(test as unknown as Json).length > mostCharacters
    ? failure('too-big')
    : success(test);
}

function messageOf(
  { id, input, request, output, ports, failure: why }: MessageRecord,
  state: RecordedMessage['state'],
): RecordedMessage {
  return {
    id,
    state,
    ...(request !== undefined && input !== undefined && { input }),
    ...(request !== undefined && { request: sent(request) }),
    ...(output !== undefined && state === 'done' && { output: [...output] }),
    ...(ports !== undefined && { ports: [...ports] }),
    ...(why !== undefined && { failure: why }),
  };
}

/** Headers are not compared: they name the run and the program. */
export function sent({
  method,
  address,
  body,
}: RequestPreview): NonNullable<RecordedMessage['request']> {
  return { method, address, ...(body !== undefined && { body }) };
}
