import {
  deedOf,
  operationsToChoose,
  tellsOf,
  type Component,
  type Deed,
  type Operation,
} from '../../catalog/index.ts';

export type GroupKey = Deed | 'tells';

/** What a component can do of one kind. In `tells` are those that a flow is told of something new by. */
export interface DeedGroup {
  readonly key: GroupKey;
  readonly operations: readonly Operation[];
}

const order: readonly GroupKey[] = [
  'waits',
  'finds',
  'tells',
  'adds',
  'sends',
  'changes',
  'adds-or-changes',
  'removes',
  'depends',
  'works',
];

/** In the order in which people ask: what can be had, what is told, what can be done to it. */
export function deedGroups(component: Component): readonly DeedGroup[] {
  const operations = operationsToChoose(component);
  return order
    .map((key) => ({
      key,
      operations: operations.filter((operation) =>
        key === 'tells'
          ? tellsOf(operation) !== undefined && deedOf(operation) !== 'waits'
          : deedOf(operation) === key,
      ),
    }))
    .filter((group) => group.operations.length > 0);
}
