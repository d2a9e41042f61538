import { labelOf, type Operation } from '../../flow/index.ts';
import { sayWording } from '../../words/first.ts';
import type { Workbench } from '../state/workbench.ts';

/** Applies a change that is seen where it happens: it is announced for those who do not see it. A refusal is said to all. */
export function applyAloud(
  { document, toasts, announcer }: Pick<Workbench, 'document' | 'toasts' | 'announcer'>,
  operation: Operation,
): void {
  const { flow } = document.getState();
  if (flow === undefined) return;
  const label = labelOf(operation, flow);
  const applied = document.apply(operation);
  if (applied.ok) announcer.announce(sayWording(label));
  else toasts.show({ text: sayWording(applied.reason), tone: 'trouble' });
}
