import { Handle, Position, type NodeProps } from '@xyflow/react';
import { ChevronRight } from 'lucide-react';
import { ActionIcon } from '@mantine/core';
import { memo, type MouseEvent } from 'react';
import { inPort, outPort } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { foldGroup } from '../../effects/group-acts.ts';
import { targetOfNode } from '../../state/node-ids.ts';
import { useProblems } from '../../state/problem-store.ts';
import { useDocument, useRun, useView, useWorkbench } from '../../state/workbench.ts';
import '../../ui/notes/layout-colours.css';
import { GroupName } from '../../ui/notes/group-name.tsx';
import { useCanvas, useCanvasStore } from '../canvas-store.ts';
import type { CanvasNode } from '../to-canvas.ts';
import { GroupMenuButton } from './group-menu-button.tsx';
import { groupSummary } from './group-summary.ts';
import css from './groups.module.css';

/** A folded group: one box of a step's size, which says how things stand in it. */
export const FoldedGroup = memo(function FoldedGroup({ id, dragging }: NodeProps<CanvasNode>) {
  const bench = useWorkbench();
  const canvas = useCanvasStore();
  const { group: groupId = '' } = targetOfNode(id);
  const group = useDocument(({ flow }) => flow?.layout.groups.find((each) => each.id === groupId));
  const readOnly = useDocument((state) => state.readOnly);
  const problems = useProblems((state) => state.byStep);
  const run = useRun((state) => state.run);
  const selected = useView((state) => state.selectedGroup === groupId);
  const isNamed = useView((state) => state.namedGroup === groupId);
  const tabStop = useCanvas((state) => state.tabStop === id);
  const far = useCanvas((state) => state.far);
  if (group === undefined) return null;
  const { title: name } = group;
  const { tone, text: summary } = groupSummary(group, problems, run);

  function onClick(event: MouseEvent) {
    canvas.setState({ tabStop: id });
    // A click without a pointer came from Enter or Space.
    if (event.detail === 0) foldGroup(bench, groupId);
    else bench.view.selectGroup(groupId);
  }

  return (
    <div
      className={css.box}
      data-layout-colour={group.colour}
      data-selected={selected || undefined}
      data-dragging={dragging || undefined}
      data-far={far || undefined}
    >
      <Handle
        type="target"
        id={inPort}
        position={Position.Left}
        className={css.port}
        isConnectable={false}
        aria-hidden
      />
      <button
        type="button"
        className={css.body}
        data-step-button={id}
        tabIndex={tabStop ? 0 : -1}
        aria-label={say('groups.label-folded', { name, summary })}
        aria-pressed={selected}
        aria-expanded={false}
        title={summary}
        onClick={onClick}
        onDoubleClick={() => foldGroup(bench, groupId)}
        onFocus={() => canvas.setState({ tabStop: id })}
      >
        <span className={css.name}>{name}</span>
        <span className={css.summary} data-tone={tone}>
          {summary}
        </span>
      </button>
      {isNamed && !readOnly && (
        <GroupName group={group} node={id} className={`${css.naming} nodrag nopan`} />
      )}
      {!far && (
        <>
          <ActionIcon
            className={`${css.fold} nodrag nopan`}
            size={22}
            tabIndex={-1}
            aria-label={say('groups.unfold-named', { name })}
            onClick={() => foldGroup(bench, groupId)}
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
