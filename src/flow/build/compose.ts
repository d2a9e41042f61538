/** What a person does in one go, as one operation: undone as one, refused as one. Nothing here is applied. */
import type { CredentialSlot, Edge, Flow, Step } from '../flow-document.ts';
import type { Position, StepGroup } from '../layout.ts';
import type { Operation } from '../operation.ts';
import { whyNotConnected } from '../operations/connect-steps.ts';
import { autoPosition, roomAfter } from './positions.ts';
import { groupAround } from './regroup.ts';
import { errorPort, inPort, outPort } from '../step-facts.ts';
import type { NewId } from './new-flow.ts';

/** An edge between the usual ports. */
function newEdge(from: string, to: string, newId: NewId, fromPort: string = outPort): Edge {
  return { id: newId(), from, fromPort, to, toPort: inPort };
}

/** Adds a step and connects it to the one before; without a position, at a free place beside it. */
export function addStepAfter(
  flow: Flow,
  after: string,
  step: Step,
  newId: NewId,
  options: { readonly position?: Position; readonly fromPort?: string } = {},
): Operation {
  const before = flow.steps.find(({ id }) => id === after);
  const at = flow.steps.findIndex(({ id }) => id === after) + 1;
  return {
    type: 'batch',
    label: 'add-step-after',
    params: { step: step.name, after: before?.name ?? '' },
    operations: [
      { type: 'step.add', step, position: options.position ?? autoPosition(flow, after), at },
      { type: 'edge.connect', edge: newEdge(after, step.id, newId, options.fromPort) },
    ],
  };
}

/** Puts a step between two that are connected; what follows moves to make room. Undefined: no such edge. */
export function insertStepOnEdge(
  flow: Flow,
  edgeId: string,
  step: Step,
  newId: NewId,
  /** Where the way goes on from the new step. */
  fromPort: string = outPort,
): Operation | undefined {
  const at = flow.edges.findIndex(({ id }) => id === edgeId);
  const edge = flow.edges[at];
  if (edge === undefined) return undefined;
  const name = (id: string): string => flow.steps.find((other) => other.id === id)?.name ?? '';
  const group = groupAround(flow, edge.from, edge.to);
  const place = flow.layout.positions[edge.to];
  const source = flow.layout.positions[edge.from];
  const position =
    place === undefined
      ? autoPosition(flow, edge.from)
      : { x: place.x, y: source === undefined ? place.y : Math.round((source.y + place.y) / 2) };
  return {
    type: 'batch',
    label: 'insert-step',
    params: { step: step.name, from: name(edge.from), to: name(edge.to) },
    operations: [
      { type: 'edge.disconnect', edge: edge.id },
      { type: 'step.move', positions: roomAfter(flow, edge.to) },
      {
        type: 'step.add',
        step,
        position,
        at: flow.steps.findIndex(({ id }) => id === edge.from) + 1,
      },
      { type: 'edge.connect', edge: { ...edge, id: newId(), to: step.id, toPort: inPort }, at },
      {
        type: 'edge.connect',
        edge: { ...edge, id: newId(), from: step.id, fromPort },
        at: at + 1,
      },
      ...(group === undefined ? [] : [joining(group, step.id)]),
    ],
  };
}

function joining(group: StepGroup, step: string): Operation {
  return { type: 'group.set', group: { ...group, steps: [...group.steps, step] } };
}

/** Removes a step and connects what came before it with what came after, where they are not connected yet. */
export function removeStepAndBridge(flow: Flow, step: string, newId: NewId): Operation {
  const into = flow.edges.filter((edge) => edge.to === step);
  // What left by the error port carried failures, not messages: nothing before the step can feed it.
  const outOf = flow.edges.filter((edge) => edge.from === step && edge.fromPort !== errorPort);
  const bridges: Edge[] = [];
  let here: Flow = {
    ...flow,
    edges: flow.edges.filter(({ from, to }) => from !== step && to !== step),
  };
  for (const before of into) {
    for (const after of outOf) {
      const bridge = { ...before, id: newId(), to: after.to, toPort: after.toPort };
      if (whyNotConnected(here, bridge) !== undefined) continue;
      bridges.push(bridge);
      here = { ...here, edges: [...here.edges, bridge] };
    }
  }
  return {
    type: 'batch',
    label: 'remove-step',
    params: { step: flow.steps.find(({ id }) => id === step)?.name ?? '' },
    operations: [
      { type: 'step.remove', step },
      ...bridges.map((edge): Operation => ({ type: 'edge.connect', edge })),
    ],
  };
}

/** Removes several steps at once. */
export function removeSteps(flow: Flow, steps: readonly string[]): Operation {
  const [only] = steps;
  if (steps.length === 1 && only !== undefined) return { type: 'step.remove', step: only };
  return {
    type: 'batch',
    label: 'remove-steps',
    params: { count: steps.length },
    operations: steps.map((step): Operation => ({ type: 'step.remove', step })),
  };
}

/** Switches steps on or off, as one change. */
export function switchSteps(ids: readonly string[], enabled: boolean): Operation {
  const operations = ids.map((step): Operation => ({ type: 'step.set-enabled', step, enabled }));
  const [only] = operations;
  if (only !== undefined && operations.length === 1) return only;
  return {
    type: 'batch',
    label: enabled ? 'enable-steps' : 'disable-steps',
    params: { count: ids.length },
    operations,
  };
}

/** Makes a slot of the flow and gives it to a step: the browser then says which credential fills it. */
export function bindNewCredential(flow: Flow, step: string, slot: CredentialSlot): Operation {
  return {
    type: 'batch',
    label: 'set-credential',
    params: {
      step: flow.steps.find(({ id }) => id === step)?.name ?? '',
      credential: slot.name,
    },
    operations: [
      { type: 'credential.add', credential: slot },
      { type: 'step.set-credential', step, credential: slot.id },
    ],
  };
}
