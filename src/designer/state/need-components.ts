import type { Operation, Step } from '../../flow/index.ts';
import type { Wording } from '../../shared/index.ts';
import { storageFailure, type HistoryEntry } from '../../storage/contract.ts';

/**
 * Sees to it that the components with these ids can be used, where they are known by a summary. Undefined: all of them can
 * be at once. Rejects with `ComponentsNotLoaded`; asked again, it tries again.
 */
export type NeedComponents = (ids: Iterable<string>) => Promise<void> | undefined;

/** What services can do could not be fetched. */
export class ComponentsNotLoaded extends Error {
  readonly wording: Wording;
  constructor(code: 'flows.not-fetched' | 'offline.renewed', cause: unknown) {
    super(code, { cause });
    this.wording = { code, params: {} };
  }
}

/** Why something with a flow failed: its components, or the browser's store. */
export function whyFailed(cause: unknown): Wording {
  return cause instanceof ComponentsNotLoaded ? cause.wording : storageFailure(cause);
}

interface UsingComponents {
  readonly steps: readonly Pick<Step, 'component'>[];
  readonly calledFlows?: readonly UsingComponents[] | undefined;
}

/** Of the flow as it is, and as "undo" and "redo" may make it. */
export function* componentsIn(
  { steps, calledFlows = [] }: UsingComponents,
  { past, future }: { readonly past: Entries; readonly future: Entries } = { past: [], future: [] },
): Generator<string> {
  for (const { component } of steps) yield component;
  for (const called of calledFlows) yield* componentsIn(called);
  for (const { operation, inverse } of [...past, ...future]) {
    yield* componentsAdded(operation);
    yield* componentsAdded(inverse);
  }
}

type Entries = readonly HistoryEntry[];

function* componentsAdded(operation: Operation): Generator<string> {
  if (operation.type === 'step.add') yield operation.step.component;
  if (operation.type === 'batch')
    for (const each of operation.operations) yield* componentsAdded(each);
}
