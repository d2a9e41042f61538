/** Plans how a component becomes a step: its name, its place, its connections. One operation, one undo. */
import { operationsToChoose, type Catalog, type Component } from '../../catalog/index.ts';
import {
  addStepAfter,
  autoPosition,
  freeStepName,
  insertStepOnEdge,
  newStep,
  operationOf,
  stepSize,
  type Flow,
  type Operation,
  type Position,
  type Step,
} from '../../flow/index.ts';
import { freeOutPort, lastOutPort, portsOf } from '../state/step-ports.ts';

/** Where the new step goes: after a step, into a connection, at a place, or where it fits. */
export type Where =
  | { readonly after: string; readonly port: string }
  | { readonly edge: string }
  | { readonly at: Position }
  | undefined;

export interface PlannedStep {
  readonly step: string;
  readonly operation: Operation;
}

/**
 * A component with one operation, or with the one that was asked for, is ready to be filled in; of several the person
 * chooses in the step panel.
 */
export function planAddStep(
  flow: Flow,
  catalog: Catalog,
  id: string,
  where: Where,
  newId: () => string,
  wanted?: string,
): PlannedStep | undefined {
  const component = catalog.component(id);
  const [first, ...others] = component === undefined ? [] : operationsToChoose(component);
  const asked = component?.operations.find((operation) => operation.id === wanted);
  const only = asked ?? first;
  if (component === undefined || only === undefined) return undefined;
  const made = newStep(component, only, newId, freeStepName(flow, component));
  const account = accountOf(flow, component);
  const chosen = account === undefined ? made : { ...made, credential: account };
  const isOnly = asked !== undefined || others.length === 0;
  const step: Step = isOnly ? chosen : { ...chosen, operation: '', settings: {} };
  const hasIn = portsOf(step, operationOf(step, catalog)).in;
  const add = placed(flow, catalog, step, where, hasIn, newId);
  if (flow.steps.length > 0 || !isOnly || only.starts !== 'webhook')
    return { step: step.id, operation: add };
  return {
    step: step.id,
    operation: {
      type: 'batch',
      label: 'add-step',
      params: { step: step.name },
      operations: [add, { type: 'flow.set-start', start: { kind: 'webhook' } }],
    },
  };
}

/**
 * The account of the flow's other steps of this component, where they have one in common. A step with an address of its
 * own may ask another server: it takes none over.
 */
function accountOf(flow: Flow, { id, origins }: Component): string | undefined {
  const hasOwnAddress = origins.some(
    (origin) => typeof origin === 'object' && 'from' in origin && origin.from === 'settings',
  );
  if (hasOwnAddress) return undefined;
  const [first, ...others] = flow.credentials.filter(({ component }) => component === id);
  return others.length === 0 ? first?.id : undefined;
}

function placed(
  flow: Flow,
  catalog: Catalog,
  step: Step,
  where: Where,
  hasIn: boolean,
  newId: () => string,
): Operation {
  const free: Operation = { type: 'step.add', step, position: autoPosition(flow) };
  if (where === undefined || (!hasIn && !('at' in where))) return free; // what starts a flow stands by itself
  if ('at' in where) {
    const before = openEndBefore(flow, where.at);
    return before !== undefined && hasIn
      ? addStepAfter(flow, before.id, step, newId, {
          fromPort: freeOutPort(flow, before, catalog),
          ...(isFree(flow, where.at) ? { position: where.at } : {}),
        })
      : { ...free, position: where.at };
  }
  if ('edge' in where)
    return insertStepOnEdge(flow, where.edge, step, newId, lastOutPort(step, catalog)) ?? free;
  return flow.steps.some((other) => other.id === where.after)
    ? addStepAfter(flow, where.after, step, newId, { fromPort: where.port })
    : free;
}

/** Whether a step fits there with a little air; where it does not, it takes the usual place after its predecessor. */
function isFree(flow: Flow, at: Position): boolean {
  return Object.values(flow.layout.positions).every(
    ({ x, y }) =>
      Math.abs(x - at.x) >= stepSize.width + 40 || Math.abs(y - at.y) >= stepSize.height + 24,
  );
}

/** Who drops a step to the right of the only open end means to go on from there; one undo takes both back. */
function openEndBefore(flow: Flow, at: Position): Step | undefined {
  const leads = new Set(flow.edges.map(({ from }) => from));
  const [end, ...others] = flow.steps.filter(({ id }) => !leads.has(id));
  const place = end && flow.layout.positions[end.id];
  return others.length === 0 && place !== undefined && place.x < at.x ? end : undefined;
}
