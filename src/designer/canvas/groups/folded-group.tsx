import { Handle, Position, type NodeProps } from '@xyflow/react';
import { ChevronRight } from 'lucide-react';
import { ActionIcon } from '@mantine/core';
import { memo } from 'react';
import { inPort, outPort } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { useProblems, useRun } from '../../state/workbench.ts';
import '../../ui/notes/layout-colours.css';
import { GroupName } from '../../ui/notes/group-name.tsx';
import type { CanvasNode } from '../to-canvas.ts';
import { GroupMenuButton } from './group-menu-button.tsx';
import { groupSummary } from './group-summary.ts';
import { useGroupNode } from './use-group-node.ts';
import css from './groups.module.css';

/** A folded group: one box of a step's size, which says how things stand in it. */
export const FoldedGroup = memo(function FoldedGroup({ id, dragging }: NodeProps<CanvasNode>) {
  const { group, isNamed, tabStop, far, fold, look, button } = useGroupNode(id, dragging);
  const problems = useProblems((state) => state.byStep);
  const run = useRun((state) => state.run);
  if (group === undefined) return null;
  const { title: name } = group;
  const { tone, text: summary } = groupSummary(group, problems, run);

  return (
    <div className={css.box} {...look}>
      <Handle
        type="target"
        id={inPort}
        position={Position.Left}
        className={css.port}
        isConnectable={false}
        aria-hidden
      />
      <button
        {...button}
        className={css.body}
        aria-label={say('groups.label-folded', { name, summary })}
        aria-expanded={false}
        title={summary}
        onDoubleClick={fold}
      >
        <span className={css.name}>{name}</span>
        <span className={css.summary} data-tone={tone}>
          {summary}
        </span>
      </button>
      {isNamed && <GroupName group={group} node={id} className={`${css.naming} nodrag nopan`} />}
      {!far && (
        <>
          <ActionIcon
            className={`${css.fold} nodrag nopan`}
            size={22}
            tabIndex={-1}
            aria-label={say('groups.unfold-named', { name })}
            onClick={fold}
          >
            <ChevronRight size={15} />
          </ActionIcon>
          <GroupMenuButton node={id} name={name} tabStop={tabStop} className={css.menu} />
        </>
      )}
      <Handle
        type="source"
        id={outPort}
        position={Position.Right}
        className={css.port}
        isConnectable={false}
        aria-hidden
      />
    </div>
  );
});
