import { Button } from '@mantine/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { say } from '../../words/index.ts';
import { useProblems } from '../state/problem-store.ts';
import { useDocument, useView, useWorkbench } from '../state/workbench.ts';
import { Tip } from '../ui/tip.tsx';
import { useOpenProblems } from './use-open-problems.ts';

/** How much is left to do; opens the list. */
export function ProblemsButton({ compact }: { readonly compact: boolean }) {
  const { view } = useWorkbench();
  const open = useView((state) => state.problemsOpen);
  const hasSteps = useDocument((state) => (state.flow?.steps.length ?? 0) > 0);
  const isKnown = useProblems((state) => state.isKnown);
  const count = useOpenProblems().length;
  if (!hasSteps || !isKnown) return null;
  const words = count === 0 ? say('problems.none') : say('problems.button', { count });
  return (
    <Tip label={words} disabled={!compact}>
      <Button
        variant={count === 0 ? 'subtle' : 'light'}
        color={count === 0 ? 'gray' : 'yellow'}
        c={count === 0 ? 'var(--fb-muted)' : 'var(--fb-amber)'}
        bg={count === 0 ? 'transparent' : 'var(--fb-amber-soft)'}
        px={compact ? 8 : 12}
        leftSection={count === 0 ? <CircleCheck size={15} /> : <TriangleAlert size={15} />}
        aria-expanded={open}
        aria-label={words}
        data-problems-button
        onClick={() => view.setState({ problemsOpen: !open })}
      >
        {compact ? count : words}
      </Button>
    </Tip>
  );
}
