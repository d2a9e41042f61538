/** Other places for a step on the way of the messages: the connections change, not the numbers. Nothing here is applied. */
import type { Edge, Flow } from '../flow-document.ts';
import type { Operation } from '../operation.ts';
import { whyNotConnected } from '../operations/connect-steps.ts';
import { errorPort, inPort } from '../step-facts.ts';
import type { NewId } from './new-flow.ts';
import { autoPosition } from './positions.ts';

/**
 * Puts a step before the one that alone leads to it: what led there leads to the step now. Undefined where several lead
 * to the step, or nothing to the one before it. `onBy` is the port by which the step goes on.
 */
export function moveStepUp(
  flow: Flow,
  step: string,
  newId: NewId,
  onBy: string,
): Operation | undefined {
  const [link, ...others] = flow.edges.filter(({ to }) => to === step);
  if (link === undefined || others.length > 0) return undefined;
  const before = link.from;
  const into = flow.edges.filter(({ to }) => to === before);
  if (into.length === 0) return undefined;
  const out = waysOn(flow, step);
  const taken = [link, ...into, ...out];
  const made = [
    ...into.map((edge) => ({ ...edge, id: newId(), to: step, toPort: inPort })),
    { id: newId(), from: step, fromPort: onBy, to: before, toPort: inPort },
    ...out.map(({ to, toPort }) => ({ ...link, id: newId(), to, toPort })),
  ];
  const { [step]: own, [before]: other } = flow.layout.positions;
  return {
    type: 'batch',
    label: 'move-before',
    params: { step: nameOf(flow, step), other: nameOf(flow, before) },
    operations: [
      ...rewired(flow, taken, made),
      ...(own === undefined || other === undefined
        ? []
        : [{ type: 'step.move', positions: { [step]: other, [before]: own } } as const]),
    ],
  };
}

/** The step that alone follows this one and that nothing else leads to: moving that one up moves this one down. */
export function stepBelow(flow: Flow, step: string): string | undefined {
  const [link, ...others] = waysOn(flow, step);
  if (link === undefined || others.length > 0) return undefined;
  return flow.edges.filter(({ to }) => to === link.to).length === 1 ? link.to : undefined;
}

export interface WayPlace {
  readonly after: string;
  readonly port: string;
  /** What the way is called. */
  readonly title: string;
}

/** Takes a step out of its place, closes the gap, and puts it first on a way out of another step. */
export function moveStepInto(
  flow: Flow,
  step: string,
  { after, port, title }: WayPlace,
  newId: NewId,
  onBy: string,
): Operation {
  const into = flow.edges.filter(({ to }) => to === step);
  const out = waysOn(flow, step);
  const bridges = into.flatMap((edge) =>
    out.map(({ to, toPort }) => ({ ...edge, id: newId(), to, toPort })),
  );
  const followers = flow.edges.filter(
    ({ from, fromPort, to }) => from === after && fromPort === port && to !== step,
  );
  const made = [
    ...bridges,
    { id: newId(), from: after, fromPort: port, to: step, toPort: inPort },
    ...followers.map((edge) => ({ ...edge, id: newId(), from: step, fromPort: onBy })),
  ];
  return {
    type: 'batch',
    label: 'move-into',
    params: { step: nameOf(flow, step), way: title, after: nameOf(flow, after) },
    operations: [
      ...rewired(flow, [...into, ...out, ...followers], made),
      { type: 'step.move', positions: { [step]: autoPosition(flow, after) } },
    ],
  };
}

/** What left by the error port carries failures: it stays with its step. */
function waysOn(flow: Flow, step: string): readonly Edge[] {
  return flow.edges.filter(({ from, fromPort }) => from === step && fromPort !== errorPort);
}

/** Only a connection that is there already is left out: one that would make a circle refuses the whole change. */
function rewired(flow: Flow, taken: readonly Edge[], made: readonly Edge[]): readonly Operation[] {
  let here: Flow = { ...flow, edges: flow.edges.filter((edge) => !taken.includes(edge)) };
  const connects = made.flatMap((edge): readonly Operation[] => {
    if (whyNotConnected(here, edge) === 'edge-twice') return [];
    here = { ...here, edges: [...here.edges, edge] };
    return [{ type: 'edge.connect', edge }];
  });
  return [...taken.map(({ id }) => ({ type: 'edge.disconnect', edge: id }) as const), ...connects];
}

function nameOf(flow: Flow, id: string): string {
  return flow.steps.find((step) => step.id === id)?.name ?? '';
}
