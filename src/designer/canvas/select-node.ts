import { targetOfNode } from '../state/node-ids.ts';
import type { ViewStore } from '../state/view-store.ts';

/** Selects what stands there, alone; nothing where nothing does. */
export function selectNode(view: ViewStore, node: string | undefined): void {
  const { steps, notes, group } = node === undefined ? { steps: [] } : { ...targetOfNode(node) };
  if (group !== undefined) view.selectGroup(group);
  else if (notes !== undefined) view.selectSteps([], notes);
  else view.selectStep(steps[0]);
}
