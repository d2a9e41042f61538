import { Check, Eye, LoaderCircle } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { say } from '../../words/first.ts';
import type { FlowSession } from '../effects/open-flow.ts';
import { useWorkbench } from '../state/workbench.ts';
import { toRelativeTime } from '../ui/relative-time.ts';
import { Tip } from '../ui/tip.tsx';
import css from './saved-mark.module.css';

const NotSaved = lazy(() =>
  import('./not-saved.tsx').then(({ NotSaved }) => ({ default: NotSaved })),
);

/** Whether the flow is kept. Trouble says why, and what to do. */
export function SavedMark({
  compact,
  session,
}: {
  readonly compact: boolean;
  readonly session: FlowSession;
}) {
  const state = useStore(useWorkbench().saving);
  if (state.kind === 'failed')
    return (
      <Suspense>
        <NotSaved why={state.why} session={session} />
      </Suspense>
    );
  if (state.kind === 'watching')
    return (
      <span className={css.mark}>
        <Eye size={15} aria-hidden />
        {!compact && <span className={css.word}>{say('common.watching')}</span>}
      </span>
    );
  const saving = state.kind === 'saving';
  const word = say(saving ? 'common.saving' : 'common.saved');
  return (
    <Tip label={<When state={state} />}>
      <span className={css.mark} role="status" aria-label={word}>
        {saving ? <LoaderCircle size={14} aria-hidden /> : <Check size={14} aria-hidden />}
        {!compact && <span className={css.word}>{word}</span>}
      </span>
    </Tip>
  );
}

function When({
  state,
}: {
  readonly state: { readonly kind: 'saved' | 'saving'; readonly at?: number };
}) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  if (state.kind === 'saving') return say('common.saving');
  return state.at === undefined
    ? say('common.saved')
    : say('common.saved-at', { when: toRelativeTime(state.at, Math.max(now, state.at)) });
}
