import { ActionIcon, Button } from '@mantine/core';
import { ChevronDown, Play, Square } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { say } from '../../words/first.ts';
import { useDocument, useRun, useWorkbench } from '../state/workbench.ts';
import { Tip } from '../ui/tip.tsx';
import css from './test-button.module.css';
import { amounts, type Amount } from './test-amounts.ts';

const TestMenu = lazy(() =>
  import('./test-menu.tsx').then(({ TestMenu }) => ({ default: TestMenu })),
);

const AskAll = lazy(() =>
  import('../run-panel/ask-all.tsx').then(({ AskAll }) => ({ default: AskAll })),
);

/** The test of the whole flow: the last chosen amount on the button, the others in its menu; "Stop" while it runs. */
export function TestButton({ compact }: { readonly compact: boolean }) {
  const { runs } = useWorkbench();
  const [chosen, setChosen] = useState<Amount>(amounts[1]);
  const running = useRun(
    (state) =>
      state.scope !== undefined && (state.run === undefined || state.run.status === 'running'),
  );
  const listening = useRun((state) => state.listening);
  const empty = useDocument((state) => (state.flow?.steps.length ?? 0) === 0);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [asksAll, setAsksAll] = useState(false);

  function test(amount: Amount) {
    if (amount.records === undefined) {
      setAsksAll(true);
      return;
    }
    setChosen(amount);
    void runs.start({ kind: 'flow' }, { firstRecords: amount.records });
  }

  if (running)
    return (
      <Button
        variant="default"
        leftSection={<Square size={13} fill="currentColor" />}
        onClick={() => runs.cancel()}
      >
        {say('common.stop-test')}
      </Button>
    );
  if (listening)
    return (
      <Button
        variant="default"
        leftSection={<Square size={13} fill="currentColor" />}
        onClick={() => runs.stopListening()}
      >
        {say('common.stop-listening')}
      </Button>
    );
  return (
    <Button.Group>
      <Tip label={say('common.try-help')} multiline maw={280} disabled={compact}>
        <Button
          data-test-button
          className={css.main}
          disabled={empty}
          {...(!compact && { leftSection: <Play size={14} fill="currentColor" /> })}
          onClick={() => test(chosen)}
        >
          {compact ? say('common.test-flow') : say(chosen.whole)}
        </Button>
      </Tip>
      <ActionIcon
        className={css.more}
        variant="filled"
        color="bridge"
        size={36}
        disabled={empty}
        aria-label={say('common.test-menu')}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <ChevronDown size={16} />
      </ActionIcon>
      {anchor !== undefined && (
        <Suspense>
          <TestMenu
            anchor={anchor}
            onClose={() => setAnchor(undefined)}
            amounts={amounts}
            onAmount={test}
          />
        </Suspense>
      )}
      {asksAll && (
        <Suspense>
          <AskAll
            scope={{ kind: 'flow' }}
            onClose={(isWanted) => {
              setAsksAll(false);
              if (isWanted) setChosen(amounts[2]);
            }}
          />
        </Suspense>
      )}
    </Button.Group>
  );
}
