import { Tabs } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { use, useState } from 'react';
import type { RunState, StepRun } from '../../runtime/contract.ts';
import { say, sayWording } from '../../words/index.ts';
import { useView, useWorkbench } from '../state/workbench.ts';
import { Notice } from '../ui/notice.tsx';
import { ViewToggle } from './data-view/data-tools.tsx';
import { ChangesSide } from './changes-side.tsx';
import { HeldCard } from './held-card.tsx';
import { MessageList } from './message-list.tsx';
import { MessageSides, RequestSide, ResponseSide } from './message-sides.tsx';
import { MessageStepper } from './message-stepper.tsx';
import { titlesOf } from './model/field-titles.ts';
import { RefusalCard } from './refusal-card.tsx';
import { ShownRun } from './shown-run.ts';
import { useRecord } from './use-records.ts';
import { useStepFacts } from './use-step-facts.ts';
import css from './run-panel.module.css';

const sides = ['data', 'request', 'response', 'changes'] as const;
type Side = (typeof sides)[number];

/** From this width on the messages are a list beside the data; below, they are stepped through. */
const listWidth = 620;

/** One step of the run: its messages, the one that is looked at, and what has to be decided about it. */
export function StepDetail({ run, step }: { readonly run: RunState; readonly step: string }) {
  const { view } = useWorkbench();
  const from = use(ShownRun)?.from;
  const facts = useStepFacts(step);
  const state = run.steps[step];
  const wanted = useView(({ inspected }) =>
    inspected?.step === step ? inspected.message : undefined,
  );
  const { ref, width } = useElementSize();
  const [side, setSide] = useState<Side>('data');
  // Until a message is chosen the first refusal is what matters.
  const index = wanted ?? state?.refusals[0]?.index ?? 0;
  const { record, isLetGo, total, pending, failed } = useRecord(step, index);
  if (facts === undefined || state === undefined) return null;

  const refusal = state.refusals.find((one) => one.index === index);
  const failure = record?.failure ?? refusal?.failure;
  const choose = (message: number) => view.inspect(step, message);
  const isWide = width >= listWidth;
  const isHeld = state.status === 'held';
  // Steps that only compute have nothing to send.
  const via = facts.operation?.call.via;
  const asks = via !== 'core' && via !== 'webhook';
  const shownSides = sides.filter(
    (name) =>
      name === 'data' ||
      (name === 'changes' ? run.finishedAt !== undefined && from !== 'file' : asks),
  );
  return (
    <div ref={ref} className={css.detail}>
      {total === 0 && !pending ? (
        <NoMessages state={state} />
      ) : (
        <>
          {isWide && total > 1 && (
            <MessageList
              key={step}
              step={step}
              facts={facts}
              state={state}
              total={total}
              chosen={index}
              onChoose={choose}
            />
          )}
          <Tabs
            className={css.sides}
            value={side}
            onChange={(to) => setSide((to ?? 'data') as Side)}
            keepMounted={false}
          >
            <div className={css.sideBar}>
              <Tabs.List aria-label={say('run-panel.sides')} className={css.sideTabs}>
                {shownSides.map((name) => (
                  <Tabs.Tab key={name} value={name}>
                    {say(name === 'changes' ? 'earlier.changes' : `run-panel.side-${name}`)}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              {!isWide && total > 1 && (
                <MessageStepper
                  index={index}
                  total={total}
                  refused={state.refusals.map((one) => one.index)}
                  onChoose={choose}
                />
              )}
              <ViewToggle />
            </div>
            <div className={css.scroll} data-held={isHeld || undefined}>
              {isHeld && <HeldCard facts={facts} state={state} />}
              {state.failure !== undefined && failure === undefined && (
                <RefusalCard facts={facts} failure={state.failure} />
              )}
              {failure !== undefined && (
                <RefusalCard
                  facts={facts}
                  failure={failure}
                  message={index}
                  id={record?.id ?? refusal?.message}
                />
              )}
              {record?.readdressed !== undefined && !isHeld && (
                <Notice tone="open">
                  {say('run-panel.was-to-me', {
                    fields: titlesOf(record.readdressed, facts.input).join(', '),
                  })}
                </Notice>
              )}
              {record?.invented !== undefined && (
                <Notice tone="open">{say(`run-panel.invented-${record.invented}`)}</Notice>
              )}
              {side === 'data' && facts.operation?.callsFlow !== undefined && record?.request && (
                <p className={css.quiet}>
                  {say('run-panel.inside-called', { flow: record.request.address })}
                </p>
              )}
              <Tabs.Panel value="changes" className={css.fill}>
                <ChangesSide run={run.runId} facts={facts} />
              </Tabs.Panel>
              {side === 'changes' ? null : isLetGo ? (
                <p className={css.none}>{say('run-panel.not-kept')}</p>
              ) : failed ? (
                <p className={css.none}>{say('run-panel.loading-failed')}</p>
              ) : record?.isLetGo === true ? (
                <p className={css.none}>{say('run-panel.data-let-go')}</p>
              ) : record?.isBig === true ? (
                <p className={css.none}>{say('run-panel.big-while-running')}</p>
              ) : (
                record !== undefined && (
                  <>
                    <Tabs.Panel value="data" className={css.fill}>
                      <MessageSides record={record} facts={facts} />
                    </Tabs.Panel>
                    <Tabs.Panel value="request" className={css.fill}>
                      <RequestSide record={record} facts={facts} />
                    </Tabs.Panel>
                    <Tabs.Panel value="response" className={css.fill}>
                      <ResponseSide record={record} facts={facts} />
                    </Tabs.Panel>
                  </>
                )
              )}
            </div>
          </Tabs>
        </>
      )}
    </div>
  );
}

function NoMessages({ state }: { readonly state: StepRun }) {
  if (state.failure !== undefined)
    return (
      <p className={css.none} data-trouble>
        {sayWording(state.failure)}
      </p>
    );
  const going = state.status === 'waiting' || state.status === 'running';
  const words =
    state.status === 'not-reached' ? 'not-reached' : going ? 'no-messages-yet' : 'no-messages';
  return <p className={css.none}>{say(`run-panel.${words}`)}</p>;
}
