import type { MouseEvent } from 'react';
import { foldGroup } from '../../effects/group-acts.ts';
import { targetOfNode } from '../../state/node-ids.ts';
import { useDocument, useView, useWorkbench } from '../../state/workbench.ts';
import { useCanvas, useCanvasStore } from '../canvas-store.ts';

/** What a group's frame and its folded box have in common: how it stands on the canvas, and what a press does. */
export function useGroupNode(node: string, dragging: boolean) {
  const bench = useWorkbench();
  const canvas = useCanvasStore();
  const { group: id = '' } = targetOfNode(node);
  const group = useDocument(({ flow }) => flow?.layout.groups.find((each) => each.id === id));
  const readOnly = useDocument((state) => state.readOnly);
  const selected = useView((state) => state.selectedGroup === id);
  const isNamed = useView((state) => state.namedGroup === id);
  const tabStop = useCanvas((state) => state.tabStop === node);
  const far = useCanvas((state) => state.far);
  const fold = () => foldGroup(bench, id);
  return {
    bench,
    id,
    group,
    readOnly,
    isNamed: isNamed && !readOnly,
    tabStop,
    far,
    fold,
    /** Of the box around all. */
    look: {
      'data-layout-colour': group?.colour,
      'data-selected': selected || undefined,
      'data-dragging': dragging || undefined,
      'data-far': far || undefined,
    },
    /** Of the button that stands for the group. */
    button: {
      type: 'button' as const,
      'data-step-button': node,
      tabIndex: tabStop ? 0 : -1,
      'aria-pressed': selected,
      onClick({ detail }: MouseEvent) {
        canvas.setState({ tabStop: node });
        // A click without a pointer came from Enter or Space.
        if (detail === 0) fold();
        else bench.view.selectGroup(id);
      },
      onFocus: () => canvas.setState({ tabStop: node }),
    },
  };
}
