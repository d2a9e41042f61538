import { ActionIcon } from '@mantine/core';
import type { NodeProps } from '@xyflow/react';
import { ChevronDown } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import { say } from '../../../words/index.ts';
import { foldGroup, renameGroup } from '../../effects/group-acts.ts';
import { targetOfNode } from '../../state/node-ids.ts';
import { useDocument, useView, useWorkbench } from '../../state/workbench.ts';
import '../../ui/notes/layout-colours.css';
import { GroupName } from '../../ui/notes/group-name.tsx';
import { useCanvas, useCanvasStore } from '../canvas-store.ts';
import type { CanvasNode } from '../to-canvas.ts';
import { GroupMenuButton } from './group-menu-button.tsx';
import css from './groups.module.css';

/** The frame around the steps of a group. Only its head takes presses: what lies in it is reached through the rest. */
export const GroupFrame = memo(function GroupFrame({
  id,
  dragging,
  width,
  height,
}: NodeProps<CanvasNode>) {
  const bench = useWorkbench();
  const canvas = useCanvasStore();
  const { group: groupId = '' } = targetOfNode(id);
  const group = useDocument(({ flow }) => flow?.layout.groups.find((each) => each.id === groupId));
  const readOnly = useDocument((state) => state.readOnly);
  const selected = useView((state) => state.selectedGroup === groupId);
  const isNamed = useView((state) => state.namedGroup === groupId);
  const tabStop = useCanvas((state) => state.tabStop === id);
  const far = useCanvas((state) => state.far);
  if (group === undefined) return null;
  const { title: name, steps } = group;

  function onClick(event: MouseEvent) {
    canvas.setState({ tabStop: id });
    // A click without a pointer came from Enter or Space.
    if (event.detail === 0) foldGroup(bench, groupId);
    else bench.view.selectGroup(groupId);
  }

  return (
    <div
      className={css.frame}
      data-layout-colour={group.colour}
      data-selected={selected || undefined}
      data-dragging={dragging || undefined}
      data-far={far || undefined}
      style={{ width, height }}
    >
      <div className={css.head}>
        <ActionIcon
          className={`${css.fold} nodrag nopan`}
          size={24}
          tabIndex={-1}
          aria-label={say('groups.fold-named', { name })}
          onClick={() => foldGroup(bench, groupId)}
        >
          <ChevronDown size={16} />
        </ActionIcon>
        {isNamed && !readOnly ? (
          <GroupName group={group} node={id} className={`${css.naming} nodrag nopan`} />
        ) : (
          <button
            type="button"
            className={css.title}
            data-step-button={id}
            tabIndex={tabStop ? 0 : -1}
            aria-label={say('groups.label', { name, count: steps.length })}
            aria-pressed={selected}
            aria-expanded
            onClick={onClick}
            onDoubleClick={() => {
              if (!readOnly) renameGroup(bench, groupId);
            }}
            onFocus={() => canvas.setState({ tabStop: id })}
          >
            {name}
          </button>
        )}
        {!far && <GroupMenuButton node={id} name={name} tabStop={tabStop} className={css.menu} />}
      </div>
    </div>
  );
});
