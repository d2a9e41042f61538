/** Steps into groups and out of them, each as one operation. Nothing is applied. */
import type { Flow } from '../flow-document.ts';
import type { StepGroup } from '../layout.ts';
import type { Operation } from '../operation.ts';

type Regrouping = Extract<Operation, { type: 'batch' }>;

/** A new group of these steps, which leave the groups they are in. */
export function groupSteps(
  flow: Flow,
  steps: readonly string[],
  group: Omit<StepGroup, 'steps'>,
): Regrouping {
  return {
    type: 'batch',
    label: 'add-group',
    params: { group: group.title, count: steps.length },
    operations: regroup(flow, steps, { ...group, steps: [] }),
  };
}

/** Undefined: there is no such group, or all of them are in it. */
export function putIntoGroup(
  flow: Flow,
  steps: readonly string[],
  id: string,
): Regrouping | undefined {
  const group = flow.layout.groups.find((each) => each.id === id);
  const coming = steps.filter((step) => group?.steps.includes(step) === false);
  if (group === undefined || coming.length === 0) return undefined;
  return {
    type: 'batch',
    label: 'enter-group',
    params: { group: group.title, count: coming.length },
    operations: regroup(flow, coming, group),
  };
}

/** Undefined: none of them is in a group. */
export function takeOutOfGroup(flow: Flow, steps: readonly string[]): Regrouping | undefined {
  const operations = regroup(flow, steps);
  const group = flow.layout.groups.find((each) => each.steps.some((step) => steps.includes(step)));
  if (group === undefined) return undefined;
  const count = flow.layout.groups
    .flatMap((each) => each.steps)
    .filter((step) => steps.includes(step)).length;
  return { type: 'batch', label: 'leave-group', params: { group: group.title, count }, operations };
}

/** The group that both steps are in: what comes between them is in it as well. */
export function groupAround(flow: Flow, one: string, other: string): StepGroup | undefined {
  return flow.layout.groups.find(({ steps }) => steps.includes(one) && steps.includes(other));
}

/** A group that loses its last step goes with it. */
function regroup(flow: Flow, steps: readonly string[], into?: StepGroup): readonly Operation[] {
  const moving = new Set(steps);
  const operations = flow.layout.groups.flatMap((group): readonly Operation[] => {
    const left = group.steps.filter((step) => !moving.has(step));
    if (group.id === into?.id || left.length === group.steps.length) return [];
    if (left.length === 0) return [{ type: 'group.remove', group: group.id }];
    return [{ type: 'group.set', group: { ...group, steps: left } }];
  });
  if (into === undefined) return operations;
  return [
    ...operations,
    { type: 'group.set', group: { ...into, steps: [...into.steps, ...moving] } },
  ];
}
