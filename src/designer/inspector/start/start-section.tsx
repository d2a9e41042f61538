import { startKindsOf, type Operation } from '../../../catalog/index.ts';
import type { Start } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { ChoiceCards } from '../../ui/choice-cards.tsx';
import type { StepFacts } from '../step-facts.ts';
import { PollEditor } from './poll-editor.tsx';
import { ScheduleEditor } from './schedule-editor.tsx';
import { WhatStartsIt } from './what-starts-it.tsx';

interface StartSectionProps {
  readonly facts: StepFacts & { readonly operation: Operation };
  readonly readOnly: boolean;
}

/** How the flow starts: shown at its first step. Only the ways that this operation can. */
export function StartSection({ facts, readOnly }: StartSectionProps) {
  const { document } = useWorkbench();
  const { flow, step, operation } = facts;
  const { start } = flow;
  const set = (next: Start) => document.apply({ type: 'flow.set-start', start: next });

  const note = <WhatStartsIt readOnly={readOnly} />;
  const ways = [
    {
      value: 'manual',
      title: say('inspector.start-manual'),
      help: say('inspector.start-manual-help'),
    },
    {
      value: 'schedule',
      title: say('inspector.start-schedule'),
      help: say('inspector.start-schedule-help'),
      inside: start.kind === 'schedule' && (
        <>
          <ScheduleEditor start={start} onChange={set} />
          {note}
        </>
      ),
    },
    {
      value: 'poll',
      title: say('inspector.start-poll'),
      help: say('inspector.start-poll-help'),
      inside: start.kind === 'poll' && (
        <>
          <PollEditor key={start.everySeconds} start={start} onChange={set} />
          {note}
        </>
      ),
    },
  ] as const;
  const kinds = startKindsOf(operation, step.settings);
  return (
    <ChoiceCards
      legend={say('inspector.start')}
      value={start.kind === 'webhook' ? undefined : start.kind}
      disabled={readOnly}
      choices={ways.filter(({ value }) => kinds.includes(value) || value === start.kind)}
      onChoose={(kind) => kind !== start.kind && set(beginningOf(kind, flow.timeZone))}
    />
  );
}

function beginningOf(kind: 'manual' | 'schedule' | 'poll', timeZone: string): Start {
  switch (kind) {
    case 'manual':
      return { kind };
    case 'schedule':
      return { kind, cron: '0 9 * * *', timeZone };
    case 'poll':
      return { kind, everySeconds: 300 };
  }
}
