import { UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { ChevronLeft, PanelBottom, Redo2, Undo2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { say, sayWording } from '../../words/first.ts';
import type { FlowSession } from '../effects/open-flow.ts';
import { redoInWords, undoInWords } from '../effects/way-back.ts';
import { ProblemsButton } from '../problems/problems-button.tsx';
import { firstViewStands } from '../state/first-view.ts';
import { useDocument, useView, useWorkbench } from '../state/workbench.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Keys } from '../ui/kbd.tsx';
import { Tip } from '../ui/tip.tsx';
import { FlowName } from './flow-name.tsx';
import { HelpButton } from './help-button.tsx';
import { MoreButton } from './more-button.tsx';
import { SavedMark } from './saved-mark.tsx';
import { TestButton } from './test-button.tsx';
import css from './app-bar.module.css';

const ConnectionMark = lazy(async () => {
  await firstViewStands();
  const { ConnectionMark } = await import('../ui/connection-mark.tsx');
  return { default: ConnectionMark };
});

/** The bar above the flow: where we are, whether it is kept, what is missing, and the test. */
export function AppBar({
  narrow,
  session,
}: {
  readonly narrow: boolean;
  readonly session: FlowSession;
}) {
  // The name of the flow goes before the words on the buttons: their hints say them.
  const isFull = useMediaQuery('(max-width: 959.98px)', false, { getInitialValueInEffect: false });
  return (
    <header className={css.bar}>
      <a className={css.skip} href="#flow">
        {say('common.skip-to-flow')}
      </a>
      <UnstyledButton
        component={Link}
        href="/"
        className={css.back}
        aria-label={say('common.back-to-flows')}
      >
        <ChevronLeft size={18} aria-hidden />
        {!narrow && <span className={css.backWords}>{say('common.flows')}</span>}
      </UnstyledButton>
      {!narrow && (
        <span className={css.slash} aria-hidden>
          /
        </span>
      )}
      <FlowName />
      <SavedMark compact={narrow} session={session} />
      <div className={css.space} />
      <Suspense>
        <ConnectionMark />
      </Suspense>
      <div className={css.acts}>
        <ProblemsButton compact={isFull} />
        <TestButton compact={isFull} />
        {!narrow && <History />}
        {!narrow && <RunToggle />}
        {!narrow && <HelpButton />}
        <MoreButton narrow={narrow} />
      </div>
    </header>
  );
}

function History() {
  const bench = useWorkbench();
  const past = useDocument((state) => (state.readOnly ? undefined : state.past.at(-1)?.label));
  const future = useDocument((state) => (state.readOnly ? undefined : state.future.at(-1)?.label));
  return (
    <div className={css.pair}>
      <Tip
        label={
          <>
            {past === undefined
              ? say('common.undo')
              : say('common.undo-what', { what: sayWording(past) })}{' '}
            <Keys keys={['mod', 'Z']} />
          </>
        }
      >
        <IconButton
          size={32}
          className={css.history}
          aria-label={say('common.undo')}
          aria-disabled={past === undefined}
          data-disabled={past === undefined}
          onClick={() => undoInWords(bench)}
        >
          <Undo2 size={17} />
        </IconButton>
      </Tip>
      <Tip
        label={
          <>
            {future === undefined
              ? say('common.redo')
              : say('common.redo-what', { what: sayWording(future) })}{' '}
            <Keys keys={['mod', 'Shift', 'Z']} />
          </>
        }
      >
        <IconButton
          size={32}
          className={css.history}
          aria-label={say('common.redo')}
          aria-disabled={future === undefined}
          data-disabled={future === undefined}
          onClick={() => redoInWords(bench)}
        >
          <Redo2 size={17} />
        </IconButton>
      </Tip>
    </div>
  );
}

function RunToggle() {
  const { view } = useWorkbench();
  const open = useView((state) => state.runPanelOpen);
  // Earlier runs are there too, whoever opened the page when.
  const canRun = useDocument((state) => (state.flow?.steps.length ?? 0) > 0);
  if (!canRun && !open) return null;
  const label = say(open ? 'common.run-panel-close' : 'common.run-panel-open');
  return (
    <Tip label={label}>
      <IconButton
        size={32}
        aria-label={label}
        aria-pressed={open}
        onClick={() => view.setState({ runPanelOpen: !open })}
      >
        <PanelBottom size={17} />
      </IconButton>
    </Tip>
  );
}
