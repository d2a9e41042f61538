/**
 * What is not secret in settings that a change carried. A change says of which step they are, not what the step did then: they
 * are judged as its settings are (`withoutSecrets` of `src/flow`), by each thing that the step did in all of these changes.
 */
import type { Catalog } from '../../catalog/index.ts';
import { withoutSecrets, type Operation, type Step } from '../../flow/index.ts';
import { withoutSecretParts, type JsonObject } from '../../shared/index.ts';

type SetSettings = Extract<Operation, { type: 'step.set-settings' }>;
export type OpenSettings = (change: SetSettings) => JsonObject;

export function openSettings(
  steps: readonly Step[],
  changes: readonly Operation[],
  catalog: Catalog,
): OpenSettings {
  const seen = seenSteps(steps, changes.flatMap(single));
  return ({ step, settings }) => {
    const all = [...(seen.get(step)?.values() ?? [])];
    // A component that nobody knows any more: what is secret in any other one is left out.
    if (!all.some(({ component }) => catalog.component(component) !== undefined))
      return withoutSecretParts(
        settings,
        {},
        catalog.whole.flatMap(({ operations }) =>
          operations.flatMap((each) => each.settings ?? []),
        ),
      );
    return all.reduce(
      (left, each) => withoutSecrets({ ...each, settings: left }, catalog).settings,
      settings,
    );
  };
}

/** By id and by what it did. */
function seenSteps(
  steps: readonly Step[],
  changes: readonly Operation[],
): ReadonlyMap<string, ReadonlyMap<string, Step>> {
  const seen = new Map<string, Map<string, Step>>();
  const see = (step: Step) => {
    const what = `${step.component} ${step.operation}`;
    const before = seen.get(step.id);
    if (before === undefined) seen.set(step.id, new Map([[what, step]]));
    else before.set(what, step);
  };
  for (const step of steps) see(step);
  for (const change of changes) if (change.type === 'step.add') see(change.step);
  for (const change of changes) {
    if (change.type !== 'step.set-operation') continue;
    for (const known of [...(seen.get(change.step)?.values() ?? [])])
      see({ ...known, operation: change.operation });
  }
  return seen;
}

function single(change: Operation): readonly Operation[] {
  return change.type === 'batch' ? change.operations.flatMap(single) : [change];
}
