import { Button, Text } from '@mantine/core';
import { ListTodo } from 'lucide-react';
import type { FlowProblem } from '../../flow/index.ts';
import { say } from '../../words/index.ts';
import { indexOf } from '../state/step-index.ts';
import { useDocument } from '../state/workbench.ts';
import { NothingMissing } from './nothing-missing.tsx';
import { useGoToProblem } from './use-go-to-problem.ts';
import css from './problems-drawer.module.css';

interface ReadyStateProps {
  /** What keeps the flow from running. */
  readonly must: readonly FlowProblem[];
  readonly onLeave: () => void;
}

/** Whether the flow can run: if not, what to begin with; if so, what comes next. */
export function ReadyState({ must, onLeave }: ReadyStateProps) {
  const go = useGoToProblem(onLeave);
  const flow = useDocument((state) => state.flow);
  if (must.length === 0 || flow === undefined) return <NothingMissing onLeave={onLeave} />;
  const numberOf = ({ step = '' }: FlowProblem) => indexOf(flow).steps.get(step)?.number ?? 0;
  const first = must.reduce((one, other) => (numberOf(other) < numberOf(one) ? other : one));
  const step = indexOf(flow).steps.get(first.step ?? '')?.step.name;
  return (
    <section className={css.state}>
      <ListTodo size={20} color="var(--fb-amber)" aria-hidden />
      <div>
        <Text size="sm" fw={600}>
          {say('problems.not-ready')}
        </Text>
        <Text size="sm" c="dimmed">
          {say('problems.must', { count: must.length })}
        </Text>
        <Button size="xs" mt={8} data-ready-act onClick={() => go(first)}>
          {step === undefined ? say('problems.begin') : say('problems.begin-with', { step })}
        </Button>
      </div>
    </section>
  );
}
