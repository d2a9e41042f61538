import type { Json } from '../../shared/index.ts';
import { foldRun } from '../fold-run.ts';
import type { RunState } from '../run-state.ts';
import type { MessageRecord } from '../message-record.ts';
import type { RunEvent } from '../run-event.ts';
import type { RunRequest } from '../run-request.ts';
import type { HostPorts } from '../ports.ts';
import { runFlow } from '../run-flow.ts';
import { testCatalog, type FlowBuilder } from './a-flow.ts';
import { fakePorts, type FakePorts } from './fake-ports.ts';
import { rowsService, type Script } from './fake-service.ts';

/** A run of this thread, while it goes on and afterwards. */
export interface StartedRun {
  readonly events: RunEvent[];
  readonly ports: FakePorts;
  readonly ended: Promise<void>;
  cancel(): void;
  state(): RunState;
  /** What is not zero. */
  counts(step: string): Record<string, number>;
  records(step: string): readonly MessageRecord[];
  outputs(step: string): readonly Json[];
}

interface More {
  /** What the host lends instead of what it would. */
  readonly ports?: Partial<HostPorts>;
  readonly onEvent?: (event: RunEvent, cancel: () => void) => void;
}

export function startRun(
  flow: FlowBuilder,
  script: Script,
  request: Partial<RunRequest> = {},
  { ports: instead, onEvent }: More = {},
): StartedRun {
  const ports = fakePorts(script);
  const events: RunEvent[] = [];
  const controller = new AbortController();
  const cancel = (): void => {
    controller.abort();
  };
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
    { ...ports, ...instead },
    controller.signal,
    (event) => {
      events.push(event);
      onEvent?.(event, cancel);
    },
  );
  const state = (): RunState => events.reduce<RunState | undefined>(foldRun, undefined) as RunState;
  const records = (step: string) => ports.kept.page(step, 0, 10_000).records;
  return {
    events,
    ports,
    ended,
    cancel,
    state,
    counts(step) {
      const { counts } = state().steps[step] ?? {};
      return Object.fromEntries(Object.entries(counts ?? {}).filter(([, count]) => count > 0));
    },
    records,
    outputs: (step) => records(step).flatMap(({ output = [] }) => output),
  };
}

export async function runToEnd(...asked: Parameters<typeof startRun>): Promise<StartedRun> {
  const started = startRun(...asked);
  await started.ended;
  return started;
}

/** A flow that got these calls, at its end. No service has anything, and nobody answers what waits for a person. */
export async function ran(
  flow: FlowBuilder,
  received: readonly Json[] = [{}],
  request: Partial<RunRequest> = {},
) {
  const { state, records, outputs } = await runToEnd(
    flow,
    rowsService(0),
    { received, ...request },
    {
      onEvent(event, cancel) {
        if (event.type === 'run.held') cancel();
      },
    },
  );
  return {
    state: state(),
    records,
    outputs,
    counts: (step: string) => state().steps[step]?.counts,
    inputs: (step: string) => records(step).map(({ input }) => input),
    ids: (step: string) => records(step).map(({ id }) => id),
  };
}
