import { ActionIcon } from '@mantine/core';
import type { NodeProps } from '@xyflow/react';
import { ChevronDown } from 'lucide-react';
import { memo } from 'react';
import { say } from '../../../words/index.ts';
import { renameGroup } from '../../effects/group-acts.ts';
import '../../ui/notes/layout-colours.css';
import { GroupName } from '../../ui/notes/group-name.tsx';
import type { CanvasNode } from '../to-canvas.ts';
import { GroupMenuButton } from './group-menu-button.tsx';
import { useGroupNode } from './use-group-node.ts';
import css from './groups.module.css';

/** The frame around the steps of a group. Only its head takes presses: what lies in it is reached through the rest. */
export const GroupFrame = memo(function GroupFrame({
  id,
  dragging,
  width,
  height,
}: NodeProps<CanvasNode>) {
  const node = useGroupNode(id, dragging);
  const { group, isNamed, readOnly, tabStop, far, fold, look, button } = node;
  if (group === undefined) return null;
  const { title: name, steps } = group;

  return (
    <div className={css.frame} {...look} style={{ width, height }}>
      <div className={css.head}>
        <ActionIcon
          className={`${css.fold} nodrag nopan`}
          size={24}
          tabIndex={-1}
          aria-label={say('groups.fold-named', { name })}
          onClick={fold}
        >
          <ChevronDown size={16} />
        </ActionIcon>
        {isNamed ? (
          <GroupName group={group} node={id} className={`${css.naming} nodrag nopan`} />
        ) : (
          <button
            {...button}
            className={css.title}
            aria-label={say('groups.label', { name, count: steps.length })}
            aria-expanded
            onDoubleClick={() => {
              if (!readOnly) renameGroup(node.bench, node.id);
            }}
          >
            <bdi>{name}</bdi>
          </button>
        )}
        {!far && <GroupMenuButton node={id} name={name} tabStop={tabStop} className={css.menu} />}
      </div>
    </div>
  );
});
