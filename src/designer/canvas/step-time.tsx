import { useEffect, useState } from 'react';
import { workedMs, type StepRun } from '../../runtime/contract.ts';
import { timeInWords } from '../../words/run-words.ts';
import css from './step-node.module.css';

/** A step that is over sooner need not say how long it took. */
const shortestTold = 50;
/** A running step counts the seconds once a person would wonder. */
const countedFrom = 2_000;

/** How long the step took, or has taken so far. */
export function StepTime({ run }: { readonly run: StepRun | undefined }) {
  const isRunning = run?.status === 'running';
  const now = useSeconds(isRunning);
  if (run?.startedAt === undefined) return null;
  const ms = workedMs(run, isRunning ? now : run.startedAt);
  if (ms < (isRunning ? countedFrom : shortestTold)) return null;
  return (
    <span className={css.time}>{timeInWords(isRunning ? Math.floor(ms / 1_000) * 1_000 : ms)}</span>
  );
}

function useSeconds(wanted: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!wanted) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [wanted]);
  return now;
}
