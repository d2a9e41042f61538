import type { Flow } from '../flow-document.ts';
import type { Operation } from '../operation.ts';
import type { Position, StepGroup } from '../layout.ts';
import {
  changed,
  insertAt,
  ownOf,
  refused,
  withItem,
  type Applied,
  type Fresh,
  type OperationOf,
} from './change.ts';

/** A step comes and goes with its place on the canvas and in a group, its edges and its samples. */
export const stepOperations = {
  'step.add'(flow: Flow, { step, position, at }: OperationOf<'step.add'>, fresh: Fresh): Applied {
    if (flow.steps.some(({ id }) => id === step.id)) return refused('id-taken');
    if (
      step.credential !== undefined &&
      !flow.credentials.some((slot) => slot.id === step.credential)
    )
      return refused('unknown-credential');
    return changed(
      {
        ...flow,
        steps: insertAt(flow.steps, at, step),
        layout: withPosition(flow.layout, step.id, position, fresh),
      },
      { type: 'step.remove', step: step.id },
    );
  },

  /** Mappings of other steps that read this one stay, marked, until the person replaces them (M7). */
  'step.remove'(flow: Flow, { step: id }: OperationOf<'step.remove'>, fresh: Fresh): Applied {
    const at = flow.steps.findIndex((step) => step.id === id);
    const step = flow.steps[at];
    if (step === undefined) return refused('unknown-step');
    const position = flow.layout.positions[id];
    const restore: Operation[] = [
      { type: 'step.add', step, at, ...(position === undefined ? {} : { position }) },
    ];
    for (const [place, edge] of flow.edges.entries()) {
      if (edge.from === id || edge.to === id)
        restore.push({ type: 'edge.connect', edge, at: place });
    }
    for (const [place, sample] of flow.samples.entries()) {
      if (sample.step === id)
        restore.push({ type: 'sample.set', step: id, name: sample.name, sample, at: place });
    }
    const group = flow.layout.groups.find(({ steps }) => steps.includes(id));
    if (group !== undefined) restore.push({ type: 'group.set', group });
    const [only] = restore;
    const inverse: Operation =
      restore.length === 1 && only !== undefined
        ? only
        : { type: 'batch', label: 'add-step', params: { step: step.name }, operations: restore };
    return changed(
      {
        ...flow,
        steps: flow.steps.filter((other) => other !== step),
        edges: flow.edges.filter((edge) => edge.from !== id && edge.to !== id),
        samples: flow.samples.filter((sample) => sample.step !== id),
        layout: {
          ...withPosition(flow.layout, id, undefined, fresh),
          groups: group === undefined ? flow.layout.groups : withoutStep(flow, group, id),
        },
      },
      inverse,
    );
  },

  'step.move'(flow: Flow, { positions }: OperationOf<'step.move'>): Applied {
    const next = { ...flow.layout.positions };
    const before: Record<string, Flow['layout']['positions'][string] | null> = {};
    const known = new Set(flow.steps.map((step) => step.id));
    for (const [id, position] of Object.entries(positions)) {
      if (!known.has(id)) return refused('unknown-step');
      before[id] = next[id] ?? null;
      if (position === null) delete next[id];
      else next[id] = position;
    }
    return changed(
      { ...flow, layout: { ...flow.layout, positions: next } },
      { type: 'step.move', positions: before },
    );
  },
};

function withPosition(
  layout: Flow['layout'],
  step: string,
  position: Position | undefined,
  fresh: Fresh,
): Flow['layout'] {
  if (position === undefined && !Object.hasOwn(layout.positions, step)) return layout;
  const positions = ownOf(layout.positions, fresh);
  if (position === undefined) delete positions[step];
  else positions[step] = position;
  return { ...layout, positions };
}

/** A group stays when its last step goes: it comes back with it, and the check offers to take it out. */
function withoutStep(flow: Flow, group: StepGroup, id: string): StepGroup[] {
  const steps = group.steps.filter((step) => step !== id);
  return withItem(flow.layout.groups, { ...group, steps });
}
