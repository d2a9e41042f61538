import { ActionIcon, Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Download, FlaskConical, RotateCcw, Square, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { markOf, summarise, type RunState } from '../../runtime/contract.ts';
import type { Flow } from '../../flow/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { partsInWords, timeInWords } from '../../words/run-words.ts';
import { useFlowNext } from '../state/flow-next.ts';
import { useDocument, useRun, useTests, useWorkbench } from '../state/workbench.ts';
import { RunNews } from './run-news.tsx';
import { StatusMark } from './status-mark.tsx';
import { useNow } from './use-now.ts';
import { useTryAgain } from './use-try-again.ts';
import css from './run-panel.module.css';

/** The run in one line, and what can be done about it: stop it, or try again. */
export function RunHeader({
  run,
  flow,
  earlier,
}: {
  readonly run: RunState | undefined;
  readonly flow: Flow;
  /** The way to earlier runs, where there are some. */
  readonly earlier?: ReactNode;
}) {
  const { runs, testCommands, view } = useWorkbench();
  const listening = useRun((state) => state.listening);
  const next = useFlowNext();
  const isWhole = useRun(({ scope }) => scope?.kind === 'flow');
  const testing = useTests((state) => state.running !== undefined);
  const readOnly = useDocument((state) => state.readOnly);
  const narrow = useMediaQuery('(max-width: 767.98px)', false, { getInitialValueInEffect: false });
  const tryAgain = useTryAgain();
  const going = run === undefined || run.status === 'running';
  const now = useNow(going, 500);
  const status = run?.status ?? 'running';
  const halted = run !== undefined && isHalted(run);
  const summary = run === undefined ? undefined : summarise(run, flow, now);
  const mark = halted ? 'halted' : markOf(status, summary?.parts ?? []);
  return (
    <header className={css.header}>
      <StatusMark of={mark} size={17} />
      {/* It counts and tells the time: read when it is looked for; what is told by itself is below. */}
      <div
        className={css.summary}
        role="status"
        aria-live="off"
        aria-label={say('run-panel.summary')}
      >
        <strong>
          {say(
            run === undefined
              ? 'run-panel.status-starting'
              : `run-panel.status-${mark === 'not-sent' ? mark : halted ? 'halted' : status}`,
          )}
        </strong>
        {summary !== undefined && (
          <span className={css.counts}>
            {summary.parts.map((part, at) => (
              <span key={part.what} data-what={part.what}>
                {partsInWords([part])}
                {at < summary.parts.length - 1 && ', '}
              </span>
            ))}
            <span aria-hidden> · </span>
            {timeInWords(summary.ms)}
          </span>
        )}
        {run?.failure !== undefined && isOfRunOnly(run) && (
          <span className={css.whole}>{sayWording(run.failure)}</span>
        )}
      </div>
      <RunNews run={run} flow={flow} />
      <div className={css.acts}>
        {(going || run?.status === 'held') && (
          <Button
            size="xs"
            variant="default"
            leftSection={<Square size={11} fill="currentColor" />}
            onClick={() => runs.cancel()}
          >
            {say('run-panel.stop')}
          </Button>
        )}
        {next === 'export' && run?.status === 'done' && (
          <Button
            size="xs"
            leftSection={<Download size={13} />}
            onClick={() => view.setState({ dialog: 'export' })}
          >
            {say('run-panel.next-export')}
          </Button>
        )}
        {run?.status === 'done' && isWhole && !readOnly && (
          <Button
            size="xs"
            variant="default"
            disabled={testing}
            leftSection={<FlaskConical size={13} />}
            onClick={() => void testCommands.keepRun()}
          >
            {say(narrow ? 'tests.keep-run-short' : 'tests.keep-run')}
          </Button>
        )}
        {!going && run?.status !== 'held' && !listening && (
          <Button
            size="xs"
            variant="default"
            leftSection={<RotateCcw size={13} />}
            onClick={tryAgain}
          >
            {say('run-panel.again')}
          </Button>
        )}
        {earlier}
      </div>
      {!narrow && (
        <ActionIcon
          className={css.close}
          aria-label={say('run-panel.close')}
          onClick={() => view.setState({ runPanelOpen: false })}
        >
          <X size={16} />
        </ActionIcon>
      )}
    </header>
  );
}

/** It stands still at a refusal, not at writes that wait. */
function isHalted({ status, steps }: RunState): boolean {
  return status === 'held' && Object.values(steps).some((step) => step.status === 'halted');
}

/** A failure that no step shows. */
function isOfRunOnly(run: RunState): boolean {
  return Object.values(run.steps).every(
    ({ failure, refusals }) => failure === undefined && refusals.length === 0,
  );
}
