import { Button } from '@mantine/core';
import { ArrowRight, CircleCheck, TriangleAlert } from 'lucide-react';
import { say } from '../../words/index.ts';
import { useFlowNext } from '../state/flow-next.ts';
import { useView, useWorkbench } from '../state/workbench.ts';
import { Tip } from '../ui/tip.tsx';
import { isMustFix } from './must-fix.ts';
import { useOpenProblems, useToldReady } from './use-open-problems.ts';

/** How much is left to do, and where nothing is, what comes next; opens the list. */
export function ShownProblems({ compact }: { readonly compact: boolean }) {
  const { view } = useWorkbench();
  const open = useView((state) => state.dialog === 'problems');
  const found = useOpenProblems();
  const count = found.length;
  const next = useFlowNext();
  useToldReady();
  const words =
    count === 0
      ? say(`problems.next-${next}`)
      : say(found.some(isMustFix) ? 'problems.button' : 'problems.button-look', { count });
  return (
    <Tip label={words} disabled={!compact}>
      <Button
        variant={count === 0 ? 'subtle' : 'light'}
        color={count === 0 ? 'gray' : 'yellow'}
        c={count === 0 ? 'var(--fb-muted)' : 'var(--fb-amber)'}
        bg={count === 0 ? 'transparent' : 'var(--fb-amber-soft)'}
        px={compact ? 8 : 12}
        leftSection={<Sign open={count > 0} ready={next === 'test' || next === 'export'} />}
        aria-expanded={open}
        aria-label={words}
        data-problems-button
        onClick={() => view.setState({ dialog: open ? undefined : 'problems' })}
      >
        {compact ? count > 0 && count : words}
      </Button>
    </Tip>
  );
}

function Sign({ open, ready }: { readonly open: boolean; readonly ready: boolean }) {
  if (open) return <TriangleAlert size={15} />;
  return ready ? <CircleCheck size={15} /> : <ArrowRight size={15} />;
}
