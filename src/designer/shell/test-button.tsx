import { ActionIcon, Button } from '@mantine/core';
import { ChevronDown, Play, Square } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
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

const menuClosesMs = 250;

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
  const main = useRef<HTMLButtonElement>(null);

  function test(amount: Amount) {
    if (amount.records === undefined) {
      setAsksAll(true);
      return;
    }
    setChosen(amount);
    // A menu gives the focus back to its button, which goes while the test runs.
    setTimeout(() => {
      if (document.activeElement === document.body) main.current?.focus();
    }, menuClosesMs);
    void runs.start({ kind: 'flow' }, { firstRecords: amount.records });
  }

  const stops = running
    ? ([say('common.stop-test'), () => runs.cancel()] as const)
    : listening
      ? ([say('common.stop-listening'), () => runs.stopListening()] as const)
      : undefined;
  return (
    // One button for both, so that the keyboard stays where it is.
    <Button.Group>
      <Tip
        label={say('common.try-help')}
        multiline
        maw={280}
        disabled={compact || stops !== undefined}
      >
        <Button
          ref={main}
          data-test-button={stops === undefined || undefined}
          className={stops === undefined ? (css.main ?? '') : ''}
          variant={stops === undefined ? 'filled' : 'default'}
          disabled={empty && stops === undefined}
          leftSection={
            stops !== undefined ? (
              <Square size={13} fill="currentColor" />
            ) : compact ? null : (
              <Play size={14} fill="currentColor" />
            )
          }
          onClick={({ detail }) => {
            if (stops === undefined) test(chosen);
            // The second click of a double click stops nothing.
            else if (detail < 2) stops[1]();
          }}
        >
          {stops?.[0] ?? (compact ? say('common.test-flow') : say(chosen.whole))}
        </Button>
      </Tip>
      {stops === undefined && (
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
      )}
      {anchor !== undefined && stops === undefined && (
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
