import { Tooltip } from '@mantine/core';
import { say } from '../../words/index.ts';
import { toFullTime, toRelativeTime } from '../ui/relative-time.ts';
import type { ShownSample } from './use-samples-of.ts';
import { useNow } from './use-now.ts';
import css from './test-tab.module.css';

/** Where a sample is from: invented values are marked, recorded ones say when. */
export function SampleNote({ sample }: { readonly sample: ShownSample }) {
  const now = useNow(sample.at !== undefined, 30_000);
  const { origin, at, total = 1 } = sample;
  if (origin === 'none' || origin === 'pending') return null;
  const many = total > 1 && (
    <span className={css.quiet}>{say('run-panel.sample-of', { total })}</span>
  );
  if (origin === 'invented' || origin === 'from-examples')
    return (
      <Tooltip label={say(`run-panel.${origin}-help`)} multiline maw={260}>
        <span className={css.invented}>{say(`run-panel.${origin}`)}</span>
      </Tooltip>
    );
  if (origin === 'recorded' && at !== undefined)
    return (
      <>
        <Tooltip label={toFullTime(at)}>
          <span className={css.recorded}>
            {say('run-panel.recorded', { when: toRelativeTime(at, now) })}
          </span>
        </Tooltip>{' '}
        {many}
      </>
    );
  return (
    <>
      <span className={css.quiet}>
        {say(origin === 'recorded' ? 'run-panel.last-run' : `run-panel.${origin}`)}
      </span>{' '}
      {many}
    </>
  );
}
