import type { StepGroup } from '../../../flow/index.ts';
import { say, spokenLocale } from '../../../words/index.ts';
import type { ProblemState } from '../../state/problem-store.ts';
import type { RunStoreState } from '../../state/run-store.ts';

export interface GroupSummary {
  readonly tone: 'to-do' | 'running' | 'done' | 'refused' | 'quiet';
  readonly text: string;
}

/** How things stand with the steps of a group, in words: "5 steps, 2 to fill in, last run: 40 messages, 1 failed". */
export function groupSummary(
  { steps }: Pick<StepGroup, 'steps'>,
  problems: ProblemState['byStep'],
  run: RunStoreState['run'],
): GroupSummary {
  const toFill = steps.filter((step) =>
    problems[step]?.some(({ severity }) => severity === 'error'),
  ).length;
  let [messages, failed, isReached, isRunning, isHeld] = [0, 0, false, false, false];
  for (const step of steps) {
    const { status, counts } = run?.steps[step] ?? {};
    if (counts === undefined) continue;
    isReached ||= status !== 'waiting' && status !== 'not-reached';
    isRunning ||= status === 'running';
    isHeld ||= status === 'held' || status === 'halted';
    messages = Math.max(messages, counts.in, counts.out);
    failed += counts.refused;
  }
  const number = (value: number) => value.toLocaleString(spokenLocale());
  const parts = [say('groups.count-steps', { count: steps.length })];
  if (toFill > 0) parts.push(say('groups.to-fill', { count: toFill }));
  if (isHeld) parts.push(say('groups.held'));
  else if (isRunning) parts.push(say('groups.running'));
  else if (isReached)
    parts.push(say('groups.last-run', { count: messages, messages: number(messages) }));
  if (failed > 0) parts.push(say('groups.failed', { failed: number(failed) }));
  const tone = isHeld ? 'to-do' : toneOf({ toFill, failed, isRunning, isReached });
  return { tone, text: parts.join(', ') };
}

function toneOf(now: {
  readonly toFill: number;
  readonly failed: number;
  readonly isRunning: boolean;
  readonly isReached: boolean;
}): GroupSummary['tone'] {
  if (now.isRunning) return 'running';
  if (now.failed > 0) return 'refused';
  if (now.toFill > 0) return 'to-do';
  return now.isReached ? 'done' : 'quiet';
}
