import type { Binding } from '../../../mapping/index.ts';
import { foldRun } from '../../fold-run.ts';
import type { RunState } from '../../run-state.ts';
import type { MessageRecord } from '../../message-record.ts';
import type { RunEvent } from '../../run-event.ts';
import type { RunRequest } from '../../run-request.ts';
import { fixed, type FlowBuilder } from '../a-flow.ts';
import { answered, rowsService, type Script } from '../fake-service.ts';
import type { HostAsk, HostUnderTest, Ran } from '../hosts.ts';

/** Asks a host for a run of a flow that is written in a few words. */
export function askHost(
  host: HostUnderTest,
): (
  flow: FlowBuilder,
  script: Script,
  rest?: Partial<HostAsk> & { readonly asks?: Partial<RunRequest> },
) => Promise<Ran> {
  return (flow, script, { asks, ...others } = {}) =>
    host.run({
      request: {
        runId: 'r1',
        flow: flow.build(),
        scope: { kind: 'flow' },
        writes: 'allow',
        samples: {},
        credentials: {},
        ...asks,
      },
      script,
      ...others,
    });
}

export function listOf(...values: readonly string[]): Binding {
  return { kind: 'list', parts: values.map((value) => ({ item: fixed(value) })) };
}

/** Five rows; the one with this id is refused when it is added. */
export function refusing(id: string): Script {
  return (request, call) => {
    const sent = request.body?.value as { readonly id: string | number } | undefined;
    return sent !== undefined && String(sent.id) === id
      ? answered(422, { message: 'no' })
      : rowsService(5)(request, call);
  };
}

/** Every answer takes its time, so that as many calls as may be are under way at once. */
export function takingTime(script: Script): Script {
  return async (request, call) => {
    for (let turn = 0; turn < 30; turn++) await Promise.resolve();
    return script(request, call);
  };
}

/** Each row is added at two steps: the one that sends `bad` is refused at once, the answer to the other comes long after that. */
export function takenLate(rows: number, why = answered(422, { message: 'no' })): Script {
  return async (request, call) => {
    const sent = request.body?.value as { readonly bad?: unknown } | undefined;
    if (sent?.bad !== undefined) return why;
    if (sent !== undefined) for (let turn = 0; turn < 500; turn++) await Promise.resolve();
    return rowsService(rows)(request, call);
  };
}

export function stateOf({ events }: Ran): RunState {
  const state = events.reduce<RunState | undefined>(foldRun, undefined);
  if (state === undefined) throw new Error('the run reported nothing');
  return state;
}

export function typesOf(events: readonly RunEvent[]): readonly string[] {
  return events.map(({ type }) => type);
}

export function shortly({ id, state }: MessageRecord): string {
  return `${id} ${state}`;
}
