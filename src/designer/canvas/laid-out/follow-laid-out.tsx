import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { say } from '../../../words/index.ts';
import { groupNodeId, noteNodeId } from '../../state/node-ids.ts';
import { stepHeight, stepWidth } from '../../state/step-box.ts';
import { useDocument, useView, useWorkbench } from '../../state/workbench.ts';
import { motionMs } from '../../ui/motion.ts';
import type { CanvasNode } from '../to-canvas.ts';

interface FollowLaidOutProps {
  readonly nodes: readonly CanvasNode[];
  readonly narrow: boolean;
}

/** Smaller than this nobody writes in place. */
const writable = 0.6;
const margin = 24;

/** Shows what is asked for: a step in a folded group, a note or a group out of sight, a note that is too small to write in. */
export function FollowLaidOut({ nodes, narrow }: FollowLaidOutProps) {
  const { view, announcer } = useWorkbench();
  const { getZoom, setCenter, flowToScreenPosition } = useReactFlow();
  const groups = useDocument(({ flow }) => flow?.layout.groups);
  const selectedSteps = useView((state) => state.selectedSteps);
  const [note] = useView((state) => state.selectedNotes);
  const group = useView((state) => state.selectedGroup);
  const editedNote = useView((state) => state.editedNote);

  useEffect(() => {
    const { openGroups } = view.getState();
    const hiding = groups?.filter(
      ({ id, collapsed, steps }) =>
        collapsed === true &&
        !openGroups.includes(id) &&
        steps.some((step) => selectedSteps.includes(step)),
    );
    const [first] = hiding ?? [];
    if (hiding === undefined || first === undefined) return;
    view.setState({ openGroups: [...openGroups, ...hiding.map(({ id }) => id)] });
    announcer.announce(say('groups.opened', { group: first.title }));
  }, [selectedSteps, groups, view, announcer]);

  const asked =
    group !== undefined ? groupNodeId(group) : note === undefined ? undefined : noteNodeId(note);
  useEffect(() => {
    const node = nodes.find(({ id }) => id === asked);
    const area = document.querySelector('.react-flow')?.getBoundingClientRect();
    if (node === undefined || area === undefined) return;
    const { position, width = stepWidth, height = stepHeight } = node;
    const from = flowToScreenPosition(position);
    const to = flowToScreenPosition({ x: position.x + width, y: position.y + height });
    const isSeen =
      from.x < area.right - margin &&
      to.x > area.left + margin &&
      from.y >= area.top &&
      Math.min(to.y, from.y + margin) < area.bottom;
    if (isSeen) return;
    void setCenter(position.x + width / 2, position.y + height / 2, {
      zoom: getZoom(),
      duration: motionMs(160),
    });
    // Only what is asked for takes the view along, not what moves.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the nodes as they are when it is asked for
  }, [asked, setCenter, getZoom, flowToScreenPosition]);

  useEffect(() => {
    if (editedNote !== undefined && (narrow || getZoom() < writable))
      view.setState({ dialog: 'note' });
  }, [editedNote, narrow, getZoom, view]);

  return null;
}
