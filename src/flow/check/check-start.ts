import { canStart, startKindsOf, type StartKind } from '../../catalog/index.ts';
import type { Flow, Start, Step } from '../flow-document.ts';
import { firstStepsOf } from '../order-steps.ts';
import { whyNotConnected } from '../operations/connect-steps.ts';
import {
  errorPort,
  inPort,
  operationOf,
  outPort,
  portsOf,
  type FindOperations,
} from '../step-facts.ts';
import { reachOf } from '../reach.ts';
import { flowFix, flowProblem, type FlowFix, type FlowProblem } from './flow-problem.ts';

/** How the flow begins: there is a first step, it can start, it is the only one, and the start fits it. */
export function checkStart(flow: Flow, catalog: FindOperations): readonly FlowProblem[] {
  if (flow.steps.length === 0) return [flowProblem('no-steps', {}, ['steps'])];
  const firsts = firstStepsOf(flow);
  const start = startingStep(flow, catalog);
  if (start === undefined) return [];
  return [
    ...checkFirst(flow, start, catalog),
    ...firsts.flatMap((step) => (step === start ? [] : [notConnected(flow, step, catalog)])),
    ...flow.steps.flatMap((step) => intoTrigger(flow, step, catalog)),
    ...flow.steps.flatMap((step) => fromNowhere(flow, step, catalog)),
  ];
}

/** The step that starts the flow: of those that nothing leads to, the first that can; else the first of them. */
export function startingStep(flow: Flow, catalog: FindOperations): Step | undefined {
  const firsts = firstStepsOf(flow);
  const able = firsts.find((step) => {
    const operation = operationOf(step, catalog);
    return operation !== undefined && canStart(operation, step.settings);
  });
  return able ?? firsts[0];
}

function checkFirst(flow: Flow, step: Step, catalog: FindOperations): readonly FlowProblem[] {
  const operation = operationOf(step, catalog);
  if (operation === undefined) return []; // said at the step
  const kinds = startKindsOf(operation, step.settings);
  const [best] = kinds;
  if (best === undefined)
    return [
      flowProblem('first-cannot-start', { step: step.name }, ['operation'], { step: step.id }),
    ];
  if (kinds.includes(flow.start.kind)) return [];
  return [
    flowProblem(`start-does-not-fit-${flow.start.kind}`, { step: step.name }, ['start'], {
      step: step.id,
      fixes: kinds.map((kind) =>
        flowFix(`start-${kind}`, {}, { type: 'flow.set-start', start: startOf(kind, flow) }),
      ),
    }),
  ];
}

/** A start of this kind with values a person can keep: every hour, every five minutes. */
function startOf(kind: StartKind, flow: Flow): Start {
  switch (kind) {
    case 'manual':
    case 'webhook':
      return { kind };
    case 'schedule':
      return { kind, cron: '0 * * * *', timeZone: flow.timeZone };
    case 'poll':
      return { kind, everySeconds: 300 };
  }
}

function notConnected(flow: Flow, step: Step, catalog: FindOperations): FlowProblem {
  const operation = operationOf(step, catalog);
  if (operation !== undefined && !portsOf(step, operation).in)
    return flowProblem('second-start', { step: step.name }, ['edges'], { step: step.id });
  return flowProblem('not-connected', { step: step.name }, ['edges'], {
    step: step.id,
    fixes: connectTo(flow, step, catalog),
  });
}

/** A step that only starts flows has nowhere to put what an edge brings. */
function intoTrigger(flow: Flow, step: Step, catalog: FindOperations): readonly FlowProblem[] {
  const edges = reachOf(flow.edges).into(step.id);
  if (edges.length === 0 || portsOf(step, operationOf(step, catalog)).in) return [];
  return [
    flowProblem('edge-into-start', { step: step.name }, ['edges'], {
      step: step.id,
      fixes: edges.map(({ id }) =>
        flowFix('disconnect', { step: step.name }, { type: 'edge.disconnect', edge: id }),
      ),
    }),
  ];
}

/** Connections that begin at a way out which the step does not have: nothing would ever go along them. */
function fromNowhere(flow: Flow, step: Step, catalog: FindOperations): readonly FlowProblem[] {
  const edges = reachOf(flow.edges).outOf(step.id);
  if (edges.length === 0) return [];
  const operation = operationOf(step, catalog);
  if (operation === undefined) return []; // said at the step
  const ports = new Set(portsOf(step, operation).out.map(({ id }) => id));
  return edges.flatMap(({ id, fromPort, to }) => {
    if (ports.has(fromPort)) return [];
    const next = flow.steps.find((other) => other.id === to)?.name ?? '';
    return [
      flowProblem('way-gone', { from: step.name, to: next }, ['edges'], {
        step: step.id,
        fixes: [flowFix('disconnect', { step: next }, { type: 'edge.disconnect', edge: id })],
      }),
    ];
  });
}

/** The last step before it in the list that leads nowhere yet, else the one just before it. */
function connectTo(flow: Flow, step: Step, catalog: FindOperations): readonly FlowFix[] {
  const at = flow.steps.indexOf(step);
  const reach = reachOf(flow.edges);
  const earlier = [...flow.steps.slice(0, at)].reverse();
  const from = earlier.find(({ id }) => reach.outOf(id).length === 0) ?? earlier[0];
  if (from === undefined) return [];
  const edge = {
    id: freeEdgeId(flow, `${from.id}-${step.id}`),
    from: from.id,
    fromPort: restPort(from, catalog),
    to: step.id,
    toPort: inPort,
  };
  if (whyNotConnected(flow, edge) !== undefined) return [];
  return [flowFix('connect', { from: from.name, to: step.name }, { type: 'edge.connect', edge })];
}

/** The only way on of most steps; of several, the one of what fits no other. */
function restPort(step: Step, catalog: FindOperations): string {
  const { out } = portsOf(step, operationOf(step, catalog));
  return out.findLast(({ id }) => id !== errorPort)?.id ?? outPort;
}

function freeEdgeId(flow: Flow, wish: string): string {
  const taken = new Set(flow.edges.map(({ id }) => id));
  let id = wish;
  while (taken.has(id)) id += '-';
  return id;
}
