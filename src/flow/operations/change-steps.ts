import type { JsonPath } from '../../shared/index.ts';
import { bindingAt, isBinding, setAt, type Binding } from '../../mapping/index.ts';
import type { Flow, Step } from '../flow-document.ts';
import { isUpTo } from '../is-up-to.ts';
import type { Operation } from '../operation.ts';
import { mostAtOnce, mostTries } from '../step-calls.ts';
import {
  changed,
  refused,
  withKey,
  withKeyAt,
  withStep,
  type Applied,
  type OperationOf,
} from './change.ts';

/** Changes of one step. Each is its own inverse with the old value. */
export const stepChanges = {
  'step.rename'(flow: Flow, operation: OperationOf<'step.rename'>): Applied {
    if (operation.restores === undefined && operation.name.trim() === '')
      return refused('name-empty');
    return change(flow, operation, (step) => [
      { ...step, name: operation.name },
      { ...operation, name: step.name, restores: true },
    ]);
  },

  'step.set-operation'(flow: Flow, operation: OperationOf<'step.set-operation'>): Applied {
    const { operation: id, componentVersion } = operation;
    return change(flow, operation, (step) => [
      { ...step, operation: id, componentVersion },
      { ...operation, operation: step.operation, componentVersion: step.componentVersion },
    ]);
  },

  'step.set-credential'(flow: Flow, operation: OperationOf<'step.set-credential'>): Applied {
    const { credential, restores } = operation;
    if (credential !== undefined && restores === undefined) {
      const slot = flow.credentials.find(({ id }) => id === credential);
      if (slot === undefined) return refused('unknown-credential');
      const step = flow.steps.find(({ id }) => id === operation.step);
      if (step !== undefined && step.component !== slot.component)
        return refused('credential-of-other-component', { credential: slot.name });
    }
    return change(flow, operation, (step) => [
      withKey(step, 'credential', credential),
      { ...operation, credential: step.credential, restores: true },
    ]);
  },

  'step.set-settings'(flow: Flow, operation: OperationOf<'step.set-settings'>): Applied {
    const { settings, labels } = operation;
    return change(flow, operation, (step) => {
      const next = { ...step, settings: { ...settings } };
      if (labels === undefined) return [next, { ...operation, settings: step.settings }];
      return [
        withKey(next, 'labels', labels === null ? undefined : { ...labels }),
        { ...operation, settings: step.settings, labels: step.labels ?? null },
      ];
    });
  },

  'step.set-slot'(flow: Flow, operation: OperationOf<'step.set-slot'>): Applied {
    const { slot, content, at, ...rest } = operation;
    return change(flow, operation, (step) => [
      { ...step, slots: withKeyAt(step.slots, slot, content, at) },
      { ...rest, slot, ...slotOf(step, slot) },
    ]);
  },

  'step.set-field'(flow: Flow, operation: OperationOf<'step.set-field'>): Applied {
    const { slot, path, binding } = operation;
    return change(flow, operation, (step) => {
      const content = Object.hasOwn(step.slots, slot) ? step.slots[slot] : undefined;
      const before = content !== undefined && isBinding(content) ? content : undefined;
      const after = setAt(before, path, binding);
      const at = placeOfChange(before, after, path);
      const next = { ...step, slots: withKey(step.slots, slot, after) };
      // A condition is no tree of fields: all of it comes back.
      if (content !== before || at.length === 0)
        return [next, { type: 'step.set-slot', step: step.id, slot, ...slotOf(step, slot) }];
      return [next, { ...operation, path: at, binding: bindingAt(before, at) }];
    });
  },

  'step.set-shape'(flow: Flow, operation: OperationOf<'step.set-shape'>): Applied {
    const { side, shape } = operation;
    return change(flow, operation, (step) => {
      const shapes = withKey(step.shapes ?? {}, side, shape);
      return [
        withKey(step, 'shapes', Object.keys(shapes).length === 0 ? undefined : shapes),
        { ...operation, shape: step.shapes?.[side] },
      ];
    });
  },

  'step.set-emit'(flow: Flow, operation: OperationOf<'step.set-emit'>): Applied {
    return change(flow, operation, (step) => [
      withKey(step, 'emit', operation.emit),
      { ...operation, emit: step.emit },
    ]);
  },

  'step.set-failure'(flow: Flow, operation: OperationOf<'step.set-failure'>): Applied {
    return change(flow, operation, (step) => [
      withKey(step, 'onFailure', operation.onFailure),
      { ...operation, onFailure: step.onFailure },
    ]);
  },

  'step.set-tries'(flow: Flow, operation: OperationOf<'step.set-tries'>): Applied {
    const { tries, restores } = operation;
    if (restores === undefined && !isUpTo(mostTries, tries))
      return refused('tries-not-possible', { most: mostTries });
    return change(flow, operation, (step) => {
      const before = typeof restores === 'object' ? restores : step.retry;
      return [
        withKey(step, 'retry', tries === undefined ? undefined : { ...before, attempts: tries }),
        { ...operation, tries: step.retry?.attempts, restores: step.retry ?? true },
      ];
    });
  },

  'step.set-parallel'(flow: Flow, operation: OperationOf<'step.set-parallel'>): Applied {
    if (!isUpTo(mostAtOnce, operation.parallel))
      return refused('parallel-not-possible', { most: mostAtOnce });
    return change(flow, operation, (step) => [
      withKey(step, 'parallel', operation.parallel),
      { ...operation, parallel: step.parallel },
    ]);
  },

  'step.set-enabled'(flow: Flow, operation: OperationOf<'step.set-enabled'>): Applied {
    return change(flow, operation, (step) => [
      withKey(step, 'disabled', operation.enabled ? undefined : true),
      { ...operation, enabled: step.disabled !== true },
    ]);
  },

  'step.set-note'(flow: Flow, operation: OperationOf<'step.set-note'>): Applied {
    return change(flow, operation, (step) => [
      withKey(step, 'note', operation.note),
      { ...operation, note: step.note },
    ]);
  },
};

/** What a slot holds, and its place among the others. */
function slotOf(
  { slots }: Step,
  slot: string,
): Pick<OperationOf<'step.set-slot'>, 'content' | 'at'> {
  const at = Object.keys(slots).indexOf(slot);
  return at === -1 ? { content: undefined } : { content: slots[slot], at };
}

function change(
  flow: Flow,
  { step: id }: { readonly step: string },
  make: (step: Step) => readonly [next: Step, inverse: Operation],
): Applied {
  const at = flow.steps.findIndex((step) => step.id === id);
  const step = flow.steps[at];
  if (step === undefined) return refused('unknown-step');
  const [next, inverse] = make(step);
  return changed(withStep(flow, at, next), inverse);
}

/**
 * The deepest place below which all of a change happened: putting back what was there takes it back, the order of the
 * fields included. A list's part is the same place only while the list keeps its length.
 */
function placeOfChange(
  before: Binding | undefined,
  after: Binding | undefined,
  path: JsonPath,
): JsonPath {
  let one = before;
  let other = after;
  for (const [depth, step] of path.entries()) {
    if (one?.kind === 'object' && other?.kind === 'object' && typeof step === 'string') {
      if (!Object.hasOwn(other.props, step)) return path.slice(0, depth);
      const isNew = !Object.hasOwn(one.props, step);
      if (isNew) return path.slice(0, depth + 1);
      [one, other] = [one.props[step], other.props[step]];
    } else if (one?.kind === 'list' && other?.kind === 'list' && typeof step === 'number') {
      if (one.parts.length !== other.parts.length) return path.slice(0, depth);
      [one, other] = [one.parts[step]?.item, other.parts[step]?.item];
    } else return path.slice(0, depth);
  }
  return path;
}
