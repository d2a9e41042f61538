import { say } from '../../words/first.ts';
import type { Workbench } from '../state/workbench.ts';
import { showWithUndo } from './way-back.ts';

/** Removes a connection at once, with an undo in a toast. */
export function removeEdgeInWords(
  bench: Pick<Workbench, 'document' | 'view' | 'toasts'>,
  edge: string,
): void {
  if (!bench.document.apply({ type: 'edge.disconnect', edge }).ok) return;
  bench.view.selectEdge(undefined);
  showWithUndo(bench, say('canvas.removed-edge'));
}
