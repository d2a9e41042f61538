import { effectOf, type Catalog } from '../../catalog/index.ts';
import { operationOf, type Flow, type Step } from '../../flow/index.ts';
import type { RunState } from '../../runtime/contract.ts';
import type { RunStoreState } from './run-store.ts';
import { useDocument, useRun, useWorkbench } from './workbench.ts';

/** How many entries a first look at the whole flow takes: enough that some may be refused, few enough to read. */
export const firstLook = 5;

/**
 * What a person does next with a flow in which nothing is missing: a test that waits wants an answer, half a flow a step,
 * a whole one a test.
 */
export type FlowNext = 'decide' | 'add-step' | 'test' | 'export';

export function flowNext(
  flow: Flow,
  catalog: Catalog,
  last: Pick<RunStoreState, 'run' | 'scope'>,
): FlowNext {
  if (last.run?.status === 'held') return 'decide';
  const changing = flow.steps.filter((step) => changesSomething(step, catalog));
  if (changing.length === 0) return 'add-step';
  const isWhole = last.scope?.kind === 'flow';
  if (isWhole && last.run?.status === 'failed') return 'test';
  const went = isWhole && last.run?.status === 'done' && !keptBack(last.run);
  const sampled = new Set(flow.samples.map(({ step }) => step));
  return went || changing.every(({ id }) => sampled.has(id)) ? 'export' : 'test';
}

/** The person looked at what would be sent, and did not send it. */
function keptBack({ steps }: RunState): boolean {
  return Object.values(steps).some(({ counts }) => counts.held > 0);
}

export function useFlowNext(): FlowNext {
  const { catalog } = useWorkbench();
  const flow = useDocument((state) => state.flow);
  const run = useRun((state) => state.run);
  const scope = useRun((state) => state.scope);
  return flow === undefined ? 'add-step' : flowNext(flow, catalog, { run, scope });
}

/** The step is on and changes something at a service; reading and computing alone have no effect. */
export function changesSomething(step: Step, catalog: Catalog): boolean {
  const operation = operationOf(step, catalog);
  return (
    step.disabled !== true &&
    operation !== undefined &&
    effectOf(operation, step.settings) !== 'read'
  );
}
