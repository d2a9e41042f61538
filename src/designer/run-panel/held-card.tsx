import { Button } from '@mantine/core';
import { Hand } from 'lucide-react';
import { useState } from 'react';
import {
  waitingIn,
  type Confirmation,
  type MessageRecord,
  type OwnAddresses,
  type StepRun,
} from '../../runtime/contract.ts';
import { recipientKindsOf, recipientsIn } from '../../runtime/recipients.ts';
import { isJsonObject, type Json } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { heldInWords } from '../../words/run-words.ts';
import { useRun, useWorkbench } from '../state/workbench.ts';
import { DataView } from './data-view/data-view.tsx';
import { HeldAnswers } from './held-answers.tsx';
import { recipientKinds } from './model/own-addresses.ts';
import { sentParts, settingLines, type SentParts } from './model/sent-parts.ts';
import { RequestLine } from './request-view.tsx';
import { SendToMe } from './send-to-me.tsx';
import { SendsToNote } from './sends-to-note.tsx';
import { useOwnAddresses } from './use-own-addresses.ts';
import { useRecords } from './use-records.ts';
import type { StepFacts } from './use-step-facts.ts';
import css from './run-panel.module.css';

const lookedAt = 49;
/** Lines in sight; the others are a scroll away. */
const linesShown = 7;
const lineHeight = 32;

/** Writes wait: exactly what would be sent, how many times, and the answers to it. */
export function HeldCard({ facts, state }: { readonly facts: StepFacts; readonly state: StepRun }) {
  const { runs } = useWorkbench();
  const [answeredAt, setAnsweredAt] = useState<StepRun>();
  const [asksWhoIAm, setAsksWhoIAm] = useState(false);
  const [own, setOwn] = useOwnAddresses();
  const seen = useRecords(facts.step.id, 0, lookedAt);
  const sent = useRun(({ sentBefore }) => sentBefore[facts.step.id] ?? 0);
  const held = seen.all.filter((record) => record.state === 'held');
  const count = state.counts.held;
  const deletes = state.heldEffect === 'delete';
  const { sendsTo } = state;
  // To whom a called flow sends is not told by what it is called with.
  const hasRecipients =
    facts.operation?.callsFlow === undefined &&
    held.some(({ input }) => input !== undefined && recipientsIn(input, facts.input).length > 0);
  const possible = recipientKindsOf(facts.input);
  const kinds = recipientKinds.filter((kind) => possible.has(kind));
  const answer = (decision: Confirmation) => {
    // What is held next is another question.
    setAnsweredAt(state);
    runs.confirm(facts.step.id, decision);
  };
  const sendTo = (mine: OwnAddresses) => {
    setAsksWhoIAm(false);
    answer({ sendTo: mine });
  };
  const params = { count, component: facts.componentTitle, operation: facts.operationTitle };
  return (
    <section
      className={css.card}
      data-tone="amber"
      role="region"
      aria-label={say('run-panel.step-held')}
    >
      <header className={css.cardHead}>
        <Hand aria-hidden size={18} />
        <h3>
          {heldInWords({
            ...params,
            isSoFar: waitingIn(state.counts) > 0,
            effect: state.heldEffect,
            does: facts.operation?.does,
          })}
        </h3>
      </header>
      <HeldAnswers
        facts={facts}
        state={state}
        answered={answeredAt === state}
        quiet={asksWhoIAm}
        onAnswer={answer}
        onSendToMe={
          hasRecipients && !deletes && sendsTo === undefined && !asksWhoIAm
            ? () => setAsksWhoIAm(true)
            : undefined
        }
      />
      {asksWhoIAm && (
        <SendToMe
          kinds={kinds}
          own={own}
          onCancel={() => setAsksWhoIAm(false)}
          onOwn={(mine) => {
            setOwn({ ...own, ...mine });
            sendTo(Object.fromEntries(kinds.flatMap((kind) => [[kind, mine[kind] ?? '']])));
          }}
        />
      )}
      {sendsTo !== undefined && !asksWhoIAm && (
        <p className={css.toMe} role="status">
          <span>
            <SendsToNote to={sendsTo} records={held} schema={facts.input} />
          </span>
          <Button size="compact-xs" variant="default" onClick={() => setAsksWhoIAm(true)}>
            {say('run-panel.to-me-change')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => sendTo({})}>
            {say('run-panel.to-me-back')}
          </Button>
        </p>
      )}
      <p>
        {sent > 0 && `${say('run-panel.held-sent-before', { ...params, count: sent })} `}
        {say(sent > 0 ? 'run-panel.held-text-again' : 'run-panel.held-text')}
      </p>
      <StepSettings facts={facts} />
      <HeldRequests held={held} facts={facts} />
      {count > held.length && held.length > 0 && (
        <p className={css.quiet}>
          {say('run-panel.held-first', { count: held.length, total: count })}
        </p>
      )}
    </section>
  );
}

/** How the step is set, where that goes out beside what it took: the same for all that is held. */
function StepSettings({ facts }: { readonly facts: StepFacts }) {
  if (sentParts(facts.operation) === undefined) return null;
  return (
    <dl className={css.stepSettings}>
      {settingLines(facts.step.settings, facts.operation?.settings, facts.step.labels).map(
        (line) => (
          <div key={line.name}>
            <dt>
              <bdi>{line.title}</bdi>
            </dt>
            <dd>{line.words}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** What a request says: of one that is written as a text (XML) or around what the step took, the data in it, field by field. */
function sentIn({ request, input }: MessageRecord, parts: SentParts | undefined): readonly Json[] {
  const body = request?.body;
  if (body === undefined) return [];
  const taken = parts !== undefined && isJsonObject(body) ? body[parts.input] : undefined;
  if (taken !== undefined) return [taken];
  return [typeof body === 'string' && isJsonObject(input) ? input : body];
}

interface HeldRequestsProps {
  readonly held: readonly MessageRecord[];
  readonly facts: StepFacts;
}

/** What goes out, a row a request; method and address only where there is nothing else to tell requests apart. */
function HeldRequests({ held, facts }: HeldRequestsProps) {
  const parts = sentParts(facts.operation);
  const bodies = held.flatMap((record) => sentIn(record, parts));
  const [first] = bodies;
  if (first === undefined || bodies.length < held.length)
    return (
      <ol className={css.requests}>
        {held.map(({ index, request }) => (
          <li key={index} className={css.request}>
            {request !== undefined && <RequestLine request={request} />}
          </li>
        ))}
      </ol>
    );
  const lines = bodies.length === 1 ? sizeOf(first) : bodies.length + 1;
  return (
    <div
      className={css.requestBodies}
      style={{ height: 2 + lineHeight * Math.min(linesShown, Math.max(1, lines)) }}
    >
      <DataView
        value={bodies.length === 1 ? first : bodies}
        schema={facts.input}
        label={say('run-panel.request-body')}
      />
    </div>
  );
}

function sizeOf(value: unknown): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 1;
}
