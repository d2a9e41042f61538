import { shippedCatalog } from '../../catalog/testing/shipped.ts';
import type { Binding } from '../../mapping/index.ts';
import { newFlow, type Flow, type Step } from '../../flow/index.ts';
import {
  startService,
  type Handler,
  type ReceivedRequest,
} from '../../proxy/testing/real-service.ts';
import type { Failure, MessageRecord } from '../../runtime/index.ts';
import type { Json } from '../../shared/index.ts';
import { createNodePorts } from '../node-ports.ts';
import { runOnce } from '../run-once.ts';
import { callsTo } from './shipped-calls.ts';

interface OneRestStep {
  /** The shipped REST component where left out. */
  readonly component?: string;
  readonly operation: string;
  readonly shapes?: Step['shapes'];
  /** The address is the service's, with this path. */
  readonly path: string;
  readonly settings?: Readonly<Record<string, Json>>;
  readonly input?: Json;
  readonly answers: Handler;
}

interface Ran {
  /** Of the one message. */
  readonly record: MessageRecord;
  readonly failure: Failure | undefined;
  readonly received: readonly ReceivedRequest[];
}

const catalog = shippedCatalog();

/** A flow of one REST step, run as `footbridge run` does it, with real sockets to a service. */
export async function runRest({
  component = 'catalog:rest',
  shapes,
  operation,
  path,
  settings,
  input,
  answers,
}: OneRestStep): Promise<Ran> {
  const service = await startService(answers);
  const host = `127.0.0.1:${service.port}`;
  const { calls, close } = callsTo([host]);
  const ports = createNodePorts(calls);
  const given: Binding = { kind: 'literal', value: input ?? {} };
  await runOnce({
    request: {
      runId: 'run',
      flow: flowOf({
        component,
        operation,
        settings: { address: `http://${host}${path}`, ...settings },
        slots: { input: given },
        ...(shapes !== undefined && { shapes }),
      }),
      scope: { kind: 'flow' },
      writes: 'allow',
      samples: {},
      credentials: {},
    },
    catalog,
    ports,
    signal: new AbortController().signal,
    tell: () => undefined,
    onHeld: () => undefined,
  });
  await close();
  await service.close();
  const [record] = ports.kept.page('asks', 0, 1).records;
  if (record === undefined) throw new Error('the step had no message');
  return { record, failure: record.failure, received: service.received };
}

function flowOf(step: Omit<Step, 'id' | 'name' | 'componentVersion'>): Flow {
  const steps = [{ id: 'asks', name: 'Asks', componentVersion: '1.0.0', ...step }];
  return { ...newFlow('A flow', () => 'flow'), steps };
}
