import { Button } from '@mantine/core';
import { ArrowRight, Play } from 'lucide-react';
import { upstreamOf } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { changesSomething, firstLook } from '../../state/flow-next.ts';
import type { StepTab } from '../../state/view-store.ts';
import { useSamples, useWorkbench } from '../../state/workbench.ts';
import type { StepFacts } from '../step-facts.ts';
import { nextTab, tabsOf, type TabMarks } from '../step-tabs.ts';
import css from './next.module.css';

interface NextPartProps {
  readonly facts: StepFacts;
  readonly tab: StepTab;
  readonly marks: TabMarks;
  readonly title: (tab: StepTab) => string;
  /** Before it is chosen there is nothing to fill in. */
  readonly missing: { readonly name: string; readonly title: string } | undefined;
  readonly onGoOn: (next: StepTab) => void;
}

/** From one part of a step to the next; from the last one straight into the test, where nothing is missing. */
export function NextPart({ facts, tab, marks, title, missing, onGoOn }: NextPartProps) {
  const { runs, catalog, view } = useWorkbench();
  const { flow, step, component, operation, first } = facts;
  const before = upstreamOf(flow, step.id);
  const hasData = useSamples(({ byStep }) => before.every((id) => byStep[id] !== undefined));
  const next = nextTab(tabsOf(component, operation), tab, marks);
  if (next === undefined) return null;
  const isReady = !Object.values(marks).includes('open') && !waitsForCall(facts);
  // A step that changes something is worth a look with several entries, in the whole flow: some may be refused.
  const asFlow = !first && changesSomething(step, catalog);

  function tryIt(): void {
    onGoOn('test');
    if (asFlow) void runs.start({ kind: 'flow' }, { firstRecords: firstLook });
    else void runs.start({ kind: hasData ? 'only' : 'up-to', step: step.id }, { firstRecords: 1 });
  }

  if (missing !== undefined && (tab === 'settings' || tab === 'mapping'))
    return (
      <footer className={css.footer}>
        <Button
          fullWidth
          variant={tab === 'settings' ? 'default' : 'filled'}
          onClick={() => {
            view.selectStep(step.id, 'settings');
            // Pointed at anew, also where it was pointed at before.
            requestAnimationFrame(() => view.reveal(step.id, 'settings', [missing.name]));
          }}
        >
          {say('inspector.next-choose', { field: missing.title })}
        </Button>
      </footer>
    );
  const isTest = next === 'test' && isReady;
  return (
    <footer className={css.footer}>
      <Button
        fullWidth
        variant={marks[tab] === 'open' ? 'default' : 'filled'}
        {...(isTest
          ? { leftSection: <Play size={13} fill="currentColor" /> }
          : { rightSection: <ArrowRight size={16} /> })}
        onClick={() => (isTest ? tryIt() : onGoOn(next))}
      >
        {!isTest
          ? say('inspector.next', { tab: title(next) })
          : asFlow
            ? say('inspector.try-flow', { count: firstLook })
            : say('inspector.try-it')}
      </Button>
    </footer>
  );
}

/** A flow that a call starts has nothing to begin with before somebody calls. */
function waitsForCall({ first, operation }: StepFacts): boolean {
  return first && operation?.starts === 'webhook';
}
