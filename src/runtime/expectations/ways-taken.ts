import {
  errorPort,
  operationOf,
  outPort,
  portsOf,
  type FindOperations,
  type Flow,
} from '../../flow/index.ts';
import type { FlowTest } from './flow-test.ts';

/** A way out of a step. */
export interface Way {
  readonly step: string;
  readonly port: string;
}

/** The connected ways out of steps with several of them that no test has taken. None where there is no test. */
export function waysNeverTaken(
  flow: Pick<Flow, 'steps' | 'edges'>,
  catalog: FindOperations,
  tests: readonly FlowTest[],
): readonly Way[] {
  if (tests.length === 0) return [];
  const taken = new Set(tests.flatMap(waysTakenBy));
  return flow.steps.flatMap((step) => {
    const { out } = portsOf(step, operationOf(step, catalog));
    if (out.length < 2) return [];
    return out
      .filter(
        ({ id }) =>
          !taken.has(nameOf(step.id, id)) &&
          flow.edges.some(({ from, fromPort }) => from === step.id && fromPort === id),
      )
      .map(({ id }) => ({ step: step.id, port: id }));
  });
}

function waysTakenBy(test: FlowTest): readonly string[] {
  return test.steps.flatMap(({ step, messages }) =>
    messages.flatMap(({ state, ports }) => {
      if (ports !== undefined) return ports.map((port) => nameOf(step, port));
      if (state === 'refused') return [nameOf(step, errorPort)];
      return state === 'done' || state === 'held' ? [nameOf(step, outPort)] : [];
    }),
  );
}

function nameOf(step: string, port: string): string {
  return `${step}\n${port}`;
}
