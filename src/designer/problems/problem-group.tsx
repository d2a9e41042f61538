import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { FlowProblem } from '../../flow/index.ts';
import { say } from '../../words/index.ts';
import { indexOf } from '../state/step-index.ts';
import { useDocument } from '../state/workbench.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { ProblemRow, type ProblemRowProps } from './problem-row.tsx';
import css from './problems-drawer.module.css';

const rowsAtOnce = 20;

interface ProblemGroupProps extends Pick<ProblemRowProps, 'onLeave' | 'onMended'> {
  readonly step: string | undefined;
  readonly problems: readonly FlowProblem[];
}

/** What is unfinished in one step, or in the flow as a whole. */
export function ProblemGroup({ step, problems, ...acts }: ProblemGroupProps) {
  const entry = useDocument(({ flow }) => flow && indexOf(flow).steps.get(step ?? ''));
  const [isWhole, setWhole] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const shown = isWhole ? problems : problems.slice(0, rowsAtOnce);
  const hidden = problems.length - shown.length;

  function showAll(): void {
    flushSync(() => setWhole(true));
    list.current?.querySelectorAll<HTMLElement>('[data-walk]')[rowsAtOnce]?.focus();
  }
  return (
    <section className={css.group}>
      <h3 className={css.step}>
        {entry !== undefined && <ComponentIcon component={entry.step.component} size={20} />}
        {entry === undefined
          ? say('problems.flow')
          : say('problems.of-step', { number: entry.number, step: entry.step.name })}
      </h3>
      <ul ref={list} className={css.list}>
        {shown.map((problem, at) => (
          <ProblemRow
            key={`${problem.code}-${problem.path.join('/')}-${at}`}
            problem={problem}
            {...acts}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <Button size="compact-xs" variant="subtle" ml={26} onClick={showAll}>
          {say('problems.more', { count: hidden })}
        </Button>
      )}
    </section>
  );
}
