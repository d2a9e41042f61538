import { Button, NativeSelect } from '@mantine/core';
import { CornerDownRight, Plus } from 'lucide-react';
import {
  addBranch,
  branchesOf,
  matchBranches,
  operationOf,
  takesAllBranches,
} from '../../../flow/index.ts';
import { wordsOf } from '../../../shared/index.ts';
import { say, spokenLanguage } from '../../../words/index.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { useDesk, useMappingDesk } from '../mapping-desk.ts';
import { BranchCard } from './branch-card.tsx';
import css from './branches.module.css';

/** The named ways out of a step, each with its condition, in the order in which they are tried, and the way of the rest. */
export function BranchList() {
  const { document, catalog, newId } = useWorkbench();
  const { readOnly } = useMappingDesk();
  const step = useDesk((state) => state.step);
  const operation = step && operationOf(step, catalog);
  if (step === undefined || operation?.branches === undefined) return null;
  const branches = branchesOf(step, operation);
  const takesAll = takesAllBranches(step, operation);

  function add() {
    if (step === undefined || operation === undefined) return;
    const branch = { id: newId(), name: freeName(branches.map(({ name }) => name)) };
    document.apply(addBranch(step, operation, branch));
  }

  return (
    <div className={css.list}>
      <NativeSelect
        size="sm"
        label={say('fill.branches-match')}
        disabled={readOnly}
        data={[
          { value: 'first', label: say('fill.branches-first') },
          { value: 'all', label: say('fill.branches-all') },
        ]}
        value={takesAll ? 'all' : 'first'}
        onChange={({ currentTarget: { value } }) =>
          document.apply(matchBranches(step, operation, value === 'all' ? 'all' : 'first'))
        }
      />
      {branches.map((branch, at) => (
        <BranchCard
          key={branch.id}
          step={step}
          operation={operation}
          branch={branch}
          number={at + 1}
          count={branches.length}
        />
      ))}
      {!readOnly && (
        <Button
          className={css.add}
          size="compact-sm"
          variant="default"
          leftSection={<Plus aria-hidden size={14} />}
          onClick={add}
        >
          {say('fill.branch-add')}
        </Button>
      )}
      <p className={css.rest}>
        <CornerDownRight aria-hidden size={15} />
        {say('fill.branches-rest', {
          otherwise: wordsOf(operation.branches.otherwise.title, spokenLanguage()),
        })}
      </p>
    </div>
  );
}

/** "Branch 3", where the first two are taken. */
function freeName(taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number++) {
    const name = say('fill.branch-name-new', { number });
    if (!taken.includes(name)) return name;
  }
}
