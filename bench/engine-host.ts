/** The engine in this process, as the measurements use it: memory ports over Node's clock and timers. */
import { setMaxListeners } from 'node:events';
import {
  createMemoryPorts,
  runFlow,
  type HostPorts,
  type RunEvent,
  type RunRequest,
  type ServicePort,
} from '../src/runtime/index.ts';
import { testCatalog } from '../src/runtime/testing.ts';

export interface Ask {
  readonly flow: RunRequest['flow'];
  readonly received?: RunRequest['received'];
  readonly service: ServicePort;
  readonly signal?: AbortSignal;
  readonly records?: HostPorts['records'];
}

/** Runs to the end; gives how it ended. */
export async function runToEnd(ask: Ask): Promise<Extract<RunEvent, { type: 'run.finished' }>> {
  const memory = createMemoryPorts({
    service: ask.service,
    now: () => Date.now(),
    sleep: (ms) =>
      new Promise((resolve) => (ms > 0 ? setTimeout(resolve, ms) : setImmediate(resolve))),
  });
  const request: RunRequest = {
    runId: 'measured',
    flow: ask.flow,
    scope: { kind: 'flow' },
    writes: 'allow',
    samples: {},
    credentials: {},
    ...(ask.received === undefined ? {} : { received: ask.received }),
  };
  const signal = ask.signal ?? new AbortController().signal;
  // Every call in flight listens to it; Node warns at eleven.
  setMaxListeners(0, signal);
  let end: RunEvent | undefined;
  await runFlow(
    request,
    testCatalog,
    ask.records === undefined ? memory : { ...memory, records: ask.records },
    signal,
    (event) => {
      if (event.type === 'run.finished') end = event;
    },
  );
  if (end?.type !== 'run.finished') throw new Error('the run did not say how it ended');
  return end;
}

/** The same, for a run that has to succeed. */
export async function runWell(ask: Ask): Promise<void> {
  const { status, failure } = await runToEnd(ask);
  if (status !== 'done') throw new Error(`The run ended as ${status}: ${JSON.stringify(failure)}`);
}

/** For flows that ask nobody. */
export const noService: ServicePort = {
  call: () => Promise.reject(new Error('this flow has nobody to ask')),
};
