import { Badge, Button, UnstyledButton } from '@mantine/core';
import { CircleAlert, Info, TriangleAlert, WandSparkles } from 'lucide-react';
import { useRef } from 'react';
import type { FlowFix, FlowProblem } from '../../flow/index.ts';
import type { Severity } from '../../shared/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { showWithUndo } from '../effects/way-back.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { useGoToProblem } from './use-go-to-problem.ts';
import css from './problems-drawer.module.css';

const mostFixes = 3;

export interface ProblemRowProps {
  readonly problem: FlowProblem;
  /** The person goes to where it is. */
  readonly onLeave: () => void;
  /** It will be gone in a moment, and the row with it. */
  readonly onMended: (row: HTMLElement) => void;
}

/** One thing that is unfinished: its sentence leads to it, its fixes mend it with a way back. */
export function ProblemRow({ problem, onLeave, onMended }: ProblemRowProps) {
  const { document, toasts } = useWorkbench();
  const readOnly = useDocument((state) => state.readOnly);
  const go = useGoToProblem(onLeave);
  const way = useRef<HTMLButtonElement>(null);

  function mend(fix: FlowFix) {
    const applied = document.apply(fix.operation);
    if (!applied.ok) {
      toasts.show({ text: sayWording(applied.reason), tone: 'trouble' });
      return;
    }
    if (way.current !== null) onMended(way.current);
    showWithUndo({ document, toasts }, say('problems.fix-done', { what: sayWording(fix) }));
  }
  return (
    <li className={css.row}>
      <SeverityIcon severity={problem.severity} />
      <div className={css.words}>
        <UnstyledButton
          ref={way}
          className={css.go}
          data-walk
          data-guide="problem"
          onClick={() => go(problem)}
        >
          {sayWording(problem)}
        </UnstyledButton>
        {!readOnly &&
          problem.fixes.slice(0, mostFixes).map((fix, at) => (
            <Button
              key={`${fix.code}-${at}`}
              size="compact-xs"
              variant={at === 0 ? 'light' : 'default'}
              leftSection={<WandSparkles size={12} />}
              onClick={() => mend(fix)}
            >
              {sayWording(fix)}
            </Button>
          ))}
      </div>
      {problem.severity === 'hint' && (
        <Badge size="xs" variant="default">
          {say('problems.hint')}
        </Badge>
      )}
    </li>
  );
}

function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const word = say(`problems.${severity}`);
  if (severity === 'hint')
    return <Info size={16} color="var(--fb-muted)" role="img" aria-label={word} />;
  if (severity === 'warning')
    return <CircleAlert size={16} color="var(--fb-amber)" role="img" aria-label={word} />;
  return <TriangleAlert size={16} color="var(--fb-amber)" role="img" aria-label={word} />;
}
