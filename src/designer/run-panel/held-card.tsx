import { Button } from '@mantine/core';
import { Hand, Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Confirmation, MessageRecord, StepRun } from '../../runtime/contract.ts';
import type { JsonSchema } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { useRun, useWorkbench } from '../state/workbench.ts';
import { DataView } from './data-view/data-view.tsx';
import { RequestLine } from './request-view.tsx';
import { useRecords } from './use-records.ts';
import type { StepFacts } from './use-step-facts.ts';
import css from './run-panel.module.css';

const lookedAt = 49;
/** Lines in sight; the others are a scroll away. */
const linesShown = 7;
const lineHeight = 32;

/** Writes wait: exactly what would be sent, how many times, and the two answers to it. */
export function HeldCard({ facts, state }: { readonly facts: StepFacts; readonly state: StepRun }) {
  const { runs } = useWorkbench();
  const [answered, setAnswered] = useState(false);
  const seen = useRecords(facts.step.id, 0, lookedAt);
  const sent = useRun(({ sentBefore }) => sentBefore[facts.step.id] ?? 0);
  const held = seen.all.filter((record) => record.state === 'held');
  const count = state.counts.held;
  const deletes = state.heldEffect === 'delete';
  const answer = (decision: Confirmation) => {
    setAnswered(true);
    runs.confirm(facts.step.id, decision);
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
        <h3>{say(deletes ? 'run-panel.held-delete' : 'run-panel.held-write', params)}</h3>
      </header>
      <div className={css.actions}>
        <Button
          {...(deletes && { color: 'red' })}
          leftSection={deletes ? <Trash2 size={15} /> : <Send size={15} />}
          disabled={answered}
          onClick={() => answer('send')}
        >
          {say(deletes ? 'run-panel.held-delete-now' : 'run-panel.held-send', { count })}
        </Button>
        <Button variant="default" disabled={answered} onClick={() => answer('do-not-send')}>
          {say(deletes ? 'run-panel.held-not-delete' : 'run-panel.held-not')}
        </Button>
      </div>
      <p>
        {sent > 0 && `${say('run-panel.held-sent-before', { ...params, count: sent })} `}
        {say(sent > 0 ? 'run-panel.held-text-again' : 'run-panel.held-text')}
      </p>
      <HeldRequests held={held} schema={facts.input} />
      {count > held.length && held.length > 0 && (
        <p className={css.quiet}>
          {say('run-panel.held-first', { count: held.length, total: count })}
        </p>
      )}
    </section>
  );
}

interface HeldRequestsProps {
  readonly held: readonly MessageRecord[];
  readonly schema: JsonSchema | undefined;
}

/** What goes out, a row a request; method and address only where there is nothing else to tell requests apart. */
function HeldRequests({ held, schema }: HeldRequestsProps) {
  const bodies = held.flatMap(({ request }) => request?.body ?? []);
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
        schema={schema}
        label={say('run-panel.request-body')}
      />
    </div>
  );
}

function sizeOf(value: unknown): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 1;
}
