import { Skeleton, Tabs } from '@mantine/core';
import { BadgeCheck, MousePointerClick } from 'lucide-react';
import { Suspense, useEffect, useState, type ComponentType } from 'react';
import type { Operation } from '../../catalog/index.ts';
import { say } from '../../words/index.ts';
import type { StepTab } from '../state/view-store.ts';
import type { SaidOfAccount } from '../state/said-of-account.ts';
import { useDocument, useRun, useWorkbench } from '../state/workbench.ts';
import { useDescribedFields, type Described } from '../effects/use-described-fields.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { focusStepPanel } from '../ui/focus.ts';
import { Notice } from '../ui/notice.tsx';
import { DescribedNotice } from './settings/described-notice.tsx';
import { NextInFlow } from './next/next-in-flow.tsx';
import { NextPart } from './next/next-part.tsx';
import { NoteEditor } from './note-editor.tsx';
import { OperationTab } from './operation/operation-tab.tsx';
import { SettingsTab } from './settings/settings-tab.tsx';
import { StepHeader } from './step-header.tsx';
import { useStepFacts, type StepFacts } from './step-facts.ts';
import { StepTabList } from './step-tab-list.tsx';
import { nextTab, slotsShown, tabsOf } from './step-tabs.ts';
import { useTabMarks } from './use-tab-marks.ts';
import css from './step-panel.module.css';

export interface StepPanelProps {
  readonly step: string;
  /** The part that is asked for; a step without it shows what it does. */
  readonly tab: StepTab;
  readonly mapping: ComponentType<{ readonly step: string; readonly slot: string }>;
  readonly test: ComponentType<{ readonly step: string }>;
  readonly credential: ComponentType<{
    readonly step: string;
    readonly onConnected: (said: SaidOfAccount | undefined) => void;
  }>;
}

/** The selected step: its parts as tabs, from "what should it do" to "try it". */
export function StepPanel(props: StepPanelProps) {
  const facts = useStepFacts(props.step);
  const readOnly = useDocument((state) => state.readOnly);
  if (facts === undefined)
    return (
      <section className={css.panel} aria-label={say('inspector.panel')}>
        <div className={css.nothing}>
          <EmptyState
            picture={<MousePointerClick size={28} strokeWidth={1.5} aria-hidden />}
            text={say(readOnly ? 'inspector.empty-read' : 'inspector.empty')}
          />
        </div>
      </section>
    );
  return <StepParts key={facts.step.id} {...props} facts={facts} />;
}

function StepParts({
  facts,
  tab: wanted,
  mapping: Mapping,
  test: Test,
  credential: Credential,
}: Omit<StepPanelProps, 'step'> & { readonly facts: StepFacts }) {
  const { view, samples } = useWorkbench();
  const { step, component, operation } = facts;
  // What its parts show of samples is wanted now.
  useEffect(() => {
    samples.whenRead().catch(() => undefined); // the list of flows says that the store cannot be read
  }, [samples]);
  const tabs = tabsOf(component, operation);
  const readOnly = useDocument((state) => state.readOnly);
  const tab: StepTab = tabs.includes(wanted) ? wanted : 'operation';
  const marks = useTabMarks(facts);
  const described = useDescribedFields(step, component, operation, tab === 'settings');
  const [noting, setNoting] = useState(false);
  // The first call has shown what was not checked.
  const isLetIn = useRun(
    ({ run, flow }) =>
      run?.steps[step.id]?.status === 'done' &&
      flow?.steps.find(({ id }) => id === step.id)?.credential === step.credential,
  );
  const [said, setSaid] = useState<SaidOfAccount>();
  const slots = slotsShown(operation);
  // A Filter has a condition and nothing to map.
  const conditionOnly =
    slots.length > 0 && slots.every((slot) => operation?.slots[slot]?.kind === 'condition');
  const title = (one: StepTab) => {
    if (one !== 'mapping') return say(`inspector.tab-${one}`);
    if (operation?.branches !== undefined) return say('inspector.tab-branches');
    return say(conditionOnly ? 'inspector.tab-condition' : 'inspector.tab-mapping');
  };

  /** The panel goes on by itself when a part is done; the keyboard comes along, and so does what is to be read. */
  function goOn(next: StepTab | undefined, told?: SaidOfAccount): void {
    if (next === undefined) return;
    setSaid(told);
    view.selectStep(step.id, next);
    focusStepPanel();
  }
  function chosen(now: Operation): void {
    // What the person says about its data is said right here.
    if (now.inputShape === 'by-person' || now.outputShape === 'by-person') return;
    if (now.starts === 'webhook') return;
    goOn(nextTab(tabsOf(component, now), 'operation', { credential: marks.credential }));
  }
  function connected(told: SaidOfAccount | undefined): void {
    const { selectedStep, tab: shown } = view.getState();
    if (selectedStep !== step.id || shown !== 'credential') return; // the person has gone on already
    goOn(nextTab(tabs, 'credential', { ...marks, credential: 'done' }), told);
  }

  return (
    <section className={css.panel} aria-label={say('inspector.panel')}>
      <StepHeader facts={facts} onNote={() => setNoting(true)} />
      <Tabs
        className={css.tabs}
        value={tab}
        keepMounted={false}
        onChange={(to) => {
          setSaid(undefined);
          if (to !== null) view.selectStep(step.id, to as StepTab); // values are `tabs`
        }}
      >
        <StepTabList tabs={tabs} marks={marks} title={title} />
        <div className={css.content} data-tab={tab}>
          {step.disabled === true && (
            <div className={css.note}>
              <Notice tone="open">{say('inspector.disabled')}</Notice>
            </div>
          )}
          {said?.isProved === false && !isLetIn && tab !== 'credential' && (
            <div className={css.note}>
              <Notice tone="open">{said.words}</Notice>
            </div>
          )}
          {said?.isProved === true && tab !== 'credential' && (
            <p className={css.said} role="status">
              <BadgeCheck size={15} aria-hidden />
              {said.words}
            </p>
          )}
          {(noting || (step.note !== undefined && tab === 'operation')) && (
            <div className={css.note}>
              <NoteEditor
                step={step}
                asked={noting}
                onOpen={() => setNoting(true)}
                onClose={() => setNoting(false)}
              />
            </div>
          )}
          {described !== undefined && (tab === 'settings' || tab === 'mapping') && (
            <DescribedNotice
              step={step.id}
              fields={described.fields}
              tab={tab}
              readOnly={readOnly}
            />
          )}
          {/* A part that has to be loaded first leaves the tabs in place: who walks along them keeps the focus. */}
          <Suspense fallback={<Skeleton height={96} />}>
            <Tabs.Panel value="operation">
              {component === undefined ? (
                <Notice tone="open">
                  <strong>{say('inspector.unknown-component')}</strong>{' '}
                  {say('inspector.unknown-component-help')}
                </Notice>
              ) : (
                <OperationTab facts={{ ...facts, component }} onChosen={chosen} />
              )}
            </Tabs.Panel>
            <Tabs.Panel value="credential">
              <Credential step={step.id} onConnected={connected} />
            </Tabs.Panel>
            <Tabs.Panel value="settings">
              {component !== undefined && operation !== undefined && (
                <SettingsTab
                  step={step}
                  component={component}
                  operation={operation}
                  described={described}
                  readOnly={readOnly}
                />
              )}
            </Tabs.Panel>
            <Tabs.Panel value="mapping" className={css.filling}>
              {slots.map((slot) => (
                <Mapping key={slot} step={step.id} slot={slot} />
              ))}
            </Tabs.Panel>
            <Tabs.Panel value="test">
              <Test step={step.id} />
            </Tabs.Panel>
          </Suspense>
        </div>
      </Tabs>
      {tab === 'test' ? (
        <NextInFlow facts={facts} />
      ) : (
        <NextPart
          facts={facts}
          tab={tab}
          marks={marks}
          title={title}
          missing={missingSetting(described)}
          onGoOn={goOn}
        />
      )}
    </section>
  );
}

/** The setting without which nobody knows the fields of the step. */
function missingSetting(described: Described | undefined) {
  return described?.fields.kind === 'waiting' ? described.fields.setting : undefined;
}
