import type { Flow } from '../flow-document.ts';
import type { StepGroup } from '../layout.ts';
import { changed, refused, withItem, type Applied, type OperationOf } from './change.ts';

export const groupOperations = {
  'group.set'(flow: Flow, { group, at }: OperationOf<'group.set'>): Applied {
    const { groups } = flow.layout;
    const why = whyNotGrouped(flow, group);
    if (why !== undefined) return refused(why);
    const before = groups.find(({ id }) => id === group.id);
    return changed(
      withGroups(flow, withItem(groups, group, at)),
      before === undefined
        ? { type: 'group.remove', group: group.id }
        : { type: 'group.set', group: before },
    );
  },

  'group.remove'(flow: Flow, { group: id }: OperationOf<'group.remove'>): Applied {
    const { groups } = flow.layout;
    const at = groups.findIndex((group) => group.id === id);
    const group = groups[at];
    if (group === undefined) return refused('unknown-group');
    return changed(
      withGroups(
        flow,
        groups.filter((other) => other !== group),
      ),
      { type: 'group.set', group, at },
    );
  },
};

/** The last part of the refusal's code, or nothing when the steps may stand in the group. */
function whyNotGrouped(
  flow: Flow,
  { id, steps }: StepGroup,
): 'unknown-step' | 'step-twice' | 'step-in-group' | undefined {
  const known = new Set(flow.steps.map((step) => step.id));
  if (steps.some((step) => !known.has(step))) return 'unknown-step';
  if (new Set(steps).size < steps.length) return 'step-twice';
  const taken = new Set(
    flow.layout.groups.filter((other) => other.id !== id).flatMap((other) => other.steps),
  );
  return steps.some((step) => taken.has(step)) ? 'step-in-group' : undefined;
}

function withGroups(flow: Flow, groups: Flow['layout']['groups']): Flow {
  return { ...flow, layout: { ...flow.layout, groups } };
}
