import { Button } from '@mantine/core';
import { PanelBottom, Square } from 'lucide-react';
import { markOf, stepRows } from '../../runtime/contract.ts';
import { say } from '../../words/index.ts';
import { partsInWords, timeInWords } from '../../words/run-words.ts';
import { useDocument, useRun, useWorkbench } from '../state/workbench.ts';
import { StatusMark } from './status-mark.tsx';
import { useRecords } from './use-records.ts';
import type { StepFacts } from './use-step-facts.ts';
import css from './test-tab.module.css';

/** What the last run did at this step, in one line. */
export function TryResult({ facts }: { readonly facts: StepFacts }) {
  const { runs, view } = useWorkbench();
  const run = useRun((state) => state.run);
  const starting = useRun((state) => state.scope !== undefined && state.run === undefined);
  const flow = useDocument((state) => state.flow);
  const first = useRecords(facts.step.id, 0, 0).at(0);
  const row =
    run === undefined || flow === undefined
      ? undefined
      : stepRows(run, flow).find(({ id }) => id === facts.step.id);
  if (row === undefined && !starting) return null;
  const going = starting || run?.status === 'running';
  const counts = row === undefined ? '' : partsInWords(row.parts);
  // Of several messages each had a list of its own.
  const isOnly = run?.steps[facts.step.id]?.counts.in === 1;
  const pages = isOnly ? first?.response?.pages : undefined;
  return (
    <div className={css.result} role="status">
      <StatusMark of={row === undefined ? 'running' : markOf(row.status, row.parts)} />
      <span className={css.resultWords}>
        <strong>
          {say(row === undefined ? 'run-panel.status-starting' : `run-panel.step-${row.status}`)}
        </strong>
        <span className={css.quiet}>
          {[
            counts,
            pages === undefined ? '' : say('run-panel.pages-read', { count: pages }),
            row?.ms === undefined ? '' : timeInWords(row.ms),
          ]
            .filter((words) => words !== '')
            .join(' · ')}
        </span>
      </span>
      {going ? (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Square size={10} fill="currentColor" />}
          onClick={() => runs.cancel()}
        >
          {say('run-panel.stop')}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<PanelBottom size={13} />}
          onClick={() => view.inspect(facts.step.id)}
        >
          {say('run-panel.in-run-panel')}
        </Button>
      )}
    </div>
  );
}
