import { isJsonObject, type Json } from '../shared/index.ts';
import { settingsWithDefaults, type Operation, type Slot } from '../catalog/index.ts';
import type { Step } from './flow-document.ts';

/** A named way out of a step, which the person made. Its condition is in the slot of its id, its edges at that port. */
export interface Branch {
  readonly id: string;
  readonly name: string;
}

/** The branches of a step, the first to be tried first; none where the operation has no such thing. */
export function branchesOf(
  step: Pick<Step, 'settings'>,
  operation: Operation | undefined,
): readonly Branch[] {
  if (operation?.branches === undefined) return [];
  const listed = settingsWithDefaults(operation, step.settings)[operation.branches.list];
  return Array.isArray(listed) ? (listed as readonly Json[]).flatMap(branchIn) : [];
}

/** Whether a message takes every branch that fits, not only the first. */
export function takesAllBranches(step: Pick<Step, 'settings'>, operation: Operation): boolean {
  const { branches } = operation;
  if (branches === undefined) return false;
  return settingsWithDefaults(operation, step.settings)[branches.match] === 'all';
}

function branchIn(entry: Json): readonly Branch[] {
  if (!isJsonObject(entry)) return [];
  const { id, name } = entry;
  return typeof id === 'string' && id !== ''
    ? [{ id, name: typeof name === 'string' && name !== '' ? name : id }]
    : [];
}

/** Everything of a step that may refer to data, by name: what its operation declares, and a condition for each branch. */
export function slotsOf(
  step: Pick<Step, 'settings'>,
  operation: Operation,
): Readonly<Record<string, Slot>> {
  const branches = branchesOf(step, operation);
  if (branches.length === 0) return operation.slots;
  return {
    ...operation.slots,
    ...Object.fromEntries(
      branches.map(({ id, name }): [string, Slot] => [id, { kind: 'condition', title: name }]),
    ),
  };
}
