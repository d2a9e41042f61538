import type { Step } from '../flow-document.ts';
import type { Operation } from '../operation.ts';
import { isAlike } from './is-alike.ts';

/** Whether operations can make the one out of the other: otherwise it is taken out and put in as it is to be. */
export function isSameStep(one: Step, other: Step): boolean {
  return one === other || isAlike(fixedOf(one), fixedOf(other));
}

/** The operations that make `to` out of `now`, the same step in another version. */
export function stepPlan(now: Step, to: Step): readonly Operation[] {
  if (now === to) return [];
  const step = to.id;
  const plan: Operation[] = [];
  if (now.name !== to.name) plan.push({ type: 'step.rename', step, name: to.name, restores: true });
  if (now.operation !== to.operation || now.componentVersion !== to.componentVersion) {
    const { operation, componentVersion } = to;
    plan.push({ type: 'step.set-operation', step, operation, componentVersion });
  }
  if (now.credential !== to.credential)
    plan.push({ type: 'step.set-credential', step, credential: to.credential, restores: true });
  if (!isAlike(now.settings, to.settings) || !isAlike(now.labels, to.labels))
    plan.push({
      type: 'step.set-settings',
      step,
      settings: to.settings,
      labels: to.labels ?? null,
    });
  for (const slot of changedKeys(now.slots, to.slots)) {
    const at = Object.keys(to.slots).indexOf(slot);
    const content = to.slots[slot];
    plan.push({ type: 'step.set-slot', step, slot, content, ...(at >= 0 && { at }) });
  }
  for (const side of ['input', 'output'] as const)
    if (!isAlike(now.shapes?.[side], to.shapes?.[side]))
      plan.push({ type: 'step.set-shape', step, side, shape: to.shapes?.[side] });
  if (now.emit !== to.emit) plan.push({ type: 'step.set-emit', step, emit: to.emit });
  if (now.onFailure !== to.onFailure)
    plan.push({ type: 'step.set-failure', step, onFailure: to.onFailure });
  if (!isAlike(now.retry, to.retry))
    plan.push({
      type: 'step.set-tries',
      step,
      tries: to.retry?.attempts,
      restores: to.retry ?? true,
    });
  if (now.parallel !== to.parallel)
    plan.push({ type: 'step.set-parallel', step, parallel: to.parallel });
  if ((now.disabled ?? false) !== (to.disabled ?? false))
    plan.push({ type: 'step.set-enabled', step, enabled: to.disabled !== true });
  if (now.note !== to.note) plan.push({ type: 'step.set-note', step, note: to.note });
  return plan;
}

/** The keys under which the two hold something else. */
export function changedKeys(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): readonly string[] {
  if (one === other) return [];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].filter((key) => !isAlike(one[key], other[key]));
}

/** What no operation changes. */
function fixedOf(step: Step): object {
  const { name: _name, operation: _operation, componentVersion: _version, ...some } = step;
  const { credential: _credential, settings: _settings, labels: _labels, ...others } = some;
  const { slots: _slots, shapes: _shapes, emit: _emit, onFailure: _failure, ...rest } = others;
  const { disabled: _disabled, note: _note, parallel: _parallel, ...still } = rest;
  const { retry: _retry, ...fixed } = still;
  return fixed;
}
