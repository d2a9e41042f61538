import { VisuallyHidden } from '@mantine/core';
import { useThrottledValue } from '@mantine/hooks';
import type { Flow } from '../../flow/index.ts';
import type { RunState } from '../../runtime/contract.ts';
import { newsOf } from './model/run-news.ts';

/** At most so often a running test says where it is; what a person has to know is said at once. */
const betweenMs = 5_000;

/** The run told to whoever does not see it: what is being worked on, what waits for the person, how it ended. */
export function RunNews({
  run,
  flow,
}: {
  readonly run: RunState | undefined;
  readonly flow: Flow;
}) {
  const { text, urgent } = newsOf(run, flow);
  const seldom = useThrottledValue(text, betweenMs);
  return (
    <VisuallyHidden role="log" aria-live="polite" aria-relevant="text additions">
      {urgent ? text : seldom}
    </VisuallyHidden>
  );
}
