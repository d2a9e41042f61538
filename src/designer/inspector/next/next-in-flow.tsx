import { Button } from '@mantine/core';
import { ArrowRight, Download, Play } from 'lucide-react';
import { say } from '../../../words/index.ts';
import { changesSomething, firstLook, useFlowNext } from '../../state/flow-next.ts';
import { openTab } from '../../state/problem-place.ts';
import {
  useProblems,
  useDocument,
  useRun,
  useSamples,
  useWorkbench,
} from '../../state/workbench.ts';
import { indexOf } from '../../state/step-index.ts';
import { firstOutPort } from '../../state/step-ports.ts';
import type { StepFacts } from '../step-facts.ts';
import { SuggestedSteps } from './suggested-steps.tsx';
import css from './next.module.css';

/** What comes next in the flow. Before the step has been tried, that is what to do first, and this is offered quietly. */
export function NextInFlow({ facts }: { readonly facts: StepFacts }) {
  const { catalog, view, runs } = useWorkbench();
  const { flow, step } = facts;
  const readOnly = useDocument((state) => state.readOnly);
  const wentWell = useRun((state) => state.run?.steps[step.id]?.status === 'done');
  const waits = useRun((state) => state.run?.status === 'held' || state.run?.status === 'running');
  const hasGiven = useSamples((state) => state.byStep[step.id] !== undefined);
  const problems = useProblems((state) => state.byStep);
  const next = useFlowNext();
  const tried = wentWell || hasGiven;
  const isOpen = (id: string) => openTab(problems[id] ?? []) !== undefined;
  if (readOnly || waits || isOpen(step.id)) return null;

  const { after, steps } = indexOf(flow);
  const following = (after.get(step.id) ?? []).map(({ to }) => to);
  if (following.length === 0 && !changesSomething(step, catalog))
    return tried ? (
      <footer className={css.footer}>
        <SuggestedSteps after={step.id} port={firstOutPort(step, catalog)} />
      </footer>
    ) : null;
  const open = following.find(isOpen) ?? flow.steps.find(({ id }) => isOpen(id))?.id;
  const entry = steps.get(open ?? '');
  return (
    <footer className={css.footer}>
      {entry !== undefined ? (
        <Button
          fullWidth
          variant={tried ? 'filled' : 'default'}
          rightSection={<ArrowRight size={16} />}
          onClick={() => view.selectStep(entry.step.id, openTab(problems[entry.step.id] ?? []))}
        >
          {say('inspector.next-step', { number: entry.number, step: entry.step.name })}
        </Button>
      ) : next === 'export' ? (
        <Button
          fullWidth
          variant="light"
          leftSection={<Download size={15} />}
          onClick={() => view.setState({ dialog: 'export' })}
        >
          {say('inspector.next-export')}
        </Button>
      ) : (
        <Button
          fullWidth
          variant={tried ? 'filled' : 'default'}
          leftSection={<Play size={13} fill="currentColor" />}
          onClick={() => void runs.start({ kind: 'flow' }, { firstRecords: firstLook })}
        >
          {say('inspector.next-test', { count: firstLook })}
        </Button>
      )}
    </footer>
  );
}
