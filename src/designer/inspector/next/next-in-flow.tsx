import { Button } from '@mantine/core';
import { ArrowRight, Download, Play } from 'lucide-react';
import { outPort } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { changesSomething, useFlowNext } from '../../state/flow-next.ts';
import { openTab } from '../../state/problem-place.ts';
import { useProblems } from '../../state/problem-store.ts';
import { indexOf } from '../../state/step-index.ts';
import { useDocument, useRun, useSamples, useWorkbench } from '../../state/workbench.ts';
import type { StepFacts } from '../step-facts.ts';
import { SuggestedSteps } from './suggested-steps.tsx';
import css from './next.module.css';

const firstLook = 5;

/** After a step has been tried: what comes next in the flow. Before that the test itself is what to do. */
export function NextInFlow({ facts }: { readonly facts: StepFacts }) {
  const { catalog, view, runs } = useWorkbench();
  const { flow, step } = facts;
  const readOnly = useDocument((state) => state.readOnly);
  const wentWell = useRun((state) => state.run?.steps[step.id]?.status === 'done');
  const waits = useRun((state) => state.run?.status === 'held' || state.run?.status === 'running');
  const hasGiven = useSamples((state) => state.byStep[step.id] !== undefined);
  const problems = useProblems((state) => state.byStep);
  const next = useFlowNext();
  if (readOnly || waits || !(wentWell || hasGiven)) return null;

  const { after, steps } = indexOf(flow);
  const following = (after.get(step.id) ?? []).map(({ to }) => to);
  if (following.length === 0 && !changesSomething(step, catalog))
    return (
      <footer className={css.footer}>
        <SuggestedSteps after={step.id} port={outPort} />
      </footer>
    );
  const open = following.find((id) => openTab(problems[id] ?? []) !== undefined);
  const entry = steps.get(open ?? '');
  return (
    <footer className={css.footer}>
      {entry !== undefined ? (
        <Button
          fullWidth
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
          onClick={() => view.setState({ fileDialog: 'export' })}
        >
          {say('inspector.next-export')}
        </Button>
      ) : (
        <Button
          fullWidth
          leftSection={<Play size={13} fill="currentColor" />}
          onClick={() => void runs.start({ kind: 'flow' }, { firstRecords: firstLook })}
        >
          {say('inspector.next-test', { count: firstLook })}
        </Button>
      )}
    </footer>
  );
}
