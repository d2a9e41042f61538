import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Operation } from '../../../catalog/index.ts';
import {
  moveBranch,
  removeBranch,
  renameBranch,
  type Branch,
  type Operation as Change,
  type Step,
} from '../../../flow/index.ts';
import { isBinding, type Condition } from '../../../mapping/index.ts';
import { say } from '../../../words/index.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { ConditionEditor } from '../condition-editor.tsx';
import { useMappingDesk } from '../mapping-desk.ts';
import type { ListScope } from '../model/scope.ts';
import css from './branches.module.css';

interface BranchCardProps {
  readonly step: Step;
  readonly operation: Operation;
  readonly branch: Branch;
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

const noScope: readonly ListScope[] = [];

/** One way out: its name, its place in the order, and when a message takes it. */
export function BranchCard({ step, operation, branch, number, count }: BranchCardProps) {
  const { document } = useWorkbench();
  const { readOnly } = useMappingDesk();
  const content = Object.hasOwn(step.slots, branch.id) ? step.slots[branch.id] : undefined;
  const condition = content === undefined || isBinding(content) ? undefined : content;
  const apply = (change: Change) => void document.apply(change);

  function setCondition(next: Condition | undefined) {
    apply({
      type: 'step.set-slot',
      step: step.id,
      slot: branch.id,
      content: next,
      field: branch.name,
    });
  }
  function remove() {
    const { flow } = document.getState();
    if (flow !== undefined) apply(removeBranch(flow, step, operation, branch));
  }

  return (
    <section className={css.card} aria-label={say('fill.branch', { name: branch.name })}>
      <div className={css.head}>
        <BranchName
          key={branch.name}
          name={branch.name}
          number={number}
          readOnly={readOnly}
          onRename={(name) => apply(renameBranch(step, operation, { ...branch, name }))}
        />
        {!readOnly && (
          <>
            <HeadButton
              label={say('fill.branch-up', { name: branch.name })}
              disabled={number === 1}
              onClick={() => apply(moveBranch(step, operation, branch, -1))}
            >
              <ArrowUp aria-hidden size={14} />
            </HeadButton>
            <HeadButton
              label={say('fill.branch-down', { name: branch.name })}
              disabled={number === count}
              onClick={() => apply(moveBranch(step, operation, branch, 1))}
            >
              <ArrowDown aria-hidden size={14} />
            </HeadButton>
            <HeadButton label={say('fill.branch-remove', { name: branch.name })} onClick={remove}>
              <Trash2 aria-hidden size={14} />
            </HeadButton>
          </>
        )}
      </div>
      <ConditionEditor
        placeKey={`branch-${branch.id}`}
        label={say('fill.branch-when', { name: branch.name })}
        condition={condition}
        scope={noScope}
        whenNone={say('fill.branch-none')}
        onChange={setCondition}
      />
    </section>
  );
}

interface BranchNameProps {
  readonly name: string;
  readonly number: number;
  readonly readOnly: boolean;
  readonly onRename: (name: string) => void;
}

/** Taken over when it is left; an empty name is no name, so the old one stays. */
function BranchName({ name, number, readOnly, onRename }: BranchNameProps) {
  const [typed, setTyped] = useState(name);
  function leave() {
    const wanted = typed.trim();
    if (wanted === '') setTyped(name);
    else if (wanted !== name) onRename(wanted);
  }
  return (
    <TextInput
      className={css.name}
      size="sm"
      aria-label={say('fill.branch-name', { number })}
      disabled={readOnly}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={leave}
      onKeyDown={({ key, nativeEvent }) => {
        if (key === 'Enter' && !nativeEvent.isComposing) leave();
      }}
    />
  );
}

interface HeadButtonProps {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function HeadButton({ label, disabled = false, onClick, children }: HeadButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} disabled={disabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
