import { ActionIcon, Button } from '@mantine/core';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useMemo } from 'react';
import {
  isNothing,
  nothing,
  type Binding,
  type Condition,
  type WhenBinding,
} from '../../../mapping/index.ts';
import { say } from '../../../words/index.ts';
import { ConditionEditor } from '../condition-editor.tsx';
import type { ChangeField, EditedField } from '../edited-field.ts';
import { useFieldParts } from '../field-parts.ts';
import { useMappingDesk } from '../mapping-desk.ts';
import { usePickTarget } from '../pick-target.ts';
import type { ListScope } from '../model/scope.ts';
import { useValueNow } from '../value-now.ts';
import { emptyRow } from './mode.ts';
import { forgetModesBelow } from './mode-store.ts';
import { memoryKey } from './use-modes.ts';
import css from './when-editor.module.css';

interface WhenEditorProps {
  readonly field: EditedField;
  readonly binding: WhenBinding;
  readonly scope: readonly ListScope[];
  readonly onChange: ChangeField;
  readonly onTyping?: (() => void) | undefined;
}

type Branch = WhenBinding['branches'][number];
const newBranch: Branch = { if: { all: [emptyRow] }, then: nothing };
/** No line at all: it never holds until there is one. */
const never: Condition = { any: [] };

/** Cases from the top down: the first one whose condition holds is used, else what stands under "otherwise". */
export function WhenEditor({ field, binding: when, scope, onChange, onTyping }: WhenEditorProps) {
  const desk = useMappingDesk();
  const { NestedValue } = useFieldParts();
  const { branches } = when;
  // Data that is dropped on the whole fills the first case that has nothing to use yet.
  const target = usePickTarget({ ...field, scope }, (then) => {
    const at = Math.max(
      0,
      branches.findIndex((branch) => isNothing(branch.then)),
    );
    setBranch(at, { then });
  });
  const applies = useApplying(branches, scope);
  const setBranches = (next: readonly Branch[], joins?: string) =>
    onChange({ ...when, branches: next }, { ...(joins !== undefined && { joins }) });
  const setBranch = (at: number, change: Partial<Branch>, joins?: string) => {
    const old = branches[at] ?? newBranch;
    setBranches(branches.with(at, { ...old, ...change }), joins);
  };
  const reorder = (next: readonly Branch[]) => {
    forgetModesBelow(memoryKey(desk.stepId, desk.slot, field.key));
    setBranches(next);
  };
  const swap = (at: number, other: number) => {
    const [one, two] = [branches[at], branches[other]];
    if (one !== undefined && two !== undefined) reorder(branches.with(at, two).with(other, one));
  };
  const place = { schema: field.schema, root: field.root, scope, onTyping };
  return (
    <div
      className={css.when}
      role="group"
      aria-label={say('fill.when-title', { field: field.label })}
      onFocus={(event) => event.target === event.currentTarget && desk.offer(target)}
    >
      {branches.map((branch, at) => {
        const number = { branch: at + 1 };
        return (
          // A case's place is who it is.
          <div
            key={at}
            className={css.branch}
            role="group"
            aria-label={say('fill.when-branch-name', number)}
            data-applies={at === applies || undefined}
          >
            <div className={css.head}>
              <span className={css.word}>
                {say(at === 0 ? 'fill.when-branch' : 'fill.when-branch-next')}
              </span>
              {at === applies && <span className={css.applies}>{say('fill.when-applies')}</span>}
              <span className={css.tools} hidden={branches.length === 1}>
                <ActionIcon
                  size="sm"
                  aria-label={say('fill.when-up', number)}
                  disabled={desk.readOnly || at === 0}
                  onClick={() => swap(at, at - 1)}
                >
                  <ArrowUp aria-hidden size={14} />
                </ActionIcon>
                <ActionIcon
                  size="sm"
                  aria-label={say('fill.when-down', number)}
                  disabled={desk.readOnly || at === branches.length - 1}
                  onClick={() => swap(at, at + 1)}
                >
                  <ArrowDown aria-hidden size={14} />
                </ActionIcon>
                <ActionIcon
                  size="sm"
                  aria-label={say('fill.when-remove', number)}
                  disabled={desk.readOnly || branches.length === 1}
                  onClick={() => reorder(branches.toSpliced(at, 1))}
                >
                  <X aria-hidden size={14} />
                </ActionIcon>
              </span>
            </div>
            <ConditionEditor
              placeKey={`${field.key}#if-${at}`}
              label={say('fill.when-branch-name', number)}
              condition={branch.if}
              scope={scope}
              whenNone={say('fill.when-none')}
              onChange={(next) => setBranch(at, { if: next ?? never })}
            />
            <div className={css.use}>
              <span className={css.word}>{say('fill.when-use')}</span>
              <NestedValue
                {...place}
                placeKey={`${field.key}#then-${at}`}
                label={say('fill.when-branch-use', number)}
                binding={branch.then}
                onChange={(then, options) =>
                  setBranch(at, { then: then ?? nothing }, options?.joins)
                }
              />
            </div>
          </div>
        );
      })}
      <div className={css.branch} data-applies={applies === -1 || undefined}>
        <div className={css.use}>
          <span className={css.word}>{say('fill.when-otherwise')}</span>
          <NestedValue
            {...place}
            placeKey={`${field.key}#otherwise`}
            label={say('fill.when-otherwise')}
            binding={when.otherwise}
            onChange={(next, options) => {
              const { otherwise: _old, ...plain } = when;
              onChange(next === undefined ? plain : { ...plain, otherwise: next }, options);
            }}
          />
        </div>
        {applies === -1 && <span className={css.applies}>{say('fill.when-applies')}</span>}
      </div>
      {!desk.readOnly && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Plus aria-hidden size={14} />}
          onClick={() => setBranches([...branches, newBranch])}
        >
          {say('fill.when-add')}
        </Button>
      )}
    </div>
  );
}

/** Which case the current sample takes: the first whose condition holds, -1 for "otherwise". */
function useApplying(branches: readonly Branch[], scope: readonly ListScope[]): number {
  const numbered = useMemo(
    (): Binding => ({
      kind: 'when',
      branches: branches.map((branch, at) => ({
        if: branch.if,
        then: { kind: 'literal', value: at },
      })),
    }),
    [branches],
  );
  const applies = useValueNow(numbered, scope);
  return typeof applies === 'number' ? applies : -1;
}
